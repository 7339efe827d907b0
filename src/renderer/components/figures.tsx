import type { ReactNode } from 'react'
import { leftTogether } from '../../shared/kernel/adding-up'
import { formatPence, formatPounds, pence, type Pence } from '../../shared/kernel/money'
import { TextLink } from './button'
import './figures.css'

export interface FigureItem {
  readonly label: string
  /** As it reads: "£4,236". */
  readonly value: string
  /** What it counts, in a few words. */
  readonly note?: ReactNode
  /** The exact figure, on hover, where `value` is rounded. */
  readonly exact?: string
  /** The page with the rows behind it. */
  readonly to?: string
}

/** A row of set figures under a heavy rule: the three totals, in the same words on screen and on paper. */
export function FigureStrip({ items }: { readonly items: readonly FigureItem[] }) {
  return (
    <dl className="figure-strip">
      {items.map((item) => (
        <Stat key={item.label} {...item} />
      ))}
    </dl>
  )
}

function Stat({ label, value, note, exact, to }: FigureItem) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className="figure-value" title={exact}>
        {to === undefined ? (
          value
        ) : (
          <TextLink to={to} label={`${label}: ${value}. See what it is made of`}>
            {value}
          </TextLink>
        )}
      </dd>
      {note !== undefined && <dd className="figure-note">{note}</dd>}
    </div>
  )
}

/** A sentence that carries the figures; put the telling one in `<em>`. */
export function Finding({ children }: { readonly children: ReactNode }) {
  return <p className="finding">{children}</p>
}

export interface MeterProps {
  readonly label: string
  readonly paid: Pence
  readonly promised: Pence
  readonly total: Pence
  /** How much of the year has gone, 0 to 1: the mark. */
  readonly now?: number
  /** For table rows: no key beneath. */
  readonly isSmall?: boolean
}

const share = (part: number, whole: number) => (whole <= 0 ? 0 : Math.max(0, Math.min(100, (part / whole) * 100)))

/** Paid is solid, promised is hatched, the mark is today: it survives grey print. */
export function Meter({ label, paid, promised, total, now, isSmall }: MeterProps) {
  const left = total - paid - promised
  const words = `${label}: paid ${formatPence(paid)}, promised ${formatPence(promised)} of ${formatPence(total)}${
    now === undefined ? '' : `; ${Math.round(now * 100)} per cent of the year has gone`
  }`
  const isOver = left < 0
  const shown = leftTogether(total, paid, promised)
  const [shownPaid, shownPromised] = shown.gone
  return (
    <div
      className={['meter', isSmall === true ? 'meter-small' : '', isOver ? 'meter-over' : '']
        .filter(Boolean)
        .join(' ')}
    >
      <span className="visually-hidden">{words}</span>
      <div className="meter-track" aria-hidden="true" title={words}>
        <i className="meter-paid" style={{ width: `${share(paid, Math.max(total, paid + promised))}%` }} />
        <i className="meter-promised" style={{ width: `${share(promised, Math.max(total, paid + promised))}%` }} />
        {now !== undefined && <i className="meter-now" style={{ left: `${share(now, 1)}%` }} />}
      </div>
      {isSmall !== true && (
        <ul className="meter-key" aria-hidden="true">
          <li>
            <i className="meter-paid" /> Paid {formatPounds(shownPaid ?? paid)}
          </li>
          <li>
            <i className="meter-promised" /> Promised {formatPounds(shownPromised ?? promised)}
          </li>
          <li>
            <i /> {isOver ? `Over by ${formatPounds(pence(0 - shown.left))}` : `Left ${formatPounds(shown.left)}`}
          </li>
          {now !== undefined && (
            <li>
              <i className="meter-key-now" /> Today
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { SectionKey } from '../lib/routes'
import { SectionMark } from './chip'
import './rows.css'

export interface RowItem {
  readonly key: string
  readonly section?: SectionKey
  readonly title: ReactNode
  readonly about?: ReactNode
  /** What to do about it: usually `<TextLink strong to=…>Decide</TextLink>`. */
  readonly action?: ReactNode
}

/** Lines with a title, a grey second line and one thing to do. */
export function Rows({ items, label }: { readonly items: readonly RowItem[]; readonly label?: string }) {
  const isPlain = items.every((item) => item.section === undefined)
  return (
    <ul className={isPlain ? 'rows rows-plain' : 'rows'} aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          {!isPlain && <SectionMark section={item.section ?? 'today'} />}
          <span className="rows-title">{item.title}</span>
          {item.about !== undefined && <span className="rows-about">{item.about}</span>}
          {item.action !== undefined && <span className="rows-action">{item.action}</span>}
        </li>
      ))}
    </ul>
  )
}

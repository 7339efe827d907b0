import { useEffect, useEffectEvent, useState } from 'react'
import { formatDay, formatDayShort } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import type { LedgerLine, Suggestion, VatWarning } from '../../../../shared/features/costs/ledger-contract'
import { Button, TextLink } from '../../../components/button'
import { FigureStrip } from '../../../components/figures'
import { KeyHint } from '../../../components/key-hint'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { AcceptPanel } from './accept-panel'
import { OtherCost } from './other-cost'
import { VatDiffers } from './vat-differs'
import './costs.css'

interface LedgerMatchProps {
  readonly id: string
  /** Something was said about the line: on to the next. */
  readonly onSettled: () => void
}

/** One line of the ledger beside the costs it may be about. */
export function LedgerMatch({ id, onSettled }: LedgerMatchProps) {
  const read = useRead('ledger.get', { id })
  return (
    <ReadState read={read}>
      {({ line, suggestions, proposedKind, vatWarning }) => (
        <>
          <SectionTitle>{line.supplier ?? line.description ?? 'A ledger line'}</SectionTitle>
          <p className="muted">{wordsOf(line)}</p>
          <div className="cost-figures">
            <FigureStrip
              items={[
                { label: 'Net', value: formatPence(line.netPence) },
                { label: 'VAT', value: formatPence(line.vatPence) },
                { label: 'Gross', value: formatPence(line.grossPence) },
              ]}
            />
          </div>
          {line.status === 'unmatched' ? (
            <Choices line={line} suggestions={suggestions} proposedKind={proposedKind} onSettled={onSettled} />
          ) : (
            <Settled line={line} vatWarning={vatWarning} />
          )}
        </>
      )}
    </ReadState>
  )
}

/** The line in the order in which it was printed, and where it came from. */
function wordsOf(line: LedgerLine): string {
  const { postedOn, documentNumber, description, costCentre, accountCode, sourceName, sourceRow } = line
  const parts = [formatDay(postedOn), documentNumber, description, costCentre, accountCode]
  return [...parts, `${sourceName}, row ${sourceRow}`].filter((part) => part !== null && part !== '').join(' · ')
}

interface ChoicesProps extends Omit<LedgerMatchProps, 'id'> {
  readonly line: LedgerLine
  readonly suggestions: readonly Suggestion[]
  readonly proposedKind: string
}

function Choices({ line, suggestions, proposedKind, onSettled }: ChoicesProps) {
  const [isAccepting, setAccepting] = useState(false)
  const link = useWrite('ledger.link', {
    saved: ({ isPaymentAdded }) =>
      isPaymentAdded ? 'Linked, and its payment recorded' : 'Linked; its payment was there',
    toastFailure: true,
  })
  const setAside = useWrite('ledger.setAside', { saved: 'Set aside', toastFailure: true })
  const settle = (work: Promise<{ ok: boolean }>) => void work.then(({ ok }) => (ok ? onSettled() : undefined))
  // A line whose VAT does not fit stays open: what to do about it stands there now.
  const linkTo = (costLineId: string) =>
    void link
      .send({ id: line.id, costLineId })
      .then((result) => (result.ok && result.value.vatWarning === null ? onSettled() : undefined))
  const putAside = () => settle(setAside.send({ ids: [line.id] }))
  useKeys({
    a: () => setAccepting(true),
    s: putAside,
    ...Object.fromEntries(suggestions.map((s, index) => [String(index + 1), () => linkTo(s.costLineId)])),
  })
  return (
    <div className="ledger-sides">
      <div>
        <SectionTitle level={3} about="Linking records its payment, unless it is there">
          Which cost is it?
        </SectionTitle>
        {suggestions.length === 0 && (
          <p className="muted">No cost is near enough in amount, order number and supplier.</p>
        )}
        {suggestions.map((suggestion, index) => (
          <SuggestionRow
            key={suggestion.costLineId}
            suggestion={suggestion}
            hotkey={String(index + 1)}
            onLink={() => linkTo(suggestion.costLineId)}
          />
        ))}
      </div>
      <OtherCost key={line.id} line={line} onLink={linkTo} />
      <div className="cost-buttons">
        <Button onPress={() => setAccepting(true)}>
          Make it a new cost <KeyHint keys="A" />
        </Button>
        <Button kind="quiet" onPress={putAside}>
          Set aside: not CPD <KeyHint keys="S" />
        </Button>
      </div>
      {isAccepting && (
        <AcceptPanel
          ids={[line.id]}
          kindCode={proposedKind}
          onClose={() => setAccepting(false)}
          onAccepted={onSettled}
        />
      )}
    </div>
  )
}

interface SuggestionRowProps {
  readonly suggestion: Suggestion
  readonly hotkey: string
  readonly onLink: () => void
}

function SuggestionRow({ suggestion, hotkey, onLink }: SuggestionRowProps) {
  const about = [suggestion.eventTitle, suggestion.supplier, formatDayShort(suggestion.expectedOn)].filter(Boolean)
  return (
    <div className="ledger-choice">
      <strong>
        <TextLink to={`/money/costs/${suggestion.costLineId}`}>{suggestion.description}</TextLink>,{' '}
        {formatPence(suggestion.netPence)}
      </strong>
      <p>{about.join(' · ')}</p>
      <p>{[...suggestion.reasons, ...(suggestion.isPaymentThere ? ['payment recorded'] : [])].join(', ')}</p>
      {suggestion.vatClash !== null && (
        <p>
          {suggestion.vatClash === 'cost-holds-gross'
            ? 'This cost is the amount of the line with VAT. Once linked, it can be split here.'
            : 'This cost with VAT is the amount of the line. Once linked, the payment can be split here.'}
        </p>
      )}
      <Button onPress={onLink}>
        Link <KeyHint keys={hotkey} />
      </Button>
    </div>
  )
}

function Settled({ line, vatWarning }: { readonly line: LedgerLine; readonly vatWarning: VatWarning | null }) {
  const letGo = useWrite('ledger.unlink', { saved: 'It waits again', toastFailure: true })
  const words = {
    unmatched: '',
    linked: 'It is linked to a cost.',
    accepted: 'It was made a cost of its own.',
    'set-aside': 'It was set aside as not CPD.',
  }[line.status]
  return (
    <Block>
      {vatWarning !== null && <VatDiffers id={line.id} warning={vatWarning} />}
      <p>
        {words}{' '}
        {line.costLineId !== null && (
          <TextLink to={`/money/costs/${line.costLineId}`}>{line.costDescription ?? 'See the cost'}</TextLink>
        )}
      </p>
      <div className="cost-buttons">
        <Button onPress={() => void letGo.send({ ids: [line.id] })} isBusy={letGo.isSending}>
          {line.status === 'set-aside' ? 'Take it up again' : 'Let it go'}
        </Button>
      </div>
    </Block>
  )
}

/** Single keys of this page; not while somebody types, nor with a dialog open. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    const isTyping =
      target instanceof HTMLElement &&
      target.closest('input, textarea, select, [role="dialog"], [role="listbox"]') !== null
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key.toLowerCase()]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

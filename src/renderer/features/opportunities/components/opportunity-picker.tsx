import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { OpportunityLine } from '../../../../shared/features/opportunities/model'
import { durationWords, priceWords } from '../../../../shared/features/opportunities/words'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { foldText } from '../../../../shared/kernel/fold-text'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { SearchField } from '../../../components/fields/search-field'
import { FormPart } from '../../../components/form'
import { formatCount } from '../../../lib/format'

const mostShown = 60

const textOf = (one: OpportunityLine): string =>
  foldText(
    [one.title, one.providerName, ...one.standards.map(({ code }) => code), ...one.subjects, ...one.ages]
      .filter(Boolean)
      .join(' '),
  )

const noteOf = (one: OpportunityLine): string =>
  [
    one.providerName ?? one.expertName,
    one.nextOn && formatDayShort(one.nextOn),
    durationWords(one),
    priceWords(one),
  ]
    .filter(Boolean)
    .join(' · ')

/** What is offered: those that are ticked, and those that fit what is typed; what has a date ahead comes first. */
export function OpportunityPicker({ opportunities }: { readonly opportunities: readonly OpportunityLine[] }) {
  const [typed, setTyped] = useState('')
  const chosen = new Set((useWatch({ name: 'opportunityIds' }) as readonly string[] | undefined) ?? [])
  const words = foldText(typed).trim().split(/\s+/).filter(Boolean)
  const fitting = opportunities.filter((one) => words.every((word) => textOf(one).includes(word)))
  const inOrder = [...fitting].sort((a, b) => ((a.nextOn ?? '9999') < (b.nextOn ?? '9999') ? -1 : 1))
  const shown = inOrder.slice(0, mostShown)
  const kept = opportunities.filter((one) => chosen.has(one.id) && !shown.includes(one))
  const more = inOrder.length - shown.length
  return (
    <FormPart title="What is offered">
      <SearchField label="Find an opportunity" value={typed} onChange={setTyped} />
      <CheckBoxGroup
        name="opportunityIds"
        label="Opportunities"
        isRequired
        options={[...kept, ...shown].map((one) => ({ value: one.id, title: one.title, note: noteOf(one) }))}
      />
      {more > 0 && <p className="muted">And {formatCount(more)} more: type a word to find them.</p>}
    </FormPart>
  )
}

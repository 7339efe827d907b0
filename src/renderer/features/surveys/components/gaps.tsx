import { useState } from 'react'
import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { importanceNames } from '../../../../shared/features/needs/words'
import type { Gap } from '../../../../shared/features/surveys/gaps'
import type { Round } from '../../../../shared/features/surveys/model'
import { TextLink } from '../../../components/button'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { FilterChips } from '../../../components/filter-chips'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { isToBeClosed, StillOpen } from './closing'
import { Offers } from './offers'

/** Where answers stay below what is aimed at, to raise needs from, and what people offer to share. */
export function Gaps({ round }: { readonly round: Round }) {
  return isToBeClosed(round) ? <StillOpen round={round} /> : <Found round={round} />
}

function Found({ round }: { readonly round: Round }) {
  const read = useRead('surveys.gaps', { id: round.id })
  return (
    <ReadState read={read}>
      {(found) => (
        <>
          {found.offers.length > 0 && <Offers roundId={round.id} offers={found.offers} />}
          <GapChoice round={round} gaps={found.gaps} />
        </>
      )}
    </ReadState>
  )
}

const whose = [
  ['school', 'The school'],
  ['group', 'Staff groups'],
  ['team', 'Teams'],
  ['person', 'People'],
] as const

type GapList = OutputFor<'surveys.gaps'>['gaps']

function GapChoice({ round, gaps }: { readonly round: Round; readonly gaps: GapList }) {
  const kinds = whose.filter(([kind]) => gaps.some(({ owner }) => owner.kind === kind))
  const [chosen, setChosen] = useState<string | undefined>()
  const kind = chosen ?? kinds[0]?.[0]
  if (gaps.length === 0)
    return (
      <p className="muted">
        {round.returned === 0
          ? 'Nothing has come back yet.'
          : 'No answers stay below what is aimed at, as far as they may be shown.'}
      </p>
    )
  const ofKind = gaps.filter(({ owner }) => owner.kind === kind)
  return (
    <Block>
      <SectionTitle about="The widest gap first: between now and next, or between the mean and what the form aims at.">
        Needs to raise
      </SectionTitle>
      <FilterChips
        label="Whose need"
        chips={kinds.map(([key, title]) => ({
          key,
          title,
          count: gaps.filter(({ owner }) => owner.kind === key).length,
        }))}
        selected={kind}
        onSelect={setChosen}
      />
      <RaiseForm key={kind} roundId={round.id} gaps={ofKind.filter(({ isRaised }) => !isRaised)} />
      <Raised gaps={ofKind.filter(({ isRaised }) => isRaised)} />
    </Block>
  )
}

const zRaise = z.object({
  keys: z.array(z.string()).min(1, 'input.required'),
  importance: z.enum(['1', '2', '3']),
  dueOn: zDay.nullable().default(null),
})

function RaiseForm({ roundId, gaps }: { readonly roundId: string; readonly gaps: GapList }) {
  const form = useZodForm(zRaise, { keys: [], importance: '2', dueOn: null })
  const raise = useWrite('surveys.raise', {
    saved: ({ raised, already }) =>
      already === 0
        ? `${plural(raised, 'need', 'needs')} raised`
        : `${plural(raised, 'need', 'needs')} raised, ${already} there already`,
  })
  if (gaps.length === 0) return null
  return (
    <Form
      form={form}
      label="Raise needs"
      onSubmit={({ importance, ...values }) =>
        raise.send({ id: roundId, ...values, importance: Number(importance) })
      }
      onSaved={() => form.setValue('keys', [])}
    >
      <CheckBoxGroup
        name="keys"
        label="Gaps"
        options={gaps.map((gap) => ({ value: gap.key, title: gap.title, note: gapWords(gap) }))}
        isRequired
      />
      <FormRow>
        <Select
          name="importance"
          label="Importance"
          options={['1', '2', '3'].map((value) => ({ value, title: importanceNames[Number(value)] ?? value }))}
          isRequired
        />
        <DateField name="dueOn" label="By when" />
      </FormRow>
      <FormActions submit="Raise these needs" kind="plain" />
    </Form>
  )
}

/** "Amy Brown: 1 now, 3 aimed at", with how many answers it rests on where they are several. */
function gapWords({ owner, now, target, answered, standard }: Gap): string {
  const figure = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  const who = owner.kind === 'school' ? '' : `${owner.name}: `
  const code = standard === null ? '' : ` · ${standard.code}`
  const count = owner.kind === 'person' ? '' : ` · ${plural(answered, 'answer', 'answers')}`
  return `${who}${figure(now)} now, ${figure(target)} aimed at${count}${code}`
}

function Raised({ gaps }: { readonly gaps: GapList }) {
  if (gaps.length === 0) return null
  return (
    <Block>
      <SectionTitle level={3}>Raised already</SectionTitle>
      <Rows
        label="Raised already"
        items={gaps.map((gap) => ({ key: gap.key, title: gap.title, about: gapWords(gap) }))}
      />
      <p className="block">
        <TextLink to="/needs">Look at the needs</TextLink>
      </p>
    </Block>
  )
}

import { z } from 'zod'
import { yearLabel } from '../../../../shared/kernel/years'
import type { OfferedRule, ShownRule } from '../../../../shared/features/entitlements/model'
import { LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Select } from '../../../components/fields/select'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { YearChoice } from '../components/year-choice'
import { RuleSource } from '../components/rule-source'
import { countedFrom, wordsOf } from '../lib/rule-words'
import { useYear, yearsAround } from '../lib/use-year'

type Rules = OutputFor<'entitlements.rules'>
type Choices = OutputFor<'entitlements.choices'>

/** What the school promises in a year, and what the packs offer beside it. */
export function RulesPage() {
  const [year] = useYear()
  const rules = useRead('entitlements.rules', year === undefined ? {} : { year }, { keepPrevious: true })
  const choices = useRead('entitlements.choices', {})
  return (
    <>
      <PageHead
        title="What we promise"
        about="Who is entitled to how much of what. Each promise holds from a year on; what is changed later leaves the years before as they were."
        trail={[{ title: 'Entitlements', to: '/entitlements' }]}
        primary={
          <LinkButton kind="primary" to="/entitlements/rules/new">
            Add a promise
          </LinkButton>
        }
      />
      <ReadState read={rules}>
        {(data) => <ReadState read={choices}>{(names) => <Promises rules={data} choices={names} />}</ReadState>}
      </ReadState>
    </>
  )
}

/** The rules under which nobody is in a year: a post that is recorded otherwise is seen before the promise is missed. */
function useEmptyRules(startYear: number, rules: readonly ShownRule[]): ReadonlySet<string> {
  const { data } = useRead('entitlements.list', { year: startYear })
  if (data === undefined) return new Set()
  const held = new Set(data.people.flatMap(({ lines }) => lines.map(({ ruleId }) => ruleId)))
  return new Set(rules.map(({ id }) => id).filter((id) => !held.has(id)))
}

function Promises({ rules: data, choices }: { readonly rules: Rules; readonly choices: Choices }) {
  const { rules, others, offered, startYear, thisYear } = data
  const empty = useEmptyRules(startYear, rules)
  return (
    <>
      <Block>
        <YearChoice startYear={startYear} thisYear={thisYear} />
      </Block>
      <Block>
        <SectionTitle>Promised in {yearLabel(startYear)}</SectionTitle>
        {rules.length === 0 ? (
          <p>Nothing yet. Take what fits from the packs below, or write one of your own.</p>
        ) : (
          <RuleRows label={`Promised in ${yearLabel(startYear)}`} rules={rules} choices={choices} empty={empty} />
        )}
      </Block>
      {others.length > 0 && (
        <Block>
          <SectionTitle>In other years</SectionTitle>
          <RuleRows label="In other years" rules={others} choices={choices} />
        </Block>
      )}
      {packsOf(offered).map(({ packId, packTitle, rules: ofPack }) => (
        <Block key={packId}>
          <SectionTitle
            about={
              ofPack.some(({ isToBeChecked }) => isToBeChecked)
                ? 'Shortened by us: the source is what counts. Check before relying on it.'
                : 'Examples for a school to take and change.'
            }
          >
            From “{packTitle}”
          </SectionTitle>
          <AdoptForm packId={packId} rules={ofPack} choices={choices} thisYear={thisYear} startYear={startYear} />
        </Block>
      ))}
    </>
  )
}

function RuleRows({
  label,
  rules,
  choices,
  empty,
}: {
  readonly label: string
  readonly rules: readonly ShownRule[]
  readonly choices: Choices
  /** Rules that are for nobody in the year that is shown. */
  readonly empty?: ReadonlySet<string>
}) {
  return (
    <Rows
      label={label}
      items={rules.map((rule) => ({
        key: rule.id,
        title: rule.title,
        about: (
          <>
            {wordsOf(rule, choices)}. Counted: {countedFrom(rule.counts, choices)}.{' '}
            {rule.untilYear !== null && `${yearLabel(rule.fromYear)} to ${yearLabel(rule.untilYear)}. `}
            {rule.counts === null && <StatusMark tone="warn">Say what counts</StatusMark>}
            {empty?.has(rule.id) === true && <StatusMark tone="info">For nobody in this year</StatusMark>}
            {rule.origin !== null && rule.origin.now !== null && (
              <StatusMark tone="info">The pack has changed it</StatusMark>
            )}
          </>
        ),
        action: (
          <TextLink strong to={`/entitlements/rules/${rule.id}`} label={`Change: ${rule.title}`}>
            Change
          </TextLink>
        ),
      }))}
    />
  )
}

interface PackOffer {
  readonly packId: string
  readonly packTitle: string
  readonly rules: readonly OfferedRule[]
}

function packsOf(offered: readonly OfferedRule[]): readonly PackOffer[] {
  const ids = [...new Set(offered.map(({ packId }) => packId))]
  return ids.map((packId) => {
    const rules = offered.filter((rule) => rule.packId === packId)
    return { packId, packTitle: rules[0]?.packTitle ?? packId, rules }
  })
}

const zAdopt = z.object({
  ruleIds: z.array(z.string()).min(1, 'input.required'),
  fromYear: z.string().regex(/^\d{4}$/, 'year.invalid'),
})

interface AdoptFormProps {
  readonly packId: string
  readonly rules: readonly OfferedRule[]
  readonly choices: Choices
  readonly thisYear: number
  readonly startYear: number
}

/** Ticks what the school takes over from a pack; each is then its own, to be changed or left. */
function AdoptForm({ packId, rules, choices, thisYear, startYear }: AdoptFormProps) {
  const form = useZodForm(zAdopt, { ruleIds: [], fromYear: String(startYear) })
  const adopt = useWrite('entitlements.adopt', {
    saved: ({ adopted }) => `${plural(adopted, 'promise', 'promises')} taken over`,
  })
  const sources = new Map(rules.flatMap((rule) => rule.sources.map((source) => [source.title, source] as const)))
  return (
    <Form
      form={form}
      label={`Take from ${rules[0]?.packTitle ?? packId}`}
      onSubmit={({ ruleIds, fromYear }) =>
        adopt.send({ rules: ruleIds.map((ruleId) => ({ packId, ruleId })), fromYear: Number(fromYear) })
      }
      onSaved={() => form.setValue('ruleIds', [])}
    >
      <CheckBoxGroup
        name="ruleIds"
        label="Promises"
        options={rules.map((rule) => ({
          value: rule.ruleId,
          title: rule.title,
          note: `${wordsOf(rule, choices)}. ${rule.why} Counted: ${countedFrom(rule.counts, choices)}.`,
        }))}
        isRequired
      />
      <Select
        name="fromYear"
        label="From the academic year"
        width="short"
        options={yearsAround(thisYear).map((year) => ({ value: String(year), title: yearLabel(year) }))}
        isRequired
      />
      <FormActions submit="Take these over" kind="plain" />
      {rules[0] !== undefined && (
        <RuleSource
          origin={{ packId, packTitle: rules[0].packTitle, isToBeChecked: rules[0].isToBeChecked }}
          sources={[...sources.values()]}
        />
      )}
    </Form>
  )
}

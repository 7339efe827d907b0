import { z } from 'zod'
import { useParams } from 'wouter'
import { zDay, formatDay, type Day } from '../../../../shared/kernel/dates'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import type { RuleHead } from '../../../../shared/features/entitlements/contract'
import { standingWords } from '../../../../shared/features/entitlements/words'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { YearChoice } from '../components/year-choice'
import { inYear, useYear } from '../lib/use-year'

type Ticks = OutputFor<'entitlements.ticks'>

/** One promise on one screen: who has had it, and a tick for everybody who has it now. */
export function TicksPage() {
  const { ruleId } = useParams<{ ruleId?: string }>()
  const [year] = useYear()
  const list = useRead('entitlements.list', year === undefined ? {} : { year }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Tick off what was promised"
        about="For what leaves no record of its own: a text that was read, a talk that was held, a mentor who was named."
        trail={[{ title: 'Entitlements', to: '/entitlements' }]}
      />
      <ReadState read={list}>
        {({ rules, startYear, thisYear }) => {
          const ticked = rules.filter(({ counts }) => counts === 'ticks')
          const rule = ticked.find(({ id }) => id === ruleId) ?? ticked[0]
          if (rule === undefined) return <NothingToTick />
          const choose = (next: string | null | undefined) =>
            next !== null &&
            next !== undefined &&
            navigate(inYear(`/entitlements/ticks/${next}`, startYear, thisYear))
          return (
            <>
              <Block>
                <YearChoice startYear={startYear} thisYear={thisYear} />
              </Block>
              <Block>
                <Select
                  label="Promise"
                  options={ticked.map(({ id, title }) => ({ value: id, title }))}
                  value={rule.id}
                  onChange={choose}
                />
              </Block>
              <OneRule key={`${rule.id} ${startYear}`} rule={rule} year={startYear} />
            </>
          )
        }}
      </ReadState>
    </>
  )
}

function NothingToTick() {
  return (
    <EmptyState
      title="Nothing to tick off"
      about="A promise can be counted from what you tick off here: choose that for it under “What counts”."
      primary={<LinkButton to="/entitlements/rules">What we promise</LinkButton>}
    />
  )
}

function OneRule({ rule, year }: { readonly rule: RuleHead; readonly year: number }) {
  const read = useRead('entitlements.ticks', { ruleId: rule.id, year })
  return (
    <ReadState read={read}>
      {(ticks) => (
        <Columns split="even">
          <Open ticks={ticks} />
          <Done ticks={ticks} />
        </Columns>
      )}
    </ReadState>
  )
}

const zTicks = z.object({
  doneOn: zDay,
  note: zOptionalLine(200),
  personIds: z.array(z.string()).min(1, 'input.required'),
})

/** Those who have not had it yet: Tab to the list, the space bar ticks. */
function Open({ ticks }: { readonly ticks: Ticks }) {
  const open = ticks.people.filter(({ received, entitled }) => (received ?? 0) < entitled)
  if (open.length === 0)
    return (
      <Block>
        <SectionTitle>Still to come</SectionTitle>
        <p>{ticks.people.length === 0 ? 'This is promised to nobody in this year.' : 'Everybody has had it.'}</p>
      </Block>
    )
  return (
    <Block>
      <SectionTitle>Still to come</SectionTitle>
      <TickForm ticks={ticks} open={open} />
    </Block>
  )
}

function TickForm({ ticks, open }: { readonly ticks: Ticks; readonly open: Ticks['people'] }) {
  const start: { doneOn: Day; note: null; personIds: string[] } = { doneOn: ticks.today, note: null, personIds: [] }
  const form = useZodForm(zTicks, start)
  const tick = useWrite('entitlements.tick', {
    saved: ({ ticked }) => `${plural(ticked, 'person', 'people')} ticked off`,
  })
  const all = open.map(({ personId }) => personId)
  const choose = (personIds: string[]) => form.setValue('personIds', personIds, { shouldDirty: true })
  return (
    <Form
      form={form}
      label="Tick off"
      onSubmit={(values) => tick.send({ ruleId: ticks.rule.id, ...values })}
      onSaved={() => choose([])}
    >
      <FormRow>
        <DateField name="doneOn" label="Done on" isRequired />
        <TextField name="note" label="Note" hint="Such as: with the line manager" />
      </FormRow>
      <div className="form-actions">
        <Button kind="quiet" size="small" onPress={() => choose(all)}>
          Choose all {all.length}
        </Button>
        <Button kind="quiet" size="small" onPress={() => choose([])}>
          Choose none
        </Button>
      </div>
      <CheckBoxGroup
        name="personIds"
        label="People"
        options={open.map(({ personId, listName, postTitle, standing, dueOn }) => ({
          value: personId,
          title: listName,
          note: [postTitle, `${standingWords[standing].toLowerCase()}, by ${formatDay(dueOn)}`]
            .filter(Boolean)
            .join(' · '),
        }))}
        isRequired
      />
      <FormActions submit="Tick them off" />
    </Form>
  )
}

interface TickLine {
  readonly id: string
  readonly listName: string
  readonly doneOn: Day
  readonly note: string | null
}

const doneColumns: readonly TableColumn<TickLine>[] = [
  { key: 'name', title: 'Name', kind: 'text', value: ({ listName }) => listName, note: ({ note }) => note ?? '' },
  { key: 'doneOn', title: 'Done on', kind: 'day', value: ({ doneOn }) => doneOn, width: 140 },
]

function Done({ ticks }: { readonly ticks: Ticks }) {
  const untick = useWrite('entitlements.untick', { saved: 'Tick taken back', toastFailure: true })
  const lines = ticks.people.flatMap(({ listName, ticks: own }): TickLine[] =>
    own.map(({ id, doneOn, note }) => ({ id, listName, doneOn, note })),
  )
  return (
    <Block>
      <SectionTitle>Ticked off</SectionTitle>
      <DataTable
        label="Ticked off"
        rows={lines}
        rowKey={({ id }) => id}
        columns={doneColumns}
        height="natural"
        actions={({ id }) => [
          { key: 'untick', title: 'Take the tick back', onAction: () => void untick.send({ ids: [id] }) },
        ]}
        empty={<p>Nobody yet.</p>}
      />
    </Block>
  )
}

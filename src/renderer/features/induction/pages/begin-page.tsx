import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { formatDayShort, isDay, zDay, type Day } from '../../../../shared/kernel/dates'
import { zOptionalText } from '../../../../shared/kernel/texts'
import type { Starter, StepList } from '../../../../shared/features/induction/model'
import { dueAfter } from '../../../../shared/features/induction/rules'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { usePeopleOptions } from '../../../lib/use-people'

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')
const zBeginForm = z.object({
  personId: zChosen,
  startedOn: zDay,
  responsiblePersonId: z.string().nullable().default(null),
  listKey: zChosen,
  note: zOptionalText(500),
})

/** Begins an induction from a list of steps. */
export function BeginPage() {
  const [personId] = useQueryParam('person')
  const lists = useRead('induction.lists', {})
  const known = useRead('induction.list', {})
  return (
    <>
      <PageHead
        title="Begin an induction"
        about="Choose who starts and which steps they are to have. Days are counted from the first one, and everything can be changed afterwards."
        trail={[
          { title: 'Staff', to: '/staff' },
          { title: 'Induction', to: '/induction' },
        ]}
      />
      <ReadState read={lists}>
        {(found) => (
          <ReadState read={known}>
            {({ starters }) => (
              <BeginForm
                key={personId}
                found={found}
                starter={starters.find(({ id }) => id === personId)}
                personId={personId}
              />
            )}
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

interface BeginFormProps {
  readonly found: OutputFor<'induction.lists'>
  readonly starter: Starter | undefined
  readonly personId: string | undefined
}

function BeginForm({ found, starter, personId }: BeginFormProps) {
  const form = useZodForm(zBeginForm, {
    personId: personId ?? null,
    startedOn: starter?.startedOn ?? found.today,
    responsiblePersonId: starter?.lineManagerId ?? null,
    listKey: found.lists[0]?.key ?? null,
    note: null,
  })
  const draft = useDraft(form, 'induction.begin', personId ?? 'new')
  // Which steps of which list are not wanted: the box is ticked for all at first.
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set())
  const begin = useWrite('induction.begin', { saved: 'Induction begun' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Induction"
      onSubmit={({ listKey, ...values }) => {
        const list = found.lists.find(({ key }) => key === listKey)
        const steps = (list?.steps ?? []).filter((_, index) => !unwanted.has(`${listKey} ${index}`))
        return begin.send({
          ...values,
          steps: steps.map(({ title, weeks }) => ({
            title,
            dueOn: dueAfter(values.startedOn, weeks),
            responsiblePersonId: values.responsiblePersonId,
          })),
        })
      }}
      onSaved={({ id }) => navigate(`/induction/${id}`)}
    >
      <DraftNotice draft={draft} />
      <WhoFields />
      <FormPart title="Steps">
        <Select
          name="listKey"
          label="List of steps"
          options={found.lists.map(({ key, title, from, steps }) => ({
            value: key,
            title,
            note: `${steps.length} steps · ${from}`,
          }))}
          isRequired
        />
        <Steps lists={found.lists} unwanted={unwanted} onUnwanted={setUnwanted} />
      </FormPart>
      <FormActions submit="Begin this induction" cancelTo="/induction" />
    </Form>
  )
}

/** Who starts, when, and who sees to it. */
function WhoFields() {
  const people = usePeopleOptions()
  return (
    <FormPart title="Who">
      <FormRow>
        <ComboBox name="personId" label="Who starts" options={people} isRequired />
        <DateField name="startedOn" label="First day" isRequired />
      </FormRow>
      <ComboBox
        name="responsiblePersonId"
        label="Who sees to it"
        hint="Stands at each step at first; a step can be given to somebody else afterwards"
        options={people}
      />
      <TextArea name="note" label="Note" rows={2} />
    </FormPart>
  )
}

interface StepsProps {
  readonly lists: readonly StepList[]
  readonly unwanted: ReadonlySet<string>
  readonly onUnwanted: (unwanted: ReadonlySet<string>) => void
}

/** The steps of the list that is chosen, each with the day it would have. */
function Steps({ lists, unwanted, onUnwanted }: StepsProps) {
  const [listKey, startedOn] = useWatch<Record<string, string | null>>({ name: ['listKey', 'startedOn'] })
  const list = lists.find(({ key }) => key === listKey)
  if (!list) return null
  const keys = list.steps.map((_, index) => `${list.key} ${index}`)
  const dayOf = (weeks: number | null): Day | null =>
    typeof startedOn === 'string' && isDay(startedOn) ? dueAfter(startedOn as Day, weeks) : null
  return (
    <CheckBoxGroup
      label="Steps to begin with"
      saysOptional={false}
      options={list.steps.map(({ title, weeks }, index) => {
        const dueOn = dayOf(weeks)
        return {
          value: `${list.key} ${index}`,
          title,
          note: dueOn === null ? 'No day yet' : `By ${formatDayShort(dueOn)}`,
        }
      })}
      value={keys.filter((key) => !unwanted.has(key))}
      onChange={(chosen) => {
        const wanted = new Set(chosen)
        const others = [...unwanted].filter((key) => !keys.includes(key))
        onUnwanted(new Set([...others, ...keys.filter((key) => !wanted.has(key))]))
      }}
    />
  )
}

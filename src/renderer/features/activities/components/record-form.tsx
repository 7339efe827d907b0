import { useEffect } from 'react'
import type { OutputFor } from '../../../../shared/contract'
import type { Candidate } from '../../../../shared/features/activities/booking-contract'
import { zRecordInput, type RecordInput } from '../../../../shared/features/activities/model'
import { isDay, type Day } from '../../../../shared/kernel/dates'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { firstInput } from '../../../components/fields/field-types'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm, type ZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useGiven } from '../../../components/use-given'
import { useController } from 'react-hook-form'
import { useFormLabel } from '../../../components/fields/form-labels'
import { fieldMessage } from '../../../lib/field-message'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { DayAndTimes } from './day-and-times'
import { PeoplePicker } from './people-picker'
import { useTypology } from './use-typology'

export interface RecordFormProps {
  readonly choices: OutputFor<'activities.choices'>
  /** Whose page it was asked from. */
  readonly personId: string | undefined
}

type RecordZodForm = ZodForm<typeof zRecordInput>

/** What, when and who on one page; one change makes activity, event, session, bookings and marks. */
export function RecordForm({ choices, personId }: RecordFormProps) {
  const form = useZodForm(zRecordInput, {
    eventId: null,
    activityId: null,
    title: null,
    typeCode: null,
    providerName: null,
    heldOn: null,
    startsAt: null,
    endsAt: null,
    durationMinutes: null,
    isInsetDay: false,
    priorityId: null,
    expectedChange: null,
    personIds: personId === undefined ? [] : [personId],
    absentIds: [],
  })
  const draft = useDraft(form, 'activities.record', personId ?? 'new')
  const save = useWrite('activities.record', { saved: savedWords })
  const [heldOn, personIds] = form.watch(['heldOn', 'personIds'])
  const isToCome = typeof heldOn === 'string' && isDay(heldOn) && heldOn > choices.today
  const verb = isToCome ? 'Book' : 'Record'
  return (
    <Form
      form={form}
      draft={draft}
      label="Record what was done"
      onSubmit={(values) => save.send(values)}
      onSaved={({ eventId }) => navigate(`/activities/${eventId}`)}
    >
      <DraftNotice draft={draft} />
      <WhatFields form={form} choices={choices} />
      <DayAndTimes at="" near={choices.today} />
      <FormPart title={isToCome ? 'Who goes?' : 'Who was there?'}>
        <WhoField form={form} today={choices.today} />
      </FormPart>
      <FormPart title="What for">
        <FormRow>
          <Select
            name="priorityId"
            label="Priority it serves"
            noneTitle="None in particular"
            options={choices.priorities.map((priority) => ({ value: priority.id, title: priority.title }))}
          />
        </FormRow>
        <TextArea
          name="expectedChange"
          label="What should be different afterwards?"
          hint="In class or for pupils; the start of its evaluation"
          rows={2}
        />
      </FormPart>
      <FormActions
        submit={personIds.length === 0 ? verb : `${verb} ${plural(personIds.length, 'person', 'people')}`}
        cancelTo="/activities"
      />
    </Form>
  )
}

function savedWords({ title, marked, absent, booked, isNewEvent }: OutputFor<'activities.record'>): string {
  if (marked === 0) return `${title}: ${plural(booked, 'person', 'people')} booked`
  const missed = absent === 0 ? '' : `, ${absent} absent`
  return `${title}: ${plural(marked, 'person', 'people')} recorded${missed}${isNewEvent ? '' : ' on the event that was there'}`
}

interface WhatFieldsProps {
  readonly form: RecordZodForm
  readonly choices: OutputFor<'activities.choices'>
}

const newKey = 'new'
/** The type of the pack whose sessions are INSET days until the person says otherwise. */
const TRAINING_DAY = 'INSET'

function WhatFields({ form, choices }: WhatFieldsProps) {
  const typology = useTypology()
  const { field } = useController({ name: 'title', control: form.control })
  useFormLabel('title', 'What was it?')
  const [title, activityId, typeCode] = form.watch(['title', 'activityId', 'typeCode'])
  const isTrainingDay =
    typeCode === TRAINING_DAY ||
    choices.activities.some((one) => one.id === activityId && one.typeCode === TRAINING_DAY)
  const isTypeGiven = useGiven('typeCode', 'activityId')
  useEffect(() => {
    if (!isTypeGiven() && isTrainingDay) form.setValue('isInsetDay', true)
  }, [form, isTypeGiven, isTrainingDay])
  const fresh = title ?? null
  const options = choices.activities.map((activity) => ({
    value: activity.id,
    title: activity.title,
    note: [typology.typeName(activity.typeCode), activity.providerName].filter(Boolean).join(' · '),
  }))
  const chooseKnown = (id: string | null | undefined) => {
    if (id === newKey) return
    form.setValue('title', null)
    form.setValue('activityId', id ?? null, { shouldDirty: true })
    form.clearErrors('title')
    const usual = choices.activities.find((activity) => activity.id === id)?.defaultMinutes ?? null
    if (usual !== null && form.getValues('durationMinutes') === null) form.setValue('durationMinutes', usual)
  }
  return (
    <>
      <ComboBox
        label="What was it?"
        hint="Type a few letters: choose what ran before, or add something new"
        isRequired
        options={fresh === null ? options : [{ value: newKey, title: fresh, note: 'New' }, ...options]}
        value={fresh === null ? activityId : newKey}
        onChange={chooseKnown}
        onCreate={(text) => {
          form.setValue('activityId', null)
          form.setValue('title', text, { shouldDirty: true })
          form.clearErrors('title')
        }}
        registerInput={field.ref}
        error={fieldMessage(form.formState.errors.title)}
      />
      {fresh !== null && (
        <FormRow>
          <Select name="typeCode" label="Type" isRequired options={typology.types} />
          <TextField name="providerName" label="Provider from outside" />
        </FormRow>
      )}
    </>
  )
}

/** People as they stood on the day, once it is known. */
function WhoField({ form, today }: { readonly form: RecordZodForm; readonly today: Day }) {
  const [heldOn, personIds] = form.watch(['heldOn', 'personIds'])
  const on = typeof heldOn === 'string' && isDay(heldOn) ? (heldOn as Day) : today
  const read = useRead('bookings.candidates', { on }, { keepPrevious: true })
  const { field, fieldState } = useController({ name: 'personIds', control: form.control })
  useFormLabel('personIds', 'Who was there?')
  const people = read.data?.people ?? []
  const change = (chosen: ReadonlySet<string>) => {
    // Whoever is ticked after all came; whoever is unticked joins those noted as absent.
    if ((form.getValues('absentIds') ?? []).length > 0) form.setValue('absentIds', othersThan(people, chosen))
    form.setValue('personIds', [...chosen] as RecordInput['personIds'], { shouldDirty: true })
    if (chosen.size > 0) form.clearErrors('personIds')
  }
  return (
    <ReadState read={read}>
      {({ people: known }) => (
        <div ref={firstInput(field.ref)}>
          <PeoplePicker label="People" people={known} chosen={new Set(personIds)} onChange={change} />
          {on <= today && personIds.length > 1 && <AbsentBox form={form} people={known} />}
          {fieldState.error !== undefined && <p className="field-error">Choose at least one person.</p>}
        </div>
      )}
    </ReadState>
  )
}

function othersThan(people: readonly Candidate[], chosen: ReadonlySet<string>): RecordInput['absentIds'] {
  return people.filter((person) => !chosen.has(person.personId)).map((person) => person.personId)
}

/** Whoever is left out of a day for everyone was absent: one tick says so of all of them. */
function AbsentBox({ form, people }: { readonly form: RecordZodForm; readonly people: readonly Candidate[] }) {
  const [personIds, absentIds] = form.watch(['personIds', 'absentIds'])
  const others = othersThan(people, new Set(personIds))
  if (others.length === 0) return null
  return (
    <CheckBox
      label={
        others.length === 1
          ? 'Write the one not ticked down as absent'
          : `Write the ${others.length} not ticked down as absent`
      }
      hint="Booked, marked absent, credited nothing"
      value={(absentIds ?? []).length > 0}
      onChange={(isOn) => form.setValue('absentIds', isOn === true ? others : [], { shouldDirty: true })}
    />
  )
}

import { useParams } from 'wouter'
import type { OutputFor } from '../../../../shared/contract'
import type { EventDetail } from '../../../../shared/features/activities/contract'
import { zEventInput } from '../../../../shared/features/activities/model'
import { DraftNotice, useDraft } from '../../../components/draft'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm, type StartValues } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { ActivityChoice } from '../components/activity-choice'
import { SessionFields } from '../components/session-fields'

const trail = [{ title: 'Activities', to: '/activities' }]

/** Plans a run of an activity, new or known. */
export function NewEventPage() {
  const read = useRead('activities.choices', {})
  return (
    <>
      <PageHead
        title="Plan an event"
        about="An event is one run of an activity: its days, its place, how many can come. People are booked next."
        trail={trail}
      />
      <ReadState read={read}>{(choices) => <EventForm choices={choices} event={undefined} />}</ReadState>
    </>
  )
}

/** Changes an event and its sessions. */
export function EditEventPage() {
  const { id } = useParams<{ id: string }>()
  const choices = useRead('activities.choices', {})
  const event = useRead('activities.event', { id })
  return (
    <>
      <PageHead
        title={event.data === undefined ? 'Change the event' : `Change ${event.data.title}`}
        trail={[...trail, { title: event.data?.title ?? 'Event', to: `/activities/${id}` }]}
      />
      <ReadState read={choices}>
        {(known) => <ReadState read={event}>{(detail) => <EventForm choices={known} event={detail} />}</ReadState>}
      </ReadState>
    </>
  )
}

const statuses = [
  { value: 'planned', title: 'Planned', note: 'It is going to happen' },
  { value: 'idea', title: 'An idea', note: 'Noted, not promised' },
]

interface EventFormProps {
  readonly choices: OutputFor<'activities.choices'>
  readonly event: EventDetail | undefined
}

function startEvent(event: EventDetail | undefined): StartValues<typeof zEventInput> {
  if (event === undefined) {
    const session = { id: null, startsAt: null, endsAt: null, durationMinutes: null, isInsetDay: false }
    return {
      id: null,
      activityId: null,
      newActivity: null,
      title: null,
      status: 'planned',
      venue: null,
      ledBy: null,
      capacity: null,
      minimumPeople: null,
      priorityId: null,
      note: null,
      // The day is null until it is typed; the schema asks for it.
      sessions: [{ ...session, heldOn: null as never }],
    }
  }
  return {
    id: event.id,
    activityId: event.activityId,
    newActivity: null,
    title: event.ownTitle,
    status: event.status === 'cancelled' ? 'planned' : event.status,
    venue: event.venue,
    ledBy: event.ledBy,
    capacity: event.capacity,
    minimumPeople: event.minimumPeople,
    priorityId: event.priorityId,
    note: event.note,
    sessions: event.sessionList.map(({ marks: _marks, ...session }) => session),
  }
}

function EventForm({ choices, event }: EventFormProps) {
  const form = useZodForm(zEventInput, startEvent(event))
  const draft = useDraft(form, 'activities.event', event?.id ?? 'new')
  const save = useWrite('activities.saveEvent', { saved: event === undefined ? 'Event planned' : 'Event saved' })
  const back = event === undefined ? '/activities' : `/activities/${event.id}`
  const options = event?.status === 'done' ? [{ value: 'done', title: 'Held' }, ...statuses] : statuses
  return (
    <Form
      form={form}
      draft={draft}
      label="Event"
      onSubmit={(values) => save.send(values)}
      onSaved={({ id }) => navigate(`/activities/${id}`)}
    >
      <DraftNotice draft={draft} />
      {event?.status === 'cancelled' && (
        <Notice tone="warn" title="This event is cancelled">
          Saving it plans it again, with the people who were booked.
        </Notice>
      )}
      <ActivityChoice choices={choices} />
      <TextField
        name="title"
        label="A name of its own"
        hint="Only where this run is called something else: “Phonics refresher, spring”"
      />
      <RadioGroup name="status" label="How firm is it?" options={options} across />
      <FormPart title="Sessions">
        <SessionFields near={choices.today} />
      </FormPart>
      <FormPart title="Place and people">
        <FormRow>
          <TextField name="venue" label="Where" />
          <TextField name="ledBy" label="Led by" />
        </FormRow>
        <NumberField
          name="capacity"
          label="How many can come?"
          hint="Leave empty for as many as like; over it, people wait"
          minValue={1}
        />
        <NumberField
          name="minimumPeople"
          label="How many must come?"
          hint="With fewer it does not run; leave empty where that does not matter"
          minValue={1}
        />
        <Select
          name="priorityId"
          label="Priority it serves"
          noneTitle="None in particular"
          options={choices.priorities.map((priority) => ({ value: priority.id, title: priority.title }))}
        />
        <TextArea name="note" label="Notes" rows={3} />
      </FormPart>
      <FormActions submit={event === undefined ? 'Plan the event' : 'Save the event'} cancelTo={back} />
    </Form>
  )
}

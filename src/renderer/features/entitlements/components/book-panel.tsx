import { z } from 'zod'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import type { EntitledPersonLine, RuleHead } from '../../../../shared/features/entitlements/contract'
import { LinkButton } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { Select } from '../../../components/fields/select'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

interface BookPanelProps {
  readonly rule: RuleHead
  /** Those who fall behind with the promise. */
  readonly people: readonly EntitledPersonLine[]
  readonly onClose: () => void
}

const zBooking = z.object({
  eventId: z.string().min(1, 'input.required'),
  personIds: z.array(z.string()).min(1, 'input.required'),
})

/** Puts people who fall behind with a promise on an event to come that counts for it, all in one change. */
export function BookPanel({ rule, people, onClose }: BookPanelProps) {
  const read = useRead('entitlements.eventsFor', { ruleId: rule.id })
  return (
    <SidePanel title="Book those who fall behind" isOpen onClose={onClose}>
      <p>{rule.title}</p>
      <ReadState read={read}>
        {({ events }) =>
          events.length === 0 ? <NoEvent /> : <BookForm events={events} people={people} onClose={onClose} />
        }
      </ReadState>
    </SidePanel>
  )
}

function NoEvent() {
  return (
    <>
      <p>Nothing that counts for this promise is planned yet.</p>
      <LinkButton to="/activities/new">Plan an event</LinkButton>
    </>
  )
}

type EventToCome = OutputFor<'entitlements.eventsFor'>['events'][number]

interface BookFormProps extends Omit<BookPanelProps, 'rule'> {
  readonly events: readonly EventToCome[]
}

function BookForm({ events, people, onClose }: BookFormProps) {
  const form = useZodForm(zBooking, {
    eventId: events.length === 1 ? (events[0]?.id ?? '') : '',
    personIds: people.map(({ personId }) => personId),
  })
  const book = useWrite('bookings.book', {
    saved: ({ booked, waiting, already }) =>
      [
        `${plural(booked, 'person', 'people')} booked`,
        ...(waiting > 0 ? [`${waiting} on the waiting list`] : []),
        ...(already > 0 ? [`${already} had a place already`] : []),
      ].join(', '),
  })
  return (
    <Form
      form={form}
      label="Booking"
      onSubmit={({ eventId, personIds }) => book.send({ eventId, personIds, expectedChange: null })}
      onSaved={onClose}
    >
      <Select
        name="eventId"
        label="Event"
        options={events.map((event) => ({ value: event.id, title: event.title, note: aboutOf(event) }))}
        isRequired
      />
      <CheckBoxGroup
        name="personIds"
        label="People"
        options={people.map(({ personId, listName, postTitle }) => ({
          value: personId,
          title: listName,
          note: postTitle ?? undefined,
        }))}
        isRequired
      />
      <FormActions submit="Book them" onCancel={onClose} />
    </Form>
  )
}

function aboutOf({ firstOn, minutes, booked, capacity }: EventToCome): string {
  const places =
    capacity === null ? plural(booked, 'person booked', 'people booked') : `${booked} of ${capacity} places`
  return `${formatDay(firstOn)}, ${formatMinutes(minutes)}, ${places}`
}

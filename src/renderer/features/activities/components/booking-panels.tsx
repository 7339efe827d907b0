import { useState } from 'react'
import { z } from 'zod'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import { zNeededText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { PeoplePicker } from './people-picker'

interface PersonPanelProps {
  /** Whose booking it is; undefined closes the panel. */
  readonly person: GridPerson | undefined
  readonly onClose: () => void
}

/** Cancels one booking, with the reason. */
export function CancelBooking({ person, onClose }: PersonPanelProps) {
  return (
    <SidePanel
      title={person === undefined ? 'Cancel the booking' : `${person.name} is not coming`}
      isOpen={person !== undefined}
      onClose={onClose}
    >
      {person !== undefined && <CancelForm bookingId={person.bookingId} onClose={onClose} />}
    </SidePanel>
  )
}

const zReason = z.object({ reason: zNeededText(500) })

function CancelForm({ bookingId, onClose }: { readonly bookingId: string; readonly onClose: () => void }) {
  const form = useZodForm(zReason, { reason: '' })
  const cancel = useWrite('bookings.cancel', {
    saved: ({ waiting }) =>
      waiting === 0
        ? 'Booking cancelled'
        : `Booking cancelled; ${plural(waiting, 'person waits', 'people wait')} for a place`,
  })
  return (
    <Form form={form} onSubmit={({ reason }) => cancel.send({ bookingIds: [bookingId], reason })} onSaved={onClose}>
      <TextField name="reason" label="Why?" hint="Ill, needed in class, no cover" isRequired autoFocus />
      <FormActions submit="Cancel the booking" onCancel={onClose} leave="Keep the booking" />
    </Form>
  )
}

/** Someone else takes a booked place. */
export function SubstitutePanel({ eventId, person, onClose }: PersonPanelProps & { readonly eventId: string }) {
  return (
    <SidePanel
      title={person === undefined ? 'Someone else goes' : `Who goes instead of ${person.name}?`}
      isOpen={person !== undefined}
      onClose={onClose}
    >
      {person !== undefined && <Substitute eventId={eventId} bookingId={person.bookingId} onClose={onClose} />}
    </SidePanel>
  )
}

interface SubstituteProps {
  readonly eventId: string
  readonly bookingId: string
  readonly onClose: () => void
}

function Substitute({ eventId, bookingId, onClose }: SubstituteProps) {
  const read = useRead('bookings.candidates', { eventId })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const substitute = useWrite('bookings.substitute', { saved: 'Place passed on', toastFailure: true })
  const [personId] = chosen
  const send = async () => {
    if (personId === undefined) return
    const result = await substitute.send({ bookingId, personId })
    if (result.ok) onClose()
  }
  return (
    <ReadState read={read}>
      {({ people }) => (
        <div className="form">
          <PeoplePicker
            label="Who goes instead"
            isSingle
            people={people.filter((one) => one.bookingState === null || one.bookingState === 'cancelled')}
            chosen={chosen}
            onChange={setChosen}
          />
          <Button kind="primary" isDisabled={personId === undefined} onPress={() => void send()}>
            Pass the place on
          </Button>
        </div>
      )}
    </ReadState>
  )
}

export interface BookPanelProps {
  readonly eventId: string
  readonly isOpen: boolean
  /** Asked once: what should be different afterwards. */
  readonly isChangeAsked: boolean
  readonly onClose: () => void
}

/** Books people, several at once. */
export function BookPanel({ eventId, isOpen, isChangeAsked, onClose }: BookPanelProps) {
  return (
    <SidePanel title="Book people" isOpen={isOpen} onClose={onClose}>
      {isOpen && <Book eventId={eventId} isChangeAsked={isChangeAsked} onClose={onClose} />}
    </SidePanel>
  )
}

function Book({ eventId, isChangeAsked, onClose }: Omit<BookPanelProps, 'isOpen'>) {
  const read = useRead('bookings.candidates', { eventId })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [expectedChange, setExpectedChange] = useState<string | null | undefined>(null)
  const book = useWrite('bookings.book', {
    toastFailure: true,
    saved: ({ booked, waiting }) =>
      waiting === 0
        ? `${plural(booked, 'person', 'people')} booked`
        : `${booked} booked, ${plural(waiting, 'person waits', 'people wait')} for a place`,
  })
  const send = async () => {
    const result = await book.send({ eventId, personIds: [...chosen], expectedChange: expectedChange ?? null })
    if (result.ok) onClose()
  }
  return (
    <ReadState read={read}>
      {({ people }) => (
        <div className="form">
          <PeoplePicker
            label="People to book"
            people={people.filter((person) => person.bookingState === null || person.bookingState === 'cancelled')}
            chosen={chosen}
            onChange={setChosen}
          />
          {isChangeAsked && (
            <TextArea
              label="What should be different afterwards?"
              hint="In class or for pupils. It becomes the start of the evaluation; you can leave it for later."
              rows={2}
              value={expectedChange}
              onChange={setExpectedChange}
            />
          )}
          <div className="book-actions">
            <Button
              kind="primary"
              isDisabled={chosen.size === 0}
              isBusy={book.isSending}
              onPress={() => void send()}
            >
              {chosen.size === 0 ? 'Book people' : `Book ${plural(chosen.size, 'person', 'people')}`}
            </Button>
          </div>
        </div>
      )}
    </ReadState>
  )
}

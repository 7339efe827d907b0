import { useState } from 'react'
import { z } from 'zod'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import { formatPence } from '../../../../shared/kernel/money'
import { zNeededText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { CheckBox } from '../../../components/fields/check-box'
import { NumberField } from '../../../components/fields/number-field'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
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
      title={person === undefined ? 'Cancel the booking' : leavingWords(person)}
      isOpen={person !== undefined}
      onClose={onClose}
    >
      {person !== undefined && <CancelForm bookingId={person.bookingId} onClose={onClose} />}
    </SidePanel>
  )
}

const leavingWords = ({ name, state }: GridPerson): string =>
  state === 'waiting' ? `${name} no longer waits` : `${name} is not coming`

const zCancel = z.object({
  reason: zNeededText(500),
  percent: z.int('number.invalid').min(0, 'number.invalid').max(100, 'number.invalid'),
  moveUp: z.boolean(),
})

type Terms = OutputFor<'requests.cancelTerms'>

function CancelForm({ bookingId, onClose }: { readonly bookingId: string; readonly onClose: () => void }) {
  const read = useRead('requests.cancelTerms', { bookingId })
  return (
    <ReadState read={read}>
      {(terms) => <GiveBack bookingId={bookingId} terms={terms} onClose={onClose} />}
    </ReadState>
  )
}

interface GiveBackProps {
  readonly bookingId: string
  readonly terms: Terms
  readonly onClose: () => void
}

/** The reason, what it costs by the terms, and who gets the place. */
function GiveBack({ bookingId, terms, onClose }: GiveBackProps) {
  const form = useZodForm(zCancel, { reason: '', percent: terms.percent ?? 0, moveUp: terms.waiting > 0 })
  const cancel = useWrite('requests.cancelPlace', { saved: givenBackWords })
  const percent = form.watch('percent')
  const charged = !terms.isWaiting && terms.costs.some((cost) => cost.isCharged && cost.stage !== 'billed')
  return (
    <Form form={form} onSubmit={(values) => cancel.send({ bookingId, ...values })} onSaved={onClose}>
      <TextField name="reason" label="Why?" hint="Ill, needed in class, no cover" isRequired autoFocus />
      {terms.costs.length > 0 && (
        <CostsOfPlace terms={terms} percent={typeof percent === 'number' ? percent : null} />
      )}
      {terms.isWaiting && <p>Nobody had the place yet: nothing is charged.</p>}
      {charged && (
        <NumberField
          name="percent"
          label="Charged of the fee"
          unit="%"
          minValue={0}
          maxValue={100}
          hint={termsWords(terms)}
          isRequired
        />
      )}
      {terms.waiting > 0 && (
        <CheckBox
          name="moveUp"
          label="Whoever has waited longest gets the place"
          hint={plural(terms.waiting, 'person waits', 'people wait')}
        />
      )}
      {terms.isWaiting ? (
        <FormActions submit="Take off the list" onCancel={onClose} leave="Keep on the list" />
      ) : (
        <FormActions submit="Cancel the booking" onCancel={onClose} leave="Keep the booking" />
      )}
    </Form>
  )
}

/** Each cost of the place with what becomes of it. `percent` is what is typed, null while it is no number. */
function CostsOfPlace({ terms, percent }: { readonly terms: Terms; readonly percent: number | null }) {
  return (
    <ul>
      {terms.costs.map((cost) => (
        <li key={cost.description}>
          {cost.description}, {formatPence(cost.wholePence)}: {becomesWords(cost, percent, terms.percent)}
        </li>
      ))}
    </ul>
  )
}

function becomesWords(cost: Terms['costs'][number], percent: number | null, byTerms: number | null): string {
  if (cost.stage === 'billed') return 'invoiced or paid, stays until a credit note comes'
  if (!cost.isCharged || percent === 0) return 'falls away'
  if (percent === byTerms) return `${formatPence(cost.proposedPence)} is charged by the terms`
  return percent === null ? 'charged in part' : `${percent}% of it is charged`
}

function termsWords({ percent, noticeDays }: Terms): string {
  if (percent === null) return 'No terms are set for this provider: set them under Requests, How we decide'
  return noticeDays === null ? 'By the terms' : `By the terms, with ${plural(noticeDays, 'day', 'days')} of notice`
}

function givenBackWords(done: OutputFor<'requests.cancelPlace'>): string {
  const [first, ...others] = done.movedUp
  return [
    'Booking cancelled',
    ...(done.chargedPence > 0 ? [`${formatPence(done.chargedPence)} charged`] : []),
    ...(done.givenUpPence > 0 ? [`${formatPence(done.givenUpPence)} no longer promised`] : []),
    ...(done.billedPence > 0 ? [`${formatPence(done.billedPence)} billed already: ask for a credit note`] : []),
    ...(first === undefined ? [] : [`${[first, ...others].join(' and ')} moved up from the waiting list`]),
    ...(done.toOrder > 0 ? [`${plural(done.toOrder, 'request has', 'requests have')} a place to be ordered`] : []),
    ...(done.waiting > 0 ? [`${plural(done.waiting, 'person waits', 'people wait')} for a place`] : []),
  ].join('; ')
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

import { zRecordInput } from '../../../shared/features/activities/model'
import type { BookingState } from '../../../shared/features/activities/model'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, type WriteDb } from '../../db/handle'
import { bookingRow, bookingsOfEvent } from './bookings'
import { book, cancelBookings, moveUp } from './bookings-service'
import { findOrMakeEvent, type RunNeeds } from './record'
import { firstDayOf } from './repository'

/** A run of something that may not be there yet. */
export interface NewRun {
  readonly title: string
  readonly typeCode: string | null
  readonly providerName: string | null
  readonly heldOn: Day | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly durationMinutes: number | null
  readonly priorityId: string | null
}

export interface Place {
  readonly eventId: string
  readonly title: string
  readonly firstOn: Day | null
  readonly bookingId: string
  /** Where the event is full, the person waits. */
  readonly state: BookingState
  /** False where they had it before. */
  readonly isNew: boolean
}

/**
 * Gives somebody a place: on an event that is there, or on a run that is found by its title and day, or made. Throws
 * Refusals `record.missing`, `event.cancelled`, `input.required`.
 */
export function placeFor(
  db: WriteDb,
  where: { readonly eventId: string } | { readonly run: NewRun },
  personId: string,
  needs: RunNeeds,
): Place {
  const eventId =
    'eventId' in where
      ? where.eventId
      : findOrMakeEvent(db, zRecordInput.parse({ ...where.run, personIds: [personId] }), needs).eventId
  const { booked, waiting } = book(db, { eventId, personIds: [personId] }, { today: needs.today })
  const booking = bookingsOfEvent(db, eventId).find((row) => row.person_id === personId)
  const titles = sql.selectFrom('event as e').innerJoin('activity as a', 'a.id', 'e.activity_id')
  const title = db.first(titles.select(eventTitle().as('title')).where('e.id', '=', eventId))?.title
  if (!booking || title === undefined) throw new Refusal('record.missing')
  const firstOn = firstDayOf(db, eventId) ?? null
  return { eventId, title, firstOn, bookingId: booking.id, state: booking.state, isNew: booked + waiting > 0 }
}

/**
 * Cancels one booking; where it is asked for, whoever waits longest gets the place. Throws Refusals `record.missing`,
 * `booking.cancelled`, `booking.has-attendance`.
 */
export function cancelOne(
  db: WriteDb,
  place: { readonly bookingId: string; readonly reason: string; readonly moveUp: boolean },
  today: Day,
): { waiting: number; movedUp: string[] } {
  const { waiting } = cancelBookings(db, { bookingIds: [place.bookingId], reason: place.reason }, today)
  const eventId = bookingRow(db, place.bookingId)?.event_id
  const movedUp = place.moveUp && eventId !== undefined ? moveUp(db, eventId) : []
  return { waiting: waiting - movedUp.length, movedUp }
}

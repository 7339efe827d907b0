import type { Candidate, GridPerson } from '../../../shared/features/activities/booking-contract'
import { clashOf, heads } from '../../../shared/features/activities/rules'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { Refusal } from '../../../shared/kernel/result'
import type { OutputFor } from '../../../shared/contract'
import type { ReadDb, WriteDb } from '../../db/handle'
import { personListName, personName } from '../../db/person-names'
import type { BookingRow, EventRow } from '../../db/schema'
import { bookedPeople, clearMark, marksOfEvent } from './attendance'
import {
  attendedAmong,
  bookingRow,
  bookingsOfEvent,
  insertBooking,
  otherSessionsOn,
  rebook,
  setBookingState,
  type OtherSession,
} from './bookings'
import { peopleOn, postsOn } from './people-on-day'
import { eventRow, firstDayOf, listSessions } from './repository'

function openEvent(db: ReadDb, id: string): EventRow {
  const event = eventRow(db, id)
  if (!event) throw new Refusal('record.missing')
  if (event.status === 'cancelled') throw new Refusal('event.cancelled')
  return event
}

/** What becomes of a place that is booked again after it was given back; belongs to requests. */
export type BookedAgain = (db: WriteDb, bookingId: string) => void

export interface HowToBook {
  readonly today: Day
  /** Places that must not be refused: someone who was there had one. */
  readonly isOverCapacityAllowed?: boolean
  /** None where a request books the place for itself. */
  readonly bookedAgain?: BookedAgain
}

/**
 * Books people; over the capacity they wait, in the order given. Whoever is booked or waiting stays as they are; a
 * cancelled booking is taken up again. Copies post, team and group held on the event's first day (today without one).
 * Throws Refusals `record.missing`, `event.cancelled`.
 */
export function book(
  db: WriteDb,
  input: { eventId: string; personIds: readonly string[] },
  { today, isOverCapacityAllowed = false, bookedAgain }: HowToBook,
): { booked: number; waiting: number; already: number } {
  const event = openEvent(db, input.eventId)
  const standing = new Map(bookingsOfEvent(db, event.id).map((booking) => [booking.person_id, booking]))
  const postOf = postsOn(db, input.personIds, firstDayOf(db, event.id) ?? today)
  const counts = { booked: 0, waiting: 0, already: 0 }
  let places = [...standing.values()].filter((booking) => booking.state === 'booked').length
  for (const personId of new Set(input.personIds)) {
    const before = standing.get(personId)
    const isFull = !isOverCapacityAllowed && event.capacity !== null && places >= event.capacity
    if (before && before.state !== 'cancelled' && !(before.state === 'waiting' && isOverCapacityAllowed)) {
      counts.already += 1
      continue
    }
    const state = isFull ? 'waiting' : 'booked'
    const booking = { eventId: event.id, personId, state, bookedOn: today, ...postOf(personId) } as const
    if (before) {
      rebook(db, before.id, booking)
      if (before.state === 'cancelled') bookedAgain?.(db, before.id)
    } else insertBooking(db, booking)
    counts[state] += 1
    if (state === 'booked') places += 1
  }
  return counts
}

function bookingsById(db: ReadDb, ids: readonly string[]): BookingRow[] {
  return [...new Set(ids)].map((id) => {
    const row = bookingRow(db, id)
    if (!row) throw new Refusal('record.missing')
    return row
  })
}

/**
 * Cancels bookings; marks of absence go with them. Says how many wait for the freed places. Throws Refusals
 * `booking.cancelled` where one is cancelled already, `booking.has-attendance` when someone is recorded as having been
 * there.
 */
export function cancelBookings(
  db: WriteDb,
  input: { bookingIds: readonly string[]; reason: string },
  today: Day,
): { cancelled: number; waiting: number } {
  const rows = bookingsById(db, input.bookingIds)
  // The day and the reason that are kept are those of the first time.
  if (rows.some((row) => row.state === 'cancelled')) throw new Refusal('booking.cancelled')
  const count = attendedAmong(
    db,
    rows.map((row) => row.id),
  )
  if (count > 0) throw new Refusal('booking.has-attendance', { count })
  for (const row of rows) {
    for (const mark of marksOfEvent(db, row.event_id)) if (mark.booking_id === row.id) clearMark(db, mark.id)
    setBookingState(db, row.id, 'cancelled', { on: today, reason: input.reason })
  }
  const events = new Set(rows.map((row) => row.event_id))
  const waiting = [...events].flatMap((id) => bookingsOfEvent(db, id)).filter((row) => row.state === 'waiting')
  return { cancelled: rows.length, waiting: waiting.length }
}

/**
 * Gives the free places of an event to those who wait longest. Returns their names, in that order; nobody where there is
 * no free place, or the event is cancelled.
 */
export function moveUp(db: WriteDb, eventId: string): string[] {
  const event = eventRow(db, eventId)
  if (!event || event.status === 'cancelled') return []
  const all = bookingsOfEvent(db, eventId)
  const taken = all.filter((row) => row.state === 'booked').length
  const waiting = all
    .filter((row) => row.state === 'waiting')
    .sort((a, b) => (a.booked_on === b.booked_on ? (a.id < b.id ? -1 : 1) : a.booked_on < b.booked_on ? -1 : 1))
  const next = waiting.slice(0, event.capacity === null ? undefined : Math.max(0, event.capacity - taken))
  for (const row of next) setBookingState(db, row.id, 'booked', undefined)
  const names = new Map(bookedPeople(db, eventId).map((row) => [row.id, personName(row)]))
  return next.map((row) => names.get(row.id) ?? '')
}

/** Gives people who wait (or whose booking was cancelled) a place, over the capacity if need be. */
export function confirmBookings(
  db: WriteDb,
  bookingIds: readonly string[],
  bookedAgain: BookedAgain,
): { confirmed: number } {
  const rows = bookingsById(db, bookingIds)
  for (const row of rows) {
    openEvent(db, row.event_id)
    setBookingState(db, row.id, 'booked', undefined)
    if (row.state === 'cancelled') bookedAgain(db, row.id)
  }
  return { confirmed: rows.length }
}

/** Someone else takes a place. Throws Refusals `booking.exists`, `booking.not-booked`, `booking.has-attendance`. */
export function substitute(
  db: WriteDb,
  input: { bookingId: string; personId: string },
  today: Day,
  /** The costs of the place go to whoever takes it; belongs to costs. */
  passOn: (db: WriteDb, fromBookingId: string, toBookingId: string) => void,
): string {
  const place = bookingsById(db, [input.bookingId])[0] as BookingRow
  openEvent(db, place.event_id)
  if (place.state !== 'booked') throw new Refusal('booking.not-booked')
  const other = bookingsOfEvent(db, place.event_id).find((row) => row.person_id === input.personId)
  if (other && other.state !== 'cancelled') throw new Refusal('booking.exists')
  cancelBookings(db, { bookingIds: [place.id], reason: 'Someone else took the place' }, today)
  const post = postsOn(db, [input.personId], firstDayOf(db, place.event_id) ?? today)(input.personId)
  const booking = {
    eventId: place.event_id,
    personId: input.personId,
    state: 'booked' as const,
    bookedOn: today,
    substituteForId: place.id,
    ...post,
  }
  if (other) rebook(db, other.id, booking)
  const taken = other?.id ?? insertBooking(db, booking)
  passOn(db, place.id, taken)
  return taken
}

/** Who can be booked on an event, or recorded for a day, with what else they are booked on then. */
export function candidates(
  db: ReadDb,
  input: { eventId?: string | undefined; on?: Day | undefined },
  today: Day,
): { on: Day; people: Candidate[] } {
  const sessions = input.eventId === undefined ? [] : listSessions(db, input.eventId)
  const on = sessions[0]?.heldOn ?? input.on ?? today
  const when = sessions.length > 0 ? sessions : [{ heldOn: on, startsAt: null, endsAt: null }]
  const days = when.map((session) => session.heldOn)
  const others = groupBy(otherSessionsOn(db, days, input.eventId), (row) => row.person_id)
  const bookings = input.eventId === undefined ? [] : bookingsOfEvent(db, input.eventId)
  const states = new Map(bookings.map((booking) => [booking.person_id, booking.state]))
  const clashFor = (rows: readonly OtherSession[]) => {
    const found = rows.flatMap((row) => {
      const there = { heldOn: row.held_on, startsAt: row.starts_at, endsAt: row.ends_at }
      const kinds = when.map((session) => clashOf(session, there))
      const kind = kinds.includes('time') ? 'time' : kinds.includes('day') ? 'day' : undefined
      return kind ? [{ eventId: row.event_id, title: row.title, heldOn: row.held_on, kind } as const] : []
    })
    return found.find((clash) => clash.kind === 'time') ?? found[0] ?? null
  }
  const people = peopleOn(db, on).map((person) => ({
    ...person,
    teamIds: [...person.teamIds],
    bookingState: states.get(person.personId) ?? null,
    clash: clashFor(others.get(person.personId) ?? []),
  }))
  return { on, people }
}

/** The attendance screen: sessions across, people down. Throws Refusal `record.missing`. */
export function attendanceGrid(db: ReadDb, eventId: string, today: Day): OutputFor<'attendance.grid'> {
  if (!eventRow(db, eventId)) throw new Refusal('record.missing')
  const sessions = listSessions(db, eventId).map(({ marks: _marks, ...session }) => session)
  const marks = marksOfEvent(db, eventId)
  const byBooking = groupBy(marks, (mark) => mark.booking_id)
  const rows = bookedPeople(db, eventId)
  const names = new Map(rows.map((row) => [row.id, personName(row)]))
  const people: GridPerson[] = rows.map((row) => ({
    bookingId: row.id,
    personId: row.person_id,
    name: personName(row),
    listName: personListName(row),
    postTitle: row.post_title,
    teamName: row.team_name,
    staffGroupName: row.staff_group_name,
    state: row.state,
    bookedOn: row.booked_on,
    cancelledOn: row.cancelled_on,
    cancelReason: row.cancel_reason,
    substituteForName: row.substitute_for_id === null ? null : (names.get(row.substitute_for_id) ?? null),
    marks: (byBooking.get(row.id) ?? []).map((mark) => ({
      sessionId: mark.session_id,
      state: mark.state,
      creditedMinutes: mark.credited_minutes,
    })),
  }))
  const credited = marks.map((mark) => ({ personId: mark.booking_id, creditedMinutes: mark.credited_minutes }))
  return {
    today,
    sessions,
    people,
    heads: heads(credited),
    creditedMinutes: credited.reduce((sum, mark) => sum + mark.creditedMinutes, 0),
  }
}

import type { BookingState } from '../../../shared/features/activities/model'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { BookingRow } from '../../db/schema'
import type { PostOnDay } from './people-on-day'
import { eventTitle } from '../../db/event-titles'

export function bookingsOfEvent(db: ReadDb, eventId: string): BookingRow[] {
  return db.all(sql.selectFrom('booking').selectAll().where('event_id', '=', eventId).orderBy('id'))
}

export function bookingRow(db: ReadDb, id: string): BookingRow | undefined {
  return db.first(sql.selectFrom('booking').selectAll().where('id', '=', id))
}

export interface NewBooking extends PostOnDay {
  readonly eventId: string
  readonly personId: string
  readonly state: BookingState
  readonly bookedOn: Day
  readonly substituteForId?: string | undefined
}

const copied = (post: PostOnDay) => ({
  post_title: post.postTitle,
  team_name: post.teamName,
  staff_group_id: post.staffGroupId,
})

export function insertBooking(db: WriteDb, booking: NewBooking): string {
  const id = newId()
  db.runOne(
    sql.insertInto('booking').values({
      id,
      event_id: booking.eventId,
      person_id: booking.personId,
      state: booking.state,
      booked_on: booking.bookedOn,
      cancelled_on: null,
      cancel_reason: null,
      ...copied(booking),
      note: null,
      substitute_for_id: booking.substituteForId ?? null,
    }),
  )
  return id
}

/** Books someone again whose booking was cancelled. */
export function rebook(db: WriteDb, id: string, booking: NewBooking): void {
  db.runOne(
    sql
      .updateTable('booking')
      .set({
        state: booking.state,
        booked_on: booking.bookedOn,
        cancelled_on: null,
        cancel_reason: null,
        substitute_for_id: booking.substituteForId ?? null,
        ...copied(booking),
      })
      .where('id', '=', id),
  )
}

export function setBookingState(
  db: WriteDb,
  id: string,
  state: BookingState,
  cancelled: { on: Day; reason: string } | undefined,
): void {
  db.runOne(
    sql
      .updateTable('booking')
      .set({ state, cancelled_on: cancelled?.on ?? null, cancel_reason: cancelled?.reason ?? null })
      .where('id', '=', id),
  )
}

/** Copies post, team and group anew, when an event moves to another day. */
export function setBookingPost(db: WriteDb, id: string, post: PostOnDay): void {
  db.runOne(sql.updateTable('booking').set(copied(post)).where('id', '=', id))
}

/** How many of these bookings have a mark that says the person was there. */
export function attendedAmong(db: ReadDb, bookingIds: readonly string[]): number {
  return bookingIds.filter((id) =>
    db.first(
      sql
        .selectFrom('attendance')
        .select('id')
        .where('booking_id', '=', id)
        .where('state', '<>', 'absent')
        .limit(1),
    ),
  ).length
}

export interface OtherSession {
  readonly person_id: string
  readonly event_id: string
  readonly title: string
  readonly held_on: Day
  readonly starts_at: string | null
  readonly ends_at: string | null
}

/** What people are booked on elsewhere on these days, cancelled events and bookings left out. */
export function otherSessionsOn(
  db: ReadDb,
  days: readonly Day[],
  exceptEventId: string | undefined,
): OtherSession[] {
  return [...new Set(days)].flatMap((on) => {
    let query = sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .innerJoin('booking as b', 'b.event_id', 'e.id')
      .select([
        'b.person_id',
        'e.id as event_id',
        eventTitle().as('title'),
        's.held_on',
        's.starts_at',
        's.ends_at',
      ])
      .where('s.held_on', '=', on)
      .where('e.status', '<>', 'cancelled')
      .where('b.state', '=', 'booked')
      .orderBy('s.starts_at')
    if (exceptEventId !== undefined) query = query.where('e.id', '<>', exceptEventId)
    return db.all(query)
  })
}

import type { AttendanceState } from '../../../shared/features/activities/model'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { AttendanceRow } from '../../db/schema'

/** A place in the grid: who and when, with what a mark must agree with. */
export interface Cell {
  readonly bookingState: 'booked' | 'waiting' | 'cancelled'
  readonly eventId: string
  readonly heldOn: Day
  readonly durationMinutes: number
  readonly markId: string | null
}

/** The cell of a booking and a session; undefined unless both are of one event. */
export function cellOf(db: ReadDb, bookingId: string, sessionId: string): Cell | undefined {
  const row = db.first(
    sql
      .selectFrom('booking as b')
      .innerJoin('session as s', 's.event_id', 'b.event_id')
      .leftJoin('attendance as t', (join) =>
        join.onRef('t.booking_id', '=', 'b.id').onRef('t.session_id', '=', 's.id'),
      )
      .select(['b.state', 'b.event_id', 's.held_on', 's.duration_minutes', 't.id as mark_id'])
      .where('b.id', '=', bookingId)
      .where('s.id', '=', sessionId),
  )
  return (
    row && {
      bookingState: row.state,
      eventId: row.event_id,
      heldOn: row.held_on,
      durationMinutes: row.duration_minutes,
      markId: row.mark_id,
    }
  )
}

/** Every mark of an event. */
export function marksOfEvent(db: ReadDb, eventId: string): AttendanceRow[] {
  return db.all(
    sql
      .selectFrom('session as s')
      .innerJoin('attendance as t', 't.session_id', 's.id')
      .selectAll('t')
      .where('s.event_id', '=', eventId),
  )
}

export function marksOfSession(db: ReadDb, sessionId: string): AttendanceRow[] {
  return db.all(sql.selectFrom('attendance').selectAll().where('session_id', '=', sessionId))
}

export interface MarkToKeep {
  readonly bookingId: string
  readonly sessionId: string
  readonly state: AttendanceState
  readonly creditedMinutes: number
}

/** Keeps a mark in its cell, over the one that was there. */
export function keepMark(db: WriteDb, mark: MarkToKeep, existingId: string | null): void {
  const values = { state: mark.state, credited_minutes: mark.creditedMinutes }
  if (existingId !== null) {
    db.runOne(sql.updateTable('attendance').set(values).where('id', '=', existingId))
    return
  }
  const cell = { id: newId(), booking_id: mark.bookingId, session_id: mark.sessionId }
  db.runOne(sql.insertInto('attendance').values({ ...cell, ...values }))
}

export function clearMark(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('attendance').where('id', '=', id))
}

export interface GridBooking {
  readonly id: string
  readonly person_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly state: 'booked' | 'waiting' | 'cancelled'
  readonly booked_on: Day
  readonly cancelled_on: Day | null
  readonly cancel_reason: string | null
  readonly post_title: string | null
  readonly team_name: string | null
  readonly staff_group_name: string | null
  readonly substitute_for_id: string | null
}

/** The people of an event by surname, cancelled bookings too. */
export function bookedPeople(db: ReadDb, eventId: string): GridBooking[] {
  return db.all(
    sql
      .selectFrom('booking as b')
      .innerJoin('person as p', 'p.id', 'b.person_id')
      .leftJoin('staff_group as g', 'g.id', 'b.staff_group_id')
      .select([
        'b.id',
        'b.person_id',
        'p.forename',
        'p.surname',
        'p.known_as',
        'b.state',
        'b.booked_on',
        'b.cancelled_on',
        'b.cancel_reason',
        'b.post_title',
        'b.team_name',
        'g.name as staff_group_name',
        'b.substitute_for_id',
      ])
      .where('b.event_id', '=', eventId)
      .orderBy('p.surname')
      .orderBy('p.forename')
      .orderBy('b.id'),
  )
}

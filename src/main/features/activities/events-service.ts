import type { EventDetail } from '../../../shared/features/activities/contract'
import type { ActivityInput, EventInput, SessionInput } from '../../../shared/features/activities/model'
import { academicYearsOf, creditedMinutes, sessionMinutes } from '../../../shared/features/activities/rules'
import type { Typology } from '../../../shared/features/packs/model'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { Refusal, type FieldError } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { clearMark, keepMark, marksOfSession } from './attendance'
import { bookingsOfEvent, setBookingPost } from './bookings'
import { listEvents } from './event-list'
import { postsOn } from './people-on-day'
import {
  creditedMarks,
  deleteSession,
  eventRow,
  firstDayOf,
  insertSession,
  listActivities,
  listSessions,
  saveActivity,
  saveEventRow,
  setEventStatus,
  updateSession,
} from './repository'

/** Keeps an activity. Throws Refusal `input.invalid` for a type or level that the typology does not know. */
export function keepActivity(db: WriteDb, input: ActivityInput, typology: Typology): string {
  const fields: FieldError[] = []
  if (!typology.types.some((type) => type.code === input.typeCode)) {
    fields.push({ path: 'typeCode', code: 'input.invalid' })
  }
  if (!typology.levels.some((level) => level.code === input.levelCode)) {
    fields.push({ path: 'levelCode', code: 'input.invalid' })
  }
  if (fields.length > 0) throw new Refusal('input.invalid', undefined, fields)
  return saveActivity(db, input)
}

/**
 * Keeps an event with its sessions; sessions left out are taken away. When its first day changes, what the bookings
 * copied of posts is copied anew. Throws Refusals `session.has-attendance`, `session.future`, `record.missing`.
 */
export function keepEvent(db: WriteDb, input: EventInput, today: Day, typology: Typology): string {
  const before = input.id === null ? undefined : firstDayOf(db, input.id)
  const { sessions, newActivity, ...event } = input
  const activityId = input.activityId ?? (newActivity && keepActivity(db, newActivity, typology))
  if (activityId === null) throw new Refusal('input.required')
  const id = saveEventRow(db, { ...event, activityId })
  keepSessions(db, id, sessions, today)
  const after = firstDayOf(db, id)
  if (after !== undefined && after !== before) copyPostsAgain(db, id, after)
  return id
}

function keepSessions(db: WriteDb, eventId: string, sessions: readonly SessionInput[], today: Day): void {
  const standing = new Map(listSessions(db, eventId).map((session) => [session.id, session]))
  for (const session of sessions) {
    const values = {
      event_id: eventId,
      held_on: session.heldOn,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      duration_minutes: lengthOf(session),
      is_inset_day: session.isInsetDay ? (1 as const) : (0 as const),
    }
    if (session.id === null) {
      insertSession(db, values)
      continue
    }
    const old = standing.get(session.id)
    if (!old) throw new Refusal('record.missing')
    standing.delete(session.id)
    if (old.marks > 0 && session.heldOn > today)
      throw new Refusal('session.future', { day: formatDay(session.heldOn) })
    updateSession(db, session.id, values)
    if (old.durationMinutes !== values.duration_minutes) {
      creditAgain(db, session.id, old.durationMinutes, values.duration_minutes)
    }
  }
  for (const gone of standing.values()) removeSession(db, gone)
}

function lengthOf(session: SessionInput): number {
  const minutes = sessionMinutes(session)
  if (minutes === undefined) throw new Refusal('session.no-length')
  return minutes
}

function removeSession(db: WriteDb, session: { readonly id: string; readonly heldOn: Day }): void {
  const marks = marksOfSession(db, session.id)
  if (marks.some((mark) => mark.state !== 'absent')) {
    throw new Refusal('session.has-attendance', { day: formatDay(session.heldOn) })
  }
  for (const mark of marks) clearMark(db, mark.id)
  deleteSession(db, session.id)
}

/** A session got another length: credit by the rule follows it, typed credit stays but never beyond the session. */
function creditAgain(db: WriteDb, sessionId: string, oldMinutes: number, newMinutes: number): void {
  for (const mark of marksOfSession(db, sessionId)) {
    const byRule = mark.credited_minutes === creditedMinutes(mark.state, oldMinutes)
    const credited = byRule ? creditedMinutes(mark.state, newMinutes) : Math.min(mark.credited_minutes, newMinutes)
    const cell = { bookingId: mark.booking_id, sessionId, state: mark.state, creditedMinutes: credited }
    keepMark(db, cell, mark.id)
  }
}

function copyPostsAgain(db: WriteDb, eventId: string, on: Day): void {
  const bookings = bookingsOfEvent(db, eventId)
  const ids = bookings.map((booking) => booking.person_id)
  const postOf = postsOn(db, ids, on)
  for (const booking of bookings) setBookingPost(db, booking.id, postOf(booking.person_id))
}

/** Cancels an event. Throws Refusal `event.has-attendance` when someone is recorded as having been there. */
export function cancelEvent(db: WriteDb, id: string, reason: string): void {
  if (creditedMarks(db, id) > 0) throw new Refusal('event.has-attendance')
  setEventStatus(db, id, 'cancelled', reason)
}

/** Everything of one event but its people. Throws Refusal `record.missing`. */
export function eventDetail(db: ReadDb, id: string, today: Day): EventDetail {
  const line = listEvents(db, { eventId: id, includeArchived: true }, today)[0]
  const event = eventRow(db, id)
  if (!line || !event) throw new Refusal('record.missing')
  const activity = listActivities(db, { includeArchived: true, id: line.activityId })[0]
  if (!activity) throw new Refusal('record.missing')
  const sessionList = listSessions(db, id)
  const plan = db.first(sql.selectFrom('evaluation').select('question').where('event_id', '=', id))
  return {
    ...line,
    ownTitle: event.title,
    ledBy: event.led_by,
    note: event.note,
    cancelReason: event.cancel_reason,
    isArchived: event.is_archived === 1,
    academicYears: academicYearsOf(sessionList.map((session) => session.heldOn)),
    activity,
    sessionList,
    expectedChange: plan?.question ?? null,
  }
}

import {
  zActivityInput,
  zEventInput,
  zSessionInput,
  type RecordInput,
} from '../../../shared/features/activities/model'
import type { Typology } from '../../../shared/features/packs/model'
import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { cellOf } from './attendance'
import { markCells } from './attendance-service'
import { bookingsOfEvent } from './bookings'
import { book, type BookedAgain } from './bookings-service'
import { keepActivity, keepEvent } from './events-service'
import { activityByTitle, eventRow, listActivities, listSessions } from './repository'

export interface RecordNeeds {
  readonly today: Day
  readonly typology: Typology
  /** Finds or makes a provider by its name; belongs to provision. */
  readonly providerNamed: (db: WriteDb, name: string) => string
  /** Keeps what should be different afterwards; belongs to evaluation. */
  readonly expectChange: (db: WriteDb, eventId: string, text: string) => void
  /** A place that was given back and is booked again is that of its request; belongs to requests. */
  readonly bookedAgain: BookedAgain
}

/** What finding or making a run needs. */
export type RunNeeds = Omit<RecordNeeds, 'bookedAgain'>

/**
 * Quick entry: finds or makes the activity, the run of it on that day and its session, books the people and marks them
 * present, or absent, where the day has come. Inside one transaction, so one change of the log. Throws Refusals
 * `input.required` (field typeCode) for a new activity without a type, `event.no-session`, `event.cancelled`.
 */
export function record(db: WriteDb, input: RecordInput, needs: RecordNeeds): OutputFor<'activities.record'> {
  const target = input.eventId === null ? findOrMakeEvent(db, input, needs) : standingEvent(db, input.eventId)
  const { eventId } = target
  if (input.expectedChange !== null) needs.expectChange(db, eventId, input.expectedChange)
  const came = new Set(input.personIds)
  const missed = new Set(input.absentIds.filter((id) => !came.has(id)))
  const how = { today: needs.today, isOverCapacityAllowed: true, bookedAgain: needs.bookedAgain }
  const { booked } = book(db, { eventId, personIds: [...came, ...missed] }, how)
  const mark = (people: ReadonlySet<string>, state: 'present' | 'absent') =>
    markUnmarked(db, { eventId, people, state }, input, needs.today)
  const marked = mark(came, 'present')
  return { ...target, title: titleOf(db, eventId), booked, marked, absent: mark(missed, 'absent') }
}

interface Target {
  readonly eventId: string
  readonly isNewActivity: boolean
  readonly isNewEvent: boolean
}

function standingEvent(db: ReadDb, eventId: string): Target {
  if (!eventRow(db, eventId)) throw new Refusal('record.missing')
  if (listSessions(db, eventId).length === 0) throw new Refusal('event.no-session')
  return { eventId, isNewActivity: false, isNewEvent: false }
}

/** The run of what was asked for: found by activity, day and time, or made. */
export function findOrMakeEvent(db: WriteDb, input: RecordInput, needs: RunNeeds): Target {
  const known = input.activityId ?? (input.title === null ? undefined : activityByTitle(db, input.title))
  const activityId = known ?? makeActivity(db, input, needs)
  const run = runOn(db, activityId, input)
  const isNewActivity = known === undefined
  if (run !== undefined) return { eventId: run, isNewActivity, isNewEvent: false }
  const session = zSessionInput.parse({
    heldOn: input.heldOn,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    durationMinutes: input.durationMinutes,
    isInsetDay: input.isInsetDay,
  })
  const event = zEventInput.parse({
    activityId,
    status: 'planned',
    priorityId: input.priorityId,
    sessions: [session],
  })
  return { eventId: keepEvent(db, event, needs.today, needs.typology), isNewActivity, isNewEvent: true }
}

function makeActivity(db: WriteDb, input: RecordInput, needs: RunNeeds): string {
  const type = needs.typology.types.find((one) => one.code === input.typeCode)
  if (!type) throw new Refusal('input.invalid', undefined, [{ path: 'typeCode', code: 'input.required' }])
  const activity = zActivityInput.parse({
    title: input.title,
    typeCode: type.code,
    provisionCode: type.provision,
    levelCode: type.level,
    providerId: input.providerName === null ? null : needs.providerNamed(db, input.providerName),
    defaultMinutes: input.durationMinutes,
  })
  return keepActivity(db, activity, needs.typology)
}

/** A standing run of the activity on that day at the same time: someone else recorded the same course before. */
function runOn(db: ReadDb, activityId: string, input: RecordInput): string | undefined {
  if (input.heldOn === null) return undefined
  let query = sql
    .selectFrom('event as e')
    .innerJoin('session as s', 's.event_id', 'e.id')
    .select('e.id')
    .where('e.activity_id', '=', activityId)
    .where('e.status', '<>', 'cancelled')
    .where('s.held_on', '=', input.heldOn)
    .orderBy('e.id')
  if (input.startsAt !== null) {
    const at = input.startsAt
    query = query.where((eb) => eb.or([eb('s.starts_at', 'is', null), eb('s.starts_at', '=', at)]))
  }
  return db.first(query)?.id
}

function titleOf(db: ReadDb, eventId: string): string {
  const event = eventRow(db, eventId)
  if (!event) throw new Refusal('record.missing')
  if (event.title !== null) return event.title
  return listActivities(db, { includeArchived: true, id: event.activity_id })[0]?.title ?? ''
}

interface Marking {
  readonly eventId: string
  readonly people: ReadonlySet<string>
  readonly state: 'present' | 'absent'
}

/** Marks people in every session held so far (on the day asked for, when there is one) where nothing is marked yet. */
function markUnmarked(db: WriteDb, marking: Marking, input: RecordInput, today: Day): number {
  const { eventId, people, state } = marking
  const held = listSessions(db, eventId).filter((session) => session.heldOn <= today)
  const sessions = input.heldOn === null ? held : held.filter((session) => session.heldOn === input.heldOn)
  const bookings = bookingsOfEvent(db, eventId).filter((booking) => people.has(booking.person_id))
  const cells = bookings.flatMap((booking) =>
    sessions
      .filter((session) => cellOf(db, booking.id, session.id)?.markId === null)
      .map((session) => ({
        bookingId: booking.id,
        sessionId: session.id,
        state,
        creditedMinutes: state === 'absent' ? null : creditFor(input, session.durationMinutes),
      })),
  )
  return markCells(db, cells, today).marked
}

/** A typed length shorter than a session that was already there credits these people for what they stayed. */
function creditFor(input: RecordInput, sessionLength: number): number | null {
  if (input.durationMinutes === null || input.durationMinutes >= sessionLength) return null
  return input.durationMinutes
}

import { addDays, formatDay, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { MeetingInput, PairInput, PlanInput } from '../../../shared/features/mentoring/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personName } from '../../db/person-names'
import type { MentoringPairRow } from '../../db/schema'
import { whoOnDay } from '../../db/staff-on-day'
import { meetingsOf, pairOf, pairRow } from './repository'

/** A refusal that stands at one field. */
function refuse(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

/**
 * Begins a pair or changes one. Throws Refusals `mentoring.same-person`, `mentoring.pair-there`,
 * `mentoring.after-leaving`, `mentoring.meetings-outside`, `day.order` and `record.missing`.
 */
export function savePair(db: WriteDb, input: PairInput): string {
  const { id, guidePersonId, personId, startedOn } = input
  if (guidePersonId === personId) throw refuse('mentoring.same-person', 'personId')
  for (const [path, who] of [
    ['guidePersonId', guidePersonId],
    ['personId', personId],
  ] as const) {
    const person = whoOnDay(db, who, startedOn)
    if (!person) throw new Refusal('record.missing')
    if (!person.isStaff) throw refuse('mentoring.after-leaving', path, { name: person.name })
  }
  const before = id === undefined ? undefined : pairRow(db, id)
  refuseSecondPair(db, input, before?.ended_on ?? null)
  if (before) keepWithin(db, before.id, { startedOn, endedOn: before.ended_on }, 'startedOn')
  const columns = {
    kind: input.kind,
    guide_person_id: guidePersonId,
    person_id: personId,
    focus: input.focus,
    started_on: startedOn,
  }
  if (before) {
    db.runOne(sql.updateTable('mentoring_pair').set(columns).where('id', '=', before.id))
    return before.id
  }
  const made = newId()
  db.runOne(sql.insertInto('mentoring_pair').values({ id: made, ...columns, ended_on: null }))
  return made
}

/** Two people are one pair of a kind at a time. */
function refuseSecondPair(db: ReadDb, input: PairInput, endedOn: Day | null): void {
  const others = db.all(
    sql
      .selectFrom('mentoring_pair as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('person as g', 'g.id', 'm.guide_person_id')
      .select(['m.id', 'm.started_on', 'm.ended_on', 'p.forename', 'p.surname', 'p.known_as'])
      .select(['g.forename as guide_forename', 'g.surname as guide_surname', 'g.known_as as guide_known_as'])
      .where('m.kind', '=', input.kind)
      .where('m.guide_person_id', '=', input.guidePersonId)
      .where('m.person_id', '=', input.personId),
  )
  const there = others.find(
    (other) =>
      other.id !== input.id &&
      other.started_on <= (endedOn ?? '9999-12-31') &&
      (other.ended_on ?? '9999-12-31') >= input.startedOn,
  )
  if (!there) return
  const guide = { forename: there.guide_forename, surname: there.guide_surname, known_as: there.guide_known_as }
  throw refuse('mentoring.pair-there', 'personId', { guide: personName(guide), person: personName(there) })
}

/** Meetings that took place, or were missed, lie within the days of their pair. */
function keepWithin(
  db: ReadDb,
  pairId: string,
  { startedOn, endedOn }: { readonly startedOn: Day; readonly endedOn: Day | null },
  path: string,
): void {
  if (endedOn !== null && endedOn < startedOn) throw refuse('day.order', path)
  const outside = meetingsOf(db, pairId).find(
    (meeting) =>
      meeting.held_on < startedOn || (endedOn !== null && meeting.held_on > endedOn && meeting.state !== 'planned'),
  )
  if (outside) throw refuse('mentoring.meetings-outside', path, { on: formatDay(outside.held_on) })
}

/**
 * Ends a pair, taking away what was planned after that day; with null it goes on. Returns how many meetings went. Throws
 * Refusals `day.order`, `mentoring.meetings-outside`, `mentoring.pair-there` and `record.missing`.
 */
export function endPair(db: WriteDb, id: string, endedOn: Day | null): number {
  const pair = pairRow(db, id)
  keepWithin(db, id, { startedOn: pair.started_on, endedOn }, 'endedOn')
  if (endedOn === null) refuseSecondPair(db, asInput(pair), null)
  db.runOne(sql.updateTable('mentoring_pair').set({ ended_on: endedOn }).where('id', '=', id))
  if (endedOn === null) return 0
  return db.run(sql.deleteFrom('mentoring_meeting').where('pair_id', '=', id).where('held_on', '>', endedOn))
}

function asInput(pair: MentoringPairRow): PairInput {
  return {
    id: pair.id,
    kind: pair.kind,
    guidePersonId: pair.guide_person_id,
    personId: pair.person_id,
    focus: pair.focus,
    startedOn: pair.started_on,
  }
}

/** Removes a pair with its meetings. Throws Refusal `record.missing`. */
export function removePair(db: WriteDb, id: string): void {
  db.run(sql.deleteFrom('mentoring_meeting').where('pair_id', '=', id))
  db.runOne(sql.deleteFrom('mentoring_pair').where('id', '=', id))
}

/**
 * Adds a meeting or changes one. Throws Refusals `mentoring.before-start`, `mentoring.after-end`, `mentoring.ahead` and
 * `record.missing`.
 */
export function saveMeeting(db: WriteDb, input: MeetingInput, today: Day): string {
  const pair = pairRow(db, input.pairId)
  if (input.heldOn < pair.started_on)
    throw refuse('mentoring.before-start', 'heldOn', { on: formatDay(pair.started_on) })
  if (pair.ended_on !== null && input.heldOn > pair.ended_on)
    throw refuse('mentoring.after-end', 'heldOn', { on: formatDay(pair.ended_on) })
  if (input.state !== 'planned' && input.heldOn > today) throw refuse('mentoring.ahead', 'state')
  const columns = {
    held_on: input.heldOn,
    duration_minutes: input.durationMinutes,
    state: input.state,
    note: input.note,
  }
  if (input.id !== undefined) {
    const { id, pairId } = input
    db.runOne(sql.updateTable('mentoring_meeting').set(columns).where('id', '=', id).where('pair_id', '=', pairId))
    return id
  }
  const id = newId()
  db.runOne(sql.insertInto('mentoring_meeting').values({ id, pair_id: input.pairId, ...columns }))
  return id
}

/**
 * Records that a pair met on a day, or missed it: a meeting planned for that day is marked, else one is added that lasts
 * as long as their last. Throws Refusals `mentoring.met-already` and those of {@link saveMeeting}.
 */
export function recordMeeting(
  db: WriteDb,
  { pairId, heldOn, state }: { readonly pairId: string; readonly heldOn: Day; readonly state: 'held' | 'missed' },
  today: Day,
): string {
  const ofDay = meetingsOf(db, pairId).filter((meeting) => meeting.held_on === heldOn)
  const planned = ofDay.find((meeting) => meeting.state === 'planned')
  if (!planned && ofDay.length > 0) throw refuse('mentoring.met-already', 'heldOn')
  const durationMinutes = planned?.duration_minutes ?? pairOf(db, pairId, today).usualMinutes
  const note = planned?.note ?? null
  return saveMeeting(db, { id: planned?.id, pairId, heldOn, durationMinutes, state, note }, today)
}

/**
 * Plans meetings at a distance of weeks, up to the end of the pair; a day that has a meeting is passed over. Returns how
 * many were planned. Throws as {@link saveMeeting}.
 */
export function planMeetings(db: WriteDb, input: PlanInput, today: Day): number {
  const { pairId, firstOn, everyWeeks, count, durationMinutes } = input
  const { ended_on: endedOn } = pairRow(db, pairId)
  const taken = new Set(meetingsOf(db, pairId).map((meeting) => meeting.held_on))
  const days = Array.from({ length: count }, (_, index) => addDays(firstOn, index * everyWeeks * 7)).filter(
    (on, index) => !taken.has(on) && (index === 0 || endedOn === null || on <= endedOn),
  )
  for (const heldOn of days)
    saveMeeting(db, { id: undefined, pairId, heldOn, durationMinutes, state: 'planned', note: null }, today)
  return days.length
}

/** Throws Refusal `record.missing`. */
export function removeMeeting(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('mentoring_meeting').where('id', '=', id))
}

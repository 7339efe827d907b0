import { sql as raw } from 'kysely'
import type { EventLine } from '../../../shared/features/activities/contract'
import { fullEventTitle, phaseOf } from '../../../shared/features/activities/rules'
import { addDays, type Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb } from '../../db/handle'
import { spendOfEvents } from '../../db/spend-of-events'

export interface EventFilter {
  readonly eventId?: string | undefined
  /** Events with a session in these days; credited minutes and people counted in them alone. */
  readonly days?: { readonly startsOn: Day; readonly endsOn: Day } | undefined
  readonly typeCode?: string | undefined
  readonly activityId?: string | undefined
  readonly providerId?: string | undefined
  readonly priorityId?: string | undefined
  readonly text?: string | undefined
  readonly todo?: 'mark' | 'book' | undefined
  readonly includeUndated?: boolean | undefined
  readonly includeArchived: boolean
}

const ALL_DAYS = { startsOn: '1900-01-01' as Day, endsOn: '2199-12-31' as Day }

/** The event of the row at hand, for subqueries that look something up for it. */
const thisEvent = raw.ref<string>('e.id')

const sessionsHere = () => sql.selectFrom('session as s').where('s.event_id', '=', thisEvent)

/** Sessions of the event at hand, summed up; each is a look-up in an index. */
function ofSessions(today: Day) {
  return [
    sessionsHere()
      .select((b) => b.fn.min<Day | null>('s.held_on').as('v'))
      .as('first_on'),
    sessionsHere()
      .select((b) => b.fn.max<Day | null>('s.held_on').as('v'))
      .as('last_on'),
    sessionsHere()
      .select((b) => b.fn.min<Day | null>('s.held_on').as('v'))
      .where('s.held_on', '>=', today)
      .as('next_on'),
    sessionsHere()
      .select((b) => b.fn.countAll<number>().as('v'))
      .as('sessions'),
    sessionsHere()
      .select(raw<number>`coalesce(sum(s.duration_minutes), 0)`.as('v'))
      .as('minutes'),
    sessionsHere()
      .select(raw<number>`coalesce(max(s.is_inset_day), 0)`.as('v'))
      .as('is_inset'),
    sessionsHere()
      .select((b) => b.fn.countAll<number>().as('v'))
      .where('s.held_on', '<=', today)
      .where((b) => b.exists(bookedWithoutMark()))
      .as('sessions_to_mark'),
  ] as const
}

/** Booked people without a mark in the session at hand. */
function bookedWithoutMark() {
  const mark = sql
    .selectFrom('attendance as t')
    .select('t.id')
    .where('t.booking_id', '=', raw.ref<string>('k.id'))
    .where('t.session_id', '=', raw.ref<string>('s.id'))
  return sql
    .selectFrom('booking as k')
    .select('k.id')
    .where('k.event_id', '=', thisEvent)
    .where('k.state', '=', 'booked')
    .where((b) => b.not(b.exists(mark)))
}

const bookedHere = () =>
  sql.selectFrom('booking as k').select('k.id').where('k.event_id', '=', thisEvent).where('k.state', '=', 'booked')

/** Sessions of the event at hand in these days and before today, with people booked and nobody marked. */
function unmarkedSessions(days: { startsOn: Day; endsOn: Day }, today: Day) {
  const marks = sql.selectFrom('attendance as t').select('t.id').where('t.session_id', '=', raw.ref<string>('s.id'))
  return sessionsHere()
    .select('s.id')
    .where('s.held_on', '<', today)
    .where('s.held_on', '>=', days.startsOn)
    .where('s.held_on', '<=', days.endsOn)
    .where((b) => b.exists(bookedHere()))
    .where((b) => b.not(b.exists(marks)))
}

/** Sessions of the event at hand in the next two weeks. */
function sessionsSoon(today: Day) {
  return sessionsHere().select('s.id').where('s.held_on', '>=', today).where('s.held_on', '<=', addDays(today, 14))
}

/** Bookings and credited minutes of the event at hand. */
function ofPeople(days: { startsOn: Day; endsOn: Day }) {
  const bookings = (state: 'booked' | 'waiting') =>
    sql
      .selectFrom('booking as b')
      .select((b) => b.fn.countAll<number>().as('v'))
      .where('b.event_id', '=', thisEvent)
      .where('b.state', '=', state)
  const marks = () =>
    sessionsHere()
      .innerJoin('attendance as t', 't.session_id', 's.id')
      .where('s.held_on', '>=', days.startsOn)
      .where('s.held_on', '<=', days.endsOn)
  return [
    bookings('booked').as('booked'),
    bookings('waiting').as('waiting'),
    marks()
      .select(raw<number>`count(distinct t.booking_id)`.as('v'))
      .where('t.credited_minutes', '>', 0)
      .as('attended'),
    marks()
      .select(raw<number>`coalesce(sum(t.credited_minutes), 0)`.as('v'))
      .as('credited'),
  ] as const
}

function eventsQuery(filter: EventFilter, today: Day) {
  const days = filter.days ?? ALL_DAYS
  let query = sql
    .selectFrom('event as e')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .leftJoin('provider as p', 'p.id', 'a.provider_id')
    .leftJoin('priority as r', 'r.id', 'e.priority_id')
    .leftJoin('evaluation as v', 'v.event_id', 'e.id')
    .select([
      'e.id',
      'e.activity_id',
      'e.title as own_title',
      'a.title as activity_title',
      'a.type_code',
      'a.provision_code',
      'a.level_code',
      'e.status',
      'e.venue',
      'p.name as provider_name',
      'e.priority_id',
      'r.title as priority_title',
      'e.capacity',
      'e.minimum_people',
      'v.impact_judgement',
    ])
    .select(ofSessions(today))
    .select(ofPeople(days))
    .orderBy('e.id')
  if (filter.eventId !== undefined) return query.where('e.id', '=', filter.eventId)
  if (!filter.includeArchived) query = query.where('e.is_archived', '=', 0)
  if (filter.typeCode !== undefined) query = query.where('a.type_code', '=', filter.typeCode)
  if (filter.activityId !== undefined) query = query.where('e.activity_id', '=', filter.activityId)
  if (filter.providerId !== undefined) query = query.where('a.provider_id', '=', filter.providerId)
  if (filter.priorityId !== undefined) query = query.where('e.priority_id', '=', filter.priorityId)
  if (filter.todo === 'mark') {
    query = query.where('e.status', '<>', 'cancelled').where((b) => b.exists(unmarkedSessions(days, today)))
  }
  if (filter.todo === 'book') {
    query = query
      .where('e.status', '=', 'planned')
      .where((b) => b.exists(sessionsSoon(today)))
      .where((b) => b.not(b.exists(bookedHere())))
  }
  if (filter.days !== undefined) {
    const inYear = sql
      .selectFrom('session')
      .select('event_id')
      .where('held_on', '>=', days.startsOn)
      .where('held_on', '<=', days.endsOn)
    query = filter.includeUndated
      ? query.where((eb) => eb.or([eb('e.id', 'in', inYear), eb.not(eb.exists(sessionsHere().select('s.id')))]))
      : query.where('e.id', 'in', inYear)
  }
  return query
}

/** How many events the file holds, put away ones left out. */
export function countEvents(db: ReadDb): number {
  const count = sql
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('events'))
    .where('is_archived', '=', 0)
  return db.first(count)?.events ?? 0
}

/** The newest day up to today on which an event was held that is neither cancelled nor put away. */
export function lastHeldOn(db: ReadDb, today: Day): Day | null {
  const newest = sql
    .selectFrom('session as s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .select((b) => b.fn.max<Day | null>('s.held_on').as('on'))
    .where('s.held_on', '<=', today)
    .where('e.is_archived', '=', 0)
    .where('e.status', 'in', ['planned', 'done'])
  return db.first(newest)?.on ?? null
}

/** Events, the nearest day first; those without a day last. */
export function listEvents(db: ReadDb, filter: EventFilter, today: Day): EventLine[] {
  const rows = db.all(eventsQuery(filter, today))
  const spent = spendOfEvents(
    db,
    rows.map((row) => row.id),
  )
  const words = filter.text?.trim().toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const lines = rows.map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    title: fullEventTitle(row.activity_title, row.own_title),
    activityTitle: row.activity_title,
    typeCode: row.type_code,
    provisionCode: row.provision_code,
    levelCode: row.level_code,
    status: row.status,
    phase: phaseOf({ status: row.status, lastOn: row.last_on }, today),
    venue: row.venue,
    providerName: row.provider_name,
    priorityId: row.priority_id,
    priorityTitle: row.priority_title,
    capacity: row.capacity,
    minimumPeople: row.minimum_people,
    firstOn: row.first_on,
    lastOn: row.last_on,
    nextOn: row.next_on,
    sessions: row.sessions ?? 0,
    sessionsToMark: row.sessions_to_mark ?? 0,
    minutes: row.minutes ?? 0,
    isInset: row.is_inset === 1,
    booked: row.booked ?? 0,
    waiting: row.waiting ?? 0,
    attended: row.attended ?? 0,
    creditedMinutes: row.credited ?? 0,
    paidPence: spent(row.id, 'paid'),
    promisedPence: spent(row.id, 'promised'),
    isJudged: row.impact_judgement !== null,
  }))
  return lines.filter((line) => matches(line, words)).sort(byDay)
}

function matches(line: EventLine, words: readonly string[]): boolean {
  const text = `${line.title} ${line.activityTitle} ${line.providerName ?? ''} ${line.venue ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function byDay(one: EventLine, other: EventLine): number {
  const key = (line: EventLine) => line.nextOn ?? line.lastOn ?? '9999'
  return key(one).localeCompare(key(other)) || one.title.localeCompare(other.title)
}

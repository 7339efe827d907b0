import { addDays, day, weekdayOf, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import type { SampleContent, SampleEvent } from './content'
import { choosePeople, type SamplePerson } from './people'
import type { Seeded } from './seeded'
import type { Typology } from '../../../shared/features/packs/model'

export interface SampleBooking {
  readonly id: string
  readonly person: SamplePerson
}

export interface PlacedEvent {
  readonly id: string
  readonly content: SampleEvent
  readonly sessions: readonly { id: string; heldOn: Day }[]
  readonly bookings: readonly SampleBooking[]
  readonly isDone: boolean
}

export interface TrailNeeds {
  readonly db: WriteDb
  readonly content: SampleContent
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly typology: Typology
  readonly today: Day
}

/** Priorities of one academic year with dated readings up to today; returns their ids by key. */
export function fillPriorities(
  { db, content, chance, people, today }: TrailNeeds,
  startYear: number,
): Map<string, string> {
  const ids = new Map<string, string>()
  content.priorities.forEach((priority, index) => {
    const id = chance.id()
    ids.set(priority.key, id)
    const isPast = day(`${startYear + 1}-08-31`) < today
    const latest = priority.path.at(-1) ?? 0
    db.runOne(
      sql.insertInto('priority').values({
        id,
        academic_year: startYear,
        level: priority.level,
        code: `P${index + 1}`,
        title: priority.title,
        success_criteria: null,
        team_id: null,
        lead_person_id: people[index % 3]?.id ?? null,
        status: isPast ? (latest >= priority.target ? 'met' : 'partly-met') : 'in-progress',
        measure: priority.measure,
        unit: priority.unit,
        direction: priority.direction,
        baseline_value: priority.baseline,
        baseline_on: day(`${startYear}-09-15`),
        target_value: priority.target,
        target_on: day(`${startYear + 1}-07-10`),
        sort_order: (index + 1) * 10,
        is_archived: 0,
      }),
    )
    const days = [
      day(`${startYear}-10-20`),
      day(`${startYear}-12-12`),
      day(`${startYear + 1}-03-20`),
      day(`${startYear + 1}-07-10`),
    ]
    priority.path.forEach((value, step) => {
      const readOn = days[step]
      if (readOn === undefined || readOn > today) return
      db.runOne(
        sql
          .insertInto('priority_reading')
          .values({ id: chance.id(), priority_id: id, read_on: readOn, value, note: null }),
      )
    })
  })
  return ids
}

/** The breaks of a usual school year, as month and day; the summer one is closed by the year's end. */
const breaks: readonly (readonly [from: string, to: string])[] = [
  ['10-25', '11-02'],
  ['12-19', '12-31'],
  ['01-01', '01-04'],
  ['02-14', '02-22'],
  ['04-01', '04-15'],
  ['05-01', '05-04'],
  ['05-23', '05-31'],
]

/** The same day, or the next one on which a school is open; what would fall into the summer is held in its last week. */
function schoolDay(value: Day): Day {
  const monthDay = value.slice(5)
  if (monthDay > '07-17' && monthDay < '09-01') return schoolDay(day(`${value.slice(0, 4)}-07-14`))
  const closed = weekdayOf(value) > 5 || breaks.some(([from, to]) => monthDay >= from && monthDay <= to)
  return closed ? schoolDay(addDays(value, 1)) : value
}

/** One event of one academic year with its sessions, bookings and, where they lie behind us, attendance. */
export function placeEvent(
  needs: TrailNeeds,
  startYear: number,
  event: SampleEvent,
  ids: { activityId: string; priorityId: string | null },
  turn: number,
): PlacedEvent {
  const { db, chance, today } = needs
  const first = schoolDay(addDays(day(`${startYear}-09-01`), event.offset))
  const days = Array.from({ length: event.sessions }, (_, n) => schoolDay(addDays(first, n * event.gap)))
  const isDone = (days.at(-1) ?? first) < today
  const id = chance.id()
  db.runOne(
    sql.insertInto('event').values({
      id,
      activity_id: ids.activityId,
      title: null,
      status: isDone ? 'done' : 'planned',
      venue: event.provider ? event.provider : 'School hall',
      led_by: event.led ?? null,
      capacity: null,
      priority_id: ids.priorityId,
      note: null,
      is_archived: 0,
    }),
  )
  const sessions = days.map((heldOn) => {
    const session = { id: chance.id(), heldOn }
    const [starts, ends] = wallTimes(event.minutes)
    db.runOne(
      sql.insertInto('session').values({
        id: session.id,
        event_id: id,
        held_on: heldOn,
        starts_at: starts,
        ends_at: ends,
        duration_minutes: event.minutes,
        is_inset_day: event.inset ? 1 : 0,
      }),
    )
    return session
  })
  // One event is always left for somebody to mark.
  const latestPast = sessions.filter((session) => session.heldOn < today).at(-1)
  const marked = event.leaveLatest && !isDone ? sessions.filter((session) => session !== latestPast) : sessions
  const bookings = choosePeople(needs.people, event.who, first, turn).map((person) =>
    book(needs, { eventId: id, person, first, sessions: marked, minutes: event.minutes }),
  )
  return { id, content: event, sessions, bookings, isDone }
}

function wallTimes(minutes: number): [string, string] {
  const start = minutes <= 120 ? 15 * 60 + 30 : 9 * 60
  // A full day has an hour for lunch that is not credited.
  const end = start + minutes + (minutes >= 300 ? 60 : 0)
  const text = (value: number) =>
    `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
  return [text(start), text(end)]
}

interface OneBooking {
  readonly eventId: string
  readonly person: SamplePerson
  readonly first: Day
  readonly sessions: readonly { id: string; heldOn: Day }[]
  readonly minutes: number
}

function book({ db, chance, today }: TrailNeeds, one: OneBooking): SampleBooking {
  const id = chance.id()
  db.runOne(
    sql.insertInto('booking').values({
      id,
      event_id: one.eventId,
      person_id: one.person.id,
      state: 'booked',
      booked_on: addDays(one.first, -14),
      cancelled_on: null,
      cancel_reason: null,
      post_title: one.person.postTitle,
      team_name: one.person.teamName,
      staff_group_id: one.person.group,
      note: null,
    }),
  )
  for (const session of one.sessions) {
    const roll = chance.next()
    if (session.heldOn >= today || (one.person.leftOn !== null && session.heldOn > one.person.leftOn)) continue
    const state = roll < 0.92 ? 'present' : roll < 0.96 ? 'part' : 'absent'
    const credited = state === 'present' ? one.minutes : state === 'part' ? Math.round(one.minutes / 2) : 0
    db.runOne(
      sql
        .insertInto('attendance')
        .values({ id: chance.id(), booking_id: id, session_id: session.id, state, credited_minutes: credited }),
    )
  }
  return { id, person: one.person }
}

import { sql as raw, type RawBuilder } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type {
  CostFound,
  FoundRecords,
  MeetingFound,
  RecordState,
  SessionFound,
  StepFound,
  TickFound,
} from '../../../shared/features/entitlements/reckon'
import type { Span } from '../../../shared/features/entitlements/rules'
import { statement, type ReadDb } from '../../db/handle'
import { eventTitleSql } from '../../db/event-titles'
import { linesMovedIn } from '../../db/spend-of-lines'

/*
 * What can be counted for an entitlement, for everybody at once: one query for each kind of record, and none for a kind
 * that no rule counts.
 */

/** Which kinds of record are needed, from when to when. */
export interface RecordsAsked {
  readonly time: Span
  readonly today: Day
  readonly kinds: ReadonlySet<keyof FoundRecords>
  /** One person, or everybody. */
  readonly personId?: string | undefined
}

type Of<T> = T & { readonly person_id: string }
type Flagged<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: 0 | 1 }

/** The records of everybody asked for, by person. */
export function recordsByPerson(db: ReadDb, asked: RecordsAsked): (personId: string) => FoundRecords {
  const byPerson = <T extends { readonly person_id: string }>(kind: keyof FoundRecords, rows: () => T[]) =>
    groupBy(asked.kinds.has(kind) ? rows() : [], (row) => row.person_id)
  const sessions = byPerson('sessions', () => db.all(sessionsQuery(asked)))
  const costs = byPerson('costs', () => db.all(costsQuery(asked)))
  const meetings = byPerson('meetings', () => db.all(meetingsQuery(asked)))
  const steps = byPerson('steps', () => db.all(stepsQuery(asked)))
  const ticks = byPerson('ticks', () => db.all(ticksQuery(asked)))
  return (personId) => ({
    sessions: (sessions.get(personId) ?? []).map((row) => ({ ...row, isTrainingDay: row.isTrainingDay === 1 })),
    costs: costs.get(personId) ?? [],
    meetings: meetings.get(personId) ?? [],
    steps: steps.get(personId) ?? [],
    ticks: ticks.get(personId) ?? [],
  })
}

const ofPerson = (column: string, { personId }: RecordsAsked): RawBuilder<unknown> =>
  personId === undefined ? raw`` : raw` and ${raw.ref(column)} = ${personId}`

/** What is not marked is planned while its day is to come, and waits to be marked after it. */
const stateOf = (day: RawBuilder<unknown>, today: Day) =>
  raw<RecordState>`iif(${day} >= ${today}, 'planned', 'unmarked')`

/**
 * Sessions with credit, whatever became of their event; and those that somebody has a place on and nobody has marked,
 * unless the event is cancelled, put away or only an idea.
 */
function sessionsQuery(asked: RecordsAsked) {
  return statement(raw<Of<Flagged<SessionFound, 'isTrainingDay'>>>`
    select b.person_id, e.id as "eventId", e.activity_id as "activityId", a.type_code as "typeCode",
      s.held_on as "on", s.is_inset_day as "isTrainingDay", ${raw.raw(eventTitleSql)} as title,
      iif(t.id is null, ${stateOf(raw`s.held_on`, asked.today)}, 'received') as state,
      coalesce(t.credited_minutes, s.duration_minutes) as minutes
    from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
    join booking b on b.event_id = s.event_id
    left join attendance t on t.booking_id = b.id and t.session_id = s.id
    where s.held_on >= ${asked.time.startsOn} and s.held_on <= ${asked.time.endsOn}${ofPerson('b.person_id', asked)}
      and (t.credited_minutes > 0
        or (t.id is null and b.state = 'booked' and e.status in ('planned', 'done') and e.is_archived = 0))
    order by s.held_on, s.starts_at, s.id`)
}

/** What a cost was for each person, by the day on which it was paid, or ordered and not yet paid. */
function costsQuery(asked: RecordsAsked) {
  const { time } = asked
  return statement(raw<Of<CostFound>>`
    select p.person_id, p.cost_line_id as "costLineId", p.event_id as "eventId", e.activity_id as "activityId",
      a.type_code as "typeCode", p.moved_on as "on", l.description as title,
      iif(p.state = 'paid', 'received', 'planned') as state, p.pence
    from spend_by_person p join cost_line l on l.id = p.cost_line_id
    left join event e on e.id = p.event_id left join activity a on a.id = e.activity_id
    where p.cost_line_id in ${linesMovedIn(time)} and p.person_id is not null
      and p.moved_on >= ${time.startsOn} and p.moved_on <= ${time.endsOn}${ofPerson('p.person_id', asked)}
    order by p.moved_on, p.cost_line_id, p.state`)
}

/** Meetings of those who are coached or mentored; one that was missed is none. */
function meetingsQuery(asked: RecordsAsked) {
  return statement(raw<Of<MeetingFound>>`
    select p.person_id, p.id as "pairId", p.kind as "pairKind", m.held_on as "on",
      iif(p.kind = 'coaching', 'Coaching meeting', 'Mentoring meeting') as title,
      iif(m.state = 'held', 'received', ${stateOf(raw`m.held_on`, asked.today)}) as state
    from mentoring_meeting m join mentoring_pair p on p.id = m.pair_id
    where m.state <> 'missed' and m.held_on >= ${asked.time.startsOn} and m.held_on <= ${asked.time.endsOn}
      ${ofPerson('p.person_id', asked)}
    order by m.held_on, m.id`)
}

/** Steps of inductions up to the end of the time; those still to be done are planned. Left out is left out. */
function stepsQuery(asked: RecordsAsked) {
  return statement(raw<Of<StepFound>>`
    select i.person_id, i.id as "inductionId", coalesce(s.done_on, s.due_on) as "on", s.title,
      iif(s.done_on is null, 'planned', 'received') as state
    from induction_step s join induction i on i.id = s.induction_id
    where s.left_out_reason is null and (s.done_on is null or s.done_on <= ${asked.time.endsOn})
      ${ofPerson('i.person_id', asked)}
    order by i.id, s.position, s.id`)
}

/** Ticks up to the end of the time: what is promised once may have been ticked off long ago. */
function ticksQuery(asked: RecordsAsked) {
  return statement(raw<Of<TickFound>>`
    select t.person_id, t.id as "tickId", t.rule_id as "ruleFirstId", t.done_on as "on",
      coalesce(t.note, 'Ticked off') as title, 'received' as state
    from entitlement_tick t
    where t.done_on <= ${asked.time.endsOn}${ofPerson('t.person_id', asked)}
    order by t.done_on, t.id`)
}

import { sql as raw, type RawBuilder } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { sql, statement } from '../../db/handle'
import type { EvaluationRow, EventRow, PriorityRow } from '../../db/schema'
import { linesMovedIn } from '../../db/spend-of-lines'
import type { Span } from './money-queries'

/** An event that a report may have to show, with what it was judged to be worth. */
export interface EventRowOfReport extends Pick<
  EvaluationRow,
  | 'measure'
  | 'unit'
  | 'baseline_value'
  | 'target_value'
  | 'actual_value'
  | 'evidence_level'
  | 'impact_judgement'
  | 'decision'
> {
  readonly event_id: string
  readonly activity_title: string
  readonly event_title: string | null
  readonly provider_name: string | null
  readonly priority_id: string | null
  readonly status: EventRow['status']
  readonly first_on: Day | null
  readonly last_on: Day | null
}

/**
 * Whether the session `s` of an event is one of the school's activities: not where the event was cancelled or is only
 * an idea, unless somebody has hours of it all the same.
 */
function isHeldOrPlanned(event: string): RawBuilder<unknown> {
  return raw`(${raw.ref(`${event}.status`)} in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))`
}

/** Events that had a session, or any movement of money, in a year. Events cancelled with neither are left out. */
function eventsIn(span: Span): RawBuilder<unknown> {
  return raw`(
      select s.event_id from session s join event o on o.id = s.event_id
      where s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and ${isHeldOrPlanned('o')}
      union all
      select l.event_id from cost_line l where l.event_id is not null and l.id in ${linesMovedIn(span)})`
}

/**
 * The first day in the year of the event `e`, null when only its money is of the year, and its last day in any year.
 * A cancelled event has neither, whatever it cost: nobody can judge what was not held.
 */
function daysOfEvent(span: Span) {
  return raw`
      (select min(s.held_on) from session s
        where s.event_id = e.id and s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and ${isHeldOrPlanned('e')}) as first_on,
      (select max(s.held_on) from session s where s.event_id = e.id and ${isHeldOrPlanned('e')}) as last_on`
}

/** The evidence that each of these events has; null before it is judged. */
export function evidenceOfYear(span: Span) {
  return statement(raw<Pick<EventRowOfReport, 'event_id' | 'first_on' | 'last_on' | 'evidence_level'>>`
    select e.id as event_id, v.evidence_level,${daysOfEvent(span)}
    from event e left join evaluation v on v.event_id = e.id
    where e.id in ${eventsIn(span)}`)
}

/** All that a report says of these events. */
export function eventsOfYear(span: Span) {
  return statement(raw<EventRowOfReport>`
    select e.id as event_id, a.title as activity_title, e.title as event_title, p.name as provider_name, e.priority_id, e.status,
      v.measure, v.unit, v.baseline_value, v.target_value, v.actual_value, v.evidence_level, v.impact_judgement, v.decision,${daysOfEvent(span)}
    from event e join activity a on a.id = e.activity_id
    left join provider p on p.id = a.provider_id
    left join evaluation v on v.event_id = e.id
    where e.id in ${eventsIn(span)}
    order by first_on is null, first_on, a.title collate nocase, e.id`)
}

export interface PriorityRowOfReport extends Pick<
  PriorityRow,
  | 'id'
  | 'academic_year'
  | 'code'
  | 'title'
  | 'level'
  | 'measure'
  | 'unit'
  | 'direction'
  | 'baseline_value'
  | 'target_value'
> {
  readonly latest_value: number | null
  readonly latest_on: Day | null
}

/** Priorities of some academic years, each with its latest reading up to a day. */
export function prioritiesOfYears(academicYears: readonly [first: number, last: number], upTo: Day) {
  return sql
    .selectFrom('priority as p')
    .select([
      'p.id',
      'p.academic_year',
      'p.code',
      'p.title',
      'p.level',
      'p.measure',
      'p.unit',
      'p.direction',
      'p.baseline_value',
      'p.target_value',
    ])
    .select((eb) => [
      eb
        .selectFrom('priority_reading as r')
        .select('r.value')
        .whereRef('r.priority_id', '=', 'p.id')
        .where('r.read_on', '<=', upTo)
        .orderBy('r.read_on', 'desc')
        .orderBy('r.id', 'desc')
        .limit(1)
        .as('latest_value'),
      eb
        .selectFrom('priority_reading as r')
        .select(({ fn }) => fn.max('r.read_on').as('read_on'))
        .whereRef('r.priority_id', '=', 'p.id')
        .where('r.read_on', '<=', upTo)
        .as('latest_on'),
    ])
    .where('p.academic_year', '>=', academicYears[0])
    .where('p.academic_year', '<=', academicYears[1])
    .where('p.is_archived', '=', 0)
    .orderBy(raw`case p.level when 'national' then 1 when 'authority' then 2 when 'school' then 3 else 4 end`)
    .orderBy('p.sort_order')
    .orderBy('p.title')
    .$castTo<PriorityRowOfReport>()
}

import { sql as raw, type RawBuilder } from 'kysely'
import { HEAD_MINUTES } from '../../../shared/features/activities/rules'
import { sql, statement } from '../../db/handle'
import type { Span } from './money-queries'

/** Time of a year in its finest cells: an event, a staff group and the day rate that held. */
export interface TimeCell {
  readonly event_id: string
  readonly staff_group_id: string | null
  readonly credited_minutes: number
  readonly counted_minutes: number
  readonly time_pence: number
}

/**
 * Minutes for which bought cover is recorded, by booking: lines of that booking, and event lines shared by name. A line
 * counts while something of it is ordered or paid; an estimate buys no cover yet, one given up or credited in full no more.
 */
const coveredByBooking = raw`
  select booking_id, sum(minutes) as minutes from (
    select booking_id, covered_minutes * 1.0 as minutes from bought where booking_id is not null
    union all
    select s.booking_id, l.covered_minutes * 1.0 * s.weight / (select sum(weight) from cost_share where cost_line_id = l.id)
    from bought l join cost_share s on s.cost_line_id = l.id
    where l.booking_id is null and l.share_basis = 'named'
  ) group by booking_id`

/** The same for lines of a whole event. */
const coveredByEvent = raw`
  select l.event_id, sum(l.covered_minutes) as minutes
  from bought l
  where l.booking_id is null
    and not (l.share_basis = 'named' and exists (select 1 from cost_share s where s.cost_line_id = l.id))
  group by l.event_id`

/** Something of the line is owed or was paid, and not credited: larger of order, invoices and payments, less credits. */
function isBought(line: RawBuilder<unknown>): RawBuilder<unknown> {
  const sum = (kind: string) => raw`coalesce(sum(iif(m.kind = ${raw.lit(kind)}, m.net_pence + m.vat_pence, 0)), 0)`
  return raw`(select max(${sum('committed')}, ${sum('invoiced')}, ${sum('paid')}) + ${sum('credited')}
      from cost_movement m where m.cost_line_id = ${line}.id) > 0`
}

/**
 * Credited time of a year and what it cost (model, section 5): minutes × the group's day rate on that day ÷ minutes of a
 * school day, rounded to a penny for each event, group and rate. With `coveredHoursExcluded`, minutes that bought cover
 * stands for are left out: first those recorded for the person, then those of the event in proportion to what is left.
 */
export function timeCells(span: Span, settings: { schoolDayMinutes: number; coveredHoursExcluded: boolean }) {
  // Without bought cover nothing is left out; only events that have some are looked at as a whole.
  const share = settings.coveredHoursExcluded
    ? raw`coalesce(max(0, t.credited - coalesce(cb.minutes, 0)) / t.credited * coalesce(ef.factor, 1), 1.0)`
    : raw`1.0`
  const covered = settings.coveredHoursExcluded
    ? raw`left join taking_part t on t.booking_id = h.booking_id
      left join covered_booking cb on cb.booking_id = h.booking_id
      left join event_factor ef on ef.event_id = h.event_id`
    : raw``
  return statement(raw<TimeCell>`
    with rate as (
      select staff_group_id, cast(round(annual_cost_pence * 1.0 / days_per_year) as integer) as day_pence,
        iif(row_number() over g = 1, '0000-01-01', valid_from) as from_on,
        coalesce(lead(valid_from) over g, '9999-12-31') as before_on
      from band_rate window g as (partition by staff_group_id order by valid_from)
    ),
    held as materialized (
      select a.booking_id, s.event_id, s.held_on, a.credited_minutes
      from session s join attendance a on a.session_id = s.id
      where s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and a.credited_minutes > 0
    ),
    bought as materialized (
      select l.id, l.event_id, l.booking_id, l.share_basis, l.covered_minutes from cost_line l
      where l.covered_minutes > 0 and l.event_id in (select event_id from held) and ${isBought(raw`l`)}
    ),
    taking_part as materialized (
      select b.id as booking_id, b.event_id, sum(a.credited_minutes) * 1.0 as credited
      from booking b join attendance a on a.booking_id = b.id
      where b.event_id in (select event_id from bought)
      group by b.id having sum(a.credited_minutes) > 0
    ),
    covered_booking as (${coveredByBooking}),
    event_factor as (
      select t.event_id, max(0, 1 - ce.minutes / max(1, sum(max(0, t.credited - coalesce(cb.minutes, 0))))) as factor
      from taking_part t
      join (${coveredByEvent}) ce on ce.event_id = t.event_id
      left join covered_booking cb on cb.booking_id = t.booking_id
      group by t.event_id
    ),
    counted as (
      select h.event_id, b.staff_group_id, coalesce(r.day_pence, 0) as day_pence, h.credited_minutes,
        h.credited_minutes * ${share} as counted_minutes
      from held h
      join booking b on b.id = h.booking_id
      ${covered}
      left join rate r on r.staff_group_id = b.staff_group_id and h.held_on >= r.from_on and h.held_on < r.before_on
    )
    select event_id, staff_group_id, sum(credited_minutes) as credited_minutes,
      cast(round(sum(counted_minutes)) as integer) as counted_minutes,
      cast(round(sum(counted_minutes) * day_pence / ${settings.schoolDayMinutes}) as integer) as time_pence
    from counted group by event_id, staff_group_id, day_pence
    order by event_id, staff_group_id, day_pence`)
}

/** How many people of a group took part; with `is_all`, of the whole school, each counted once. */
export interface HeadRow {
  readonly staff_group_id: string | null
  readonly is_all: number
  readonly heads: number
}

/**
 * Heads of a year: people with at least one credited hour in it (model, section 5), by the groups in which they have
 * credit; the row of `is_all` counts each once.
 */
export function headsByGroup(span: Span) {
  return statement(raw<HeadRow>`
    with credit as (
      select b.person_id, b.staff_group_id, sum(a.credited_minutes) as minutes
      from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
      where s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and a.credited_minutes > 0
      group by b.person_id, b.staff_group_id
    ),
    head as (select person_id from credit group by person_id having sum(minutes) >= ${HEAD_MINUTES})
    select staff_group_id, 0 as is_all, count(*) as heads
    from credit where person_id in (select person_id from head) group by staff_group_id
    union all
    select null, 1, count(*) from head`)
}

/** People with any credit in a year by event, be it a short one. Distinct first: grouping the join itself would walk every session there is. */
export function headsByEvent(span: Span) {
  return statement(raw<{ event_id: string; heads: number }>`
    with took_part as materialized (
      select distinct s.event_id, b.person_id
      from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
      where s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and a.credited_minutes > 0
    )
    select event_id, count(*) as heads from took_part group by event_id`)
}

/**
 * Posts held in a year by group: people, and Σ FTE (thousandths) × days in post. A leaver counts for the days in post,
 * an end that is not given is the end of the year.
 */
export function postsByGroup(span: Span) {
  return statement(raw<{ staff_group_id: string; people: number; thousandth_days: number }>`
    select staff_group_id, count(distinct person_id) as people,
      sum(fte_thousandths * cast(julianday(last_on) - julianday(first_on) + 1 as integer)) as thousandth_days
    from (
      select p.staff_group_id, h.person_id, h.fte_thousandths,
        max(h.from_on, coalesce(n.started_on, h.from_on), ${span.startsOn}) as first_on,
        min(coalesce(h.to_on, '9999-12-31'), coalesce(n.left_on, '9999-12-31'), ${span.endsOn}) as last_on
      from post_holding h join post p on p.id = h.post_id join person n on n.id = h.person_id
    )
    where last_on >= first_on
    group by staff_group_id`)
}

/** The staff groups in the school's order. */
export function groupList() {
  return sql.selectFrom('staff_group').select(['id', 'name']).orderBy('sort_order').orderBy('name')
}

/**
 * Named people with any credit in a year, for a report with names. Post and group are those of their last session: of a
 * row with one `max`, SQLite gives the other columns from where the maximum stands.
 */
export function peopleWhoTookPart(span: Span) {
  return statement(raw<{
    person_id: string
    forename: string
    surname: string
    known_as: string | null
    group_name: string | null
    post_title: string | null
    credited_minutes: number
    events: number
    last_place: string
  }>`
    select n.id as person_id, n.forename, n.surname, n.known_as, g.name as group_name, b.post_title,
      max(s.held_on || s.id) as last_place,
      sum(a.credited_minutes) as credited_minutes, count(distinct b.event_id) as events
    from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
    join person n on n.id = b.person_id left join staff_group g on g.id = b.staff_group_id
    where s.held_on >= ${span.startsOn} and s.held_on <= ${span.endsOn} and a.credited_minutes > 0
    group by n.id order by n.surname collate nocase, n.forename collate nocase, n.id`)
}

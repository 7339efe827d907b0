import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { sql, statement } from '../../db/handle'
import { splitByFund } from '../../db/money-sql'
import { linesMovedIn, spendOfLines, type DaySpan } from '../../db/spend-of-lines'

/** The two ends of a year, both inside. */
export type Span = DaySpan

/** Spending of a year in its finest cells, so that every table of a report is made of the same pence. */
export interface SpendCell {
  readonly event_id: string | null
  readonly kind_code: string
  readonly finance_code: string | null
  /** Null where a cost has no fund. */
  readonly fund_id: string | null
  readonly paid_pence: number
  readonly promised_pence: number
}

/**
 * Paid and promised within a year by event, kind of cost, finance code and fund (model, sections 4 and 5). Nearly every
 * cost has one fund or none and is added up whole; the few that are split are divided day by day, in db/views.ts.
 */
export function spendCells(span: Span) {
  return statement(raw<SpendCell>`
    with spend as materialized (${spendOfLines(raw`l.id in ${linesMovedIn(span)}`, span)}),
    split as materialized (
      select cost_line_id from cost_fund where cost_line_id in (select cost_line_id from spend)
      group by cost_line_id having count(*) > 1
    )
    select s.event_id, s.kind_code, s.finance_code, f.fund_id,
      sum(s.paid_pence) as paid_pence, sum(s.promised_pence) as promised_pence
    from spend s left join cost_fund f on f.cost_line_id = s.cost_line_id
    where s.cost_line_id not in (select cost_line_id from split)
    group by 1, 2, 3, 4
    union all
    select l.event_id, l.kind_code, l.finance_code, p.fund_id,
      sum(iif(p.state = 'paid', p.pence, 0)), sum(iif(p.state = 'promised', p.pence, 0))
    from (${raw.raw(splitByFund(' and e.cost_line_id in (select cost_line_id from split)'))}) p
    cross join cost_line l on l.id = p.cost_line_id
    where +p.moved_on >= ${span.startsOn} and +p.moved_on <= ${span.endsOn}
    group by 1, 2, 3, 4`)
}

/** Every fund in the school's order. */
export function fundList() {
  return sql
    .selectFrom('fund')
    .select(['id', 'name', 'is_external', 'is_archived'])
    .orderBy('sort_order')
    .orderBy('name')
}

/** What funds were given for spans that touch a year. */
export function fundAmounts(span: Span) {
  return sql
    .selectFrom('fund_amount')
    .select(['fund_id', 'from_on', 'to_on', 'amount_pence'])
    .where('from_on', '<=', span.endsOn)
    .where('to_on', '>=', span.startsOn)
}

/**
 * First and last day on which anything was held or moved, for which money was given, or of which a ledger line waits;
 * nulls in an empty file.
 */
export function firstAndLastDay() {
  return sql.selectNoFrom([
    raw<Day | null>`(select min(day) from (select min(held_on) as day from session union all select min(moved_on) from cost_movement union all select min(from_on) from fund_amount union all select min(posted_on) from ledger_line where status = 'unmatched'))`.as(
      'first_on',
    ),
    raw<Day | null>`(select max(day) from (select max(held_on) as day from session union all select max(moved_on) from cost_movement union all select max(to_on) from fund_amount union all select max(posted_on) from ledger_line where status = 'unmatched'))`.as(
      'last_on',
    ),
  ])
}

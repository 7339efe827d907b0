import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import type { Period } from '../../../shared/kernel/years'
import { sql } from '../../db/handle'

/** The two ends of a year, both inside. */
export type Span = Pick<Period, 'startsOn' | 'endsOn'>

/** Spending of a year in its finest cells, so that every table of a report is made of the same pence. */
export interface SpendCell {
  readonly event_id: string | null
  readonly kind_code: string
  readonly finance_code: string | null
  readonly paid_pence: number
  readonly promised_pence: number
}

const paid = raw<number>`coalesce(sum(iif(state = 'paid', pence, 0)), 0)`.as('paid_pence')
const promised = raw<number>`coalesce(sum(iif(state = 'promised', pence, 0)), 0)`.as('promised_pence')

/** Paid and promised within a year by event, kind of cost and finance code (model, sections 4 and 5). */
export function spendCells(span: Span) {
  return sql
    .selectFrom('spend_effect')
    .select(['event_id', 'kind_code', 'finance_code', paid, promised])
    .where('moved_on', '>=', span.startsOn)
    .where('moved_on', '<=', span.endsOn)
    .groupBy(['event_id', 'kind_code', 'finance_code'])
    .orderBy('event_id')
    .orderBy('kind_code')
    .orderBy('finance_code')
    .$castTo<SpendCell>()
}

/** Paid and promised within a year by fund. */
export function spendOfFunds(span: Span) {
  return sql
    .selectFrom('spend_by_fund')
    .select(['fund_id', paid, promised])
    .where('moved_on', '>=', span.startsOn)
    .where('moved_on', '<=', span.endsOn)
    .groupBy('fund_id')
    .$castTo<{ fund_id: string | null; paid_pence: number; promised_pence: number }>()
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

/** First and last day on which anything was held or moved; nulls in an empty file. */
export function firstAndLastDay() {
  return sql.selectNoFrom([
    raw<Day | null>`(select min(day) from (select min(held_on) as day from session union all select min(moved_on) from cost_movement))`.as(
      'first_on',
    ),
    raw<Day | null>`(select max(day) from (select max(held_on) as day from session union all select max(moved_on) from cost_movement))`.as(
      'last_on',
    ),
  ])
}

/** A sum from SQLite as pence. Throws a RangeError when it is not whole. */
export function toPence(value: number): Pence {
  return pence(value)
}

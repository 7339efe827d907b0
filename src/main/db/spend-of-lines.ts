import { sql as raw, type RawBuilder } from 'kysely'
import type { Day } from '../../shared/kernel/dates'
import { movementSums, paidOf, promisedOf, stateOf } from './money-sql'

/*
 * Money of many cost lines at once, with the formulas of db/money-sql.ts. The views go through the days of each line,
 * one look-up after the other; here each line's movements are read once and added up together, which for a whole year
 * is several times faster. The two agree to the penny (spend-of-lines.test.ts): the paid figure of the days of a span
 * is the one at its end less the one before it, and what is still promised belongs to the day of the latest commitment
 * or invoice.
 */

/** The two ends of a span of days, both inside. */
export interface DaySpan {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** The cost lines, by id, to which something happened in a span of days. */
export function linesMovedIn(span: DaySpan): RawBuilder<unknown> {
  return raw`(select cost_line_id from cost_movement
    where moved_on >= ${span.startsOn} and moved_on <= ${span.endsOn} and kind <> 'estimated')`
}

/** The cost lines, by id, with an invoice from before a day. */
export function linesInvoicedBefore(day: Day): RawBuilder<unknown> {
  return raw`(select cost_line_id from cost_movement where moved_on < ${day} and kind = 'invoiced')`
}

/** SQL with one day for each of its question marks. */
function withDay(text: string, day: Day): RawBuilder<unknown> {
  return raw.join(
    text.split('?').map((part) => raw.raw(part)),
    raw`${day}`,
  )
}

const OWED_ON = `max(x.moved_on) filter (where x.kind in ('committed', 'invoiced')) as owed_on`

/** Everything that happened to a line, and with a span what had happened before it and by its end. */
function sumsOf(span: DaySpan | undefined): RawBuilder<unknown> {
  if (!span) return raw.raw(movementSums())
  return raw`${raw.raw(movementSums())}, ${raw.raw(OWED_ON)},
    ${withDay(movementSums('_before', ' and x.moved_on < ?'), span.startsOn)},
    ${withDay(movementSums('_until', ' and x.moved_on <= ?'), span.endsOn)}`
}

const paidIn = (span: DaySpan | undefined): string =>
  span ? `${paidOf('_until')} - ${paidOf('_before')}` : paidOf()

const promisedIn = (span: DaySpan | undefined): RawBuilder<unknown> =>
  span
    ? raw`iif(owed_on >= ${span.startsOn} and owed_on <= ${span.endsOn}, ${raw.raw(promisedOf())}, 0)`
    : raw.raw(promisedOf())

/**
 * Paid and promised by cost line, income left out: `cost_line_id, event_id, kind_code, finance_code, paid_pence,
 * promised_pence`. Of the lines `l` that fit `which`; within a span of days, or in all years. Lines that are asked for
 * by their event are put together `by` event, which spares sorting them.
 */
export function spendOfLines(
  which: RawBuilder<unknown>,
  span?: DaySpan,
  by: 'line' | 'event' = 'line',
): RawBuilder<unknown> {
  return raw`select cost_line_id, event_id, kind_code, finance_code,
      ${raw.raw(paidIn(span))} as paid_pence, ${promisedIn(span)} as promised_pence
    from (
      select l.id as cost_line_id, l.event_id, l.kind_code, l.finance_code, ${sumsOf(span)}
      from cost_line l cross join cost_movement x on x.cost_line_id = l.id
      where l.kind_code <> 'income' and ${which}
      group by ${raw.raw(by === 'event' ? 'l.event_id, l.rowid' : 'l.id')}
    )`
}

/**
 * State and money of cost lines, those without a movement too, income included: `cost_line_id, state, promised_pence`
 * as in the view cost_line_state, `asked_paid_pence, asked_promised_pence` in the span, or in all years, and `last_moved_on`.
 */
export function figuresOfLines(which: RawBuilder<unknown>, span?: DaySpan): RawBuilder<unknown> {
  return raw`select cost_line_id, ${raw.raw(stateOf())} as state, ${raw.raw(promisedOf())} as promised_pence,
      iif(is_income, 0, ${raw.raw(paidIn(span))}) as asked_paid_pence,
      iif(is_income, 0, ${promisedIn(span)}) as asked_promised_pence, last_moved_on
    from (
      select l.id as cost_line_id, l.kind_code = 'income' as is_income, ${sumsOf(span)},
        max(x.moved_on) filter (where x.kind <> 'estimated') as last_moved_on
      from cost_line l left join cost_movement x on x.cost_line_id = l.id
      where ${which} group by l.id
    )`
}

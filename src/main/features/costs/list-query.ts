import { sql as raw, type Compilable, type RawBuilder } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import type { Pence } from '../../../shared/kernel/money'
import type { CostFilter } from '../../../shared/features/costs/model'
import { statement } from '../../db/handle'
import { estimated } from '../../db/money-sql'
import { personNameSql } from '../../db/person-names'
import type { CostLineRow, CostLineStateRow } from '../../db/schema'
import { figuresOfLines, linesInvoicedBefore, linesMovedIn, type DaySpan } from '../../db/spend-of-lines'

/** The days asked for, both ends inside. */
export type Span = DaySpan

/** What a cost line counts for within what was asked for. Lists are cut by these few columns, before any words are read. */
export interface AmountsRow extends Pick<CostLineRow, 'id' | 'kind_code'>, Pick<CostLineStateRow, 'state'> {
  readonly last_moved_on: Day | null
  readonly asked_paid_pence: Pence
  readonly asked_promised_pence: Pence
  /** What it is thought to cost while nothing has happened to it; else, and of income, zero. */
  readonly expected_pence: Pence
  readonly income_pence: Pence
}

type WrittenColumn =
  'event_id' | 'description' | 'expected_on' | 'finance_code' | 'local_code' | 'supplier' | 'order_number'

/** What a cost line says, and what it belongs to. */
export interface WordsRow extends Pick<CostLineRow, 'id' | WrittenColumn> {
  readonly activity_title: string | null
  readonly event_title: string | null
  readonly person_name: string | null
}

type Condition = RawBuilder<unknown>

const ESTIMATED = raw.raw(estimated)

const within = (column: Condition, span: Span): Condition =>
  raw`${column} >= ${span.startsOn} and ${column} <= ${span.endsOn}`

/** Paid and promised by cost line within the days and the fund asked for, divided day by day (db/views.ts). */
function amountsOfFund(fundId: string, span: Span | undefined): Condition {
  const conditions: Condition[] = [fundId === 'none' ? raw`fund_id is null` : raw`fund_id in ${fundsAsked(fundId)}`]
  if (span) conditions.push(within(raw`moved_on`, span))
  return raw`select cost_line_id, sum(iif(state = 'paid', pence, 0)) as asked_paid_pence,
    sum(iif(state = 'promised', pence, 0)) as asked_promised_pence
    from spend_by_fund where ${raw.join(conditions, raw` and `)} group by cost_line_id`
}

/** One fund, or every fund from outside the school. */
function fundsAsked(fundId: string): Condition {
  return fundId === 'outside' ? raw`(select id from fund where is_external = 1)` : raw`(${fundId})`
}

/** A line belongs to the days on which something happened to it; one to which nothing happened yet, to its own day. */
function inSpan(span: Span): Condition {
  return raw`l.id in (select cost_line_id from ${linesMovedIn(span)} union all
    select o.id from cost_line o where ${within(raw`o.expected_on`, span)} and not exists (
      select 1 from cost_movement n where n.cost_line_id = o.id and n.kind <> 'estimated'))`
}

/** What is asked of the lines `l` themselves: of the others nothing is added up. */
function linesAsked(filter: CostFilter, span: Span | undefined): Condition {
  const all: Condition[] = [raw`1 = 1`]
  if (span) all.push(inSpan(span))
  if (filter.eventId !== undefined) all.push(raw`l.event_id = ${filter.eventId}`)
  if (filter.bookingId !== undefined) all.push(raw`l.booking_id = ${filter.bookingId}`)
  if (filter.scope === 'events') all.push(raw`l.event_id is not null`)
  if (filter.scope === 'school') all.push(raw`l.event_id is null`)
  if (filter.kindCode !== undefined) all.push(raw`l.kind_code = ${filter.kindCode}`)
  if (filter.code === '') all.push(raw`l.finance_code is null`)
  else if (filter.code !== undefined) all.push(raw`l.finance_code = ${filter.code}`)
  if (filter.fundId === 'none') all.push(raw`not exists (select 1 from cost_fund f where f.cost_line_id = l.id)`)
  else if (filter.fundId !== undefined)
    all.push(
      raw`exists (select 1 from cost_fund f where f.cost_line_id = l.id and f.fund_id in ${fundsAsked(filter.fundId)})`,
    )
  if (filter.unpaidInvoicedBefore !== undefined)
    all.push(raw`l.id in ${linesInvoicedBefore(filter.unpaidInvoicedBefore)}`)
  return raw.join(all, raw` and `)
}

/** What is asked of their figures `s`, of their amounts `of` the line or the fund, and of their words. */
function figuresAsked(filter: CostFilter, of: Condition): Condition {
  const all: Condition[] = [raw`1 = 1`]
  if (filter.state !== undefined) all.push(raw`s.state = ${filter.state}`)
  if (filter.having === 'paid') all.push(raw`${of}.asked_paid_pence <> 0`)
  if (filter.having === 'promised') all.push(raw`${of}.asked_promised_pence <> 0`)
  if (filter.unpaidInvoicedBefore !== undefined)
    all.push(raw`s.state in ('invoiced', 'part-paid') and s.promised_pence > 0`)
  if (filter.text !== '') all.push(mentions(filter.text))
  return raw.join(all, raw` and `)
}

function mentions(text: string): Condition {
  const sought = text.toLowerCase()
  return raw`instr(lower(l.description || char(10) || coalesce(l.supplier, '') || char(10) || coalesce(l.order_number, '')
    || char(10) || coalesce(l.local_code, '') || char(10) || coalesce(a.title, '') || char(10) || coalesce(v.title, '')
    || char(10) || coalesce((select group_concat(reference, char(10)) from cost_movement where cost_line_id = l.id), '')), ${sought}) > 0`
}

/** Amounts of the whole line, or those that the fund asked for bears. */
const amountsAsked = (filter: CostFilter): Condition => (filter.fundId === undefined ? raw`s` : raw`e`)

/**
 * The amounts of every cost asked for, newest first. However many they are, each is a few narrow columns, so that they
 * are sorted in little room and give the totals of a list that is cut.
 */
export function fittingAmounts(filter: CostFilter, span: Span | undefined): Compilable<AmountsRow> {
  const figures =
    filter.fundId === undefined
      ? raw`line s`
      : raw`line s left join (${amountsOfFund(filter.fundId, span)}) e on e.cost_line_id = s.cost_line_id`
  const titles =
    filter.text === ''
      ? raw``
      : raw`left join event v on v.id = l.event_id left join activity a on a.id = v.activity_id`
  return statement(raw<AmountsRow>`
    with line as materialized (${figuresOfLines(linesAsked(filter, span), span)})
    select l.id, l.kind_code, s.last_moved_on, ${amounts(filter, span)}
    from ${figures} cross join cost_line l on l.id = s.cost_line_id ${titles}
    where ${figuresAsked(filter, amountsAsked(filter))}
    order by coalesce(s.last_moved_on, l.expected_on) desc, l.id desc`)
}

function amounts(filter: CostFilter, span: Span | undefined): Condition {
  const of = amountsAsked(filter)
  const received = span ? raw` and ${within(raw`i.moved_on`, span)}` : raw``
  return raw`s.state, iif(s.state = 'estimated' and l.kind_code <> 'income', ${ESTIMATED}, 0) as expected_pence,
      coalesce(${of}.asked_paid_pence, 0) as asked_paid_pence, coalesce(${of}.asked_promised_pence, 0) as asked_promised_pence,
      iif(l.kind_code = 'income', coalesce((select sum(i.net_pence) from cost_movement i
        where i.cost_line_id = l.id and i.kind in ('paid', 'credited')${received}), 0), 0) as income_pence`
}

/** What some cost lines say, in no order. */
export function wordsOf(ids: readonly string[]): Compilable<WordsRow> {
  return statement(raw<WordsRow>`
    select l.id, l.event_id, l.description, l.expected_on, l.finance_code, l.local_code, l.supplier, l.order_number,
      a.title as activity_title, v.title as event_title, ${raw.raw(personNameSql('p'))} as person_name
    from json_each(${JSON.stringify(ids)}) asked cross join cost_line l on l.id = asked.value
    left join event v on v.id = l.event_id
    left join activity a on a.id = v.activity_id
    left join booking b on b.id = l.booking_id
    left join person p on p.id = b.person_id`)
}

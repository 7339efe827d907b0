import { z } from 'zod'
import { sql as raw } from 'kysely'
import type { ActualLine, Plan } from '../../../shared/features/plan/model'
import { daysOfPlan, drawLine } from '../../../shared/features/plan/rules'
import { pence, type Pence } from '../../../shared/kernel/money'
import { sql, statement, type ReadDb } from '../../db/handle'
import type { EvaluationRow, EventRow } from '../../db/schema'
import type { Day } from '../../../shared/kernel/dates'
import { spendOfEvents } from '../../db/spend-of-events'
import { linesMovedIn, spendOfLines } from '../../db/spend-of-lines'

/** The figures that are kept with an approved version: its totals, and what each line was to cost. */
export const zFigures = z.object({
  totals: z.record(z.string(), z.number()),
  lines: z.record(z.string(), z.object({ pence: z.int(), isAbove: z.boolean() })),
})
export type Figures = z.infer<typeof zFigures>

/** What each line was to cost when the plan was approved last; undefined where it never was. */
function approvedFigures(db: ReadDb, planId: string): { number: number; lines: Figures['lines'] } | undefined {
  const row = db.first(
    sql
      .selectFrom('plan_version')
      .select(['number', 'figures_json'])
      .where('plan_id', '=', planId)
      .orderBy('number', 'desc')
      .limit(1),
  )
  return row && { number: row.number, lines: zFigures.parse(JSON.parse(row.figures_json)).lines }
}

interface EventFact {
  readonly status: EventRow['status']
  readonly first_on: Day | null
  readonly booked: number
  readonly attended: number
  readonly judgement: EvaluationRow['impact_judgement']
}

/** Where some events stand: how many are booked, how many were there for some of it, and how they were judged. */
function eventFacts(db: ReadDb, eventIds: readonly string[]): Map<string, EventFact> {
  const rows = db.all(
    statement(raw<EventFact & { id: string }>`
      select e.id, e.status, v.impact_judgement as judgement,
        (select min(held_on) from session where event_id = e.id) as first_on,
        (select count(*) from booking where event_id = e.id and state = 'booked') as booked,
        (select count(distinct b.id) from booking b join attendance t on t.booking_id = b.id
          where b.event_id = e.id and t.credited_minutes > 0) as attended
      from event e left join evaluation v on v.event_id = e.id
      where e.id in (select value from json_each(${JSON.stringify(eventIds)}))`),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The lines of a plan against what became of them; see `zActualLine`. */
export function actualLines(db: ReadDb, plan: Plan): { version: number | null; lines: ActualLine[] } {
  const approved = approvedFigures(db, plan.id)
  const drawn = new Map(drawLine(plan.lines, plan.budgetPence).placed.map((one) => [one.line.id, one.isAbove]))
  const eventIds = plan.lines.flatMap(({ eventId }) => (eventId === null ? [] : [eventId]))
  const facts = eventFacts(db, eventIds)
  const spent = spendOfEvents(db, eventIds)
  // An event of two lines (two requests that went to one course) is counted with the first of them.
  const counted = new Set<string>()
  const lines = plan.lines.map((line): ActualLine => {
    const isFirst = line.eventId !== null && !counted.has(line.eventId)
    if (line.eventId !== null) counted.add(line.eventId)
    const fact = line.eventId === null ? undefined : facts.get(line.eventId)
    const then = approved?.lines[line.id]
    const isAbove = approved ? (then?.isAbove ?? false) : (drawn.get(line.id) ?? true)
    const of = (state: 'paid' | 'promised') =>
      line.eventId === null || !isFirst ? pence(0) : spent(line.eventId, state)
    return {
      lineId: line.id,
      title: line.title,
      isMust: line.isMust,
      isBelow: !isAbove,
      plannedPence: pence(isAbove ? (approved ? (then?.pence ?? 0) : line.costPence) : 0),
      eventId: line.eventId,
      status: fact?.status ?? null,
      firstOn: fact?.first_on ?? null,
      booked: isFirst ? (fact?.booked ?? 0) : 0,
      attended: isFirst ? (fact?.attended ?? 0) : 0,
      paidPence: of('paid'),
      promisedPence: of('promised'),
      judgement: fact?.judgement ?? null,
    }
  })
  return { version: approved?.number ?? null, lines }
}

/** All cash of the year of a plan, paid and promised, that belongs to no event of its lines. */
export function outsidePlan(db: ReadDb, plan: Plan): Pence {
  const span = daysOfPlan(plan.academicYear)
  const ids = JSON.stringify(plan.lines.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])))
  const which = raw`l.id in ${linesMovedIn(span)}
    and (l.event_id is null or l.event_id not in (select value from json_each(${ids})))`
  const row = db.first(
    statement(raw<{ pence: number | null }>`
      select sum(paid_pence + promised_pence) as pence from (${spendOfLines(which, span)})`),
  )
  return pence(row?.pence ?? 0)
}

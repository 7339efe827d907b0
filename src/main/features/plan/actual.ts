import { sql as raw } from 'kysely'
import type { ActualLine, Plan } from '../../../shared/features/plan/model'
import { daysOfPlan, drawLine } from '../../../shared/features/plan/rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence, type Pence } from '../../../shared/kernel/money'
import { sql, statement, type ReadDb } from '../../db/handle'
import { linesMovedIn, spendOfLines } from '../../db/spend-of-lines'
import { eventFacts, tracesOf, type Traces } from './traces'
import { zFigures, type Figures } from './figures'

/** The figures of the version that was approved last; undefined where none was. */
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

/** A row of the comparison before anybody asked what became of it. */
interface Promised extends Pick<ActualLine, 'lineId' | 'title' | 'isMust' | 'since' | 'isBelow' | 'plannedPence'> {
  /** Of the plan now, where it is not the line that was approved: a request that was taken in anew. */
  readonly lineIds: readonly string[]
  readonly requestId: string | null
}

/** What was promised: the lines as they were approved, then those that were added since; a plan that never was, as it stands. */
function promisedOf(plan: Plan, approved: Figures['lines'] | undefined): Promised[] {
  if (approved === undefined)
    return drawLine(plan.lines, plan.budgetPence).placed.map(({ line, isAbove }) => ({
      ...ofLine(line),
      since: null,
      isBelow: !isAbove,
      plannedPence: pence(isAbove ? line.costPence : 0),
    }))
  const kept = new Set<string>()
  const then = approved.map((old): Promised => {
    const same = plan.lines.filter(
      (line) => line.id === old.lineId || (old.requestId !== null && line.requestId === old.requestId),
    )
    for (const { id } of same) kept.add(id)
    return {
      lineId: old.lineId,
      lineIds: [...new Set([old.lineId, ...same.map(({ id }) => id)])],
      title: old.title,
      isMust: old.isMust,
      requestId: old.requestId,
      since: same.length === 0 ? 'taken-out' : null,
      isBelow: !old.isAbove,
      plannedPence: pence(old.isAbove ? old.pence : 0),
    }
  })
  const added = plan.lines.filter(({ id }) => !kept.has(id))
  return [
    ...then,
    ...added.map((line): Promised => ({ ...ofLine(line), since: 'added', isBelow: false, plannedPence: pence(0) })),
  ]
}

const ofLine = ({ id, title, isMust, requestId }: Plan['lines'][number]) => ({
  lineId: id,
  lineIds: [id],
  title,
  isMust,
  requestId,
})

/** The lines of a plan against what became of them, and the money of its year that is of none; see `zActualLine`. */
export function planAgainstActual(
  db: ReadDb,
  plan: Plan,
): { version: number | null; lines: ActualLine[]; outsidePence: Pence } {
  const approved = approvedFigures(db, plan.id)
  const promised = promisedOf(plan, approved?.lines)
  const traces = tracesOf(db, promised)
  const facts = eventFacts(db, [...traces.eventOf.values()])
  const spend = spendOf(db, traces)
  const places = placesOf(db, traces)
  const lines = promised.map(({ lineIds: _ids, requestId: _request, ...line }): ActualLine => {
    const eventId = traces.eventOf.get(line.lineId) ?? null
    const fact = eventId === null ? undefined : facts.get(eventId)
    const { paid = 0, promised: owed = 0 } = spend.get(line.lineId) ?? {}
    const here = places.get(line.lineId) ?? []
    return {
      ...line,
      eventId,
      status: traces.givenBack.has(line.lineId) ? 'cancelled' : (fact?.status ?? null),
      firstOn: fact?.first_on ?? null,
      booked: here.filter(({ is_booked }) => is_booked === 1).length,
      attended: here.filter(({ attended }) => attended === 1).length,
      paidPence: pence(paid),
      promisedPence: pence(owed),
      judgement: fact?.judgement ?? null,
    }
  })
  return { version: approved?.number ?? null, lines, outsidePence: outside(db, plan, traces) }
}

const among = (column: string, ids: Iterable<string>) =>
  raw<boolean>`coalesce(${raw.ref(column)} in (select value from json_each(${JSON.stringify([...ids])})), 0)`

const isOfLines = ({ lineOfEvent, lineOfBooking }: Traces, event: string, booking: string) =>
  raw`(${among(event, lineOfEvent.keys())} or ${among(booking, lineOfBooking.keys())})`

/** What is of a request's place is the request's; all else of an event is of the line that it was made of. */
const ownerOf = (traces: Traces, row: { readonly booking_id: string | null; readonly event_id: string | null }) =>
  (row.booking_id === null ? undefined : traces.lineOfBooking.get(row.booking_id)) ??
  (row.event_id === null ? undefined : traces.lineOfEvent.get(row.event_id)) ??
  ''

interface SpendRow {
  readonly event_id: string | null
  readonly booking_id: string | null
  readonly paid_pence: number
  readonly promised_pence: number
}

/** What each line has cost so far, in all years: every cost with one line. */
function spendOf(db: ReadDb, traces: Traces): Map<string, { paid: number; promised: number }> {
  const lines = spendOfLines(isOfLines(traces, 'l.event_id', 'l.booking_id'))
  const rows = db.all(
    statement(raw<SpendRow>`
      select s.event_id, c.booking_id, s.paid_pence, s.promised_pence
      from (${lines}) s join cost_line c on c.id = s.cost_line_id`),
  )
  return new Map(
    [...groupBy(rows, (row) => ownerOf(traces, row))].map(([lineId, of]) => [
      lineId,
      {
        paid: of.reduce((sum, row) => sum + row.paid_pence, 0),
        promised: of.reduce((sum, row) => sum + row.promised_pence, 0),
      },
    ]),
  )
}

interface PlaceRow {
  readonly booking_id: string
  readonly event_id: string
  readonly is_booked: 0 | 1
  readonly attended: 0 | 1
}

/** The places of each line: who is booked on what is not cancelled, and who was there for some of it. */
function placesOf(db: ReadDb, traces: Traces): Map<string, PlaceRow[]> {
  const rows = db.all(
    statement(raw<PlaceRow>`
      select b.id as booking_id, b.event_id, b.state = 'booked' and e.status <> 'cancelled' as is_booked,
        exists (select 1 from attendance t where t.booking_id = b.id and t.credited_minutes > 0) as attended
      from booking b join event e on e.id = b.event_id where ${isOfLines(traces, 'b.event_id', 'b.id')}`),
  )
  return groupBy(rows, (row) => ownerOf(traces, row))
}

/** All cash of the year of a plan, paid and promised, that is of none of its lines. */
function outside(db: ReadDb, plan: Plan, traces: Traces): Pence {
  const span = daysOfPlan(plan.academicYear)
  const which = raw`l.id in ${linesMovedIn(span)} and not ${isOfLines(traces, 'l.event_id', 'l.booking_id')}`
  const row = db.first(
    statement(raw<{ pence: number | null }>`
      select sum(paid_pence + promised_pence) as pence from (${spendOfLines(which, span)})`),
  )
  return pence(row?.pence ?? 0)
}

import { sql as raw } from 'kysely'
import type { ActualLine, Plan } from '../../../shared/features/plan/model'
import { daysOfPlan, drawLine } from '../../../shared/features/plan/rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence, type Pence } from '../../../shared/kernel/money'
import { statement, type ReadDb } from '../../db/handle'
import { linesMovedIn, spendOfLines } from '../../db/spend-of-lines'
import { eventFacts, tracesOf, type Traces } from './traces'
import type { Figures } from './figures'
import { approvedFigures, plannedOf, type Planned } from './planned'

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
  const figures = approvedFigures(db)
  const planned = plannedOf(db, figures)
  const approved = figures.get(plan.id)
  const promised = promisedOf(plan, approved?.lines)
  const traces = tracesOf(db, promised, ({ requestId }) => planned.planOfRequest.get(requestId) === plan.id)
  const facts = eventFacts(db, [...traces.eventOf.values()])
  const spend = spendOf(db, traces, planned)
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
  return { version: approved?.number ?? null, lines, outsidePence: outside(db, plan, planned) }
}

const among = (column: string, ids: Iterable<string>) =>
  raw<boolean>`coalesce(${raw.ref(column)} in (select value from json_each(${JSON.stringify([...ids])})), 0)`

interface SpendRow {
  readonly event_id: string | null
  readonly request_id: string | null
  readonly paid_pence: number
  readonly promised_pence: number
}

/**
 * What each line has cost so far, in all years: every cost with one line. What is of the place of a request is of the line
 * of that request, be it of another plan; all else of an event is of the line that it was made of.
 */
function spendOf(
  db: ReadDb,
  { lineOfEvent, lineOfRequest }: Traces,
  { planOfRequest }: Planned,
): Map<string, { paid: number; promised: number }> {
  const lines = spendOfLines(
    raw`(${among('l.event_id', lineOfEvent.keys())} or ${among('l.request_id', lineOfRequest.keys())})`,
  )
  const rows = db.all(
    statement(raw<SpendRow>`
      select s.event_id, c.request_id, s.paid_pence, s.promised_pence
      from (${lines}) s join cost_line c on c.id = s.cost_line_id`),
  )
  const ownerOf = ({ event_id: eventId, request_id: requestId }: SpendRow) =>
    requestId !== null && planOfRequest.has(requestId)
      ? (lineOfRequest.get(requestId) ?? '')
      : ((eventId === null ? undefined : lineOfEvent.get(eventId)) ?? '')
  return new Map(
    [...groupBy(rows, ownerOf)].map(([lineId, of]) => [
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
function placesOf(db: ReadDb, { lineOfEvent, lineOfBooking }: Traces): Map<string, PlaceRow[]> {
  const rows = db.all(
    statement(raw<PlaceRow>`
      select b.id as booking_id, b.event_id, b.state = 'booked' and e.status <> 'cancelled' as is_booked,
        exists (select 1 from attendance t where t.booking_id = b.id and t.credited_minutes > 0) as attended
      from booking b join event e on e.id = b.event_id
      where (${among('b.event_id', lineOfEvent.keys())} or ${among('b.id', lineOfBooking.keys())})`),
  )
  return groupBy(rows, (row) => lineOfBooking.get(row.booking_id) ?? lineOfEvent.get(row.event_id) ?? '')
}

/** All cash of the year of a plan, paid and promised, that is of no line of any plan. */
function outside(db: ReadDb, plan: Plan, { lineIds, planOfRequest }: Planned): Pence {
  const span = daysOfPlan(plan.academicYear)
  const which = raw`l.id in ${linesMovedIn(span)} and not (${among('l.request_id', planOfRequest.keys())}
    or exists (select 1 from event x where x.id = l.event_id and ${among('x.plan_line_id', lineIds)}))`
  const row = db.first(
    statement(raw<{ pence: number | null }>`
      select sum(paid_pence + promised_pence) as pence from (${spendOfLines(which, span)})`),
  )
  return pence(row?.pence ?? 0)
}

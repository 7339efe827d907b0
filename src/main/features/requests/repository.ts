import { sql as raw } from 'kysely'
import { costOf } from '../../../shared/features/costs/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type {
  HistoryLine,
  RequestCost,
  RequestLine,
  RequestRecord,
  RequestState,
  RequestStep,
} from '../../../shared/features/requests/model'
import { requestCost, waitingStep } from '../../../shared/features/requests/rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import { placeColumns, placeOfRequest } from '../../db/request-places'
import type { RequestCostRow, RequestRow, RequestStepRow } from '../../db/schema'

const nameOf = (alias: string) => raw<string>`${raw.raw(personNameSql(alias))}`
const optionalName = (alias: string) => raw<string | null>`${raw.raw(personNameSql(alias))}`

/** What a register is narrowed to. Everything left out does not narrow. */
export interface RequestFilter {
  readonly ids?: readonly string[] | undefined
  readonly states?: readonly RequestState[] | undefined
  readonly personId?: string | undefined
  readonly eventId?: string | undefined
  readonly received?: { readonly startsOn: string; readonly endsOn: string } | undefined
}

/** One request as it is kept. Throws Refusal `record.missing`. */
export function requestRow(db: ReadDb, id: string): RequestRow {
  const row = db.first(sql.selectFrom('request').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The event of a request: the one that it was booked on, else the one that it asks for. */
export function eventIdOf(db: ReadDb, row: Pick<RequestRow, 'asked_event_id' | 'booking_id'>): string | null {
  if (row.booking_id === null) return row.asked_event_id
  const booking = sql.selectFrom('booking').select('event_id').where('id', '=', row.booking_id)
  return db.first(booking)?.event_id ?? row.asked_event_id
}

/** The costs of some requests, in their order. */
export function costRows(db: ReadDb, requestIds: readonly string[]): RequestCostRow[] {
  return db.all(
    sql
      .selectFrom('request_cost')
      .selectAll()
      .where(raw<boolean>`request_id in (select value from json_each(${JSON.stringify(requestIds)}))`)
      .orderBy('position'),
  )
}

/** What a request costs by its lines; see `requestCost`. */
export function costOfRows(rows: readonly RequestCostRow[]) {
  return requestCost(
    rows.map((row) => ({
      netPence: pence(row.net_pence),
      vatPence: pence(row.vat_pence),
      isVatRecoverable: row.is_vat_recoverable === 1,
    })),
  )
}

function stepQuery() {
  return sql
    .selectFrom('request_step as s')
    .leftJoin('person as p', 'p.id', 's.person_id')
    .selectAll('s')
    .select(optionalName('p').as('person_name'))
    .orderBy('s.position')
    .orderBy('s.id')
}

type NamedStepRow = RequestStepRow & { readonly person_name: string | null }

/** The steps of some requests, in their order. */
function stepRows(db: ReadDb, requestIds: readonly string[]): NamedStepRow[] {
  return db.all(
    stepQuery().where(raw<boolean>`s.request_id in (select value from json_each(${JSON.stringify(requestIds)}))`),
  )
}

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

function rowToStep(row: NamedStepRow): RequestStep {
  return {
    id: row.id,
    title: row.title,
    role: row.role,
    person: named(row.person_id, row.person_name),
    isCommentOnly: row.is_comment_only === 1,
    state: row.state,
  }
}

/** The steps of one request. */
export function stepsOf(db: ReadDb, requestId: string): RequestStep[] {
  return stepRows(db, [requestId]).map(rowToStep)
}

/** What each of some requests costs, as `requestCost` has it: net and the VAT that does not come back. */
function costsById(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = db.all(
    statement(raw<{ id: string; pence: number }>`
      select request_id as id, sum(net_pence + iif(is_vat_recoverable, 0, vat_pence)) as pence from request_cost
      where request_id in (select value from json_each(${JSON.stringify(ids)})) group by request_id`),
  )
  return new Map(rows.map((row) => [row.id, row.pence]))
}

/** Requests as a register shows them, the newest first. */
export function listRequests(db: ReadDb, filter: RequestFilter): RequestLine[] {
  const rows = db.all(listQuery(filter))
  const ids = rows.map((row) => row.id)
  const costs = costsById(db, ids)
  // Only one that waits for a decision waits for a step.
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  const steps = groupBy(stepRows(db, waiting), (row) => row.request_id)
  return rows.map((row) => {
    const step = waitingStep(row.state, (steps.get(row.id) ?? []).map(rowToStep))
    return {
      id: row.id,
      number: row.number,
      person: { id: row.person_id, name: row.person_name },
      title: row.title,
      receivedOn: row.received_on,
      wantedOn: row.wanted_on,
      state: row.state,
      decidedOn: row.decided_on,
      costPence: pence(costs.get(row.id) ?? 0),
      coverQuarterDays: row.cover_quarter_days,
      providerName: row.provider_name,
      priorityTitle: row.priority_title,
      waitsFor: step ? { stepId: step.id, title: step.title, role: step.role, person: step.person } : null,
      booking: placeOfRequest(row),
    }
  })
}

function listQuery({ ids, states, personId, eventId, received }: RequestFilter) {
  let query = sql
    .selectFrom('request as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('priority as y', 'y.id', 'r.priority_id')
    .leftJoin('booking as k', 'k.id', 'r.booking_id')
    .leftJoin('event as e', 'e.id', 'k.event_id')
    .select([
      'r.id',
      'r.number',
      'r.person_id',
      'r.title',
      'r.received_on',
      'r.wanted_on',
      'r.state',
      'r.decided_on',
    ])
    .select(['r.cover_quarter_days', 'r.provider_name'])
    .select([nameOf('p').as('person_name'), 'y.title as priority_title'])
    .select(placeColumns)
    .orderBy('r.received_on', 'desc')
    .orderBy('r.number', 'desc')
  if (ids) query = query.where(raw<boolean>`r.id in (select value from json_each(${JSON.stringify(ids)}))`)
  if (states) query = query.where('r.state', 'in', [...states])
  if (personId !== undefined) query = query.where('r.person_id', '=', personId)
  if (eventId !== undefined)
    // Whoever asked for one event and was booked on another is of that other.
    query = query.where(raw<boolean>`coalesce(k.event_id, r.asked_event_id) = ${eventId}`)
  if (received)
    query = query
      .where(raw<boolean>`r.received_on >= ${received.startsOn}`)
      .where(raw<boolean>`r.received_on <= ${received.endsOn}`)
  return query
}

/** Whether a request waits for somebody, or in a step of that title. */
export function waitsFor(line: RequestLine, whom: string): boolean {
  return line.waitsFor !== null && (line.waitsFor.title === whom || line.waitsFor.person?.id === whom)
}

/** How many of these requests there are of each state. */
export function countByState(lines: readonly RequestLine[]): Partial<Record<RequestState, number>> {
  const counts: Partial<Record<RequestState, number>> = {}
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** How many requests the file holds. */
export function countRequests(db: ReadDb): number {
  const count = sql.selectFrom('request').select((eb) => eb.fn.countAll<number>().as('n'))
  return db.first(count)?.n ?? 0
}

/** One request with everything about it. Throws Refusal `record.missing`. */
export function readRequest(db: ReadDb, id: string, codes: FinanceCodes): RequestRecord {
  const row = requestRow(db, id)
  const [line] = listRequests(db, { ids: [id] })
  if (!line) throw new Refusal('record.missing')
  return {
    ...line,
    eventId: row.asked_event_id,
    eventTitle: row.asked_event_id === null ? null : titleOfEvent(db, row.asked_event_id),
    typeCode: row.type_code,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    durationMinutes: row.duration_minutes,
    reason: row.reason,
    expectedChange: row.expected_change,
    pupilBenefit: row.pupil_benefit,
    howMeasured: row.how_measured,
    measureOn: row.measure_on,
    sharing: row.sharing,
    coverArranged: row.cover_arranged,
    priorityId: row.priority_id,
    need: titled(db, 'need', row.need_id),
    opportunity: titled(db, 'opportunity', row.opportunity_id),
    features: JSON.parse(row.features_json) as string[],
    costs: costsOf(db, id, codes),
    steps: stepsOf(db, id),
    history: historyOf(db, id),
    bookedEvent: line.booking === null ? null : named(line.booking.eventId, titleOfEvent(db, line.booking.eventId)),
  }
}

function titled(db: ReadDb, table: 'need' | 'opportunity', id: string | null): RequestRecord['need'] {
  if (id === null) return null
  return db.first(sql.selectFrom(table).select(['id', 'title as name']).where('id', '=', id)) ?? null
}

function titleOfEvent(db: ReadDb, eventId: string): string | null {
  const event = sql.selectFrom('event as e').innerJoin('activity as a', 'a.id', 'e.activity_id')
  return db.first(event.select(eventTitle().as('title')).where('e.id', '=', eventId))?.title ?? null
}

function costsOf(db: ReadDb, id: string, codes: FinanceCodes): RequestCost[] {
  const funds = new Map(db.all(sql.selectFrom('fund').select(['id', 'name'])).map((fund) => [fund.id, fund.name]))
  return costRows(db, [id]).map((row) => {
    const amount = { netPence: pence(row.net_pence), vatPence: pence(row.vat_pence) }
    return {
      id: row.id,
      kindCode: row.kind_code,
      kindName: codes.kinds.find((kind) => kind.code === row.kind_code)?.name ?? row.kind_code,
      description: row.description,
      ...amount,
      isVatRecoverable: row.is_vat_recoverable === 1,
      costPence: costOf(amount, row.is_vat_recoverable === 1),
      fund: named(row.fund_id, row.fund_id === null ? null : (funds.get(row.fund_id) ?? null)),
    }
  })
}

function historyOf(db: ReadDb, id: string): HistoryLine[] {
  const rows = db.all(
    sql
      .selectFrom('request_history as h')
      .leftJoin('request_step as s', 's.id', 'h.request_step_id')
      .leftJoin('person as p', 'p.id', 'h.person_id')
      .select(['h.id', 'h.kind', 'h.happened_on', 'h.words', 's.title as step_title'])
      .select(optionalName('p').as('by_name'))
      .where('h.request_id', '=', id)
      // Keys rise with time, so that what was said on one day stands in the order in which it was written down.
      .orderBy('h.id'),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    on: row.happened_on,
    stepTitle: row.step_title,
    byName: row.by_name,
    words: row.words,
  }))
}

import { isOpen } from '../../../shared/features/needs/rules'
import type { CostInput, CostStart } from '../../../shared/features/costs/model'
import { proposedCode } from '../../../shared/features/costs/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { BookInput } from '../../../shared/features/requests/model'
import { coverMinutes } from '../../../shared/features/requests/rules'
import type { Day } from '../../../shared/kernel/dates'
import { allocatePence, pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import type { RequestCostRow, RequestRow } from '../../db/schema'
import { whoOnDay } from '../../db/staff-on-day'
import { costRows, requestRow } from './repository'
import { note } from './history'
import { holdPlace } from './places'

/** A place as the activities give it. */
export interface Place {
  readonly eventId: string
  readonly title: string
  readonly firstOn: Day | null
  readonly bookingId: string
  readonly state: 'booked' | 'waiting' | 'cancelled'
  readonly isNew: boolean
}

export interface RunWanted {
  readonly title: string
  readonly typeCode: string | null
  readonly providerName: string | null
  readonly heldOn: Day | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly durationMinutes: number | null
  readonly priorityId: string | null
}

/** What a request does in other parts of the binder when it is carried out. */
export interface BookNeeds {
  readonly codes: FinanceCodes
  readonly today: Day
  readonly actingPersonId: string | undefined
  /** Gives a place on an event that is there, or on a run that is made; belongs to activities. */
  readonly placeFor: (
    db: WriteDb,
    where: { readonly eventId: string } | { readonly run: RunWanted },
    personId: string,
  ) => Place
  /** Keeps a cost; belongs to costs. */
  readonly addCost: (db: WriteDb, cost: CostInput, start: CostStart) => string
  /** Keeps how it will be measured; belongs to evaluation. */
  readonly expectMeasured: (
    db: WriteDb,
    eventId: string,
    wanted: { readonly question: string; readonly measure: string; readonly targetOn: Day | null },
  ) => void
  /** Puts an event to a need, which is planned from then on; belongs to needs. */
  readonly serveNeed: (db: WriteDb, served: { needId: string; eventId: string; reason: string }) => void
}

/**
 * Carries out a request that is agreed, in one change: a place on an event, its costs under their funds, and how it will
 * be measured. For a place they only estimates are kept while the person waits: nothing is ordered for it yet. Throws
 * Refusals `request.not-approved`, `request.same-event` and those of the parts.
 */
export function bookRequest(
  db: WriteDb,
  input: BookInput,
  needs: BookNeeds,
): { eventId: string; title: string; state: Place['state']; costs: number } {
  const row = requestRow(db, input.id)
  if (row.state !== 'approved') throw new Refusal('request.not-approved')
  const eventId = input.eventId ?? undefined
  const place = needs.placeFor(db, eventId === undefined ? { run: runOf(row, input) } : { eventId }, row.person_id)
  if (!place.isNew)
    throw new Refusal('request.same-event', { name: whoOnDay(db, row.person_id, needs.today)?.name ?? '' })
  // The place first: by it the costs find the request that they are for.
  holdPlace(db, row.id, place.bookingId, needs.today)
  const lines = costRows(db, [row.id])
  for (const cost of costsOf(db, row, lines, place, input, needs.codes))
    needs.addCost(db, cost, {
      kind: place.state === 'booked' ? 'committed' : 'estimated',
      movedOn: input.orderedOn,
      reference: input.orderNumber,
    })
  needs.expectMeasured(db, place.eventId, {
    question: `${row.expected_change}\n${row.pupil_benefit}`.slice(0, 2000),
    measure: row.how_measured,
    targetOn: row.measure_on,
  })
  planItsNeed(db, row, place.eventId, needs)
  note(db, row.id, {
    kind: 'booked',
    happened_on: input.orderedOn,
    person_id: needs.actingPersonId ?? null,
    words: place.title,
  })
  return { eventId: place.eventId, title: place.title, state: place.state, costs: lines.length }
}

/** The need of a request is planned with its place. */
export function planItsNeed(
  db: WriteDb,
  row: RequestRow,
  eventId: string,
  { serveNeed }: Pick<BookNeeds, 'serveNeed'>,
): void {
  if (row.need_id !== null && isOpenNeed(db, row.need_id))
    serveNeed(db, { needId: row.need_id, eventId, reason: `Request R${row.number} was agreed` })
}

/** A need that was met or given up in the meantime stays as it is. */
function isOpenNeed(db: ReadDb, id: string): boolean {
  const state = db.first(sql.selectFrom('need').select('state').where('id', '=', id))?.state
  return state !== undefined && isOpen(state)
}

function runOf(row: RequestRow, input: BookInput): RunWanted {
  return {
    title: row.title,
    typeCode: input.typeCode,
    providerName: row.provider_name,
    heldOn: input.heldOn,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    durationMinutes: input.durationMinutes,
    priorityId: row.priority_id,
  }
}

/** The costs of the booking: each line of the request as it was agreed, under its fund. */
export function costsOf(
  db: ReadDb,
  row: RequestRow,
  lines: readonly RequestCostRow[],
  place: Pick<Place, 'eventId' | 'bookingId' | 'title' | 'firstOn'>,
  input: Pick<BookInput, 'orderedOn' | 'orderNumber'>,
  codes: FinanceCodes,
): CostInput[] {
  const expectedOn = place.firstOn ?? row.wanted_on ?? input.orderedOn
  const regime = profileOn(db, expectedOn)?.regime ?? 'maintained'
  const minutes = minutesByLine(db, row, lines, codes)
  return lines.map((line, index) => ({
    eventId: place.eventId,
    bookingId: place.bookingId,
    kindCode: line.kind_code,
    description: line.description ?? `${kindName(codes, line.kind_code)}: ${place.title}`.slice(0, 300),
    expectedOn,
    netPence: pence(line.net_pence),
    vatPence: pence(line.vat_pence),
    isVatRecoverable: line.is_vat_recoverable === 1,
    financeCode: proposedCode(codes, line.kind_code, regime),
    localCode: null,
    supplier: isCover(codes, line.kind_code) ? null : row.provider_name,
    orderNumber: input.orderNumber,
    coveredMinutes: minutes[index] ?? 0,
    shareBasis: 'none',
    shares: [],
    funds: line.fund_id === null ? [] : [{ fundId: line.fund_id, weight: 1 }],
    note: `Request R${row.number}`,
  }))
}

const kindName = (codes: FinanceCodes, kindCode: string) =>
  codes.kinds.find((kind) => kind.code === kindCode)?.name ?? kindCode
const isCover = (codes: FinanceCodes, kindCode: string) =>
  codes.kinds.find((kind) => kind.code === kindCode)?.isCover === true

/** The cover that was asked for, divided over the lines that pay for it by their net. */
function minutesByLine(
  db: ReadDb,
  row: RequestRow,
  lines: readonly RequestCostRow[],
  codes: FinanceCodes,
): number[] {
  const schoolDay = db.first(sql.selectFrom('school').select('school_day_minutes'))?.school_day_minutes ?? 390
  const weights = lines.map((line) => (isCover(codes, line.kind_code) ? line.net_pence : 0))
  if (!lines.some((line) => isCover(codes, line.kind_code))) return lines.map(() => 0)
  const covering = lines.map((line, index) => (isCover(codes, line.kind_code) ? (weights[index] ?? 0) || 1 : 0))
  return allocatePence(pence(coverMinutes(row.cover_quarter_days, schoolDay)), covering)
}

import { groupBy } from '../../../shared/kernel/group-by'
import { allocatePence, pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { Cost, CostInput, CostStart, CostSummary, Movement } from '../../../shared/features/costs/model'
import { costOf, outstandingOf } from '../../../shared/features/costs/rules'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { CostLineRow, CostMovementRow } from '../../db/schema'
import { letLedgerLinesGo } from './ledger-links'
import type { AmountsRow, WordsRow } from './list-query'
import {
  belongingOf,
  costLine,
  deleteCost,
  eventOfBooking,
  fundsOf,
  insertCost,
  insertMovement,
  ledgerLinesOf,
  movementsOf,
  peopleOf,
  sharesOf,
  stateOf,
  updateCost,
} from './repository'

/** The name of a kind of cost; its code where the pack does not know it (any more). */
export function kindName(codes: FinanceCodes, kindCode: string): string {
  return codes.kinds.find((kind) => kind.code === kindCode)?.name ?? kindCode
}

/**
 * A row of the list as a list shows it. The funds of its lines are passed in, read once for the whole list; where the
 * list is of one fund, the amounts are that fund's.
 */
export function rowToSummary(
  row: AmountsRow & WordsRow,
  codes: FinanceCodes,
  fundsOfLines: ReadonlyMap<string, readonly FundOfLine[]>,
  fundId: string | undefined,
): CostSummary {
  const funds = fundsOfLines.get(row.id) ?? []
  return {
    id: row.id,
    description: row.description,
    kindCode: row.kind_code,
    kindName: kindName(codes, row.kind_code),
    eventId: row.event_id,
    eventTitle: row.activity_title === null ? null : fullEventTitle(row.activity_title, row.event_title),
    personName: row.person_name,
    expectedOn: row.expected_on,
    lastMovedOn: row.last_moved_on,
    state: row.state,
    financeCode: row.finance_code,
    localCode: row.local_code,
    supplier: row.supplier,
    orderNumber: row.order_number,
    fundNames: funds.map((fund) => fund.name),
    ...amountsOf(row, funds, fundId),
  }
}

interface Amounts {
  readonly paidPence: Pence
  readonly promisedPence: Pence
  readonly expectedPence: Pence
  readonly incomePence: Pence
}

/** What a line counts for within what was asked. Paid and promised are of the fund asked for already. */
function amountsOf(row: AmountsRow, funds: readonly FundOfLine[], fundId: string | undefined): Amounts {
  return {
    paidPence: pence(row.asked_paid_pence),
    promisedPence: pence(row.asked_promised_pence),
    expectedPence: partOf(pence(row.expected_pence), funds, fundId),
    incomePence: partOf(pence(row.income_pence), funds, fundId),
  }
}

type FundOfLine = ReturnType<typeof fundsOf>[number]

/** The funds of some cost lines, by line. */
export function fundsByLine(db: ReadDb, ids: readonly string[]): Map<string, FundOfLine[]> {
  return groupBy(fundsOf(db, ids), (row) => row.cost_line_id)
}

/** What of an amount one fund bears, divided as `spend_by_fund` divides it; the whole when no fund was asked for. */
function partOf(amount: Pence, funds: readonly FundOfLine[], fundId: string | undefined): Pence {
  const byId = [...funds].sort((a, b) => (a.fund_id < b.fund_id ? -1 : 1))
  const isAsked = (fund: FundOfLine) => (fundId === 'outside' ? fund.is_external === 1 : fund.fund_id === fundId)
  if (!byId.some(isAsked)) return amount
  const parts = allocatePence(
    amount,
    byId.map((fund) => fund.weight),
  )
  return sumPence(parts.filter((_, at) => byId[at] !== undefined && isAsked(byId[at])))
}

/** The sums of what lines count for. */
export function totalsOf(costs: readonly Amounts[]): Amounts {
  return {
    paidPence: sumPence(costs.map((cost) => cost.paidPence)),
    promisedPence: sumPence(costs.map((cost) => cost.promisedPence)),
    expectedPence: sumPence(costs.map((cost) => cost.expectedPence)),
    incomePence: sumPence(costs.map((cost) => cost.incomePence)),
  }
}

/** The sums of every line that was asked for, however many a list shows. */
export function totalsOfAll(db: ReadDb, rows: readonly AmountsRow[], fundId: string | undefined): Amounts {
  const ids = fundId === undefined ? [] : rows.filter((row) => row.state === 'estimated' || row.income_pence !== 0)
  const funds = fundsByLine(
    db,
    ids.map((row) => row.id),
  )
  return totalsOf(rows.map((row) => amountsOf(row, funds.get(row.id) ?? [], fundId)))
}

function rowToMovement(row: CostMovementRow, line: CostLineRow, fromLedger: ReadonlySet<string | null>): Movement {
  const amount = { netPence: pence(row.net_pence), vatPence: pence(row.vat_pence) }
  return {
    id: row.id,
    kind: row.kind,
    movedOn: row.moved_on,
    ...amount,
    costPence: costOf(amount, line.is_vat_recoverable === 1),
    reference: row.reference,
    isFromLedger: fromLedger.has(row.id),
  }
}

/** Everything about one cost. Throws Refusal `record.missing`. */
export function readCost(db: ReadDb, id: string, codes: FinanceCodes): Cost {
  const line = costLine(db, id)
  const state = stateOf(db, id)
  if (!line || !state) throw new Refusal('record.missing')
  const ledger = ledgerLinesOf(db, id)
  const fromLedger = new Set(ledger.map((row) => row.movement_id))
  const movements = movementsOf(db, id).map((row) => rowToMovement(row, line, fromLedger))
  const own = { netPence: pence(line.net_pence), vatPence: pence(line.vat_pence) }
  return {
    ...rowToInput(line),
    id,
    shares: sharesOf(db, id).map((row) => ({ bookingId: row.booking_id, weight: row.weight })),
    funds: fundsOf(db, [id]).map((row) => ({ fundId: row.fund_id, weight: row.weight })),
    ...belongingOf(db, line),
    kindName: kindName(codes, line.kind_code),
    state: state.state,
    paidPence: pence(state.paid_pence),
    promisedPence: pence(state.promised_pence),
    estimatedPence: pence(state.estimated_pence),
    ...outstandingOf(own, movements),
    movements,
    people: peopleOf(db, id).map((row) => ({ ...row, pence: pence(row.pence) })),
    ledgerLines: ledger.map((row) => ({
      id: row.id,
      documentNumber: row.document_number,
      postedOn: row.posted_on,
      grossPence: pence(row.gross_pence),
    })),
  }
}

function rowToInput(line: CostLineRow): Omit<CostInput, 'shares' | 'funds'> {
  return {
    eventId: line.event_id,
    bookingId: line.booking_id,
    kindCode: line.kind_code,
    description: line.description,
    expectedOn: line.expected_on,
    netPence: pence(line.net_pence),
    vatPence: pence(line.vat_pence),
    isVatRecoverable: line.is_vat_recoverable === 1,
    financeCode: line.finance_code,
    localCode: line.local_code,
    supplier: line.supplier,
    orderNumber: line.order_number,
    coveredMinutes: line.covered_minutes,
    shareBasis: line.share_basis,
    note: line.note,
  }
}

/**
 * Puts a cost in order before it is kept: a cost of a booking belongs to that booking's event and is shared with
 * nobody; a cost of no event cannot be shared; only cover stands in for hours. Throws Refusals `cost.*`.
 */
export function inOrder(db: ReadDb, input: CostInput, codes: FinanceCodes): CostInput {
  const kind = codes.kinds.find((known) => known.code === input.kindCode)
  const eventId = input.bookingId === null ? input.eventId : (eventOfBooking(db, input.bookingId) ?? null)
  if (input.bookingId !== null && (eventId === null || (input.eventId !== null && input.eventId !== eventId)))
    throw new Refusal('cost.booking-elsewhere', undefined, [{ path: 'bookingId', code: 'cost.booking-elsewhere' }])
  const isShared = input.bookingId === null && eventId !== null
  const shareBasis = isShared ? input.shareBasis : 'none'
  const shares = shareBasis === 'named' ? input.shares : []
  if (shareBasis === 'named' && shares.length === 0)
    throw new Refusal('cost.share-nobody', undefined, [{ path: 'shares', code: 'cost.share-nobody' }])
  for (const share of shares)
    if (eventOfBooking(db, share.bookingId) !== eventId)
      throw new Refusal('cost.booking-elsewhere', undefined, [{ path: 'shares', code: 'cost.booking-elsewhere' }])
  if (new Set(input.funds.map((fund) => fund.fundId)).size < input.funds.length)
    throw new Refusal('cost.fund-twice', undefined, [{ path: 'funds', code: 'cost.fund-twice' }])
  return {
    ...input,
    eventId,
    shareBasis,
    shares,
    coveredMinutes: kind?.isCover === false ? 0 : input.coveredMinutes,
  }
}

/** A kind that no pack knows has no name and no code. A cost that came by one under an earlier pack may keep it. */
function refuseUnknownKind(kindCode: string, codes: FinanceCodes, kept?: string): void {
  if (kindCode === kept || codes.kinds.some((kind) => kind.code === kindCode)) return
  throw new Refusal('input.invalid', undefined, [{ path: 'kindCode', code: 'input.invalid' }])
}

/** Keeps a new cost and what has happened to it so far. Returns its key. Throws Refusals `input.invalid` and `cost.*`. */
export function addCost(db: WriteDb, input: CostInput, start: CostStart | undefined, codes: FinanceCodes): string {
  refuseUnknownKind(input.kindCode, codes)
  const cost = inOrder(db, input, codes)
  const id = insertCost(db, cost)
  if (start) {
    const { netPence, vatPence } = cost
    insertMovement(db, id, {
      kind: start.kind,
      movedOn: start.movedOn,
      netPence,
      vatPence,
      reference: start.reference,
    })
  }
  return id
}

/** Changes a cost. Its movements stay as they were: they say what happened. Throws Refusal `record.missing`. */
export function changeCost(db: WriteDb, id: string, input: CostInput, codes: FinanceCodes): void {
  const kept = db.first(sql.selectFrom('cost_line').select('kind_code').where('id', '=', id))
  if (!kept) throw new Refusal('record.missing')
  refuseUnknownKind(input.kindCode, codes, kept.kind_code)
  updateCost(db, id, inOrder(db, input, codes))
}

/** What an estimate is found to be instead; what is not said stays. */
export interface Revision {
  readonly netPence: Pence
  readonly expectedOn?: Day
  /** Where it is another kind of money, or owed by or to somebody else. */
  readonly about?: Pick<CostInput, 'kindCode' | 'description' | 'supplier'>
}

/**
 * Changes the amount of a cost that is only estimated, and of its estimate: VAT keeps its part of the net, and funds, codes
 * and notes stay. A cost that becomes one of another kind loses its finance code. Throws Refusal `record.missing`.
 */
export function reviseEstimate(db: WriteDb, id: string, { netPence, expectedOn, about }: Revision): void {
  const line = costLine(db, id)
  if (!line) throw new Refusal('record.missing')
  const vatPence = pence(line.net_pence === 0 ? 0 : Math.round((line.vat_pence * netPence) / line.net_pence))
  const amounts = { net_pence: netPence, vat_pence: vatPence }
  db.runOne(
    sql
      .updateTable('cost_line')
      .set({
        ...amounts,
        ...(expectedOn && { expected_on: expectedOn }),
        ...(about && { kind_code: about.kindCode, description: about.description, supplier: about.supplier }),
        ...(about && about.kindCode !== line.kind_code && { finance_code: null }),
      })
      .where('id', '=', id),
  )
  db.run(
    sql
      .updateTable('cost_movement')
      .set({ ...amounts, ...(expectedOn && { moved_on: expectedOn }) })
      .where('cost_line_id', '=', id)
      .where('kind', '=', 'estimated'),
  )
}

/**
 * Takes a cost away; ledger lines that stood behind it wait again. A part of a divided cost goes with the share of its
 * school, so that what is divided still adds up. Throws Refusals `cost.of-share`, `record.missing`.
 */
export function removeCost(db: WriteDb, id: string): void {
  const share = db.first(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .select('p.name')
      .where('s.cost_line_id', '=', id),
  )
  if (share) throw new Refusal('cost.of-share', { name: share.name })
  letLedgerLinesGo(db, id)
  deleteCost(db, id)
}

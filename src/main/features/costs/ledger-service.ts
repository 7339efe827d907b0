import { pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import type { LedgerLine, Suggestion, VatWarning } from '../../../shared/features/costs/ledger-contract'
import { LEAST_SCORE, likeness, proposedKind, vatClashOf } from '../../../shared/features/costs/ledger-rules'
import type { MovementInput } from '../../../shared/features/costs/model'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { CostLineRow, CostMovementRow } from '../../db/schema'
import { addedMovement, costCandidates, ledgerLine, linesBehind, setStatus } from './ledger-repository'
import { costLine, deleteMovement, insertMovement, movementsOf } from './repository'
import { addCost, removeCost } from './service'
import { usualFor } from './settle'
import { vatWarningFor } from './ledger-vat'

/** Money out is a payment, money back a credit; of income (a ledger shows it as negative) it is the other way round. */
function movementFor(line: LedgerLine, kindCode: string): MovementInput {
  const sign = kindCode === 'income' ? -1 : 1
  const [netPence, vatPence] = [pence(0 + sign * line.netPence), pence(0 + sign * line.vatPence)]
  return {
    kind: netPence + vatPence < 0 ? 'credited' : 'paid',
    movedOn: line.postedOn,
    netPence,
    vatPence,
    reference: line.documentNumber,
  }
}

/** The same payment, recorded before by hand: same kind and amounts, and the same reference where it has one. */
function isSame(row: CostMovementRow, movement: MovementInput): boolean {
  return (
    row.kind === movement.kind &&
    row.net_pence === movement.netPence &&
    row.vat_pence === movement.vatPence &&
    (row.reference === null || movement.reference === null || row.reference === movement.reference)
  )
}

/**
 * The payment of a ledger line that its cost has already. Each payment stands for one line: those that other linked
 * lines added or found there are taken.
 */
function paymentThere(
  db: ReadDb,
  cost: Pick<CostLineRow, 'id' | 'kind_code'>,
  line: LedgerLine,
): CostMovementRow | undefined {
  const others = linesBehind(db, cost.id)
  const added = new Set(others.map((other) => other.movementId))
  const free = movementsOf(db, cost.id).filter((row) => !added.has(row.id))
  for (const other of others) {
    const found = other.movementId === null ? likest(free, movementFor(other, cost.kind_code)) : undefined
    if (found) free.splice(free.indexOf(found), 1)
  }
  return likest(free, movementFor(line, cost.kind_code))
}

/** The same payment among these, rather one that has its reference than one without any. */
function likest(rows: readonly CostMovementRow[], movement: MovementInput): CostMovementRow | undefined {
  const same = rows.filter((row) => isSame(row, movement))
  return same.find((row) => row.reference === movement.reference) ?? same[0]
}

function known(db: ReadDb, id: string): LedgerLine {
  const line = ledgerLine(db, id)
  if (!line) throw new Refusal('record.missing')
  return line
}

function waiting(db: ReadDb, id: string): LedgerLine {
  const line = known(db, id)
  if (line.status === 'linked' || line.status === 'accepted') throw new Refusal('ledger.settled')
  return line
}

/**
 * Says that a ledger line is this cost (model, section 4). Its payment is recorded from the line, unless the cost has
 * one of the same amounts and reference: then that one is it. Says where their VAT does not fit. Throws Refusals `record.missing` and `ledger.settled`.
 */
export function linkLine(
  db: WriteDb,
  id: string,
  costLineId: string,
): { isPaymentAdded: boolean; vatWarning: VatWarning | null } {
  const line = waiting(db, id)
  const cost = costLine(db, costLineId)
  if (!cost) throw new Refusal('record.missing')
  const movementId = paymentThere(db, cost, line)
    ? null
    : insertMovement(db, costLineId, movementFor(line, cost.kind_code))
  setStatus(db, id, 'linked', { costLineId, movementId })
  return { isPaymentAdded: movementId !== null, vatWarning: vatWarningFor(db, { ...line, costLineId }) }
}

/** What accepted ledger lines become. */
export interface Acceptance {
  /** Left out, what the line itself says. */
  readonly kindCode?: string | undefined
  readonly eventId: string | null
  readonly fundId: string | null
  readonly financeCode?: string | null | undefined
  readonly description: string | null
}

/** Makes a ledger line a paid cost of its own. Throws Refusals `record.missing` and `ledger.settled`. */
export function acceptLine(db: WriteDb, id: string, as: Acceptance, codes: FinanceCodes): string {
  const line = waiting(db, id)
  const kindCode = as.kindCode ?? proposedKind(line, codes)
  const movement = movementFor(line, kindCode)
  const funds = as.fundId === null ? [] : [{ fundId: as.fundId, weight: 1 }]
  const usual = usualFor(db, { kindCode, on: line.postedOn, funds }, codes)
  const costLineId = addCost(
    db,
    {
      ...usual,
      ...(as.financeCode === undefined ? {} : { financeCode: as.financeCode }),
      eventId: as.eventId,
      bookingId: null,
      kindCode,
      description: as.description ?? describe(line),
      expectedOn: line.postedOn,
      // A cost that is only a credit expects nothing; the credit is its movement.
      netPence: pence(Math.max(0, movement.netPence)),
      vatPence: pence(Math.max(0, movement.vatPence)),
      localCode: null,
      supplier: line.supplier?.slice(0, 200) ?? null,
      orderNumber: null,
      coveredMinutes: 0,
      shareBasis: as.eventId === null ? 'none' : 'heads',
      shares: [],
      note: null,
    },
    undefined,
    codes,
  )
  const movementId = insertMovement(db, costLineId, movement)
  setStatus(db, id, 'accepted', { costLineId, movementId })
  return costLineId
}

function describe(line: LedgerLine): string {
  const parts = [line.supplier, line.description].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? `Ledger line ${line.documentNumber ?? ''}`.trim() : parts.join(': ').slice(0, 300)
}

/** Says that a ledger line is not CPD. Throws Refusals `record.missing` and `ledger.settled`. */
export function setLineAside(db: WriteDb, id: string): void {
  waiting(db, id)
  setStatus(db, id, 'set-aside', null)
}

/**
 * Lets a ledger line go: the payment it added is taken back; a cost that it made goes with it, unless somebody added
 * something to that cost since. Throws Refusal `record.missing`.
 */
export function unlinkLine(db: WriteDb, id: string): void {
  const line = known(db, id)
  const movementId = addedMovement(db, id)
  setStatus(db, id, 'unmatched', null)
  if (line.costLineId === null) return
  const others = movementsOf(db, line.costLineId).filter((row) => row.id !== movementId)
  if (line.status === 'accepted' && others.length === 0) removeCost(db, line.costLineId)
  else if (movementId !== null) deleteMovement(db, movementId)
}

/** The costs that a ledger line is most likely about, best first, at most six. */
export function suggestionsFor(db: ReadDb, line: LedgerLine): Suggestion[] {
  const about = { ...line, on: line.postedOn, texts: [line.documentNumber, line.description] }
  const scored = costCandidates(db, line).map((row): Suggestion => {
    const amounts = { netPence: pence(row.net_pence), vatPence: pence(row.vat_pence) }
    const there = paymentThere(db, row, line)
    const compared = there ? { netPence: pence(there.net_pence), vatPence: pence(there.vat_pence) } : amounts
    const on = row.expected_on
    const { score, reasons } = likeness(about, {
      ...compared,
      supplier: row.supplier,
      orderNumber: row.order_number,
      on,
    })
    return {
      costLineId: row.id,
      description: row.description,
      eventTitle: row.activity_title === null ? null : fullEventTitle(row.activity_title, row.event_title),
      supplier: row.supplier,
      orderNumber: row.order_number,
      expectedOn: on,
      state: row.state,
      ...amounts,
      score,
      reasons,
      isPaymentThere: there !== undefined,
      vatClash: there ? null : vatClashOf(line, { ...amounts, isVatRecoverable: row.is_vat_recoverable === 1 }),
    }
  })
  return scored
    .filter((suggestion) => suggestion.score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, 6)
}

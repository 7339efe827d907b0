import { pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import type { LedgerLine, VatWarning } from '../../../shared/features/costs/ledger-contract'
import { vatClashOf } from '../../../shared/features/costs/ledger-rules'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { CostLineRow, CostMovementRow } from '../../db/schema'
import { addedMovement, ledgerLine } from './ledger-repository'
import { costLine, movementsOf, setCostAmounts, stateOf, updateMovement } from './repository'

/** The payment that the line added, or the line itself where its payment was there before. */
function paidAs(db: ReadDb, line: LedgerLine) {
  const added = addedMovement(db, line.id)
  const row = movementsOf(db, line.costLineId ?? '').find((movement) => movement.id === added)
  return row === undefined ? line : { netPence: row.net_pence, vatPence: row.vat_pence }
}

/** What does not fit between a line and the cost it is linked to, by the VAT of one of them; null when all fits. */
export function vatWarningFor(db: ReadDb, line: LedgerLine): VatWarning | null {
  const cost = line.costLineId === null ? undefined : costLine(db, line.costLineId)
  if (!cost || cost.kind_code === 'income') return null
  const paid = paidAs(db, line)
  const owed = { netPence: cost.net_pence, vatPence: cost.vat_pence }
  const clash = vatClashOf(paid, { ...owed, isVatRecoverable: cost.is_vat_recoverable === 1 })
  if (clash === null) return null
  const split = clash === 'cost-holds-gross' ? paid : owed
  return {
    clash,
    grossPence: pence(split.netPence + split.vatPence),
    netPence: pence(split.netPence),
    vatPence: pence(split.vatPence),
    promisedPence: pence(stateOf(db, cost.id)?.promised_pence ?? 0),
  }
}

/**
 * Splits the amount that one side holds unsplit as the other side tells it: the cost with its estimate, order and
 * invoice, or the payment that the line added. Throws Refusal `record.missing` when nothing is to be split.
 */
export function splitVat(db: WriteDb, id: string): void {
  const line = ledgerLine(db, id)
  const cost = line && line.costLineId !== null ? costLine(db, line.costLineId) : undefined
  const warning = line && vatWarningFor(db, line)
  if (!line || !cost || !warning) throw new Refusal('record.missing')
  const added = addedMovement(db, id)
  const isSplit = (row: CostMovementRow) =>
    warning.clash === 'line-holds-gross'
      ? row.id === added
      : row.kind !== 'paid' && row.net_pence === warning.grossPence && row.vat_pence === 0
  if (warning.clash === 'cost-holds-gross') setCostAmounts(db, cost.id, warning)
  for (const row of movementsOf(db, cost.id).filter(isSplit)) splitMovement(db, cost, row, warning)
}

function splitMovement(
  db: WriteDb,
  cost: Pick<CostLineRow, 'id'>,
  row: CostMovementRow,
  { netPence, vatPence }: Pick<VatWarning, 'netPence' | 'vatPence'>,
): void {
  const { kind, moved_on: movedOn, reference } = row
  updateMovement(db, cost.id, row.id, { kind, movedOn, netPence, vatPence, reference })
}

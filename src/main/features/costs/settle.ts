import { formatPence, pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import {
  creditableOf,
  isVatUsuallyRecoverable,
  outstandingOf,
  proposedCode,
  releaseOf,
} from '../../../shared/features/costs/rules'
import type { Settle } from '../../../shared/features/costs/contract'
import type { InvoiceRow, MovementInput } from '../../../shared/features/costs/model'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { CostMovementRow } from '../../db/schema'
import { profileOn } from '../../db/school-years'
import { fundChoices } from './choices'
import { costLine, insertMovement, movementsOf } from './repository'
import { addCost } from './service'

function amountsOf(rows: readonly CostMovementRow[]) {
  return rows.map((row) => ({ kind: row.kind, netPence: pence(row.net_pence), vatPence: pence(row.vat_pence) }))
}

/**
 * Records an invoice or a payment; without amounts, all that is still to come. When it is the last one and lower than
 * the order, the rest of the order is given up, so that nothing stays promised that nobody will ask for. Throws
 * Refusals `record.missing` and `cost.nothing-left`. Returns the key of the movement.
 */
export function settle(db: WriteDb, kind: 'invoiced' | 'paid', asked: Settle): string {
  const line = costLine(db, asked.costLineId)
  if (!line) throw new Refusal('record.missing')
  const before = amountsOf(movementsOf(db, line.id))
  const own = { netPence: pence(line.net_pence), vatPence: pence(line.vat_pence) }
  const { toInvoice, toPay } = outstandingOf(own, before)
  const left = kind === 'invoiced' ? toInvoice : toPay
  const netPence = asked.netPence ?? left.netPence
  const vatPence = asked.vatPence ?? (asked.netPence === undefined ? left.vatPence : pence(0))
  if (netPence === 0 && vatPence === 0) throw new Refusal('cost.nothing-left')
  const { movedOn, reference } = asked
  const id = insertMovement(db, line.id, { kind, movedOn, netPence, vatPence, reference })
  if (asked.isFinal) giveUpRest(db, line.id, asked)
  return id
}

function giveUpRest(db: WriteDb, costLineId: string, asked: Settle): void {
  const movements = amountsOf(movementsOf(db, costLineId))
  const isInvoiced = movements.some((movement) => movement.kind === 'invoiced')
  const rest = releaseOf(movements, isInvoiced ? 'invoiced' : 'paid')
  if (!rest) return
  insertMovement(db, costLineId, {
    kind: 'committed',
    movedOn: asked.movedOn,
    ...rest,
    reference: 'Not needed from the order',
  })
}

/**
 * Records a credit note from its printed, positive amounts. Throws Refusals `record.missing`, `cost.nothing-left`, and
 * `cost.credit-too-large` for more than the cost was invoiced or paid and has not been given back yet.
 */
export function credit(db: WriteDb, note: Omit<Settle, 'isFinal'>): string {
  if (!costLine(db, note.costLineId)) throw new Refusal('record.missing')
  const netPence = pence(0 - (note.netPence ?? 0))
  const vatPence = pence(0 - (note.vatPence ?? 0))
  if (netPence === 0 && vatPence === 0) throw new Refusal('cost.nothing-left')
  const left = creditableOf(amountsOf(movementsOf(db, note.costLineId)))
  if (pence(0 - netPence - vatPence) > left)
    throw new Refusal('cost.credit-too-large', { most: formatPence(left) }, [
      { path: 'netPence', code: 'cost.credit-too-large' },
    ])
  const movement: MovementInput = {
    kind: 'credited',
    movedOn: note.movedOn,
    netPence,
    vatPence,
    reference: note.reference,
  }
  return insertMovement(db, note.costLineId, movement)
}

/** What a new cost is given when only an invoice or a ledger line is known of it. */
export function usualFor(
  db: ReadDb,
  about: { kindCode: string; on: MovementInput['movedOn']; funds: InvoiceRow['funds'] },
  codes: FinanceCodes,
): { financeCode: string | null; isVatRecoverable: boolean; funds: InvoiceRow['funds'] } {
  const ids = about.funds.map((fund) => fund.fundId)
  const known = ids.length === 0 ? [] : fundChoices(db).filter((fund) => ids.includes(fund.id))
  if (known.length < new Set(ids).size) throw new Refusal('record.missing')
  return {
    financeCode: proposedCode(codes, about.kindCode, profileOn(db, about.on)?.regime ?? 'maintained'),
    isVatRecoverable: isVatUsuallyRecoverable(known.map((fund) => fund.kind)),
    funds: about.funds,
  }
}

/** Records several invoices, on their orders or as new costs. A refusal names the row it is about. */
export function enterInvoices(db: WriteDb, rows: readonly InvoiceRow[], codes: FinanceCodes): string[] {
  return rows.map((row, index) => {
    try {
      return enterInvoice(db, row, codes)
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      const fields = cause.fields ?? [{ path: 'netPence', code: cause.code }]
      throw new Refusal(
        cause.code,
        { ...cause.facts, row: index + 1 },
        fields.map((field) => ({ ...field, path: `rows.${index}.${field.path}` })),
      )
    }
  })
}

function enterInvoice(db: WriteDb, row: InvoiceRow, codes: FinanceCodes): string {
  const { netPence, vatPence, reference, invoicedOn } = row
  if (netPence === 0 && vatPence === 0)
    throw new Refusal('input.required', undefined, [{ path: 'netPence', code: 'input.required' }])
  if (row.isCredit) return enterCredit(db, row)
  const costLineId = row.costLineId ?? newCostOf(db, row, codes)
  settle(db, 'invoiced', { costLineId, movedOn: invoicedOn, netPence, vatPence, reference, isFinal: row.isLast })
  if (row.isPaid)
    insertMovement(db, costLineId, { kind: 'paid', movedOn: invoicedOn, netPence, vatPence, reference })
  return costLineId
}

/** A credit note gives back a cost that is known: without one there is nothing that it could make smaller. */
function enterCredit(db: WriteDb, { costLineId, invoicedOn, netPence, vatPence, reference }: InvoiceRow): string {
  if (costLineId === null)
    throw new Refusal('input.required', undefined, [{ path: 'costLineId', code: 'input.required' }])
  credit(db, { costLineId, movedOn: invoicedOn, netPence, vatPence, reference })
  return costLineId
}

function newCostOf(db: WriteDb, row: InvoiceRow, codes: FinanceCodes): string {
  const description = row.description ?? row.supplier
  if (description === null)
    throw new Refusal('input.required', undefined, [{ path: 'description', code: 'input.required' }])
  const usual = usualFor(db, { kindCode: row.kindCode, on: row.invoicedOn, funds: row.funds }, codes)
  const { eventId, kindCode, supplier, netPence, vatPence } = row
  const isVatRecoverable = row.isVatRecoverable ?? usual.isVatRecoverable
  return addCost(
    db,
    {
      ...usual,
      isVatRecoverable,
      eventId,
      kindCode,
      supplier,
      netPence,
      vatPence,
      description,
      bookingId: null,
      expectedOn: row.invoicedOn,
      localCode: null,
      orderNumber: null,
      coveredMinutes: row.coveredMinutes,
      shareBasis: eventId === null ? 'none' : 'heads',
      shares: [],
      note: null,
    },
    undefined,
    codes,
  )
}

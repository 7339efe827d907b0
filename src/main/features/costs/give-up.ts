import { partOfAmount } from '../../../shared/kernel/parts'
import { pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { costOf } from '../../../shared/features/costs/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { Day } from '../../../shared/kernel/dates'
import type { CostLineRow } from '../../db/schema'
import { insertMovement, movementsOf } from './repository'

/** A cost of a place that is given back. */
export interface CostOfPlace {
  readonly costLineId: string
  readonly description: string
  /** `billed` is invoiced or paid: it changes only by a credit note. */
  readonly stage: 'estimated' | 'ordered' | 'billed'
  /** Cover and travel fall away with the place; a fee is charged by the terms of the provider. */
  readonly isCharged: boolean
  readonly netPence: Pence
  readonly vatPence: Pence
  /** Whether the VAT of it comes back: then the school pays the net amount alone. */
  readonly isVatRecoverable: boolean
}

const fallsAway: ReadonlySet<string> = new Set(['travel', 'subsistence', 'income'])

/** A place by its booking, or by the request that it is for. */
export type WhosePlace = { readonly bookingId: string } | { readonly requestId: string }

/**
 * The costs of one place that stand, with what is ordered or expected of each. Shared costs of the event are not among
 * them, nor what was given up when the place was given back before.
 */
export function costsOfPlace(db: ReadDb, place: WhosePlace, codes: FinanceCodes): CostOfPlace[] {
  const whose =
    'bookingId' in place ? (['booking_id', place.bookingId] as const) : (['request_id', place.requestId] as const)
  const lines = db.all(
    sql
      .selectFrom('cost_line')
      .selectAll()
      .where(whose[0], '=', whose[1])
      .where('given_up_on', 'is', null)
      .orderBy('expected_on')
      .orderBy('id'),
  )
  return lines.map((line) => costOfPlace(db, line, codes))
}

function costOfPlace(db: ReadDb, line: CostLineRow, codes: FinanceCodes): CostOfPlace {
  const movements = movementsOf(db, line.id)
  const of = (kind: 'committed' | 'invoiced' | 'paid') => movements.filter((movement) => movement.kind === kind)
  const isBilled = of('invoiced').length + of('paid').length > 0
  const ordered = of('committed')
  const sum = (rows: typeof movements, column: 'net_pence' | 'vat_pence') =>
    sumPence(rows.map((row) => pence(row[column])))
  const isCover = codes.kinds.find((kind) => kind.code === line.kind_code)?.isCover === true
  return {
    costLineId: line.id,
    description: line.description,
    stage: isBilled ? 'billed' : ordered.length > 0 ? 'ordered' : 'estimated',
    isCharged: !isCover && !fallsAway.has(line.kind_code),
    netPence: ordered.length > 0 ? sum(ordered, 'net_pence') : pence(line.net_pence),
    vatPence: ordered.length > 0 ? sum(ordered, 'vat_pence') : pence(line.vat_pence),
    isVatRecoverable: line.is_vat_recoverable === 1,
  }
}

/**
 * Brings the costs of a place that is given back down to what is charged: orders and estimates become `percent` of what
 * they were, cover and travel fall away. What is invoiced or paid stays, until its credit note comes. Returns what is
 * still charged, what is given up, and what has been billed, each as what it costs the school: without VAT that comes
 * back.
 */
export function giveUpCosts(
  db: WriteDb,
  place: WhosePlace & { readonly percent: number; readonly on: Day },
  codes: FinanceCodes,
): { chargedPence: Pence; givenUpPence: Pence; billedPence: Pence } {
  const sums = { charged: 0, givenUp: 0, billed: 0 }
  for (const cost of costsOfPlace(db, place, codes)) {
    const whole = costOf(cost, cost.isVatRecoverable)
    db.runOne(sql.updateTable('cost_line').set({ given_up_on: place.on }).where('id', '=', cost.costLineId))
    if (cost.stage === 'billed') {
      sums.billed += whole
      continue
    }
    const percent = cost.isCharged ? place.percent : 0
    const net = partOfAmount(cost.netPence, percent)
    const vat = partOfAmount(cost.vatPence, percent)
    const charged = costOf({ netPence: net, vatPence: vat }, cost.isVatRecoverable)
    sums.charged += charged
    sums.givenUp += whole - charged
    const about = { movedOn: place.on, reference: 'Place given back' }
    if (cost.stage === 'ordered')
      insertMovement(db, cost.costLineId, {
        kind: 'committed',
        ...about,
        netPence: pence(net - cost.netPence),
        vatPence: pence(vat - cost.vatPence),
      })
    // Also of what was ordered: with nothing left of the order the line would be expected to cost what it once did.
    insertMovement(db, cost.costLineId, { kind: 'estimated', ...about, netPence: net, vatPence: vat })
  }
  return {
    chargedPence: pence(sums.charged),
    givenUpPence: pence(sums.givenUp),
    billedPence: pence(sums.billed),
  }
}

/** What a request has cost that gave its place back: what was charged or billed for it, net and the VAT that does not come back. */
export function chargedFor(db: ReadDb, requestId: string): Pence {
  const rows = db.all(
    sql
      .selectFrom('cost_line as l')
      .innerJoin('cost_line_state as s', 's.cost_line_id', 'l.id')
      .select(['s.state', 's.estimated_pence', 's.paid_pence', 's.promised_pence'])
      .where('l.request_id', '=', requestId)
      .where('l.kind_code', '<>', 'income'),
  )
  return sumPence(
    rows.map((row) => pence(row.state === 'estimated' ? row.estimated_pence : row.paid_pence + row.promised_pence)),
  )
}

/** The costs of a place that stand go with it to whoever takes it. */
export function passCostsOn(db: WriteDb, fromBookingId: string, toBookingId: string): void {
  db.run(
    sql
      .updateTable('cost_line')
      .set({ booking_id: toBookingId })
      .where('booking_id', '=', fromBookingId)
      .where('given_up_on', 'is', null),
  )
}

import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import { sql, type WriteDb } from '../../db/handle'
import type { SampleContent, SampleCost } from './content'
import type { Seeded } from './seeded'
import type { PlacedEvent } from './trail'

export interface MoneyNeeds {
  readonly db: WriteDb
  readonly content: SampleContent
  readonly chance: Seeded
  readonly codes: FinanceCodes
  readonly today: Day
}

/** Funds with an amount for each financial year from April before the first academic year; returns ids by name. */
export function fillFunds(
  { db, content, chance }: MoneyNeeds,
  firstYear: number,
  years: number,
): Map<string, string> {
  const ids = new Map<string, string>()
  content.funds.forEach((fund, index) => {
    const id = chance.id()
    ids.set(fund.name, id)
    db.runOne(
      sql.insertInto('fund').values({
        id,
        name: fund.name,
        kind: fund.kind,
        reference: null,
        is_external: fund.external,
        allowed_use: fund.use,
        sort_order: (index + 1) * 10,
        is_archived: 0,
      }),
    )
    for (let year = firstYear; year < firstYear + years; year += 1) {
      db.runOne(
        sql.insertInto('fund_amount').values({
          id: chance.id(),
          fund_id: id,
          from_on: day(`${year}-04-01`),
          to_on: day(`${year + 1}-03-31`),
          amount_pence: pence(fund.pence + (year - firstYear) * 5000),
          note: null,
        }),
      )
    }
  })
  return ids
}

/** The costs of one event, each with the movements that have happened by today. */
export function fillCosts(
  needs: MoneyNeeds,
  event: PlacedEvent,
  funds: ReadonlyMap<string, string>,
  about: { order: number; isUnpaid: boolean },
): void {
  event.content.costs.forEach((cost, index) =>
    fillCost(needs, event, cost, funds, { orderNumber: `PO${about.order}${index}`, isUnpaid: about.isUnpaid }),
  )
}

function fillCost(
  { db, chance, codes, today }: MoneyNeeds,
  event: PlacedEvent,
  cost: SampleCost,
  funds: ReadonlyMap<string, string>,
  { orderNumber, isUnpaid }: { orderNumber: string; isUnpaid: boolean },
): void {
  const id = chance.id()
  const first = event.sessions[0]?.heldOn ?? today
  const last = event.sessions.at(-1)?.heldOn ?? first
  const vat = pence(Math.round((cost.pence * cost.vat) / 100))
  const net = pence(cost.pence)
  const kind = codes.kinds.find((known) => known.code === cost.kind)
  db.runOne(
    sql.insertInto('cost_line').values({
      id,
      event_id: event.id,
      booking_id: null,
      kind_code: cost.kind,
      description: `${kind?.name ?? cost.kind}: ${event.content.title}`,
      expected_on: first,
      net_pence: net,
      vat_pence: vat,
      is_vat_recoverable: cost.recoverable === false ? 0 : 1,
      finance_code: kind?.maintained ?? null,
      local_code: null,
      supplier: cost.supplier ?? null,
      order_number: orderNumber,
      covered_minutes: cost.cover ?? 0,
      share_basis: cost.heads ? 'heads' : 'none',
      note: null,
    }),
  )
  const fundId = funds.get(cost.fund ?? 'School budget')
  if (fundId !== undefined)
    db.runOne(sql.insertInto('cost_fund').values({ id: chance.id(), cost_line_id: id, fund_id: fundId, weight: 1 }))
  const move = (
    kindOf: 'committed' | 'invoiced' | 'paid' | 'estimated',
    on: Day,
    netPence: Pence,
    vatPence: Pence,
  ) => {
    if (on > today) return
    db.runOne(
      sql.insertInto('cost_movement').values({
        id: chance.id(),
        cost_line_id: id,
        kind: kindOf,
        moved_on: on,
        net_pence: netPence,
        vat_pence: vatPence,
        reference: kindOf === 'paid' ? `BACS ${orderNumber}` : null,
      }),
    )
  }
  // A booking further off than seven weeks is still only an estimate.
  if (addDays(first, -49) > today) move('estimated', today, net, vat)
  else move('committed', addDays(first, -49), net, vat)
  move('invoiced', addDays(last, 6), net, vat)
  if (!isUnpaid) move('paid', addDays(last, 30), net, vat)
}

/** Ledger lines that match nothing yet, from the last weeks. */
export function fillLedger({ db, content, chance, today }: MoneyNeeds): void {
  content.ledger.forEach((line, index) => {
    db.runOne(
      sql.insertInto('ledger_line').values({
        id: chance.id(),
        identity_hash: `sample-${index}`,
        document_number: `60${1000 + index}`,
        posted_on: addDays(today, -7 * (index + 1)),
        net_pence: pence(line.net),
        vat_pence: pence(line.vat),
        gross_pence: pence(line.net + line.vat),
        supplier: line.supplier,
        description: line.description,
        cost_centre: null,
        account_code: null,
        source_name: 'Sample ledger',
        source_row: index + 2,
        status: 'unmatched',
        cost_line_id: null,
      }),
    )
  })
}

import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { Fund, FundAmountInput, FundInput } from '../../../shared/features/budgets/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** Funds in the school's order, each with its amounts, oldest first. */
export function listFunds(db: ReadDb): Fund[] {
  const amounts = db.all(sql.selectFrom('fund_amount').selectAll().orderBy('from_on').orderBy('id'))
  const counts = new Map(
    db
      .all(
        sql
          .selectFrom('cost_fund')
          .select((eb) => ['fund_id', eb.fn.countAll<number>().as('n')])
          .groupBy('fund_id'),
      )
      .map((row) => [row.fund_id, row.n]),
  )
  return db.all(sql.selectFrom('fund').selectAll().orderBy('sort_order').orderBy('name')).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    reference: row.reference,
    isExternal: row.is_external === 1,
    allowedUse: row.allowed_use,
    isArchived: row.is_archived === 1,
    costCount: counts.get(row.id) ?? 0,
    amounts: amounts
      .filter((amount) => amount.fund_id === row.id)
      .map((amount) => ({
        id: amount.id,
        fromOn: amount.from_on,
        toOn: amount.to_on,
        amountPence: pence(amount.amount_pence),
        note: amount.note,
      })),
  }))
}

/** The fund that has a name already, whatever its capitals. */
export function fundNamed(db: ReadDb, name: string): string | undefined {
  return db.first(sql.selectFrom('fund').select('id').where('name', '=', name))?.id
}

function fundValues(input: FundInput) {
  return {
    name: input.name,
    kind: input.kind,
    reference: input.reference,
    is_external: input.isExternal ? (1 as const) : (0 as const),
    allowed_use: input.allowedUse,
  }
}

/** Adds a fund behind the others. Returns its key. */
export function insertFund(db: WriteDb, input: FundInput): string {
  const id = newId()
  const last = db.first(sql.selectFrom('fund').select((eb) => eb.fn.max('sort_order').as('n')))?.n ?? 0
  db.runOne(
    sql.insertInto('fund').values({ id, ...fundValues(input), sort_order: (last ?? 0) + 10, is_archived: 0 }),
  )
  return id
}

/** Changes a fund. Throws Refusal `record.missing`. */
export function updateFund(db: WriteDb, id: string, input: FundInput): void {
  db.runOne(sql.updateTable('fund').set(fundValues(input)).where('id', '=', id))
}

export function setFundArchived(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('fund')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

function amountValues(input: FundAmountInput) {
  return {
    fund_id: input.fundId,
    from_on: input.fromOn,
    to_on: input.toOn,
    amount_pence: input.amountPence,
    note: input.note,
  }
}

/** Adds an amount to a fund. Returns its key. */
export function insertAmount(db: WriteDb, input: FundAmountInput): string {
  const id = newId()
  db.runOne(sql.insertInto('fund_amount').values({ id, ...amountValues(input) }))
  return id
}

/** Changes an amount. Throws Refusal `record.missing`. */
export function updateAmount(db: WriteDb, id: string, input: FundAmountInput): void {
  db.runOne(sql.updateTable('fund_amount').set(amountValues(input)).where('id', '=', id))
}

export function deleteAmount(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('fund_amount').where('id', '=', id))
}

/** Whether a fund is there. */
export function hasFund(db: ReadDb, id: string): boolean {
  return db.first(sql.selectFrom('fund').select('id').where('id', '=', id)) !== undefined
}

/** Paid and promised by calendar month (YYYY-MM) within some days. */
export function spendByMonth(
  db: ReadDb,
  span: { startsOn: Day; endsOn: Day },
): { month: string; paidPence: number; promisedPence: number }[] {
  return db.all(
    sql
      .selectFrom('spend_effect')
      .select([
        raw<string>`substr(moved_on, 1, 7)`.as('month'),
        raw<number>`sum(iif(state = 'paid', pence, 0))`.as('paidPence'),
        raw<number>`sum(iif(state = 'promised', pence, 0))`.as('promisedPence'),
      ])
      .where('moved_on', '>=', span.startsOn)
      .where('moved_on', '<=', span.endsOn)
      .groupBy('month')
      .orderBy('month'),
  )
}

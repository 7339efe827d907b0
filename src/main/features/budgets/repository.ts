import { sql as raw } from 'kysely'
import { addDays, addMonths, day, earlierOf, laterOf } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import type { Fund, FundAmountInput, FundInput } from '../../../shared/features/budgets/model'
import { monthsOf, type MonthSpend } from '../../../shared/features/budgets/months'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { linesMovedIn, spendOfLines, type DaySpan } from '../../db/spend-of-lines'

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

/** Paid and promised by calendar month (YYYY-MM) within some days; a month without either is left out. */
export function spendByMonth(db: ReadDb, span: DaySpan): MonthSpend[] {
  return monthsOf(span).flatMap((month) => {
    const startsOn = day(`${month}-01`)
    const days = {
      startsOn: laterOf(startsOn, span.startsOn),
      endsOn: earlierOf(addDays(addMonths(startsOn, 1), -1), span.endsOn),
    }
    const spend = db.first(
      statement(raw<{ paid: number | null; promised: number | null }>`
        select sum(paid_pence) as paid, sum(promised_pence) as promised
        from (${spendOfLines(raw`l.id in ${linesMovedIn(days)}`, days)})`),
    )
    return spend && (spend.paid || spend.promised)
      ? [{ month, paidPence: spend.paid ?? 0, promisedPence: spend.promised ?? 0 }]
      : []
  })
}

/**
 * Ledger lines that nobody has linked, accepted or set aside, and that therefore count nowhere: how many are of these
 * days and what their net is, and how many are of other days.
 */
export function waitingInLedger(db: ReadDb, span: DaySpan): { count: number; netPence: Pence; elsewhere: number } {
  const waiting = sql.selectFrom('ledger_line').where('status', '=', 'unmatched')
  const all = db.first(waiting.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0
  const here = db.first(
    waiting
      .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.sum<number | null>('net_pence').as('net')])
      .where('posted_on', '>=', span.startsOn)
      .where('posted_on', '<=', span.endsOn),
  )
  const count = here?.n ?? 0
  return { count, netPence: pence(here?.net ?? 0), elsewhere: all - count }
}

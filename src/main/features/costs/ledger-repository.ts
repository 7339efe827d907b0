import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { LedgerLine } from '../../../shared/features/costs/ledger-contract'
import type { LedgerStatus } from '../../../shared/features/costs/ledger-model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { LedgerLineRow } from '../../db/schema'

type ListedRow = LedgerLineRow & { readonly cost_description: string | null }

function rowToLine(row: ListedRow): LedgerLine {
  return {
    id: row.id,
    documentNumber: row.document_number,
    postedOn: row.posted_on,
    netPence: pence(row.net_pence),
    vatPence: pence(row.vat_pence),
    grossPence: pence(row.gross_pence),
    supplier: row.supplier,
    description: row.description,
    costCentre: row.cost_centre,
    accountCode: row.account_code,
    sourceName: row.source_name,
    sourceRow: row.source_row,
    status: row.status,
    costLineId: row.cost_line_id,
    costDescription: row.cost_description,
  }
}

const lines = () =>
  sql
    .selectFrom('ledger_line as g')
    .leftJoin('cost_line as l', 'l.id', 'g.cost_line_id')
    .selectAll('g')
    .select('l.description as cost_description')

interface LedgerFilter {
  readonly status?: LedgerStatus | undefined
  readonly text: string
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

function fits({ status, text, from, to }: LedgerFilter) {
  const isOfStatus = status === undefined ? raw<boolean>`1 = 1` : raw<boolean>`g.status = ${status}`
  const isOfDays = raw<boolean>`${isOfStatus} and ${isWithin(from, to)}`
  if (text === '') return isOfDays
  return raw<boolean>`${isOfDays} and instr(lower(coalesce(g.supplier, '') || char(10) || coalesce(g.description, '') || char(10)
        || coalesce(g.document_number, '') || char(10) || coalesce(g.cost_centre, '') || char(10) || coalesce(g.account_code, '')), ${text.toLowerCase()}) > 0`
}

function isWithin(from: Day | undefined, to: Day | undefined) {
  const isLate = from === undefined ? raw<boolean>`1 = 1` : raw<boolean>`g.posted_on >= ${from}`
  return to === undefined ? isLate : raw<boolean>`${isLate} and g.posted_on <= ${to}`
}

/** Ledger lines, newest first, at most `limit`. */
export function listLedger(db: ReadDb, filter: LedgerFilter, limit: number): LedgerLine[] {
  const query = lines().where(fits(filter)).orderBy('g.posted_on', 'desc').orderBy('g.id', 'desc').limit(limit)
  return db.all(query).map(rowToLine)
}

/** How many lines fit, and the sums of them all. */
export function ledgerTotals(db: ReadDb, filter: LedgerFilter) {
  const row = db.first(
    sql
      .selectFrom('ledger_line as g')
      .select((eb) => [
        eb.fn.countAll<number>().as('lines'),
        eb.fn.coalesce(eb.fn.sum<number>('g.net_pence'), eb.val(0)).as('net'),
        eb.fn.coalesce(eb.fn.sum<number>('g.vat_pence'), eb.val(0)).as('vat'),
        eb.fn.coalesce(eb.fn.sum<number>('g.gross_pence'), eb.val(0)).as('gross'),
      ])
      .where(fits(filter)),
  )
  return {
    lines: row?.lines ?? 0,
    totals: { netPence: pence(row?.net ?? 0), vatPence: pence(row?.vat ?? 0), grossPence: pence(row?.gross ?? 0) },
  }
}

/** One ledger line. */
export function ledgerLine(db: ReadDb, id: string): LedgerLine | undefined {
  const row = db.first(lines().where('g.id', '=', id))
  return row && rowToLine(row)
}

/** The movement that a ledger line added to its cost, if it did. */
export function addedMovement(db: ReadDb, id: string): string | null {
  return db.first(sql.selectFrom('ledger_line').select('movement_id').where('id', '=', id))?.movement_id ?? null
}

/** The ledger lines that stand behind a cost, the first one linked first, each with the payment that it added. */
export function linesBehind(db: ReadDb, costLineId: string): (LedgerLine & { movementId: string | null })[] {
  return db
    .all(lines().where('g.cost_line_id', '=', costLineId).orderBy('g.posted_on').orderBy('g.id'))
    .map((row) => ({ ...rowToLine(row), movementId: row.movement_id }))
}

/** How many lines of these days there are of each status. */
export function countByStatus(
  db: ReadDb,
  { from, to }: Pick<LedgerFilter, 'from' | 'to'>,
): Record<LedgerStatus, number> {
  const counts: Record<LedgerStatus, number> = { unmatched: 0, linked: 0, accepted: 0, 'set-aside': 0 }
  const rows = db.all(
    sql
      .selectFrom('ledger_line as g')
      .select((eb) => ['g.status', eb.fn.countAll<number>().as('n')])
      .where(isWithin(from, to))
      .groupBy('status'),
  )
  for (const row of rows) counts[row.status] = row.n
  return counts
}

/** Says what became of a ledger line. Throws Refusal `record.missing`. */
export function setStatus(
  db: WriteDb,
  id: string,
  status: LedgerStatus,
  to: { costLineId: string; movementId: string | null } | null,
): void {
  db.runOne(
    sql
      .updateTable('ledger_line')
      .set({ status, cost_line_id: to?.costLineId ?? null, movement_id: to?.movementId ?? null })
      .where('id', '=', id),
  )
}

/** Costs that share an amount, an order number or a supplier with a ledger line; the rules decide between them. */
export function costCandidates(db: ReadDb, line: LedgerLine) {
  const gross = line.netPence + line.vatPence
  const firstWord = (line.supplier ?? '').split(' ')[0]?.toLowerCase() ?? ''
  return db.all(
    sql
      .selectFrom('cost_line as l')
      .innerJoin('cost_line_state as s', 's.cost_line_id', 'l.id')
      .leftJoin('event as e', 'e.id', 'l.event_id')
      .leftJoin('activity as a', 'a.id', 'e.activity_id')
      .selectAll('l')
      .select(['s.state', 'a.title as activity_title', 'e.title as event_title'])
      .where((eb) =>
        eb.or([
          eb('l.net_pence', '=', line.netPence),
          raw<boolean>`l.net_pence + l.vat_pence = ${gross}`,
          raw<boolean>`length(l.order_number) > 2 and instr(lower(${[line.documentNumber, line.description].join(' ')}), lower(l.order_number)) > 0`,
          raw<boolean>`length(${firstWord}) > 2 and instr(lower(l.supplier), ${firstWord}) > 0`,
          raw<boolean>`exists (select 1 from cost_movement m where m.cost_line_id = l.id and m.kind in ('invoiced', 'paid', 'credited')
            and m.net_pence = ${line.netPence} and m.vat_pence = ${line.vatPence})`,
        ]),
      )
      .orderBy(raw`abs(julianday(l.expected_on) - julianday(${line.postedOn}))`)
      .limit(200),
  )
}

import { hash } from 'node:crypto'
import { CompiledQuery, sql as raw } from 'kysely'
import type { LedgerRow } from '../../../shared/features/costs/ledger-model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { LedgerLineRow } from '../../db/schema'

/** A ledger line with the identity under which it is kept. */
export interface IdentifiedLedgerRow extends LedgerRow {
  readonly identityHash: string
}

/**
 * Gives every line of a file its identity: document number, content, and which occurrence of the two this is in the
 * file (model, section 4). Two equal lines of one invoice are two lines; the same file read again is the same lines.
 * The file's name and the row are no part of it, so a longer export that holds the old lines changes none of them.
 * Pass the lines of one file, whole and in order.
 */
export function identifyLedgerRows(rows: readonly LedgerRow[]): IdentifiedLedgerRow[] {
  return rows.map(ledgerIdentifier())
}

/**
 * The same, line by line as a file is read: one identifier for each file. It remembers what it has seen by hash, so
 * that a ledger of 100,000 lines stays small in memory.
 */
export function ledgerIdentifier(): (row: LedgerRow) => IdentifiedLedgerRow {
  const seen = new Map<string, number>()
  return (row) => {
    const content = contentOf(row)
    const first = identityOf(content, 1)
    const occurrence = (seen.get(first) ?? 0) + 1
    seen.set(first, occurrence)
    return { ...row, identityHash: occurrence === 1 ? first : identityOf(content, occurrence) }
  }
}

function identityOf(content: string, occurrence: number): string {
  return hash('sha256', `${content}${occurrence}`, 'base64url').slice(0, HASH_LENGTH)
}

// 144 bits: as good as the whole for telling lines apart, and a third of the index.
const HASH_LENGTH = 24

function contentOf(row: LedgerRow): string {
  const { documentNumber, postedOn, netPence, vatPence, grossPence } = row
  const { supplier, description, costCentre, accountCode } = row
  return JSON.stringify([
    documentNumber,
    postedOn,
    netPence,
    vatPence,
    grossPence,
    supplier,
    description,
    costCentre,
    accountCode,
  ])
}

/** So many identities are asked for at once: a question of 100,000 would be megabytes of text, twice. */
const IDENTITIES_PER_QUESTION = 5_000

/** Which of these identities the file already holds. */
export function existingIdentities(db: ReadDb, hashes: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at < hashes.length; at += IDENTITIES_PER_QUESTION) {
    const part = JSON.stringify(hashes.slice(at, at + IDENTITIES_PER_QUESTION))
    const asked = raw<{ value: string }>`json_each(${part})`.as('asked')
    const rows = db.all(
      sql
        .selectFrom('ledger_line')
        .innerJoin(asked, 'asked.value', 'ledger_line.identity_hash')
        .select('ledger_line.identity_hash'),
    )
    for (const row of rows) found.add(row.identity_hash)
  }
  return found
}

/**
 * Keeps ledger lines that the file does not hold yet, all unmatched: they count in no total until somebody links or
 * accepts them. Lines whose identity is already there are left as they are. Returns how many were new and the same.
 */
export function applyImportedLedger(
  db: WriteDb,
  rows: readonly IdentifiedLedgerRow[],
): { readonly new: number; readonly same: number } {
  let fresh = 0
  db.inBulk('ledger_line', () => {
    for (const row of rows) fresh += db.run(insertOf(row))
  })
  return { new: fresh, same: rows.length - fresh }
}

// Kysely writes the text of the insert once; after that only the values change.
let insertText: string | undefined

/** An insert that changes nothing where the identity is known: the index that keeps identities apart is the judge. */
function insertOf(line: IdentifiedLedgerRow): { compile(): CompiledQuery } {
  const row = toRow(line)
  insertText ??= sql
    .insertInto('ledger_line')
    .values(row)
    .onConflict((conflict) => conflict.column('identity_hash').doNothing())
    .compile().sql
  const compiled = CompiledQuery.raw(insertText, Object.values(row))
  return { compile: () => compiled }
}

function toRow(row: IdentifiedLedgerRow): LedgerLineRow {
  return {
    id: newId(),
    identity_hash: row.identityHash,
    document_number: row.documentNumber,
    posted_on: row.postedOn,
    net_pence: row.netPence,
    vat_pence: row.vatPence,
    gross_pence: row.grossPence,
    supplier: row.supplier,
    description: row.description,
    cost_centre: row.costCentre,
    account_code: row.accountCode,
    source_name: row.sourceName,
    source_row: row.sourceRow,
    status: 'unmatched',
    cost_line_id: null,
    movement_id: null,
  }
}

import BetterSqlite, { type Database } from 'better-sqlite3'

/**
 * SQLite's own full check (pages, indexes, NOT NULL, CHECK, UNIQUE, the types of STRICT tables): what it found, empty
 * when all is well, at most `most`.
 *
 * SQLite forgets CHECK constraints while it reads the schema of a file that is opened read-only
 * (`sqlite3AddCheckConstraint` in its build.c), so there `integrity_check` says "ok" of values that break them. A
 * read-only connection is therefore asked for its bytes, journal included, and the constraints are held against a copy
 * of them in memory: not a byte of the file changes.
 */
export function integrityProblems(database: Database, most = 100): string[] {
  const found = checkOf(database, 'integrity_check', most)
  if (found.length > 0 || !database.readonly) return found
  const copy = new BetterSqlite(withoutJournal(database.serialize()))
  try {
    return checkOf(copy, 'quick_check', most)
  } finally {
    copy.close()
  }
}

function checkOf(database: Database, check: 'integrity_check' | 'quick_check', most: number): string[] {
  const rows = database.pragma(`${check}(${most})`) as Readonly<Record<string, string>>[]
  const found = rows.flatMap((row) => Object.values(row))
  return found.length === 1 && found[0] === 'ok' ? [] : found
}

/** Bytes 18 and 19 of the header say that a write-ahead log belongs to the file; a copy in memory can have none. */
function withoutJournal(bytes: Buffer): Buffer {
  bytes[18] = 1
  bytes[19] = 1
  return bytes
}

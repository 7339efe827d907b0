import BetterSqlite, { type Database } from 'better-sqlite3'
import { refusalFor } from './errors'
import { identity, verifyOpenFile, wholeness, type VerifyReport } from './integrity'
import { applySettings } from './pragmas'
import { readAnywhere } from './read-only-place'
import { assertFile, recognise } from './school-file'
import { installViews } from './views'

/**
 * Checks a school file that nobody has open, without migrating it. A damaged file is looked at read-only, so that it
 * keeps every byte; a whole one is opened as the program opens it, to see that the settings hold. Where nothing can be
 * written, a copy is checked. Throws Refusals `file.*` when it cannot be looked at at all.
 */
export function verifyFile(path: string): VerifyReport {
  assertFile(path)
  return readAnywhere(path, verifyInPlace)
}

function verifyInPlace(path: string): VerifyReport {
  recognise(path)
  try {
    const seen = withConnection(
      new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 0 }),
      (db) => ({
        ...identity(db),
        integrity: wholeness(db),
      }),
    )
    if (!seen.integrity.ok) return { ok: false, checks: seen }
    return withConnection(new BetterSqlite(path, { fileMustExist: true, timeout: 0 }), (db) => {
      applySettings(db)
      installViews(db)
      return verifyOpenFile(db)
    })
  } catch (cause) {
    throw refusalFor(cause)
  }
}

function withConnection<T>(database: Database, work: (database: Database) => T): T {
  try {
    return work(database)
  } finally {
    database.close()
  }
}

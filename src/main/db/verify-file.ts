import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'
import { copyWritable } from '../lib/files'
import { refusalFor } from './errors'
import { identity, verifyOpenFile, wholeness, type VerifyReport } from './integrity'
import { applySettings } from './pragmas'
import { assertFile, recognise } from './school-file'
import { installViews } from './views'

/**
 * Checks a school file that nobody has open, without migrating it. A damaged file is looked at read-only, so that it
 * keeps every byte; a whole one is opened as the program opens it, to see that the settings hold. Where nothing can be
 * written, a copy is checked. Throws Refusals `file.*` when it cannot be looked at at all.
 */
export function verifyFile(path: string): VerifyReport {
  assertFile(path)
  try {
    return verifyInPlace(path)
  } catch (cause) {
    if (!(cause instanceof Refusal && cause.code === 'file.unwritable')) throw cause
    return verifyCopyOf(path)
  }
}

/**
 * A file with a journal can be read only where an index of the journal can be written beside it: on a disk that takes
 * nothing, SQLite does not open it at all. There it is checked as a copy with its journal. Throws Refusal `file.in-use`
 * when it changes meanwhile, because such a copy would be of no moment that ever was.
 */
function verifyCopyOf(path: string): VerifyReport {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-verify-'))
  try {
    const copy = join(folder, 'copy.cpdschool')
    const before = stateOf(path)
    copyWritable(path, copy)
    if (existsSync(`${path}-wal`)) copyWritable(`${path}-wal`, `${copy}-wal`)
    if (stateOf(path) !== before) throw new Refusal('file.in-use')
    return verifyInPlace(copy)
  } catch (cause) {
    throw refusalFor(cause)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Size and time of a file and its journal. */
function stateOf(path: string): string {
  const found = [path, `${path}-wal`].map((one) => statSync(one, { bigint: true, throwIfNoEntry: false }))
  return found.map((one) => (one === undefined ? 'none' : `${one.size}/${one.mtimeNs}`)).join(' ')
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

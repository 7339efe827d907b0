import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'

/** "CPDB": marks a school file as ours. */
export const SCHOOL_APPLICATION_ID = 0x43504442

/**
 * The settings every connection gets, each read back. better-sqlite3 is compiled so that WAL silently falls to
 * synchronous=NORMAL after the first write, which loses acknowledged commits when the power goes: FULL is set last and
 * must be read back again after the first write (see `confirmDurability`).
 */
const settings: readonly (readonly [name: string, value: string, expected: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  // 32 MB of pages: a school's whole file stays in memory while it is read (the default is 2 MB).
  ['cache_size', '-32768', -32768],
  // What SQLite puts aside while it works stays in memory: rows of a school never lie in a temporary folder, and undoing
  // an import need not write there some ten pages for each of its rows.
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['fullfsync', '1', 1],
  ['checkpoint_fullfsync', '1', 1],
  ['synchronous', 'FULL', 2],
]

/** Applies the settings. Throws Refusal `file.settings` naming the one that did not hold. */
export function applySettings(database: Database): void {
  database.defaultSafeIntegers(false)
  for (const [name, value] of settings) database.pragma(`${name} = ${value}`)
  confirmSettings(database)
}

/** Reads every setting back. Called on open and again after the first write of a sitting. */
export function confirmSettings(database: Database): void {
  for (const [name, , expected] of settings) {
    const actual: unknown = database.pragma(name, { simple: true })
    // mmap_size reads back as nothing where memory mapping is compiled out.
    if (name === 'mmap_size' && actual === undefined) continue
    if (actual !== expected) throw new Refusal('file.settings', { setting: name, value: String(actual) })
  }
}

/** The first SQLite without the WAL-reset fault, as a number: 3.51.3. */
export const LEAST_SQLITE = 3_051_003

/** The version of SQLite this runs on, as a number: 3.54.1 is 3054001. */
export function sqliteVersionNumber(database: Database): number {
  const text = String(database.prepare('select sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return major * 1_000_000 + minor * 1_000 + patch
}

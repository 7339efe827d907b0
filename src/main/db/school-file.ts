import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import type { Clock } from '../../shared/kernel/clock'
import { Refusal } from '../../shared/kernel/result'
import { isPlainFile, isSystemError } from '../lib/files'
import { installChangeLog } from './change-log'
import { refusalFor } from './errors'
import { integrityProblems } from './integrity-check'
import { Runner, sql, WriteDb, type ReadDb } from './handle'
import { newId } from './ids'
import { migrate, newestVersion, versionOf, type Migration } from './migrate'
import { schoolMigrations } from './migrations/index'
import { applySettings, confirmSettings, LEAST_SQLITE, SCHOOL_APPLICATION_ID, sqliteVersionNumber } from './pragmas'
import { finishInterruptedRestore } from './restore-swap'
import { installViews } from './views'

/** Who and what a transaction is, for the log. */
export interface ChangeAbout {
  readonly channel: string
  readonly reason?: string | undefined
  readonly actingPersonId?: string | undefined
  readonly undoesChangeId?: string | undefined
}

export interface OpenOptions {
  readonly clock: Clock
  readonly migrations?: readonly Migration[]
  /** Called with the open file before its schema changes, to make a verified backup. Throwing stops the migration. */
  readonly beforeMigration?: (database: Database, path: string) => void
}

/** Device and number of a file, which a deleted, moved or replaced file loses. Asks only the folder: the file is not opened. */
function fileNumber(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}/${found.ino}`
}

/** An open school file: the one connection, its log and its transactions. Made by {@link openSchoolFile} and {@link createSchoolFile} only. */
export class SchoolFile {
  readonly path: string
  readonly sittingId = newId()
  /** The schema steps taken when it was opened. */
  readonly stepsTaken: readonly string[]
  readonly #database: Database
  readonly #runner: Runner
  readonly #clock: Clock
  /** Which file it is on the disk, by number: see {@link SchoolFile.#refuseIfGone}. */
  readonly #onDisk: string | undefined
  #settingsConfirmed = false
  #isWriting = false

  constructor(path: string, database: Database, clock: Clock, stepsTaken: readonly string[]) {
    this.path = path
    this.#database = database
    this.#clock = clock
    this.#runner = new Runner(database)
    this.stepsTaken = stepsTaken
    this.#onDisk = fileNumber(path)
  }

  get read(): ReadDb {
    return this.#runner
  }

  /**
   * True where a path leads to this very file, be it by another name. Whoever wants to read or replace a file that a
   * person chose asks this first: on macOS and Linux, closing the open file anywhere in this process drops SQLite's
   * lock on it, and somebody else could open it too.
   */
  isAt(path: string): boolean {
    return path === this.path || (this.#onDisk !== undefined && fileNumber(path) === this.#onDisk)
  }

  /**
   * Runs `work` in one transaction that is one change of the log; all of it is kept or none. `work` must not be
   * async: nothing may step in between. Throws what `work` throws, and Refusals for a full or failing disk.
   */
  write<T>(about: ChangeAbout, work: (db: WriteDb) => T): T {
    if (this.#isWriting) throw new Error('a change inside a change')
    this.#refuseIfGone()
    this.#isWriting = true
    try {
      const value = this.#database.transaction(() => this.#asChange(about, work)).immediate()
      if (!this.#settingsConfirmed) {
        confirmSettings(this.#database)
        this.#settingsConfirmed = true
      }
      return value
    } catch (cause) {
      throw refusalFor(cause)
    } finally {
      this.#isWriting = false
    }
  }

  /**
   * An open file can be deleted or replaced beneath us (a sync program, a tidy colleague) and SQLite would go on
   * writing into what nobody will ever open again. Throws Refusal `file.gone`; reading and a backup still work.
   */
  #refuseIfGone(): void {
    if (fileNumber(this.path) !== this.#onDisk) throw new Refusal('file.gone')
  }

  #asChange<T>(about: ChangeAbout, work: (db: WriteDb) => T): T {
    const changeId = newId()
    const runner = this.#runner
    runner.run(
      sql.insertInto('change').values({
        id: changeId,
        at_utc: this.#clock.nowUtc(),
        sitting_id: this.sittingId,
        acting_person_id: about.actingPersonId ?? null,
        channel: about.channel,
        undoes_change_id: about.undoesChangeId ?? null,
      }),
    )
    const { reason } = about
    if (reason !== undefined) runner.run(sql.insertInto('change_reason').values({ change_id: changeId, reason }))
    this.#database.prepare('insert into temp.change_now (change_id) values (?)').run(changeId)
    const db = new WriteDb(runner, changeId)
    const value = work(db)
    if (value instanceof Promise) throw new Error('a change must not wait for anything')
    this.#database.prepare('delete from temp.change_now').run()
    return value
  }

  /**
   * Keeps rows that the log does not watch (drafts): one transaction and no change. A logged table refuses, because
   * its triggers find no change to belong to.
   */
  keep(work: (db: WriteDb) => void): void {
    this.#refuseIfGone()
    try {
      this.#database.transaction(() => work(new WriteDb(this.#runner, ''))).immediate()
    } catch (cause) {
      throw refusalFor(cause)
    }
  }

  /** Runs `work` with the bare connection. Only `main/db` may: backup, integrity, undo. */
  withDatabase<T>(work: (database: Database) => T): T {
    return work(this.#database)
  }

  /** Empties the write-ahead log into the file. Cheap; called when idle and on close. */
  checkpoint(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }

  /**
   * Closes the connection. On a disk that is full or fails the journal stays beside the file, whole, and is carried
   * into it when the file is next opened.
   */
  close(): void {
    if (!this.#database.open) return
    try {
      this.checkpoint()
    } catch (cause) {
      if (!(refusalFor(cause) instanceof Refusal)) throw cause
    } finally {
      this.#database.close()
      // The first, read-only look leaves an empty index beside the file; ours was the only connection since.
      if (!existsSync(`${this.path}-wal`)) rmSync(`${this.path}-shm`, { force: true })
    }
  }
}

/** Makes a new school file with every table and nothing in them. Throws Refusal `file.exists` rather than touch another file. */
export function createSchoolFile(path: string, options: OpenOptions): SchoolFile {
  if (existsSync(path)) throw new Refusal('file.exists')
  return guarded(() => {
    makeFolder(dirname(path))
    const database = new BetterSqlite(path, { timeout: 0 })
    return closingOnFailure(database, () => {
      database.pragma(`application_id = ${SCHOOL_APPLICATION_ID}`)
      return prepare(path, database, options)
    })
  })
}

/**
 * Opens a school file. In order: a restore that was killed is finished; it exists; it is ours, not from a newer
 * application and whole (a full check after an unclean end), asked of SQLite read-only, so that not a byte changes;
 * nobody else has it open; settings hold; a backup, then the schema is brought up to date. Throws Refusals `file.*` and
 * `migration.failed`.
 */
export function openSchoolFile(path: string, options: OpenOptions): SchoolFile {
  guarded(() => finishInterruptedRestore(path))
  assertFile(path)
  return guarded(() => {
    const endedUnclean = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
    // Looked at read-only first: opening for writing already carries the journal into the file.
    lookReadOnly(path, (database) => {
      assertKnown(database, options.migrations ?? schoolMigrations)
      assertWhole(database, endedUnclean)
    })
    const database = new BetterSqlite(path, { timeout: 0, fileMustExist: true })
    return closingOnFailure(database, () => prepare(path, database, options))
  })
}

/** Throws Refusals `file.missing`, and `file.foreign` for a folder or a device. */
export function assertFile(path: string): void {
  if (!existsSync(path)) throw new Refusal('file.missing')
  if (!isPlainFile(path)) throw new Refusal('file.foreign')
}

/** The application id and schema version of a file, asked without changing a byte of it. */
export function recognise(path: string, migrations: readonly Migration[] = schoolMigrations): { version: number } {
  return guarded(() => lookReadOnly(path, (database) => assertKnown(database, migrations)))
}

function lookReadOnly<T>(path: string, work: (database: Database) => T): T {
  const database = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 0 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function assertKnown(database: Database, migrations: readonly Migration[]): { version: number } {
  const id = Number(database.pragma('application_id', { simple: true }))
  if (id !== SCHOOL_APPLICATION_ID) throw new Refusal('file.foreign')
  const version = versionOf(database)
  const known = newestVersion(migrations)
  if (version > known) throw new Refusal('file.newer', { version, known })
  return { version }
}

/** `quick_check` on every start; everything after an unclean end. Throws Refusal `file.damaged`. */
export function assertWhole(database: Database, thorough: boolean): void {
  if (!isWhole(database, thorough)) throw new Refusal('file.damaged')
}

function isWhole(database: Database, thorough: boolean): boolean {
  try {
    if (!thorough) return database.pragma('quick_check(1)', { simple: true }) === 'ok'
    return (
      integrityProblems(database, 1).length === 0 &&
      (database.pragma('foreign_key_check') as unknown[]).length === 0
    )
  } catch (cause) {
    // A bit flipped in the schema ("nocase" became "nocasm") is told as a fault of the question.
    if (cause instanceof BetterSqlite.SqliteError && cause.code.startsWith('SQLITE_ERROR')) return false
    throw cause
  }
}

function prepare(path: string, database: Database, options: OpenOptions): SchoolFile {
  applySettings(database)
  if (sqliteVersionNumber(database) < LEAST_SQLITE)
    throw new Refusal('file.settings', { setting: 'sqlite_version', value: sqliteVersionNumber(database) })
  const migrations = options.migrations ?? schoolMigrations
  const version = versionOf(database)
  if (version > 0 && version < newestVersion(migrations)) options.beforeMigration?.(database, path)
  const taken = migrate(database, migrations)
  installChangeLog(database)
  installViews(database)
  // The trap of better-sqlite3's build: synchronous falls to NORMAL after a first write unless it is set again.
  applySettings(database)
  return new SchoolFile(path, database, options.clock, taken)
}

function closingOnFailure<T>(database: Database, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** Makes a folder and those above it. Throws Refusal `file.unwritable` where it cannot be: a drive that is not there, a file in the way. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    const known = refusalFor(cause)
    if (known instanceof Refusal || !isSystemError(cause)) throw known
    const refusal = new Refusal('file.unwritable')
    refusal.cause = cause
    throw refusal
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw refusalFor(cause)
  }
}

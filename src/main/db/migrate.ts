import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'

/**
 * One step of the schema. Numbers go up in tens so that a mend fits between; a step is never edited after a release.
 * `rebuildsTables` switches foreign keys off around the step (they cannot be switched inside a transaction); they are
 * checked before the commit.
 */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly rebuildsTables?: true
  up(database: Database): void
}

/** The schema version of an open file: 0 for a new one. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** The newest version this application knows. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Brings a file up to date. Each step and its version number commit together or not at all, so a kill leaves the file
 * at one version or the next, never between (Kysely's own migrator is not transactional on SQLite). Throws Refusal
 * `file.newer` for a file from a newer application and `migration.failed` naming the step. Returns the steps taken.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  upTo = newestVersion(migrations),
): string[] {
  assertOrder(migrations)
  const from = versionOf(database)
  if (from > newestVersion(migrations)) {
    throw new Refusal('file.newer', { version: from, known: newestVersion(migrations) })
  }
  const taken: string[] = []
  for (const migration of migrations) {
    if (migration.version <= from || migration.version > upTo) continue
    step(database, migration)
    taken.push(`${migration.version}-${migration.name}`)
  }
  return taken
}

function step(database: Database, migration: Migration): void {
  if (migration.rebuildsTables) database.pragma('foreign_keys = OFF')
  try {
    database
      .transaction(() => {
        migration.up(database)
        const broken = database.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`${broken.length} rows point nowhere after ${migration.name}`)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  } catch (cause) {
    const refusal = new Refusal('migration.failed', { step: `${migration.version}-${migration.name}` })
    refusal.cause = cause
    throw refusal
  } finally {
    if (migration.rebuildsTables) database.pragma('foreign_keys = ON')
  }
}

function assertOrder(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]?.version ?? 0
    if (migration.version <= before) throw new Error(`migration ${migration.name} is out of order`)
  })
}

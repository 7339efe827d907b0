import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate'
import { schoolMigrations } from '../../src/main/db/migrations/index'
import { SCHOOL_APPLICATION_ID } from '../../src/main/db/pragmas'
import { binder } from '../fixtures/school'

function tablesOf(database: Database): string[] {
  return database
    .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
}

function columnsOf(database: Database, table: string, schema = 'main'): string[] {
  const names = database.prepare('select name from pragma_table_info(?, ?) order by cid')
  return names.pluck().all(table, schema) as string[]
}

/** Columns that would point to a table which that version did not have yet. */
function columnsToNowhere(database: Database, table: string): string[] {
  const tables = tablesOf(database)
  const keys = database.prepare('select "from", "table" as parent from pragma_foreign_key_list(?)').all(table) as {
    from: string
    parent: string
  }[]
  return keys.filter(({ parent }) => !tables.includes(parent)).map(({ from }) => from)
}

/** A file as the application of that version would have left it, with the rows of the sample school. */
function oldFile(path: string, sample: string, version: number): Record<string, unknown[]> {
  const database = new BetterSqlite(path)
  database.pragma(`application_id = ${SCHOOL_APPLICATION_ID}`)
  database.pragma('journal_mode = WAL')
  migrate(database, schoolMigrations, version)
  database.pragma('foreign_keys = OFF')
  database.prepare('attach ? as sample').run(sample)
  const rows: Record<string, unknown[]> = {}
  for (const table of tablesOf(database)) {
    const nowhere = columnsToNowhere(database, table)
    const columns = columnsOf(database, table)
    const today = columnsOf(database, table, 'sample')
    const isThere = (column: string) => today.includes(column) && !nowhere.includes(column)
    const values = columns.map((column) => (isThere(column) ? `"${column}"` : 'null')).join(', ')
    database.exec(`insert into main."${table}" select ${values} from sample."${table}"`)
    rows[table] = rowsOf(database, table, columns)
  }
  forgetLaterTables(database)
  for (const table of ['change_row', 'change_row_personal'])
    rows[table] = rowsOf(database, table, columnsOf(database, table))
  database.exec('detach sample')
  database.close()
  return rows
}

/** The log of a file says nothing of tables that its version did not have. */
function forgetLaterTables(database: Database): void {
  const later = `table_name not in (${tablesOf(database)
    .map((name) => `'${name}'`)
    .join(', ')})`
  database.exec(`
    delete from change_row_personal where change_row_id in (select id from change_row where ${later});
    delete from change_row where ${later}`)
}

function rowsOf(database: Database, table: string, columns: readonly string[]): unknown[] {
  const names = columns.map((column) => `"${column}"`).join(', ')
  return database.prepare(`select ${names} from main."${table}" order by ${names}`).all()
}

describe('a file of an earlier schema version', () => {
  const versions = schoolMigrations.slice(0, -1).map(({ version }) => version)

  it.each(versions)('%i opens with every row as it was', (version) => {
    const made = binder()
    const sample = join(made.folder, 'sample.cpdschool')
    made.school.createSampleAt(sample)
    made.desk.clear()
    const path = join(made.folder, 'Old.cpdschool')
    const before = oldFile(path, sample, version)
    const file = made.school.openAt(path)
    expect(file.stepsTaken.length).toBe(schoolMigrations.filter((step) => step.version > version).length)
    file.withDatabase((database) => {
      for (const [table, rows] of Object.entries(before)) {
        // What a later step renamed is not compared by name: the sample leaves it empty.
        const columns = columnsOf(database, table).filter(
          (column) => rows[0] === undefined || column in Object(rows[0]),
        )
        const kept = rows.map((row) => Object.fromEntries(columns.map((column) => [column, Object(row)[column]])))
        // A step may log the rows that it makes in tables of its own.
        const isOld = (row: unknown) => table !== 'change_row' || Object(row).table_name in before
        expect(rowsOf(database, table, columns).filter(isOld), table).toEqual(kept)
      }
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.pragma('foreign_key_check')).toEqual([])
    })
    const total = Object.values(before).reduce((sum, rows) => sum + rows.length, 0)
    expect(total).toBeGreaterThan(0)
    expect(made.backups.list(path).backups).toMatchObject([{ kind: 'before-upgrade', schemaVersion: version }])
  })
})

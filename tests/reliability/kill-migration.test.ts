import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, sql as raw, SqliteDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../src/shared/kernel/clock'
import { createSchoolFile, openSchoolFile } from '../../src/main/db/school-file'
import { NOW } from '../fixtures/school'
import { heavyMigration, withHeavyMigration } from './children/heavy-migration'
import { bundleChild, removeChild, runChild, scratchFolder, seeded, times, twoAtATime } from './support'

let child = ''
beforeAll(async () => void (child = await bundleChild('migrator')))
afterAll(() => removeChild(child))

const ROWS = 20_000
const kills = times(40, 500)

function schoolWithManyTeams(folder: string): string {
  const path = join(folder, 'before.cpdschool')
  const file = createSchoolFile(path, { clock: fixedClock(NOW) })
  file.write({ channel: 'test' }, () =>
    file.withDatabase((database) => {
      const insert = database.prepare('insert into team (id, name) values (?, ?)')
      for (let row = 0; row < ROWS; row += 1) insert.run(`team-${row}`, `Team number ${row}`)
    }),
  )
  file.close()
  return path
}

function stateOf(path: string): 'before' | 'after' | 'mixed' {
  const database = new BetterSqlite(path)
  try {
    const version = Number(database.pragma('user_version', { simple: true }))
    const columns = database.prepare(`select group_concat(name) from pragma_table_info('team')`).pluck().get()
    const tables = database.prepare(`select count(*) from sqlite_schema where name like 'team%'`).pluck().get()
    const rows = database.prepare('select count(*) from team').pluck().get()
    if (rows !== ROWS || tables !== 1 || database.pragma('integrity_check', { simple: true }) !== 'ok')
      return 'mixed'
    if (version === heavyMigration.version) return columns === 'id,name,first_word' ? 'after' : 'mixed'
    return columns === 'id,name,is_archived' ? 'before' : 'mixed'
  } finally {
    database.close()
  }
}

it(
  `leaves the version before or the one after in ${kills} kills in the middle of a migration`,
  async () => {
    const folder = scratchFolder()
    const prepared = schoolWithManyTeams(folder)
    const random = seeded(2)
    const timed = join(folder, 'timed.cpdschool')
    copyFileSync(prepared, timed)
    const startedAt = performance.now()
    await runChild(child, [timed])
    const wholeMs = performance.now() - startedAt
    const seen = { before: 0, after: 0, mixed: 0, lostDone: 0, neverOpens: 0 }
    await twoAtATime(kills, async (index) => {
      const path = join(folder, `${index}.cpdschool`)
      copyFileSync(prepared, path)
      const { lines } = await runChild(child, [path], { killAfterMs: random() * wholeMs })
      const state = stateOf(path)
      seen[state] += 1
      if (lines.includes('done') && state !== 'after') seen.lostDone += 1
      try {
        openSchoolFile(path, { clock: fixedClock(NOW), migrations: withHeavyMigration }).close()
      } catch {
        seen.neverOpens += 1
      }
    })
    expect(seen).toMatchObject({ mixed: 0, lostDone: 0, neverOpens: 0 })
    expect(seen.before).toBeGreaterThan(0)
    expect(seen.before + seen.after).toBe(kills)
  },
  times(120_000, 900_000),
)

it('is not what Kysely’s own migrator does: it leaves a file half changed that never opens again', async () => {
  const database = new BetterSqlite(join(scratchFolder(), 'kysely.db'))
  const db = new Kysely<Record<string, never>>({ dialect: new SqliteDialect({ database }) })
  const migrations: Record<string, Migration> = {
    '001': { up: async () => void database.exec('create table staff (id integer primary key, name text)') },
    '002': {
      up: async (on) => {
        await raw`alter table staff add column first_name text`.execute(on)
        throw new Error('killed half way')
      },
    },
  }
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  await migrator.migrateToLatest()
  const columns = database.prepare(`select group_concat(name) from pragma_table_info('staff')`).pluck().get()
  expect(columns).toBe('id,name,first_name')
  const { error } = await migrator.migrateToLatest()
  expect(String(error)).toContain('duplicate column name')
  await db.destroy()
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, newestVersion } from '../../src/main/db/migrate'
import { schoolMigrations } from '../../src/main/db/migrations/index'
import { binder } from '../fixtures/school'

const folder = join(import.meta.dirname, 'files')
const files = readdirSync(folder).filter((name) => name.endsWith('.cpdschool.br'))

function unpack(name: string, into: string): string {
  const path = join(into, name.replace(/\.br$/, ''))
  writeFileSync(path, brotliDecompressSync(readFileSync(join(folder, name))))
  return path
}

/** Every table and index as its migration wrote it. */
function schemaOf(database: Database): unknown[] {
  return database
    .prepare(`select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by type, name`)
    .all()
}

describe('a school file of a released version', () => {
  it('is kept for the newest schema version', () => {
    const name = `v${String(newestVersion(schoolMigrations)).padStart(4, '0')}.cpdschool.br`
    expect(existsSync(join(folder, name)), `${name} is missing: see tests/upgrade/README.md`).toBe(true)
  })

  it.each(files)('%s opens with today’s application, in order and with its people', async (name) => {
    const made = binder()
    const path = unpack(name, made.folder)
    made.school.openAt(path)
    expect(await made.call('backup.verify', {})).toMatchObject({ ok: true })
    const { counts } = made.backups.saveCopy(join(made.folder, 'copy.cpdschool')).manifest
    expect(counts['person']).toBeGreaterThan(20)
    expect(counts['cost_movement']).toBeGreaterThan(20)
    expect((await made.call('school.status', {})).profile?.name).toBe('Hartwell Park Primary School')
  })

  it.each(files)('%s was written by the migrations as they are: a released step is never edited', (name) => {
    const released = new BetterSqlite(unpack(name, binder().folder))
    const now = new BetterSqlite(':memory:')
    migrate(now, schoolMigrations, Number(/\d+/.exec(name)?.[0]))
    expect(schemaOf(released)).toEqual(schemaOf(now))
    released.close()
    now.close()
  })
})

import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../shared/kernel/clock'
import { Refusal } from '../../shared/kernel/result'
import { NOW, temporaryFolder } from '../../../tests/fixtures/school'
import { sql, type WriteDb } from './handle'
import { newId } from './ids'
import { schoolMigrations } from './migrations/index'
import { confirmSettings } from './pragmas'
import { createSchoolFile, openSchoolFile } from './school-file'
import { newestStandingChange, undoChange } from './undo'

const clock = fixedClock(NOW)
const newFile = () => createSchoolFile(join(temporaryFolder(), 'S.cpdschool'), { clock })
const addTeam = (name: string) => (db: { run: (q: never) => number }) =>
  void db.run(sql.insertInto('team').values({ id: newId(), name, is_archived: 0 }) as never)
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

describe('opening a school file', () => {
  it('holds its safety settings after the first write and on every later open', () => {
    const file = newFile()
    file.write({ channel: 'test' }, addTeam('A'))
    file.withDatabase(confirmSettings)
    file.close()
    const again = openSchoolFile(file.path, { clock })
    again.write({ channel: 'test' }, addTeam('B'))
    again.withDatabase((database) => {
      confirmSettings(database)
      expect(database.pragma('synchronous', { simple: true })).toBe(2)
    })
    again.close()
  })

  it('leaves nothing beside a closed file', () => {
    const file = newFile()
    file.close()
    const again = openSchoolFile(file.path, { clock })
    again.write({ channel: 'test' }, addTeam('A'))
    again.close()
    expect(readdirSync(dirname(file.path))).toEqual(['S.cpdschool'])
  })

  it('lets nobody else in', () => {
    const file = newFile()
    file.write({ channel: 'test' }, addTeam('A'))
    expect(codeOf(() => openSchoolFile(file.path, { clock }))).toBe('file.in-use')
    file.close()
  })

  it.each(['deleted', 'moved', 'replaced'])(
    'refuses to save into a file that was %s beneath it, and can still be copied',
    (how) => {
      const file = newFile()
      file.write({ channel: 'test' }, addTeam('A'))
      const aside = `${file.path}.aside`
      if (how === 'deleted') rmSync(file.path)
      else renameSync(file.path, aside)
      if (how === 'replaced') copyFileSync(aside, file.path)
      expect(codeOf(() => file.write({ channel: 'test' }, addTeam('B')))).toBe('file.gone')
      expect(codeOf(() => file.keep(() => undefined))).toBe('file.gone')
      const copy = `${file.path}.copy`
      file.withDatabase((database) => database.prepare('vacuum into ?').run(copy))
      file.close()
      const saved = openSchoolFile(copy, { clock })
      expect(saved.read.all(sql.selectFrom('team').select('name'))).toEqual([{ name: 'A' }])
      saved.close()
    },
  )

  it('refuses a file from a newer program by name and changes no byte of it', () => {
    const file = newFile()
    file.close()
    const database = new BetterSqlite(file.path)
    database.pragma('user_version = 99990')
    database.close()
    const before = readFileSync(file.path)
    expect(codeOf(() => openSchoolFile(file.path, { clock }))).toBe('file.newer')
    expect(readFileSync(file.path).equals(before)).toBe(true)
  })

  it('refuses foreign, empty and random files and changes no byte of them', () => {
    const folder = temporaryFolder()
    const other = join(folder, 'other.db')
    new BetterSqlite(other).exec('create table t (a)').close()
    const rubbish = join(folder, 'rubbish.cpdschool')
    writeFileSync(rubbish, 'not a database, but long enough to look at '.repeat(50))
    for (const path of [other, rubbish]) {
      const before = readFileSync(path)
      expect(codeOf(() => openSchoolFile(path, { clock }))).toBe('file.foreign')
      expect(readFileSync(path).equals(before)).toBe(true)
    }
    expect(codeOf(() => openSchoolFile(join(folder, 'none.cpdschool'), { clock }))).toBe('file.missing')
    expect(codeOf(() => createSchoolFile(other, { clock }))).toBe('file.exists')
  })

  it('finds a damaged file and leaves it alone', () => {
    const file = newFile()
    for (let i = 0; i < 50; i += 1) file.write({ channel: 'test' }, addTeam(`Team ${i}`))
    file.close()
    const bytes = readFileSync(file.path)
    bytes.fill(0xaa, 4096, Math.min(bytes.length, 40_960))
    const damaged = `${file.path}.damaged.cpdschool`
    writeFileSync(damaged, bytes)
    expect(['file.damaged', 'file.foreign']).toContain(codeOf(() => openSchoolFile(damaged, { clock })))
    expect(statSync(damaged).size).toBe(bytes.length)
  })

  it('survives being copied in the middle of its log and checks it in full', () => {
    const file = newFile()
    file.write({ channel: 'test' }, addTeam('kept'))
    const copy = join(temporaryFolder(), 'copy.cpdschool')
    copyFileSync(file.path, copy)
    copyFileSync(`${file.path}-wal`, `${copy}-wal`)
    const opened = openSchoolFile(copy, { clock })
    expect(opened.read.all(sql.selectFrom('team').select('name'))).toEqual([{ name: 'kept' }])
    opened.close()
    file.close()
  })
})

describe('changes', () => {
  it('refuses a write that belongs to no change', () => {
    const file = newFile()
    expect(() => file.keep(addTeam('A'))).toThrow(/NOT NULL/)
    expect(file.read.all(sql.selectFrom('team').selectAll())).toEqual([])
  })

  it('keeps all of a change or none', () => {
    const file = newFile()
    expect(() =>
      file.write({ channel: 'test' }, (db) => {
        addTeam('A')(db as never)
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(file.read.all(sql.selectFrom('change').selectAll())).toEqual([])
    file.write({ channel: 'test' }, addTeam('B'))
    expect(file.read.all(sql.selectFrom('team').select('name'))).toEqual([{ name: 'B' }])
  })

  it('undoes insert, update and delete, and puts back what it undid', () => {
    const file = newFile()
    const id = newId()
    file.write({ channel: 'add' }, (db) =>
      db.runOne(sql.insertInto('team').values({ id, name: 'Maths', is_archived: 0 })),
    )
    const renamed = file.write({ channel: 'rename' }, (db) => {
      db.runOne(sql.updateTable('team').set({ name: 'Mathematics' }).where('id', '=', id))
      return db.changeId
    })
    const names = () => file.read.all(sql.selectFrom('team').select('name')).map((t) => t.name)
    const undoing = undoChange(file, renamed, { channel: 'changes.undo' })
    expect(names()).toEqual(['Maths'])
    undoChange(file, undoing, { channel: 'changes.undo' })
    expect(names()).toEqual(['Mathematics'])
    file.write({ channel: 'remove' }, (db) => db.runOne(sql.deleteFrom('team').where('id', '=', id)))
    undoChange(file, newestStandingChange(file) as string, { channel: 'changes.undo' })
    expect(names()).toEqual(['Mathematics'])
  })

  it('names how many records a later change touched, until that change is undone', () => {
    const file = newFile()
    const id = newId()
    const first = file.write({ channel: 'add' }, (db) => {
      db.runOne(sql.insertInto('team').values({ id, name: 'A', is_archived: 0 }))
      return db.changeId
    })
    const second = file.write({ channel: 'rename' }, (db) => {
      db.runOne(sql.updateTable('team').set({ name: 'B' }).where('id', '=', id))
      return db.changeId
    })
    expect(codeOf(() => undoChange(file, first, { channel: 'changes.undo' }))).toBe('undo.later-changes')
    undoChange(file, second, { channel: 'changes.undo' })
    undoChange(file, first, { channel: 'changes.undo' })
    expect(file.read.all(sql.selectFrom('team').selectAll())).toEqual([])
    expect(codeOf(() => undoChange(file, first, { channel: 'changes.undo' }))).toBe('undo.nothing')
  })

  it('counts a later change that was undone and put back, and takes back again what put it back', () => {
    const file = newFile()
    const id = newId()
    const nameIt = (name: string) =>
      file.write({ channel: `name ${name}` }, (db) => {
        db.runOne(sql.updateTable('team').set({ name }).where('id', '=', id))
        return db.changeId
      })
    const names = () => file.read.all(sql.selectFrom('team').select('name')).map((team) => team.name)
    const undo = (change: string) => undoChange(file, change, { channel: 'changes.undo' })
    file.write({ channel: 'add' }, (db) =>
      db.runOne(sql.insertInto('team').values({ id, name: 'A', is_archived: 0 })),
    )
    const toB = nameIt('B')
    const toC = nameIt('C')
    undo(undo(toC))
    expect(names()).toEqual(['C'])
    expect(codeOf(() => undo(toB))).toBe('undo.later-changes')
    expect(names()).toEqual(['C'])
    // Ctrl+Z takes back what was put back, not what came before it.
    expect(newestStandingChange(file)).toBe(toC)
    undo(toC)
    expect(names()).toEqual(['B'])
    expect(codeOf(() => undo(toC))).toBe('undo.nothing')
    expect(newestStandingChange(file)).toBe(toB)
    undo(toB)
    expect(names()).toEqual(['A'])
  })

  it('keeps personal values apart from the rest of the log', () => {
    const file = newFile()
    file.write({ channel: 'add' }, (db) =>
      db.runOne(
        sql.insertInto('person').values({
          id: newId(),
          forename: 'Sentinel',
          surname: 'Person',
          works_in_binder: 0,
          is_name_missing: 0,
          is_archived: 0,
        }),
      ),
    )
    const log = file.read.all(sql.selectFrom('change_row').selectAll())
    expect(JSON.stringify(log)).not.toContain('Sentinel')
    expect(JSON.stringify(file.read.all(sql.selectFrom('change_row_personal').selectAll()))).toContain('Sentinel')
  })
})

describe('schema', () => {
  it('has a row type for every table, and every column of it', () => {
    const file = newFile()
    const source = readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8')
    file.withDatabase((database) => {
      const tables = database
        .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
        .pluck()
        .all() as string[]
      for (const table of tables) {
        const type = new RegExp(`\\b${table}: (\\w+)`).exec(
          source.slice(source.indexOf('export interface Schema')),
        )?.[1]
        expect(type, table).toBeDefined()
        const body = source.slice(source.indexOf(`export interface ${type} {`)).split('}')[0] as string
        const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
        for (const column of columns) expect(body, `${table}.${column}`).toMatch(new RegExp(`\\b${column}:`))
      }
    })
  })

  it('makes every table STRICT', () => {
    const file = newFile()
    file.withDatabase((database) => {
      const loose = database
        .prepare(
          `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
        )
        .pluck()
        .all()
      expect(loose).toEqual([])
    })
    expect(schoolMigrations.every((m) => m.version % 10 === 0)).toBe(true)
  })
})

describe('many rows at once', () => {
  it('are logged as the triggers would have, undone as one change, and the triggers are back afterwards', () => {
    const file = newFile()
    const ids = Array.from({ length: 50 }, () => newId())
    const insert = (db: WriteDb, id: string) =>
      db.runOne(sql.insertInto('team').values({ id, name: `Team ${id}`, is_archived: 0 }))
    const logOf = () =>
      file.read.all(
        sql.selectFrom('change_row').select(['table_name', 'operation', 'before_json', 'after_json']).orderBy('id'),
      )
    file.write({ channel: 'one by one' }, (db) => ids.forEach((id) => insert(db, id)))
    const oneByOne = logOf()
    undoChange(file, newestStandingChange(file) as string, { channel: 'changes.undo' })
    const before = logOf().length
    file.write({ channel: 'in bulk' }, (db) => db.inBulk('team', () => ids.forEach((id) => insert(db, id))))
    expect(logOf().slice(before)).toEqual(oneByOne)
    undoChange(file, newestStandingChange(file) as string, { channel: 'changes.undo' })
    expect(file.read.all(sql.selectFrom('team').selectAll())).toEqual([])
    const count = logOf().length
    file.write({ channel: 'after' }, addTeam('A'))
    expect(logOf()).toHaveLength(count + 1)
  })

  it('leave the triggers in place when they fail, and are refused for personal tables', () => {
    const file = newFile()
    expect(() =>
      file.write({ channel: 'test' }, (db) =>
        db.inBulk('team', () => {
          throw new Error('half way')
        }),
      ),
    ).toThrow('half way')
    file.write({ channel: 'after' }, addTeam('A'))
    expect(file.read.all(sql.selectFrom('change_row').select('operation'))).toEqual([{ operation: 'insert' }])
    expect(() => file.write({ channel: 'test' }, (db) => db.inBulk('person', () => undefined))).toThrow('bulk')
  })
})

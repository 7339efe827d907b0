import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { binder } from '../../../tests/fixtures/school'
import { copySchoolFile, verifyBackup } from './backup'
import { integrityProblems } from './integrity-check'
import { verifyFile } from './verify-file'

/** A sample school, closed, changed behind the program's back. */
function tamperedSchool(...statements: readonly string[]): string {
  const made = binder()
  const path = join(made.folder, 'S.cpdschool')
  made.school.createSampleAt(path)
  made.desk.clear()
  const database = new BetterSqlite(path)
  database.pragma('foreign_keys = OFF')
  database.pragma('ignore_check_constraints = ON')
  for (const statement of statements) {
    expect(database.prepare(statement).run().changes, statement).toBeGreaterThan(0)
  }
  database.close()
  return path
}

describe('verifying a school file', () => {
  it('finds a sample school in order, and says how much it looked at', () => {
    const { ok, checks } = verifyFile(tamperedSchool())
    expect(checks).toMatchObject(
      Object.fromEntries(Object.keys(checks).map((name) => [name, { ok: true, problems: [] }])),
    )
    expect(ok).toBe(true)
    expect(Object.keys(checks).sort()).toEqual(
      [
        'applicationId',
        'approvedPlans',
        'attachments',
        'foreignKeys',
        'integrity',
        'issuedFiles',
        'log',
        'money',
        'schemaVersion',
        'settings',
        'values',
      ].sort(),
    )
    expect(checks['values']?.checked).toBeGreaterThan(500)
    expect(checks['money']?.checked).toBeGreaterThan(20)
  })

  /** A copy, made while it is open, of a school whose last change is in the journal alone; an index of it cannot be made. */
  function schoolWhereNothingCanBeWritten(): string {
    const made = binder()
    const path = join(made.folder, 'S.cpdschool')
    made.school.createSampleAt(path)
    const place = join(made.folder, 'read-only')
    mkdirSync(place)
    const there = join(place, 'S.cpdschool')
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${there}${end}`)
    // As on a disk that takes nothing: the index beside the file cannot be made.
    symlinkSync(join(place, 'nowhere', 'index'), `${there}-shm`)
    return there
  }

  it('checks a file with its journal where nothing can be written beside it, and leaves it as it was', () => {
    const path = schoolWhereNothingCanBeWritten()
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    expect(() => new BetterSqlite(path, { readonly: true }).pragma('user_version')).toThrow(
      'unable to open database file',
    )
    const bytes = () => [path, `${path}-wal`].map((one) => readFileSync(one))
    const before = bytes()
    const { ok, checks } = verifyFile(path)
    expect(checks['log']?.checked).toBeGreaterThan(500)
    expect(ok).toBe(true)
    expect(bytes()).toEqual(before)
  })

  it('copies a school file from a place where nothing can be written, its journal included', () => {
    const path = schoolWhereNothingCanBeWritten()
    const copy = join(binder().folder, 'copy.cpdschool')
    copySchoolFile(path, copy)
    expect(verifyFile(copy)).toMatchObject({
      ok: true,
      checks: { log: { checked: verifyFile(path).checks['log']?.checked } },
    })
    expect(verifyBackup(path).facts.counts['person']).toBeGreaterThan(20)
  })

  it.skipIf(process.seteuid === undefined)('checks a file that is marked read-only (not on Windows)', () => {
    const made = binder()
    const path = join(made.folder, 'S.cpdschool')
    made.school.createSampleAt(path)
    made.desk.clear()
    chmodSync(path, 0o444)
    chmodSync(made.folder, 0o755)
    // For the administrator no mark counts.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      expect(() => new BetterSqlite(path).exec('begin immediate')).toThrow('readonly')
      expect(verifyFile(path).ok).toBe(true)
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })

  it.each<[check: string, statement: string]>([
    ['integrity', `update booking set state = 'somewhere' where id = (select id from booking limit 1)`],
    ['foreignKeys', `update booking set event_id = 'nowhere' where id = (select id from booking limit 1)`],
    ['values', `update session set held_on = '2025-02-31' where id = (select id from session limit 1)`],
    ['values', `update change set at_utc = 'yesterday' where id = (select id from change limit 1)`],
    ['log', `delete from attendance where id = (select id from attendance limit 1)`],
    ['log', `insert into team (id, name) values ('t', 'Behind the back')`],
    ['attachments', `insert into attachment values ('${'0'.repeat(64)}', 'text/plain', 1, x'41')`],
    ['approvedPlans', `update plan_version set approved_by = 'Somebody else'`],
    [
      'approvedPlans',
      `update plan_version set figures_json = replace(figures_json, '"isAbove":true', '"isAbove":false')`,
    ],
    [
      'approvedPlans',
      `insert into change_row (change_id, table_name, row_id, operation) select id, 'plan_version_file', 'x', 'update' from change limit 1`,
    ],
    [
      'issuedFiles',
      `insert into change_row (change_id, table_name, row_id, operation) select id, 'issued_report', 'x', 'update' from change limit 1`,
    ],
  ])('finds what is wrong: %s', (name, statement) => {
    const { ok, checks } = verifyFile(tamperedSchool(statement))
    expect(ok).toBe(false)
    // A value that breaks a CHECK is found by SQLite itself, before our own look at the values.
    const found = checks[name] ?? checks['integrity']
    expect(found).toMatchObject({ ok: false })
    expect(found?.problems.length).toBeGreaterThan(0)
  })

  it('takes an approval that was undone, as files of before version 240 let it be, for no alteration', () => {
    const { checks } = verifyFile(
      tamperedSchool(`insert into change_row (change_id, table_name, row_id, operation)
        select c.id, t.value, 'gone', o.value from (select id from change limit 1) c,
          json_each('["plan_version", "plan_version_file"]') t, json_each('["insert", "delete"]') o`),
    )
    expect(checks['approvedPlans']).toMatchObject({ ok: true })
    expect(checks['log']).toMatchObject({ ok: true })
  })

  it('finds a value that breaks a CHECK on a read-only look too, and changes no byte', () => {
    const path = tamperedSchool(
      `update booking set state = 'somewhere' where id = (select id from booking limit 1)`,
    )
    const before = readFileSync(path)
    const database = new BetterSqlite(path, { readonly: true })
    // What SQLite itself says there: if it ever learns to look, our copy in memory is no longer needed.
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(integrityProblems(database)).toEqual(['CHECK constraint failed in booking'])
    database.close()
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(() => verifyBackup(path)).toThrow('backup.damaged')
  })
})

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool, NOW, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { runCli } from '../../../cli'
import { schoolMigrations } from '../../db/migrations/index'
import { createSchoolFile } from '../../db/school-file'
import { fixedClock } from '../../../shared/kernel/clock'
import { startBackupTimer } from './timer'

const rename = (made: TestBinder, name: string) =>
  made.call('school.saveProfile', { validFrom: '2024-09-01', name, regime: 'maintained' })
const nameOf = async (made: TestBinder) => (await made.call('school.status', {})).profile?.name

describe('backups of the open school', () => {
  it('are made, listed with what is in them, previewed, and restored with the file from before kept', async () => {
    const made = binderWithSchool()
    const path = made.desk.file.path
    expect(await made.call('backup.status', {})).toMatchObject({ lastHereAtUtc: null, changesSince: 1 })
    const { key } = await made.call('backup.now', {})
    await rename(made, 'Renamed')
    await rename(made, 'Renamed twice')
    const { backups } = await made.call('backup.list', {})
    expect(backups).toMatchObject([
      { key, kind: 'by-hand', atUtc: NOW, schoolName: 'Northgate Primary School', people: 0, changesSince: 2 },
    ])
    expect(await made.call('backup.preview', { key })).toMatchObject({ isVerified: true, changesSince: 2 })
    expect(await made.call('backup.status', {})).toMatchObject({
      isOpen: true,
      lastHereAtUtc: NOW,
      changesSince: 2,
    })

    const { keptAs } = await made.call('backup.restore', { key })
    expect(await nameOf(made)).toBe('Northgate Primary School')
    expect(existsSync(join(dirname(path), keptAs as string))).toBe(true)
    const after = (await made.call('backup.list', {})).backups
    expect(after.map((backup) => backup.kind).sort()).toEqual(['before-restore', 'by-hand'])
    // What was done since can itself be brought back.
    const undo = after.find((backup) => backup.kind === 'before-restore')
    await made.call('backup.restore', { key: undo?.key as string })
    expect(await nameOf(made)).toBe('Renamed twice')
  })

  it('are refused when damaged, and the school stays open as it was', async () => {
    const made = binderWithSchool()
    const { key } = await made.call('backup.now', {})
    await rename(made, 'Renamed')
    const folder = join(made.folder, 'Backups', readdirSync(join(made.folder, 'Backups'))[0] as string)
    const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.cpdschool')) as string)
    const bytes = readFileSync(file)
    bytes[9_000] = (bytes[9_000] as number) ^ 2
    writeFileSync(file, bytes)
    expect(await made.codeOf('backup.preview', { key })).toBe('backup.damaged')
    expect(await made.codeOf('backup.restore', { key })).toBe('backup.damaged')
    expect(await made.codeOf('backup.restore', { key: 'nonsense' })).toBe('record.missing')
    expect(await nameOf(made)).toBe('Renamed')
  })

  it('can be saved to a place that counts as away, and never over a file that is not a backup', async () => {
    const folder = temporaryFolder()
    const away = join(folder, 'OneDrive - Northvale Council', 'Copy.cpdschool')
    const near = join(folder, 'near', 'Copy.cpdschool')
    const places: (string | undefined)[] = [near, away, away, join(folder, 'letter.docx'), undefined]
    writeFileSync(join(folder, 'letter.docx'), 'a letter')
    const made = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(places.shift()) } })
    expect(await made.call('backup.saveCopy', {})).toEqual({ fileName: 'Copy.cpdschool', leftBy: null })
    expect(await made.call('backup.status', {})).toMatchObject({ lastAwayAtUtc: null, daysSinceAway: null })
    expect(await made.call('backup.saveCopy', {})).toEqual({ fileName: 'Copy.cpdschool', leftBy: 'synced' })
    expect(await made.call('backup.status', {})).toMatchObject({ lastAwayAtUtc: NOW, daysSinceAway: 0 })
    expect(await made.call('backup.saveCopy', {})).toMatchObject({ leftBy: 'synced' })
    expect(await made.codeOf('backup.saveCopy', {})).toBe('file.exists')
    expect(readFileSync(join(folder, 'letter.docx'), 'utf8')).toBe('a letter')
    expect(await made.codeOf('backup.saveCopy', {})).toBe('cancelled')
  })

  it('are not saved under the name of another school that was open when the place was asked for', async () => {
    const target = join(temporaryFolder(), 'Northgate.cpdschool')
    const asked: string[] = []
    const made = binderWithSchool({
      // Half past midnight on 1 July in London: the day of the name is the one that people live in.
      now: '2026-06-30T23:30:00.000Z',
      host: {
        askSaveFile: async ({ suggestedName }) => {
          asked.push(suggestedName)
          await made.call('school.openSample', {})
          return target
        },
      },
    })
    expect(await made.codeOf('backup.saveCopy', {})).toBe('record.changed')
    expect(existsSync(target)).toBe(false)
    expect(asked).toEqual(['Northgate Primary School 2026-07-01.cpdschool'])
  })

  it('can be restored from a file that the person chooses', async () => {
    const folder = temporaryFolder()
    const copy = join(folder, 'Copy.cpdschool')
    const files: string[][] = [[copy], [], [join(folder, 'none')]]
    const made = binderWithSchool({
      host: {
        askSaveFile: () => Promise.resolve(copy),
        askOpenFiles: () => Promise.resolve(files.shift() ?? []),
      },
    })
    await made.call('backup.saveCopy', {})
    await rename(made, 'Renamed')
    expect(await made.call('backup.restoreFrom', {})).toMatchObject({ atUtc: NOW })
    expect(await nameOf(made)).toBe('Northgate Primary School')
    expect(await made.codeOf('backup.restoreFrom', {})).toBe('cancelled')
    expect(await made.codeOf('backup.restoreFrom', {})).toBe('file.missing')
  })

  it('are made by themselves when due, and thinned', async () => {
    const made = binderWithSchool()
    const [first, meanwhile] = [made.backups.makeIfDue(), made.backups.makeIfDue()]
    expect([await first, await meanwhile]).toEqual([true, false])
    expect(await made.backups.makeIfDue()).toBe(false)
    made.desk.clear()
    expect(await made.backups.makeIfDue()).toBe(false)
  })

  it('are made before an import', async () => {
    const made = binderWithSchool()
    const csv = join(made.folder, 'staff.csv')
    writeFileSync(csv, 'Forename,Surname,Job title\nAnna,Moss,Teacher\n')
    const { token } = made.imports.take('staff', [csv])
    await made.imports.plan({ token })
    made.imports.commit(token)
    expect((await made.call('backup.list', {})).backups).toMatchObject([{ kind: 'before-import', changesSince: 1 }])
    // From the window in steps: asked twice, it is carried out once, and an import that changes nothing makes none.
    writeFileSync(csv, 'Forename,Surname,Job title\nBea,Moor,Teacher\n')
    const second = made.imports.take('staff', [csv]).token
    await made.imports.plan({ token: second })
    const [one, other] = [
      made.call('imports.commit', { token: second }),
      made.codeOf('imports.commit', { token: second }),
    ]
    expect([(await one).new, await other]).toEqual([1, 'import.expired'])
    const third = made.imports.take('staff', [csv]).token
    await made.imports.plan({ token: third })
    expect(await made.call('imports.commit', { token: third })).toMatchObject({ same: 1, changeId: null })
    expect((await made.call('backup.list', {})).backups.map((each) => each.kind)).toEqual(
      Array.from({ length: 3 }, () => 'before-import'),
    )
  })

  it('are asked for when a file is opened and every minute, and a failure does not stop the work', async () => {
    const { vi } = await import('vitest')
    const made = binderWithSchool()
    vi.useFakeTimers()
    try {
      let asked = 0
      const failures: unknown[] = []
      const makeIfDue = async (): Promise<boolean> => {
        asked += 1
        if (asked === 2) throw new Error('no room')
        return true
      }
      const stop = startBackupTimer({ makeIfDue }, made.desk, (cause) => failures.push(cause))
      made.desk.put(made.desk.file)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(asked).toBe(1)
      await vi.advanceTimersByTimeAsync(120_000)
      expect(asked).toBe(3)
      expect(failures).toHaveLength(1)
      stop()
      await vi.advanceTimersByTimeAsync(600_000)
      expect(asked).toBe(3)
    } finally {
      vi.useRealTimers()
    }
  })

  it('finds the open school in order', async () => {
    const made = binder()
    made.school.createSampleAt(join(made.folder, 'S.cpdschool'))
    const { ok, checks } = await made.call('backup.verify', {})
    expect({ ok, checks }).toMatchObject({ ok: true, checks: { log: { ok: true }, settings: { ok: true } } })
  })
})

describe('a school file that does not open', () => {
  it('is brought back from its backups by its key in the list of recent files', async () => {
    const made = binderWithSchool()
    const path = made.desk.file.path
    const { key } = await made.call('backup.now', {})
    await made.call('school.close', {})
    writeFileSync(path, 'damaged '.repeat(1_000))
    const recentKey = (await made.call('school.recent', {})).files[0]?.key as string
    expect(await made.codeOf('school.openRecent', { key: recentKey })).toBe('file.foreign')
    for (const which of [{ recentKey }, {}]) {
      const listed = await made.call('backup.forFile', which)
      expect(listed).toMatchObject({
        schoolName: 'Northgate Primary School',
        backups: [{ key, changesSince: null }],
      })
    }
    expect(await made.codeOf('backup.forFile', { recentKey: 'nonsense' })).toBe('record.missing')
    const { keptAs } = await made.call('backup.restore', { recentKey, key })
    expect(await nameOf(made)).toBe('Northgate Primary School')
    expect(readFileSync(join(dirname(path), keptAs as string), 'utf8')).toContain('damaged damaged')
  })

  it('is backed up before its schema changes', async () => {
    const made = binder()
    const path = join(made.folder, 'Old.cpdschool')
    const migrations = schoolMigrations.slice(0, 3)
    createSchoolFile(path, { clock: fixedClock(NOW), migrations }).close()
    made.school.openAt(path)
    const { backups } = await made.call('backup.list', {})
    expect(backups).toMatchObject([{ kind: 'before-upgrade', schemaVersion: migrations.at(-1)?.version }])
  })

  it('because of its place is copied here, journal included', async () => {
    const folder = join(temporaryFolder(), 'Dropbox')
    mkdirSync(folder)
    const there = join(folder, 'S.cpdschool')
    const made = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve([there]) } })
    const database = new BetterSqlite(there)
    made.desk.file.withDatabase((open) => open.prepare('vacuum into ?').run(`${there}.moved`))
    database.close()
    writeFileSync(there, readFileSync(`${there}.moved`))
    expect(await made.codeOf('school.copyHere', {})).toBe('record.missing')
    expect(await made.codeOf('school.open', {})).toBe('file.unsafe-place')
    expect(await made.call('school.copyHere', {})).toMatchObject({ fileName: 'S.cpdschool' })
    expect(dirname(made.desk.file.path)).toBe(join(made.folder, 'Schools'))
    expect(await nameOf(made)).toBe('Northgate Primary School')
  })
})

describe('the command line', () => {
  it('backs up, verifies and restores', async () => {
    const folder = temporaryFolder()
    const [file, out] = [join(folder, 'S.cpdschool'), join(folder, 'out', 'F.cpdschool')]
    const run = async (...argv: string[]) => {
      const text = { out: '', err: '' }
      const code = await runCli(argv, binder(), {
        out: (t) => (text.out += t),
        err: (t) => (text.err += t),
        isTerminal: false,
      })
      return { code, value: JSON.parse(text.out || text.err) as Record<string, unknown> }
    }
    await run('create', '--file', file, '--profile', '{"name":"Northgate","regime":"academy"}')
    expect((await run('backup', '--file', file, '--out', out)).value).toMatchObject({ schoolName: 'Northgate' })
    expect((await run('verify', '--file', file)).value).toMatchObject({ ok: true })
    expect(await run('restore', '--from', out, '--file', file)).toMatchObject({ code: 0, value: { atUtc: NOW } })
    const bytes = readFileSync(out)
    bytes[bytes.length - 9] = 255 - (bytes[bytes.length - 9] as number)
    writeFileSync(out, bytes)
    expect(await run('restore', '--from', out, '--file', file)).toMatchObject({
      code: 1,
      value: { code: 'backup.damaged' },
    })
    expect(await run('verify', '--file', join(folder, 'none'))).toMatchObject({
      code: 1,
      value: { code: 'file.missing' },
    })
  })
})

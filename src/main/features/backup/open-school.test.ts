import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { Refusal } from '../../../shared/kernel/result'

/** What another program is told that wants to write into a school file. */
function answerToAnother(path: string): string {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 })
    try { db.exec('begin immediate'); console.log('it got in') } catch (cause) { console.log(cause.code) }`
  return spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8' }).stdout.trim()
}

const refusedBy = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'not refused'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

const ask = {
  kind: 'spend',
  year: { kind: 'academic', startYear: 2025 },
  options: { names: false },
} as const

/** Every way to name a file to the program, and what it says when that is the school that is open. */
const ways: readonly [string, (made: TestBinder, path: string) => unknown, string][] = [
  ['a copy is to be saved there', (made, path) => made.backups.saveCopy(path), 'file.exists'],
  ['a copy is to be saved there in steps', (made, path) => made.backups.saveCopyInSteps(path), 'file.exists'],
  ['it is to be restored', (made, path) => made.backups.restoreFrom(path, made.desk.file.path), 'backup.is-open'],
  ['it is chosen as the logo', (made, path) => made.school.keepLogo(path), 'attachment.kind'],
  ['a report is to be written there', (made, path) => made.reports.writeTo(path, ask, 'csv'), 'file.is-school'],
]

describe('the school that is open', () => {
  it.each(ways)('is neither read nor replaced when %s', async (_, way, code) => {
    const made = binderWithSchool()
    const { path } = made.desk.file
    // A manifest beside it: the school was opened where a backup had been saved.
    made.backups.saveCopy(join(made.folder, 'copy.cpdschool'))
    const otherName = join(made.folder, 'Another name.cpdschool')
    linkSync(path, otherName)
    linkSync(join(made.folder, 'copy.cpdschool.json'), `${otherName}.json`)
    expect(answerToAnother(path)).toBe('SQLITE_BUSY')
    for (const name of [path, otherName]) {
      expect(await refusedBy(() => way(made, name))).toBe(code)
      expect(answerToAnother(path)).toBe('SQLITE_BUSY')
    }
    await made.call('school.saveProfile', { validFrom: '2024-09-01', name: 'Renamed', regime: 'maintained' })
  })
})

describe('a file that is not open', () => {
  it('is not replaced by a report when it is a school or a backup', async () => {
    const made = binderWithSchool()
    const copy = join(made.folder, 'copy.cpdschool')
    made.backups.saveCopy(copy)
    expect(await refusedBy(() => made.reports.writeTo(copy, ask, 'csv'))).toBe('file.is-school')
    expect(made.backups.verifyAt(copy).ok).toBe(true)
    // Nor is a journal: the last changes of a school may stand there and nowhere else.
    for (const journal of [`${copy}-wal`, `${made.desk.file.path}-wal`])
      expect(await refusedBy(() => made.reports.writeTo(journal, ask, 'csv'))).toBe('file.is-school')
    const report = join(made.folder, 'out.csv')
    await made.reports.writeTo(report, ask, 'csv')
    expect((await made.reports.writeTo(report, ask, 'csv')).byteCount).toBeGreaterThan(100)
  })

  it('is no school file when it is a folder, and a new one makes its folder', async () => {
    const made = binder()
    const folder = join(made.folder, 'x.cpdschool')
    mkdirSync(folder)
    expect(await refusedBy(() => made.school.openAt(folder))).toBe('file.foreign')
    expect(await refusedBy(() => made.backups.verifyAt(folder))).toBe('file.foreign')
    const path = join(made.folder, 'not', 'there yet', 'S.cpdschool')
    made.school.createSampleAt(path)
    expect(made.desk.file.path).toBe(path)
    expect(await refusedBy(() => made.school.createSampleAt(join(path, 'S.cpdschool')))).toBe('file.unwritable')
  })
})

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { NOW, temporaryFolder } from '../../../tests/fixtures/school'
import { fixedClock } from '../../shared/kernel/clock'
import { Refusal } from '../../shared/kernel/result'
import { verifyBackup } from './backup'
import { sealCopy, sealHere, writeBackupInSteps, type Sealer } from './backup-steps'
import { sql } from './handle'
import { newId } from './ids'
import { createSchoolFile, type SchoolFile } from './school-file'

const about = { kind: 'automatic', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' } as const

/** A file of some 12 MB: enough for many steps. */
function bigFile(folder: string): SchoolFile {
  const file = createSchoolFile(join(folder, 'S.cpdschool'), { clock: fixedClock(NOW) })
  file.write({ channel: 'test' }, (db) => {
    for (let index = 0; index < 12; index += 1) {
      const content = Buffer.alloc(1024 * 1024, index + 1)
      const values = {
        sha256: String(index).padStart(64, '0'),
        media_type: 'x/y',
        byte_count: content.length,
        content,
      }
      db.run(sql.insertInto('attachment').values(values))
    }
  })
  return file
}

const addTeam = (file: SchoolFile, name: string) =>
  file.write({ channel: 'test' }, (db) =>
    db.runOne(sql.insertInto('team').values({ id: newId(), name, is_archived: 0 })),
  )

const inSteps = (file: SchoolFile, target: string, seal: Sealer = sealHere) =>
  file.withDatabase((database) => writeBackupInSteps(database, target, about, seal))

it('copies in steps between which changes come, and the copy has them', async () => {
  const folder = temporaryFolder()
  const file = bigFile(folder)
  const target = join(folder, 'B.cpdschool')
  let turns = 0
  let isDone = false
  const work = async () => {
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve))
      turns += 1
      if (turns % 5 === 0) addTeam(file, `Team ${turns}`)
    }
  }
  const backup = inSteps(file, target, async (raw, temporary) => {
    isDone = true
    return sealCopy(raw, temporary)
  })
  await Promise.all([backup, work()])
  const { manifest, facts } = verifyBackup(target)
  expect(turns).toBeGreaterThan(10)
  expect(facts.counts['team']).toBeGreaterThan(1)
  expect(manifest?.counts).toEqual(facts.counts)
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  const copy = new BetterSqlite(target, { readonly: true })
  expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
  copy.close()
  file.close()
})

it('leaves nothing behind and keeps the earlier backup when sealing fails, the process dies, or the file is closed', async () => {
  const folder = temporaryFolder()
  const file = bigFile(folder)
  const target = join(folder, 'B.cpdschool')
  await inSteps(file, target)
  const before = verifyBackup(target).sha256
  addTeam(file, 'Later')
  const failing: Sealer = (raw, temporary) => {
    writeFileSync(temporary, 'half')
    return Promise.reject(new Refusal(existsSync(raw) ? 'file.disk-full' : 'backup.failed'))
  }
  await expect(inSteps(file, target, failing)).rejects.toThrow('file.disk-full')
  const lying: Sealer = async (raw, temporary) => {
    const sealed = sealCopy(raw, temporary)
    return { ...sealed, facts: { ...sealed.facts, newestChangeId: null } }
  }
  await expect(inSteps(file, target, lying)).rejects.toThrow('backup.failed')
  const closing = inSteps(file, target)
  setImmediate(() => file.close())
  await expect(closing).rejects.toThrow('backup.failed')
  expect(verifyBackup(target).sha256).toBe(before)
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  rmSync(folder, { recursive: true })
})

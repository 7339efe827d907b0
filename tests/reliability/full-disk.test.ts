import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fixedClock } from '../../src/shared/kernel/clock'
import { Refusal } from '../../src/shared/kernel/result'
import { verifyBackup, writeBackup } from '../../src/main/db/backup'
import { verifyFile } from '../../src/main/db/verify-file'
import { restoreFile } from '../../src/main/db/restore'
import { createSchoolFile, openSchoolFile, type SchoolFile } from '../../src/main/db/school-file'
import { writeFileWhole } from '../../src/main/lib/files'
import { NOW } from '../fixtures/school'
import { newSchool } from './children/binder'
import { withHeavyMigration } from './children/heavy-migration'
import { scratchFolder } from './support'

const clock = fixedClock(NOW)
const about = { kind: 'copy', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' } as const

/** A real disk of its own that can be filled to the last block: needs root on Linux. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

function smallDisk(megabytes: number): string {
  const folder = scratchFolder()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  return disk
}

/** Fills a disk but for some kilobytes. Returns how to make room again. */
function fill(disk: string, leaveKilobytes: number): () => void {
  const filler = join(disk, 'filler')
  const piece = Buffer.alloc(4096)
  const handle = join(disk, 'spare')
  if (leaveKilobytes > 0) writeFileSync(handle, Buffer.alloc(leaveKilobytes * 1024))
  let size = 64 * 1024 * 1024
  while (size >= piece.length) {
    try {
      writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch {
      size = Math.floor(size / 2)
    }
  }
  rmSync(handle, { force: true })
  return () => rmSync(filler)
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

function addTeam(file: SchoolFile, number: number): void {
  file.write({ channel: 'test' }, () =>
    file.withDatabase((database) =>
      database.prepare('insert into team (id, name) values (?, ?)').run(`t${number}`, `Team ${number}`.repeat(200)),
    ),
  )
}

/** What is there, but for the scratch files of SQLite that hold nothing. */
const names = (disk: string) =>
  readdirSync(disk).filter(
    (name) =>
      name !== 'filler' &&
      !name.endsWith('-shm') &&
      !(name.endsWith('-wal') && statSync(join(disk, name)).size === 0),
  )

describe.skipIf(!canMount)('a full disk (needs root on Linux)', () => {
  it('refuses a save in words, keeps what was saved, and goes on when there is room', () => {
    const disk = smallDisk(8)
    const path = join(disk, 'S.cpdschool')
    const file = createSchoolFile(path, { clock })
    const makeRoom = fill(disk, 200)
    let saved = 0
    let refused = 0
    for (let number = 0; number < 400 && refused < 5; number += 1) {
      const code = codeOf(() => addTeam(file, number))
      if (code === 'ok') saved += 1
      else {
        expect(code).toBe('file.disk-full')
        refused += 1
      }
    }
    expect(refused).toBe(5)
    const count = () => file.withDatabase((db) => db.prepare('select count(*) from team').pluck().get())
    expect(count()).toBe(saved)
    makeRoom()
    addTeam(file, 1_000)
    expect(count()).toBe(saved + 1)
    file.close()
    expect(verifyFile(path)).toMatchObject({ ok: true })
  })

  it('refuses a backup in words and leaves nothing half', () => {
    const disk = smallDisk(8)
    const folder = scratchFolder()
    const path = join(folder, 'S.cpdschool')
    newSchool(path, folder)
    const file = openSchoolFile(path, { clock })
    const copy = join(disk, 'Copy.cpdschool')
    for (const kilobytes of [0, 8, 64, 256]) {
      const makeRoom = fill(disk, kilobytes)
      expect(codeOf(() => file.withDatabase((db) => writeBackup(db, copy, about)))).toBe('file.disk-full')
      expect(names(disk)).toEqual([])
      makeRoom()
    }
    expect(codeOf(() => file.withDatabase((db) => writeBackup(db, copy, about)))).toBe('ok')
    file.close()
  })

  it('refuses a restore in words and leaves the file that was there', () => {
    const disk = smallDisk(8)
    const folder = scratchFolder()
    const [source, backup, path] = [join(folder, 'S'), join(folder, 'B'), join(disk, 'S.cpdschool')]
    newSchool(source, folder)
    const file = openSchoolFile(source, { clock })
    file.withDatabase((db) => writeBackup(db, backup, about))
    addTeam(file, 1)
    file.close()
    copyFileSync(source, path)
    for (const kilobytes of [0, 4, 64, 256]) {
      const makeRoom = fill(disk, kilobytes)
      expect(codeOf(() => restoreFile(backup, path, NOW))).toBe('file.disk-full')
      expect(names(disk)).toEqual(['S.cpdschool'])
      makeRoom()
      expect(verifyFile(path)).toMatchObject({ ok: true })
    }
    expect(codeOf(() => restoreFile(backup, path, NOW))).toBe('ok')
  })

  it('refuses a migration and leaves the file as it was', () => {
    const disk = smallDisk(8)
    const path = join(disk, 'S.cpdschool')
    const file = createSchoolFile(path, { clock })
    for (let number = 0; number < 100; number += 1) addTeam(file, number)
    file.close()
    const makeRoom = fill(disk, 40)
    const code = codeOf(() => openSchoolFile(path, { clock, migrations: withHeavyMigration }))
    expect(['file.disk-full', 'migration.failed']).toContain(code)
    makeRoom()
    expect(verifyFile(path)).toMatchObject({ ok: true })
    openSchoolFile(path, { clock, migrations: withHeavyMigration }).close()
  })

  it('leaves no half of an exported file, and the one from before whole', () => {
    const disk = smallDisk(4)
    const path = join(disk, 'report.csv')
    writeFileWhole(path, 'the report from before')
    const makeRoom = fill(disk, 100)
    expect(() => writeFileWhole(path, Buffer.alloc(1024 * 1024))).toThrow(/ENOSPC/)
    expect(names(disk)).toEqual(['report.csv'])
    makeRoom()
  })
})

describe.skipIf(!canMount)('a disk that may only be read (needs root on Linux)', () => {
  const readOnlySchool = () => {
    const disk = smallDisk(8)
    const path = join(disk, 'S.cpdschool')
    createSchoolFile(path, { clock }).close()
    const bytes = readFileSync(path)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    return { disk, path, bytes }
  }

  it('refuses to open a school file by name and changes no byte of it', () => {
    const { disk, path, bytes } = readOnlySchool()
    expect(codeOf(() => openSchoolFile(path, { clock }))).toBe('file.unwritable')
    expect(readFileSync(path)).toEqual(bytes)
    expect(names(disk)).toEqual(['S.cpdschool'])
  })

  it('gives back a backup that lies on it', () => {
    const disk = smallDisk(8)
    const path = join(scratchFolder(), 'S.cpdschool')
    const backup = join(disk, 'Copy.cpdschool')
    const file = createSchoolFile(path, { clock })
    addTeam(file, 1)
    file.withDatabase((database) => writeBackup(database, backup, about))
    file.close()
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(verifyBackup(backup).facts.counts['team']).toBe(1)
    restoreFile(backup, path, NOW)
    openSchoolFile(path, { clock }).close()
  })
})

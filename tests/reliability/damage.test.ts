import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/shared/kernel/clock'
import { Refusal } from '../../src/shared/kernel/result'
import { verifyBackup, writeBackup } from '../../src/main/db/backup'
import { manifestPath } from '../../src/main/db/backup-manifest'
import { verifyFile } from '../../src/main/db/verify-file'
import { newestVersion } from '../../src/main/db/migrate'
import { schoolMigrations } from '../../src/main/db/migrations/index'
import { restoreFile } from '../../src/main/db/restore'
import { openSchoolFile } from '../../src/main/db/school-file'
import { NOW } from '../fixtures/school'
import { newSchool } from './children/binder'
import { contentsOf, scratchFolder, seeded, times } from './support'

const clock = fixedClock(NOW)

/** A sample school with its backup, and its journal as a kill leaves it. */
function school(folder: string): { path: string; backup: string; journal: Buffer } {
  const [path, backup] = [join(folder, 'S.cpdschool'), join(folder, 'B.cpdschool')]
  newSchool(path, folder)
  const file = openSchoolFile(path, { clock })
  file.withDatabase((database) =>
    writeBackup(database, backup, { kind: 'copy', atUtc: NOW, appVersion: '0', fileName: 'S.cpdschool' }),
  )
  file.write({ channel: 'test' }, () =>
    file.withDatabase((database) =>
      database.prepare(`insert into team (id, name) values ('t', 'In the journal')`).run(),
    ),
  )
  const journal = readFileSync(`${path}-wal`)
  file.close()
  return { path, backup, journal }
}

/** What came of it: 'opened' (and looked at in full), or the code of the refusal. Anything else thrown fails the test. */
function outcome(work: () => void): string {
  try {
    work()
    return 'opened'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

function flip(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(random() * copy.length)
  copy[at] = (copy[at] as number) ^ (1 << Math.floor(random() * 8))
  return copy
}

describe('one flipped bit', () => {
  it('anywhere in a backup is refused, 300 of 300', () => {
    const folder = scratchFolder()
    const { backup } = school(folder)
    const whole = readFileSync(backup)
    const random = seeded(5)
    const codes = Array.from({ length: 300 }, () => {
      writeFileSync(backup, flip(whole, random))
      return outcome(() => void verifyBackup(backup))
    })
    expect(new Set(codes)).toEqual(new Set(['backup.damaged']))
    writeFileSync(backup, whole)
    expect(outcome(() => void verifyBackup(backup))).toBe('opened')
  })

  it('is mostly not seen by SQLite’s own check, which is why a backup carries a checksum', () => {
    const folder = scratchFolder()
    const { backup } = school(folder)
    rmSync(manifestPath(backup))
    const whole = readFileSync(backup)
    const random = seeded(6)
    const codes = Array.from({ length: times(60, 300) }, () => {
      writeFileSync(backup, flip(whole, random))
      return outcome(() => void verifyBackup(backup))
    })
    expect(codes.filter((code) => code === 'opened').length).toBeGreaterThan(codes.length / 4)
  })
})

/** Ways in which a disk, a sync client or a person damages a file. */
const damages: Readonly<Record<string, (bytes: Buffer, random: () => number) => Buffer>> = {
  'bits flipped': (bytes, random) => Array.from({ length: 20 }).reduce<Buffer>((b) => flip(b, random), bytes),
  'cut short': (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  'a page of zeroes': (bytes, random) => {
    const copy = Buffer.from(bytes)
    const at = Math.floor((random() * bytes.length) / 4096) * 4096
    return copy.fill(0, at, at + 4096)
  },
  'a page of another': (bytes, random) => {
    const copy = Buffer.from(bytes)
    const [from, to] = [random(), random()].map((part) => Math.floor((part * bytes.length) / 4096) * 4096)
    bytes.copy(copy, to, from ?? 0, (from ?? 0) + 4096)
    return copy
  },
  'a wrong header': (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let at = 0; at < 100; at += 1 + Math.floor(random() * 20)) copy[at] = Math.floor(random() * 256)
    return copy
  },
  'rubbish at the end': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(Math.floor(random() * 9_000), 'x')]),
  'nothing left': () => Buffer.alloc(0),
}

const tries = times(4, 145)

describe.each(Object.entries(damages))('a school file with %s', (name, damage) => {
  it(`opens whole or is refused by name, keeps its bytes, and can be replaced by its backup, ${tries} times`, () => {
    const folder = scratchFolder()
    const { path, backup, journal } = school(folder)
    const whole = readFileSync(path)
    const random = seeded(name.length)
    const codes = new Set<string>()
    for (let round = 0; round < tries; round += 1) {
      const place = join(folder, String(round))
      const damaged = join(place, 'S.cpdschool')
      mkdirSync(place)
      writeFileSync(damaged, damage(whole, random))
      // Every other time with a journal that belonged to another state of the file.
      if (round % 2 === 1) writeFileSync(`${damaged}-wal`, journal)
      const before = contentsOf(place)
      const code = outcome(() => openSchoolFile(damaged, { clock }).close())
      codes.add(code)
      if (code === 'opened') outcome(() => void verifyFile(damaged))
      else expect(contentsOf(place)['S.cpdschool']).toBe(before['S.cpdschool'])
      const { keptAs } = restoreFile(backup, damaged, NOW)
      expect(existsSync(join(place, keptAs ?? ''))).toBe(true)
      expect(verifyFile(damaged).ok).toBe(true)
    }
    for (const code of codes) expect(['opened', 'file.damaged', 'file.foreign', 'file.unwritable']).toContain(code)
  })
})

describe('a file from a newer program', () => {
  it.each([1, 10])(
    'by %i is refused by name, also when only its journal says so, and keeps every byte',
    (ahead) => {
      const folder = scratchFolder()
      const { path } = school(folder)
      const killed = join(folder, 'killed')
      mkdirSync(killed)
      const database = new BetterSqlite(path)
      database.pragma('journal_mode = WAL')
      database.pragma(`user_version = ${newestVersion(schoolMigrations) + ahead}`)
      for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(killed, `S.cpdschool${end}`))
      database.close()
      const before = contentsOf(killed)
      const damaged = join(killed, 'S.cpdschool')
      expect(outcome(() => openSchoolFile(damaged, { clock }).close())).toBe('file.newer')
      expect(outcome(() => void verifyFile(damaged))).toBe('file.newer')
      expect(contentsOf(killed)).toEqual(before)
    },
  )
})

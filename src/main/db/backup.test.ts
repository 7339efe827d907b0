import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../shared/kernel/clock'
import { Refusal } from '../../shared/kernel/result'
import { NOW, temporaryFolder } from '../../../tests/fixtures/school'
import { factsOf, verifyBackup, writeBackup } from './backup'
import { manifestPath, readManifests, writeManifests } from './backup-manifest'
import { sql } from './handle'
import { newId } from './ids'
import { restoreFile } from './restore'
import { finishInterruptedRestore, waitingPath } from './restore-swap'
import { createSchoolFile, openSchoolFile, type SchoolFile } from './school-file'

const clock = fixedClock(NOW)
const about = { kind: 'by-hand', atUtc: NOW, appVersion: '1.2.3', fileName: 'S.cpdschool' } as const

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'ok'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
}

function addTeam(file: SchoolFile, name: string): void {
  file.write({ channel: 'test' }, (db) =>
    db.runOne(sql.insertInto('team').values({ id: newId(), name, is_archived: 0 })),
  )
}

const teamsOf = (file: SchoolFile) =>
  file.read.all(sql.selectFrom('team').select('name').orderBy('name')).map((t) => t.name)

/** SQLite's own scratch file, which a read-only look leaves, holds nothing. */
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('-shm'))
    .sort()

/** A school file with team A, a backup of it, and then team B in the file. */
function backedUp(): { path: string; backup: string; file: SchoolFile } {
  const folder = temporaryFolder()
  const path = join(folder, 'S.cpdschool')
  const file = createSchoolFile(path, { clock })
  addTeam(file, 'A')
  const backup = join(folder, 'backups', 'B.cpdschool')
  file.withDatabase((database) => writeBackup(database, backup, about))
  addTeam(file, 'B')
  return { path, backup, file }
}

function teamsAt(path: string): string[] {
  const file = openSchoolFile(path, { clock })
  try {
    return teamsOf(file)
  } finally {
    file.close()
  }
}

describe('a backup', () => {
  it('is verified, described beside, and leaves nothing else', () => {
    const { backup, file } = backedUp()
    const { manifest, facts } = verifyBackup(backup)
    expect(manifest).toMatchObject({ ...about, schemaVersion: facts.schemaVersion })
    expect(facts.counts).toMatchObject({ team: 1, change: 1 })
    expect(readdirSync(dirname(backup)).sort()).toEqual(['B.cpdschool', 'B.cpdschool.json'])
    file.close()
  })

  it('of a file with work in its journal holds that work', () => {
    const { backup, file } = backedUp()
    file.withDatabase((database) => {
      writeBackup(database, backup, about)
      expect(verifyBackup(backup).facts).toEqual(factsOf(database))
    })
    expect(readManifests(backup)?.length).toBe(1)
    file.close()
  })

  it.each(['database', 'manifest'])('is refused when one bit of its %s is flipped', (part) => {
    const { backup, file } = backedUp()
    file.close()
    const path = part === 'database' ? backup : manifestPath(backup)
    const bytes = readFileSync(path)
    const at = part === 'database' ? bytes.length - 100 : bytes.indexOf('"sha256"') + 15
    bytes[at] = (bytes[at] as number) ^ 1
    writeFileSync(path, bytes)
    expect(codeOf(() => verifyBackup(backup))).toBe('backup.damaged')
  })

  it('is told from other files', () => {
    const folder = temporaryFolder()
    const foreign = join(folder, 'foreign.db')
    new BetterSqlite(foreign).exec('create table t (a)').close()
    const rubbish = join(folder, 'rubbish')
    writeFileSync(rubbish, 'no database '.repeat(100))
    expect(codeOf(() => verifyBackup(foreign))).toBe('backup.not-ours')
    expect(codeOf(() => verifyBackup(rubbish))).toBe('backup.not-ours')
    expect(codeOf(() => verifyBackup(join(folder, 'none')))).toBe('file.missing')
    expect(codeOf(() => verifyBackup(folder))).toBe('file.missing')
  })

  it('of a newer program is refused by name', () => {
    const { backup, file } = backedUp()
    file.close()
    const database = new BetterSqlite(backup)
    database.pragma('user_version = 99990')
    database.close()
    rmSync(manifestPath(backup))
    expect(codeOf(() => verifyBackup(backup))).toBe('file.newer')
  })

  it('that another replaces stands until the new one does, by either manifest', () => {
    const { backup, file } = backedUp()
    const old = readManifests(backup)?.[0]
    const copy = `${backup}.old`
    copyFileSync(backup, copy)
    const manifest = file.withDatabase((database) => writeBackup(database, backup, about))
    if (!old) throw new Error('no manifest')
    // As a kill between the two renames leaves it: both manifests, one of the two files.
    writeManifests(backup, [manifest, old])
    expect(verifyBackup(backup).manifest?.sha256).toBe(manifest.sha256)
    copyFileSync(copy, backup)
    expect(verifyBackup(backup).manifest?.sha256).toBe(old.sha256)
    file.close()
  })

  it('that cannot be written says so and leaves nothing', () => {
    const { path, file } = backedUp()
    const blocked = join(dirname(path), 'S.cpdschool', 'inside-a-file.cpdschool')
    expect(codeOf(() => file.withDatabase((database) => writeBackup(database, blocked, about)))).toBe(
      'backup.failed',
    )
    expect(teamsOf(file)).toEqual(['A', 'B'])
    file.close()
  })
})

describe('restoring', () => {
  it('brings back what was, and keeps what is under another name', () => {
    const { path, backup, file } = backedUp()
    file.close()
    const { keptAs } = restoreFile(backup, path, NOW)
    expect(keptAs).toBe('S before restore 2025-11-20 09-00-00.cpdschool')
    expect(teamsAt(path)).toEqual(['A'])
    expect(teamsAt(join(dirname(path), keptAs as string))).toEqual(['A', 'B'])
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('keeps the journal of a file that ended unclean with it', () => {
    const { path, backup, file } = backedUp()
    const killed = join(temporaryFolder(), 'S.cpdschool')
    copyFileSync(path, killed)
    copyFileSync(`${path}-wal`, `${killed}-wal`)
    const { keptAs } = restoreFile(backup, killed, NOW)
    expect(teamsAt(killed)).toEqual(['A'])
    expect(teamsAt(join(dirname(killed), keptAs as string))).toEqual(['A', 'B'])
    file.close()
  })

  it('replaces a damaged or foreign file and keeps it byte for byte', () => {
    const { path, backup, file } = backedUp()
    file.close()
    const rubbish = Buffer.from('damaged '.repeat(2_000))
    writeFileSync(path, rubbish)
    const { keptAs } = restoreFile(backup, path, NOW)
    expect(teamsAt(path)).toEqual(['A'])
    expect(readFileSync(join(dirname(path), keptAs as string)).equals(rubbish)).toBe(true)
  })

  it('works where there is no file', () => {
    const { backup, file } = backedUp()
    file.close()
    const path = join(temporaryFolder(), 'new', 'S.cpdschool')
    expect(restoreFile(backup, path, NOW).keptAs).toBeNull()
    expect(teamsAt(path)).toEqual(['A'])
  })

  it('gives a file that can be written where the backup is marked read-only, as on a stick or a CD', () => {
    const { path, backup, file } = backedUp()
    file.close()
    chmodSync(backup, 0o444)
    restoreFile(backup, path, NOW)
    expect(statSync(path).mode & 0o200).toBe(0o200)
    expect(statSync(backup).mode & 0o200).toBe(0)
    const again = openSchoolFile(path, { clock })
    addTeam(again, 'C')
    again.close()
  })

  it('brings along what stands in the journal of a file that was copied while it was open', () => {
    const { path, file } = backedUp()
    addTeam(file, 'in the journal')
    const copied = join(temporaryFolder(), 'copied.cpdschool')
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copied}${end}`)
    expect(statSync(`${copied}-wal`).size).toBeGreaterThan(0)
    file.close()
    restoreFile(copied, path, NOW)
    expect(teamsAt(path)).toEqual(['A', 'B', 'in the journal'])
  })

  it('refuses a damaged backup, and a file that is open, and changes nothing', () => {
    const { path, backup, file } = backedUp()
    expect(codeOf(() => restoreFile(backup, path, NOW))).toBe('file.in-use')
    file.close()
    const bytes = readFileSync(backup)
    bytes[5_000] = (bytes[5_000] as number) ^ 4
    writeFileSync(backup, bytes)
    expect(codeOf(() => restoreFile(backup, path, NOW))).toBe('backup.damaged')
    expect(teamsAt(path)).toEqual(['A', 'B'])
    expect(filesIn(dirname(path))).toEqual(['S.cpdschool', 'backups'])
  })
})

describe('a restore that was killed', () => {
  const marker = (path: string) => `${path}.restoring.json`

  it('before the decision leaves the old file, and the next opening tidies up', () => {
    const { path, backup, file } = backedUp()
    file.close()
    copyFileSync(backup, waitingPath(path))
    expect(teamsAt(path)).toEqual(['A', 'B'])
    expect(existsSync(waitingPath(path))).toBe(false)
  })

  it.each(['nothing done', 'kept', 'journals gone', 'renamed'])('after the decision is finished: %s', (reached) => {
    const { path, backup, file } = backedUp()
    file.close()
    const sha256 = verifyBackup(backup).sha256
    const kept = `${path}.kept.cpdschool`
    copyFileSync(backup, waitingPath(path))
    writeFileSync(marker(path), JSON.stringify({ sha256, keptAs: basename(kept) }))
    if (reached !== 'nothing done') copyFileSync(path, kept)
    if (reached === 'renamed') {
      copyFileSync(waitingPath(path), path)
      rmSync(waitingPath(path))
    }
    expect(teamsAt(path)).toEqual(['A'])
    expect(teamsAt(kept)).toEqual(['A', 'B'])
    expect(existsSync(marker(path))).toBe(false)
  })

  it('whose waiting file was damaged since is taken back, journal and all', () => {
    const { path, file } = backedUp()
    const killed = join(temporaryFolder(), 'S.cpdschool')
    copyFileSync(path, killed)
    // The journal had its second name already and had gone.
    copyFileSync(path, `${killed}.kept`)
    copyFileSync(`${path}-wal`, `${killed}.kept-wal`)
    file.close()
    writeFileSync(waitingPath(killed), 'half')
    writeFileSync(marker(killed), JSON.stringify({ sha256: '0'.repeat(64), keptAs: 'S.cpdschool.kept' }))
    finishInterruptedRestore(killed)
    expect(teamsAt(killed)).toEqual(['A', 'B'])
    expect(filesIn(dirname(killed))).toEqual(['S.cpdschool'])
  })
})

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import type { BackupKind } from '../../shared/features/backup/model'
import { Refusal } from '../../shared/kernel/result'
import { flushFile, flushFolder, sha256OfFile } from '../lib/files'
import { manifestPath, readManifests, writeManifests, type BackupManifest } from './backup-manifest'
import { refusalFor } from './errors'
import { integrityProblems } from './integrity-check'
import { newestVersion, versionOf } from './migrate'
import { schoolMigrations } from './migrations/index'
import { SCHOOL_APPLICATION_ID } from './pragmas'
import { readAnywhere } from './read-only-place'
import { recognise } from './school-file'

/** A bare connection, for those who hand one on without using it: only `main/db` opens and asks a database. */
export type OpenDatabase = Database

export interface BackupAbout {
  readonly kind: BackupKind
  readonly atUtc: string
  readonly appVersion: string
  /** The name of the school file, without its folder. */
  readonly fileName: string
}

/** What a school file holds, counted. Two files with the same facts hold the same changes. */
export interface FileFacts {
  readonly schemaVersion: number
  readonly schoolName: string
  readonly counts: Readonly<Record<string, number>>
  readonly newestChangeId: string | null
  readonly newestChangeAtUtc: string | null
}

/**
 * Makes a backup of an open file: `VACUUM INTO` a temporary neighbour, opened read-only and checked in full against
 * the live file, flushed, hashed, and only then given its name, with a manifest beside it (reliability, 2.4). Nothing
 * is called saved before it is verified. A backup of the same name is replaced; a kill leaves the old one or the new.
 * Throws Refusals `file.disk-full`, `file.damaged` (the live file) and `backup.failed`.
 */
export function writeBackup(database: Database, target: string, about: BackupAbout): BackupManifest {
  const temporary = `${target}.${process.pid}.part`
  try {
    mkdirSync(dirname(target), { recursive: true })
    clearLeftovers(target)
    const live = factsOf(database)
    // Not through `fs`: reading the live file in this process would drop its lock.
    database.prepare('vacuum into ?').run(temporary)
    assertSameFacts(live, inspect(temporary))
    flushFile(temporary)
    const manifest: BackupManifest = {
      ...about,
      ...live,
      counts: { ...live.counts },
      byteCount: statSync(temporary).size,
      sha256: sha256OfFile(temporary),
    }
    giveItsName(temporary, target, manifest)
    return manifest
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary)
    throw asBackupRefusal(cause)
  }
}

/** The manifest goes first, beside the one it replaces, so that at every moment one of the two fits the file. */
export function giveItsName(temporary: string, target: string, manifest: BackupManifest): void {
  const before = manifestOrNone(target)
  writeManifests(target, before ? [manifest, before] : [manifest])
  renameSync(temporary, target)
  flushFolder(dirname(target))
  if (before) writeManifests(target, [manifest])
}

/** The manifest of the backup that is replaced, if it has one that can be read: a damaged one protects nothing. */
function manifestOrNone(target: string): BackupManifest | undefined {
  try {
    const manifests = readManifests(target) ?? []
    return manifests.length < 2 ? manifests[0] : manifests.find((each) => each.sha256 === sha256OfFile(target))
  } catch {
    return undefined
  }
}

/** True for the name of a copy that was never finished, and of a journal beside one. */
export function isUnfinished(name: string): boolean {
  return /\.part(-wal|-shm|-journal)?$/.test(name)
}

/** What a kill left behind beside this name. */
export function clearLeftovers(target: string): void {
  const prefix = `${basename(target)}.`
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(prefix) && isUnfinished(name)) rmSync(join(dirname(target), name), { force: true })
  }
}

/**
 * Checks a backup before anything is done with it: its SHA-256 against its manifest first (SQLite finds only a quarter
 * of single flipped bits), then whose it is, its version, its inner order and what it holds. `manifest` is undefined
 * for a copy that came without one. Throws Refusals `file.missing`, `backup.damaged`, `backup.not-ours`, `file.newer`.
 */
export function verifyBackup(path: string): {
  manifest: BackupManifest | undefined
  facts: FileFacts
  sha256: string
  byteCount: number
} {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Refusal('file.missing')
  const manifests = readManifests(path)
  const sha256 = sha256OfFile(path)
  const manifest = manifests?.find((each) => each.sha256 === sha256)
  if (manifests && !manifest) throw new Refusal('backup.damaged')
  const facts = inspect(path)
  if (manifest) assertSameFacts(manifest, facts)
  return { manifest, facts, sha256, byteCount: statSync(path).size }
}

/**
 * Copies a school file that nobody has open to a free place, whole or not at all, journal included. Throws Refusals
 * `file.exists`, `file.in-use`, `file.foreign`, `file.newer`, `file.damaged`, `file.disk-full`.
 */
export function copySchoolFile(from: string, target: string): void {
  if (existsSync(target)) throw new Refusal('file.exists')
  readAnywhere(from, (path) => copyReadable(path, target))
}

function copyReadable(from: string, target: string): void {
  recognise(from)
  const temporary = `${target}.${process.pid}.part`
  try {
    const database = new BetterSqlite(from, { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      const facts = factsOf(database)
      database.prepare('vacuum into ?').run(temporary)
      assertSameFacts(facts, inspect(temporary))
    } finally {
      database.close()
    }
    flushFile(temporary)
    renameSync(temporary, target)
    flushFolder(dirname(target))
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw refusalFor(cause)
  }
}

/** Removes a backup and its manifest; the manifest last, so that a kill leaves nothing that looks like a backup. */
export function deleteBackup(path: string): void {
  rmSync(path, { force: true })
  rmSync(manifestPath(path), { force: true })
}

/** Counts what an open file holds, of whatever schema version it is. */
export function factsOf(database: Database): FileFacts {
  const tables = database
    .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
  const counts = Object.fromEntries(
    tables.map((name) => [name, Number(database.prepare(`select count(*) from main."${name}"`).pluck().get())]),
  )
  const newest = tables.includes('change')
    ? (database.prepare('select id, at_utc from change order by id desc limit 1').get() as
        { id: string; at_utc: string } | undefined)
    : undefined
  const schoolName = tables.includes('school_profile')
    ? database.prepare('select name from school_profile order by valid_from desc limit 1').pluck().get()
    : undefined
  return {
    schemaVersion: versionOf(database),
    schoolName: typeof schoolName === 'string' ? schoolName : '',
    counts,
    newestChangeId: newest?.id ?? null,
    newestChangeAtUtc: newest?.at_utc ?? null,
  }
}

/**
 * Opens a file that nobody works in, read-only, checks it in full and counts what it holds. Throws Refusals
 * `backup.not-ours`, `file.newer` and `backup.damaged`.
 */
export function inspect(path: string): FileFacts {
  return readAnywhere(path, inspectInPlace)
}

function inspectInPlace(path: string): FileFacts {
  try {
    const database = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      assertOurs(database)
      if (integrityProblems(database, 1).length > 0) throw new Refusal('backup.damaged')
      if ((database.pragma('foreign_key_check') as unknown[]).length > 0) throw new Refusal('backup.damaged')
      return factsOf(database)
    } finally {
      database.close()
    }
  } catch (cause) {
    throw asDamage(cause)
  }
}

function assertOurs(database: Database): void {
  if (Number(database.pragma('application_id', { simple: true })) !== SCHOOL_APPLICATION_ID) {
    throw new Refusal('backup.not-ours')
  }
  const version = versionOf(database)
  const known = newestVersion(schoolMigrations)
  if (version > known) throw new Refusal('file.newer', { version, known })
}

function asDamage(cause: unknown): unknown {
  const refusal = refusalFor(cause)
  if (!(refusal instanceof Refusal)) return refusal
  if (refusal.code === 'file.foreign') return new Refusal('backup.not-ours')
  if (refusal.code === 'file.damaged') return new Refusal('backup.damaged')
  return refusal
}

/** Every table counts the same and the newest change is the same; else the copy is not what was asked for. */
export function assertSameFacts(expected: FileFacts, actual: FileFacts): void {
  const tables = new Set([...Object.keys(expected.counts), ...Object.keys(actual.counts)])
  const isSame =
    expected.schemaVersion === actual.schemaVersion &&
    expected.newestChangeId === actual.newestChangeId &&
    [...tables].every((table) => expected.counts[table] === actual.counts[table])
  if (!isSame) throw new Refusal('backup.damaged')
}

/** A fault while a backup is made as what it means: a full or damaged disk, or `backup.failed`. Bugs come back as they are. */
export function asBackupRefusal(cause: unknown): unknown {
  const refusal = refusalFor(cause)
  if (refusal instanceof Refusal) {
    if (refusal.code === 'file.disk-full' || refusal.code === 'file.damaged') return refusal
  } else if (!(cause instanceof Error && 'code' in cause)) {
    return cause
  }
  const failed = new Refusal('backup.failed')
  failed.cause = cause
  return failed
}

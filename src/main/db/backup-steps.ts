import { mkdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'
import { flushFile, sha256OfFile } from '../lib/files'
import {
  asBackupRefusal,
  assertSameFacts,
  clearLeftovers,
  factsOf,
  giveItsName,
  inspect,
  type BackupAbout,
  type FileFacts,
} from './backup'
import type { BackupManifest } from './backup-manifest'

/** A copy that was checked in full, flushed and hashed. */
export interface Sealed {
  readonly facts: FileFacts
  readonly sha256: string
  readonly byteCount: number
}

/** Turns a raw copy into a sealed one at another place; the raw copy is gone afterwards. Throws Refusals `backup.*`. */
export type Sealer = (raw: string, temporary: string) => Promise<Sealed>

/** Pages copied between two looks at whatever else waits: some 400 KB, about a millisecond. */
const PAGES_A_STEP = 100
/** Pages after which the disk is given time to take what was written, so that the last step has little to flush. */
const PAGES_A_FLUSH = 1_000

/**
 * Makes a backup as {@link writeBackup} does, without holding up the work: the pages are copied in small steps between
 * which other changes may come (they are in the copy), and the copy is packed, checked, flushed and hashed by
 * `seal`, which the window gives a process of its own. Throws Refusals `file.disk-full`, `file.damaged` and `backup.failed`
 * (also when the file was closed meanwhile).
 */
export async function writeBackupInSteps(
  database: Database,
  target: string,
  about: BackupAbout,
  seal: Sealer,
): Promise<BackupManifest> {
  const temporary = `${target}.${process.pid}.part`
  const raw = `${target}.${process.pid}.raw.part`
  try {
    mkdirSync(dirname(target), { recursive: true })
    clearLeftovers(target)
    const live = await copyPages(database, raw)
    // Starting a process takes a while too: not in the same turn as the last step.
    await nextTurn()
    const { facts, sha256, byteCount } = await seal(raw, temporary)
    assertSameFacts(live, facts)
    const manifest: BackupManifest = { ...about, ...live, counts: { ...live.counts }, byteCount, sha256 }
    giveItsName(temporary, target, manifest)
    return manifest
  } catch (cause) {
    for (const path of [raw, temporary]) rmSync(path, { force: true })
    throw database.open ? asBackupRefusal(cause) : new Refusal('backup.failed')
  }
}

/** Copies the pages as they are at the end of the copying, and says what the live file held at that moment. */
async function copyPages(database: Database, raw: string): Promise<FileFacts> {
  let isFlushing = false
  let flushAt: number | undefined
  const flush = async (): Promise<void> => {
    try {
      const handle = await open(raw, 'r+')
      await handle.datasync().finally(() => handle.close())
    } catch {
      // Only so that the last step is short; sealing flushes what counts.
    }
    isFlushing = false
  }
  await database.backup(raw, {
    progress: ({ remainingPages }) => {
      if (isFlushing) return 0
      flushAt ??= remainingPages - PAGES_A_FLUSH
      if (remainingPages < flushAt) {
        flushAt = remainingPages - PAGES_A_FLUSH
        isFlushing = true
        void flush()
      }
      return PAGES_A_STEP
    },
  })
  // Nothing can have come between: this runs in the same turn as the last step.
  return factsOf(database)
}

/**
 * Packs a raw copy (free pages hold what was deleted), checks the result in full, flushes and hashes it. Runs for as long
 * as that takes; the raw copy is gone afterwards.
 */
export function sealCopy(raw: string, temporary: string): Sealed {
  const database = new BetterSqlite(raw, { fileMustExist: true, timeout: 0 })
  try {
    // The copy says, as the live file does, that a journal belongs to it; this one has none.
    database.pragma('journal_mode = DELETE')
    database.prepare('vacuum into ?').run(temporary)
  } finally {
    database.close()
    rmSync(raw, { force: true })
  }
  const facts = inspect(temporary)
  flushFile(temporary)
  return { facts, sha256: sha256OfFile(temporary), byteCount: statSync(temporary).size }
}

/** Seals in this process: on the command line and in tests, where nobody waits for a window. */
export const sealHere: Sealer = async (raw, temporary) => sealCopy(raw, temporary)

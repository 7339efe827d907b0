import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import { copyWritable, flushFile, sha256OfFile } from '../lib/files'
import { copySchoolFile, verifyBackup } from './backup'
import type { BackupManifest } from './backup-manifest'
import { refusalFor } from './errors'
import { finishInterruptedRestore, swapIn, waitingPath } from './restore-swap'
import { recognise } from './school-file'

/**
 * Puts a backup in the place of a school file, which must not be open here. The backup is verified first; the current
 * file, be it whole, damaged or foreign, is kept as `<name> before restore <time>`. A kill leaves the old file or the
 * new one, never neither. Throws Refusals of {@link verifyBackup}, `file.in-use`, `file.disk-full`, `file.unwritable`.
 */
export function restoreFile(
  backup: string,
  target: string,
  nowUtc: string,
): { manifest: BackupManifest | undefined; keptAs: string | null } {
  try {
    finishInterruptedRestore(target)
    const { manifest, sha256 } = verifyBackup(backup)
    assertNotInUse(target)
    const brought = bringBeside(backup, target, sha256)
    const name = basename(target, extname(target))
    return { manifest, keptAs: swapIn(target, brought, `${name} before restore ${forFileName(nowUtc)}`) }
  } catch (cause) {
    throw refusalFor(cause)
  }
}

/** `2025-11-20 09-00-00`: an instant (UTC) as part of a file name on any system. */
export function forFileName(instantUtc: string): string {
  return instantUtc.slice(0, 19).replace('T', ' ').replaceAll(':', '-')
}

/** Asked read-only, so that a damaged or foreign file keeps every byte. */
function assertNotInUse(target: string): void {
  if (!existsSync(target)) return
  try {
    recognise(target)
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'file.in-use') throw cause
  }
}

/** Copies the verified backup beside the file and gives the SHA-256 of what now waits there. */
function bringBeside(backup: string, target: string, sha256: string): string {
  const waiting = waitingPath(target)
  try {
    mkdirSync(dirname(target), { recursive: true })
    if ((statSync(`${backup}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      // A school file as a dead PC left it: its last changes stand in the journal, and were there when it was verified.
      rmSync(waiting, { force: true })
      copySchoolFile(backup, waiting)
      return sha256OfFile(waiting)
    }
    copyWritable(backup, waiting)
    flushFile(waiting)
    if (sha256OfFile(waiting) !== sha256) throw new Refusal('backup.damaged')
    return sha256
  } catch (cause) {
    rmSync(waiting, { force: true })
    throw cause
  }
}

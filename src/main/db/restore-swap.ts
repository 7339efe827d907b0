import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import {
  copyWritable,
  firstFreeName,
  flushFile,
  flushFolder,
  isSystemError,
  sha256OfFile,
  writeFileWhole,
} from '../lib/files'

/**
 * Putting one file in the place of another so that a kill at any moment leaves the old one or the new one. The new
 * file waits as `.restoring.part`, whole and flushed. Writing the marker is the decision: whatever happens after it is
 * finished by whoever opens the file next ({@link finishInterruptedRestore}), each step being one that can be done
 * again. The old file gets its second name, the journals go (a stale one would be replayed into the new file), and the
 * new file takes the name.
 */
const zMarker = z.object({ sha256: z.string(), keptAs: z.string().nullable() })
type Marker = z.infer<typeof zMarker>

const markerPath = (target: string): string => `${target}.restoring.json`
/** Where the new file waits. */
export const waitingPath = (target: string): string => `${target}.restoring.part`
const journals = ['-wal', '-shm', '-journal'] as const

/**
 * Puts the waiting file, of this SHA-256, in the place of the target. Returns the name under which the file from
 * before was kept, or null when there was none.
 */
export function swapIn(target: string, sha256: string, keptName: string): string | null {
  const extension = extname(target).slice(1) || 'cpdschool'
  const keptAs = existsSync(target) ? basename(firstFreeName(dirname(target), keptName, extension)) : null
  const marker: Marker = { sha256, keptAs }
  try {
    writeFileWhole(markerPath(target), JSON.stringify(marker))
    flushFolder(dirname(target))
    keep(target, marker)
  } catch (cause) {
    takeBack(target, marker)
    throw cause
  }
  finish(target, marker)
  return keptAs
}

/**
 * Finishes, or takes back, a restore that was killed. Called before a school file is opened; does nothing when there
 * is nothing to finish.
 */
export function finishInterruptedRestore(target: string): void {
  const marker = readMarker(target)
  const waiting = waitingPath(target)
  if (!marker) {
    // Killed before the decision: the old file stands. A marker that cannot be read was never decided either.
    rmSync(waiting, { force: true })
    rmSync(markerPath(target), { force: true })
    clearHalfMarkers(target)
  } else if (existsSync(waiting) && sha256OfFile(waiting) !== marker.sha256) {
    takeBack(target, marker)
  } else {
    finish(target, marker)
  }
}

/** Markers whose writing was killed. */
function clearHalfMarkers(target: string): void {
  const folder = dirname(target)
  if (!existsSync(folder)) return
  const prefix = `${basename(markerPath(target))}.`
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && name.endsWith('.part')) rmSync(join(folder, name), { force: true })
  }
}

function finish(target: string, marker: Marker): void {
  if (existsSync(waitingPath(target))) {
    keep(target, marker)
    for (const journal of journals) rmSync(`${target}${journal}`, { force: true })
    renameSync(waitingPath(target), target)
    flushFolder(dirname(target))
  }
  rmSync(markerPath(target), { force: true })
}

/** Gives the old file, and what its journal holds, a second name. */
function keep(target: string, { keptAs }: Marker): void {
  if (keptAs === null) return
  const kept = join(dirname(target), keptAs)
  giveSecondName(target, kept)
  const journal = `${target}-wal`
  if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0) giveSecondName(journal, `${kept}-wal`)
  flushFolder(dirname(target))
}

/** The swap cannot be done (a full disk, a waiting file damaged in between): the old file stays what it was. */
function takeBack(target: string, { keptAs }: Marker): void {
  if (keptAs !== null) {
    const kept = join(dirname(target), keptAs)
    // The journal may have gone already; its second name brings it back.
    if (existsSync(`${kept}-wal`) && !existsSync(`${target}-wal`)) giveSecondName(`${kept}-wal`, `${target}-wal`)
    for (const name of [kept, `${kept}-wal`, `${kept}.part`, `${kept}-wal.part`]) rmSync(name, { force: true })
  }
  rmSync(waitingPath(target), { force: true })
  rmSync(markerPath(target), { force: true })
}

/** A hard link where the file system has them, else a whole copy. Done again, it changes nothing. */
function giveSecondName(from: string, to: string): void {
  if (existsSync(to)) return
  try {
    linkSync(from, to)
  } catch (cause) {
    if (isSystemError(cause, 'ENOSPC', 'EDQUOT', 'ENOENT')) throw cause
    copyWritable(from, `${to}.part`)
    flushFile(`${to}.part`)
    renameSync(`${to}.part`, to)
  }
}

function readMarker(target: string): Marker | undefined {
  try {
    return zMarker.parse(JSON.parse(readFileSync(markerPath(target), 'utf8')))
  } catch {
    return undefined
  }
}

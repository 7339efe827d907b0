import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import { copyWritable } from '../lib/files'
import { refusalFor } from './errors'

/**
 * Reads a school file that nobody has open, wherever it lies. A file with a journal can be read only where an index of
 * the journal can be written beside it: on a disk or a share that takes nothing, SQLite does not open it at all. There
 * `work` is given a copy with its journal, which is gone afterwards. Throws what `work` throws, Refusals of the disk,
 * and `file.in-use` when the file changes meanwhile, because such a copy would be of no moment that ever was.
 */
export function readAnywhere<T>(path: string, work: (path: string) => T): T {
  try {
    return work(path)
  } catch (cause) {
    if (!(cause instanceof Refusal && cause.code === 'file.unwritable')) throw cause
    return onACopy(path, work)
  }
}

function onACopy<T>(path: string, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-read-'))
  try {
    const copy = join(folder, 'copy.cpdschool')
    const before = stateOf(path)
    copyWritable(path, copy)
    if (existsSync(`${path}-wal`)) copyWritable(`${path}-wal`, `${copy}-wal`)
    if (stateOf(path) !== before) throw new Refusal('file.in-use')
    return work(copy)
  } catch (cause) {
    throw refusalFor(cause)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Size and time of a file and its journal. */
function stateOf(path: string): string {
  const found = [path, `${path}-wal`].map((one) => statSync(one, { bigint: true, throwIfNoEntry: false }))
  return found.map((one) => (one === undefined ? 'none' : `${one.size}/${one.mtimeNs}`)).join(' ')
}

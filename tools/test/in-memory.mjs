import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** A run of all tests leaves less than half of this behind until it ends. */
const ROOM_BYTES = 6e9

/**
 * Does `work` with a folder for temporary files that lies in memory, where the system has one with room, and removes the
 * folder afterwards. Tests make thousands of school files, and every commit in one waits for the disk; the faults of a
 * disk are made by the tests themselves, so none is easier there.
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inMemory(env, work) {
  if (!hasRoom(MEMORY)) return work(env)
  const folder = mkdtempSync(join(MEMORY, 'cpd-tests-'))
  // As other temporary folders are: a test that works as another user comes through to its own.
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // Ctrl-C ends what runs in the step as well; what it wrote must not stay in memory.
  const interrupted = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await work({ ...env, TMPDIR: folder })
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    remove()
  }
}

/**
 * Whether a folder in memory can take what the tests write.
 * @param {string} folder
 */
export function hasRoom(folder) {
  // Node before 20.13 cannot tell.
  const free = 'availableMemory' in process ? process.availableMemory() : 0
  if (!existsSync(folder) || free < 2 * ROOM_BYTES) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= ROOM_BYTES
}

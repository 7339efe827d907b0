import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, speaker } from './run.mjs'
import { runNpm } from './node24.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.cpd-installed')
const npmsOwn = join(root, 'node_modules', '.package-lock.json')

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/** Whether node_modules is what package-lock.json asks for. */
function isInstalled() {
  // A link to another folder's packages is somebody's own arrangement: never emptied from here.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === lockHash()
  // Installed by hand: npm's own copy of the lock is newer than the lock.
  return existsSync(npmsOwn) && statSync(npmsOwn).mtimeMs >= statSync(lockFile).mtimeMs
}

/**
 * Installs the project's packages when they are missing or older than the lock file.
 * @param {string} node
 */
export async function ensureInstalled(node) {
  if (isInstalled()) return
  speaker.say('Installing packages (npm ci).')
  const { code } = await runNpm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'stderr')
  if (code !== 0) throw new Error('The packages could not be installed; is the network there?')
  writeFileSync(stampFile, lockHash())
}

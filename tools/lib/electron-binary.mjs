import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, speaker, withNode } from './run.mjs'

const folder = join(root, 'node_modules', 'electron')
const memory = join(root, '.cache', 'electron.json')

/** One attempt may take this long; asked for with `--fetch`, it may take its time. */
const PATIENCE_MS = 20_000
const LONG_PATIENCE_MS = 600_000

/** Electron's executable, if its download has happened. */
export function electronBinary() {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(dist, readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : undefined
}

/** @returns {string} the version that package.json asks for */
const wantedVersion = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** Whether fetching this version was tried before and failed. */
function triedInVain() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8')).failedVersion === wantedVersion()
  } catch {
    return false
  }
}

/**
 * Electron's executable, fetched once if need be. A failure is remembered; `again` tries once more.
 * @param {string} node
 * @param {boolean} again
 * @returns {Promise<string | undefined>}
 */
export async function ensureElectron(node, again) {
  const there = electronBinary()
  if (there || (triedInVain() && !again)) return there
  speaker.say(again ? "Fetching Electron's program." : "Fetching Electron's program (20 seconds at most).")
  const timeoutMs = again ? LONG_PATIENCE_MS : PATIENCE_MS
  await run(node, [join(folder, 'install.js')], { env: withNode(node), output: 'keep', timeoutMs })
  const fetched = electronBinary()
  if (!fetched) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(memory, JSON.stringify({ failedVersion: wantedVersion() }))
  }
  return fetched
}

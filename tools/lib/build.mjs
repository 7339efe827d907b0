import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { root, run, speaker, withNode } from './run.mjs'

/** Where the bundles go; `CPD_OUT_DIR` moves them. */
export const outDir = resolve(root, process.env['CPD_OUT_DIR'] ?? 'out')

/** The started bundle. */
export const mainBundle = join(outDir, 'main', 'index.js')

const stampFile = join(outDir, '.stamp.json')
const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** @returns {string[]} every file that the build reads */
function inputFiles() {
  return inputs
    .flatMap((name) => {
      const path = join(root, name)
      if (!existsSync(path)) return []
      if (statSync(path).isFile()) return [path]
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
        .map((entry) => join(entry.parentPath, entry.name))
    })
    .sort()
}

/**
 * @param {readonly string[]} files
 * @param {(path: string) => string | Buffer} facts
 */
function hash(files, facts) {
  const sum = createHash('sha256')
  for (const path of files) sum.update(relative(root, path)).update('\0').update(facts(path)).update('\0')
  return sum.digest('hex')
}

const quickFacts = (/** @type {string} */ path) => {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

/** @returns {{quick?: string, content?: string}} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

/** Builds when a source differs from what the bundles were made of: sizes and times first, contents only if those differ.
 * @param {string} node
 * @returns {Promise<boolean>} false when the build failed
 */
export async function ensureBuilt(node) {
  const files = inputFiles()
  const quick = hash(files, quickFacts)
  const stamp = readStamp()
  if (existsSync(mainBundle) && stamp.quick === quick) return true
  const content = hash(files, (path) => readFileSync(path))
  if (!existsSync(mainBundle) || stamp.content !== content) {
    speaker.say('Building CPD Binder.')
    if (!(await build(node))) return false
  }
  mkdirSync(outDir, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ quick, content }))
  return true
}

/**
 * Builds the three bundles. What the bundler says is shown only when it fails.
 * @param {string} node
 */
async function build(node) {
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, text } = await run(node, [script, 'build'], { env: withNode(node), output: 'keep' })
  if (code !== 0) process.stderr.write(text)
  return code === 0
}

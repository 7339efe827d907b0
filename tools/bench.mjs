// `npm run bench`: how fast the program is, as ratios from one run, each against a baseline on the same machine.
//   npm run bench -- [queries] [matching] [ledger] [start] [pdf] [editor]   only these parts
//   npm run bench -- --sizes school,trust,large         which sizes of school (school,trust,large unless given)
//   npm run bench -- --record                           writes docs/MEASUREMENTS.md; otherwise nothing is written
// Milliseconds are told and decide nothing. Exit code 1 when a ratio passes its goal.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ensureNode } from './lib/node24.mjs'
import { MEMORY_FLAGS, root, run, withNode } from './lib/run.mjs'

/** @typedef {{name: string, oursMs: number, baselineMs: number, ratio: number, goal: number, note?: string, alsoOk?: boolean}} Line */

const PARTS = ['queries', 'matching', 'ledger', 'start', 'pdf', 'editor']
const bundles = join(root, '.cache', 'bench')

/** The programs of the bench, each as one file; only better-sqlite3 and the host's `electron` stay outside. */
async function bundle() {
  const { build } = await import('vite')
  for (const name of ['main', 'measure', 'blank-main', 'pdf-main', 'editor-main']) {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(root, 'bench', `${name}.ts`),
        outDir: bundles,
        emptyOutDir: false,
        minify: false,
        rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3', 'electron', 'playwright-core'] },
    })
  }
}

/** @param {string} node @param {readonly string[]} args @returns {Promise<any>} the last line that the program wrote */
async function ask(node, args) {
  const { code, text } = await run(node, args, { env: withNode(node), output: 'keep' })
  const last = text.trim().split('\n').at(-1) ?? ''
  if (code !== 0) throw new Error(text.slice(-3_000))
  return JSON.parse(last)
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** @param {string} node @param {string} folder @returns {Promise<Line>} */
async function ledger(node, folder) {
  const main = join(bundles, 'main.mjs')
  await ask(node, [main, root, 'ledger-file', folder])
  const rounds = []
  for (let round = 0; round < 3; round += 1) {
    const ours = await ask(node, [...MEMORY_FLAGS, main, root, 'ledger-ours', folder])
    const byHand = await ask(node, [main, root, 'ledger-by-hand', folder])
    rounds.push({ ours, byHand })
  }
  const oursMs = median(rounds.map(({ ours }) => ours.ms))
  const baselineMs = median(rounds.map(({ byHand }) => byHand.ms))
  const megabytes = Math.max(...rounds.map(({ ours }) => ours.megabytes))
  return {
    name: '100,000 ledger rows, against csv-parse and prepared inserts',
    oursMs,
    baselineMs,
    ratio: oursMs / baselineMs,
    goal: 2.5,
    note: `${Math.round(megabytes)} MB at most, 300 allowed`,
    alsoOk: megabytes < 300,
  }
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`

async function main() {
  const args = process.argv.slice(2)
  const isRecorded = args.includes('--record')
  const sizesAt = args.indexOf('--sizes')
  const sizes = (sizesAt < 0 ? 'school,trust,large' : (args[sizesAt + 1] ?? '')).split(',')
  const asked = args.filter((name) => PARTS.includes(name))
  const parts = asked.length === 0 ? PARTS : asked
  const node = await ensureNode()
  await ensureInstalled(node)
  if (!(await ensureBuilt(node))) throw new Error('CPD Binder could not be built.')
  mkdirSync(bundles, { recursive: true })
  await bundle()
  const program = join(bundles, 'main.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'cpd-bench-'))
  /** @type {Line[]} */
  const lines = []
  /** @type {string[]} */
  const notes = []
  /** @param {{lines: Line[], notes?: string[]}} found */
  const take = (found) => {
    lines.push(...found.lines)
    notes.push(...(found.notes ?? []))
  }
  try {
    if (parts.includes('start'))
      take(await ask(node, [program, root, 'start', join(bundles, 'blank-main.mjs'), folder]))
    if (parts.includes('pdf')) {
      const { path } = await ask(node, [program, root, 'sample', folder])
      const register = pathToFileURL(join(root, 'tools', 'electron-on-chromium', 'register.mjs')).href
      take(await ask(node, ['--import', register, join(bundles, 'pdf-main.mjs'), root, path, folder]))
    }
    if (parts.includes('editor')) {
      const { path } = await ask(node, [program, root, 'sample', folder])
      take(await ask(node, [join(bundles, 'editor-main.mjs'), root, path]))
    }
    if (parts.includes('ledger')) take({ lines: [await ledger(node, folder)] })
    if (parts.includes('matching')) take(await ask(node, [program, root, 'matching']))
    if (parts.includes('queries')) take(await ask(node, [program, root, 'queries', ...sizes]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const { tableOf, isOk } = await import(pathToFileURL(join(bundles, 'measure.mjs')).href)
  const text = `${tableOf(lines)}\n\n${notes.map((note) => `- ${note}\n`).join('')}`
  process.stdout.write(`${text}\n`)
  if (isRecorded) {
    const day = new Date().toISOString().slice(0, 10)
    const head = `# Measurements\n\nMade by \`npm run bench -- --record\` on ${day}: ${machine}. Ratios from one run; milliseconds decide nothing.\n`
    writeFileSync(join(root, 'docs', 'MEASUREMENTS.md'), `${head}\n${text}`)
  }
  return lines.every((line) => isOk(line)) ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)

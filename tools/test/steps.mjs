import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../lib/build.mjs'
import { root, run, withNode } from '../lib/run.mjs'
import { countsOf } from './counts.mjs'
import { inMemory } from './in-memory.mjs'

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {object} Step
 * @property {string} name shown above the step's output
 * @property {(node: string) => Promise<Counts & {text?: string}>} work with what it said, where it did not show it
 * @property {string} [needs] the name of a step without which this one makes no sense
 * @property {boolean} [alone] uses every core by itself; the others run two at a time
 */

/** @type {(ok: boolean) => Counts} */
const single = (ok) => (ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })

/** @param {import('../lib/run.mjs').RunResult} result */
const check = ({ code, text }) => ({ ...single(code === 0), text })

const bin = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts)
const folders = () => ['src', 'tests', 'tools', 'bench', 'config'].filter((name) => existsSync(join(root, name)))

/** @param {string} node @param {readonly string[]} args */
const checked = async (node, args) => check(await run(node, args, { env: withNode(node), output: 'keep' }))

/** @param {string} node */
const format = (node) =>
  checked(node, [
    bin('prettier', 'bin', 'prettier.cjs'),
    '--check',
    '--no-error-on-unmatched-pattern',
    ...folders(),
  ])

/** @param {string} node */
const lint = (node) => {
  const linted = folders().filter((name) => name !== 'config')
  return checked(node, [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '-c', 'config/oxlint.json', ...linted])
}

/** @param {string} project */
const types = (project) => (/** @type {string} */ node) =>
  checked(node, [bin('typescript', 'bin', 'tsc'), '-p', `config/tsconfig.${project}.json`])

/** @param {string} node */
const build = async (node) => single(await ensureBuilt(node))

/**
 * @param {string} report where vitest writes what it counted
 * @param {readonly string[]} args
 */
const vitest = (report, args) => async (/** @type {string} */ node) => {
  const file = join(root, '.cache', report)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  // Dozens of programs load the same modules here: Node keeps them compiled.
  const env = { ...withNode(node), NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }
  const reporters = ['--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await inMemory(env, (here) =>
    run(node, [bin('vitest', 'vitest.mjs'), 'run', ...args, ...reporters], { env: here }),
  )
  return countsOf(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code)
}

/** @type {readonly Step[]} */
export const steps = [
  { name: 'format', work: format },
  { name: 'lint', work: lint },
  { name: 'types: shared', work: types('shared') },
  { name: 'types: main, cli, tests, tools', work: types('main') },
  { name: 'types: renderer', work: types('renderer') },
  { name: 'types: journeys', work: types('journeys') },
  { name: 'build', work: build },
  {
    name: 'unit, integration, golden, upgrade and small fault tests',
    work: vitest('unit-tests.json', []),
    alone: true,
  },
  {
    name: 'end-to-end journeys',
    work: vitest('e2e-tests.json', ['-c', 'config/vitest.e2e.ts']),
    needs: 'build',
    alone: true,
  },
]

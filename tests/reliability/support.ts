import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

/** True for `npm run test:faults`: the full numbers of every promise. */
export const isFull = process.env['CPD_FAULTS'] === 'full'

/** How often a fault is tried: the small number in `npm test`, the full one in `npm run test:faults`. */
export function times(small: number, full: number): number {
  return isFull ? full : small
}

/** Inside the project, so that a child finds better-sqlite3. */
const bundles = resolve('.cache', 'faults')

/**
 * A child program as one file that Node starts quickly, bundled as the application is: only better-sqlite3 stays
 * outside. Made once for each test file.
 */
export async function bundleChild(name: string): Promise<string> {
  const outDir = join(bundles, `${name}-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('tests/reliability/children', `${name}.ts`),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return join(outDir, 'child.mjs')
}

/** Removes what {@link bundleChild} made. Where it made nothing, nothing is removed: the folder of '' is the project. */
export function removeChild(child: string): void {
  const folder = dirname(resolve(child))
  if (dirname(folder) === bundles) rmSync(folder, { recursive: true, force: true })
}

export interface Killed {
  /** Whole lines that the child wrote before it ended. */
  readonly lines: readonly string[]
  readonly errors: string
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
}

export interface KillOptions {
  /** Milliseconds from the first line to the kill; none lets the child end by itself. */
  readonly killAfterMs?: number
  readonly env?: Readonly<Record<string, string>>
}

/** A child starts hundreds of times and is soon gone: tidying up meanwhile would be a fifth of its work. */
const roomForTheYoung = ['--min-semi-space-size=64', '--max-semi-space-size=64']

/** Runs a child program and kills it (SIGKILL) some time after its first line. Resolves when it is gone. */
export function runChild(child: string, args: readonly string[], options: KillOptions = {}): Promise<Killed> {
  const started = spawn(process.execPath, [...roomForTheYoung, child, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  const { killAfterMs } = options
  if (killAfterMs !== undefined) {
    started.stdout.once('data', () => setTimeout(() => started.kill('SIGKILL'), killAfterMs))
  }
  return ended(started)
}

function ended(child: ChildProcess): Promise<Killed> {
  let [out, errors] = ['', '']
  child.stdout?.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString()))
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) => {
      const lines = out.split('\n')
      // What follows the last line break is half a line, or nothing.
      lines.pop()
      done({ lines, errors, signal, code })
    })
  })
}

/** A folder for one test, removed when it has passed or failed. */
export function scratchFolder(under = tmpdir()): string {
  mkdirSync(under, { recursive: true })
  const folder = mkdtempSync(join(under, 'cpd-fault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A seeded source of numbers from 0 to 1, so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every file in a folder with the SHA-256 of its bytes, SQLite's own empty scratch file left out. */
export function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

/** Runs `work` for 0 … count − 1, two at a time. */
export async function twoAtATime(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++)
  }
  await Promise.all([lane(), lane()])
}

// The bench, as a program: `bench.mjs <root> <what> …`. Started by tools/bench.mjs, which puts the parts together.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { benchBinder } from './binder'
import { schoolOf } from './data'
import { growthLines } from './growth'
import { clearRound, importByHand, importOurs, ledgerFile } from './ledger'
import { matchingLines } from './matching'
import type { Line } from './measure'
import { queryLines } from './queries'
import { sizes, type Size } from './sizes'
import { startLine } from './start'

const [root = '.', what = '', ...rest] = process.argv.slice(2)
const cache = join(root, '.cache', 'bench-data')

async function queries(names: readonly Size['name'][]): Promise<unknown> {
  const files = names.map((name) => ({ size: sizes[name], path: schoolOf(sizes[name], cache, root) }))
  const data = join(cache, 'data')
  const lines: Line[] = []
  const notes: string[] = []
  // Of the largest size only the growth is asked.
  for (const { size, path } of files.filter(({ size }) => size.name !== 'large')) {
    const found = await queryLines(size, path, data, root)
    lines.push(...found.lines)
    notes.push(`${size.name}: ${found.quick} under 5 ms`)
  }
  for (const [index, large] of files.entries()) {
    const small = files[index - 1]
    if (small === undefined) continue
    const found = await growthLines(small, large, data, root)
    lines.push(...found.lines)
    if (large.size.name === 'large') notes.push(`large: ${found.quick} under 5 ms`)
  }
  return { lines, notes }
}

/** The sample school, made when it is not there. */
function sampleAt(folder: string): string {
  const path = join(folder, 'Sample.cpdschool')
  if (existsSync(path)) return path
  const binder = benchBinder(join(folder, 'sample'), root)
  binder.school.createSampleAt(path)
  binder.desk.clear()
  return path
}

async function run(): Promise<unknown> {
  const folder = rest[0] ?? ''
  switch (what) {
    case 'queries':
      return queries(rest as Size['name'][])
    case 'start':
      return { lines: [await startLine(rest[0] ?? '', sampleAt(rest[1] ?? ''), root)] }
    case 'matching':
      return { lines: await matchingLines() }
    case 'sample':
      return { path: sampleAt(folder) }
    case 'ledger-file':
      return { path: ledgerFile(folder) }
    case 'ledger-ours':
      clearRound(folder)
      return importOurs(join(folder, 'ledger.csv'), folder, root)
    case 'ledger-by-hand':
      clearRound(folder)
      return importByHand(join(folder, 'ledger.csv'), folder)
    default:
      throw new Error(`nothing called ${what}`)
  }
}

const value = await run()
if (value !== undefined) process.stdout.write(`${JSON.stringify(value)}\n`)

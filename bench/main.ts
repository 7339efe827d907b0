// The bench, as a program: `bench.mjs <root> <what> …`. Started by tools/bench.mjs, which puts the parts together.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { benchBinder } from './binder'
import { schoolOf } from './data'
import { clearRound, importByHand, importOurs, ledgerFile } from './ledger'
import { growthLines, queryLines, queryTimes, type QueryTimes } from './queries'
import { sizes, type Size } from './sizes'
import { startLine } from './start'

const [root = '.', what = '', ...rest] = process.argv.slice(2)
const cache = join(root, '.cache', 'bench-data')

async function queries(names: readonly Size['name'][]): Promise<unknown> {
  const wanted = names.map((name) => sizes[name])
  const times: QueryTimes[] = []
  for (const size of wanted) {
    const path = schoolOf(size, cache, root)
    const data = join(cache, 'data')
    times.push(
      size.name === 'large' ? await queryTimes(path, data, root) : await queryLines(size, path, data, root),
    )
  }
  const lines = times.flatMap((each) => each.lines)
  const growth = wanted.flatMap((size, index) => {
    const [before, now, sizeBefore] = [times[index - 1], times[index], wanted[index - 1]]
    return before && now && sizeBefore ? growthLines(before, now, [sizeBefore, size]) : []
  })
  const quick = wanted.map((size, index) => `${size.name}: ${times[index]?.quick ?? 0} under 5 ms`)
  return { lines: [...lines, ...growth], notes: quick }
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

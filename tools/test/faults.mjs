// `npm run test:faults`: the fault tests with the full numbers of every promise (hours rather than seconds). Arguments
// go to vitest, so that one kind can be run alone: `npm run test:faults -- power-loss`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from '../lib/install.mjs'
import { ensureNode } from '../lib/node24.mjs'
import { root, run, withNode } from '../lib/run.mjs'
import { countsOf, lineOf } from './counts.mjs'

const report = join(root, '.cache', 'fault-tests.json')

const node = await ensureNode()
await ensureInstalled(node)
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(report, { force: true })
const which = process.argv.slice(2).map((name) => `tests/reliability/${name}`)
const { code } = await run(
  node,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...(which.length === 0 ? ['tests/reliability'] : which),
    '--no-file-parallelism',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { env: { ...withNode(node), CPD_FAULTS: 'full' } },
)
const counts = countsOf(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code)
process.stdout.write(`${lineOf(counts)}\n`)
process.exit(counts.failed === 0 ? 0 : 1)

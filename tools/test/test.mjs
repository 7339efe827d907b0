// `npm test`: everything that can be checked on this computer, installing what that needs. The last line is the sum.
import { aptInstall, canInstallPackages } from '../lib/debian.mjs'
import { findBrowser } from '../lib/find-browser.mjs'
import { ensureInstalled } from '../lib/install.mjs'
import { ensureNode } from '../lib/node24.mjs'
import { onPath } from '../lib/run.mjs'
import { lineOf, sumOf } from './counts.mjs'
import { steps } from './steps.mjs'

/** A browser for the journeys, and poppler to read PDFs back. */
async function ensureTools() {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(onPath('pdftotext') ? [] : ['poppler-utils'])]
  if (missing.length === 0) return
  if (canInstallPackages() && (await aptInstall(missing))) return
  process.stdout.write(
    `Not found: ${missing.join(', ')}. Install Google Chrome, Chromium or Microsoft Edge, and poppler (pdftotext, pdfinfo).\n`,
  )
}

/** @param {number} since */
const secondsFrom = (since) => (Date.now() - since) / 1000

/**
 * Runs one step, and shows its output under its name: as it comes, or whole at its end where it ran beside another.
 * @param {string} node
 * @param {import('./steps.mjs').Step} step
 */
async function runStep(node, { name, work, alone }) {
  const heading = `\n=== ${name}\n`
  if (alone) process.stdout.write(heading)
  const before = Date.now()
  const { text = '', ...counts } = await work(node)
  const said = alone ? '' : `${heading}${text}`
  process.stdout.write(`${said}--- ${name}: ${lineOf(counts)} (${secondsFrom(before).toFixed(1)} s)\n`)
  return counts
}

async function main() {
  const started = Date.now()
  const node = await ensureNode()
  await ensureInstalled(node)
  await ensureTools()
  const installed = Date.now()
  /** @type {Map<string, import('./counts.mjs').Counts>} */
  const done = new Map()
  const quick = steps.filter(({ alone }) => !alone)
  const lane = async () => {
    for (let step = quick.shift(); step; step = quick.shift()) done.set(step.name, await runStep(node, step))
  }
  await Promise.all([lane(), lane()])
  for (const step of steps.filter(({ alone }) => alone)) {
    if (step.needs !== undefined && done.get(step.needs)?.failed)
      process.stdout.write(`\n=== ${step.name}\nnot run, because the ${step.needs} failed\n`)
    else done.set(step.name, await runStep(node, step))
  }
  const sum = sumOf([...done.values()])
  const seconds = secondsFrom(installed).toFixed(0)
  const before = ((installed - started) / 1000).toFixed(0)
  process.stdout.write(`\n${seconds} s, and ${before} s before for what had to be installed\n${lineOf(sum)}\n`)
  return sum.failed === 0 ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.stdout.write(`${lineOf({ passed: 0, failed: 1, skipped: 0 })}\n`)
    process.exit(1)
  },
)

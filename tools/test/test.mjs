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

async function main() {
  const started = Date.now()
  const node = await ensureNode()
  await ensureInstalled(node)
  await ensureTools()
  /** @type {Map<string, import('./counts.mjs').Counts>} */
  const done = new Map()
  for (const { name, work, needs } of steps) {
    process.stdout.write(`\n=== ${name}\n`)
    if (needs !== undefined && done.get(needs)?.failed) {
      process.stdout.write(`not run, because the ${needs} failed\n`)
      continue
    }
    const before = Date.now()
    const counts = await work(node)
    done.set(name, counts)
    process.stdout.write(`--- ${name}: ${lineOf(counts)} (${((Date.now() - before) / 1000).toFixed(1)} s)\n`)
  }
  const sum = sumOf([...done.values()])
  process.stdout.write(`\n${((Date.now() - started) / 1000).toFixed(0)} s in all\n${lineOf(sum)}\n`)
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

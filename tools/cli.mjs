#!/usr/bin/env node
// `cpd-binder` and `npm run -s cli -- <command> …`: the command line. Nothing but the command's own output goes to
// standard output. It always runs on Node with the Chromium stand-in, even where Electron's program is there: that
// starts in a fraction of a second, and a browser is only started when a page has to be drawn (a PDF).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, mainBundle } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ensureNode } from './lib/node24.mjs'
import { MEMORY_FLAGS, root, speaker, withNode } from './lib/run.mjs'

speaker.toStderr = true

async function main() {
  const node = await ensureNode()
  await ensureInstalled(node)
  if (!(await ensureBuilt(node))) throw new Error('CPD Binder could not be built; the messages above say why.')
  const register = pathToFileURL(join(root, 'tools', 'electron-on-chromium', 'register.mjs')).href
  const args = [...MEMORY_FLAGS, '--import', register, mainBundle, '--cli', ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit', env: { ...withNode(node), CPD_BROWSER: 'later' } })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)

// `npm start`: installs what is missing, builds if stale, opens CPD Binder in Electron or, without it, in a browser window.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, mainBundle } from '../lib/build.mjs'
import { ensureInstalled } from '../lib/install.mjs'
import { ensureNode } from '../lib/node24.mjs'
import { root, speaker, withNode } from '../lib/run.mjs'
import { hasDisplay, startXvfb } from './display.mjs'
import { chooseBrowser, chooseHost } from './host.mjs'

const register = pathToFileURL(join(root, 'tools', 'electron-on-chromium', 'register.mjs')).href
const OURS = ['--headless', '--fetch']
/** An Electron that dies this soon with an error could not open its window at all. */
const STILLBORN_MS = 5000

/** @typedef {import('./host.mjs').Host} Host */

/**
 * @param {Host} host
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{headed: boolean, display?: string | undefined, picture?: string | undefined}} how
 */
function startApp(host, node, args, { headed, display, picture }) {
  const env = {
    ...withNode(node),
    ...(display ? { DISPLAY: display } : {}),
    ...(host.kind === 'chromium' ? { CPD_CHROMIUM: host.path } : {}),
    ...(headed ? { CPD_HEADED: '1' } : {}),
    ...(picture ? { CPD_SCREENSHOT: picture } : {}),
  }
  const [file, before] = host.kind === 'electron' ? [host.path, [root]] : [node, ['--import', register, mainBundle]]
  return spawn(file, [...before, ...args], { cwd: root, env, stdio: 'inherit' })
}

/**
 * Waits for the application; a signal for us goes on to it, so that it can close its file and its window.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function ended(child) {
  return new Promise((resolve) => {
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      if (process.platform !== 'win32') child.kill(signal)
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, forward)
    const done = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code)
    }
    child.on('error', () => done(1))
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/**
 * Where the window is shown: on the screen, on a display in memory, or nowhere.
 * @param {boolean} headless
 */
async function prepareDisplay(headless) {
  if (!headless && hasDisplay(process.platform, process.env)) return { headed: true, stop: () => {} }
  const picture = join(root, '.cache', 'window.png')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const xvfb = headless ? undefined : await startXvfb()
  if (xvfb) {
    speaker.say('There is no display: the window opens on one in memory (Xvfb).')
    return { headed: true, display: xvfb.display, picture, stop: xvfb.stop }
  }
  speaker.say(
    headless ? 'No window is shown (headless).' : 'There is no display and no Xvfb: no window is shown (headless).',
  )
  return { headed: false, picture, stop: () => {} }
}

async function main() {
  const wishes = { headless: process.argv.includes('--headless'), fetch: process.argv.includes('--fetch') }
  const args = process.argv.slice(2).filter((arg) => !OURS.includes(arg))
  const node = await ensureNode()
  await ensureInstalled(node)
  if (!(await ensureBuilt(node))) throw new Error('CPD Binder could not be built; the messages above say why.')
  const display = await prepareDisplay(wishes.headless)
  try {
    let host = await chooseHost(node, { ...wishes, headless: !display.headed })
    if (!host)
      throw new Error(
        'CPD Binder needs a browser to show its window: install Google Chrome, Chromium or Microsoft Edge, then try again.',
      )
    const startedAt = Date.now()
    let code = await ended(startApp(host, node, args, display))
    if (host.kind === 'electron' && code !== 0 && Date.now() - startedAt < STILLBORN_MS) {
      speaker.say(`Electron could not start here (code ${code}).`)
      host = await chooseBrowser()
      if (host) code = await ended(startApp(host, node, args, display))
    }
    return code
  } finally {
    display.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)

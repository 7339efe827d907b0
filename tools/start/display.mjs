import { spawn } from 'node:child_process'
import { onPath } from '../lib/run.mjs'

/**
 * Whether this computer can show a window.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Starts a display in memory, if Xvfb is installed.
 * @returns {Promise<{display: string, stop: () => void} | undefined>}
 */
export async function startXvfb() {
  const path = onPath('Xvfb')
  if (!path) return undefined
  const child = spawn(path, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // Ctrl-C must reach the application first; we end the display ourselves.
    detached: true,
  })
  const number = await new Promise((/** @type {(text: string | undefined) => void} */ resolve) => {
    child.stdio[3]?.on('data', (/** @type {Buffer} */ part) => resolve(part.toString().trim()))
    child.on('error', () => resolve(undefined))
    child.on('exit', () => resolve(undefined))
  })
  if (!number) return undefined
  return { display: `:${number}`, stop: () => void child.kill() }
}

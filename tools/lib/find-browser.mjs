import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/**
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 * @typedef {(path: string) => boolean} Exists
 */

/**
 * Where Chrome, Chromium or Edge may lie, most wanted first.
 * @param {string} platform as `process.platform`
 * @param {Environment} env
 * @returns {string[]}
 */
export function browserPaths(platform, env) {
  if (platform === 'win32') return windowsPaths(env)
  if (platform === 'darwin') return macPaths(env)
  return linuxPaths(env)
}

/** @param {Environment} env */
function windowsPaths(env) {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
  const tails = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ]
  return tails.flatMap((tail) => roots.flatMap((root) => (root ? [win32.join(root, ...tail)] : [])))
}

/** @param {Environment} env */
function macPaths(env) {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  const roots = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])]
  return names.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)))
}

/** @param {Environment} env */
function linuxPaths(env) {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const folders = [...new Set([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin'])]
  const fixed = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
  return [...names.flatMap((name) => folders.map((folder) => posix.join(folder, name))), ...fixed]
}

/**
 * The browser to use, or undefined when there is none. `CPD_CHROMIUM` decides when it names something that exists.
 * @param {string} [platform]
 * @param {Environment} [env]
 * @param {Exists} [exists]
 * @returns {string | undefined}
 */
export function findBrowser(platform = process.platform, env = process.env, exists = existsSync) {
  const named = env['CPD_CHROMIUM']
  if (named && exists(named)) return named
  return browserPaths(platform, env).find((path) => exists(path))
}

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'stderr' | 'keep'} [output] shown as it comes, shown on standard error, or kept and given back
 * @property {number} [timeoutMs] the command is ended after this time
 * @property {boolean} [shell]
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 127 when the command could not be started, 124 when it ran out of time
 * @property {string} text what was kept of its output
 */

/**
 * Runs a command to its end in the project's folder. Never throws for a failing command.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(file, args, { env = process.env, output = 'show', timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const out = output === 'show' ? 'inherit' : output === 'stderr' ? process.stderr : 'pipe'
    const child = spawn(file, [...args], {
      cwd: root,
      env,
      stdio: ['ignore', out, output === 'keep' ? 'pipe' : 'inherit'],
      shell,
    })
    let text = ''
    let late = false
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true
            child.kill('SIGKILL')
          }, timeoutMs)
    const keep = (/** @type {Buffer} */ part) => (text += part.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, text: error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: late ? 124 : (code ?? 1), text })
    })
  })
}

/**
 * A copy of the environment in which this Node comes first.
 * @param {string} node path of the Node to use
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(node, env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: `${dirname(node)}${delimiter}${env[name] ?? ''}` }
}

/**
 * The program of this name on the PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function onPath(name, env = process.env) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean)
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`, name] : [name]
  return folders.flatMap((folder) => names.map((each) => join(folder, each))).find((path) => existsSync(path))
}

/** Where a program tells what it does: standard output, or standard error when the output belongs to a command. */
export const speaker = {
  toStderr: false,
  /** @param {string} line */
  say(line) {
    const stream = this.toStderr ? process.stderr : process.stdout
    stream.write(`${line}\n`)
  },
}

/**
 * How Node runs the command line: a small young generation. An import makes many short-lived rows, and by default V8
 * lets them grow to several times what is needed before it looks.
 */
export const MEMORY_FLAGS = ['--max-semi-space-size=16']

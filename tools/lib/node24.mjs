import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onPath, root, run, speaker, withNode } from './run.mjs'

/** The Node that everything is built and tested with; better-sqlite3 13 crashes below 22. */
export const NODE_VERSION = '24.21.0'

/**
 * The npm package that holds Node for a platform.
 * @param {string} platform as `process.platform`
 * @param {string} arch as `process.arch`
 * @returns {string | undefined} undefined where there is none
 */
export function nodePackage(platform, arch) {
  const known = ['linux-x64', 'linux-arm64', 'win-x64', 'win-arm64', 'darwin-x64', 'darwin-arm64']
  const name = `${platform === 'win32' ? 'win' : platform}-${arch}`
  return known.includes(name) ? `node-${name}` : undefined
}

/** @param {string} version as `process.versions.node` */
export const isNewEnough = (version) => Number(version.split('.')[0]) >= 24

/**
 * The Node to use: the one that runs if it is 24 or newer, else one installed beside the project.
 * @returns {Promise<string>} path of its executable
 */
export async function ensureNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const name = nodePackage(process.platform, process.arch)
  if (!name)
    throw new Error(`Node ${process.versions.node} is too old; install Node 24 from nodejs.org, then try again.`)
  const found = localNode(name)
  if (found) return found
  speaker.say(
    `Node ${process.versions.node} is too old for CPD Binder: installing Node ${NODE_VERSION} beside it (.node24).`,
  )
  mkdirSync(join(root, '.node24'), { recursive: true })
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    join(root, '.node24'),
    `${name}@${NODE_VERSION}`,
  ]
  const { code } = await runNpm(process.execPath, args, 'stderr')
  const installed = localNode(name)
  if (code !== 0 || !installed)
    throw new Error(`Node ${NODE_VERSION} could not be installed; install it from nodejs.org.`)
  return installed
}

/** @param {string} name */
function localNode(name) {
  const folder = join(root, '.node24', 'node_modules', name)
  const places = [join(folder, 'bin', 'node'), join(folder, 'bin', 'node.exe'), join(folder, 'node.exe')]
  return places.find((path) => existsSync(path))
}

/**
 * npm's own script, so that npm can be run on a Node of our choice.
 * @param {string} execPath the Node that npm came with
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function npmScript(execPath = process.execPath, env = process.env) {
  const besides = [
    join(dirname(execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const linked = process.platform === 'win32' ? undefined : onPath('npm', env)
  const real = linked ? realpathSync(linked) : undefined
  const candidates = [env['npm_execpath'], ...besides, real]
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
}

/**
 * Runs npm on the given Node: npm on an older one silently picks older versions.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {'show' | 'stderr'} output
 */
export async function runNpm(node, args, output) {
  const script = npmScript()
  if (script) return run(node, [script, ...args], { env: withNode(node), output })
  return run('npm', args, { env: withNode(node), output, shell: process.platform === 'win32' })
}

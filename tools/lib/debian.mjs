import { existsSync } from 'node:fs'
import { run, speaker } from './run.mjs'

/** Whether we may install packages of the system: only as root on Debian or a system made from it. */
export const canInstallPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')

/**
 * Installs packages of the system with apt, saying so.
 * @param {readonly string[]} names
 * @returns {Promise<boolean>}
 */
export async function aptInstall(names) {
  speaker.say(`Installing ${names.join(', ')} with apt-get (we are root on Debian).`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names]
  await run('apt-get', ['update', '-qq'], { env, output: 'stderr' })
  return (await run('apt-get', install, { env, output: 'stderr' })).code === 0
}

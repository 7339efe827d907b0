import { aptInstall, canInstallPackages } from '../lib/debian.mjs'
import { ensureElectron } from '../lib/electron-binary.mjs'
import { findBrowser } from '../lib/find-browser.mjs'
import { speaker } from '../lib/run.mjs'

/**
 * @typedef {{kind: 'electron' | 'chromium', path: string}} Host
 */

/** Electron will not run as root on Linux with its sandbox, and we do not switch that off. */
const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0

/**
 * What the application is shown with: Electron, else a browser of this computer, else one installed now.
 * @param {string} node
 * @param {{fetch: boolean, headless: boolean}} wishes
 * @returns {Promise<Host | undefined>}
 */
export async function chooseHost(node, { fetch, headless }) {
  if (!headless && !isRootOnLinux()) {
    const electron = await ensureElectron(node, fetch)
    if (electron) return { kind: 'electron', path: electron }
  }
  return chooseBrowser()
}

/** @returns {Promise<Host | undefined>} */
export async function chooseBrowser() {
  let browser = findBrowser()
  if (!browser && canInstallPackages() && (await aptInstall(['chromium']))) browser = findBrowser()
  if (!browser) return undefined
  speaker.say(`Electron's program is not used here; CPD Binder opens in a window of ${browser}.`)
  return { kind: 'chromium', path: browser }
}

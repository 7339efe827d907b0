import { BrowserWindow, type BrowserWindowConstructorOptions, type PrintToPDFOptions } from 'electron'
import type { HiddenWindow } from '../lib/host'
import { APP_ORIGIN } from './origin'
import { safeWebPreferences } from './window'

/** A4 with the page's own `@page` rules deciding margins and running heads; tagged, with an outline. */
export const PDF_OPTIONS: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** A page that has not said it is drawn after this long never will. */
const PATIENCE_MS = 60_000

/** A window for drawing A4, never shown. */
export function hiddenWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 794,
    height: 1123,
    show: false,
    title: 'CPD Binder',
    webPreferences: { ...safeWebPreferences(preload), backgroundThrottling: false },
  }
}

/**
 * Runs in the page: settles when the page has marked its root element `data-print="ready"` (every chart drawn, fonts
 * loaded) or `data-print="failed"`.
 */
const WHEN_DRAWN = `new Promise((resolve) => {
  const root = document.documentElement
  const look = () => {
    const state = root.dataset.print
    if (state !== 'ready' && state !== 'failed') return false
    document.fonts.ready.then(() => resolve(state))
    return true
  }
  if (!look()) new MutationObserver((_, me) => { if (look()) me.disconnect() }).observe(root, { attributes: true })
})`

/**
 * Opens a route of the application in a window nobody sees and waits until it is drawn.
 * Throws when the page says that it failed or says nothing within a minute; the window is closed then.
 */
export async function openPrintWindow(
  route: string,
  preload: string,
  trust: (contents: BrowserWindow['webContents']) => void,
): Promise<HiddenWindow> {
  const window = new BrowserWindow(hiddenWindowOptions(preload))
  trust(window.webContents)
  try {
    await window.loadURL(`${APP_ORIGIN}/index.html#${route.startsWith('/') ? route : `/${route}`}`)
    const state = await Promise.race([window.webContents.executeJavaScript(WHEN_DRAWN), tooLate()])
    if (state !== 'ready')
      throw new Error(`the page to print ${state === 'late' ? 'was not drawn in time' : 'failed'}`)
  } catch (error) {
    window.destroy()
    throw error
  }
  return {
    printToPdf: async () => new Uint8Array(await window.webContents.printToPDF(PDF_OPTIONS)),
    print: () =>
      new Promise((resolve) => window.webContents.print({ printBackground: true }, (success) => resolve(success))),
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}

function tooLate(): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS).unref())
}

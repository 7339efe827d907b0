import { BrowserWindow, type BrowserWindowConstructorOptions, type PrintToPDFOptions } from 'electron'
import type { HiddenWindow, Host } from '../lib/host'
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

/** How long the window stays for the next report: a person looks at a report, changes a word and looks again. */
const KEPT_MS = 2 * 60_000

/**
 * Runs in the page: gives it the route to draw, if it has another, and settles when the page has marked its root element
 * with this job and with `data-print="ready"` (every chart drawn, fonts loaded) or `data-print="failed"`.
 */
const whenDrawn = (route: string) => `new Promise((resolve) => {
  const root = document.documentElement
  const route = ${JSON.stringify(route)}
  const look = () => {
    const { print, job } = root.dataset
    if (!route.endsWith('/' + job) || (print !== 'ready' && print !== 'failed')) return false
    document.fonts.ready.then(() => resolve(print))
    return true
  }
  if (location.hash !== '#' + route) location.hash = route
  if (!look()) new MutationObserver((_, me) => { if (look()) me.disconnect() }).observe(root, { attributes: true })
})`

export interface PrintWindowNeeds {
  readonly preload: string
  readonly trust: (contents: BrowserWindow['webContents']) => void
  /** Milliseconds for which an unused window stays; {@link KEPT_MS} unless given. */
  readonly keptMs?: number
}

/**
 * Makes the function that opens a route of the print view (`/print/<token>`) in a window nobody sees and waits until it
 * is drawn. It throws when the page says that it failed or says nothing within a minute; that window is closed then.
 *
 * One window is kept for a while after its report, emptied, because to open one takes longer than to print; nothing of a
 * report is kept with it.
 */
export function printWindows({ preload, trust, keptMs = KEPT_MS }: PrintWindowNeeds): Host['openHiddenWindow'] {
  const kept = new KeptWindow(keptMs)
  return async (route) => {
    const waiting = kept.take()
    const window = waiting ?? freshWindow(preload, trust)
    try {
      if (!waiting) await window.loadURL(`${APP_ORIGIN}/print.html#${route}`)
      const state = await Promise.race([window.webContents.executeJavaScript(whenDrawn(route)), tooLate()])
      if (state !== 'ready')
        throw new Error(`the page to print ${state === 'late' ? 'was not drawn in time' : 'failed'}`)
    } catch (error) {
      window.destroy()
      throw error
    }
    return drawnWindow(window, kept)
  }
}

function freshWindow(preload: string, trust: PrintWindowNeeds['trust']): BrowserWindow {
  const window = new BrowserWindow(hiddenWindowOptions(preload))
  trust(window.webContents)
  // A page that has crashed will neither draw nor print.
  window.webContents.on('render-process-gone', () => window.destroy())
  return window
}

function drawnWindow(window: BrowserWindow, kept: KeptWindow): HiddenWindow {
  let isClosed = false
  return {
    printToPdf: async () => new Uint8Array(await window.webContents.printToPDF(PDF_OPTIONS)),
    print: () =>
      new Promise((resolve) => window.webContents.print({ printBackground: true }, (success) => resolve(success))),
    close: () => {
      if (!isClosed) kept.put(window)
      isClosed = true
    },
  }
}

/** The window that waits for the next report: one at most, empty, and not for long. */
class KeptWindow {
  readonly #keptMs: number
  #window: BrowserWindow | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(keptMs: number) {
    this.#keptMs = keptMs
  }

  take(): BrowserWindow | undefined {
    clearTimeout(this.#timer)
    const window = this.#window
    this.#window = undefined
    return window?.isDestroyed() === true ? undefined : window
  }

  put(window: BrowserWindow): void {
    if (window.isDestroyed()) return
    this.take()?.destroy()
    this.#window = window
    this.#timer = setTimeout(() => this.take()?.destroy(), this.#keptMs).unref()
    // Without a route the page draws nothing. Where it does not answer, it is of no use either.
    window.webContents.executeJavaScript("location.hash = ''").catch(() => {
      if (!window.isDestroyed()) window.destroy()
    })
  }
}

function tooLate(): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS).unref())
}

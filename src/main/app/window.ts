import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN } from './origin'

/** The preferences of every window, written out so that no default of a later Electron can change them. */
export function safeWebPreferences(
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
  }
}

/** Paper, as the first thing seen before the style sheet arrives. */
const PAPER = '#fdfcf9'

/** The options of the main window. */
export function mainWindowOptions(preload: string, icon: string): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 320,
    minHeight: 480,
    show: false,
    title: 'CPD Binder',
    backgroundColor: PAPER,
    icon,
    autoHideMenuBar: false,
    webPreferences: safeWebPreferences(preload),
  }
}

export interface WindowPlaces {
  readonly preload: string
  readonly icon: string
}

/** Opens the main window; it is shown when it has something to show. `trust` is told before anything is loaded. */
export async function openMainWindow(
  { preload, icon }: WindowPlaces,
  trust: (contents: BrowserWindow['webContents']) => void,
): Promise<BrowserWindow> {
  const window = new BrowserWindow(mainWindowOptions(preload, icon))
  trust(window.webContents)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

export interface Closing {
  /** What was being typed is kept: closes the window, if it was asked to close. */
  letGo(): void
}

/** How long a page that does not answer may hold its window. */
const PATIENCE_MS = 1_500

/**
 * Before the window closes, its page is asked to keep what is being typed, so that the last words of a form are in its
 * draft; the window goes when the page has answered, or after a moment when it cannot.
 */
export function closeWhenKept(window: BrowserWindow, ask: () => void): Closing {
  let state: 'open' | 'asked' | 'free' = 'open'
  const letGo = () => {
    if (state !== 'asked' || window.isDestroyed()) return
    state = 'free'
    window.close()
  }
  window.on('close', (event) => {
    if (state === 'free') return
    event.preventDefault()
    if (state === 'asked') return
    state = 'asked'
    ask()
    setTimeout(letGo, PATIENCE_MS).unref()
  })
  return { letGo }
}

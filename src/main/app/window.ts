import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN } from './origin'
import { systemSpells } from './spelling'

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
    spellcheck: systemSpells,
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

/** As much of a window as its closing needs. */
export interface ClosableWindow {
  close(): void
  isDestroyed(): boolean
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
}

export interface Closing {
  /** What was being typed is kept: closes the window, if it was asked to close. */
  letGo(): void
  /** The page has just asked for something: it is still at work, and is waited for anew. */
  heard(): void
}

/** How long a page may be silent before its window goes without it, and how long it may hold it at all. */
const PATIENCE_MS = { silent: 3_000, inAll: 60_000 }

/**
 * Before the window closes, its page is asked to keep what is being typed, so that the last words of a form and the last
 * marks of a register are in the file. The window goes when the page has answered, or when it falls silent: a slow PC
 * that saves one mark after the other is not cut off.
 */
export function closeWhenKept(window: ClosableWindow, ask: () => void): Closing {
  let state: 'open' | 'asked' | 'free' = 'open'
  let silence: NodeJS.Timeout | undefined
  const letGo = () => {
    if (state !== 'asked' || window.isDestroyed()) return
    state = 'free'
    window.close()
  }
  const heard = () => {
    if (state !== 'asked') return
    clearTimeout(silence)
    silence = setTimeout(letGo, PATIENCE_MS.silent).unref()
  }
  window.on('close', (event) => {
    if (state === 'free') return
    event.preventDefault()
    if (state === 'asked') return
    state = 'asked'
    ask()
    setTimeout(letGo, PATIENCE_MS.inAll).unref()
    heard()
  })
  return { letGo, heard }
}

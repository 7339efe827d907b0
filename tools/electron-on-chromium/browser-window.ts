import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { app } from './app.ts'
import { closeBrowser, isHeaded, newPage, placeWindow, watchBrowser } from './browser.ts'
import { note } from './host-log.ts'
import { applyTheme } from './native-theme.ts'
import { openWindows, preventable, type OpenWindow } from './registry.ts'
import { contentsOfPage, WebContents } from './web-contents.ts'

/** Electron's `BrowserWindowConstructorOptions`, as far as they have an effect here. */
export interface BrowserWindowOptions {
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string }
  readonly [other: string]: unknown
}

const OFF_SCREEN = -32_000

let lastWindowId = 0
let watching = false

/** Electron's `BrowserWindow` over a Chromium window. */
export class BrowserWindow extends EventEmitter implements OpenWindow {
  readonly id = ++lastWindowId
  readonly webContents: WebContents
  readonly #options: BrowserWindowOptions
  readonly #opened: Promise<void>
  #visible: boolean
  #destroyed = false
  #title: string

  constructor(options: BrowserWindowOptions = {}) {
    super()
    note('BrowserWindow', options)
    this.#options = options
    this.#visible = options.show !== false
    this.#title = options.title ?? app.getName()
    this.webContents = new WebContents(this, options.webPreferences?.preload)
    openWindows.add(this)
    watchOnce()
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
    this.#opened = this.#open()
    // A window that could not open reports it from loadURL.
    this.#opened.catch(() => undefined)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows].filter((window) => window instanceof BrowserWindow)
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isVisible()) ?? null
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  async #open(): Promise<void> {
    const page = await newPage(this.webContents)
    if (this.#destroyed) {
      await page.close().catch(() => undefined)
      return
    }
    page.on('close', () => this.#closed())
    await this.webContents.attach(page)
    await applyTheme(page)
    await this.#place(page, this.#visible)
    // Chromium calls a page `visible` in a hidden window too, as Electron does with paintWhenInitiallyHidden.
    this.webContents.once('did-finish-load', () => {
      this.emit('ready-to-show')
      void takePicture(page).catch(() => undefined)
    })
  }

  /** Sets the size; a hidden window of a headed browser is kept far off the screen, where it still paints. */
  #place(page: Page, visible: boolean): Promise<void> {
    const size = { width: this.#options.width ?? 800, height: this.#options.height ?? 600 }
    return placeWindow(page, visible || !isHeaded ? size : { ...size, left: OFF_SCREEN, top: OFF_SCREEN })
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    await this.webContents.loadURL(url)
  }

  show(): void {
    if (this.#visible || this.#destroyed) return
    this.#visible = true
    note('BrowserWindow.show', this.id)
    void this.#opened.then(async () => {
      const page = this.webContents.page
      if (!isHeaded || !page || this.#destroyed) return
      await placeWindow(page, { left: 0, top: 0 })
      await page.bringToFront().catch(() => undefined)
    })
    this.emit('show')
  }

  hide(): void {
    this.#visible = false
    void this.#opened.then(async () => {
      const page = this.webContents.page
      if (isHeaded && page && !this.#destroyed) await placeWindow(page, { left: OFF_SCREEN, top: OFF_SCREEN })
    })
    this.emit('hide')
  }

  close(): void {
    if (this.#destroyed) return
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    const page = this.webContents.page
    this.#closed()
    void page?.close().catch(() => undefined)
  }

  #closed(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    openWindows.delete(this)
    this.emit('closed')
    if (openWindows.size === 0) app.allWindowsClosed()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }
  isVisible(): boolean {
    return this.#visible
  }
  isFocused(): boolean {
    return this.#visible
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    note('BrowserWindow.restore', this.id)
  }
  focus(): void {
    note('BrowserWindow.focus', this.id)
    void this.webContents.page?.bringToFront().catch(() => undefined)
  }
  maximize(): void {
    note('BrowserWindow.maximize', this.id)
  }
  isMaximized(): boolean {
    return false
  }
  isFullScreen(): boolean {
    return false
  }
  setMenuBarVisibility(): void {}
  setMenu(): void {}
  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  setBackgroundColor(colour: string): void {
    note('BrowserWindow.setBackgroundColor', colour)
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: this.#options.width ?? 800, height: this.#options.height ?? 600 }
  }
}

/** Pop-ups are decided by the window that opened them; when the user closes the browser, every window is closed. */
function watchOnce(): void {
  if (watching) return
  watching = true
  watchBrowser(
    (popup) => void decidePopup(popup),
    () => {
      for (const window of openWindows) window.destroy()
    },
  )
  app.onExit(closeBrowser)
  // As Electron does: the first signal asks the application to quit, the next one ends it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let asked = false
    process.on(signal, () => {
      if (asked) app.exit(1)
      asked = true
      app.quit()
    })
  }
}

/** With no display to look at, `CPD_SCREENSHOT` names where a picture of the first window goes. */
async function takePicture(page: Page): Promise<void> {
  const path = process.env['CPD_SCREENSHOT']
  if (!path || lastWindowId > 1) return
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.screenshot({ path })
  process.stdout.write(
    `A picture of the window: ${pathToFileURL(path).href}\nCPD Binder is running; Ctrl+C ends it.\n`,
  )
}

async function decidePopup(popup: Page): Promise<void> {
  const opener = await popup.opener()
  const contents = (opener ? contentsOfPage(opener) : undefined) ?? BrowserWindow.getFocusedWindow()?.webContents
  if (contents) await contents.decideWindowOpen(popup)
  else await popup.close()
}

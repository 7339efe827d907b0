import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { browser, type PageOwner } from './browser.ts'
import { makeCodec } from './codec.ts'
import { note } from './host-log.ts'
import { ipcMain, type InvokeEvent } from './ipc-main.ts'
import { clickByAccelerator, menuAccelerators } from './menu.ts'
import { PRELOAD_WORLD, pageScripts } from './page-scripts.ts'
import { settlePermissions } from './permissions.ts'
import { printToPdf, type PrintToPdfOptions } from './print.ts'
import { preventable } from './registry.ts'
import { fromHttp, originOf, toHttp } from './schemes.ts'
import { session } from './session.ts'

const codec = makeCodec()

interface PageMessage {
  readonly kind: 'invoke' | 'send' | 'accelerator' | 'violation'
  readonly channel: string
  readonly args: readonly unknown[]
  readonly id?: number
}

export interface WindowOpenDetails {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: 'foreground-tab' | 'new-window'
}

type WindowOpenHandler = (details: WindowOpenDetails) => { readonly action: 'allow' | 'deny' }

let lastId = 0
const all = new Map<number, WebContents>()

/** The contents whose page this is. */
export function contentsOfPage(page: Page): WebContents | undefined {
  return [...all.values()].find((contents) => contents.page === page)
}

/** Electron's `webContents` over one Chromium page. */
export class WebContents extends EventEmitter implements PageOwner {
  readonly id = ++lastId
  readonly session = session.defaultSession
  readonly mainFrame: {
    readonly url: string
    readonly origin: string
    readonly parent: null
    readonly top: unknown
  }
  page: Page | undefined
  #cdp: CDPSession | undefined
  #contextId: number | undefined
  #programmatic: string | undefined
  #openHandler: WindowOpenHandler | undefined
  #lastWindowOpen: { readonly url: string; readonly name: string; readonly features: string } | undefined
  readonly #preload: string | undefined
  readonly #window: { isDestroyed(): boolean }

  constructor(window: { isDestroyed(): boolean }, preload: string | undefined) {
    super()
    this.#window = window
    this.#preload = preload
    const urlNow = () => this.getURL()
    const frame = {
      parent: null,
      processId: 1,
      routingId: 1,
      get top(): unknown {
        return frame
      },
      get url() {
        return urlNow()
      },
      get origin() {
        return originOf(urlNow())
      },
    }
    this.mainFrame = frame
    all.set(this.id, this)
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id)
  }
  static getAllWebContents(): WebContents[] {
    return [...all.values()]
  }

  getURL(): string {
    return fromHttp(this.page?.url() ?? '')
  }
  getTitle(): string {
    return ''
  }
  isDestroyed(): boolean {
    return !all.has(this.id)
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }
  openDevTools(): void {
    note('openDevTools')
  }
  setZoomFactor(factor: number): void {
    void this.executeJavaScript(`document.documentElement.style.zoom = ${Number(factor)}`)
  }
  focus(): void {
    void this.page?.bringToFront()
  }
  reload(): void {
    this.#programmatic = this.getURL()
    void this.page?.reload().catch(() => undefined)
  }

  /** Wires one page: the preload in its own world, the message channel that only that world has, the events. */
  async attach(page: Page): Promise<void> {
    this.page = page
    const cdp = await (await browser()).newCDPSession(page)
    this.#cdp = cdp
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD) this.#contextId = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === '__electronIpc') void this.#receive(codec.decode(payload) as PageMessage)
    })
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#lastWindowOpen = { url: fromHttp(url), name: windowName, features: windowFeatures.join(',') }
    })
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      note('exception', exception?.description ?? text)
    })
    await cdp.send('Runtime.enable')
    await cdp.send('Page.enable')
    if (this.#preload) await this.#injectPreload(cdp, this.#preload)
    page.on('load', () => this.emit('did-finish-load'))
    page.on('domcontentloaded', () => this.emit('dom-ready', {}))
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('pageerror', (error) => note('page-error', error.message))
    page.on('console', (message) => {
      note('console', message.type(), message.text())
      this.emit('console-message', { level: message.type(), message: message.text() })
    })
    page.on('close', () => {
      all.delete(this.id)
      this.emit('destroyed')
    })
  }

  async #injectPreload(cdp: CDPSession, preload: string): Promise<void> {
    const key = `k${randomUUID().slice(0, 8)}`
    const scripts = pageScripts(key, readFileSync(preload, 'utf8'), menuAccelerators())
    await cdp.send('Runtime.addBinding', { name: '__electronIpc', executionContextName: PRELOAD_WORLD })
    // The page's side of the bridge must be listening before the preload speaks.
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: PRELOAD_WORLD })
  }

  async loadURL(url: string): Promise<void> {
    if (!this.page || !this.#cdp) throw new Error('the page is not there yet')
    const http = toHttp(url)
    if (http.startsWith('http:')) {
      await settlePermissions(this.#cdp, this, originOf(url), new URL(http).origin)
    }
    this.#programmatic = url
    try {
      await this.page.goto(http)
    } finally {
      // A load within the document makes no request; the permission must not be left lying about.
      this.#programmatic = undefined
    }
  }

  /** Asks the listeners of `will-navigate` and `will-frame-navigate`, unless the application itself asked for it. */
  allowsNavigation(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#programmatic !== undefined) {
      this.#programmatic = undefined
      return true
    }
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: this.mainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    note('navigation', url, event.defaultPrevented ? 'refused' : 'allowed')
    return !event.defaultPrevented
  }

  /** A pop-up appeared: the application's handler decides; Electron's default without a handler is to allow. */
  async decideWindowOpen(popup: Page): Promise<void> {
    const asked = this.#lastWindowOpen
    const details: WindowOpenDetails = {
      url: asked?.url ?? fromHttp(popup.url()),
      frameName: asked?.name ?? '',
      features: asked?.features ?? '',
      disposition: asked?.features ? 'new-window' : 'foreground-tab',
    }
    const action = this.#openHandler?.(details).action ?? 'allow'
    note('window-open', details.url, action)
    if (action === 'deny') await popup.close()
  }

  send(channel: string, ...args: readonly unknown[]): void {
    let copy: readonly unknown[]
    try {
      copy = structuredClone(args)
    } catch {
      throw new Error('Failed to serialize arguments')
    }
    void this.#deliver({ channel, args: copy })
  }

  async #deliver(message: object): Promise<void> {
    const contextId = this.#contextId
    if (!this.#cdp || contextId === undefined) return
    await this.#cdp
      .send('Runtime.callFunctionOn', {
        functionDeclaration: '(text) => globalThis.__electronDeliver(text)',
        executionContextId: contextId,
        arguments: [{ value: codec.encode(message) }],
      })
      .catch((error: unknown) => {
        // As in Electron: what is sent to a window that is closing is lost without a word.
        if (!this.isDestroyed() && !this.#window.isDestroyed()) note('deliver-failed', String(error))
      })
  }

  async #receive(message: PageMessage): Promise<void> {
    if (message.kind === 'accelerator') return clickByAccelerator(message.channel, this.#window)
    if (message.kind === 'violation') return note('csp-violation', ...message.args)
    const event: InvokeEvent = {
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      processId: 1,
      frameId: 1,
    }
    if (message.kind === 'send') {
      ipcMain.emit(message.channel, event, ...message.args)
      return
    }
    const answer = await ipcMain.answer(message.channel, event, message.args)
    await this.#deliver({ id: message.id, ...answer })
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return this.page?.evaluate(code)
  }

  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const png = await this.page?.screenshot()
    return { toPNG: () => png ?? Buffer.alloc(0) }
  }

  async printToPDF(options: PrintToPdfOptions = {}): Promise<Buffer> {
    if (!this.#cdp) throw new Error('the page is not there yet')
    note('printToPDF', options)
    return printToPdf(this.#cdp, options)
  }

  /** Opens Chromium's own print dialog in a window that is shown. */
  print(options: object = {}, done?: (success: boolean, reason: string) => void): void {
    note('print', options)
    void this.executeJavaScript('window.print()').then(
      () => done?.(true, ''),
      (error: unknown) => done?.(false, String(error)),
    )
  }

  close(): void {
    void this.page?.close().catch(() => undefined)
  }
}

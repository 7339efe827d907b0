import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright-core'
import { findBrowser } from '../lib/find-browser.mjs'
import { note } from './host-log.ts'
import { tellParent } from './parent.ts'
import { quietly } from './quietly.ts'
import { fromHttp, handlerFor } from './schemes.ts'
import { session } from './session.ts'

/** What owns a page: it decides about navigations. */
export interface PageOwner {
  /** False refuses the navigation. */
  allowsNavigation(url: string, isMainFrame: boolean): boolean
}

const owners = new WeakMap<Page, PageOwner>()
let launching: Promise<BrowserContext> | undefined
let profile: string | undefined
/** Windows whose page is on its way, in the order in which they asked. */
const expecting: ((page: Page) => void)[] = []
let onStrayPage: (page: Page) => void = (page) => void page.close()
let onGone: () => void = () => {}

/** Whether windows are really shown: `CPD_HEADED=1`. */
export const isHeaded = process.env['CPD_HEADED'] === '1'

/** Says what to do with a page that the application did not open (a pop-up), and when the browser goes away. */
export function watchBrowser(strayPage: (page: Page) => void, gone: () => void): void {
  onStrayPage = strayPage
  onGone = gone
}

/** The running Chromium; started at the first call. */
export function browser(): Promise<BrowserContext> {
  launching ??= launch()
  return launching
}

/**
 * Starts Chromium and resolves when its process is on its way, not when it answers: Electron is a Chromium that is
 * there before the application is ready. With `CPD_BROWSER=later` it waits for the first window, so that work without
 * a window stays quick. A browser that cannot be started is told by the first window.
 */
export function startBrowser(): Promise<void> {
  if (process.env['CPD_BROWSER'] === 'later') return Promise.resolve()
  return new Promise<void>((resolve) => {
    const done = () => {
      unsubscribe('child_process', done)
      resolve()
    }
    subscribe('child_process', done)
    browser().then(done, done)
  })
}

/** Ends Chromium if it was started, and removes its profile. */
export async function closeBrowser(): Promise<void> {
  const context = await launching?.catch(() => undefined)
  launching = undefined
  await context?.close().catch(() => undefined)
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  profile = undefined
}

/** A page for a new window; the first one takes the page that Chromium opened with. */
export async function newPage(owner: PageOwner): Promise<Page> {
  const context = await browser()
  const first = context.pages().find((page) => !owners.has(page) && /^(about:blank|data:)/.test(page.url()))
  const page = first ?? (await openPage(context))
  owners.set(page, owner)
  return page
}

async function openPage(context: BrowserContext): Promise<Page> {
  const anyPage = context.pages()[0]
  const opened = new Promise<Page>((resolve) => expecting.push(resolve))
  if (isHeaded && anyPage) {
    const cdp = await context.newCDPSession(anyPage)
    await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, background: true })
    await cdp.detach()
  } else {
    await context.newPage()
  }
  return opened
}

/** Where a window is and how large, in pixels of the screen. */
export interface Bounds {
  readonly left?: number
  readonly top?: number
  readonly width?: number
  readonly height?: number
}

/** Moves and sizes the window of a page. A browser that cannot is left as it is. */
export async function placeWindow(page: Page, bounds: Bounds): Promise<void> {
  const cdp = await (await browser()).newCDPSession(page)
  try {
    const { windowId } = await cdp.send('Browser.getWindowForTarget')
    await cdp.send('Browser.setWindowBounds', { windowId, bounds })
  } catch (error) {
    note('placing failed', String(error))
  } finally {
    await cdp.detach().catch(() => undefined)
  }
}

function launchArguments(): string[] {
  const args = [
    ...quietly,
    '--hide-crash-restore-bubble',
    // Nothing leaves the computer: no name resolves, and every request is answered by us first.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--window-size=1200,800',
    // `--test-type` keeps the "no sandbox" bar away, `--app` gives a window without tabs or an address bar.
    '--test-type',
    '--app=data:text/html,<title>CPD Binder</title>',
  ]
  const port = process.env['CPD_DEBUG_PORT']
  if (port) args.push(`--remote-debugging-port=${port}`)
  return args
}

async function launch(): Promise<BrowserContext> {
  const executablePath = process.env['CPD_CHROMIUM'] ?? findBrowser()
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge was found; install one or set CPD_CHROMIUM.')
  const { chromium } = await import('playwright-core')
  profile = mkdtempSync(join(tmpdir(), 'cpd-binder-chromium-'))
  const start = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profile ?? '', {
      executablePath,
      headless: !isHeaded,
      chromiumSandbox,
      args: launchArguments(),
      ignoreDefaultArgs: ['about:blank'],
      viewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  // Chromium's own sandbox cannot be had as root, nor in some containers.
  const asRoot = process.getuid?.() === 0
  const context = asRoot ? await start(false) : await start(true).catch(() => start(false))
  note('chromium', executablePath, profile)
  if (process.env['CPD_DEBUG_PORT']) tellParent({ type: 'debug-port', port: await debugPort(profile) })
  await context.route('**/*', answer)
  context.on('page', (page) => {
    const expected = expecting.shift()
    if (expected) expected(page)
    else if (!owners.has(page)) onStrayPage(page)
  })
  context.on('close', () => onGone())
  return context
}

/** Chromium writes the port it listens on into its profile; with `CPD_DEBUG_PORT=0` only this tells which. */
async function debugPort(folder: string): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const file = join(folder, 'DevToolsActivePort')
    if (existsSync(file)) {
      const port = Number.parseInt(readFileSync(file, 'utf8'), 10)
      if (port > 0) return port
    }
    await delay(25)
  }
  throw new Error('Chromium did not open its debugging port.')
}

/** Why a navigation is refused, or undefined when it may go on. */
function refusalOf(request: PageRequest, url: string): 'aborted' | 'blockedbyclient' | undefined {
  let frame: Frame
  try {
    frame = request.frame()
  } catch {
    // A pop-up whose page is not even there yet. An error page commits, so that it appears and its opener is asked.
    return 'blockedbyclient'
  }
  const owner = owners.get(frame.page())
  if (!owner) return 'blockedbyclient'
  return owner.allowsNavigation(url, frame.parentFrame() === null) ? undefined : 'aborted'
}

/** Every request of every page comes here; only the application's own schemes are answered. */
async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = fromHttp(request.url())
  try {
    const refusal = request.isNavigationRequest() ? refusalOf(request, url) : undefined
    if (refusal) return await route.abort(refusal)
    const handler = handlerFor(url)
    const goesOut = await session.defaultSession.lets(url, request.method(), request.resourceType())
    if (!handler || !goesOut) {
      note('denied', url)
      return await route.abort('blockedbyclient')
    }
    const body = request.postDataBuffer()
    const response = await handler(
      new Request(url, {
        method: request.method(),
        headers: request.headers(),
        ...(body ? { body: new Uint8Array(body) } : {}),
      }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  } catch (error) {
    note('request-failed', url, String(error))
    await route.abort('failed').catch(() => undefined)
  }
}

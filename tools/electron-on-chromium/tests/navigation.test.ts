import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { app, BrowserWindow, session } from '../electron.ts'
import { browser, closeBrowser } from '../browser.ts'
import { hostCalls } from '../host-log.ts'
import { openWindow } from './fixture.ts'

let page: Page
let window: BrowserWindow
let asked: string[] = []
let refuse = true

beforeAll(async () => {
  ;({ page, window } = await openWindow())
  window.webContents.on('will-navigate', (event: { preventDefault(): void }, url: string) => {
    asked.push(url)
    if (refuse) event.preventDefault()
  })
})
afterAll(closeBrowser)
beforeEach(() => {
  asked = []
})

const go = async (url: string) => {
  const settled = page.waitForEvent('requestfailed').catch(() => undefined)
  await page.evaluate(`location.href = ${JSON.stringify(url)}`)
  await settled
}

describe('will-navigate', () => {
  it('is asked for every navigation of the page and holds when refused', async () => {
    await go('https://example.org/x')
    await go('/other.html')
    expect(asked).toEqual(['https://example.org/x', 'app://test/other.html'])
    expect(window.webContents.getURL()).toBe('app://test/index.html')
    expect(await page.title()).toBe('Home')
  })

  it('lets an allowed navigation pass', async () => {
    refuse = false
    await page.evaluate(`location.href = '/other.html'`)
    await page.waitForFunction(`document.title === 'Other'`)
    expect(window.webContents.getURL()).toBe('app://test/other.html')
    refuse = true
  })

  it('is not asked when the application itself loads', async () => {
    await window.loadURL('app://test/index.html')
    expect(asked).toEqual([])
    await window.loadURL('app://test/index.html#/print/x')
    expect(window.webContents.getURL()).toBe('app://test/index.html#/print/x')
    await go('/other.html')
    expect(asked).toEqual(['app://test/other.html'])
  })
})

describe('requests', () => {
  it('never leave the computer', async () => {
    expect(await page.evaluate(`fetch('https://example.org/').then(() => 'got', (e) => e.message)`)).toBe(
      'Failed to fetch',
    )
    expect(hostCalls()).toContainEqual({ what: 'denied', args: ['https://example.org/'] })
  })

  it('are secure-context requests of the application scheme', async () => {
    expect(await page.evaluate('isSecureContext')).toBe(true)
    expect(await page.evaluate(`fetch('/nothing').then((r) => r.status)`)).toBe(404)
  })

  it('carry the headers of the handler, so that a content security policy holds', async () => {
    await window.loadURL('app://test/strict.html')
    expect(await page.evaluate('window.ran ?? null')).toBe(null)
    await window.loadURL('app://test/index.html')
  })
})

describe('setWindowOpenHandler', () => {
  it('refuses a pop-up and tells what was asked for', async () => {
    const details = new Promise<{ url: string }>((resolve) =>
      window.webContents.setWindowOpenHandler((asking) => {
        resolve(asking)
        return { action: 'deny' }
      }),
    )
    const closed = new Promise(
      (resolve) => void browser().then((context) => context.once('page', (popup) => popup.once('close', resolve))),
    )
    await page.evaluate(`void window.open('https://example.org/popup', 'name', 'width=200')`)
    expect(await details).toMatchObject({ url: 'https://example.org/popup', frameName: 'name' })
    await closed
    expect((await browser()).pages()).toHaveLength(1)
  })
})

describe('permissions', () => {
  it('are granted or denied as the handlers say', async () => {
    const wanted: string[] = []
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
      wanted.push(permission)
      callback(permission === 'notifications')
    })
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission !== 'geolocation')
    await window.loadURL('app://test/other.html')
    const state = (name: string) =>
      page.evaluate(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`)
    expect(await state('notifications')).toBe('granted')
    expect(await state('geolocation')).toBe('denied')
    expect(await state('camera')).toBe('denied')
    expect(await state('clipboard-read')).toBe('denied')
    expect(wanted).toContain('media')
    expect(wanted).not.toContain('geolocation')
  })
})

describe('windows', () => {
  it('several, one of them hidden, each with its own contents', async () => {
    const second = await openWindow('/other.html', false)
    expect(second.window.isVisible()).toBe(false)
    expect(BrowserWindow.getAllWindows()).toHaveLength(2)
    expect(BrowserWindow.fromWebContents(second.window.webContents)).toBe(second.window)
    expect(await second.page.evaluate('api.echo(5)')).toBe(5)
    expect(await second.page.evaluate('document.visibilityState')).toBe('visible')
    second.window.destroy()
    expect(second.window.isDestroyed()).toBe(true)
  })

  it('may refuse to close; when the last has closed, the application hears of it', async () => {
    const stay = (event: { preventDefault(): void }) => event.preventDefault()
    window.on('close', stay)
    window.close()
    expect(window.isDestroyed()).toBe(false)
    window.off('close', stay)
    const heard = new Promise<void>((resolve) => app.once('window-all-closed', () => resolve()))
    // As a user does it: the page goes away under the window.
    await page.close()
    await heard
    expect(window.isDestroyed()).toBe(true)
  })
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { app, BrowserWindow, ipcMain, protocol } from '../electron.ts'

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('api', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  boom: () => ipcRenderer.invoke('boom'),
  missing: () => ipcRenderer.invoke('missing'),
  uncloneable: () => ipcRenderer.invoke('uncloneable'),
  sum: (a, b) => a + b,
  fails: () => { throw new TypeError('no such sum') },
  nested: { list: [1, 2], twice: (n) => n * 2 },
  who: () => ipcRenderer.invoke('who'),
  on: (callback) => { const l = (_event, ...args) => callback(...args); ipcRenderer.on('news', l); return () => ipcRenderer.off('news', l) },
  tell: (...args) => ipcRenderer.send('told', ...args),
  canLoad: (name) => { try { require(name); return true } catch (error) { return error.message } },
})
`

const PAGES: Readonly<Record<string, string>> = {
  '/index.html': '<!doctype html><html lang="en"><title>Home</title><h1>Home</h1><script src="/early.js"></script>',
  '/early.js': 'window.early = typeof window.api',
  '/other.html': '<!doctype html><title>Other</title><h1>Other</h1>',
  '/strict.html': '<!doctype html><title>Strict</title><h1>Strict</h1><script>window.ran = true</script>',
  '/print.html':
    '<!doctype html><html lang="en"><title>Print</title><style>@page{size:A5;margin:20mm}</style><h1>One</h1><h2>Two</h2><p>Text</p>',
}

/** The requests that the scheme's handler saw. */
export const seen: string[] = []

class DomainError extends Error {
  readonly code = 'budget.closed'
  override readonly name = 'DomainError'
}

let prepared = false

/** Registers a tiny application on the stand-in: pages, handlers and a preload. */
export function prepare(): void {
  if (prepared) return
  prepared = true
  // Without a listener the application ends with its last window, as Electron's does; here that is the test runner.
  app.on('window-all-closed', () => undefined)
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'stand-in-data-')))
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  protocol.handle('app', (request) => {
    seen.push(`${request.method} ${request.url}`)
    const path = new URL(request.url).pathname
    const text = PAGES[path]
    if (text === undefined) return new Response('', { status: 404 })
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
    const csp: Record<string, string> =
      path === '/strict.html' ? { 'content-security-policy': "default-src 'none'; script-src 'self'" } : {}
    return new Response(text, { headers: { 'content-type': type, ...csp } })
  })
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('boom', () => {
    throw new DomainError('The budget year is closed')
  })
  ipcMain.handle('uncloneable', () => ({ fn: () => 1 }))
  ipcMain.handle('who', (event) => {
    const frame = event.senderFrame as { url: string; origin: string; parent: unknown }
    return { url: frame.url, origin: frame.origin, parent: frame.parent }
  })
}

function preloadFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'stand-in-preload-')), 'preload.cjs')
  writeFileSync(file, PRELOAD)
  return file
}

/** Opens a window of the tiny application and gives its page. */
export async function openWindow(
  path = '/index.html',
  show = true,
): Promise<{ window: BrowserWindow; page: Page }> {
  prepare()
  await app.whenReady()
  const window = new BrowserWindow({
    width: 1000,
    height: 700,
    show,
    webPreferences: { preload: preloadFile(), sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  await window.loadURL(`app://test${path}`)
  const page = window.webContents.page
  if (!page) throw new Error('no page')
  return { window, page }
}

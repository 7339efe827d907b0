import { mkdtempSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow, app } from 'electron'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closeBrowser } from '../../../tools/electron-on-chromium/browser'
import { printWindows } from './print-window'
import { registerScheme, serveApp } from './protocol'

/** A page that marks what it drew as the print view does; a route that says `bad` fails. */
const SCRIPT = `
const root = document.documentElement
let drawn = 0
function follow() {
  const token = location.hash.replace(/^#(\\/print\\/)?/, '')
  document.body.textContent = token === '' ? '' : token + ', drawn as number ' + ++drawn
  root.dataset.job = token
  root.dataset.print = token.includes('bad') ? 'failed' : token === '' ? 'waiting' : 'ready'
}
addEventListener('hashchange', follow)
follow()
`

let preload: string
let trusted: unknown[]

registerScheme()

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-print-window-'))
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'cpd-print-window-data-')))
  app.on('window-all-closed', () => undefined)
  preload = join(folder, 'preload.cjs')
  writeFileSync(preload, '')
  writeFileSync(join(folder, 'page.js'), SCRIPT)
  writeFileSync(
    join(folder, 'print.html'),
    '<!doctype html><html lang="en"><head><title>Print</title></head><body><script type="module" src="page.js"></script></body></html>',
  )
  await app.whenReady()
  serveApp(folder)
})
beforeEach(() => {
  trusted = []
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
})
afterAll(closeBrowser)

const open = (keptMs?: number) =>
  printWindows({
    preload,
    trust: (contents) => trusted.push(contents),
    ...(keptMs === undefined ? {} : { keptMs }),
  })
const windows = () => BrowserWindow.getAllWindows()
const textOf = (window: BrowserWindow | undefined) =>
  window?.webContents.executeJavaScript('document.body.textContent')

it('keeps the window for the next report, emptied, and trusts it once', async () => {
  const print = open()
  const first = await print('/print/one')
  const [window] = windows()
  expect(await textOf(window)).toBe('one, drawn as number 1')
  first.close()
  first.close()
  await expect.poll(() => textOf(window)).toBe('')
  const second = await print('/print/two')
  expect(windows()).toEqual([window])
  expect(await textOf(window)).toBe('two, drawn as number 2')
  expect(new TextDecoder('latin1').decode(await second.printToPdf())).toMatch(/^%PDF-/)
  expect(window?.isVisible()).toBe(false)
  expect(trusted).toEqual([window?.webContents])
})

it('opens another while one is in use, and keeps one of them', async () => {
  const print = open()
  const [one, two] = await Promise.all([print('/print/one'), print('/print/two')])
  expect(windows()).toHaveLength(2)
  one.close()
  two.close()
  expect(windows()).toHaveLength(1)
  ;(await print('/print/three')).close()
  expect(windows()).toHaveLength(1)
})

it('closes the kept window after a while', async () => {
  const print = open(1)
  const drawn = await print('/print/one')
  const closed = once(windows()[0] as BrowserWindow, 'closed')
  drawn.close()
  await closed
  expect(windows()).toEqual([])
  expect(await textOf((await print('/print/two'), windows()[0]))).toBe('two, drawn as number 1')
})

it('closes the window of a page that failed, whether new or kept, and starts afresh', async () => {
  const print = open()
  await expect(print('/print/bad')).rejects.toThrow('the page to print failed')
  expect(windows()).toEqual([])
  ;(await print('/print/one')).close()
  await expect(print('/print/bad')).rejects.toThrow('the page to print failed')
  expect(windows()).toEqual([])
  ;(await print('/print/two')).close()
  expect(windows()).toHaveLength(1)
})

it('does without a kept window that has gone', async () => {
  const print = open()
  ;(await print('/print/one')).close()
  for (const window of windows()) window.destroy()
  ;(await print('/print/two')).close()
  expect(windows()).toHaveLength(1)
})

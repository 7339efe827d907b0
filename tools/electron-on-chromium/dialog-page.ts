import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { browser, newPage, placeWindow } from './browser.ts'
import type { DialogOptions } from './dialog-options.ts'

type Submission = { readonly action: 'ok' | 'cancel' | number; readonly path: string }

interface Choice {
  readonly action: Submission['action']
  readonly paths: readonly string[]
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

function accepts(options: DialogOptions): string {
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions).filter((e) => e !== '*')
  return extensions.map((extension) => `.${extension}`).join(',')
}

function pathFields(what: string, options: DialogOptions): string {
  const folder = options.properties?.includes('openDirectory') ?? false
  const value = resolve(homedir(), options.defaultPath ?? (what === 'showSaveDialog' ? 'untitled' : ''))
  const choose =
    what === 'showOpenDialog' && !folder
      ? `<p><label>Choose on this computer <input type="file" id="file"${options.properties?.includes('multiSelections') ? ' multiple' : ''} accept="${accepts(options)}"></label></p>`
      : ''
  const kind = folder ? 'Folder' : choose === '' ? 'File' : 'Or type where it is'
  return `${choose}<p><label>${kind} <input id="path" size="60" value="${escapeHtml(what === 'showOpenDialog' && !folder ? '' : value)}"></label></p>
    <p id="problem" role="alert"></p>
    <p><button type="submit" data-action="ok">${escapeHtml(options.buttonLabel ?? (what === 'showSaveDialog' ? 'Save' : 'Open'))}</button>
    <button type="button" data-action="cancel">Cancel</button></p>`
}

function pageHtml(what: string, options: DialogOptions): string {
  const title = escapeHtml(options.title ?? options.message ?? (what === 'showSaveDialog' ? 'Save as' : 'Open'))
  const body =
    what === 'showMessageBox'
      ? `<p>${escapeHtml(options.detail ?? '')}</p><p>${(options.buttons ?? ['OK'])
          .map((label, i) => `<button type="button" data-action="${i}">${escapeHtml(label)}</button>`)
          .join(' ')}</p>`
      : pathFields(what, options)
  return `<!doctype html><html lang="en-GB"><title>${title}</title>
    <style>body{font:16px/1.5 sans-serif;margin:24px;max-width:44rem}input,button{font:inherit;padding:6px 10px}#problem{color:#a00}</style>
    <h1>${title}</h1><form>${body}</form>`
}

/** Runs in the dialog's page, as text because this process has no types for a page. */
const WIRING = `(() => {
  const send = (action) => window.answerDialog({ action, path: document.querySelector('#path')?.value ?? '' })
  document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); send('ok') })
  for (const button of document.querySelectorAll('button[type=button]')) {
    const action = button.dataset.action
    button.addEventListener('click', () => send(action === 'cancel' ? action : Number(action)))
  }
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') send('cancel') })
  document.querySelector('#path, button')?.focus()
})()`

/** The full paths of what was chosen with Chromium's own file dialog; only the DevTools protocol tells them. */
async function chosenPaths(page: Page): Promise<string[]> {
  const cdp = await (await browser()).newCDPSession(page)
  const paths: string[] = []
  try {
    for (;;) {
      const expression = `document.querySelector('#file')?.files[${paths.length}]`
      const { result } = await cdp.send('Runtime.evaluate', { expression })
      if (!result.objectId) return paths
      paths.push((await cdp.send('DOM.getFileInfo', { objectId: result.objectId })).path)
    }
  } finally {
    await cdp.detach().catch(() => undefined)
  }
}

function problemWith(what: string, options: DialogOptions, path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (what === 'showOpenDialog') {
    if (!stats) return 'There is nothing at this place.'
    const wantsFolder = options.properties?.includes('openDirectory') ?? false
    if (wantsFolder !== stats.isDirectory()) return wantsFolder ? 'This is not a folder.' : 'This is a folder.'
    return undefined
  }
  return statSync(join(path, '..'), { throwIfNoEntry: false })?.isDirectory()
    ? undefined
    : 'There is no such folder.'
}

function asAnswer(what: string, options: DialogOptions, { action, paths }: Choice): unknown {
  if (what === 'showMessageBox') {
    return { response: typeof action === 'number' ? action : (options.cancelId ?? 0), checkboxChecked: false }
  }
  const canceled = action !== 'ok'
  if (what === 'showSaveDialog') return { canceled, filePath: canceled ? '' : (paths[0] ?? '') }
  return { canceled, filePaths: canceled ? [] : paths }
}

/** Asks in a small window of its own: type a path, or choose a file. Closing the window is "Cancel". */
export async function askInWindow(what: string, options: DialogOptions): Promise<unknown> {
  const page = await newPage({ allowsNavigation: () => false })
  await placeWindow(page, { left: 160, top: 120, width: 760, height: 440 })
  await page.bringToFront()
  const choice = await new Promise<Choice>((done) => {
    page.on('close', () => done({ action: 'cancel', paths: [] }))
    const receive = async (sent: Submission) => {
      if (sent.action !== 'ok') return done({ action: sent.action, paths: [] })
      const chosen = sent.path === '' ? await chosenPaths(page) : [resolve(homedir(), sent.path)]
      const paths = chosen.length > 0 ? chosen : ['']
      const problem = paths.map((path) => problemWith(what, options, path)).find((each) => each !== undefined)
      if (problem === undefined) return done({ action: 'ok', paths })
      await page.locator('#problem').evaluate((element, text) => void (element.textContent = text), problem)
    }
    void page
      .exposeFunction('answerDialog', receive)
      .then(() => page.setContent(pageHtml(what, options)))
      .then(() => page.evaluate(WIRING))
      .catch(() => done({ action: 'cancel', paths: [] }))
  })
  await page.close().catch(() => undefined)
  return asAnswer(what, options, choice)
}

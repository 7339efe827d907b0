import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { browser, newPage } from './browser.ts'
import type { DialogOptions } from './dialog-options.ts'

type Submission = { readonly action: 'ok' | 'cancel' | number; readonly path: string }

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
      ? `<p><label>Choose on this computer <input type="file" id="file" accept="${accepts(options)}"></label></p>`
      : ''
  const kind = folder ? 'Folder' : 'File'
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

/** The full path of the file chosen with Chromium's own file dialog; only the DevTools protocol tells it. */
async function chosenPath(page: Page): Promise<string | undefined> {
  const cdp = await (await browser()).newCDPSession(page)
  try {
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: "document.querySelector('#file')?.files[0]",
    })
    if (!result.objectId) return undefined
    return (await cdp.send('DOM.getFileInfo', { objectId: result.objectId })).path
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

function asAnswer(what: string, options: DialogOptions, submission: Submission): unknown {
  const { action, path } = submission
  if (what === 'showMessageBox') {
    return { response: typeof action === 'number' ? action : (options.cancelId ?? 0), checkboxChecked: false }
  }
  const canceled = action !== 'ok'
  if (what === 'showSaveDialog') return { canceled, filePath: canceled ? '' : path }
  return { canceled, filePaths: canceled ? [] : [path] }
}

/** Asks in a small window of its own: type a path, or choose a file. Closing the window is "Cancel". */
export async function askInWindow(what: string, options: DialogOptions): Promise<unknown> {
  const page = await newPage({ allowsNavigation: () => false })
  const submission = await new Promise<Submission>((done) => {
    page.on('close', () => done({ action: 'cancel', path: '' }))
    const receive = async (sent: Submission) => {
      if (sent.action !== 'ok') return done(sent)
      const path = resolve(homedir(), (await chosenPath(page)) ?? sent.path)
      const problem = problemWith(what, options, path)
      if (!problem) return done({ action: 'ok', path })
      await page.locator('#problem').evaluate((element, text) => void (element.textContent = text), problem)
    }
    void page
      .exposeFunction('answerDialog', receive)
      .then(() => page.setContent(pageHtml(what, options)))
      .then(() => page.evaluate(WIRING))
      .catch(() => done({ action: 'cancel', path: '' }))
  })
  await page.close().catch(() => undefined)
  return asAnswer(what, options, submission)
}

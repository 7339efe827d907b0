import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browser, closeBrowser } from '../browser.ts'
import { askInWindow } from '../dialog-page.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-dialog-'))
  mkdirSync(join(folder, 'inside'))
  for (const name of ['a.csv', 'b.csv']) writeFileSync(join(folder, name), 'x')
  await browser()
})
afterAll(closeBrowser)

/** The dialog's page, once it is drawn. */
async function dialogPage(heading: string): Promise<Page> {
  const context = await browser()
  const titled = async () => {
    for (const page of context.pages()) if ((await page.title().catch(() => '')) === heading) return page
    return undefined
  }
  await expect.poll(titled, { timeout: 20_000 }).toBeDefined()
  return (await titled()) as Page
}

/** Presses a key that closes the page, which may be gone before the key is up. */
async function pressAndClose(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key).catch(() => undefined)
}

it('asks for a file: says what is wrong with a path, gives back the one that is right', async () => {
  const answer = askInWindow('showOpenDialog', { title: 'Which file?', properties: ['openFile'] })
  const page = await dialogPage('Which file?')
  const problem = page.locator('#problem')
  await page.fill('#path', join(folder, 'none.csv'))
  await page.getByRole('button', { name: 'Open' }).click()
  await problem.getByText('There is nothing at this place.').waitFor()
  await page.fill('#path', join(folder, 'inside'))
  await page.getByRole('button', { name: 'Open' }).click()
  await problem.getByText('This is a folder.').waitFor()
  await page.fill('#path', join(folder, 'a.csv'))
  await pressAndClose(page, 'Enter')
  expect(await answer).toEqual({ canceled: false, filePaths: [join(folder, 'a.csv')] })
})

it('gives the full paths of files chosen with the browser’s own dialog', async () => {
  const answer = askInWindow('showOpenDialog', {
    title: 'Which files?',
    properties: ['openFile', 'multiSelections'],
  })
  const page = await dialogPage('Which files?')
  const files = ['a.csv', 'b.csv'].map((name) => join(folder, name))
  await page.setInputFiles('#file', files)
  await page.getByRole('button', { name: 'Open' }).click()
  expect(await answer).toEqual({ canceled: false, filePaths: files })
})

it('asks where to save, starting from the suggested name, in a folder that is there', async () => {
  const answer = askInWindow('showSaveDialog', { title: 'Save', defaultPath: join(folder, 'report.pdf') })
  const page = await dialogPage('Save')
  expect(await page.inputValue('#path')).toBe(join(folder, 'report.pdf'))
  await page.fill('#path', join(folder, 'none', 'report.pdf'))
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('#problem').getByText('There is no such folder.').waitFor()
  await page.fill('#path', join(folder, 'report.pdf'))
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await answer).toEqual({ canceled: false, filePath: join(folder, 'report.pdf') })
})

it('asks for a folder', async () => {
  const answer = askInWindow('showOpenDialog', {
    title: 'Folder',
    defaultPath: folder,
    properties: ['openDirectory'],
  })
  const page = await dialogPage('Folder')
  await page.getByRole('button', { name: 'Open' }).click()
  expect(await answer).toEqual({ canceled: false, filePaths: [folder] })
})

it('takes a closed window, Escape and Cancel as "no"', async () => {
  const closed = askInWindow('showSaveDialog', { title: 'Closed' })
  await (await dialogPage('Closed')).close()
  expect(await closed).toEqual({ canceled: true, filePath: '' })
  const escaped = askInWindow('showOpenDialog', { title: 'Escaped' })
  await pressAndClose(await dialogPage('Escaped'), 'Escape')
  expect(await escaped).toEqual({ canceled: true, filePaths: [] })
  const asked = askInWindow('showMessageBox', {
    title: 'Asked',
    message: 'Sure?',
    buttons: ['Yes', 'No'],
    cancelId: 1,
  })
  await (await dialogPage('Asked')).getByRole('button', { name: 'Yes' }).click()
  expect(await asked).toEqual({ response: 0, checkboxChecked: false })
})

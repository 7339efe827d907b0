import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { writePackFile } from '../../src/main/features/packs/pack-file'
import { guide, manifest, soundFiles } from '../../src/main/features/packs/sound-pack.fixture'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const text = `The **marmalade rule**: count what changed [as the department says](https://www.gov.uk/teachers), not
[what was bought](https://shop.example.org/).

## Who and how long

| Who | Hours |
| --- | ---: |
| Teachers | 30 |

1. Ask first.
2. Count afterwards.
   - once
   - twice
`

const source = { title: 'Standards for teachers', url: 'https://www.gov.uk/standards', asOf: '2026-01-05' }

const packFiles = (changes: Readonly<Record<string, string>> = {}) =>
  soundFiles({
    'guides.json': JSON.stringify({ guides: [{ ...guide, sources: [source] }] }),
    'guides/what-counts.md': text,
    'glossary.json': JSON.stringify({
      terms: [
        { term: 'Aardvark hour', meaning: 'An hour that nobody planned.', seeAlso: ['Zebra hour', 'Nothing'] },
        { term: 'Zebra hour', meaning: 'An hour on paper.' },
      ],
    }),
    ...changes,
  })

const outsideCalls = async (app: LaunchedApp) =>
  (await app.hostCalls()).filter(({ what }) => what === 'shell.openExternal').map(({ args }) => args[0])

async function wordsOfPdf(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const pdf = await loading.promise
  const words: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    words.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])))
  }
  await loading.destroy()
  return words.join(' ').replace(/\s+/g, ' ')
}

/** The page with this title, once everything on it has come. */
async function arrived(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

async function openLibrary(app: LaunchedApp): Promise<void> {
  await app.page.getByRole('button', { name: 'Open the sample school' }).click()
  await toLibrary(app.page)
}

async function toLibrary(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Documents', exact: true }).click()
  await arrived(page, 'Documents')
  await page.locator('#main').getByRole('link', { name: 'Library', exact: true }).click()
  await arrived(page, 'Library')
}

const inLibrary = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name })

it('adds a pack, refuses a faulty one, and takes one out again', async () => {
  const app = await launchApp()
  const { page } = app
  await openLibrary(app)
  await inLibrary(page, /^Packs/).click()
  await arrived(page, 'Packs')
  const folder = temporaryFolder()
  const [sound, faulty] = [join(folder, 'sound.cpdpack'), join(folder, 'faulty.cpdpack')]
  writeFileSync(sound, writePackFile(packFiles()))
  writeFileSync(faulty, writePackFile(packFiles({ 'guides/what-counts.md': '<b>No</b>' })))

  await app.dialogs.open(faulty)
  await page.getByRole('button', { name: 'Add a pack' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The pack was not added' })
  await alert.getByText(/The packs you have stay as they are/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-pack-refused', 'small')

  await app.dialogs.open(sound)
  await page.getByRole('button', { name: 'Add a pack' }).click()
  await page.getByText('“Northshire’s own texts”, version 2026.2, added: 7 texts and entries.').waitFor()
  await alert.waitFor({ state: 'detached' })
  const card = page.getByRole('region', { name: 'Northshire’s own texts' })
  await card.getByText('Handed to your school').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-packs', 'laptop')

  await card.getByRole('button', { name: 'Take it out' }).click()
  await card.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card.waitFor()
})

it('finds a text, reads it by keyboard, follows only the links it knows, and prints it', async () => {
  const app = await launchApp()
  const { page } = app
  await openLibrary(app)
  await addPack(app)
  await toLibrary(page)

  await page.getByLabel('Find in every text').fill('marmalade')
  const found = page.getByRole('link', { name: 'What counts', exact: true })
  await found.waitFor()
  await expect.poll(() => page.locator('.library-found mark').first().textContent()).toBe('marmalade')
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-found', 'laptop')
  await found.focus()
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 2, name: 'What counts' })
  await title.waitFor()
  await page.getByRole('heading', { level: 3, name: 'Who and how long' }).waitFor()
  await page.getByText('looked at on 5 January 2026').waitFor()
  await page.getByText('From “Northshire’s own texts”, version 2026.2').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-text', 'laptop')

  // What is not on the list of known hosts is text to be copied, never a link.
  await page.getByText('https://shop.example.org/').waitFor()
  expect(await page.getByRole('link', { name: /what was bought/ }).count()).toBe(0)
  await page.getByRole('link', { name: /as the department says/ }).click()
  await expect.poll(() => outsideCalls(app)).toEqual(['https://www.gov.uk/teachers'])

  const folder = temporaryFolder()
  await saveAs(app, join(folder, 'text.pdf'), 'PDF')
  const printed = await wordsOfPdf(join(folder, 'text.pdf'))
  for (const words of [
    'Hartwell Park Primary School',
    'What counts',
    'as the department says (https://www.gov.uk/teachers)',
    '2. Count afterwards.',
    'Standards for teachers, https://www.gov.uk/standards, looked at on 5 January 2026',
    'From “Northshire’s own texts”',
  ])
    expect(printed).toContain(words)
  await saveAs(app, join(folder, 'text.docx'), 'Word document')
  expect(readFileSync(join(folder, 'text.docx')).subarray(0, 2).toString()).toBe('PK')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('marmalade')
  await page.getByRole('option', { name: /What counts/ }).waitFor()
  // Texts hold the words of every command: Enter still does what was typed.
  await page.getByRole('combobox').fill('add a person')
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Add a person' }).waitFor()
  // What is found a moment later stands above the commands, and the mark goes to it, unless somebody has moved it.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find people/ }).fill('induction')
  const marked = page.locator('[role="option"][data-focused]')
  await expect.poll(() => marked.allInnerTexts()).toEqual([expect.stringMatching(/^Induction\s+Glossary$/)])
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => marked.allInnerTexts()).toEqual(['Induction of starters'])
  await page.keyboard.press('ArrowUp')
  // Erasing takes no mark away, and Enter opens what is first then; where all is erased, nothing is marked.
  await page.keyboard.press('Backspace')
  await expect.poll(() => marked.allInnerTexts()).toEqual(['Induction of starters'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(20)
  expect(await marked.count()).toBe(0)
  await page.keyboard.type('inductiont')
  await page.keyboard.press('Backspace')
  await expect.poll(() => marked.allInnerTexts()).toEqual([expect.stringMatching(/^Induction\s+Glossary$/)])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
})

it('words a text anew, is told when theirs changes, and keeps ours or goes back', async () => {
  const app = await launchApp()
  const { page } = app
  await openLibrary(app)
  await addPack(app)
  await toLibrary(page)
  await page.getByRole('link', { name: 'What counts', exact: true }).click()
  await page.getByRole('link', { name: 'Write our own wording' }).click()
  await arrived(page, 'Our own wording: What counts')
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await expect.poll(() => text.inputValue()).toContain('| Teachers | 30 |')
  await text.fill('<b>Jam</b>')
  await page.getByRole('button', { name: 'Save our wording' }).click()
  await page
    .getByText(/something in it that it cannot hold/)
    .first()
    .waitFor()
  await text.fill('## With us\n\nCount the **jam**.')
  await page.getByRole('region', { name: 'As it will be read' }).getByRole('heading', { name: 'With us' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-wording', 'laptop')
  await page.getByRole('button', { name: 'Save our wording' }).click()
  await arrived(page, 'Library')
  await page.getByText('Count the jam.').waitFor()
  await page
    .getByText(/own wording of a text from “Northshire’s own texts”, version 2026.2, dated/)
    .first()
    .waitFor()
  const folder = temporaryFolder()
  await saveAs(app, join(folder, 'ours.pdf'), 'PDF')
  expect(await wordsOfPdf(join(folder, 'ours.pdf'))).toContain('With us Count the jam')

  await addPack(app, {
    'pack.json': JSON.stringify({ ...manifest, version: '2026.3' }),
    'guides/what-counts.md': later,
  })
  await toLibrary(page)
  const line = page
    .locator('.library-line')
    .filter({ has: page.getByRole('link', { name: 'What counts', exact: true }) })
  await line.getByText('Theirs has changed').waitFor()
  await line.getByRole('link').click()
  await page.getByRole('link', { name: 'Compare' }).click()
  await arrived(page, 'Ours and theirs: What counts')
  await page.getByText('Count the marmalade twice.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-compared', 'laptop')
  await page.getByRole('button', { name: 'Keep ours' }).click()
  await arrived(page, 'Library')
  await line.getByText('Our own wording').waitFor()
  await line.getByText('Theirs has changed').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Go back to theirs' }).click()
  await page.getByText('Count the marmalade twice.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Count the jam.').waitFor()
})

const later = '## With them\n\nCount the marmalade twice.\n'

it('keeps the school’s own acronym, and each change of it can be undone', async () => {
  const app = await launchApp()
  const { page } = app
  await openLibrary(app)
  await inLibrary(page, /^Acronyms/).click()
  await arrived(page, 'Acronyms')
  await page.getByRole('button', { name: 'Add an acronym' }).click()
  const panel = page.getByRole('dialog', { name: 'Add an acronym' })
  await panel.getByRole('textbox', { name: 'Acronym' }).fill('XQLT')
  await expectNoAxeViolations(page)
  // What was typed is there again when the panel is.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add an acronym' }).click()
  await panel.getByText('We kept what you had typed').waitFor()
  await panel.getByRole('button', { name: 'Save the acronym' }).click()
  await panel.getByText('Fill this in.').first().waitFor()
  await panel.getByLabel('What it stands for').fill('Extra quiet learning time')
  await panel.getByRole('button', { name: 'Save the acronym' }).click()
  await panel.waitFor({ state: 'detached' })

  const entry = page.locator('.entry', { hasText: 'XQLT' })
  await entry.getByText('Your school’s own').waitFor()
  await page.getByLabel('Find an acronym').fill('quiet learn')
  await expect.poll(() => page.locator('.entry').count()).toBe(1)
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-own-acronym', 'small')

  await entry.getByRole('button', { name: 'More for XQLT' }).click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await page.getByRole('dialog').getByLabel('What it stands for').fill('Extra quick learning talk')
  await page.getByRole('button', { name: 'Save the acronym' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('Find an acronym').fill('XQLT')
  await entry.getByText('Extra quick learning talk').waitFor()

  await entry.getByRole('button', { name: 'More for XQLT' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await entry.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await entry.getByText('Extra quick learning talk').waitFor()

  const folder = temporaryFolder()
  await saveAs(app, join(folder, 'acronyms.pdf'), 'PDF')
  expect(await wordsOfPdf(join(folder, 'acronyms.pdf'))).toContain('XQLT Extra quick learning talk')
})

it('leads from a word to the one it names, and refuses what is no address', async () => {
  const app = await launchApp()
  const { page } = app
  await openLibrary(app)
  await addPack(app)
  await inLibrary(page, /^Glossary/).click()
  await arrived(page, 'Glossary')
  const entry = page.locator('.entry', { hasText: 'Aardvark hour' })
  await entry.getByText('See also Zebra hour, Nothing').waitFor()
  await entry.getByRole('link', { name: 'Zebra hour' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Zebra hour')
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-glossary', 'laptop')

  await inLibrary(page, /^Web links/).click()
  await arrived(page, 'Web links')
  await page.getByRole('button', { name: 'Add a link' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Name of the page').fill('Our hub')
  await panel.getByLabel('Address').fill('www.hub.example')
  await panel.getByLabel('What it is for').fill('Courses nearby.')
  await panel.getByRole('button', { name: 'Save the link' }).click()
  await panel
    .getByText(/it begins with https/)
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await panel.getByLabel('Address').fill('https://www.hub.example/cpd')
  await panel.getByRole('button', { name: 'Save the link' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.locator('.entry', { hasText: 'Our hub' }).getByText('https://www.hub.example/cpd').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'library-links', 'phone')
})

/** Hands the pack of this journey to the school, as a person does. */
async function addPack(app: LaunchedApp, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const { page } = app
  const path = join(temporaryFolder(), 'northshire.cpdpack')
  writeFileSync(path, writePackFile(packFiles(changes)))
  await inLibrary(page, /^Packs/).click()
  await arrived(page, 'Packs')
  await app.dialogs.open(path)
  await page.getByRole('button', { name: 'Add a pack' }).click()
  await page.getByRole('region', { name: 'Northshire’s own texts' }).waitFor()
}

async function saveAs(app: LaunchedApp, path: string, format: string): Promise<void> {
  await app.dialogs.save(path)
  await app.page.getByRole('button', { name: 'Save as' }).click()
  await app.page.getByRole('menuitem', { name: format }).click()
  await app.page.getByText(`Saved as ${basename(path)}`).waitFor()
}

import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const talk = 'A talk each year about work and development'

/** A page by what Ctrl+K calls it. */
async function find(page: Page, typed: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /Find/ }).fill(typed)
  await page.getByRole('option', { name: title }).first().click()
}

/** Takes a promise over, says what counts for one that is open, and finds both in their list. */
async function decideWhatIsPromised(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'What we promise' }).click()
  await page.getByRole('heading', { level: 2, name: 'Promised in 2025/26' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-rules', 'laptop')
  const offer = page.getByRole('form', { name: /England/ })
  await offer.getByText('Reading part one of the safeguarding guidance').click()
  await offer.getByText('Safeguarding training for governors and trustees').click()
  await offer.getByRole('button', { name: 'Take these over' }).click()
  await page.getByText('2 promises taken over').waitFor()
  // No governor is on the staff list: the promise says so itself.
  await page.getByText('For nobody in this year').first().waitFor()
  await page.getByRole('link', { name: 'Change: One activity of the person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Change a promise' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-rule', 'small')
  // What is missing is said on top, and nothing is saved.
  await page.getByLabel(/^Why$/).fill('')
  await page.getByRole('button', { name: 'Save the promise' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByLabel(/^Why$/).fill('People know best what they need next.')
  await page.getByRole('button', { name: /What counts/ }).click()
  await page.getByRole('option', { name: 'What we tick off' }).click()
  await page.getByRole('button', { name: 'Save the promise' }).click()
  await page.getByText('Promise saved').waitFor()
}

/** Ticks two people off by keyboard alone, and takes it back as one change. */
async function tickOff(page: Page): Promise<void> {
  await find(page, 'tick off', 'Tick off what was promised')
  await page.getByRole('heading', { level: 1, name: 'Tick off what was promised' }).waitFor()
  await page.getByRole('button', { name: /Promise$/ }).click()
  await page.getByRole('option', { name: talk }).click()
  await page.getByRole('button', { name: 'Choose all 14' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-ticks', 'laptop')
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Tick them off' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('2 people ticked off').waitFor()
  await page.getByRole('button', { name: 'Choose all 12' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Choose all 14' }).waitFor()
}

/** From those who fall behind with one promise to places on an event that counts for it. */
async function bookThem(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Promise$/ }).click()
  await page.getByRole('option', { name: 'Seeing a colleague at work' }).click()
  await page.getByText('24 of 42 people').waitFor()
  await page.getByRole('button', { name: 'Book those who fall behind' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: /Event/ }).click()
  await page.getByRole('option').first().click()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-book', 'laptop')
  await panel.getByRole('button', { name: 'Book them' }).click()
  await page.getByText(/24 people booked/).waitFor()
  await page.getByText('Nobody falls behind').waitFor()
}

/** One page each, after a first one, with everybody in the outline. */
async function saveAllStatements({ page, dialogs }: LaunchedApp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-statements-'))
  await dialogs.save(join(folder, 'all.pdf'))
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: /^PDF/ }).click()
  await page.getByText('Saved as all.pdf').waitFor({ timeout: 60_000 })
  const loading = getDocument({ data: new Uint8Array(readFileSync(join(folder, 'all.pdf'))), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const [title] = await pdf.getOutline()
    expect(title?.items.length).toBe(42)
    expect(pdf.numPages).toBe(43)
  } finally {
    await loading.destroy()
  }
  await dialogs.save(join(folder, 'all.xlsx'))
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click()
  await page.getByText('Saved as all.xlsx').waitFor({ timeout: 30_000 })
  expect(statSync(join(folder, 'all.xlsx')).size).toBeGreaterThan(5_000)
}

it('says who gets what was promised, from the rules to places booked and statements on paper', async () => {
  const app = await launchApp({ nowUtc: '2026-04-01T09:00:00.000Z' })
  const { page } = app
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'School and staff' }).waitFor()
  await find(page, 'promised', 'Is everybody getting what they were promised?')
  await page.getByRole('heading', { level: 1, name: 'Entitlements' }).waitFor()
  await page.getByRole('grid', { name: 'Entitlements' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlements', 'laptop')
  await decideWhatIsPromised(page)
  await tickOff(page)

  await page.getByRole('link', { name: 'Entitlements', exact: true }).click()
  await bookThem(page)
  await saveAllStatements(app)

  // Every number leads to its records, and a record to its page.
  await page.getByRole('grid', { name: 'Entitlements' }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 2, name: 'Seeing a colleague at work' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-person', 'laptop')

  await find(page, 'fair shares', 'Fair shares of what is promised')
  await page.getByRole('heading', { level: 2, name: 'By length of service' }).waitFor()
  await page.getByText('Too few people to be shown').first().waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'entitlement-fairness', 'laptop')
  await app.stop()
}, 240_000)

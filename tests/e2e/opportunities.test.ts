import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sharedData } from '../fixtures/shared-data'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

/** A small catalogue as a stand-in where the real one is absent: the same walk, a shorter list. */
function smallCatalogue(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-catalogue-')), 'courses.json')
  const course = { 'Course title': 'Leading primary computing - remote', 'Start date': '02/12/2025 09:30:00' }
  writeFileSync(path, JSON.stringify({ courses: [course] }))
  return path
}

const real = sharedData('ncce-cpd-courses', 'local_templates', 'courselistingfuturebyprogrammeidv2concisehfw.json')

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((route) => void (location.hash = route), path)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** The wizard: chosen, matched, looked over, brought in. */
async function bringIn({ page, dialogs }: LaunchedApp): Promise<void> {
  await goTo(page, '/imports/catalogue', 'Import a catalogue of courses')
  await dialogs.open(real ?? smallCatalogue())
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Look it over' }).click()
  await page.getByRole('button', { name: real === undefined ? 'Bring in 1 entry' : 'Bring in 293 entries' }).click()
  await page.getByText(real === undefined ? '1 entry brought in' : '293 entries brought in').waitFor()
  await page.getByRole('link', { name: 'See the opportunities' }).click()
}

/** Finds a course by its words, and makes an event of it. */
async function makeAnEvent(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Opportunities' }).waitFor()
  await page.getByRole('searchbox').fill('number facts')
  await expectNoAxeViolations(page)
  await screenshot(page, 'opportunities', 'laptop')
  await page.getByRole('link', { name: 'Number facts without tears' }).click()
  await page.getByRole('heading', { level: 1, name: 'Number facts without tears' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'opportunity', 'small')
  await page.getByRole('button', { name: 'Make an event of this' }).click()
  await page.getByRole('tab', { name: /People and attendance/ }).waitFor()
}

/** A bulletin to one staff group, saved for Word, and one answer with its reason. */
async function sendABulletin({ page, dialogs }: LaunchedApp): Promise<void> {
  await goTo(page, '/opportunities/offers/new', 'Make an offer')
  await page.getByRole('textbox', { name: 'Title' }).fill('Spring in the office')
  await page.getByRole('button', { name: 'Keep this offer' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByRole('searchbox', { name: 'Find an opportunity' }).fill('spreadsheets')
  await page.getByText('Spreadsheets for the school office').click()
  await page.getByText('Office and business').click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Keep this offer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Spring in the office' }).waitFor()
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-offer-')), 'Spring.docx')
  await dialogs.save(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Word document' }).click()
  await page.getByText('Saved as Spring.docx').waitFor()
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('grid', { name: 'Answers' }).getByRole('row').nth(1).click()
  await page.getByRole('button', { name: /No answer/ }).click()
  await page.getByRole('option', { name: 'No', exact: true }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('Did it last year')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Keep the answer' }).click()
  await page.getByText('Did it last year').waitFor()
  await screenshot(page, 'offer', 'laptop')
}

it('brings a catalogue in, makes an event of a course, sends a bulletin and keeps the answers', async () => {
  const app = await launchApp()
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'School and staff' }).waitFor()
  await bringIn(app)
  await makeAnEvent(page)
  await sendABulletin(app)
  await goTo(page, '/opportunities/unoffered', 'Who was offered nothing?')
  await page.getByText(/people were offered nothing in/).waitFor()
  await goTo(page, '/opportunities/matching', 'What serves which need?')
  await page.getByRole('grid', { name: 'Needs' }).getByRole('row').nth(1).click()
  await page
    .getByText(/\d+ points: /)
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'matching', 'laptop')
})

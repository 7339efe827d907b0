import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const panelOf = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => panelOf(page).waitFor({ state: 'detached' })

/** Chooses from a list that drops down. */
async function pick(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** The same need is raised for the three of the office, after a form without a title was refused. */
async function raiseForMany(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Priorities and needs' }).click()
  await page.getByRole('link', { name: 'Needs', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor()
  await page.getByRole('row', { name: /Moving and handling refresher/ }).waitFor()
  await screenshot(page, 'needs', 'laptop')
  await page.getByRole('link', { name: 'Raise a need' }).click()
  await page.getByText('Several people').click()
  await pick(page, /Tick everybody of/, 'Office and business')
  await pick(page, /Found by/, 'New role')
  await page.getByRole('button', { name: 'Raise this need' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('textbox', { name: 'Need', exact: true }).fill('Booking rooms with the new calendar')
  await page.getByRole('button', { name: 'Raise this need' }).click()
  await page.getByText('3 needs raised').waitFor()
}

/** They are agreed together; a second raising finds them open. */
async function agreeTogether(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: 'Find a need' })
    .or(page.getByRole('searchbox', { name: 'Find a need' }))
    .fill('rooms')
  await expect.poll(() => page.getByRole('row', { name: /Booking rooms/ }).count()).toBe(3)
  await page.getByRole('button', { name: 'Several at once' }).click()
  await page.getByRole('menuitem', { name: 'Agree needs' }).click()
  await panelOf(page).getByText('Booking rooms with the new calendar').first().waitFor()
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Agree these needs' }).click()
  await closed(page)
  await page.getByText('7 needs agreed').waitFor()
}

/** A need is planned by putting an event to it, and closed by what shows that it is met, not by having gone. */
async function closeByEvidence(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Booking rooms with the new calendar' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Booking rooms with the new calendar' }).waitFor()
  await page.getByRole('button', { name: 'Put an event to it' }).click()
  await page.getByRole('combobox', { name: 'Event' }).fill('School finance')
  await page
    .getByRole('option', { name: /School finance update/ })
    .first()
    .click()
  await panelOf(page).getByRole('button', { name: 'Put it to the need' }).click()
  await closed(page)
  await page.getByText('Planned since 20 November 2025').waitFor()
  await page.getByRole('button', { name: 'Met: say what shows it' }).click()
  await panelOf(page).getByRole('button', { name: 'Record that it is met' }).click()
  await panelOf(page)
    .getByText(/Going to something does not show/)
    .first()
    .waitFor()
  await panelOf(page).getByLabel('What shows it').fill('Rooms for parents’ evening were booked without help')
  await panelOf(page).getByRole('button', { name: 'Record that it is met' }).click()
  await closed(page)
  await page.getByText('Met since 20 November 2025').waitFor()
  await page.getByText('Rooms for parents’ evening were booked without help').waitFor()
  await screenshot(page, 'need', 'laptop')
}

/** The balance in its views; a file of one; from a cluster to its needs. */
async function balance({ page, dialogs }: LaunchedApp): Promise<void> {
  await page.evaluate(() => void (location.hash = '/needs/balance?view=clusters'))
  await page.getByRole('row', { name: /^Calm starts to lessons|TS7 Calm starts/ }).waitFor()
  await screenshot(page, 'needs-balance', 'laptop')
  const path = join(temporaryFolder(), 'same.xlsx')
  await dialogs.save(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click()
  await page.getByText('Saved as same.xlsx').waitFor()
  expect(existsSync(path)).toBe(true)
  await page.getByRole('tab', { name: 'Importance and cost' }).click()
  await page.getByRole('row', { name: /^Essential/ }).waitFor()
  await page.getByRole('tab', { name: 'The same needs' }).click()
  await page.getByRole('link', { name: /Calm starts to lessons/ }).click()
  await page.getByRole('button', { name: 'The same need: show all' }).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /Calm starts/ }).count()).toBe(2)
}

/** Who can train others is asked for and added to. */
async function expertise(page: Page): Promise<void> {
  await page.evaluate(() => void (location.hash = '/needs/expertise'))
  await page.getByRole('button', { name: 'Add expertise' }).click()
  await panelOf(page).getByRole('combobox', { name: 'Person' }).fill('Thackray')
  await page
    .getByRole('option', { name: /Thackray/ })
    .first()
    .click()
  await panelOf(page).getByLabel('Subject or skill').fill('Spreadsheets')
  await panelOf(page).getByText('Can train others in it, and would').click()
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Save the expertise' }).click()
  await closed(page)
  await page.getByRole('row', { name: /Spreadsheets.*Thackray.*Yes/ }).waitFor()
}

/** Whoever falls behind a promise gets a need of their own. */
async function fromPromise(page: Page): Promise<void> {
  await page.evaluate(() => void (location.hash = '/entitlements?state=behind'))
  await pick(page, /Promise$/, 'A short look at the plan in each term')
  await page.getByRole('button', { name: 'Raise a need for them' }).click()
  await panelOf(page).getByRole('button', { name: 'Raise these needs' }).click()
  await closed(page)
  await page
    .getByText(/needs raised/)
    .first()
    .waitFor()
}

it('raises needs for many, agrees, plans and closes one by evidence, balances them and finds who can help', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await raiseForMany(page)
  await agreeTogether(page)
  await closeByEvidence(page)
  await balance(app)
  await expertise(page)
  await fromPromise(page)
  expect(await app.problems()).toEqual([])
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fillIn } from '../../src/main/features/surveys/survey-files.fixture'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'
import { expectPrintedWell } from './printed-pages'

async function handOut(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Hand out' }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** A round of the self-assessment for three people, by the Teachers’ Standards. */
async function begin(page: Page): Promise<void> {
  await page.evaluate(`window.location.assign('#/needs/finding')`)
  await page.getByText('Where teachers stand, 2025: 7 of 16 came back').waitFor()
  await page.getByRole('link', { name: 'Staff survey' }).click()
  await page.getByRole('link', { name: 'Staff survey, autumn 2025' }).waitFor()
  await page.evaluate(`window.location.assign('#/needs/forms')`)
  await page.getByRole('heading', { level: 1, name: 'Forms that find needs' }).waitFor()
  await page.getByRole('link', { name: 'Staff survey, autumn 2025' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'forms', 'laptop')
  await page.getByRole('link', { name: 'Begin a round of: Self-assessment by a standard' }).click()
  await page.getByRole('heading', { level: 1, name: 'Begin a round' }).waitFor()
  await page.getByRole('button', { name: 'Begin this round' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page
    .getByRole('form', { name: 'Round' })
    .getByRole('button', { name: /^Choose one/ })
    .click()
  await page.getByRole('option', { name: /^Teachers’ Standards/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Where we stand')
  await page.getByRole('radio', { name: 'Some people' }).press('Space')
  for (const name of ['Siân Ashdown', 'Dilip Dunmore', 'Owain Padgett'])
    await page.getByRole('checkbox', { name }).press('Space')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Begin this round' }).click()
  await page.getByRole('heading', { level: 1, name: 'Where we stand' }).waitFor()
  await page.getByText('3 people have not answered').waitFor()
}

/** The form on paper, and a file for each person. */
async function give({ page, dialogs }: LaunchedApp, folder: string): Promise<void> {
  const paper = join(folder, 'form.pdf')
  await dialogs.save(paper)
  await handOut(page, 'Save the form as PDF')
  await page.getByText('Saved as form.pdf').waitFor()
  await expectPrintedWell(paper, { title: /^Where we stand$/, running: 'Professional development' })
  await dialogs.open(folder)
  await handOut(page, 'Save a file to fill in for each person')
  await page.getByText(/^3 files saved in/).waitFor()
  expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(3)
}

/** One sheet is keyed in, one comes back as a file with a bad row, which is refused by its cell. */
async function comeBack({ page, dialogs }: LaunchedApp, folder: string): Promise<void> {
  await page.getByRole('link', { name: 'Key in a sheet' }).first().click()
  await page.getByRole('combobox', { name: 'Whose sheet' }).fill('Dilip')
  await page.getByRole('option', { name: 'Dilip Dunmore' }).click()
  const now = page.getByRole('textbox', { name: /^TS1 .*: now/ })
  await now.fill('7')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.getByRole('button', { name: 'Save and key in the next' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByText('The answer is not a step of the scale, from 0 to 4.').first().waitFor()
  await now.fill('1')
  await expectNoAxeViolations(page)
  await screenshot(page, 'form-keyed-in', 'small')
  await page.getByRole('button', { name: 'Save and key in the next' }).click()
  await page.getByRole('heading', { level: 1, name: 'Key in sheet 2' }).waitFor()
  await page.getByRole('link', { name: 'Where we stand' }).click()

  const back = temporaryFolder()
  await fillIn(join(folder, 'Where we stand, Siân Ashdown.xlsx'), join(back, 'sian.xlsx'), {
    'standards.TS6.now': 2,
    'standards.TS6.next': 4,
    'standards.TS7.now': 'often',
    proud: 'My class enjoys mathematics',
  })
  await page.getByRole('link', { name: 'Take in files' }).click()
  await dialogs.open(back)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByText('1 row is refused').waitFor()
  await page.getByText('New: 3 new, 1 refused').waitFor()
  await expect.poll(() => page.getByRole('row', { name: /E\d+ TS7 .*not a step of the scale/ }).count()).toBe(1)
  await expectNoAxeViolations(page)
  await screenshot(page, 'form-take-in', 'small')
  await page.getByRole('button', { name: 'Take in 1 sheet' }).click()
  await page.getByText('1 sheet taken in').waitFor()
  await page.getByRole('heading', { name: '1 person has not answered' }).waitFor()
}

/** What they say together, and the needs that follow. */
async function sumUp({ page, dialogs }: LaunchedApp, folder: string): Promise<void> {
  await page.getByRole('tab', { name: 'Summary' }).click()
  await page.getByText('2 of 3 sheets came back.').waitFor()
  await page.getByRole('row', { name: /TS6 Make accurate .* 1 2.00 4.00 2.00/ }).waitFor()
  await page.getByText('My class enjoys mathematics').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'form-summary', 'laptop')
  const book = join(folder, 'summary.xlsx')
  await dialogs.save(book)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click()
  await page.getByText('Saved as summary.xlsx').waitFor()
  expect(existsSync(book)).toBe(true)

  await page.getByRole('tab', { name: 'Needs from it' }).click()
  await page.getByRole('radio', { name: /^People/ }).click()
  await page.getByRole('checkbox', { name: /^Make accurate and productive use of assessment/ }).press('Space')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Raise these needs' }).click()
  await page.getByText('1 need raised').waitFor()
  await page.getByRole('list', { name: 'Raised already' }).getByText('Siân Ashdown: 2 now, 4 aimed at').waitFor()
}

/** A round without names: keyed in from paper, shown only once it is closed, and closed for good. */
async function withoutNames(page: Page): Promise<void> {
  await page.evaluate(`window.location.assign('#/needs/forms/new?form=staff-survey-development')`)
  await page.getByRole('textbox', { name: 'Title' }).fill('How it goes')
  await page.getByRole('button', { name: 'Begin this round' }).click()
  await page.getByRole('heading', { level: 1, name: 'How it goes' }).waitFor()
  await page.getByRole('link', { name: 'Key in a sheet' }).first().click()
  for (let sheet = 1; sheet <= 5; sheet += 1) {
    await page.getByRole('heading', { level: 1, name: `Key in sheet ${sheet}` }).waitFor()
    await page.getByRole('textbox', { name: /^Somebody has asked me/ }).fill(String(sheet))
    if (sheet === 5) await screenshot(page, 'form-keyed-in-without-names', 'small')
    await page.getByRole('button', { name: 'Save and key in the next' }).click()
  }
  await page.getByRole('heading', { level: 1, name: 'Key in sheet 6' }).waitFor()
  await page.getByRole('link', { name: 'How it goes' }).click()
  await page.getByRole('tab', { name: 'Summary' }).click()
  await page.getByRole('heading', { name: '5 of 42 came back' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'form-still-open', 'laptop')
  await page.getByRole('button', { name: 'Close the round…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the round for good' }).click()
  await page.getByRole('row', { name: /^Somebody has asked me .* 5 1 1 1 1 1 3.00/ }).waitFor()
  expect(await page.getByRole('link', { name: 'Key in a sheet' }).count()).toBe(0)
  await page.getByRole('tab', { name: /^Sheets/ }).click()
  await page.getByText(/^Closed on /).waitFor()
  // Nothing offers to undo it.
  await page.getByText('Round closed for good').waitFor()
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  await expectNoAxeViolations(page)
  await page.evaluate(`location.hash = location.hash.replace(/[?].*/, '') + '/sheets/new'`)
  await page.getByRole('heading', { level: 1, name: 'This round is closed' }).waitFor()
  expect(await page.getByRole('textbox', { name: /^Somebody has asked me/ }).count()).toBe(0)
  await expectNoAxeViolations(page)
  await screenshot(page, 'form-closed', 'small')
}

/** The other forms: each begins a round, is keyed in from its paper, and has its own summary. */
async function otherForms(page: Page): Promise<void> {
  for (const [form, answer] of [
    ['Skills and expertise audit', '2'],
    ['Audit of CPD activity', '3'],
    ['How well do our arrangements for CPD work?', '2'],
  ] as const) {
    await page.evaluate(`window.location.assign('#/needs/forms')`)
    await page.getByRole('link', { name: `Begin a round of: ${form}` }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill(`This year: ${form}`)
    await page.getByRole('button', { name: 'Begin this round' }).click()
    await page.getByRole('heading', { level: 1, name: `This year: ${form}` }).waitFor()
    await page.getByRole('link', { name: 'Key in a sheet' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Key in sheet 1' }).waitFor()
    const sheet = page.getByRole('form', { name: 'Sheet' })
    const whose = sheet.getByRole('combobox', { name: 'Whose sheet' })
    if ((await whose.count()) > 0) {
      await whose.fill('Siân')
      await page.getByRole('option', { name: 'Siân Ashdown' }).click()
    }
    await sheet.getByRole('textbox').first().fill(answer)
    await page.getByRole('button', { name: 'Save and key in the next' }).click()
    await page.getByRole('heading', { level: 1, name: 'Key in sheet 2' }).waitFor()
    await page.getByRole('link', { name: `This year: ${form}` }).click()
    await page.getByText(/ 1 of \d+ came back/).waitFor()
  }
}

it('asks a form on paper and in files, takes the answers in row by row, sums them up and raises a need; without names once it is closed', async () => {
  const app = await launchApp()
  app.page.setDefaultTimeout(15_000)
  const folder = temporaryFolder()
  await app.page.getByRole('button', { name: 'Open the sample school' }).click()
  await app.page.getByRole('navigation', { name: 'Binder' }).waitFor()
  await begin(app.page)
  await give(app, folder)
  await comeBack(app, folder)
  await sumUp(app, folder)
  await withoutNames(app.page)
  await otherForms(app.page)
  expect(await app.problems()).toEqual([])
})

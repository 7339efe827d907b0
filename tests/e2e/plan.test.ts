import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

/** A blank plan of the year after next, with lines made of two agreed needs. */
async function beginWithNeeds(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/plan?year=2027'
  })
  await page.getByRole('button', { name: 'Begin with a blank plan' }).click()
  await page.getByRole('link', { name: /Take in needs/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Take into the plan' }).waitFor()
  await expectNoAxeViolations(page)
  const needs = page.getByRole('group', { name: 'Needs', exact: true }).getByRole('checkbox')
  await needs.nth(0).focus()
  await page.keyboard.press('Space')
  await needs.nth(1).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Make 2 lines of them' }).click()
  await page.getByText('2 lines added to the plan').waitFor()
  await page.getByRole('link', { name: /^Training plan 2027/ }).click()
}

/** A dear line of its own, whose cost is typed as people write it. */
async function addLine(page: Page, title: string, amount: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a line' }).click()
  await page.getByLabel('What is to be done').fill(title)
  await page.getByLabel(/^Amount 1/).fill(amount)
  await page.getByRole('combobox', { name: 'Add a person' }).fill('amina')
  await page.getByRole('option', { name: /^Amina Adeyemi/ }).click()
  await page.getByRole('button', { name: 'Leave out Amina Adeyemi' }).waitFor()
  await page.getByLabel(/^What should have changed/).fill('Fewer lessons are stopped')
  await page.getByRole('button', { name: 'Save the line' }).click()
  await page.getByRole('link', { name: title }).waitFor()
}

/** Tries a smaller budget, keeps one, and moves what matters above the line by keyboard. */
async function cutToBudget(page: Page): Promise<void> {
  await page.getByLabel('What if the budget were').fill('400')
  await page.keyboard.press('Tab')
  await page.getByText('The money ends here').waitFor()
  await page.getByText('Budget, tried').waitFor()
  await page.getByRole('button', { name: 'Back to the budget' }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Budget, funds and words' }).click()
  await page.getByLabel(/^Budget of the plan/).fill('700')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await page.getByText('Plan saved').waitFor()
  await page.getByText(/One more for £650\.50 waits below the line/).waitFor()
  await page.getByRole('button', { name: 'Move up: Talking in maths' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/One more for £600\.00 waits below the line/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'plan', 'laptop')
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send it for approval' }).click()
  await page.getByRole('button', { name: 'Record the approval' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Approve and keep it' }).click()
  await panel.getByRole('region', { name: /This was not saved/ }).waitFor()
  await panel.getByLabel(/^Approved by/).fill('The governing body')
  await panel.getByRole('button', { name: 'Approve and keep it' }).click()
  await page.getByText('Approved as version 1').waitFor({ timeout: 60_000 })
  // What is approved stays: nothing offers to take it back.
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  await page.getByText('In force').waitFor()
}

async function save({ page, dialogs }: LaunchedApp, format: RegExp, name: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-plan-')), name)
  await dialogs.save(path)
  const version = page.getByRole('region', { name: 'Version 1' })
  await version.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: format }).click()
  await page.getByText(`Saved as ${name}`).waitFor()
  return readFileSync(path).toString('latin1')
}

/** A new version is begun and a line taken out: what was promised is still compared. */
async function takeOut(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /^Training plan$/ }).click()
  await page.getByRole('button', { name: 'Make a new version' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel(/^Why/).fill('The grant was cut')
  await panel.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('button', { name: `More for ${title}` }).click()
  await page.getByRole('menuitem', { name: 'Take it out' }).click()
  await page.getByText('Line taken out').waitFor()
  await page.getByRole('link', { name: 'Plan against actual' }).click()
  await page.getByRole('row', { name: new RegExp(`${title}.*Taken out since`) }).waitFor()
}

/** What came from a need does not say what kind of activity it is: that is asked when an event is made of it. */
async function makeEvent(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /^Training plan$/ }).click()
  await page.getByRole('button', { name: `More for ${title}` }).click()
  await page.getByRole('menuitem', { name: 'Make an event of it' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: /Kind/ }).click()
  await page.getByRole('option').first().click()
  await expectNoAxeViolations(page)
  await panel.getByRole('button', { name: 'Make the event' }).click()
  await page.getByText(`Event made: ${title}`).waitFor()
}

it('plans a year from blank: needs become lines, the money ends somewhere, and what is approved is kept', async () => {
  const app = await launchApp()
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Plan and calendar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Staff training plan 2025/26' }).waitFor()
  await beginWithNeeds(page)
  await addLine(page, 'Calm lunchtimes', '600')
  await addLine(page, 'Talking in maths', '650.50')
  await cutToBudget(page)
  await approve(page)
  expect(await save(app, /^PDF/, 'plan.pdf')).toMatch(/^%PDF/)
  const csv = await save(app, /^CSV/, 'plan.csv')
  expect(csv).toContain('Talking in maths')
  expect(csv).toContain('650.50')
  await page.getByRole('link', { name: 'Plan against actual' }).click()
  await page.getByText('as approved in version 1').waitFor()
  await page.getByText('0 of 4 lines begun').waitFor()
  await takeOut(page, 'Talking in maths')
  await page.getByText('0 of 4 lines begun').waitFor()
  await expectNoAxeViolations(page)
  await makeEvent(page, 'Reading fluency: hearing every child')
})

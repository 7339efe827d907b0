import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const panelOf = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => panelOf(page).waitFor({ state: 'detached' })

/** Chooses somebody in a box that is typed into. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

/** The pairs: two keys record a meeting, a pair with oneself is refused, a term is planned, the pair ends. */
async function pairs(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'School and staff' }).click()
  await page.getByRole('button', { name: 'Support and roles' }).click()
  await page.getByRole('menuitem', { name: 'Coaching and mentoring' }).click()
  await page.getByRole('heading', { level: 1, name: 'Who coaches or mentors whom?' }).waitFor()
  await page.getByText(/stays with them/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'pairs', 'laptop')

  // From the row of a pair: its menu, and the first thing in it.
  await page.getByRole('row', { name: /Uzma Thornbury/ }).hover()
  await page.getByRole('button', { name: 'More for Uzma Thornbury' }).click()
  await page.getByRole('menuitem', { name: 'They met today' }).press('Enter')
  await page.getByRole('row', { name: /Uzma Thornbury.* 4 20 Nov 2025/ }).waitFor()
  await page.getByRole('link', { name: 'Dilip Dunmore' }).click()
  await page.getByRole('button', { name: 'They met today' }).press('Enter')
  await page.getByRole('row', { name: /20 Nov 2025 45 min Held/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'pair', 'small')

  await page.getByRole('link', { name: 'Begin a pair' }).click()
  await choose(page, 'Coach or mentor', 'Whitlock, Olivia')
  await choose(page, 'Colleague', 'Whitlock, Olivia')
  await page.getByRole('button', { name: 'Begin this pair' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page
    .getByText(/Nobody coaches or mentors themselves/)
    .first()
    .waitFor()
  await choose(page, 'Colleague', 'Ashdown, Siân')
  await page.getByRole('button', { name: 'Begin this pair' }).click()
  await page.getByRole('heading', { level: 2, name: 'Siân Ashdown with Olivia Whitlock' }).waitFor()

  await page.getByRole('button', { name: 'Plan meetings' }).click()
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Plan these meetings' }).click()
  await closed(page)
  await expect.poll(() => page.getByRole('row', { name: /Planned/ }).count()).toBe(6)
  await page.getByRole('button', { name: 'More', exact: true }).last().click()
  await page.getByRole('menuitem', { name: 'End the pair' }).click()
  await panelOf(page).getByRole('button', { name: 'End the pair' }).click()
  await closed(page)
  await page.getByText('No meeting held yet.').waitFor()
  await page.getByText('6 planned meetings taken away').waitFor()
}

/** The induction of the sample is ticked by keyboard and a step left out; another is begun from the list of steps. */
async function induction(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Today/ }).click()
  await page.getByText('One step of an induction is overdue').waitFor()
  await page.getByRole('link', { name: 'See to it' }).click()
  await page.getByRole('link', { name: 'Jack Thackray' }).click()
  const box = page.getByRole('checkbox', { name: 'Required training is done' })
  await box.waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'induction', 'laptop')
  await box.focus()
  await page.keyboard.press('Space')
  await page.getByText('7 of 9 steps done; under way').waitFor()
  const last = page.getByRole('listitem').filter({ hasText: 'Has told us how the induction was' })
  await last.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Leave it out' }).click()
  await panelOf(page).getByRole('button', { name: 'Leave the step out' }).click()
  await panelOf(page)
    .getByRole('region', { name: /This was not saved/ })
    .waitFor()
  await panelOf(page).getByRole('textbox').fill('They told us in October')
  await panelOf(page).getByRole('button', { name: 'Leave the step out' }).click()
  await closed(page)
  await page.getByText('Left out: They told us in October').waitFor()

  await page.getByRole('link', { name: 'Begin an induction' }).click()
  await choose(page, 'Who starts', 'Castellan, Tessa')
  await choose(page, 'Who sees to it', 'Lathom, Harriet')
  await page.getByText('By 26 Feb 2026').first().waitFor()
  await page.getByRole('checkbox', { name: /A tour with introductions/ }).press('Space')
  await expectNoAxeViolations(page)
  await screenshot(page, 'induction-begin', 'small')
  await page.getByRole('button', { name: 'Begin this induction' }).click()
  await page.getByRole('heading', { level: 2, name: 'Induction of Tessa Castellan' }).waitFor()
  await page.getByText('0 of 14 steps done; 1 overdue').waitFor()
  expect(await page.getByRole('checkbox', { name: /A tour with introductions/ }).count()).toBe(0)
}

/** The gaps of the chart are given to somebody, one line is passed on, and the chart is saved. */
async function responsibilities({ page, dialogs }: LaunchedApp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Who carries which')
  await page
    .getByRole('option', { name: /Who carries which responsibility/ })
    .first()
    .click()
  await page.getByText('51 responsibilities: 45 carried by somebody, 6 by nobody yet.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'responsibilities', 'laptop')
  await page.getByRole('button', { name: 'Give responsibilities' }).click()
  await choose(page, 'To whom', 'Ashdown, Siân')
  await expectNoAxeViolations(page)
  await screenshot(page, 'responsibilities-give', 'small')
  await panelOf(page).getByRole('button', { name: 'Give it to them' }).click()
  await closed(page)
  await page.getByText('51 responsibilities, each carried by somebody.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText(/6 by nobody yet/).waitFor()

  const line = page.getByRole('row', { name: /^Run a CPD plan/ })
  await line.click()
  await panelOf(page).getByRole('button', { name: 'Give it to somebody' }).click()
  await choose(page, 'To whom', 'Whitlock, Olivia')
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Give it to them' }).click()
  await closed(page)
  await page.getByRole('row', { name: /^Run a CPD plan.*Olivia Whitlock since 20 Nov 2025/ }).waitFor()

  const path = join(temporaryFolder(), 'chart.docx')
  await dialogs.save(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Word document' }).click()
  await page.getByText('Saved as chart.docx').waitFor()
  expect(existsSync(path)).toBe(true)
}

/** All of it stands on the page of a person. */
async function onThePerson(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Thackray')
  await page
    .getByRole('option', { name: /Jack Thackray/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 3, name: 'Coaching and mentoring' }).waitFor()
  await page.getByRole('link', { name: /From 1 September 2025: 7 of 8 steps done/ }).waitFor()
  await expectNoAxeViolations(page)
}

it('records pairs, an induction and responsibilities by keyboard, and shows them where they belong', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await pairs(page)
  await induction(page)
  await responsibilities(app)
  await onThePerson(page)
  expect(await app.problems()).toEqual([])
})

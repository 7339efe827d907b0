import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { requestFields } from '../../src/shared/features/imports/request-fields'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

const panelOf = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => panelOf(page).waitFor({ state: 'detached' })

/** Chooses somebody in a box that is typed into. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  // A list of choices closes when the page beneath it moves.
  await box.focus()
  await box.fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

async function takeIn(page: Page, title: string, net: string): Promise<void> {
  await page.getByRole('link', { name: 'Take in a request' }).click()
  await choose(page, 'Who asks', 'Whitlock, Olivia')
  await page.getByRole('textbox', { name: 'What is it?' }).fill(title)
  await page
    .getByRole('textbox', { name: 'What will be different in your practice?' })
    .fill('I plan with bar models')
  await page.getByRole('textbox', { name: 'What will pupils have of it?' }).fill('They explain fractions')
  await page.getByRole('textbox', { name: 'How will that be measured?' }).fill('Books in March')
  await page.getByRole('textbox', { name: 'Net' }).fill(net)
  await page.getByRole('button', { name: /Fund wished/ }).click()
  await page.getByRole('option', { name: 'School budget' }).click()
  await page.getByRole('button', { name: 'Take in this request' }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor()
}

it('takes requests in, decides several with one reason, and books what was agreed with its costs', async () => {
  const { page, dialogs } = await launchApp()
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByText('3 requests wait for a decision').waitFor()
  await page.getByRole('link', { name: 'Priorities and needs' }).click()
  await page.getByRole('link', { name: 'Requests', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Requests' }).waitFor()
  await screenshot(page, 'requests', 'laptop')

  await takeIn(page, 'Bar models for beginners', '120')
  await page.getByText('It waits for Line manager').waitFor()
  const before = page.getByRole('list', { name: 'Before you agree' })
  await before.getByText(/would be left/).waitFor()
  await before.getByText('Not known: no day is named.').first().waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'request', 'laptop')
  await page.getByRole('link', { name: 'Requests', exact: true }).first().click()
  await takeIn(page, 'A day in Paris', '480')
  await page.getByRole('link', { name: 'Requests', exact: true }).first().click()

  // Several at once, with one reason: refused without it.
  await page.getByRole('button', { name: 'Decide on 5 that wait' }).click()
  await panelOf(page)
    .getByText(/A day in Paris/)
    .click()
  await panelOf(page)
    .getByText(/Sounds first/)
    .click()
  await panelOf(page).getByText('Decline', { exact: true }).click()
  await choose(page, 'Who decided', 'Adeyemi')
  await panelOf(page).getByRole('button', { name: 'Decline 2 requests' }).click()
  await panelOf(page)
    .getByRole('region', { name: /This was not saved/ })
    .waitFor()
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('textbox', { name: 'Reason' }).fill('No money is left for travel this term')
  await panelOf(page).getByRole('button', { name: 'Decline 2 requests' }).click()
  await closed(page)
  await page.getByText('Decision kept for 2 requests').waitFor()

  // One through both of its steps, then booked: a place, its cost, and a way back by undo.
  await page.getByRole('link', { name: 'Bar models for beginners' }).click()
  for (const words of [/It waits for CPD leader/, /still to be booked/]) {
    await page.getByRole('button', { name: 'Decide' }).click()
    await panelOf(page).getByRole('button', { name: 'Agree to 1 request' }).click()
    await closed(page)
    await page.getByText(words).waitFor()
  }
  await page.getByRole('button', { name: 'Book it' }).click()
  await panelOf(page).getByRole('button', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'External course' }).click()
  await panelOf(page).getByRole('textbox', { name: 'Day', exact: true }).fill('9/12/2025')
  await panelOf(page).getByRole('textbox', { name: 'Length' }).fill('3:00')
  await panelOf(page).getByRole('button', { name: 'Book it' }).click()
  await closed(page)
  await page.getByRole('link', { name: 'Open the event' }).click()
  await page.getByRole('tab', { name: /Costs/ }).click()
  await page.getByText('£120.00').first().waitFor()
  await page
    .getByRole('tab', { name: /People|Who/ })
    .first()
    .click()
  await expect.poll(() => page.getByText('Olivia Whitlock').count()).toBeGreaterThan(0)

  // She cannot come: the panel says what that costs, and the request no longer says that it is booked.
  await page.getByRole('tab', { name: 'Requests' }).click()
  await page.getByText(/Olivia Whitlock · Booked/).waitFor()
  await page
    .getByRole('tab', { name: /People|Who/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'More for Olivia Whitlock' }).click()
  await page.getByRole('menuitem', { name: /Cancel the booking/ }).click()
  await panelOf(page)
    .getByText(/is charged by the terms|falls away/)
    .waitFor()
  await panelOf(page).getByRole('textbox', { name: 'Why?' }).fill('Needed in class')
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Cancel the booking' }).click()
  await closed(page)
  await page.getByText('£60.00 charged; £60.00 no longer promised').waitFor()
  await page.evaluate(`window.location.assign('#/requests?state=booked')`)
  await page.getByText('Place given back').waitFor()

  // It can be booked again. Something was charged for the place before, so those who agreed are asked once more.
  await page.getByRole('link', { name: 'Bar models for beginners' }).click()
  await page.getByRole('button', { name: 'Book it again' }).click()
  await expectNoAxeViolations(page)
  await panelOf(page).getByRole('button', { name: 'Let it be booked again' }).click()
  await closed(page)
  await page.getByText(/£60.00 was charged for the place before: those who agreed are asked again/).waitFor()
  await page.getByText(/^It waits for/).waitFor()
  await page.evaluate(`window.location.assign('#/requests?state=waiting')`)

  // Filled-in files come back: the row that is good comes in, the other says why not.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Take in filled-in files' }).click()
  await page.getByRole('heading', { level: 1, name: /requests/i }).waitFor()
  await dialogs.open(filledIn())
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Look it over' }).click()
  await page
    .getByText(/Nobody Here/)
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /^Bring in/ }).click()
  await page
    .getByText(/brought in/)
    .first()
    .waitFor()
  await page.evaluate(`window.location.assign('#/requests?state=waiting')`)
  await page.getByRole('link', { name: 'Talk for writing' }).waitFor()
})

/** Two requests as they come back in a file; the binder knows nobody of the second name. */
function filledIn(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'cpd-requests-')), 'requests.csv')
  const cells = (row: Readonly<Record<string, string>>) =>
    requestFields.map(({ key }) => `"${row[key] ?? ''}"`).join(',')
  const row = {
    who: 'Olivia Whitlock',
    title: 'Talk for writing',
    expectedChange: 'I plan talk before writing',
    pupilBenefit: 'They write more',
    howMeasured: 'Books in May',
    feePence: '80',
  }
  const head = requestFields.map(({ label }) => `"${label}"`).join(',')
  writeFileSync(file, [head, cells(row), cells({ ...row, who: 'Nobody Here' })].join('\r\n'))
  return file
}

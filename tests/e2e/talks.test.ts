import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const panelOf = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => panelOf(page).waitFor({ state: 'detached' })
const field = (page: Page, name: string) => page.getByRole('textbox', { name })

/** Chooses somebody in a box that is typed into. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

/** From the list of ways, a review is written down for somebody who had none, agreed to, and its need is there. */
async function review(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Priorities and needs' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Finding needs')
  await page
    .getByRole('option', { name: /Finding needs/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Reviews of development' }).click()
  await page.getByRole('heading', { name: '39 of 42 have had none' }).waitFor()
  await page.getByRole('link', { name: 'Siân Ashdown' }).click()
  await choose(page, 'With', 'Lathom, Harriet')
  await page.getByRole('heading', { name: 'Their record' }).waitFor()
  await field(page, 'Strengths to build on').fill('Asks good questions')
  await page.getByRole('button', { name: 'Add a need' }).click()
  await page.getByRole('button', { name: 'Save the review' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByRole('group', { name: 'Need 1' }).getByRole('textbox', { name: 'Need' }).fill('Leading music')
  await expectNoAxeViolations(page)
  await screenshot(page, 'review-form', 'laptop')
  await page.getByRole('button', { name: 'Save the review' }).click()
  await page.getByRole('heading', { level: 1, name: 'Review of Siân Ashdown' }).waitFor()
  await page.getByRole('button', { name: 'Both agree' }).click()
  await panelOf(page).getByRole('button', { name: 'Record that both agree' }).click()
  await closed(page)
  await page.getByRole('link', { name: 'Leading music' }).first().waitFor()
  await page.getByRole('button', { name: 'Look back' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'review', 'laptop')
  await page.getByRole('link', { name: 'Leading music' }).first().click()
  await page.getByRole('link', { name: 'Open the review' }).click()
  await page.getByRole('heading', { level: 1, name: 'Review of Siân Ashdown' }).waitFor()
}

/** A team exercise: too many votes are refused, the first place is raised as a need of the team. */
async function exercise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Finding needs' }).click()
  await page.getByRole('link', { name: 'Team exercises' }).click()
  await page.getByRole('link', { name: 'Record a team exercise' }).click()
  await page.getByRole('button', { name: /Team/ }).click()
  await page.getByRole('option', { name: 'Upper juniors' }).click()
  await field(page, 'People there').fill('6')
  for (const [index, title, votes] of [
    [1, 'Fractions', '12'],
    [2, 'Wet playtimes', '9'],
  ] as const) {
    await page.getByRole('button', { name: /^Add a(nother)? topic/ }).click()
    const line = page.getByRole('group', { name: `Topic ${index}` })
    await line.getByRole('textbox', { name: 'Topic' }).fill(title)
    await line.getByRole('textbox', { name: 'Votes' }).fill(votes)
  }
  await page.getByRole('button', { name: 'Save the exercise' }).click()
  await page
    .getByText(/21 votes, more than the 18/)
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'exercise-form', 'small')
  await page.getByRole('group', { name: 'Topic 2' }).getByRole('textbox', { name: 'Votes' }).fill('6')
  await page.getByRole('button', { name: 'Save the exercise' }).click()
  await page.getByRole('row', { name: /^1 Fractions 12/ }).waitFor()
  await page.getByRole('button', { name: 'Raise needs' }).click()
  await panelOf(page).getByRole('group', { name: 'Wet playtimes' }).getByRole('checkbox').press('Space')
  await expectNoAxeViolations(page)
  await screenshot(page, 'exercise-raise', 'small')
  await panelOf(page).getByRole('button', { name: 'Raise these needs' }).click()
  await closed(page)
  await page.getByText('1 need raised', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Fractions' }).waitFor()
}

/** A walk with more places than were seen is refused; its question is raised for the school. */
async function walk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Finding needs' }).click()
  await page.getByRole('link', { name: 'Learning walks' }).click()
  await page.getByRole('link', { name: 'Record a learning walk' }).click()
  await field(page, 'What you looked for').fill('How questions are asked')
  await field(page, 'Places seen').fill('6')
  await page.getByRole('button', { name: 'Add a line' }).click()
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByRole('textbox', { name: 'What' }).fill('Time to think before an answer')
  await line.getByRole('textbox', { name: 'Seen in' }).fill('7')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await line.getByRole('textbox', { name: 'Seen in' }).fill('4')
  await expectNoAxeViolations(page)
  await screenshot(page, 'walk-form', 'small')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('heading', { level: 1, name: 'How questions are asked' }).waitFor()
  await page.getByRole('button', { name: 'Raise needs' }).click()
  await panelOf(page).getByRole('button', { name: 'Raise these needs' }).click()
  await closed(page)
  await page.getByRole('link', { name: 'Time to think before an answer' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'walk', 'small')
}

/** What a few pupils said: of fewer than five, how many said it is not shown. */
async function voice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Finding needs' }).click()
  await page.getByRole('link', { name: 'Pupils and parents' }).click()
  await page.getByRole('link', { name: 'Record what they said' }).click()
  await field(page, 'Which of them').fill('Year 5')
  await field(page, 'How many').first().fill('4')
  await field(page, 'What you asked').fill('What helps you learn?')
  await page.getByText(/Fewer than five were asked/).waitFor()
  await page.getByRole('button', { name: 'Add a point' }).click()
  const line = page.getByRole('group', { name: 'Point 1' })
  await line.getByRole('textbox', { name: 'What was said' }).fill('Clearer steps in mathematics')
  await line.getByRole('textbox', { name: 'How many' }).fill('3')
  await expectNoAxeViolations(page)
  await screenshot(page, 'voice-form', 'small')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('heading', { level: 1, name: 'What helps you learn?' }).waitFor()
  const said = page.getByRole('row', { name: /Clearer steps in mathematics/ })
  await said.waitFor()
  expect(await said.innerText()).not.toContain('3')
  await expectNoAxeViolations(page)
  await screenshot(page, 'voice', 'small')
}

/** The five steps: the sample's open one is taken up where it was left, and its agreement is saved for Word. */
async function fiveSteps({ page, dialogs }: LaunchedApp): Promise<void> {
  await page.getByRole('link', { name: 'Finding needs' }).click()
  await page.getByRole('link', { name: 'Ways to a qualification' }).click()
  await page.getByRole('link', { name: 'Moira Eastwick' }).click()
  await page.getByRole('link', { name: 'Go on with step 3' }).click()
  await page.getByRole('heading', { level: 2, name: 'Step 3: Which way' }).waitFor()
  await page.getByText(/English first: plan that as a step of its own/).waitFor()
  await page.getByRole('radio', { name: /^No$/ }).press('Space')
  await field(page, 'Qualification').fill('Level 2 certificate')
  await page.getByText(/None of the six cases is ticked/).waitFor()
  await page.getByRole('checkbox', { name: /opens the way to a role/ }).press('Space')
  await expectNoAxeViolations(page)
  await screenshot(page, 'route-way', 'laptop')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await page.getByRole('heading', { level: 2, name: 'Step 4: The practical side' }).waitFor()
  await page.getByRole('checkbox', { name: /A training mentor is found/ }).press('Space')
  await page.getByRole('button', { name: 'Add a cost' }).click()
  await field(page, 'What').last().fill('Fee')
  await field(page, 'Amount').fill('120')
  await expectNoAxeViolations(page)
  await screenshot(page, 'route-practice', 'laptop')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await page.getByRole('heading', { level: 2, name: 'Step 5: Afterwards, and agreement' }).waitFor()
  await page.getByRole('button', { name: 'Save and look at it' }).click()
  await page.getByRole('row', { name: /Fee £120.00 The school/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'route', 'laptop')
  const path = join(temporaryFolder(), 'agreement.docx')
  await dialogs.save(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'Word document' }).click()
  await page.getByText('Saved as agreement.docx').waitFor()
  expect(existsSync(path)).toBe(true)
}

it('finds needs in a review, a team exercise, a walk, what pupils said and the five steps to a qualification', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await review(page)
  await exercise(page)
  await walk(page)
  await voice(page)
  await fiveSteps(app)
  expect(await app.problems()).toEqual([])
})

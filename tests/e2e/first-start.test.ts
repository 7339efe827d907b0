import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../fixtures/shared-data'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

describe('first start', () => {
  it('starts a school by typing, finds the first steps on Today, and opens it again', async () => {
    const app = await launchApp()
    const { page } = app
    await page.getByRole('link', { name: 'Start my school' }).click()
    await page.getByRole('heading', { name: 'Start my school' }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Start the binder' }).click()
    // Nothing typed: the summary says so, is focused, and nothing was made.
    await page.locator('.error-summary:focus').waitFor()
    await page.getByRole('textbox', { name: /Name of the school/ }).fill('Northgate Primary School')
    await page.getByRole('textbox', { name: /URN/ }).fill('100001')
    await screenshot(page, 'start-new')
    // A hurried hand presses twice: one school, one file.
    await page.getByRole('button', { name: 'Start the binder' }).dblclick()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
    await page.getByText('Import a staff list').waitFor()
    const files = readdirSync(join(app.userData, 'Schools')).filter((name) => name.endsWith('.cpdschool'))
    expect(files).toEqual(['Northgate Primary School.cpdschool'])
    await expectNoAxeViolations(page)
    await page.evaluate(() => void (location.hash = '/school'))
    await page.getByRole('button', { name: 'Close this school' }).click()
    await page.getByRole('button', { name: /Open Northgate Primary School/ }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
  })

  it('says so, with a heading and a way out, where a record is no longer there', async () => {
    const { page } = await launchApp()
    await page.getByRole('button', { name: 'Open the sample school' }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
    await page.evaluate(() => void (location.hash = '/activities/person/gone'))
    await page.getByRole('heading', { name: 'There is nothing to show' }).waitFor()
    await page.getByText('This is not here any more').waitFor()
    // To try once more would not help.
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Go to Activities' }).click()
    await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor()
    // An address that is not one at all ends in the same way.
    await page.evaluate(() => void (location.hash = '/activities/gone'))
    await page.getByText('This is not here any more').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
  })

  const register = sharedData('gias-npq', 'gias_sample.csv')
  it.skipIf(register === undefined)('fills the form from a real register by URN', async () => {
    const app = await launchApp()
    const { page } = app
    await page.getByRole('link', { name: 'Start my school' }).click()
    // The wrong register first: another one is chosen beside the search that found nothing.
    const wrong = join(app.userData, 'wrong.csv')
    writeFileSync(wrong, 'URN,EstablishmentName,LA (name)\n100999,Elsewhere School,Kent\n')
    await app.dialogs.open(wrong)
    await page.getByRole('button', { name: 'Fill in from a register…' }).click()
    await page.getByRole('searchbox').fill('Aldgate')
    await page.getByText('No school of that name or number is in the file.').waitFor()
    await app.dialogs.open(register ?? '')
    await page.getByRole('button', { name: 'Choose another register…' }).click()
    await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
    await page.getByRole('searchbox').fill('school')
    await page.getByText(/found\. The first 8 are shown; type more of the name\./).waitFor()
    await page.getByRole('searchbox').fill('100000')
    await page.getByRole('button', { name: 'Take The Aldgate School' }).click()
    // The form that was filled in is what comes next, not the list.
    await page
      .getByRole('textbox', { name: /Name of the school/ })
      .and(page.locator(':focus'))
      .waitFor()
    await page.getByText('Filled in for The Aldgate School. Look it over below.').waitFor()
    expect(await page.getByRole('searchbox').count()).toBe(0)
    expect(await page.getByRole('textbox', { name: /Name of the school/ }).inputValue()).toBe('The Aldgate School')
    await page.getByRole('button', { name: 'Start the binder' }).click()
    await page.getByText('Import a staff list').waitFor()
    await page.getByText('The Aldgate School').first().waitFor()
  })
})

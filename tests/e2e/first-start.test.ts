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
    await page.getByRole('button', { name: 'Start the binder' }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
    await page.getByText('Import a staff list').waitFor()
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
    await expectNoAxeViolations(page)
    await page.getByRole('main').getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
  })

  const register = sharedData('gias-npq', 'gias_sample.csv')
  it.skipIf(register === undefined)('fills the form from a real register by URN', async () => {
    const app = await launchApp()
    const { page } = app
    await page.getByRole('link', { name: 'Start my school' }).click()
    await app.dialogs.open(register ?? '')
    await page.getByRole('button', { name: 'Fill in from a register…' }).click()
    await page.getByRole('searchbox').fill('100000')
    await page.getByRole('button', { name: 'Take The Aldgate School' }).click()
    expect(await page.getByRole('textbox', { name: /Name of the school/ }).inputValue()).toBe('The Aldgate School')
    await page.getByRole('button', { name: 'Start the binder' }).click()
    await page.getByText('Import a staff list').waitFor()
    await page.getByText('The Aldgate School').first().waitFor()
  })
})

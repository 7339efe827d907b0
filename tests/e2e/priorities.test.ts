import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

it('types in a priority, records a reading, judges it and undoes that', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Priorities and needs' }).click()
  await page.getByRole('heading', { level: 2, name: 'School' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'priorities', 'small')
  await screenshot(page, 'priorities', 'phone')
  await screenshot(page, 'priorities', 'laptop')

  await page.getByRole('link', { name: 'Add a priority' }).click()
  await page.getByRole('button', { name: 'Save the priority' }).click()
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByRole('textbox', { name: 'Priority', exact: true }).fill('Confident use of the new maths scheme')
  await page.getByRole('textbox', { name: /^Measure/ }).fill('Lessons seen that use it well')
  await page.getByRole('textbox', { name: /^Starts at/ }).fill('40')
  await page.getByRole('textbox', { name: 'Read on' }).fill('8 Sep 2025')
  await page.getByRole('textbox', { name: /^Target/ }).fill('80')
  await page.getByRole('textbox', { name: 'To be reached by' }).fill('10/7/2026')
  await expectNoAxeViolations(page)
  await screenshot(page, 'priority-form', 'laptop')
  await page.getByRole('button', { name: 'Save the priority' }).click()
  await page.getByText('To go from 40% to 80% by 10 July 2026; no reading yet.').waitFor()

  await page.getByRole('button', { name: 'Record a reading' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('textbox', { name: 'Lessons seen that use it well' }).fill('60')
  await panel.getByRole('button', { name: 'Record this reading' }).click()
  await page.getByRole('heading', { name: 'From 40% to 60%: half of the way to 80%.' }).waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: /How it stands/ }).click()
  await page.getByRole('option', { name: 'Partly met' }).click()
  await page.getByRole('button', { name: /Partly met/ }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('button', { name: /In progress/ }).waitFor()

  await page.getByRole('link', { name: 'Priorities', exact: true }).click()
  await page.getByRole('link', { name: 'Every child reads fluently by the end of Year 2', exact: true }).click()
  await page.getByRole('heading', { name: 'Readings' }).waitFor()
  await page.waitForSelector('[data-chart="drawn"]')
  expect(
    await page
      .getByRole('table', { name: /Events for/ })
      .getByRole('row')
      .count(),
  ).toBeGreaterThan(2)
  await screenshot(page, 'priority', 'small')
  await screenshot(page, 'priority', 'wide')
})

it('starts a year with what was left of the last', async () => {
  const { page } = await launchApp({ nowUtc: '2026-09-02T09:00:00.000Z' })
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'Priorities and needs' }).click()
  await page.getByRole('button', { name: /^2026\/27.*Year$/ }).click()
  await page.getByRole('option', { name: /2027\/28/ }).click()
  await page.getByRole('heading', { name: 'What is 2027/28 about?' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'priorities-empty', 'small')
  await page.getByRole('button', { name: /Carry over \d+ priorities from 2026\/27/ }).click()
  await page.getByRole('heading', { level: 2, name: 'School' }).waitFor()
})

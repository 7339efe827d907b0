import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

it('opens a window of the application, clean in axe and within its content security policy', async () => {
  const app = await launchApp()
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  await screenshot(app.page, 'first-start', 'laptop')
  await expectNoAxeViolations(app.page)
  expect(await app.problems()).toEqual([])
})

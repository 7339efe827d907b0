import { expect, it } from 'vitest'
import { launchApp } from './harness'

it('starts a form from what is kept now, not from what was read when the page was last looked at', async () => {
  const app = await launchApp()
  const { page } = app
  const today = () => page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
  const title = page.getByRole('textbox', { name: /leads CPD/ })
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await today()
  await page.evaluate(() => void (location.hash = '/school'))
  await title.waitFor()
  await page.evaluate(() => void (location.hash = '/'))
  await today()
  // As an undo, an import or another page may do.
  await page.evaluate(`(async () => {
    const { value } = await window.cpd.call('school.settings', {})
    await window.cpd.call('school.saveSettings', { ...value, cpdLeaderTitle: 'Head of learning' })
  })()`)
  await page.evaluate(() => void (location.hash = '/school'))
  await title.waitFor()
  expect(await title.inputValue()).toBe('Head of learning')
  expect(await app.problems()).toEqual([])
})

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

async function call<T>(page: Page, channel: string, input: object): Promise<T> {
  const code = `window.cpd.call('${channel}', ${JSON.stringify(input)}).then((result) => result.value)`
  return page.evaluate(code)
}

const surnames = ['Young', 'O’Connor', 'Brown', 'Żółć', ...Array.from({ length: 12 }, (_, at) => `Green ${at}`)]

/** A training day that was held, with sixteen people booked; opens its page. */
async function openLongRegister(page: Page): Promise<void> {
  await call(page, 'school.create', {
    validFrom: '2024-09-01',
    name: 'Northgate Primary School',
    regime: 'maintained',
    cpdLeaderTitle: 'CPD leader',
  })
  const personIds: string[] = []
  for (const surname of surnames) {
    personIds.push((await call<{ id: string }>(page, 'staff.savePerson', { forename: 'Amy', surname })).id)
  }
  const { eventId } = await call<{ eventId: string }>(page, 'activities.record', {
    title: 'Training day',
    typeCode: 'INSET',
    heldOn: '2025-11-10',
    durationMinutes: 300,
    isInsetDay: true,
    personIds,
  })
  // The window shows a school that was made beneath it once it has read anew.
  const register = page.getByRole('grid', { name: 'Attendance' })
  await expect
    .poll(
      async () => {
        await page.evaluate((hash) => void (location.hash = hash), `/activities/${eventId}`)
        return register.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
}

it('finds the few who were away in a long register by keyboard alone, each named as the register is ordered', async () => {
  const { page } = await launchApp()
  await openLongRegister(page)
  const rows = page.getByRole('grid', { name: 'Attendance' }).getByRole('rowheader')
  expect((await rows.allTextContents()).slice(0, 2)).toEqual(['Brown, Amy', 'Green 0, Amy'])
  const box = page.getByRole('searchbox', { name: 'Find a person, post or team' })
  await box.focus()
  for (const typed of ['oconnor', 'young, a']) {
    await page.keyboard.type(typed)
    await page.getByText('1 of 16 found').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('a')
    await page.keyboard.press('Escape')
    await expect.poll(() => rows.count()).toBe(16)
    expect(await box.inputValue()).toBe('')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  }
  await page.getByText('14 people with an hour or more, 70 h in all.').waitFor()
  const marks = page.locator('.mark-absent')
  expect(await marks.count()).toBe(2)

  // Who is not in sight is not marked by the button over those who are.
  const allThere = page.getByRole('button', { name: /^All (shown )?there on/ })
  await box.fill('green 11')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await expect.poll(() => allThere.textContent()).toBe('All shown there')
  await box.fill('young')
  await expect.poll(() => allThere.count()).toBe(0)
  await box.fill('nobody at all')
  await page.getByText('Nobody booked fits “nobody at all”.').waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => rows.count()).toBe(16)
  await expectNoAxeViolations(page)
  for (const size of ['phone', 'small'] as const) await screenshot(page, 'long-register', size)
})

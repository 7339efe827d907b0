import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot, SIZES } from './checks'
import { launchApp } from './harness'

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample school/i }).click()
  await page.getByRole('link', { name: 'Activities' }).waitFor()
}

/** A page by its address, once its title is there. */
async function goTo(page: Page, route: string, title: string | RegExp): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#${route}`)}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Looks at a page: axe, and pictures at two widths. */
async function look(page: Page, name: string): Promise<void> {
  await expectNoAxeViolations(page)
  for (const size of ['phone', 'small'] as const) await screenshot(page, `activities-${name}`, size)
}

it('records a training day of the whole school in under ten clicks, and takes it back with one', async () => {
  const { page } = await launchApp()
  await openSample(page)
  let clicks = 0
  const click = async (name: string | RegExp, role: 'link' | 'button' | 'option' = 'button') => {
    clicks += 1
    await page.getByRole(role, { name }).first().click()
  }
  await click('Activities', 'link')
  await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor()
  await look(page, 'list')
  await click('Record what was done', 'link')
  await page.getByRole('combobox', { name: /What was it/ }).fill('Trauma-informed practice')
  await click(/Add “Trauma/, 'option')
  await click(/Type/)
  await click('Whole-school training day', 'option')
  await page.getByRole('textbox', { name: /^Day/ }).fill('17/11/2025')
  await page.getByRole('textbox', { name: /Length/ }).fill('5:30')
  await click(/Whole school/)
  await look(page, 'record')
  await click(/^Record \d+ people$/)
  await page.getByRole('heading', { level: 1, name: 'Trauma-informed practice' }).waitFor()
  expect(clicks).toBeLessThan(10)
  const people = await page.getByRole('grid', { name: 'Attendance' }).getByRole('row').count()
  expect(people).toBeGreaterThan(40)
  await page.getByText(/231 h in all/).waitFor()
  await look(page, 'inset')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/no longer there/).waitFor()
})

it('books people and marks them by keyboard alone', async () => {
  const { page } = await launchApp()
  await openSample(page)
  await goTo(page, '/activities/new', 'Plan an event')
  await look(page, 'plan')
  await page.getByRole('combobox', { name: /What is it/ }).fill('Writing moderation')
  await page.getByRole('option', { name: /Add “Writing/ }).click()
  await page.getByRole('textbox', { name: /^Day/ }).fill('18 Nov 2025')
  await page.getByRole('textbox', { name: /Starts/ }).fill('3.30 pm')
  await page.getByRole('textbox', { name: /Ends/ }).fill('17:00')
  await page.getByRole('button', { name: 'Plan the event' }).click()
  await page.getByRole('heading', { level: 1, name: 'Writing moderation' }).waitFor()
  await page.getByRole('button', { name: 'Book people' }).first().click()
  const picker = page.getByRole('listbox', { name: 'People to book' })
  for (const index of [0, 1, 2]) await picker.getByRole('option').nth(index).click()
  await page.getByRole('textbox', { name: /What should be different/ }).fill('Two classes agree on a standard')
  // The way on is in sight without a turn of the wheel, also in a small window.
  await page.setViewportSize(SIZES.small)
  await page.locator('.side-panel').evaluate((panel) => panel.scrollTo(0, 0))
  const way = await page.getByRole('button', { name: 'Book 3 people' }).boundingBox()
  expect((way?.y ?? 0) + (way?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(SIZES.small.height)
  await page.getByRole('button', { name: 'Book 3 people' }).click()
  const grid = page.getByRole('grid', { name: 'Attendance' })
  await grid.waitFor()
  await grid.locator('[data-cell="0 0"]').focus()
  await page.keyboard.press('p')
  await page.keyboard.press('h')
  await page.keyboard.press('a')
  await page.getByText('2 h 15 min in all').waitFor()
  // Being away adds no hours, so the sum may stand before the mark is seen.
  await expect.poll(() => grid.locator('.mark-cell b').allTextContents()).toEqual(['P', '½', 'A'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('30 min')
  await page.keyboard.press('Enter')
  await page.getByText('2 h in all').waitFor()
  expect(await page.evaluate(`document.activeElement.dataset.cell`)).toBe('1 0')
  await page.keyboard.press('Delete')
  await page.getByText('1 h 30 min in all').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await page.getByText('2 h in all').waitFor()
  await look(page, 'attendance')
  await page.getByRole('tab', { name: /Sessions and facts/ }).click()
  await look(page, 'facts')
})

it('says why a session to come cannot be marked yet', async () => {
  const { page } = await launchApp()
  await openSample(page)
  await page.getByRole('link', { name: 'Open SEND conference' }).click()
  const grid = page.getByRole('grid', { name: 'Attendance' })
  await grid.locator('[data-cell="0 0"]').focus()
  for (const key of ['p', 'h', 'a', 'Enter']) await page.keyboard.press(key)
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.getByText(/has not been held yet \(4 December 2025\)\. Nothing was changed\./).waitFor()
  // Pressed four times, said once; and the place has not moved on.
  expect(await messages.locator('.toast').count()).toBe(1)
  expect(await page.evaluate(`document.activeElement.dataset.cell`)).toBe('0 0')
  expect(await grid.locator('.mark-cell b').count()).toBe(0)

  // Beside "Cancel the event" a "Cancel" could mean either.
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: 'Cancel the event…' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Cancel the event' }).waitFor()
  await panel.getByRole('button', { name: 'Keep the event' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: 'SEND conference' }).waitFor()
})

it('records from the page of a person what they went on', async () => {
  const { page } = await launchApp()
  await openSample(page)
  await goTo(page, '/staff', /staff/i)
  await page.getByRole('link', { name: 'Adeyemi' }).first().click()
  await page.getByRole('link', { name: 'Record what was done' }).click()
  await page.getByText('1 person chosen').waitFor()
  await page.getByRole('combobox', { name: /What was it/ }).fill('Headteachers')
  await page.getByRole('option', { name: /Add “Headteachers/ }).click()
  await page.getByRole('button', { name: /Type/ }).click()
  await page.getByRole('option', { name: 'Conference' }).click()
  await page.getByRole('textbox', { name: /Provider/ }).fill('Estuary Heads')
  await page.getByRole('textbox', { name: /^Day/ }).fill('12 Nov 2025')
  await page.getByRole('textbox', { name: /Length/ }).fill('6')
  await page.getByRole('button', { name: 'Record 1 person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Headteachers' }).waitFor()
  await page.getByRole('button', { name: 'More for Amina Adeyemi' }).click()
  await page.getByRole('menuitem', { name: /Open Amina/ }).click()
  await page.getByRole('link', { name: 'All years' }).click()
  await page.getByRole('heading', { level: 1, name: 'CPD of Amina Adeyemi' }).waitFor()
  await look(page, 'person')
  const line = page.getByRole('row').filter({ hasText: 'Headteachers' })
  expect(await line.textContent()).toMatch(/Attended.*6/)
})

it('keeps what is offered and who provides', async () => {
  const { page } = await launchApp()
  await openSample(page)
  await goTo(page, '/activities/offered', 'What we offer')
  await look(page, 'offered')
  await goTo(page, '/providers/new', 'Providers')
  await page.getByRole('textbox', { name: 'Name' }).fill('Estuary Maths Hub')
  await page.getByRole('button', { name: 'Save the provider' }).click()
  await page.getByRole('link', { name: 'Estuary Maths Hub' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Estuary Maths Hub' }).waitFor()
  expect(await page.getByRole('button', { name: 'Put it away' }).count()).toBe(1)
  await look(page, 'provider')
})

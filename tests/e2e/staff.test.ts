import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot, SIZES } from './checks'
import { launchApp } from './harness'

/** Opens a school by the contract, and goes to a page as soon as the window knows of it. */
async function openSchool(
  page: Page,
  channel: 'school.create' | 'school.openSample',
  input: object,
): Promise<void> {
  await page.evaluate(`window.cpd.call('${channel}', ${JSON.stringify(input)})`)
  const spine = page.getByRole('link', { name: 'School and staff' })
  await expect
    .poll(
      async () => {
        await goTo(page, '/staff')
        return spine.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(`window.location.hash = '${route}'`)
}

async function type(page: Page, combo: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: combo }).click()
  await page.keyboard.type(text)
}

it('adds a person by keyboard, gives them a second post, lets them leave and come back', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  await openSchool(page, 'school.create', {
    validFrom: '2024-09-01',
    name: 'Northgate Primary School',
    regime: 'maintained',
    cpdLeaderTitle: 'CPD leader',
  })
  await goTo(page, '/staff')
  await page.getByRole('heading', { name: 'Start with the people' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'staff-empty', 'small')

  await page.getByRole('link', { name: 'Type in the first person' }).click()
  await page.getByRole('textbox', { name: 'Forename' }).fill('Jane')
  await page.getByRole('button', { name: 'Add this person' }).press('Enter')
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await page.getByRole('textbox', { name: 'Surname' }).fill('Smith')
  await type(page, 'Post', 'Class teacher')
  await page.getByRole('option', { name: 'Add “Class teacher”' }).click()
  await page.getByRole('button', { name: /Staff group$/ }).click()
  await page.getByRole('option', { name: 'Teachers', exact: true }).click()
  // Leaving the box is enough to keep a new name.
  await type(page, 'Team', 'Key stage 2')
  await page.keyboard.press('Tab')
  expect(await page.getByRole('combobox', { name: 'Team' }).inputValue()).toBe('Key stage 2')
  await page.getByRole('textbox', { name: 'FTE' }).fill('0.6')
  await expectNoAxeViolations(page)
  await screenshot(page, 'staff-add', 'laptop')

  // Leaving asks nothing: what was typed is there on coming back.
  await goTo(page, '/staff')
  await page.getByRole('heading', { name: 'Start with the people' }).waitFor()
  await goTo(page, '/staff/add/person')
  await page.getByText('We kept what you had typed').waitFor()
  expect(await page.getByRole('textbox', { name: 'Surname' }).inputValue()).toBe('Smith')
  await page.getByRole('button', { name: 'Add this person' }).press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Jane Smith' }).waitFor()

  await page.getByText('Teachers · Key stage 2 · FTE 0.6').waitFor()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add a post' }).click()
  const panel = page.getByRole('dialog')
  await type(page, 'Post', 'Midday supervisor')
  await page.getByRole('option', { name: /Add “Midday/ }).click()
  await panel.getByRole('button', { name: /Staff group$/ }).click()
  await page.getByRole('option', { name: 'Midday staff' }).click()
  await page.getByRole('textbox', { name: /^From/ }).fill('1/11/2025')
  await page.getByRole('textbox', { name: 'FTE' }).fill('0.2')
  await screenshot(page, 'staff-post-panel', 'small')
  await page.getByRole('button', { name: 'Save the post' }).click()
  await page.getByText('0.8').first().waitFor()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Record that they leave' }).click()
  await page.getByRole('textbox', { name: 'Last day' }).fill('30/11/2025')
  await page.getByRole('button', { name: 'Record the last day' }).click()
  await page.getByText('Leaves on 30 November 2025').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Leaves on 30 November 2025').waitFor({ state: 'detached' })
})

it('shows the staff of the sample school, by group, with one person beside the list', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  await openSchool(page, 'school.openSample', {})
  await goTo(page, '/staff')
  await page.getByRole('grid', { name: 'Staff' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'staff', 'small')
  await screenshot(page, 'staff', 'wide')
  await page.getByRole('radio', { name: /Teaching assistants/ }).click()
  await page.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: 'Posts' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'staff-person', 'small')
  await screenshot(page, 'staff-person', 'laptop')
  await screenshot(page, 'staff-person', 'phone')
  await page.setViewportSize(SIZES.small)
  await goTo(page, '/staff/structure/posts')
  await page.getByRole('grid', { name: 'Teams' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'staff-structure', 'small')
  await goTo(page, '/staff?who=leavers')
  await page.getByRole('grid', { name: 'Staff' }).waitFor()
  await screenshot(page, 'staff-leavers', 'small')
})

it('shows the staff as they were on a day that is chosen', async () => {
  const { page } = await launchApp()
  await openSchool(page, 'school.openSample', {})
  await page.getByRole('grid', { name: 'Staff' }).waitFor()
  const day = page.getByRole('textbox', { name: 'As at' })
  await day.fill('1 Oct 2024')
  await day.press('Enter')
  const then = page.getByRole('grid', { name: 'Staff on 1 October 2024' })
  await then.getByRole('link', { name: 'Adeyemi, Amina' }).waitFor()
  await expectNoAxeViolations(page)
  const asThen = await then.getAttribute('aria-rowcount')
  await page.getByRole('button', { name: 'Back to today' }).click()
  const now = page.getByRole('grid', { name: 'Staff', exact: true })
  await now.waitFor()
  expect(await now.getAttribute('aria-rowcount')).not.toBe(asThen)
})

/** Whether a message covers a part of what has the focus and is not one of the messages. */
const isFocusCovered = `(() => {
  const focused = document.activeElement
  if (!focused || focused === document.body || focused.closest('.toasts')) return false
  const a = focused.getBoundingClientRect()
  return [...document.querySelectorAll('.toast')].some((toast) => {
    const b = toast.getBoundingClientRect()
    return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
  })
})()`

const focusedText = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""')

it('leads to a new person at 200 % zoom, where no message covers what has the focus', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  await openSchool(page, 'school.openSample', {})
  // What a small laptop shows at 200 %.
  await page.setViewportSize({ width: 640, height: 400 })
  await goTo(page, '/staff/add/person')
  await page.getByRole('textbox', { name: 'Surname' }).fill('Zetterlund')
  await type(page, 'Post', 'Class teacher')
  await page.getByRole('option', { name: 'Class teacher', exact: true }).click()
  await page.getByRole('button', { name: 'Add this person' }).press('Enter')
  const heading = page.getByRole('heading', { level: 2, name: 'Zetterlund' })
  await heading.waitFor()
  await expect.poll(() => focusedText(page)).toBe('Zetterlund')
  await page.locator('.toast').waitFor()
  await screenshot(page, 'staff-added-at-200')
  const stops: string[] = []
  for (let stop = 0; stop < 12; stop += 1) {
    await expect.poll(() => page.evaluate(isFocusCovered)).toBe(false)
    await page.keyboard.press('Tab')
    stops.push(await focusedText(page))
  }
  expect(stops).toContain('Record what was done')

  // Someone chosen on the list, which gives way to them on so small a window.
  await goTo(page, '/staff')
  await page.getByRole('link', { name: 'Adeyemi, Amina' }).press('Enter')
  const other = page.getByRole('heading', { level: 2, name: 'Amina Adeyemi' })
  await other.waitFor()
  await expect.poll(() => focusedText(page)).toBe('Amina Adeyemi')
})

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { launchApp, type LaunchedApp } from './harness'

const schoolName = 'Northgate Primary School'

/** A school with one person, whose staff code is 14001, in a window of 1280 by 800 at 200 %. */
async function startSchool(options: { userData?: string } = {}): Promise<LaunchedApp> {
  const app = await launchApp(options)
  const { page } = app
  page.setDefaultTimeout(10_000)
  await page.setViewportSize({ width: 640, height: 400 })
  await page.evaluate(async (name) => {
    type Call = (channel: string, input: object) => Promise<unknown>
    const { call } = (window as unknown as { cpd: { call: Call } }).cpd
    await call('school.create', {
      validFrom: '2024-09-01',
      name,
      regime: 'maintained',
      cpdLeaderTitle: 'CPD leader',
    })
    await call('staff.savePerson', { forename: 'Craig', surname: 'O’Connor-Żółć', staffCode: '14001' })
  }, schoolName)
  await page.evaluate(() => void (location.hash = '/staff'))
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor()
  return app
}

async function goTo(page: Page, route: string, title: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), route)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Whether what has the focus is drawn with the ring of the focus. */
function hasRing(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.activeElement?.closest('.control-group') ?? document.activeElement
    const focus = getComputedStyle(document.documentElement).getPropertyValue('--focus-inner').trim()
    const probe = document.createElement('i')
    probe.style.color = focus
    document.body.append(probe)
    const ring = getComputedStyle(probe).color
    probe.remove()
    return box !== null && getComputedStyle(box).boxShadow.includes(ring)
  })
}

it('says of each mistake in a form what to do, in one sentence in both places, and shows where the focus is', async () => {
  const { page } = await startSchool()
  await goTo(page, '/staff/add/person', 'Add a person')
  const box = (name: string | RegExp) => page.getByRole('textbox', { name })
  await box(/^Staff code/).fill('14001')
  await box(/^Started/).fill('31/02/2025')
  await box(/^FTE/).fill('1,2oo')
  await box(/^Hours a week/).fill('-5')
  await box(/^Hours a week/).press('Enter')
  const summary = page.locator('.error-summary')
  await page.locator('.error-summary:focus').waitFor()
  for (const line of [
    'Surname: Fill this in.',
    'Started at the school: There is no such day. Write it as day, month, year, for example 3/9/2026.',
    'FTE: Write a number with at most 3 decimals from 0 to 2.',
    'Hours a week: Write a number with at most 2 decimals from 0 to 100.',
  ])
    await summary.getByRole('button', { name: line }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('input:focus').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
  expect(await hasRing(page)).toBe(true)
  await page.keyboard.type('Brontë')
  await box(/^Started/).fill('1 Sept')
  await box(/^Started/).blur()
  await page.getByText('Write the year as well, for example 3/9/2026.').first().waitFor()
  await box(/^Started/).fill('1 Sept 2025')
  await box(/^Started/).blur()
  // Who has been here since then held the post since then, until somebody writes another day.
  await expect.poll(() => box(/^From/).inputValue()).toBe('1 September 2025')
  await box(/^FTE/).fill('.6')
  await box(/^Hours a week/).fill('22.5')
  await page.getByRole('combobox', { name: 'Post' }).fill('Cook')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Catering' }).click()
  await page.getByRole('button', { name: 'Add this person' }).press('Enter')
  await summary.getByRole('button', { name: /belongs to Craig O’Connor-Żółć\. .*or open Craig/ }).waitFor()
  await box(/^Staff code/).fill('14002')
  await page.getByRole('button', { name: 'Add this person' }).focus()
  // Pressed three times by a hurried hand: one person.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Brontë' }).waitFor()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Record that they leave' }).press('Enter')
  // The panel asks for one thing, and begins there.
  await page.getByRole('dialog').getByRole('textbox', { name: 'Last day' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('1/1/2024')
  await page.keyboard.press('Enter')
  await page.locator('.error-summary:focus').waitFor()
  // What the file refused stays beside the field, although Enter left it.
  const lastDay = page.getByRole('dialog').getByRole('textbox', { name: 'Last day' })
  await expect.poll(() => lastDay.getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More', exact: true }).and(page.locator(':focus')).waitFor()
})

it('records from the keyboard: Enter ticks who was found, every line of the summary leads to its field', async () => {
  const { page } = await startSchool()
  await goTo(page, '/activities/record', 'Record what was done')
  await page.getByRole('button', { name: /^Record/ }).press('Enter')
  const summary = page.locator('.error-summary')
  await summary.getByRole('button', { name: /^Who was there\? / }).press('Enter')
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
  await summary.getByRole('button', { name: /^What was it\? / }).press('Enter')
  await page.getByRole('combobox', { name: 'What was it?' }).and(page.locator(':focus')).waitFor()
  expect(await page.getByText('Starts (optional)').count()).toBe(0)
  await page.getByRole('searchbox').focus()
  // As typed without looking for the right apostrophe and accents.
  await page.keyboard.type("o'connor-zolc")
  await page.keyboard.press('Enter')
  await page.getByText('1 person chosen').first().waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  expect(await page.getByText('Choose at least one person.').count()).toBe(0)
})

it('keeps the last words of a form when the window is closed or left with Alt and an arrow', async () => {
  const app = await startSchool()
  const { page } = app
  await goTo(page, '/activities/record', 'Record what was done')
  await page.getByRole('combobox', { name: 'What was it?' }).focus()
  await page.keyboard.type('Guided reading')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor()
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByText('We kept what you had typed').waitFor()
  const title = page.getByRole('combobox', { name: 'What was it?' })
  expect(await title.inputValue()).toBe('Guided reading')
  await page.getByRole('textbox', { name: /What should be different/ }).focus()
  await page.keyboard.type('Children read at length')
  await app.closeWindow()
  const again = await launchApp({ userData: app.userData })
  await again.page.getByRole('button', { name: `Open ${schoolName}` }).click()
  await again.page.getByRole('link', { name: 'Activities' }).waitFor()
  await goTo(again.page, '/activities/record', 'Record what was done')
  await again.page.getByText('We kept what you had typed').waitFor()
  const change = again.page.getByRole('textbox', { name: /What should be different/ })
  expect(await change.inputValue()).toBe('Children read at length')
})

it('stops at nothing that cannot be seen', async () => {
  const { page } = await launchApp()
  await page.setViewportSize({ width: 640, height: 400 })
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
  await page.getByText('Show as a table').first().waitFor()
  const stops = page.locator('.visually-hidden [tabindex="0"], .visually-hidden[tabindex="0"]')
  expect(await stops.count()).toBe(0)
})

it('records a training day of last year with who was absent, and finds it and its costs again', async () => {
  const { page } = await startSchool()
  await page.evaluate(async () => {
    type Call = (channel: string, input: object) => Promise<unknown>
    const { call } = (window as unknown as { cpd: { call: Call } }).cpd
    for (const surname of ['Beane', 'Mills', 'Todd']) await call('staff.savePerson', { forename: 'Ann', surname })
  })
  await goTo(page, '/activities/record', 'Record what was done')
  await page.getByRole('combobox', { name: 'What was it?' }).fill('Summer training day')
  await page.keyboard.press('Tab')
  // A day that cannot be read makes no plan of it.
  await page.getByRole('textbox', { name: 'Day' }).fill('4 July')
  await page.getByRole('textbox', { name: 'Day' }).blur()
  await page.getByText('Who was there?').first().waitFor()
  // Everything that is missing is said at once.
  await page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  const summary = page.locator('.error-summary')
  for (const line of [/^Type: /, /^Day: /, /^Length: /, /^Who was there\? /])
    await summary.getByRole('button', { name: line }).waitFor()
  await summary.getByRole('button', { name: /^Type: / }).press('Enter')
  await page.locator('.select-button:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Whole-school training day' }).press('Enter')
  await page.getByRole('textbox', { name: 'Day' }).fill('4/7/25')
  await page.getByRole('textbox', { name: 'Length' }).fill('6')
  await page.getByRole('button', { name: /^Whole school/ }).press('Enter')
  await page.getByRole('option', { name: 'Ann Todd' }).press('Space')
  await page.getByRole('checkbox', { name: /not ticked down as absent/ }).press('Space')
  // Unticked later: absent as well, without another word.
  await page.getByRole('option', { name: 'Ann Mills' }).press('Space')
  await page.getByRole('button', { name: 'Record 2 people' }).press('Enter')
  await page.getByText('Summer training day: 2 people recorded, 2 absent').first().waitFor()
  const absent = page.getByRole('gridcell').filter({ hasText: 'Absent' })
  await absent.first().waitFor()
  expect(await absent.count()).toBe(2)

  await page.getByRole('tab', { name: 'Costs' }).click()
  await page.getByRole('link', { name: 'Record the first cost' }).press('Enter')
  // The amount is asked before among whom it is shared, and the day says what of, and that it begins as today.
  await page.getByText('For whom').first().waitFor()
  const parts = await page.locator('legend').allInnerTexts()
  expect(parts.indexOf('How much')).toBeLessThan(parts.indexOf('For whom'))
  expect(await page.getByRole('textbox', { name: 'Ordered on' }).inputValue()).toBe('20 November 2025')
  await page.getByRole('textbox', { name: 'Net' }).fill('-240')
  await page.getByRole('button', { name: 'Record this cost' }).press('Enter')
  const problem = 'Net: This amount is below nothing. Write it without the minus.'
  await page.locator('.error-summary').getByRole('button', { name: problem }).waitFor()
  await page.getByRole('textbox', { name: 'Net' }).fill('240')
  expect(await page.getByRole('textbox', { name: 'Day it is for' }).inputValue()).toBe('4 July 2025')
  await page.getByRole('button', { name: 'Record this cost' }).press('Enter')
  // Back at the event, where the next cost is recorded.
  await page.getByRole('heading', { level: 1, name: 'Summer training day' }).waitFor()
  await page.getByRole('tab', { name: 'Costs', selected: true }).waitFor()
  await page.getByRole('link', { name: 'Record a cost' }).waitFor()

  await goTo(page, '/activities', 'Activities')
  await page.getByRole('button', { name: 'Look at 2024/25' }).press('Enter')
  await page.getByRole('link', { name: 'Summer training day' }).click()
  // Each figure of the event leads to what it is made of, and is called by itself.
  await page.getByRole('link', { name: '2 people there, 12 h in all' }).waitFor()
  await page.getByRole('link', { name: 'Open the event' }).waitFor()
  await page.getByRole('link', { name: '£0.00 paid, £240.00 promised' }).click()
  await page.getByRole('tab', { name: 'Costs', selected: true }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Judge' }).click()
  await page.getByRole('tab', { name: 'Evaluation', selected: true }).waitFor()
})

it('takes other words into a box that has an answer, by Enter, Tab or a click elsewhere, and lets it be emptied', async () => {
  const { page } = await startSchool()
  await goTo(page, '/money/invoices', 'Enter invoices')
  const supplier = page.getByRole('combobox', { name: 'Supplier' })
  // Hidden from screen readers while a list is open, not from a mouse.
  const whatFor = page.getByRole('textbox', { name: 'What for', includeHidden: true })
  const retype = async (text: string, leave: () => Promise<void>) => {
    await supplier.focus()
    await page.keyboard.press('Control+A')
    await (text === '' ? page.keyboard.press('Delete') : page.keyboard.type(text))
    await leave()
    return supplier.inputValue()
  }
  const press = (key: string) => () => page.keyboard.press(key)
  expect(await retype('Maths Hub', press('Tab'))).toBe('Maths Hub')
  expect(await retype('St John', press('Enter'))).toBe('St John')
  // Settled, the list does not cover what comes next.
  expect(await page.getByRole('option').count()).toBe(0)
  expect(await retype('Thinking Reading', press('Tab'))).toBe('Thinking Reading')
  expect(await retype('Poole', press('Escape'))).toBe('Thinking Reading')
  expect(await retype('Ambition', () => whatFor.click())).toBe('Ambition')
  expect(await retype('', press('Tab'))).toBe('')
  // Words that Escape took back stand in the way of nothing that follows.
  expect(await retype('Ambition', press('Tab'))).toBe('Ambition')
  expect(await retype('Beta', press('Escape'))).toBe('Ambition')
  expect(await retype('', press('Tab'))).toBe('')
})

it('takes no name that two people bear, until one of them is chosen', async () => {
  const { page } = await startSchool()
  await page.evaluate(async () => {
    type Call = (channel: string, input: object) => Promise<unknown>
    const { call } = (window as unknown as { cpd: { call: Call } }).cpd
    for (const surname of ['Brown', 'Brown', 'Green'])
      await call('staff.savePerson', { forename: 'Amy', surname, keepSameName: true })
  })
  await goTo(page, '/staff/add/person', 'Add a person')
  const manager = page.getByRole('combobox', { name: 'Line manager' })
  const typed = async (text: string) => {
    await manager.fill(text)
    await manager.press('Tab')
    return manager.inputValue()
  }
  expect(await typed('green, amy')).toBe('Green, Amy')
  expect(await typed('')).toBe('')
  expect(await typed('Brown, Amy')).toBe('')
  await manager.click()
  await page.getByRole('option', { name: 'Brown, Amy' }).nth(1).click()
  expect(await manager.inputValue()).toBe('Brown, Amy')
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Gallery, type Look } from './kit-gallery'
import { expectNoAxeViolations, screenshot, SIZES } from './checks'

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const routes = ['/', '/money', '/form', '/parts', '/list/12/open', '/list/10000', '/find']
/** Between them they show every part; the themes differ in colours alone. */
const themedRoutes = ['/money', '/form', '/parts', '/list/12/open']
const nameOf = (route: string) => `kit${route.replaceAll('/', '-')}`

/** What has the focus, by an expression over `document.activeElement`. */
const focused = (page: Page, what: string) => page.evaluate<string>(`document.activeElement.${what}`)

async function look(route: string, name: string, asked: Look): Promise<number> {
  const page = await gallery.show(route, asked)
  await screenshot(page, name)
  await expectNoAxeViolations(page)
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

it.each(routes)('is clean in axe at %s', async (route) => {
  expect(await look(route, `${nameOf(route)}-light`, {})).toBeLessThanOrEqual(1280)
})

it.each(routes)('has everything of %s within 320 pixels, in one column', async (route) => {
  expect(await look(route, `${nameOf(route)}-320`, SIZES.phone)).toBeLessThanOrEqual(320)
})

describe.each(themedRoutes)('in every theme, %s', (route) => {
  it.each([
    ['dark', { theme: 'dark' }],
    ['high contrast', { theme: 'contrast' }],
    ['forced colours', { forcedColors: true }],
  ] as const)('is clean in axe in %s', async (name, asked) => {
    expect(await look(route, `${nameOf(route)}-${name.replace(' ', '-')}`, asked)).toBeLessThanOrEqual(1280)
  })
})

it('draws no tick in a box that is off, in forced colours either', async () => {
  const page = await gallery.open('/form', { forcedColors: true })
  const box = page.locator('label.check', { hasText: 'Led by someone from outside' })
  const tick = box.locator('.check-mark svg')
  expect(await tick.isVisible()).toBe(true)
  await box.click()
  await tick.waitFor({ state: 'hidden' })
  await page.context().close()
})

it.each(['/form', '/list/12/open'])('gives the controls of %s one height', async (route) => {
  const page = await gallery.open(route)
  const heights = await page.evaluate<number[]>(
    `[...document.querySelectorAll('input.control, button.control, .control-group')]
      .filter((box) => box.closest('.control-group') === box || box.closest('.control-group') === null)
      .map((box) => box.offsetHeight)`,
  )
  expect(heights.length).toBeGreaterThan(0)
  expect([...new Set(heights)]).toEqual([40])
  await page.context().close()
})

it('ends a long list at the foot of the window', async () => {
  const page = await gallery.open('/list/10000')
  const beneath = await page.evaluate<number>(
    "innerHeight - document.querySelector('.dt-tall').getBoundingClientRect().bottom",
  )
  expect(beneath).toBeGreaterThanOrEqual(0)
  expect(beneath).toBeLessThan(40)
  await page.context().close()
})

it('opens the menu of a row whose press wakes the row', async () => {
  const page = await gallery.open('/list/12')
  const row = page.locator('tr[data-index="3"]')
  const more = await row.getByRole('button', { name: /^More for/ }).elementHandle()
  await more?.dispatchEvent('pointerdown', { pointerType: 'mouse' })
  await more?.focus()
  await page.locator('tr[data-index="3"][tabindex="0"]').waitFor()
  await more?.dispatchEvent('click')
  await page.getByRole('menu').waitFor()
  expect(await row.getByRole('button', { name: /^More for/ }).getAttribute('aria-expanded')).toBe('true')
  await page.context().close()
})

it('draws charts in the colours that the system forces', async () => {
  const page = await gallery.open('/money', { forcedColors: true })
  await page.locator('.chart path.recharts-curve').first().waitFor()
  const styleOf = (selector: string, property: string) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`)
  expect(await styleOf('.chart path.recharts-curve', 'stroke')).toBe(await styleOf('body', 'color'))
  await page.context().close()
})

describe('by keyboard', () => {
  it('walks 10,000 rows, of which only those in sight are in the page', async () => {
    const page = await gallery.open('/list/10000')
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(60)
    await page.locator('tr[data-index="0"]').focus()
    await page.keyboard.press('End')
    await page.locator('tr[data-index="9999"]:focus').waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.locator('tr[data-index="1"]:focus').waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page, "getAttribute('aria-label')")).toMatch(/^More for /)
  })

  it('finds among 10,000 rows and says how many', async () => {
    const page = await gallery.open('/list/10000')
    await page.getByRole('searchbox').fill('phonics 10')
    await page.getByText(/^\d+ of 10,000$/).waitFor()
    expect(await page.locator('tr[data-index]').count()).toBe(34)
    await page.locator('[role=status]', { hasText: /of 10,000 found/ }).waitFor({ state: 'attached' })
  })

  it('turns a chart into its table with T and back', async () => {
    const page = await gallery.open('/')
    const button = page.getByRole('button', { name: /Show as a table/ })
    await button.focus()
    await page.keyboard.press('t')
    const table = page.getByRole('button', { name: /Show as a chart/ })
    await table.waitFor()
    expect(await page.locator('.chart-drawing').count()).toBe(0)
    await page.keyboard.press('t')
    await button.waitFor()
    expect(await page.locator('.chart-drawing').count()).toBe(1)
  })

  it('gives the focus back when a dialog is closed', async () => {
    const page = await gallery.open('/parts')
    await page.getByRole('button', { name: 'Ask first' }).click()
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await focused(page, 'textContent')).toBe('Ask first')
  })
})

describe('a form', () => {
  it('keeps an impossible day as it was typed and refuses it', async () => {
    const page = await gallery.open('/form')
    const day = page.getByLabel('Day', { exact: true })
    await day.fill('3 sep 26')
    await day.blur()
    expect(await day.inputValue()).toBe('3 September 2026')
    await day.fill('31/02/2026')
    await day.blur()
    expect(await day.inputValue()).toBe('31/02/2026')
    await page.getByText('There is no such day.').waitFor()
  })

  it('puts the focus on what is wrong, and each line leads to its field', async () => {
    const page = await gallery.open('/form')
    await page.getByLabel('Fee').fill('twelve')
    await page.getByRole('button', { name: 'Save the activity' }).click()
    await page.getByRole('heading', { name: /This was not saved: 5 things to put right/ }).waitFor()
    expect(await focused(page, 'tagName')).toBe('SECTION')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: /^Fee: / }).click()
    await page.locator('input[inputmode=decimal]:focus').waitFor()
    await page.getByRole('button', { name: /^Level: / }).click()
    await page.locator('input[type=radio]:focus').waitFor({ state: 'attached' })
  })

  it('puts back what had been typed, and forgets it when asked', async () => {
    const page = await gallery.open('/form')
    const name = page.getByLabel('Name')
    await page.getByText('We kept what you had typed').waitFor()
    expect(await name.inputValue()).toBe('Northgate Learn')
    await page.getByRole('button', { name: 'Discard it' }).click()
    await page.getByText('We kept what you had typed').waitFor({ state: 'detached' })
    expect(await name.inputValue()).toBe('')
    // The button that had the focus is gone with it.
    await page.locator('form input:focus').waitFor()
  })

  it('reads amounts as people write them', async () => {
    const page = await gallery.open('/form')
    const fee = page.getByLabel('Fee')
    await fee.fill('£1234.5')
    await fee.blur()
    expect(await fee.inputValue()).toBe('1,234.50')
  })
})

it('broke no rule of the content policy and threw nothing', () => expect(gallery.problems).toEqual([]))

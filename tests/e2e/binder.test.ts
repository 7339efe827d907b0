import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

async function openBinder({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: 'School and staff' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('contents of the binder')
  await page
    .getByRole('option', { name: /Contents of the binder/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Contents of the binder' }).waitFor()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
}

const dividers = (page: Page) => page.locator('main').getByRole('heading', { level: 2 })

/** Chooses an order by its first letters, as a person without a mouse does. */
async function choose(page: Page, order: string): Promise<void> {
  const choice = page.getByRole('button', { name: /In the order of/ })
  await choice.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: order }).waitFor()
  await page.keyboard.type(order.slice(0, 3))
  await page.keyboard.press('Enter')
  await expect.poll(() => choice.textContent()).toContain(order)
}

const sizes = ['small', 'laptop', 'wide', 'phone'] as const

it('shows the binder in the order of a toolkit, opens what there is, and remembers the order', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await openBinder(app)
  await page.getByText(/^\d+ entries: \d+ in use, \d+ due/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'binder-ours', 'laptop')

  await choose(page, 'Everybody’s Learning')
  await page.getByText(/^63 entries: /).waitFor()
  await expect.poll(() => dividers(page).count()).toBe(10)
  await expect.poll(() => page.locator('.divider-entries > li').count()).toBe(63)
  const evaluating = page.getByRole('region', { name: /Evaluating CPD/ })
  await evaluating.getByText('Due: 1 evaluation waits').waitFor()
  await evaluating.getByText('Comes with evaluation forms and cost-effectiveness').first().waitFor()
  for (const theme of ['dark', 'contrast', 'light']) {
    await page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme)
    await expectNoAxeViolations(page)
    for (const size of sizes) await screenshot(page, `binder-${theme}`, size)
  }
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1366, height: 768 })

  await evaluating.getByRole('link', { name: 'Monitoring CPD impact' }).click()
  await page.getByRole('heading', { level: 1, name: 'Impact and value' }).waitFor()
  await page.goBack()
  await page.getByText(/^63 entries: /).waitFor()
  await page.getByRole('link', { name: 'Building school capacity for CPD' }).click()
  await page.getByRole('heading', { name: 'Building capacity for CPD' }).first().waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Contents of the binder' }).click()
  await page.getByText(/^63 entries: /).waitFor()
})

it('leads to a page that is there from every link of every order', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await openBinder(app)
  const links = new Set<string>()
  for (const order of ['Our own order', 'Everybody’s Learning', 'CPD Leadership Guidance', 'London’s Learning']) {
    await choose(page, order)
    const there = page.locator('.divider-entries a')
    await there.first().waitFor()
    for (const href of await there.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
      links.add(href)
  }
  expect(links.size).toBeGreaterThan(60)
  const lost: string[] = []
  for (const href of links) {
    await page.evaluate((hash) => void (location.hash = hash), href)
    await page.waitForFunction((hash) => location.hash === hash, href)
    await page.locator('main h1').waitFor()
    const title = (await page.locator('main h1').textContent()) ?? ''
    if (/nothing to show|no such|not found|no page/i.test(title)) lost.push(`${href}: ${title}`)
    if ((await page.getByText('This could not be read').count()) > 0) lost.push(href)
  }
  expect(lost).toEqual([])
})

it('is saved as a paper binder: contents, dividers and the texts behind them, with an outline', async () => {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(60_000)
  await openBinder(app)
  await choose(page, 'CPD Leadership Guidance')
  await page.getByRole('heading', { level: 2, name: /What is CPD\?/ }).waitFor()
  const path = join(temporaryFolder(), 'binder.pdf')
  await app.dialogs.save(path)
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await page.getByText('Saved as binder.pdf').waitFor()
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const pdf = await loading.promise
  const [book] = await pdf.getOutline()
  expect(book?.title).toBe('The CPD binder')
  expect(book?.items.map(({ title }: { title: string }) => title.replace(/\s+/g, ' ').trim())).toHaveLength(9)
  expect(book?.items[2]?.items.map(({ title }: { title: string }) => title)).toEqual([
    'CPD, school improvement and performance review',
    'Keys to success, and pitfalls',
  ])
  expect(pdf.numPages).toBeGreaterThan(15)
  await loading.destroy()
})

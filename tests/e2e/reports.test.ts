import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'
import { expectPrintedWell } from './printed-pages'

/** As axe sees it, once passing announcements (which name buttons that are gone by now) have been cleared away. */
async function expectClean(page: Page): Promise<void> {
  for (const gone of await page.locator('[data-live-announcer] [role="img"]').all())
    await gone.waitFor({ state: 'detached' })
  await expectNoAxeViolations(page)
}

/** The window that printed waits for the next report; nothing of the last one stays in it. */
async function expectEmptyPrintWindow(page: Page): Promise<void> {
  const kept = page
    .context()
    .pages()
    .filter((one) => one.url().includes('/print.html'))
  expect(kept).toHaveLength(1)
  await expect.poll(() => kept[0]?.locator('#root').innerHTML()).toBe('')
  expect(await kept[0]?.evaluate(() => [document.title, document.documentElement.getAttribute('style')])).toEqual([
    '',
    null,
  ])
}

interface Printed {
  readonly title: string
  readonly sheets: readonly { readonly width: number; readonly height: number; readonly isBlank: boolean }[]
}

/** What stands in the print window at the moment in which it is sent to a printer. */
async function whatIsPrinted(page: Page, act: () => Promise<void>): Promise<Printed> {
  const kept = page
    .context()
    .pages()
    .find((one) => one.url().includes('/print.html'))
  if (!kept) throw new Error('no print window waits')
  const seen = kept.evaluate(
    () =>
      new Promise<Printed>((resolve) => {
        window.print = () =>
          resolve({
            title: document.title,
            sheets: [...document.images].map((image) => {
              const canvas = document.createElement('canvas')
              const paper = canvas.getContext('2d')
              paper?.drawImage(image, 0, 0, canvas.width, canvas.height)
              const dots = paper?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
              const { naturalWidth: width, naturalHeight: height } = image
              return { width, height, isBlank: new Set(dots).size < 2 }
            }),
          })
      }),
  )
  await act()
  return seen
}

it('shows the governors’ report as printed pages, takes the head’s words, saves and issues it', async () => {
  const app = await launchApp()
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: /^Reports/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
  await screenshot(page, 'reports', 'laptop')
  await expectClean(page)

  await page.getByRole('link', { name: 'Open the governors’ report' }).first().click()
  await page.getByRole('img', { name: /^Page 1 of/ }).waitFor()
  await page.getByRole('img', { name: /^Page 4 of/ }).waitFor()
  await screenshot(page, 'report-pages', 'laptop')
  await screenshot(page, 'report-pages', 'wide')
  await expectClean(page)

  await page.getByRole('tab', { name: 'On screen' }).click()
  await page.getByRole('table', { name: 'Participation by staff group' }).waitFor()
  await screenshot(page, 'report-on-screen', 'laptop')
  await expectClean(page)

  await page.getByRole('tab', { name: 'Your texts' }).click()
  await page
    .getByLabel(/^Opening words/)
    .fill('It was a year of reading. Thank you to everyone who gave their evenings.')
  await screenshot(page, 'report-texts', 'laptop')
  await expectClean(page)
  await page.getByRole('button', { name: 'Save the texts' }).click()
  await page.getByText('Text saved').waitFor()

  const folder = temporaryFolder()
  await app.dialogs.save(join(folder, 'governors.pdf'))
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await page.getByText('Saved as governors.pdf').waitFor()
  await expectPrintedWell(join(folder, 'governors.pdf'))

  await expectEmptyPrintWindow(page)

  // Words that are not saved would not be in the issue, which can never be changed: it waits for them.
  const draftKept = () =>
    page.evaluate(`window.cpd.call('drafts.get', { form: 'report.texts', recordId: 'governors.financial.2025' })`)
  await page.getByLabel(/^About the money/).fill('One long cover.')
  await expect.poll(draftKept).toMatchObject({ value: { body: { typed: { money: 'One long cover.' } } } })
  // Nor would they be on paper: neither is made while they wait, and the pages say that they are not in them.
  await page.getByRole('button', { name: 'Save as' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await page
    .getByText(/Nothing was printed or written/)
    .first()
    .waitFor()
  await page.getByRole('tab', { name: 'Printed pages' }).click()
  await page.getByText('The report is made from what is saved, so they are not in it yet.').waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: 'Go to your texts' }).click()
  await expect.poll(() => page.getByLabel(/^About the money/).inputValue()).toBe('One long cover.')
  await page.getByRole('button', { name: 'Issue the report' }).click()
  const issuing = page.getByRole('dialog')
  await issuing.getByText('Governors’ report, financial year 2025/26').waitFor()
  await issuing.getByRole('button', { name: 'Issue the report' }).click()
  await page
    .getByText(/Some of your texts are not saved/)
    .first()
    .waitFor()
  await expectClean(page)
  await issuing.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Save the texts' }).click()
  await expect.poll(draftKept).toMatchObject({ value: { savedAtUtc: null } })
  // What the refusal asks for is at hand, also for words typed just now.
  await page.getByLabel(/^About the money/).fill('Two long covers.')
  await page.getByRole('button', { name: 'Discard what is not saved' }).click()
  await expect.poll(() => page.getByLabel(/^About the money/).inputValue()).toBe('One long cover.')
  await expect.poll(() => page.getByRole('button', { name: 'Discard what is not saved' }).count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await expect.poll(draftKept).toMatchObject({ value: { savedAtUtc: null } })

  await page.getByRole('button', { name: 'Issue the report' }).click()
  await screenshot(page, 'report-issue', 'laptop')
  await page.getByRole('dialog').getByRole('button', { name: 'Issue the report' }).click()
  await page.getByText('Issued as number 1').waitFor()
  await page.getByText('Issue 1 of this report stands').waitFor()

  await page.getByRole('link', { name: 'Reports' }).last().click()
  await page.getByRole('link', { name: /^Governors’ report, (academic|financial) year/ }).click()
  await page.getByRole('img', { name: /^Page 1 of/ }).waitFor()
  await screenshot(page, 'report-issued', 'laptop')
  await expectClean(page)
  const printed = await whatIsPrinted(page, () => page.getByRole('button', { name: 'Print' }).click())
  expect(printed.title).toMatch(/governors’ report financial 2025-26, issue 1$/)
  expect(printed.sheets.length).toBe(await page.getByRole('img', { name: /^Page \d+ of/ }).count())
  // A4 of whole points at 300 dots to the inch, with something on every sheet.
  for (const sheet of printed.sheets) expect(sheet).toEqual({ width: 2478, height: 3507, isBlank: false })
  await expectEmptyPrintWindow(page)
  await page.getByText('Checksums of its files').click()
  const shown = await page
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .textContent()
  await app.dialogs.save(join(folder, 'issued.pdf'))
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await page.getByText('Saved as issued.pdf').waitFor()
  const sums = [...(await page.getByText(/^[0-9a-f]{64}$/).allTextContents())]
  expect(sums).toContain(shown)
  expect(sums).toContain(
    createHash('sha256')
      .update(readFileSync(join(folder, 'issued.pdf')))
      .digest('hex'),
  )
  expect(await app.problems()).toEqual([])
})

it('prints the other reports as well, by the financial year and with names', async () => {
  const app = await launchApp()
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: /^Reports/ }).click()
  const folder = temporaryFolder()
  for (const [name, file] of [
    ['Spend report', 'spend.pdf'],
    ['Participation report', 'participation.pdf'],
  ] as const) {
    await page
      .getByRole('link', { name: /^Reports/ })
      .first()
      .click()
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
    if (file === 'participation.pdf') await page.getByText('Name people').click()
    await app.dialogs.save(join(folder, file))
    await page.getByRole('button', { name: 'Save as' }).click()
    await page.getByRole('menuitem', { name: 'PDF' }).click()
    await page.getByText(`Saved as ${file}`).waitFor()
    await expectPrintedWell(join(folder, file))
  }
  expect(await app.problems()).toEqual([])
})

it('opens Money and the reports by the same kind of year, and remembers which', async () => {
  const { page } = await launchApp()
  await page.getByRole('button', { name: 'Open the sample school' }).click()
  await page.getByRole('link', { name: /^Reports/ }).click()
  await page.getByRole('link', { name: 'Open the governors’ report' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Governors’ report, financial year 2025/26' }).waitFor()
  await page.getByRole('button', { name: /Financial year/ }).click()
  await page.getByRole('option', { name: /Academic year/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Governors’ report, academic year 2025/26' }).waitFor()
  await page.evaluate(`location.hash = '#/money'`)
  await page.getByText('1 September 2025 to 31 August 2026', { exact: true }).waitFor()

  // Who has last year's money on screen and turns to a report means last year's.
  await page.getByRole('button', { name: /2025\/26/ }).click()
  await page.getByRole('option', { name: /2024\/25/ }).click()
  await page.getByText('1 September 2024 to 31 August 2025', { exact: true }).waitFor()
  await page.evaluate(`location.hash = '#/reports/spend'`)
  await page.getByRole('heading', { level: 1, name: 'Spend report, academic year 2024/25' }).waitFor()
  await page.getByRole('img', { name: /^Page 1 of/ }).waitFor()

  // The pages of one year never stand under the title of another.
  await page.getByRole('button', { name: /2024\/25/ }).click()
  await page.getByRole('option', { name: /2025\/26/ }).click()
  await page.getByText('Preparing the pages of academic year 2025/26…').waitFor()
  expect(await page.getByRole('img', { name: /^Page 1 of/ }).count()).toBe(0)
  await page.getByRole('img', { name: /^Page 1 of/ }).waitFor()
  await page.evaluate(`location.hash = '#/money'`)
  await page.getByText('1 September 2025 to 31 August 2026', { exact: true }).waitFor()
  expect(
    await page
      .getByRole('button', { name: /^By/ })
      .or(page.getByRole('button', { name: /Academic year/ }))
      .first()
      .innerText(),
  ).toContain('Academic year')
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sharedData } from '../fixtures/shared-data'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

const list = `Staff Code,Surname,Forename,Work Email,Post,Department,FTE,Start Date,Working days,NI Number
ALE,Lee,Ann,ann.lee@north.example,Headteacher,,1,01/09/2019,Mon-Fri,QQ123456C
BOK,Okafor,Ben,ben.okafor@north.example,Teacher of Maths,Maths,0.6,1/9/2023,"Mon, Tue, Wed",QQ123456D
CWO,Wójcik,Łukasz,not an address,Teaching assistant,,1,,,QQ123456A
SIA,ap Llŷr,Siân,sian@north.example,SENCO,Inclusion,0.8,3 September 2024,,QQ123456B
`

function staffList(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-import-')), 'staff list.csv')
  writeFileSync(path, list)
  return path
}

async function startSchool({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('link', { name: 'Start my school' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill('Northgate Primary School')
  await page.getByRole('button', { name: 'Start the binder' }).click()
  await page.getByRole('navigation', { name: 'Binder' }).waitFor()
}

async function goTo({ page }: LaunchedApp, path: string): Promise<void> {
  await page.evaluate(`window.location.assign('#${path}')`)
}

it('brings a staff list in by keyboard, shows every row first, and takes it all back', async () => {
  const app = await launchApp()
  const { page } = app
  await startSchool(app)
  await goTo(app, '/imports/staff')
  await page.getByRole('heading', { level: 1, name: 'Import a staff list' }).waitFor()
  await screenshot(page, 'import-choose', 'small')
  await app.dialogs.open(staffList())
  await page.getByRole('button', { name: 'Choose a file…' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'staff list.csv' }).waitFor()
  expect(await page.getByText('QQ123456').count()).toBe(0)
  await screenshot(page, 'import-columns', 'small')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Look it over' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Row 4, Łukasz Wójcik, Work Email').waitFor()
  await screenshot(page, 'import-preview', 'small')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Bring in 3 people' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('3 people brought in').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Undo the import' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('The binder is as it was before the import.').waitFor()
  await screenshot(page, 'import-undone', 'small')
})

it('proposes a day rate from a school workforce file, and keeps it with its source', async () => {
  const app = await launchApp()
  const { page } = app
  await startSchool(app)
  await goTo(app, '/school/day-rates')
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-census-')), 'england_swf.csv')
  writeFileSync(
    path,
    'URN,LA Number,School Phase,Total Number of Teachers (Full-Time Equivalent),Mean Gross FTE Salary of All Teachers (£s)\n100001,201,Primary,10,"£40,000"\n100002,202,Secondary,30,"£48,000"\n100003,202,Primary,8,SUPP\n',
  )
  await app.dialogs.open(path)
  await page.getByRole('button', { name: 'Propose from the school workforce census…' }).click()
  await page.getByText('£46,000.00 in 2 schools (all in the file)').waitFor()
  await page.getByText('1 school whose pay is not given').waitFor()
  await screenshot(page, 'day-rates-census', 'small')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Use this rate for teachers' }).click()
  await page.getByText('Rate of teachers saved').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('england_swf.csv, read on').waitFor()
})

const salford = sharedData('council-spend', 'salford', 'clean', '2022-03.csv')

it.skipIf(salford === undefined)(
  "brings in the training lines of a council's ledger (skipped where the file is absent)",
  async () => {
    const app = await launchApp()
    const { page } = app
    await startSchool(app)
    await goTo(app, '/imports/ledger')
    await page.getByRole('heading', { level: 1, name: 'Import ledger lines' }).waitFor()
    await app.dialogs.open(salford ?? '')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await page.getByRole('button', { name: /Bring in/ }).click()
    // The column of the accounts stands first, and what a search finds stands above the buttons at the foot.
    await page
      .getByRole('option')
      .nth(1)
      .getByText(/by GL Description/)
      .click()
    await page.getByRole('searchbox').fill('training')
    const last = await page.getByText('Training of Staff').boundingBox()
    const foot = await page.getByRole('button', { name: 'Look it over' }).boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(foot?.y ?? 0)
    await page.getByRole('button', { name: 'Choose all 3 found' }).click()
    await screenshot(page, 'import-ledger-rows', 'laptop')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Look it over' }).click()
    await page.getByText('£129,054.63').waitFor()
    await page.getByText('£7,462.80').waitFor()
    await page.getByText('£136,517.43 gross').waitFor()
    await screenshot(page, 'import-ledger-preview', 'laptop')
    await page.getByRole('button', { name: 'Bring in 39 lines' }).click()
    await page.getByText('39 lines brought in').waitFor()
    // A ledger of years ago does not look lost on the page of this year, and its own year can be chosen there.
    await goTo(app, '/money')
    await page.getByText('39 ledger lines of other years wait').waitFor()
    await page.getByRole('button', { name: /Year$/ }).last().click()
    await page.getByRole('option', { name: '2021/22' }).click()
    await page.getByText('39 ledger lines of this year, £129,054.63 net, wait').waitFor()
    await page.getByRole('link', { name: 'See the ledger lines' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor()
  },
)

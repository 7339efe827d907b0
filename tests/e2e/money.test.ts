import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

/** Opens a school by the contract, and goes to the money as soon as the window knows of it. */
async function openMoney(page: Page, channel: 'school.create' | 'school.openSample', input: object): Promise<void> {
  page.setDefaultTimeout(10_000)
  await page.evaluate(`window.cpd.call('${channel}', ${JSON.stringify(input)})`)
  const heading = page.getByRole('heading', { level: 1, name: 'Money' })
  await expect
    .poll(
      async () => {
        await goTo(page, '/money')
        return heading.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, route)
}

const newSchool = {
  validFrom: '2024-09-01',
  name: 'Northgate Primary School',
  regime: 'maintained',
  cpdLeaderTitle: 'CPD leader',
}

it('sets up a fund, orders, invoices and pays a cost, and finds it behind the figures', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.create', newSchool)
  await page.getByRole('heading', { name: 'No money is recorded for 2025/26' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-empty', 'small')

  await page.getByRole('link', { name: 'Set up the first fund' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('School budget')
  await page.getByRole('button', { name: 'Set up the fund' }).press('Enter')
  await page.getByRole('button', { name: 'Add an amount' }).click()
  await page.getByRole('textbox', { name: 'Amount' }).fill('8000')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Save the amount' }).press('Enter')
  await page.getByText('£8,000.00').first().waitFor()
  await screenshot(page, 'money-fund', 'small')

  await goTo(page, '/money/costs/new')
  await page.getByRole('radio', { name: 'The school as a whole' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Net' }).fill('1,200')
  await page.getByRole('textbox', { name: /^VAT/ }).fill('240')
  await page.getByRole('button', { name: /Fund \(optional\)$/ }).click()
  await page.getByRole('option', { name: 'School budget' }).click()
  await page
    .getByText(
      'Records an order of £1,200.00 for the school as a whole on 20 November 2025, and £240.00 VAT that the school gets back, coded E09, from School budget.',
    )
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-cost-form', 'laptop')

  // Leaving asks nothing, and coming back finds what was typed.
  await goTo(page, '/money')
  await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor()
  await goTo(page, '/money/costs/new')
  await page.getByText('We kept what you had typed').waitFor()
  await page.getByRole('button', { name: 'Record this cost' }).press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Course fee' }).waitFor()

  await page.getByRole('button', { name: 'Mark invoiced' }).click()
  await page.getByRole('textbox', { name: 'Net' }).fill('1100')
  await page.getByRole('textbox', { name: /^VAT/ }).fill('220')
  await page.getByRole('button', { name: 'Record the invoice' }).press('Enter')
  await page.getByRole('button', { name: 'Mark paid' }).click()
  await page.getByRole('button', { name: 'Record the payment' }).press('Enter')
  await page
    .getByRole('gridcell', { name: /Payment/ })
    .or(page.getByRole('rowheader', { name: /Payment/ }))
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-cost', 'small')

  await goTo(page, '/money')
  await page.getByRole('link', { name: /School budget, Paid: £1,100/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Costs' }).waitFor()
  await page.getByRole('row', { name: /1 cost.*£1,100\.00/ }).waitFor()
  await expectNoAxeViolations(page)
})

it('opens behind the full cost the events that it is made of, and behind totals their costs', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.openSample', {})
  await page.getByText('Why do the totals differ?').click()
  await page.getByText(/The academic year has other months/).waitFor()
  await page.getByText(/The ledger holds 5 lines of this year, £698\.50 net, that nobody has linked/).waitFor()
  await page.getByRole('link', { name: '5 lines of this year' }).click()
  await page.getByRole('button', { name: 'Only lines from 1 April 2025 to 31 March 2026' }).click()
  await expect.poll(() => page.getByRole('button', { name: /^Only lines/ }).count()).toBe(0)
  await goTo(page, '/money')
  const full = page.getByRole('link', { name: /^Full cost: £/ })
  const shown = (await full.innerText()).trim()
  await full.click()
  await page.getByRole('heading', { level: 1, name: 'Spend report, financial year 2025/26' }).waitFor()
  const events = page.getByRole('table', { name: 'What each event cost' })
  await events.getByRole('row', { name: new RegExp(`^All .*${shown.replace('.', '\\.')}$`) }).waitFor()
  await goTo(page, '/money')
  await page.getByRole('link', { name: /^All funds, Paid: £/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Costs' }).waitFor()
  await page.getByRole('button', { name: 'With something paid' }).waitFor()
  await expectNoAxeViolations(page)
})

it('records three invoices from the desk at once, or none', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.create', newSchool)
  await goTo(page, '/money/invoices')
  await page.getByRole('button', { name: 'Add another invoice' }).click()
  await page.getByRole('button', { name: 'Add another invoice' }).click()
  for (const [index, net] of ['200', '', '300'].entries()) {
    const row = page.getByRole('group', { name: `Invoice ${index + 1}` })
    // Nothing is called optional that is asked for when it is left empty.
    await row.getByRole('textbox', { name: 'What for', exact: true }).fill(`Course ${index + 1}`)
    await row.getByRole('textbox', { name: 'Net' }).fill(net)
  }
  await page.getByRole('button', { name: 'Record 3 invoices' }).press('Enter')
  await page.getByRole('region', { name: /This was not saved/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('group', { name: 'Invoice 2' }).getByRole('textbox', { name: 'Net' }).fill('100')
  await page.getByText('Records 3 invoices: £600.00 net and £0.00 VAT.').waitFor()
  await screenshot(page, 'money-invoices', 'laptop')
  await page.getByRole('button', { name: 'Record 3 invoices' }).press('Enter')
  await page.getByRole('row', { name: /3 costs/ }).waitFor()
})

it('takes at the desk an invoice that two funds pay, and a credit note for last month’s', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.openSample', {})
  // Last year's money was looked at; what is recorded now is seen in the list of this year all the same.
  await goTo(page, '/money?by=financial&year=2024')
  await page.getByText('1 April 2024 to 31 March 2025', { exact: true }).waitFor()
  await goTo(page, '/money/invoices')
  await page.getByRole('button', { name: 'Add another invoice' }).click()
  const first = page.getByRole('group', { name: 'Invoice 1' })
  await first.getByRole('textbox', { name: 'What for' }).fill('Maths leaders')
  await first.getByRole('textbox', { name: 'Net' }).fill('500')
  for (const fund of ['School budget', 'Pupil premium']) {
    if (fund !== 'School budget') await first.getByRole('button', { name: 'Split it with another fund' }).click()
    await first.getByRole('button', { name: /^No fund named/ }).click()
    await page.getByRole('option', { name: fund }).click()
  }
  await first.getByRole('textbox', { name: 'Parts of fund 1' }).fill('3')
  await first.getByText('£375.00 from School budget, £125.00 from Pupil premium').waitFor()

  await page
    .getByRole('group', { name: 'Invoice 2' })
    .getByRole('button', { name: /^An invoice/ })
    .click()
  await page.getByRole('option', { name: /^A credit note/ }).click()
  const second = page.getByRole('group', { name: 'Credit note 2' })
  await second.getByRole('combobox', { name: 'The cost it gives back' }).click()
  // What is only ordered cannot be given back.
  await page
    .getByRole('option', { name: /, invoiced £/ })
    .first()
    .waitFor()
  expect(await page.getByRole('option', { name: /, ordered £/ }).count()).toBe(0)
  // What is told apart by its day and by what became of it.
  await page
    .getByRole('option', { name: /^Course fee: SEND conference.*20\d\d, paid £340\.00$/ })
    .first()
    .click()
  await second.getByRole('textbox', { name: 'Net' }).fill('80')
  await page.getByText(/Records 1 credit note: £80\.00 net and £0\.00 VAT given back\./).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-invoices-split', 'laptop')
  await page.getByRole('button', { name: 'Record 1 invoice and 1 credit note' }).press('Enter')
  await page.getByText('1 invoice and 1 credit note recorded').waitFor()
  await page.getByRole('link', { name: 'Maths leaders' }).click()
  await page.getByText('School budget 75%, Pupil premium 25%').waitFor()
})

it('shows the money of the sample school, and matches its ledger by keyboard', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.openSample', {})
  await page.getByRole('table', { name: 'Spend against budget, by fund' }).waitFor()
  await page.locator('[data-chart="drawn"], .chart-drawing svg').first().waitFor()
  await page.getByText('Why do the totals differ?').click()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-why', 'small')
  await page.getByText('Why do the totals differ?').click()
  for (const size of ['small', 'laptop', 'wide', 'phone'] as const) await screenshot(page, 'money', size)

  await goTo(page, '/money/costs')
  await page.getByRole('grid', { name: 'Costs' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-costs', 'small')
  await screenshot(page, 'money-costs', 'phone')
  await page.setViewportSize({ width: 1280, height: 640 })
  await page.getByRole('grid', { name: 'Costs' }).getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-costs-one', 'small')

  await goTo(page, '/money/funds')
  await page.getByRole('grid', { name: 'Funds' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-funds', 'small')

  await goTo(page, '/money/ledger')
  const lines = page.getByRole('grid', { name: 'Ledger lines' })
  await lines.waitFor()
  await screenshot(page, 'money-ledger', 'small')
  await lines.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: 'Which cost is it?' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-ledger-match', 'small')
  // This year's course and last year's bear one name: the day tells them apart, and what linking would do is said first.
  const other = page.getByRole('combobox', { name: 'Another cost' })
  await other.scrollIntoViewIfNeeded()
  await other.click()
  await page.keyboard.type('SEND')
  await page
    .getByRole('option', { name: /^Course fee: SEND conference.*20\d\d, paid £340\.00$/ })
    .first()
    .click()
  await page
    .getByText(
      /^Course fee: SEND conference: paid £340\.00\. Unless this very payment is among it, linking pays £\d/,
    )
    .waitFor()
  await expectNoAxeViolations(page)
  const waiting = page.getByRole('radio', { name: /^Waiting/ })
  const before = (await waiting.textContent()) ?? ''
  await page.getByRole('heading', { name: 'Which cost is it?' }).click()
  await page.keyboard.press('s')
  await expect.poll(() => waiting.textContent()).not.toBe(before)
  await page.getByRole('heading', { name: 'Which cost is it?' }).click()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Make it a cost' }).press('Enter')
  await page.getByText('1 cost made').waitFor()
})

const ledger = `Document,Date,Supplier,GL Description,Net,VAT,Gross
5100007,05/11/2025,Northvale Training Ltd,E26 Agency supply,180.00,36.00,216.00
`

it('says where the VAT of a linked line does not fit its cost, and mends it', async () => {
  const app = await launchApp()
  const { page } = app
  await openMoney(page, 'school.create', newSchool)
  const path = join(mkdtempSync(join(tmpdir(), 'cpd-ledger-')), 'november.csv')
  writeFileSync(path, ledger)
  await app.dialogs.open(path)
  const cost = {
    kindCode: 'cover-agency',
    description: 'Cover for phonics training',
    expectedOn: '2025-11-01',
    netPence: 21_600,
    vatPence: 0,
    isVatRecoverable: true,
    supplier: 'Northvale Training',
    start: { kind: 'committed', movedOn: '2025-11-01' },
  }
  await page.evaluate(`(async () => {
    const chosen = await window.cpd.call('imports.choose', { kind: 'ledger' })
    await window.cpd.call('imports.plan', { token: chosen.value.token })
    await window.cpd.call('imports.commit', { token: chosen.value.token })
  })()`)
  // An import alone counts nothing, and the page does not look as if it were lost.
  await page.getByRole('heading', { name: 'No money counts for 2025/26 yet' }).waitFor()
  await page.getByText('1 ledger line of this year, £180.00 net, waits').waitFor()
  await expectNoAxeViolations(page)
  await page.evaluate(`window.cpd.call('costs.save', ${JSON.stringify(cost)})`)
  await page.getByRole('heading', { name: 'No money counts for 2025/26 yet' }).waitFor({ state: 'detached' })
  await goTo(page, '/money/ledger')
  await page.getByRole('grid', { name: 'Ledger lines' }).getByRole('row').nth(1).click()
  await page.getByText('Once linked, it can be split here.').waitFor()
  await page.getByRole('heading', { name: 'Which cost is it?' }).click()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: /^Cover through an agency/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Link/ }).click()
  await page
    .getByText('The line is £216.00 with VAT; the cost says £216.00 without, so £36.00 of it stays promised.')
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'money-ledger-vat', 'small')
  await page.getByRole('button', { name: 'Make the cost £180.00 and £36.00 VAT' }).click()
  await expect.poll(() => page.getByText('The VAT does not fit').count()).toBe(0)
})

it('leads from an empty year to one with money, and says of each invoice whether its VAT comes back', async () => {
  const { page } = await launchApp()
  await openMoney(page, 'school.create', newSchool)
  await page.evaluate(`(async () => {
    for (const [name, kind] of [['School budget', 'school'], ['Early career grant', 'grant']]) {
      const saved = await window.cpd.call('funds.save', { name, kind, isExternal: kind === 'grant' })
      await window.cpd.call('funds.saveAmount', { fundId: saved.value.id, fromOn: '2021-04-01', toOn: '2022-03-31', amountPence: 6000000, note: null })
    }
  })()`)
  // A fund of another year: this year's page leads to the funds that are there, and the other year can be chosen.
  await page.getByRole('link', { name: 'Set up funds and amounts' }).waitFor()
  await page.getByRole('button', { name: /Year$/ }).last().click()
  await page.getByRole('option', { name: /2021\/22/ }).click()
  await page.getByRole('row', { name: /Early career grant.*£60,000\.00/ }).waitFor()

  await goTo(page, '/money/invoices')
  const first = page.getByRole('group', { name: 'Invoice 1' })
  await first.getByRole('textbox', { name: 'What for' }).fill('Safeguarding')
  await first.getByRole('textbox', { name: 'Invoice day' }).fill('1/3/2022')
  await first.getByRole('textbox', { name: 'Net' }).fill('6000')
  await first.getByRole('textbox', { name: /^VAT/ }).fill('1200')
  await first.getByRole('textbox', { name: 'Net' }).focus()
  await first.getByRole('button', { name: /Fund \(optional\)$/ }).click()
  await page.getByRole('option', { name: 'School budget' }).click()
  await first.getByText('The school gets the VAT back').click()
  await page
    .getByText('Records 1 invoice: £6,000.00 net and £1,200.00 VAT, of which £1,200.00 does not come back')
    .waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Add another invoice' }).click()
  const second = page.getByRole('group', { name: 'Invoice 2' })
  await second.getByRole('button', { name: 'School budget Fund (optional)' }).waitFor()
  await second.getByRole('button', { name: 'Leave out invoice 2' }).click()

  // An invoice of another year is in the list that opens.
  await page.getByRole('button', { name: 'Record 1 invoice' }).press('Enter')
  await page.getByRole('row', { name: /1 cost.*£7,200\.00/ }).waitFor()

  // The list stays beside a cost that is changed, and the form says in pounds who pays how much.
  await page.getByRole('link', { name: 'Safeguarding' }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Change what it is' }).click()
  await page.getByRole('button', { name: 'Split it with another fund' }).click()
  await page.getByRole('button', { name: /Fund 2 \(optional\)$/ }).click()
  await page.getByRole('option', { name: 'Early career grant' }).click()
  await page.getByRole('textbox', { name: /^Parts of fund 1/ }).fill('2')
  await page.getByText('£4,800.00 from School budget and £2,400.00 from Early career grant.').waitFor()
  await page.getByRole('button', { name: 'Save the cost' }).press('Enter')
  await page.getByRole('row', { name: /1 cost.*£7,200\.00/ }).waitFor()
})

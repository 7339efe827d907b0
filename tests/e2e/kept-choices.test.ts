import { expect, it } from 'vitest'
import { launchApp } from './harness'

interface Cost {
  readonly id: string
  readonly fundNames: readonly string[]
}

it('shows the fund of a cost though it was put away, and does not say that there is none', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  const call = async <T>(channel: string, input: object): Promise<T> =>
    page.evaluate(`window.cpd.call('${channel}', ${JSON.stringify(input)}).then((result) => result.value)`)
  await call('school.openSample', {})
  const { costs } = await call<{ costs: readonly Cost[] }>('costs.list', {})
  const cost = costs.find(({ fundNames }) => fundNames.length === 1)
  const { funds } = await call<{ funds: readonly { id: string; name: string }[] }>('funds.list', {})
  const fund = funds.find(({ name }) => name === cost?.fundNames[0])
  await call('funds.archive', { id: fund?.id, isArchived: true })
  const field = page.getByRole('button', { name: new RegExp(`${fund?.name} \\(put away\\)`) })
  await expect
    .poll(
      async () => {
        await page.evaluate((hash) => void (location.hash = hash), `/money/costs/${cost?.id}/edit`)
        return field.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
})

it('keeps what was chosen against the usual: VAT in a draft, the group of a post whose title stands in two', async () => {
  const { page } = await launchApp()
  page.setDefaultTimeout(10_000)
  const call = async <T>(channel: string, input: object): Promise<T> =>
    page.evaluate(`window.cpd.call('${channel}', ${JSON.stringify(input)}).then((result) => result.value)`)
  const goTo = (hash: string) => page.evaluate((to) => void (location.hash = to), hash)
  await call('school.create', {
    validFrom: '2024-09-01',
    name: 'Northgate Primary School',
    regime: 'maintained',
    cpdLeaderTitle: 'CPD leader',
  })
  await call('funds.save', { name: 'Friends of the school', kind: 'gift', isExternal: true })
  const vat = page.getByRole('checkbox', { name: 'The school gets the VAT back' })
  await expect
    .poll(
      async () => {
        await goTo('/money/costs/new')
        return vat.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await page.getByRole('button', { name: /Fund \(optional\)$/ }).click()
  await page.getByRole('option', { name: 'Friends of the school' }).click()
  // What gifts pay for is outside the claim; this school knows better.
  await expect.poll(() => vat.isChecked()).toBe(false)
  await vat.check({ force: true })
  await goTo('/money')
  await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor()
  await goTo('/money/costs/new')
  await page.getByText('We kept what you had typed').waitFor()
  await page.getByRole('button', { name: /Friends of the school/ }).waitFor()
  expect(await vat.isChecked()).toBe(true)
  // Chosen by hand, a fund says again what is usual.
  await page.getByRole('button', { name: /Friends of the school/ }).click()
  await page.getByRole('option', { name: 'No fund named' }).click()
  await page.getByRole('button', { name: /Fund \(optional\)$/ }).click()
  await page.getByRole('option', { name: 'Friends of the school' }).click()
  await expect.poll(() => vat.isChecked()).toBe(false)

  const { id } = await call<{ id: string }>('staff.savePerson', { forename: 'Amy', surname: 'Brown' })
  const post = { personId: id, postTitle: 'Head of year', fteThousandths: 1000, isMain: true }
  await call('staff.saveHolding', { ...post, staffGroupId: 'teacher', fromOn: '2020-09-01', toOn: '2023-08-31' })
  await call('staff.saveHolding', { ...post, staffGroupId: 'leadership', fromOn: '2023-09-01', toOn: null })
  for (const [at, group] of ['Senior leaders', 'Teachers'].entries()) {
    await goTo(`/staff/${id}`)
    await page
      .getByRole('button', { name: /Head of year/ })
      .nth(at)
      .click()
    await page.getByRole('menuitem', { name: 'Change or end' }).click()
    // Hidden from screen readers while the list of posts is open.
    const field = page.getByRole('button', { name: `${group} Staff group`, includeHidden: true })
    await page.getByRole('dialog', { name: 'Head of year, Amy Brown' }).and(page.locator(':has(form)')).waitFor()
    await field.waitFor()
    await goTo('/money')
    await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor()
  }
})

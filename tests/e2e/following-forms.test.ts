import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectNoAxeViolations } from './checks'
import { launchApp } from './harness'

const school = {
  validFrom: '2024-09-01',
  name: 'Northgate Primary School',
  regime: 'maintained',
  cpdLeaderTitle: 'CPD leader',
}

interface Provider {
  readonly id: string
  readonly name: string
  readonly contact: string | null
  readonly phone: string | null
}

/** Calls a channel as another part of the program would, beneath what is on screen. */
async function call(page: Page, channel: string, input: object): Promise<unknown> {
  const code = `window.cpd.call('${channel}', ${JSON.stringify(input)}).then((result) => result.value)`
  return page.evaluate(code)
}

async function providers(page: Page): Promise<readonly Provider[]> {
  return ((await call(page, 'providers.list', {})) as { readonly providers: readonly Provider[] }).providers
}

/** Opens the form of a provider that is kept as "Northgate Learn, ask Ann". */
async function openProvider() {
  const app = await launchApp()
  const { page } = app
  page.setDefaultTimeout(10_000)
  await call(page, 'school.create', school)
  const { id } = (await call(page, 'providers.save', { name: 'Northgate Learn', contact: 'Ann' })) as { id: string }
  const contact = page.getByRole('textbox', { name: 'Whom to ask' })
  await expect
    .poll(
      async () => {
        await page.evaluate((hash) => void (location.hash = hash), `/providers/${id}`)
        return contact.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  const kept = async () => (await providers(page)).find((one) => one.id === id)
  const changeBeneath = (facts: object) => call(page, 'providers.save', { id, name: 'Northgate Learn', ...facts })
  const phone = page.getByRole('textbox', { name: 'Telephone' })
  return { app, page, id, contact, phone, kept, changeBeneath }
}

it('lets a form follow its record where nobody typed, and tells before what was typed takes its place', async () => {
  const { app, page, contact, phone, kept, changeBeneath } = await openProvider()
  await phone.fill('01234 567890')
  await changeBeneath({ contact: 'Ben' })
  await expect.poll(() => contact.inputValue()).toBe('Ben')
  expect(await phone.inputValue()).toBe('01234 567890')

  await contact.fill('Cleo')
  await changeBeneath({ contact: 'Dora' })
  await page.getByRole('button', { name: 'Save the provider' }).click()
  await page.getByRole('button', { name: /^Whom to ask.*: This was changed elsewhere/ }).waitFor()
  expect(await contact.inputValue()).toBe('Cleo')
  expect(await kept()).toMatchObject({ contact: 'Dora', phone: null })
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Save the provider' }).click()
  await page.getByText('Provider saved').first().waitFor()
  expect(await kept()).toMatchObject({ contact: 'Cleo', phone: '01234 567890' })

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => contact.inputValue()).toBe('Dora')
  expect(await phone.inputValue()).toBe('')
  expect(await app.problems()).toEqual([])
})

it('waits for an undo that is under way before it saves, and saves once for two presses', async () => {
  const { page, contact, phone, kept, changeBeneath } = await openProvider()
  await changeBeneath({ contact: 'Ben' })
  await phone.fill('01234 567890')
  await page.getByRole('button', { name: 'Save the provider' }).focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('Provider saved').first().waitFor()
  expect(await kept()).toMatchObject({ contact: 'Ann', phone: '01234 567890' })
  expect(await contact.inputValue()).toBe('Ann')
  const { changes } = (await call(page, 'changes.list', {})) as { changes: readonly { readonly channel: string }[] }
  expect(changes.map((change) => change.channel).slice(0, 2)).toEqual(['providers.save', 'changes.undo'])
})

it('takes up a draft over what is kept now, not over what was kept when it was typed', async () => {
  const { page, id, contact, phone, kept, changeBeneath } = await openProvider()
  await phone.fill('01234 567890')
  await page.evaluate(() => void (location.hash = '/priorities'))
  await page.getByRole('heading', { level: 1, name: /Priorities/ }).waitFor()
  await changeBeneath({ contact: 'Ben' })
  await page.evaluate((hash) => void (location.hash = hash), `/providers/${id}`)
  await page.getByText('We kept what you had typed').waitFor()
  expect(await contact.inputValue()).toBe('Ben')
  expect(await phone.inputValue()).toBe('01234 567890')
  await page.getByRole('button', { name: 'Save the provider' }).click()
  await page.getByText('Provider saved').first().waitFor()
  expect(await kept()).toMatchObject({ contact: 'Ben', phone: '01234 567890' })

  // Typed and taken back again: nothing is unsaved, and nothing is kept of it.
  const draft = { form: 'provider.edit', recordId: id }
  const draftKept = async () =>
    ((await call(page, 'drafts.get', draft)) as { savedAtUtc: string | null }).savedAtUtc
  await phone.fill('01234')
  await phone.fill('01234 567890')
  await expect.poll(draftKept).not.toBe(null)
  await page.evaluate(() => void (location.hash = '/priorities'))
  await page.getByRole('heading', { level: 1, name: /Priorities/ }).waitFor()
  await page.evaluate((hash) => void (location.hash = hash), `/providers/${id}`)
  await expect.poll(draftKept).toBe(null)
})

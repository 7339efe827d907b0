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

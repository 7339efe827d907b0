import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

it('leads from what still waits to a judgement with its evidence', async () => {
  const { page } = await launchApp()
  const look = async (name: string) => {
    await expectNoAxeViolations(page)
    for (const size of ['phone', 'small'] as const) await screenshot(page, `evaluation-${name}`, size)
  }
  await page.getByRole('button', { name: /sample school/i }).click()
  await page.getByRole('link', { name: 'Impact and value' }).click()
  await page.getByRole('heading', { level: 1, name: 'Impact and value' }).waitFor()
  await page.locator('[data-chart="drawn"]').waitFor()
  await look('list')
  const waiting = page.getByRole('list', { name: 'Waiting for a judgement' }).getByRole('listitem')
  const before = await waiting.count()
  const door = waiting.first().getByRole('link')
  const title = (await door.getAttribute('aria-label'))?.split(': ').slice(1).join(': ') ?? ''
  await door.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const judgement = page.getByRole('form', { name: 'Judgement' })
  await judgement.getByText(/^Strong impact/).click()
  await page.getByRole('button', { name: 'Save the judgement' }).click()
  await judgement
    .getByText(/A judgement needs evidence/)
    .first()
    .waitFor()
  await look('refused')
  await judgement.getByText(/^4 Changed practice/).click()
  await judgement.getByRole('textbox', { name: /What is the evidence/ }).fill('Seen in six of seven lessons')
  await page.getByRole('button', { name: 'Save the judgement' }).click()
  await page.getByText('Judgement saved').waitFor()
  await look('judged')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone: Judgement saved').waitFor()
  const evidence = judgement.getByRole('textbox', { name: /What is the evidence/ })
  await expect.poll(() => evidence.inputValue()).not.toContain('six of seven')
  await judgement.getByText(/^Some impact/).click()
  await judgement.getByText(/^2 Staff learning/).click()
  await page.getByRole('button', { name: 'Save the judgement' }).click()
  await page.getByText('Judgement saved', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Impact and value' }).click()
  await page.getByRole('list', { name: 'Waiting for a judgement' }).waitFor()
  expect(await waiting.count()).toBe(before - 1)
  await page.getByRole('grid', { name: 'Judged events' }).getByRole('link', { name: title }).waitFor()
})

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp, type LaunchedApp } from './harness'

async function goTo(app: LaunchedApp, route: string, heading: string): Promise<void> {
  await app.page.evaluate(`window.location.hash = '${route}'`)
  await app.page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

async function startSchool(app: LaunchedApp, name: string): Promise<void> {
  await app.page.getByRole('link', { name: 'Start my school' }).click()
  await app.page.getByRole('textbox', { name: /Name of the school/ }).fill(name)
  await app.page.getByRole('button', { name: /Start|Make/ }).click()
  await app.page.getByRole('navigation', { name: 'Binder' }).waitFor()
}

it('backs the school up, looks into a backup, and puts it back; then saves a copy away', async () => {
  const app = await launchApp()
  const { page } = app
  await startSchool(app, 'Northgate Primary School')
  await goTo(app, '#/school/backups', 'Backups')
  await page.getByText('There is no backup on this PC yet').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('Made by hand').waitFor()
  await goTo(app, '#/school/profile', 'Record a change')
  await page.getByRole('textbox', { name: /Name of the school/ }).fill('Renamed School')
  await page.getByRole('button', { name: 'Save what the school is' }).click()
  await page.getByText('The school is up to date').waitFor()
  await goTo(app, '#/school/backups', 'Backups')
  await page.getByText('1 change since', { exact: true }).first().waitFor()
  await screenshot(page, 'backups', 'small')

  await page
    .getByRole('link', { name: /^20 November 2025/ })
    .first()
    .click()
  await page.getByText('Whole: every byte is as it was written').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'backup-detail', 'small')
  await page.getByRole('button', { name: 'Restore this backup…' }).click()
  await page.getByText(/1 change made since will no longer be in it/).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Restore this backup', exact: true }).click()
  await page.getByText('Before a restore').waitFor()
  await page.getByText('Northgate Primary School').first().waitFor()

  const away = join(temporaryFolder(), 'OneDrive - Northvale')
  mkdirSync(away)
  await app.dialogs.save(join(away, 'Copy.cpdschool'))
  await page.getByRole('button', { name: 'Save a copy away from this PC…' }).click()
  await page.getByRole('link', { name: 'Saved, copy off this PC today' }).waitFor()
  expect(existsSync(join(away, 'Copy.cpdschool.json'))).toBe(true)

  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await page.getByText('The file is in order', { exact: true }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'backups-checked', 'wide')
  await screenshot(page, 'backups-phone', 'phone')
  expect(await app.problems()).toEqual([])
})

it('offers the backups of a file that does not open', async () => {
  const app = await launchApp()
  const { page, userData } = app
  await startSchool(app, 'Northgate Primary School')
  await goTo(app, '#/school/backups', 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('Made by hand').waitFor()
  await page.evaluate(`window.cpd.call('school.close', {})`)
  const schools = join(userData, 'Schools')
  const file = readdirSync(schools).find((name) => name.endsWith('.cpdschool')) as string
  writeFileSync(join(schools, file), 'damaged '.repeat(4_000))
  await page.evaluate(`window.location.hash = '#/start'`)
  await page.getByRole('button', { name: 'Open Northgate Primary School' }).click()
  await page.getByRole('link', { name: 'See its backups' }).click()
  await page.getByRole('heading', { level: 1, name: 'Restore a backup' }).waitFor()
  await page.getByText('Made by hand').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'restore-start', 'small')
  await page
    .getByRole('link', { name: /^20 November 2025/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Restore this backup…' }).click()
  await page.getByRole('button', { name: 'Restore this backup', exact: true }).click()
  await page.getByRole('navigation', { name: 'Binder' }).waitFor()
  expect(readdirSync(schools).filter((name) => name.includes('before restore'))).toHaveLength(1)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binderWithSchool, temporaryFolder } from '../fixtures/school'
import { expectNoAxeViolations } from './checks'
import { launchApp } from './harness'

/** A school file that nobody has open. */
function schoolFile(): string {
  const made = binderWithSchool()
  const { path } = made.desk.file
  made.desk.clear()
  return path
}

function foreignFile(): string {
  const path = join(temporaryFolder(), 'Letter.cpdschool')
  writeFileSync(path, 'Dear parents')
  return path
}

describe('a double click on a school file', () => {
  it('opens that school at its first page, and nothing typed for the one before goes with it', async () => {
    const path = schoolFile()
    const app = await launchApp()
    const { page } = app
    await page.getByRole('button', { name: 'Open the sample school' }).click()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
    await page.evaluate(() => (window.location.hash = '#/staff/add/person'))
    await page.getByRole('textbox', { name: 'Surname' }).fill('Whoever')
    await app.again(path)
    await page.getByText('Northgate Primary School').first().waitFor()
    await page.getByRole('heading', { name: 'Thursday 20 November' }).waitFor()
    await page.evaluate(() => (window.location.hash = '#/staff/add/person'))
    await page.getByRole('textbox', { name: 'Surname' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Surname' }).inputValue()).toBe('')
    // One that does not open says why, and the school stays.
    await app.again(foreignFile())
    await page.getByText('That file is not a CPD Binder school file').waitFor()
    await page.getByText('Northgate Primary School').first().waitFor()
  })

  it('says why a file did not open when the program was started by it', async () => {
    const app = await launchApp({ args: [foreignFile()] })
    const { page } = app
    await page.getByText('That file is not a CPD Binder school file').waitFor()
    await page.getByRole('link', { name: 'See its backups' }).waitFor()
    await expectNoAxeViolations(page)
    expect(await app.problems()).toEqual([])
  })
})

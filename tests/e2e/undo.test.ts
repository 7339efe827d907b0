import { expect, it } from 'vitest'
import { expectNoAxeViolations, screenshot } from './checks'
import { launchApp } from './harness'

const school = {
  validFrom: '2024-09-01',
  name: 'Northgate Primary School',
  regime: 'maintained',
  cpdLeaderTitle: 'CPD leader',
}

it('names the records that stand in the way of an undo', async () => {
  const { page } = await launchApp()
  await page.evaluate(`(async () => {
    await window.cpd.call('school.create', ${JSON.stringify(school)})
    const { value } = await window.cpd.call('staff.savePerson', { forename: 'Amy', surname: 'Brown' })
    await window.cpd.call('staff.savePerson', { id: value.id, forename: 'Amy', surname: 'Brown', knownAs: 'Am' })
  })()`)
  const heading = page.getByRole('heading', { level: 1, name: 'Change log' })
  await expect
    .poll(
      async () => {
        await page.evaluate(`window.location.hash = '#/school/log'`)
        return heading.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  // The newest change is above: the older one made her. She is called by the name she is known by.
  await page
    .getByRole('grid', { name: 'Changes' })
    .getByRole('row', { name: /Person saved/ })
    .last()
    .click()
  await page.getByRole('button', { name: 'Undo this change' }).click()
  await page.getByText('Records of this change were changed again since: Am Brown.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'undo-refused', 'small')
})

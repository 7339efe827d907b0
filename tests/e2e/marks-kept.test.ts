import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from './harness'

const school = {
  validFrom: '2024-09-01',
  name: 'Northgate Primary School',
  regime: 'maintained',
  cpdLeaderTitle: 'CPD leader',
}
const PEOPLE = 24

async function call<T>(page: Page, channel: string, input: object): Promise<T> {
  const code = `window.cpd.call('${channel}', ${JSON.stringify(input)}).then((result) => result.value)`
  return page.evaluate(code)
}

/** A training day that was held, with everybody booked; gives its id. */
async function dayForEveryone(page: Page): Promise<string> {
  await call(page, 'school.create', school)
  const personIds: string[] = []
  for (let at = 0; at < PEOPLE; at += 1) {
    const { id } = await call<{ id: string }>(page, 'staff.savePerson', { forename: 'Amy', surname: `Brown ${at}` })
    personIds.push(id)
  }
  const { eventId } = await call<{ eventId: string }>(page, 'activities.record', {
    title: 'Training day',
    typeCode: 'INSET',
    heldOn: '2025-11-10',
    durationMinutes: 300,
    isInsetDay: true,
    personIds,
  })
  const { people, sessions } = await call<Grid>(page, 'attendance.grid', { eventId })
  const cells = people.map(({ bookingId }) => ({ bookingId, sessionId: sessions[0]?.id, state: null }))
  await call(page, 'attendance.mark', { cells })
  return eventId
}

interface Grid {
  readonly sessions: readonly { readonly id: string }[]
  readonly people: readonly { readonly bookingId: string; readonly marks: readonly unknown[] }[]
}

it('keeps every mark that was made, though the hand was faster than the file and the window is closed at once', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'cpd-e2e-'))
  onTestFinished(() => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }))
  const first = await launchApp({ userData })
  const eventId = await dayForEveryone(first.page)
  const cell = first.page.locator('[data-cell="0 0"]')
  await expect
    .poll(
      async () => {
        await first.page.evaluate((hash) => void (location.hash = hash), `/activities/${eventId}`)
        return cell.isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await cell.focus()
  // The keys of a whole register, one upon the other.
  await first.page.evaluate((count) => {
    for (let at = 0; at < count; at += 1) {
      const key = new KeyboardEvent('keydown', { key: 'p', bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(key)
    }
  }, PEOPLE)
  await first.closeWindow()

  const { page } = await launchApp({ userData })
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: `Open ${school.name}` }).click()
  await page.getByRole('link', { name: 'Activities' }).waitFor()
  const { people } = await call<Grid>(page, 'attendance.grid', { eventId })
  expect(people.map(({ marks }) => marks.length)).toEqual(people.map(() => 1))
})

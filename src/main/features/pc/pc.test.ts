import { expect, it } from 'vitest'
import { binder } from '../../../../tests/fixtures/school'

it('lets the window go when its page has kept what was being typed', async () => {
  let closed = 0
  const app = binder({ host: { closeWindow: () => (closed += 1) } })
  expect(await app.call('pc.closeWindow', {})).toEqual({})
  expect(closed).toBe(1)
})

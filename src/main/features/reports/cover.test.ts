import { expect, it } from 'vitest'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'

const year = { kind: 'academic', startYear: 2025 } as const

it('counts the hours again for which cover was ordered and not needed, or paid and given back', async () => {
  const b = binderWithSchool()
  const { eventId } = eventWithPeople(b, { Ada: 360 }, { staffGroupId: 'teacher' })
  const counted = async () => (await b.call('money.totals', { year })).countedMinutes
  const cover = { kindCode: 'cover-supply', description: 'Supply teacher', eventId, coveredMinutes: 360 }
  const { id } = await b.call(
    'costs.save',
    costInput({ ...cover, start: { kind: 'committed', movedOn: day('2025-10-01') } }),
  )
  expect(await counted()).toBe(0)
  const order = { costLineId: id, kind: 'committed', movedOn: day('2025-10-08') } as const
  await b.call('costs.saveMovement', { ...order, netPence: pence(-20_000), vatPence: pence(-4_000) })
  expect(await counted()).toBe(360)
  const paid = await b.call(
    'costs.save',
    costInput({ ...cover, coveredMinutes: 180, start: { kind: 'paid', movedOn: day('2025-10-09') } }),
  )
  expect(await counted()).toBe(180)
  const back = { costLineId: paid.id, movedOn: day('2025-10-20'), netPence: pence(20_000), vatPence: pence(4_000) }
  await b.call('costs.credit', back)
  expect(await counted()).toBe(360)
})

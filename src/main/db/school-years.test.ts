import { describe, expect, it } from 'vitest'
import { costInput } from '../../../tests/fixtures/money'
import { binderWithSchool } from '../../../tests/fixtures/school'
import { addDays, day } from '../../shared/kernel/dates'
import { daysOfYear, yearOfDay } from './school-years'

/** A maintained school that becomes an academy on a day. */
async function converted(on: string) {
  const b = binderWithSchool({ now: '2026-05-20T09:00:00.000Z' })
  await b.call('school.saveProfile', { validFrom: day(on), name: 'Northgate Academy', regime: 'academy' })
  return b
}

describe('the financial years of a school that converted', () => {
  it.each(['2025-06-01', '2025-09-01', '2026-01-01', '2026-04-01'])(
    'hold every day once, converted on %s',
    async (on) => {
      const { desk } = await converted(on)
      for (let startYear = 2022; startYear < 2030; startYear++) {
        const { startsOn, endsOn } = daysOfYear(desk.read, { kind: 'financial', startYear })
        expect(daysOfYear(desk.read, { kind: 'financial', startYear: startYear + 1 }).startsOn).toBe(
          addDays(endsOn, 1),
        )
        for (const at of [startsOn, endsOn]) {
          expect(yearOfDay(desk.read, at, 'financial')).toEqual({ kind: 'financial', startYear })
        }
      }
    },
  )

  it('lose no payment between the last March and the first September', async () => {
    const b = await converted('2026-01-01')
    await b.call('costs.save', costInput({ start: { kind: 'paid', movedOn: day('2026-05-10') } }))
    const paid = async (startYear: number) =>
      (await b.call('money.totals', { year: { kind: 'financial', startYear } })).cash.paidPence
    expect([await paid(2024), await paid(2025), await paid(2026)]).toEqual([0, 20_000, 0])
    const { period, monthTable } = await b.call('budget.view', { year: { kind: 'financial', startYear: 2025 } })
    expect(period).toMatchObject({ startsOn: '2025-04-01', endsOn: '2026-08-31' })
    expect(monthTable.rows).toHaveLength(17)
    expect(monthTable.rows.find((row) => row.key === '2026-05')?.cells).toMatchObject({ paidPence: 20_000 })
    expect((await b.call('today.view', {})).money).toMatchObject({ label: '2025/26', paidPence: 20_000 })
  })

  it('leave academic years as they are', async () => {
    const { desk } = await converted('2026-01-01')
    expect(daysOfYear(desk.read, { kind: 'academic', startYear: 2025 })).toMatchObject({
      startsOn: '2025-09-01',
      endsOn: '2026-08-31',
    })
  })
})

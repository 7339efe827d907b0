import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import { periodOf } from '../../kernel/years'
import { monthChart, monthsFinding, monthsOf, monthTable } from './months'

const period = periodOf({ kind: 'financial', startYear: 2025 }, 'maintained')
const spends = [
  { month: '2025-04', paidPence: 10_000, promisedPence: 0 },
  { month: '2025-06', paidPence: -2_000, promisedPence: 500 },
]

describe('the months of a year', () => {
  it('begin where the year begins', () => {
    expect(monthsOf(period)[0]).toBe('2025-04')
    expect(monthsOf(periodOf({ kind: 'academic', startYear: 2025 }, 'maintained')).at(-1)).toBe('2026-08')
  })

  it('add up to the year in the table, every month a door', () => {
    const table = monthTable(spends, period)
    expect(table.rows.map((row) => row.cells.paidPence)).toEqual([10_000, 0, -2_000, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(table.totals?.cells).toEqual({
      month: 'The year',
      paidPence: 8_000,
      promisedPence: 500,
      withPromisedPence: 8_500,
    })
    const june = '/money/costs?by=financial&year=2025&month=2025-06'
    expect(table.rows[2]?.doors).toEqual({
      month: june,
      paidPence: `${june}&having=paid`,
      promisedPence: `${june}&having=promised`,
      withPromisedPence: june,
    })
    expect(table.totals?.doors?.['paidPence']).toBe('/money/costs?by=financial&year=2025&having=paid')
  })

  it('are added up in the chart as far as today, against an even spend of the budget', () => {
    const chart = monthChart(spends, { period, today: day('2025-07-10'), budgetPence: pence(12_000), title: 'T' })
    expect(chart.points.map((point) => point.values.all)).toEqual([
      10_000,
      10_000,
      8_500,
      8_500,
      ...Array<undefined>(8).fill(undefined),
    ])
    expect(chart.points.map((point) => point.target)).toEqual(Array.from({ length: 12 }, (_, i) => 1_000 * (i + 1)))
  })
})

describe('what the months say', () => {
  const says = (spent: number, budget: number, today: string) =>
    monthsFinding(pence(spent), pence(budget), period, day(today))

  it.each([
    [40_000, 100_000, '2025-09-29', 'At this rate £198 would be unspent in March'],
    [50_000, 100_000, '2025-09-29', 'On course to use the budget of £1,000 by March'],
    [60_000, 100_000, '2025-09-29', 'At this rate £203 too much would be spent by March'],
    [60_000, 100_000, '2025-04-10', '£600 of £1,000 is paid or promised so far'],
    [60_000, 100_000, '2026-05-01', '£600 of £1,000 was used in 2025/26'],
    [60_000, 0, '2025-09-29', '£600 paid and promised in 2025/26'],
    [0, 0, '2025-09-29', 'Nothing is paid or promised in 2025/26 yet'],
  ])('spent %i of %i on %s: %s', (spent, budget, today, words) => {
    expect(says(spent, budget, today)).toBe(words)
  })
})

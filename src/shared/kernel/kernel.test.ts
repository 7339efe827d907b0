import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, daysInclusive, formatDay, isDay, parseDay, weekdayOf } from './dates'
import { errorCodes } from './error-codes'
import { allocatePence, formatPence, formatPounds, parsePence, pence, sumPence } from './money'
import { sentenceFor } from './sentences'
import {
  academicYearOf,
  parseYearLabel,
  periodOf,
  yearContaining,
  yearLabel,
  yearName,
  yearsOffered,
} from './years'

describe('money', () => {
  it('shares add up exactly and differ from the exact share by less than a penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
        (amount, weights) => {
          const parts = allocatePence(pence(amount), weights)
          expect(sumPence(parts)).toBe(pence(amount))
          const total = weights.reduce((a, b) => a + b, 0)
          parts.forEach((part, i) => {
            const exact = total === 0 ? amount / weights.length : (amount * (weights[i] ?? 0)) / total
            expect(Math.abs(part - exact)).toBeLessThan(1)
          })
        },
      ),
    )
  })
  it('gives the spare penny to the largest remainder, the first on a tie', () => {
    expect(allocatePence(pence(10000), [1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(allocatePence(pence(-100), [1, 1, 1])).toEqual([-34, -33, -33])
  })
  it.each([
    ['£1,234.50', 123450],
    ['1234.5', 123450],
    ['-12', -1200],
    ['−12.00', -1200],
    ['(12.00)', -1200],
    ['12.00-', -1200],
    ['-£3', -300],
    ['.5', 50],
    ['12.500', 1250],
    ['', undefined],
    ['12.345', undefined],
    ['1,23', undefined],
    ['abc', undefined],
    ['£', undefined],
    ['.', undefined],
    ['--5', undefined],
    ['1e3', undefined],
  ])('reads %s as %s pence', (text, expected) => expect(parsePence(text)).toBe(expected))
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (amount) => {
        expect(parsePence(formatPence(pence(amount)))).toBe(pence(amount))
        expect(parsePence((amount / 100).toFixed(2))).toBe(pence(amount))
      }),
    )
  })
  it('writes a true minus and whole pounds', () => {
    expect(formatPence(pence(-1200))).toBe('−£12.00')
    expect(formatPounds(pence(123450))).toBe('£1,235')
    expect(formatPounds(pence(-20))).toBe('£0')
  })
})

describe('days', () => {
  it.each(['2024-02-29', '2026-12-31'])('%s is a day', (text) => expect(isDay(text)).toBe(true))
  it.each(['2023-02-29', '2024-2-1', '29/02/2024', '2024-13-01', '2024-00-10'])('%s is not', (text) =>
    expect(isDay(text)).toBe(false),
  )
  it('counts across clock changes and leap days', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(daysInclusive(day('2025-09-01'), day('2026-08-31'))).toBe(365)
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2026-03-31'), -13)).toBe('2025-02-28')
    expect(weekdayOf(day('2026-11-21'))).toBe(6)
    expect(formatDay(day('2026-09-03'))).toBe('3 September 2026')
  })
  it.each([
    ['3/9/2026', '2026-09-03'],
    ['03-09-26', '2026-09-03'],
    ['3 Sep 2026', '2026-09-03'],
    ['3rd September 2026', '2026-09-03'],
    ['2026-09-03T00:00:00', '2026-09-03'],
    ['Thursday 3 September 2026', '2026-09-03'],
    ['Thu, 3 Sep 2026', '2026-09-03'],
    ['\u00a03\u00a0September\u00a02026\t', '2026-09-03'],
    ['3 / 9 / 2026', '2026-09-03'],
    ['Thursday', undefined],
    ['31/02/2026', undefined],
    ['13/13/2026', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, expected) => expect(parseDay(text)).toBe(expected))
})

describe('years', () => {
  it('knows both financial years and the academic one', () => {
    expect(periodOf({ kind: 'academic', startYear: 2025 }, 'maintained')).toMatchObject({
      startsOn: '2025-09-01',
      endsOn: '2026-08-31',
      label: '2025/26',
    })
    expect(periodOf({ kind: 'financial', startYear: 2025 }, 'maintained')).toMatchObject({
      startsOn: '2025-04-01',
      endsOn: '2026-03-31',
    })
    expect(periodOf({ kind: 'financial', startYear: 2025 }, 'academy')).toMatchObject({
      startsOn: '2025-09-01',
      endsOn: '2026-08-31',
    })
    expect(yearContaining(day('2026-03-31'), 'financial', 'maintained').startYear).toBe(2025)
    expect(yearContaining(day('2026-04-01'), 'financial', 'maintained').startYear).toBe(2026)
    expect(academicYearOf(day('2026-08-31'))).toBe(2025)
  })
  it('reads and writes labels', () => {
    expect(yearLabel(1999)).toBe('1999/00')
    expect(yearName({ kind: 'academic', startYear: 2025 })).toBe('academic year 2025/26')
    expect(yearName({ kind: 'financial', startYear: 2025 })).toBe('financial year 2025/26')
    expect(parseYearLabel('2025/26')).toBe(2025)
    expect(parseYearLabel('2025-2026')).toBe(2025)
    expect(parseYearLabel('2025/27')).toBeUndefined()
  })
  it('offers every year in which anything happened beside the usual ones', () => {
    expect(yearsOffered([2025, 2017], 2025)).toEqual([2026, 2025, 2024, 2023, 2022, 2017])
  })
})

describe('sentences', () => {
  it.each(errorCodes)('%s says what happened, what it means and what to do', (code) => {
    const sentence = sentenceFor(code, {})
    for (const part of [sentence.happened, sentence.means, sentence.todo]) expect(part).toMatch(/^[A-Z].*\.$/s)
  })
})

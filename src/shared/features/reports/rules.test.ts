import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '../../kernel/dates'
import { pence, sumPence } from '../../kernel/money'
import { periodOf } from '../../kernel/years'
import {
  amountWithin,
  allCash,
  cashByEvidence,
  codeTotal,
  fullCost,
  minutesPerPost,
  percentGone,
  progressOf,
} from './rules'
import { counted, inWords, listed } from './words'

const dayIn = fc.integer({ min: 0, max: 3650 }).map((count): Day => addDays(day('2020-01-01'), count))
const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(pence)
const spend = fc.record({ paidPence: amount, promisedPence: amount })

describe('amounts of funds', () => {
  it('the years of either kind divide an amount without losing a penny', () => {
    fc.assert(
      fc.property(
        dayIn,
        fc.integer({ min: 0, max: 1500 }),
        amount,
        fc.constantFrom('academic', 'financial'),
        (fromOn, days, amountPence, kind) => {
          const given = { fromOn, toOn: addDays(fromOn, days), amountPence }
          const parts = Array.from({ length: 18 }, (_, index) =>
            amountWithin(given, periodOf({ kind, startYear: 2018 + index }, 'maintained')),
          )
          return sumPence(parts) === amountPence
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a span inside the year counts whole, one outside not at all', () => {
    const year = periodOf({ kind: 'financial', startYear: 2025 }, 'maintained')
    expect(
      amountWithin({ fromOn: day('2025-04-01'), toOn: day('2026-03-31'), amountPence: pence(100_01) }, year),
    ).toBe(100_01)
    expect(
      amountWithin({ fromOn: day('2026-04-01'), toOn: day('2027-03-31'), amountPence: pence(100_01) }, year),
    ).toBe(0)
    // 243 of 365 days.
    expect(
      amountWithin({ fromOn: day('2025-08-01'), toOn: day('2026-07-31'), amountPence: pence(365_00) }, year),
    ).toBe(243_00)
  })
})

describe('totals', () => {
  it('the code total is a part of all cash, and evidence shares add up to all cash', () => {
    const code = fc.record({
      code: fc.constantFrom('E09', 'E26', 'BAE090', null),
      name: fc.constant(null),
      paidPence: amount,
      promisedPence: amount,
    })
    fc.assert(
      fc.property(fc.array(code), (codes) => {
        const facts = { codes, trainingCodes: ['E09', 'BAE090'] }
        const rest = { codes: codes.filter((one) => one.code === 'E26' || one.code === null) }
        return (
          codeTotal(facts).withPromisedPence + allCash(rest).withPromisedPence === allCash(facts).withPromisedPence
        )
      }),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            evidenceLevel: fc.constantFrom(null, 1, 2, 3, 4, 5),
            paidPence: amount,
            promisedPence: amount,
          }),
        ),
        spend,
        (events, schoolWide) => {
          const whole = sumPence([...events, schoolWide].flatMap((one) => [one.paidPence, one.promisedPence]))
          return sumPence(cashByEvidence({ events, schoolWide }).map((part) => part.pence)) === whole
        },
      ),
    )
  })

  it('full cost is all cash and own time, paid or with what is promised', () => {
    const group = {
      groupId: 'ta',
      name: 'TAs',
      peopleInPost: 1,
      postThousandthDays: 0,
      heads: 1,
      creditedMinutes: 60,
      countedMinutes: 60,
      timePence: pence(25_00),
    }
    const codes = [{ code: 'E09', name: null, paidPence: pence(10_00), promisedPence: pence(5_00) }]
    expect(fullCost({ codes, groups: [group] })).toEqual({ paidPence: 35_00, withPromisedPence: 40_00 })
  })
})

it('hours per full-time post: half a post for the whole year makes the hours double', () => {
  const year = periodOf({ kind: 'academic', startYear: 2025 }, 'maintained')
  expect(minutesPerPost({ creditedMinutes: 600, postThousandthDays: 500 * 365 }, year)).toBe(1200)
  expect(minutesPerPost({ creditedMinutes: 600, postThousandthDays: 0 }, year)).toBeNull()
})

it.each([
  ['up', 60, 70, 70, 'reached'],
  ['up', 60, 70, 65, 'towards'],
  ['up', 60, 70, 60, 'not-yet'],
  ['down', 12, 6, 5, 'reached'],
  ['down', 12, 6, 9, 'towards'],
  ['down', 12, 6, 13, 'not-yet'],
  ['up', 60, 70, null, 'not-measured'],
  ['up', null, 70, 65, 'not-yet'],
  ['up', null, null, 65, 'not-measured'],
] as const)(
  'a measure that should go %s, from %s to %s, at %s is %s',
  (direction, baselineValue, targetValue, latestValue, expected) => {
    expect(progressOf({ direction, baselineValue, targetValue, latestValue })).toBe(expected)
  },
)

it('knows how much of a year has gone', () => {
  const year = periodOf({ kind: 'academic', startYear: 2025 }, 'maintained')
  expect(percentGone(year, day('2025-08-31'))).toBe(0)
  expect(percentGone(year, day('2026-08-31'))).toBe(100)
  expect(percentGone(year, day('2027-01-01'))).toBe(100)
  expect(percentGone(year, day('2025-09-01'))).toBeCloseTo(100 / 365)
})

it('writes small numbers in words', () => {
  expect([0, 1, 13, 20, 86, 99, 100, 1904].map(inWords)).toEqual([
    'no',
    'one',
    'thirteen',
    'twenty',
    'eighty-six',
    'ninety-nine',
    '100',
    '1,904',
  ])
  expect(counted(1, 'colleague', 'colleagues')).toBe('one colleague')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['catering', 'site and premises', 'office'])).toBe('catering; site and premises; and office')
})

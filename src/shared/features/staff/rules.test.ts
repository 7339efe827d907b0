import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysInclusive } from '../../kernel/dates'
import { periodOf } from '../../kernel/years'
import {
  daysInPost,
  formatFte,
  formatWorkingDays,
  fteOn,
  fteThousandthDays,
  mainHolding,
  managersAbove,
  workingDaysFrom,
} from './rules'

const year = periodOf({ kind: 'academic', startYear: 2024 }, 'maintained')
const anyDay = fc.integer({ min: -400, max: 800 }).map((n) => addDays(day('2024-09-01'), n))
const anyHolding = fc
  .record({
    fromOn: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }),
    fteThousandths: fc.integer({ min: 0, max: 1200 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, toOn: length === null ? null : addDays(rest.fromOn, length) }))

describe('posts and time', () => {
  it('counts a full-timer of the whole year as one post and a leaver for the days in post', () => {
    const whole = { fromOn: day('2019-09-01'), toOn: null, fteThousandths: 1000 }
    const stays = { startedOn: null, leftOn: null }
    const leaver = { ...whole, toOn: day('2024-12-31'), fteThousandths: 500 }
    expect(fteThousandthDays([whole, leaver], stays, year)).toBe(365 * 1000 + 122 * 500)
    expect(fteThousandthDays([whole], { startedOn: null, leftOn: day('2024-12-31') }, year)).toBe(122 * 1000)
    expect(fteThousandthDays([whole], { startedOn: day('2025-01-01'), leftOn: null }, year)).toBe(243 * 1000)
    expect(fteThousandthDays([whole], { startedOn: null, leftOn: day('2020-01-01') }, year)).toBe(0)
  })

  it('sums days one by one: FTE of every day of the year, added up', () => {
    fc.assert(
      fc.property(fc.array(anyHolding, { maxLength: 5 }), (holdings) => {
        let sum = 0
        for (let n = 0; n < 365; n += 1) sum += fteOn(holdings, addDays(year.startsOn, n))
        expect(fteThousandthDays(holdings, { startedOn: null, leftOn: null }, year)).toBe(sum)
      }),
      { numRuns: 40 },
    )
  })

  it('never counts more days than the year has, nor days outside it, and splits without loss', () => {
    fc.assert(
      fc.property(anyHolding, fc.integer({ min: 0, max: 363 }), (holding, cut) => {
        const whole = daysInPost(holding, year)
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeLessThanOrEqual(daysInclusive(year.startsOn, year.endsOn))
        const middle = addDays(year.startsOn, cut)
        const first = daysInPost(holding, { startsOn: year.startsOn, endsOn: middle })
        const second = daysInPost(holding, { startsOn: addDays(middle, 1), endsOn: year.endsOn })
        expect(first + second).toBe(whole)
      }),
    )
  })

  it('finds the main post: marked, else largest, else longest held', () => {
    const on = day('2024-10-01')
    const post = (fromOn: string, fteThousandths: number, isMain = false, toOn: string | null = null) => ({
      fromOn: day(fromOn),
      toOn: toOn === null ? null : day(toOn),
      fteThousandths,
      isMain,
    })
    const small = post('2024-09-01', 200, true)
    expect(mainHolding([post('2024-09-01', 800), small], on)).toBe(small)
    const large = post('2024-09-01', 800)
    expect(mainHolding([post('2024-09-01', 200), large], on)).toBe(large)
    const older = post('2023-09-01', 800)
    expect(mainHolding([large, older], on)).toBe(older)
    expect(mainHolding([post('2020-09-01', 900, true, '2024-08-31')], on)).toBeUndefined()
  })

  it('walks up the managers and stops at a loop', () => {
    const manager: Record<string, string> = { a: 'b', b: 'c', x: 'y', y: 'x' }
    expect(managersAbove('a', (id) => manager[id])).toEqual(['b', 'c'])
    expect(managersAbove('x', (id) => manager[id])).toEqual(['y', 'x'])
  })

  it('writes FTE and working days as a school does', () => {
    expect([600, 1000, 333].map(formatFte)).toEqual(['0.6', '1.0', '0.333'])
    expect(['1111100', '1101000', '0000000'].map(formatWorkingDays)).toEqual([
      'Mon to Fri',
      'Mon, Tue, Thu',
      'No days',
    ])
    expect(workingDaysFrom('1,2,4')).toBe('1101000')
  })
})

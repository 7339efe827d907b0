import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import type { Rule } from './model'
import {
  academicYear,
  daysIn,
  expectedBy,
  hasWords,
  inProportion,
  isEarlyCareerPost,
  isPostFor,
  lineOf,
  merged,
  promiseFor,
  standingOf,
  termsOf,
  type Entitlement,
  type Holder,
  type PostHeld,
} from './rules'

const everybody = { groupIds: null, postWords: [], isEarlyCareer: null, minFteThousandths: null }
const hours = {
  id: 'r',
  who: everybody,
  what: 'hours',
  amount: 1800,
  per: 'academicYear',
  isProRata: true,
  withinWeeks: null,
  fromYear: 2023,
} as const satisfies Partial<Rule>
const once = { ...hours, per: 'once', isProRata: false, what: 'steps', amount: 6, withinWeeks: 6 } as const
const policy = {
  earlyCareer: { groups: ['ect'], postWords: ['ECT', 'newly qualified'] },
  termEnds: ['12-31', '04-10', '08-31'],
}
const leapYear = { startYear: 2023, schoolDayMinutes: 390, policy }

const post = (about: Partial<PostHeld> = {}): PostHeld => ({
  title: 'Class teacher',
  staffGroupId: 'teacher',
  fteThousandths: 1000,
  fromOn: day('2020-09-01'),
  toOn: null,
  ...about,
})
const person = (posts: readonly PostHeld[], about: Partial<Holder> = {}): Holder => ({
  startedOn: null,
  leftOn: null,
  posts,
  ...about,
})

describe('the days of a year and its terms', () => {
  it.each([2022, 2023, 2024])('the terms of %i are the whole year, no day twice', (startYear) => {
    const terms = termsOf(startYear, policy)
    expect(merged(terms)).toEqual([academicYear(startYear)])
    expect(daysIn(terms)).toBe(startYear === 2023 ? 366 : 365)
  })

  it('spans that touch are one', () => {
    const span = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) })
    expect(
      merged([
        span('2024-03-01', '2024-03-05'),
        span('2024-01-01', '2024-02-29'),
        span('2024-03-07', '2024-03-07'),
      ]),
    ).toEqual([span('2024-01-01', '2024-03-05'), span('2024-03-07', '2024-03-07')])
  })
})

describe('whom a rule is for', () => {
  it('knows whole words alone, whatever their case', () => {
    expect(hasWords('Reception teacher', 'RECEPTION')).toBe(true)
    expect(hasWords('Receptionist', 'reception')).toBe(false)
    expect(hasWords('Co-ordinator (KS2)', 'co-ordinator')).toBe(true)
    expect(hasWords('Deputy designated safeguarding lead', 'designated safeguarding lead')).toBe(true)
  })

  it('takes those of the group and those whose post says so for early career teachers', () => {
    expect(isEarlyCareerPost(post({ staffGroupId: 'ect' }), policy.earlyCareer)).toBe(true)
    expect(isEarlyCareerPost(post({ title: 'Class teacher (ECT)' }), policy.earlyCareer)).toBe(true)
    expect(isEarlyCareerPost(post({ title: 'Director' }), policy.earlyCareer)).toBe(false)
    expect(
      isPostFor({ ...everybody, isEarlyCareer: false }, post({ title: 'Newly qualified teacher' }), policy),
    ).toBe(false)
  })

  it('asks for the average size of the post over its days', () => {
    const rule = { ...hours, who: { ...everybody, minFteThousandths: 500 } }
    const half = [
      post({ fteThousandths: 400, fromOn: day('2023-09-01'), toOn: day('2023-09-10') }),
      post({ fteThousandths: 600, fromOn: day('2023-09-11'), toOn: day('2023-09-20') }),
    ]
    expect(promiseFor(rule, person(half), leapYear)).toBeDefined()
    expect(promiseFor(rule, person(half.slice(0, 1)), leapYear)).toBeUndefined()
  })
})

describe('how much', () => {
  it('is in proportion to the post and its days, a leap day included', () => {
    const until = person([post({ fromOn: day('2024-02-29') })], { leftOn: day('2024-02-29') })
    // 1,800 minutes × 1 day ÷ 366.
    expect(promiseFor(hours, until, leapYear)?.entitled).toBe(5)
    expect(promiseFor(hours, person([post({ fteThousandths: 600 })]), leapYear)?.entitled).toBe(1080)
  })

  it('adds up posts that are held at once, and counts nobody before the first or after the last day', () => {
    const two = person([post({ fteThousandths: 500 }), post({ fteThousandths: 200 })])
    expect(promiseFor(hours, two, leapYear)?.entitled).toBe(1260)
    const leaver = person([post()], { leftOn: day('2023-08-31') })
    expect(promiseFor(hours, leaver, leapYear)).toBeUndefined()
    const starter = person([post()], { startedOn: day('2024-03-01') })
    expect(promiseFor(hours, starter, leapYear)?.window[0]?.startsOn).toBe('2024-03-01')
  })

  it('promises things whole: parts are rounded up, minutes and pence to the nearest', () => {
    expect(inProportion('activities', 3, 183 * 1000, 366)).toBe(2)
    expect(inProportion('activities', 2, 183 * 1000, 366)).toBe(1)
    expect(inProportion('money', 101, 183 * 1000, 366)).toBe(51)
    expect(inProportion('hours', 1, 182 * 1000, 366)).toBe(0)
  })

  it('is as many minutes for a day as the school’s day has', () => {
    const days = { ...hours, what: 'days', amount: 250, isProRata: false } as const
    expect(promiseFor(days, person([post()]), leapYear)?.entitled).toBe(975)
  })

  it('is promised for each term in which the post is held', () => {
    const visits = { ...hours, what: 'activities', amount: 2, per: 'term', isProRata: false } as const
    expect(promiseFor(visits, person([post()]), leapYear)?.entitled).toBe(6)
    expect(promiseFor(visits, person([post({ fromOn: day('2024-04-10') })]), leapYear)?.entitled).toBe(4)
    expect(promiseFor(visits, person([post({ fromOn: day('2024-04-11') })]), leapYear)?.entitled).toBe(2)
  })

  it('is no promise where nothing comes of the proportion', () => {
    expect(promiseFor(hours, person([post({ fteThousandths: 0 })]), leapYear)).toBeUndefined()
  })
})

describe('what is promised once', () => {
  const startOf = (holder: Holder, startYear = 2023) =>
    promiseFor(once, holder, { ...leapYear, startYear })?.window[0]?.startsOn

  it('is for those whose weeks were not over when the rule began to hold', () => {
    // Six weeks and no day more before 1 September 2023.
    expect(startOf(person([post({ fromOn: day('2023-07-21') })]))).toBe('2023-07-21')
    expect(startOf(person([post({ fromOn: day('2023-07-20') })]))).toBeUndefined()
  })

  it('counts from the start at the school, or from a later post that the rule is for', () => {
    const startedOn = day('2023-09-04')
    expect(startOf(person([post({ fromOn: day('2023-11-01') })], { startedOn }))).toBe('2023-09-04')
    const leads = { ...once, who: { ...everybody, postWords: ['leader'] } }
    const promoted = person(
      [post({ toOn: day('2024-01-07') }), post({ title: 'Phase leader', fromOn: day('2024-01-08') })],
      { startedOn: day('2015-09-01') },
    )
    const promise = promiseFor(leads, promoted, leapYear)
    expect([promise?.window[0]?.startsOn, promise?.dueOn]).toEqual(['2024-01-08', '2024-02-19'])
  })

  it('is not asked of a year before the start', () => {
    expect(startOf(person([post({ fromOn: day('2024-09-02') })]))).toBeUndefined()
  })

  it('without weeks is due at the end of the first year', () => {
    const rule = { ...once, withinWeeks: null }
    const starter = person([post({ fromOn: day('2024-02-29') })])
    expect(promiseFor(rule, starter, leapYear)?.dueOn).toBe('2024-08-31')
  })
})

describe('how somebody stands', () => {
  const year = academicYear(2023)
  const promise: Entitlement = {
    entitled: 1000,
    window: [year],
    buildsUp: [year],
    dueOn: year.endsOn,
    lastOn: year.endsOn,
  }
  // The 183rd of 366 days: half of it should be there.
  const today = day('2024-03-01')
  const stands = (received: number | null, planned: number | null, about: Partial<Entitlement> = {}, on = today) =>
    standingOf(hours, { ...promise, ...about }, { received, planned }, { today: on, year })

  it('expects the promise by the days that are gone', () => {
    expect(expectedBy(promise, today)).toBe(500)
    expect(expectedBy(promise, day('2023-08-31'))).toBe(0)
    expect(expectedBy(promise, year.endsOn)).toBe(1000)
  })

  it('is behind more than a tenth of the promise below that', () => {
    expect(stands(400, 0)).toBe('on-course')
    expect(stands(399, 0)).toBe('behind')
    expect(stands(299, 101)).toBe('on-course')
    expect(stands(0, 1000)).toBe('arranged')
    expect(stands(1000, 0)).toBe('met')
    expect(stands(null, null)).toBe('unknown')
  })

  it('of whole things expects a whole one from the middle of the year', () => {
    const talks = { ...hours, what: 'meetings' } as const
    const one = (on: string) =>
      standingOf(talks, { ...promise, entitled: 1 }, { received: 0, planned: 0 }, { today: day(on), year })
    expect([one('2024-02-29'), one('2024-03-01')]).toEqual(['on-course', 'behind'])
  })

  it('fell short when the year is over, and asks nothing of whose post ended', () => {
    expect(stands(999, 0, {}, day('2024-09-01'))).toBe('short')
    expect(stands(999, 0, {}, year.endsOn)).toBe('on-course')
    expect(stands(0, 0, { lastOn: day('2024-02-29') })).toBe('ended')
    expect(stands(0, 0, { lastOn: today })).toBe('behind')
  })

  it('is late the day after a time that is promised once is over', () => {
    const due = { dueOn: day('2024-02-29'), buildsUp: [{ startsOn: day('2024-01-18'), endsOn: day('2024-02-29') }] }
    const late = (on: string) =>
      standingOf(once, { ...promise, ...due, entitled: 6 }, { received: 5, planned: 1 }, { today: day(on), year })
    expect([late('2024-02-29'), late('2024-03-01')]).toEqual(['arranged', 'short'])
  })

  it('never leaves less than nothing or more than all, whatever credit notes did', () => {
    const left = (received: number, planned: number) =>
      lineOf(hours, promise, { received, planned }, { today, year }).left
    expect([left(-300, 0), left(600, 300), left(900, 300)]).toEqual([1000, 100, 0])
  })
})

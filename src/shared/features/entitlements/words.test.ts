import { describe, expect, it } from 'vitest'
import { keptAmount, weeksIn } from './of-pack'
import { amountWords, dueWords, promiseWords, whoWords } from './words'

describe('a rule of a pack in our units', () => {
  it('keeps hours as minutes, days as hundredths, and reads the weeks', () => {
    expect([
      keptAmount('hours', 30),
      keptAmount('days', 2.5),
      keptAmount('money', 10_000),
      keptAmount('steps', 6),
    ]).toEqual([1800, 250, 10_000, 6])
    expect([
      weeksIn('within 6 weeks of starting'),
      weeksIn('Within 1 week of starting'),
      weeksIn('end of year'),
    ]).toEqual([6, 1, null])
  })
})

describe('the words of a rule', () => {
  const everybody = { groupIds: null, postWords: [], isEarlyCareer: null, minFteThousandths: null }
  const groups = ['Senior leaders', 'Teachers', 'Office', 'Governors', 'Site'].map((name) => ({ id: name, name }))

  it('say an amount with its unit, one and many, and a dash for what is not known', () => {
    const words = (what: Parameters<typeof amountWords>[0], amount: number | null) => amountWords(what, amount, 390)
    expect([words('hours', 1110), words('days', 585), words('days', 390), words('money', -450)]).toEqual([
      '18 h 30 min',
      '1.5 days',
      '1 day',
      '−£4.50',
    ])
    expect([words('steps', 1), words('meetings', 2), words('activities', null)]).toEqual([
      '1 step',
      '2 meetings',
      '–',
    ])
  })

  it('say how much, how often and by when', () => {
    const rule = { what: 'days', amount: 250, per: 'term', isProRata: true } as const
    expect(promiseWords(rule, 390)).toBe('2.5 days a term, in proportion to the post')
    expect(dueWords({ per: 'once', withinWeeks: 0 })).toBe('on the day of starting')
    expect(dueWords({ per: 'once', withinWeeks: null })).toBe('by the end of the first year')
  })

  it('name nearly everybody by those who are left out', () => {
    const who = (...groupIds: string[]) => whoWords({ ...everybody, groupIds }, groups)
    expect(who('Senior leaders', 'Teachers', 'Office', 'Site')).toBe('Everybody but governors')
    expect(who('Senior leaders', 'Teachers')).toBe('Senior leaders and teachers')
    expect(who('Gone')).toBe('Nobody: the groups are not in this school')
    expect(
      whoWords({ ...everybody, postWords: ['DSL'], isEarlyCareer: false, minFteThousandths: 500 }, groups),
    ).toBe('Everybody, with “DSL” in their post, early career teachers left out, from 0.5 of a post')
    // One of the words is enough, and the sentence says so.
    expect(whoWords({ ...everybody, postWords: ['head', 'SENCO', 'DSL'] }, groups)).toBe(
      'Everybody, with “head”, “SENCO” or “DSL” in their post',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import { periodOf } from '../../kernel/years'
import { buildReport } from './build'
import type { CodeFact, EventFact, GroupFact, KindFact, ReportFacts } from './facts'

const nothing = pence(0)
const code = (name: string, paid: number, promised = 0): CodeFact => ({
  code: name,
  name,
  paidPence: pence(paid),
  promisedPence: pence(promised),
})
const kind = (kindCode: string, name: string, paid: number, isCover = false): KindFact => ({
  kindCode,
  name,
  isCover,
  paidPence: pence(paid),
  promisedPence: nothing,
})
const teachers = (minutes: number, timePence: number): GroupFact => ({
  groupId: 'teacher',
  name: 'Teachers',
  peopleInPost: 1,
  postThousandthDays: 365_000,
  heads: minutes > 0 ? 1 : 0,
  creditedMinutes: minutes,
  countedMinutes: minutes,
  timePence: pence(timePence),
})
const event = (title: string, paid: number, lastOn: string): EventFact => ({
  eventId: title,
  title,
  isCancelled: false,
  providerName: null,
  firstOn: day('2021-10-01'),
  lastOn: day(lastOn),
  priorityId: null,
  heads: 1,
  creditedMinutes: 60,
  paidPence: pence(paid),
  promisedPence: nothing,
  timePence: nothing,
  evidenceLevel: null,
  judgement: null,
  decision: null,
  measure: null,
  unit: null,
  baselineValue: null,
  targetValue: null,
  actualValue: null,
})

function factsOf(change: Partial<ReportFacts> = {}): ReportFacts {
  return {
    schoolName: 'Oak',
    cpdLeaderTitle: 'CPD leader',
    regime: 'academy',
    period: periodOf({ kind: 'academic', startYear: 2021 }, 'academy'),
    today: day('2025-11-20'),
    pupilsOnRoll: null,
    schoolDayMinutes: 390,
    coveredHoursExcluded: true,
    trainingCodes: ['E09', 'BAE090'],
    codes: [],
    kinds: [],
    funds: [],
    groups: [],
    heads: 0,
    priorities: [],
    events: [],
    schoolWide: { paidPence: nothing, promisedPence: nothing },
    people: [],
    texts: {},
    ...change,
  }
}

const wordsOf = (facts: ReportFacts, which: 'governors' | 'spend' = 'governors'): string =>
  JSON.stringify(buildReport(which, facts))

describe('a year with money and no hours', () => {
  const cash = pence(129_055_00)
  const facts = factsOf({
    codes: [code('BAE090', cash)],
    kinds: [kind('fee', 'Course fee', cash)],
    schoolWide: { paidPence: cash, promisedPence: nothing },
  })

  it('says so in words, as of a year that is over, and asks nothing about totals that do not differ', () => {
    const words = wordsOf(facts)
    expect(words).toContain(
      'No hours of learning were recorded for 2021/22. In cash professional development cost £129,055, paid and promised.',
    )
    expect(words).toContain('No priorities were set for 2021/22.')
    expect(words).toContain('What our staff learned, and what it was worth')
    expect(words).not.toContain('Why are there three totals?')
    expect(words).not.toContain('for 2021/22 yet')
  })

  it('names the one code that its costs bear', () => {
    expect(wordsOf(facts)).toContain('costs coded BAE090, whoever paid')
    expect(wordsOf(factsOf({ codes: [code('E09', 5), code('BAE090', 5)] }))).toContain('costs coded BAE090 and E09')
  })

  it('says in a report on spending nothing of hours and evidence', () => {
    expect(wordsOf(facts, 'spend')).not.toContain('Hours per full-time post')
    expect(wordsOf(facts)).toContain('Hours per full-time post')
  })
})

it('calls time the largest cost only where it is', () => {
  const withTime = (timePence: number): string =>
    wordsOf(factsOf({ codes: [code('BAE090', 100_00)], groups: [teachers(600, timePence)], heads: 1 }))
  expect(withTime(200_00)).toContain('The largest cost of learning is people’s time: £200')
  expect(withTime(50_00)).toContain('All of the cash, £100, is coded BAE090')
  expect(withTime(50_00)).toContain('People’s time comes on top: £50')
})

it('rounds what is paid in one way wherever it is said', () => {
  const words = wordsOf(factsOf({ codes: [code('E26', 746_50, 4_317_85)] }))
  expect(words).toContain('£746 was paid and another £4,318 is promised, £5,064 together.')
  expect(words).toContain('£5,064 is paid and promised; £746 of it has left the account. The other £4,318')
})

it('says what all cash was for in parts that add up to it', () => {
  const kinds = [
    kind('cover', 'Cover through an agency', 40_00, true),
    kind('fee', 'Course fee', 30_40),
    kind('travel', 'Travel and parking', 20_40),
    kind('other', 'Other cost', 10_20),
  ]
  expect(wordsOf(factsOf({ codes: [code('BAE090', 101_00)], kinds }))).toContain(
    'paid and promised; cover £40, course fee £31, travel and parking £20, other £10',
  )
})

it('parts what is not judged into what is over, what is not, and what was for no one event', () => {
  const facts = factsOf({
    codes: [code('BAE090', 600_00)],
    events: [event('Makaton', 100_00, '2021-11-01'), event('Coaching', 200_00, '2030-01-01')],
    schoolWide: { paidPence: pence(300_00), promisedPence: nothing },
  })
  expect(wordsOf(facts)).toContain(
    'Of the cash, £600 is not judged: £100 for events that are over, £200 for events still under way or of another year and £300 for no one event.',
  )
})

it('speaks of a year that runs as of one that runs', () => {
  const running = { today: day('2021-11-20'), heads: 1, groups: [teachers(600, 0)] }
  const words = wordsOf(factsOf(running))
  expect(words).toContain('One colleague has spent 10 hours learning so far.')
  expect(words).toContain('Teachers have received 10.0 hours for each full-time post.')
  expect(words).toContain('What our staff are learning this year')
})

it('ends the first page by itself only while it holds no words of its author, who would leave the next one empty', () => {
  const breaks = (opening?: string) =>
    buildReport('governors', factsOf(opening === undefined ? {} : { texts: { opening } })).blocks.filter(
      (block) => block.kind === 'page-break',
    ).length
  expect([breaks(), breaks('A year of reading.'), breaks(' \n ')]).toEqual([1, 0, 1])
})

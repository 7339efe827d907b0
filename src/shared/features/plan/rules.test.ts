import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import { costByKind, coverByTerm, drawLine, headsByGroup, headsOf, shareByGroup, termOfDay } from './rules'
import { daysWords, measureWords, whoWords } from './words'

const line = (name: string, costPence: number, isMust = false) => ({ name, costPence: pence(costPence), isMust })
const names = (placed: readonly { line: { name: string } }[]) => placed.map((one) => one.line.name).join('')

describe('the line', () => {
  it('is drawn where the money ends, what must happen first, and says what would still fit', () => {
    const drawn = drawLine([line('a', 400), line('b', 500), line('m', 300, true), line('c', 100)], pence(1_000))
    expect(names(drawn.placed)).toBe('mabc')
    expect(drawn.placed.map(({ runningPence }) => runningPence)).toEqual([300, 700, 1_200, 1_300])
    expect(drawn.placed.map(({ isAbove }) => isAbove)).toEqual([true, true, false, false])
    expect(drawn.placed.map(({ wouldFit }) => wouldFit)).toEqual([false, false, false, true])
    expect(drawn).toMatchObject({ abovePence: 700, belowPence: 600, leftPence: 300 })
  })

  it('takes a line that costs the last penny, and none that costs one more', () => {
    expect(drawLine([line('a', 1_000)], pence(1_000))).toMatchObject({ abovePence: 1_000, leftPence: 0 })
    expect(drawLine([line('a', 1_001)], pence(1_000))).toMatchObject({ abovePence: 0, belowPence: 1_001 })
  })

  it('never cuts what must happen, and says by how much it is over', () => {
    const drawn = drawLine([line('a', 0), line('m', 1_500, true)], pence(1_000))
    expect(drawn.placed.map(({ isAbove }) => isAbove)).toEqual([true, false])
    expect(drawn.leftPence).toBe(-500)
    expect(drawLine([line('a', 1)], null)).toMatchObject({ abovePence: 1, leftPence: null })
  })

  it('adds up for any order and budget', () => {
    let seed = 7
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 200; round += 1) {
      const lines = Array.from({ length: next(12) }, (_, index) => line(`${index}`, next(90_000), next(4) === 0))
      const budget = pence(next(300_000))
      const drawn = drawLine(lines, budget)
      const above = drawn.placed.filter(({ isAbove }) => isAbove).reduce((sum, one) => sum + one.line.costPence, 0)
      const all = lines.reduce((sum, one) => sum + one.costPence, 0)
      expect(drawn.abovePence).toBe(above)
      expect(drawn.abovePence + drawn.belowPence).toBe(all)
      expect(drawn.placed.at(-1)?.runningPence ?? 0).toBe(all)
      // One place: nothing above follows anything below.
      const firstBelow = drawn.placed.findIndex(({ isAbove }) => !isAbove)
      if (firstBelow !== -1) expect(drawn.placed.slice(firstBelow).some(({ isAbove }) => isAbove)).toBe(false)
      const wishes = drawn.placed.filter((one) => one.isAbove && !one.line.isMust)
      if (wishes.length > 0) expect(drawn.abovePence).toBeLessThanOrEqual(budget)
    }
  })
})

it('shares the cost of a line by heads to the penny, and keeps apart what is for nobody', () => {
  const shares = shareByGroup([
    {
      costPence: pence(1_000),
      byGroup: [
        { groupId: 'teacher', heads: 2 },
        { groupId: 'ta', heads: 1 },
      ],
    },
    { costPence: pence(5), byGroup: [] },
  ])
  expect(shares).toEqual([
    { groupId: 'teacher', lines: 1, heads: 2, costPence: 667 },
    { groupId: 'ta', lines: 1, heads: 1, costPence: 333 },
    { groupId: null, lines: 1, heads: 0, costPence: 5 },
  ])
})

it('counts heads as they were typed, else as people are named, and divides them over groups', () => {
  expect(headsOf(7, null)).toBe(7)
  expect(headsOf(7, 3)).toBe(3)
  expect(headsOf(0, null)).toBeNull()
  const members = new Map([
    ['teacher', 6],
    ['ta', 3],
  ])
  expect(headsByGroup(members, 3)).toEqual([
    { groupId: 'teacher', heads: 2 },
    { groupId: 'ta', heads: 1 },
  ])
  expect(headsByGroup(new Map(), 4)).toEqual([{ groupId: null, heads: 4 }])
  expect(headsByGroup(members, null)).toEqual([])
})

it('sums cover by term and cost by kind', () => {
  const of = (term: 'autumn' | 'spring' | null, coverQuarterDays: number) => ({ term, coverQuarterDays })
  expect(coverByTerm([of('spring', 2), of('autumn', 4), of('spring', 1), of(null, 0)])).toEqual([
    { term: 'autumn', quarterDays: 4, lines: 1 },
    { term: 'spring', quarterDays: 3, lines: 2 },
  ])
  const costs = (kindCode: string, amount: number) => ({ costs: [{ kindCode, amountPence: pence(amount) }] })
  const kinds = [
    { code: 'fee', name: 'Course fee' },
    { code: 'travel', name: 'Travel' },
  ]
  expect(costByKind([costs('travel', 5), costs('odd', 1), costs('fee', 7), costs('travel', 6)], kinds)).toEqual([
    { kindCode: 'fee', name: 'Course fee', costPence: 7 },
    { kindCode: 'travel', name: 'Travel', costPence: 11 },
    { kindCode: 'odd', name: 'odd', costPence: 1 },
  ])
})

it('puts a day into its term by the ends that the packs say, half terms too', () => {
  const late = ['12-31', '04-20', '08-31']
  const halves = ['10-31', '12-31', '02-20', '04-10', '05-31', '08-31']
  const days = ['2026-09-01', '2026-11-02', '2027-01-01', '2027-02-28', '2027-04-11', '2027-04-21', '2027-08-31']
  const by = (ends: readonly string[]) => days.map((text) => termOfDay(day(text), ends))
  expect(by(late)).toEqual(['autumn', 'autumn', 'spring', 'spring', 'spring', 'summer', 'summer'])
  expect(by(halves)).toEqual(['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer', 'summer'])
})

it('words days, people and measures as people say them', () => {
  expect([0, 1, 4, 5, 26].map(daysWords)).toEqual(['0 days', '¼ day', '1 day', '1¼ days', '6½ days'])
  const none = { isWholeSchool: false, groups: [], people: [], heads: null, peopleCount: null }
  const ada = { id: '1', name: 'Ada Able' }
  expect(whoWords({ ...none, people: [ada], heads: 1 }, { names: false })).toBe('1 person')
  expect(whoWords({ ...none, people: [ada], heads: 1 }, { names: true })).toBe('Ada Able')
  const five = { ...none, people: [ada, ada, ada, ada, ada], heads: 5 }
  expect(whoWords(five, { names: true, most: 3 })).toBe('Ada Able, Ada Able, Ada Able, 2 more')
  expect(whoWords(five, { names: true, most: 4 })).toBe('Ada Able, Ada Able, Ada Able, Ada Able, Ada Able')
  expect(
    whoWords(
      { ...none, groups: [{ id: 'ta', name: 'Teaching assistants' }], heads: 3, peopleCount: 3 },
      { names: false },
    ),
  ).toBe('Teaching assistants (3 people)')
  expect(whoWords({ ...none, isWholeSchool: true, heads: 42 }, { names: false })).toBe('All staff (42)')
  const measured = { measure: 'Phonics check', measureUnit: '%', baselineValue: 71, targetValue: 80 }
  expect(measureWords(measured)).toBe('Phonics check (from 71% to 80%)')
  expect(measureWords({ ...measured, baselineValue: null, targetValue: null })).toBe('Phonics check')
})

import { describe, expect, it } from 'vitest'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import {
  prepare,
  rank,
  tellingWords,
  type Candidate,
  type NeedToServe,
} from '../../../shared/features/opportunities/rules'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'

const need: NeedToServe = {
  id: 'n',
  title: 'Phonics catch-up',
  words: 'Phonics catch-up for pupils who fall behind',
  standard: { code: 'TS3', framework: null },
  groupId: 'teacher',
  typeCode: null,
  dueOn: day('2026-03-31'),
}
const plain: Candidate = {
  id: 'a',
  title: 'Phonics catch-up',
  words: 'Phonics catch-up',
  standards: [],
  groupIds: [],
  typeCode: 'COURSE',
  isInHouse: false,
  isAnyTime: false,
  nextOn: null,
  hasDates: false,
  priceNetPence: null,
  pastValue: null,
}
const order = (candidates: readonly Candidate[], budget: number | null = null) =>
  rank(need, prepare(candidates), budget === null ? null : pence(budget)).map(({ candidate }) => candidate.id)

describe('what serves a need', () => {
  it('names its standard or shares a word with it; nothing else does', () => {
    expect(order([{ ...plain, id: 'other', title: 'First aid', words: 'First aid' }])).toEqual([])
    expect(
      order([
        {
          ...plain,
          id: 'other',
          title: 'First aid',
          words: 'First aid',
          standards: [{ code: 'ts3', framework: null }],
        },
        plain,
      ]),
    ).toEqual(['other', 'a'])
    expect([...tellingWords('The pupils’ phonics stories in KS1')]).toEqual(['phonic', 'story', 'ks1'])
  })

  it('puts what fits first, of that our own staff, then what has more points, each point with its reason', () => {
    const own = { ...plain, id: 'own', words: 'Phonics', isInHouse: true, isAnyTime: true }
    const best = {
      ...plain,
      id: 'best',
      standards: [{ code: 'TS3', framework: null }],
      nextOn: day('2026-01-10'),
      hasDates: true,
      pastValue: 1,
    }
    expect(order([plain, best, own])).toEqual(['own', 'best', 'a'])
    const [, first] = rank(need, prepare([own, best]), null)
    expect(first?.reasons.map(({ code, points }) => [code, points])).toEqual([
      ['standard', 40],
      ['words', 15],
      ['everybody', 5],
      ['past-value', 10],
      ['in-time', 10],
    ])
    expect(first?.score).toBe(80)
  })

  it.each([
    ['for the group before another', { groupIds: ['teacher'] }, { groupIds: ['cook'] }],
    ['what the budget has room for', { priceNetPence: pence(5_000) }, { priceNetPence: pence(50_000) }],
    ['what comes before it is due', { nextOn: day('2026-03-01') }, { nextOn: day('2026-04-01') }],
    ['what is still to come', {}, { hasDates: true }],
    ['whose work was worth it', { pastValue: 0.5 }, { pastValue: -1 }],
  ])('prefers %s', (_, better, worse) => {
    expect(
      order(
        [
          { ...plain, id: 'z', ...worse },
          { ...plain, id: 'y', ...better },
        ],
        10_000,
      ),
    ).toEqual(['y', 'z'])
  })

  it('knows short words by which schools know things, and says what fits as the balance counts it', async () => {
    const b = binderWithSchool()
    expect([...tellingWords('EAL, SEN and ICT: how to do it in KS1, year 3')]).toEqual(['eal', 'sen', 'ict', 'ks1'])
    const person = async (surname: string, subject: string) => {
      const { id: personId } = await b.call('staff.savePerson', { forename: 'Amy', surname })
      const line = { personId, subject, level: 4, canTrain: true, source: 'self' as const }
      await b.call('expertise.save', { ...line, fromOn: day('2025-09-01') })
    }
    await person('Able', 'EAL')
    await person('Brown', 'SEN and the law')
    const course = { typeCode: 'COURSE', levelCode: 'individual', provisionCode: 'external' as const }
    const titles = [
      'EAL in the classroom',
      'SEN for all staff',
      'EAL and SEN together',
      'EAL, SEN: last year',
      'First aid',
    ]
    for (const title of titles) {
      const { id } = await b.call('opportunities.save', { ...course, title })
      if (title.endsWith('last year'))
        await b.call('opportunities.saveDate', { opportunityId: id, startsOn: day('2024-11-01') })
    }
    const owners = [{ kind: 'school' as const }]
    const { ids } = await b.call('needs.raise', { sourceCode: 'review', title: 'SEN with EAL', owners })
    const found = await b.call('opportunities.forNeed', { needId: ids[0] ?? '' })
    expect(found.matches.filter(({ fits }) => fits).map(({ title }) => title)).toEqual(['EAL and SEN together'])
    expect(found).toMatchObject({ count: 4, fitting: 1 })
    expect(found.experts.map(({ name, fits }) => [name, fits])).toEqual([
      ['Amy Able', true],
      ['Amy Brown', false],
    ])
    const { clusters } = await b.call('needs.balance', {})
    expect(clusters).toMatchObject([{ opportunities: 1, experts: [{ name: 'Amy Able' }] }])
    expect((await b.call('opportunities.forNeeds', {})).needs).toMatchObject([{ count: 4, fitting: 1 }])
  })

  it('in the binder, with who of our own staff knows about it', async () => {
    const b = binderWithSchool()
    const { id: personId } = await b.call('staff.savePerson', { forename: 'Amy', surname: 'Brown' })
    const course = { typeCode: 'COURSE', levelCode: 'individual' }
    await b.call('opportunities.save', {
      ...course,
      title: 'Phonics day',
      provisionCode: 'external',
      standards: [{ code: 'TS3', framework: null }],
    })
    const own = {
      ...course,
      title: 'Phonics after school',
      provisionCode: 'within',
      expertPersonId: personId,
    } as const
    await b.call('opportunities.save', own)
    const standard = { code: 'TS3', label: 'Subject knowledge' }
    const raise = { sourceCode: 'review' as const, importance: 2, owners: [{ kind: 'school' as const }] }
    const { ids } = await b.call('needs.raise', { ...raise, title: 'Phonics for new staff', standard })
    await b.call('needs.raise', { ...raise, title: 'Welding' })
    await b.call('expertise.save', {
      personId,
      subject: 'Phonics',
      level: 4,
      canTrain: true,
      source: 'self',
      fromOn: day('2025-09-01'),
    })
    const found = await b.call('opportunities.forNeed', { needId: ids[0] ?? '' })
    // The standard is served by the day alone: our own session only shares a word with the need.
    expect(found.matches.map(({ title, isInHouse, fits }) => [title, isInHouse, fits])).toEqual([
      ['Phonics day', false, true],
      ['Phonics after school', true, false],
    ])
    expect(found.experts).toMatchObject([{ personId, subject: 'Phonics', canTrain: true }])
    const { needs } = await b.call('opportunities.forNeeds', {})
    expect(needs.map(({ title, count, best }) => [title, count, best?.title ?? null])).toEqual([
      ['Phonics for new staff', 2, 'Phonics day'],
      ['Welding', 0, null],
    ])
  })
})

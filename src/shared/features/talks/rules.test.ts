import { describe, expect, it } from 'vitest'
import { zRoute } from './route'
import { openPracticalities, routeAdvice } from './route-words'
import { costsByPayer, foundNeeds, resultOf, sourceOf } from './rules'
import { zVoice, zWalk } from './model'

const topic = (title: string, votes: number | null, firsts = 0, seconds = 0, thirds = 0) => ({
  title,
  votes,
  firsts,
  seconds,
  thirds,
})
const placed = (topics: Parameters<typeof resultOf>[0]) =>
  resultOf(topics).map(({ place, title, points }) => `${place} ${title} ${points}`)

describe('the result of a team exercise', () => {
  it('goes by points of ranks, then by votes', () => {
    expect(placed([topic('Maths', 9, 1, 1, 0), topic('Reading', 4, 2, 0, 1), topic('Music', 8)])).toEqual([
      '1 Reading 7',
      '2 Maths 5',
      '3 Music 0',
    ])
  })

  it('goes by votes alone where nobody ranked, and shares a place', () => {
    expect(placed([topic('A', 2), topic('B', 5), topic('C', 2), topic('D', null)])).toEqual([
      '1 B 0',
      '2 A 0',
      '2 C 0',
      '4 D 0',
    ])
  })
})

describe('what can be raised from a note', () => {
  it('is what raises questions, the most frequent first', () => {
    const walk = zWalk.parse({
      kind: 'walk',
      heldOn: '2025-10-06',
      title: 'Talk',
      placesSeen: 8,
      sightings: [
        { what: 'Few questions', kind: 'question', seenIn: 2 },
        { what: 'Calm rooms', kind: 'strength', seenIn: 8 },
        { what: 'No time to think', kind: 'question', seenIn: 6 },
      ],
    })
    expect(foundNeeds(walk).map(({ title }) => title)).toEqual(['No time to think', 'Few questions'])
    const points = [
      { said: 'Good clubs', kind: 'good' },
      { said: 'More feedback', kind: 'better' },
    ]
    const voice = {
      kind: 'voice',
      heldOn: '2025-10-06',
      title: 'Q',
      whom: 'parents',
      group: 'All',
      asked: 9,
      how: 'survey',
    }
    expect(foundNeeds(zVoice.parse({ ...voice, points })).map(({ title }) => title)).toEqual(['More feedback'])
  })
})

describe('the five steps', () => {
  const route = (more: object) =>
    zRoute.parse({
      kind: 'route',
      heldOn: '2025-10-06',
      personId: 'a',
      withPersonId: 'b',
      title: 'T',
      foundIn: 'plan',
      ...more,
    })

  it('count a need by where the wish came from', () => {
    expect(sourceOf(route({ foundIn: 'review' }))).toBe('review')
    expect(sourceOf(route({ foundIn: 'starter' }))).toBe('induction')
    expect(sourceOf(route({ foundIn: 'plan' }))).toBe('other')
    expect(sourceOf(route({ foundIn: 'aspiration' }))).toBe('ownAspiration')
    expect(sourceOf(route({ foundIn: 'review', situation: 'new' }))).toBe('newRole')
  })

  it('put basic skills and informal ways first', () => {
    expect(routeAdvice(route({}), undefined)).toEqual([])
    const basics = { english: 'first', maths: 'secure', ict: 'first' }
    expect(routeAdvice(route({ basics }), undefined)[0]).toMatch(/^English and ICT first/)
    const enough = route({ isInformalEnough: 'yes', qualification: 'Certificate' })
    expect(routeAdvice(enough, undefined)).toEqual([expect.stringMatching(/no qualification is needed/)])
    const none = route({ isInformalEnough: 'no', qualification: 'Certificate' })
    expect(routeAdvice(none, undefined)).toEqual([expect.stringMatching(/None of the six cases/)])
    expect(routeAdvice({ ...none, cases: ['statutory'] }, undefined)).toEqual([])
  })

  it('keep an eye on all ten practical matters and on who pays', () => {
    expect(openPracticalities(route({}))).toHaveLength(10)
    const practical = { mentor: { isSeenTo: true, note: 'Jo' } }
    expect(openPracticalities(route({ practical }))).not.toContain('mentor')
    const costs = [
      { what: 'Fee', amountPence: 30_000, payer: 'school' },
      { what: 'Books', amountPence: 4_550, payer: 'person' },
      { what: 'Travel', amountPence: 1_250, payer: 'school' },
    ]
    expect(costsByPayer(route({ costs }))).toEqual({ school: 31_250, person: 4_550, other: 0 })
  })
})

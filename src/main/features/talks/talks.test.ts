import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { isLookBackDue } from '../../../shared/features/talks/rules'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

type Saved = InputFor<'talks.save'>['talk']

/** A school with two people in a team and a third. Today is 20 November 2025. */
function school() {
  const b = binderWithSchool()
  const [pat = '', lee = '', ann = ''] = addPeople(b.desk, [
    { name: 'Pat Person', team: 'Year 3' },
    { name: 'Lee Leader', team: 'Year 3' },
    { name: 'Ann Assistant', group: 'ta', post: 'Teaching assistant' },
  ])
  return { b, pat, lee, ann }
}

const review = (personId: string, withPersonId: string, more: object = {}): Saved => ({
  kind: 'review',
  heldOn: day('2025-10-06'),
  personId,
  withPersonId,
  sinceLast: 'Led phonics',
  needs: [
    { title: 'Lead a subject', importance: 3, dueOn: day('2026-03-31') },
    { title: 'Use the new tracker', impactOnPupils: 'Gaps are seen sooner' },
  ],
  promises: [{ what: 'A morning a month', who: 'Lee', byOn: day('2025-11-30') }],
  lookOn: day('2025-11-20'),
  ...more,
})

const topic = (title: string, votes: number, ranks: readonly [number, number, number] = [0, 0, 0]) => ({
  title,
  votes,
  firsts: ranks[0],
  seconds: ranks[1],
  thirds: ranks[2],
})

async function refusal(b: TestBinder, input: unknown) {
  const result = await b.dispatch('talks.save', { talk: input })
  return result.ok ? 'ok' : (result.fields ?? []).map(({ path, code }) => `${path} ${code}`).join() || result.code
}

describe('a review of development', () => {
  it('stands beside the needs that both agreed to, raised and agreed in one change', async () => {
    const { b, pat, lee } = school()
    const { id } = await b.call('talks.save', { talk: review(pat, lee) })
    expect((await b.call('talks.list', { kind: 'review' })).without.map(({ name }) => name)).toEqual([
      'Ann Assistant',
      'Lee Leader',
    ])
    expect(await b.call('talks.agree', { id, agreedOn: day('2025-10-13') })).toEqual({ raised: 2, already: 0 })
    const { needs } = await b.call('needs.list', { personId: pat })
    expect(
      needs.map(({ title, state, sourceCode, importance, agreedOn }) => ({
        title,
        state,
        sourceCode,
        importance,
        agreedOn,
      })),
    ).toEqual([
      { title: 'Lead a subject', state: 'agreed', sourceCode: 'review', importance: 3, agreedOn: '2025-10-13' },
      {
        title: 'Use the new tracker',
        state: 'agreed',
        sourceCode: 'review',
        importance: 2,
        agreedOn: '2025-10-13',
      },
    ])
    const kept = await b.call('talks.get', { id })
    expect(kept).toMatchObject({ agreedOn: '2025-10-13', personName: 'Pat Person', withName: 'Lee Leader' })
    expect(kept.needs.map(({ title }) => title).sort()).toEqual(['Lead a subject', 'Use the new tracker'])
    await b.call('changes.undo', {})
    expect((await b.call('needs.list', {})).needs).toEqual([])
    expect((await b.call('talks.get', { id })).agreedOn).toBeNull()
  })

  it('agrees to a need that was open already, and plans nothing twice', async () => {
    const { b, pat, lee } = school()
    const owner = { kind: 'person' as const, personId: pat }
    await b.call('needs.raise', { owners: [owner], title: 'Lead a subject', sourceCode: 'audit', importance: 2 })
    const { id } = await b.call('talks.save', {
      talk: review(pat, lee, { heldOn: day('2025-11-17'), lookOn: null }),
    })
    expect(await b.call('talks.agree', { id, agreedOn: day('2025-11-18') })).toEqual({ raised: 1, already: 1 })
    const { needs } = await b.call('needs.list', { personId: pat })
    const lead = needs.find(({ title }) => title === 'Lead a subject')
    // Raised on 20 November, after the day of agreement.
    expect(lead).toMatchObject({ state: 'agreed', agreedOn: '2025-11-20', agreedByName: 'Lee Leader' })
    const { steps } = await b.call('needs.get', { id: lead?.id ?? '' })
    expect(steps.map(({ to }) => to)).toEqual(['raised', 'agreed'])
    await b.call('talks.agree', { id, agreedOn: null })
    await b.call('talks.agree', { id, agreedOn: day('2025-11-19') })
    expect((await b.call('needs.get', { id: lead?.id ?? '' })).steps).toHaveLength(2)
  })

  it('is not changed once both agreed, until that is taken back; a look back is added', async () => {
    const { b, pat, lee } = school()
    const { id } = await b.call('talks.save', { talk: review(pat, lee) })
    const look = { id, on: day('2025-11-19'), text: 'Half of it is done' }
    expect(await b.codeOf('talks.lookBack', look)).toBe('talks.not-agreed')
    expect(await b.codeOf('talks.agree', { id, agreedOn: day('2025-10-05') })).toBe('talks.before-talk')
    expect(await b.codeOf('talks.agree', { id, agreedOn: day('2025-11-21') })).toBe('talks.ahead')
    await b.call('talks.agree', { id, agreedOn: day('2025-10-13') })
    const waiting = async () => (await b.call('today.view', {})).tasks.find(({ kind }) => kind === 'look-back-due')
    expect(await waiting()).toMatchObject({ count: 1, first: 'Pat Person', route: '/needs/reviews' })
    await b.call('talks.lookBack', look)
    expect(await waiting()).toBeUndefined()
    expect(await refusal(b, { ...review(pat, lee), id })).toBe('talks.agreed')
    expect(await b.codeOf('talks.remove', { id })).toBe('talks.agreed')
    await b.call('talks.agree', { id, agreedOn: null })
    expect(await b.call('talks.get', { id })).toMatchObject({
      agreedOn: null,
      lookBack: 'Half of it is done',
      lookedBackOn: '2025-11-19',
    })
    // Its needs are still open: it stays with them.
    expect(await b.codeOf('talks.remove', { id })).toBe('talks.has-needs')
    expect(await refusal(b, { ...review(pat, lee), id, needs: [] })).toBe('ok')
  })

  it('waits on Today again when its agreement is taken back, and for another day when they agree anew', async () => {
    const { b, pat, lee } = school()
    const { id } = await b.call('talks.save', { talk: review(pat, lee, { lookOn: day('2025-11-10') }) })
    const agree = (agreedOn: string | null) =>
      b.call('talks.agree', { id, agreedOn: agreedOn === null ? null : day(agreedOn) })
    const waiting = async () =>
      (await b.call('today.view', {})).tasks.flatMap(({ kind }) => (/^(talk|look)-/.test(kind) ? [kind] : []))
    await agree('2025-10-13')
    expect(await waiting()).toEqual(['look-back-due'])
    await b.call('talks.lookBack', { id, on: day('2025-11-12'), text: 'Half of it is done' })
    expect(await waiting()).toEqual([])
    await agree(null)
    expect(await waiting()).toEqual(['talk-unsigned'])
    // Agreed again as it was: they looked back at it already.
    await agree('2025-10-13')
    expect(await waiting()).toEqual([])
    await agree(null)
    await b.call('talks.save', { talk: review(pat, lee, { id, lookOn: day('2025-11-18') }) })
    await agree('2025-10-13')
    expect(await waiting()).toEqual(['look-back-due'])
    expect(isLookBackDue(await b.call('talks.get', { id }), day('2025-11-20'))).toBe(true)
    await b.call('talks.lookBack', { id, on: day('2025-11-19'), text: 'All of it is done' })
    expect(await waiting()).toEqual([])
  })

  it('waits on Today for whom it is due, once the school holds reviews', async () => {
    const { b, pat, lee, ann } = school()
    addPeople(b.desk, [{ name: 'New Here', from: day('2025-11-03') }])
    const due = async () => {
      const task = (await b.call('today.view', {})).tasks.find(({ kind }) => kind === 'review-due')
      return task && [task.count, task.first, task.route]
    }
    expect(await due()).toBeUndefined()
    // Less than a year ago, in the year before: not yet.
    await b.call('talks.save', { talk: review(lee, ann, { heldOn: day('2025-01-15'), lookOn: null }) })
    expect(await due()).toBeUndefined()
    await b.call('talks.save', { talk: review(ann, lee, { heldOn: day('2024-11-20'), lookOn: null }) })
    expect(await due()).toEqual([1, 'Ann Assistant', '/needs/reviews'])
    await b.call('talks.save', { talk: review(ann, lee, { lookOn: null }) })
    // One of this year was held: Pat, who never had one, is due as well, and who came in November is not.
    expect(await due()).toEqual([1, 'Pat Person', '/needs/reviews'])
    await b.call('staff.recordLeaving', { personId: pat, leftOn: day('2025-11-19') })
    expect(await due()).toBeUndefined()
  })

  it('waits on Today until both agree, and is found by whom it is about', async () => {
    const { b, pat, lee } = school()
    const unsigned = async () => (await b.call('today.view', {})).tasks.find(({ kind }) => kind === 'talk-unsigned')
    const { id } = await b.call('talks.save', { talk: review(pat, lee, { heldOn: day('2025-11-10') }) })
    expect(await unsigned()).toBeUndefined()
    await b.call('talks.save', { talk: { ...review(pat, lee), id } })
    expect(await unsigned()).toMatchObject({ count: 1, first: 'Pat Person', route: '/needs/reviews' })
    const { found } = await b.call('search.find', { text: 'review pat' })
    expect(found).toMatchObject([{ kind: 'talk', title: 'Review of Pat Person', route: `/needs/reviews/${id}` }])
    await b.call('talks.agree', { id, agreedOn: day('2025-11-18') })
    expect(await unsigned()).toBeUndefined()
  })

  it('is of two people who are at the school', async () => {
    const { b, pat, lee } = school()
    expect(await refusal(b, review(pat, pat))).toBe('withPersonId talks.same-person')
    expect(await refusal(b, review(pat, 'nobody'))).toBe('record.missing')
    await b.call('staff.recordLeaving', { personId: lee, leftOn: day('2025-09-30') })
    expect(await refusal(b, review(pat, lee))).toBe('withPersonId talks.after-leaving')
  })

  it('shows what was done and is needed since the last one', async () => {
    const { b, pat, lee } = school()
    const first = await b.call('talks.save', { talk: review(pat, lee) })
    await b.call('talks.agree', { id: first.id, agreedOn: day('2025-10-06') })
    const around = await b.call('talks.around', { personId: pat, on: day('2025-11-20'), kind: 'review' })
    expect(around).toMatchObject({ since: '2025-10-06', lastOn: '2025-10-06', creditedMinutes: 0, events: [] })
    expect(around.needs.map(({ title }) => title)).toEqual(['Lead a subject', 'Use the new tracker'])
    const before = await b.call('talks.around', { personId: pat, on: day('2025-10-06'), kind: 'review' })
    expect(before).toMatchObject({ since: '2024-09-01', lastOn: null })
  })
})

describe('a team exercise', () => {
  const exercise = (topics: ReturnType<typeof topic>[], teamId: string | null = null) => ({
    kind: 'meeting' as const,
    heldOn: day('2025-10-06'),
    teamId,
    title: 'What would help us most?',
    present: 6,
    votesEach: 3,
    topics,
  })

  it('refuses more votes and ranks than its people had', async () => {
    const { b } = school()
    expect(await refusal(b, exercise([]))).toBe('talk.topics talks.topics-missing')
    expect(await refusal(b, exercise([topic('A', 10), topic('B', 9)]))).toBe('votesEach talks.votes-too-many')
    expect(await refusal(b, exercise([topic('A', 6, [4, 0, 0]), topic('B', 6, [3, 0, 0])]))).toBe(
      'present talks.ranks-too-many',
    )
    expect(await refusal(b, exercise([topic('A', 9, [4, 0, 0]), topic('B', 9, [2, 6, 0])]))).toBe('ok')
  })

  it('raises the chosen needs of its team once', async () => {
    const { b, pat } = school()
    const teamId = (await b.call('needs.choices', {})).teams[0]?.id ?? ''
    const { id } = await b.call('talks.save', { talk: exercise([topic('A', 3)], teamId) })
    const asked = { id, owner: { kind: 'team' as const, teamId }, needs: [{ title: 'A', importance: 3 }] }
    expect(await b.call('talks.raise', asked)).toEqual({ raised: 1, already: 0 })
    expect(await b.call('talks.raise', asked)).toEqual({ raised: 0, already: 1 })
    expect((await b.call('needs.list', {})).needs).toMatchObject([
      { sourceCode: 'meeting', owner: { name: 'Year 3' } },
    ])
    expect(await b.codeOf('talks.agree', { id, agreedOn: day('2025-10-07') })).toBe('talks.not-for-two')
    expect(await refusal(b, { ...review(pat, pat), id, withPersonId: 'x' })).toBe('talks.kind-differs')
  })
})

describe('walks and voices', () => {
  it('count within what was seen and who was asked, are counted by the year and can be removed', async () => {
    const { b } = school()
    const walk = {
      kind: 'walk',
      heldOn: day('2025-10-06'),
      title: 'Questions',
      placesSeen: 4,
      sightings: [{ what: 'Time to think', kind: 'question', seenIn: 5 }],
    }
    expect(await refusal(b, walk)).toBe('sightings.0.seenIn talks.seen-too-often')
    const voice = {
      kind: 'voice',
      heldOn: day('2025-07-06'),
      title: 'What helps you learn?',
      whom: 'pupils',
      group: 'Year 5',
      asked: 12,
      how: 'council',
      points: [{ said: 'Clear steps', kind: 'good', count: 13 }],
    }
    expect(await refusal(b, voice)).toBe('points.0.count talks.said-too-often')
    expect(await refusal(b, { ...voice, points: [] })).toBe('ok')
    const { id } = await b.call('talks.save', { talk: { ...walk, placesSeen: 6 } as Saved })
    expect((await b.call('talks.counts', {})).counts).toEqual({
      review: 0,
      meeting: 0,
      walk: 1,
      voice: 0,
      route: 0,
    })
    expect((await b.call('talks.list', { kind: 'voice', year: 2024 })).lines).toHaveLength(1)
    await b.call('talks.remove', { id })
    expect((await b.call('talks.list', { kind: 'walk' })).lines).toEqual([])
  })
})

describe('the way to a qualification', () => {
  it('is kept step by step and ends in one need of the person', async () => {
    const { b, ann, lee } = school()
    const start = {
      kind: 'route',
      heldOn: day('2025-10-06'),
      personId: ann,
      withPersonId: lee,
      title: 'Supporting children who learn English',
      foundIn: 'aspiration',
    } as const
    const { id } = await b.call('talks.save', { talk: start })
    const further = {
      ...start,
      id,
      step: 4,
      situation: 'new' as const,
      impactOnPupils: 'New arrivals join in sooner',
      costs: [{ what: 'Fee', amountPence: 45_000, payer: 'school' as const }],
    }
    await b.call('talks.save', { talk: further })
    expect((await b.call('talks.get', { id })).talk).toMatchObject({ ...further, cases: [], repay: null })
    expect(await b.call('talks.agree', { id, agreedOn: day('2025-10-20') })).toEqual({ raised: 1, already: 0 })
    expect((await b.call('needs.list', { personId: ann })).needs).toMatchObject([
      { title: start.title, sourceCode: 'newRole', state: 'agreed' },
    ])
  })

  it('has levels and kinds of qualifications from the pack, level 1 among them', async () => {
    const { sets } = await school().b.call('talks.qualifications', {})
    expect(sets[0]?.levels.map(({ id }) => id)).toEqual(['entry', '1', '2', '3', '4', '5', '6', '7', '8'])
    expect(sets[0]?.kinds.map(({ id }) => id)).toEqual(['occupational', 'vocationally-related', 'higher-education'])
    expect(sets[0]?.statuses.map(({ id }) => id)).toEqual(['hlta', 'qts'])
  })
})

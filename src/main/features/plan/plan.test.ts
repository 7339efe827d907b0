import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { byHand, fee, planning, YEAR } from '../../../../tests/fixtures/plan'

describe('a plan', () => {
  it('is one for each year, begins blank, and goes away as long as nobody was asked to approve it', async () => {
    const { b, planId, plan } = await planning()
    expect(await plan()).toMatchObject({ title: 'Staff training plan 2026/27', state: 'draft', lines: [] })
    expect(await b.codeOf('plan.begin', { year: YEAR })).toBe('plan.year-taken')
    expect(await b.codeOf('plan.submit', { id: planId })).toBe('plan.empty')
    expect(await b.call('plan.list', {})).toMatchObject({
      thisYear: 2025,
      plans: [{ academicYear: YEAR, lines: 0 }],
    })
    expect((await b.call('plan.get', { year: 2030 })).plan).toBeNull()
    await b.call('plan.remove', { id: planId })
    expect((await b.call('plan.list', {})).plans).toEqual([])
    await b.call('changes.undo', {})
    expect((await b.call('plan.list', {})).plans).toHaveLength(1)
  })

  it('has what its funds have for the days of the year, or what was typed', async () => {
    const { b, planId, own, plan } = await planning()
    // 212 of 365 days lie in the academic year; each fund is rounded at the two ends of the span.
    const given = byHand<{ pence: number }>(
      b,
      `select sum(amount_pence - cast(round(amount_pence * 153.0 / 365) as integer)) as pence from fund_amount`,
    )
    expect((await plan()).budgetPence).toBe(given[0]?.pence)
    const save = { id: planId, title: 'Our plan', words: null, fundIds: [own], ownBudgetPence: null }
    await b.call('plan.save', save)
    expect((await plan()).budgetPence).toBe(600_000 - Math.round((600_000 * 153) / 365))
    // The next financial year is not entered yet: the page and the paper say how far the money reaches.
    expect((await plan()).budgetReachesTo).toBe('2027-03-31')
    expect((await plan()).funds.map(({ isChosen }) => isChosen)).toEqual([true, false])
    const { id: empty } = await b.call('funds.save', { name: 'Empty', kind: 'school', isExternal: false })
    await b.call('plan.save', { ...save, fundIds: [empty] })
    expect((await plan()).budgetPence).toBeNull()
    const nothing = { fundId: empty, fromOn: day('2026-09-01'), toOn: day('2027-08-31'), amountPence: pence(0) }
    await b.call('funds.saveAmount', nothing)
    expect((await plan()).budgetPence).toBe(0)
    await b.call('plan.save', { ...save, ownBudgetPence: pence(12_345) })
    expect(await plan()).toMatchObject({ budgetPence: 12_345, budgetReachesTo: null })
  })

  it('keeps its lines in order, what must happen first, and moves them by one step or to the end', async () => {
    const { b, add, plan } = await planning()
    const ids = [await add('A'), await add('B'), await add('C'), await add('M', { isMust: true })]
    const order = async () => (await plan()).lines.map(({ title }) => title).join('')
    const move = async (index: number, to: InputFor<'plan.move'>['to']) => {
      await b.call('plan.move', { id: ids[index] ?? '', to })
      return order()
    }
    expect(await order()).toBe('MABC')
    expect(await move(2, 'up')).toBe('MACB')
    expect(await move(0, 'bottom')).toBe('MCBA')
    expect(await move(3, 'down')).toBe('MCBA')
    expect(await move(1, 'top')).toBe('MBCA')
    await b.call('plan.markMust', { id: ids[0] ?? '', isMust: true })
    expect(await order()).toBe('AMBC')
    await b.call('changes.undo', {})
    expect(await order()).toBe('MBCA')
    await b.call('plan.removeLine', { id: ids[1] ?? '' })
    expect(await order()).toBe('MCA')
  })

  it('says for whom a line is, counted by group, and adds its costs up as the file does', async () => {
    const { b, people, add, plan } = await planning()
    const costs = [fee(12_501), { kindCode: 'cover-supply', amountPence: pence(18_550) }]
    await add('Named', { personIds: [people[0] ?? ''], groupIds: ['ta'], costs })
    await add('Three of them', { groupIds: ['teacher', 'ta'], peopleCount: 3, costs: [fee(99)] })
    await add('All', { isWholeSchool: true })
    const { lines } = await plan()
    expect(lines.map(({ heads }) => heads)).toEqual([3, 3, 4])
    expect(lines[0]?.byGroup).toEqual([
      { groupId: 'teacher', heads: 1 },
      { groupId: 'ta', heads: 2 },
    ])
    const sums = byHand<{ title: string; pence: number }>(
      b,
      `select title, sum(amount_pence) as pence from plan_line n join plan_line_cost c on c.plan_line_id = n.id
       group by n.id order by rank`,
    )
    expect(lines.slice(0, 2).map(({ title, costPence }) => ({ title, pence: costPence }))).toEqual(sums)
  })

  it('refuses days of other years, kinds that nobody knows, and lines of another plan', async () => {
    const { b, planId, add } = await planning()
    const code = (more: object) => b.codeOf('plan.saveLine', { planId, title: 'A', ...more })
    expect(await code({ startsOn: '2026-08-31' })).toBe('plan.outside-year')
    expect(await code({ startsOn: '2026-09-01' })).toBe('ok')
    expect(await code({ typeCode: 'nothing' })).toBe('input.invalid')
    expect(await code({ costs: [{ kindCode: 'income', amountPence: 1 }] })).toBe('input.invalid')
    expect(await code({ costs: [{ kindCode: 'fee', amountPence: -1 }] })).toBe('input.invalid')
    const { id: other } = await b.call('plan.begin', { year: 2027 })
    expect(await code({ id: await add('B'), planId: other })).toBe('record.missing')
  })
})

describe('what comes into a plan', () => {
  it('is agreed needs that say the same, as one line for those whose needs they are', async () => {
    const { b, people, planId, plan } = await planning()
    const owners = [people[0], people[2]].map((personId) => ({ kind: 'person' as const, personId: personId ?? '' }))
    const agreed = { byPersonId: null, on: day('2025-11-20') }
    const words = { sourceCode: 'review', importance: 3 } as const
    await b.call('needs.raise', { ...words, title: 'Phonics', owners, agreed })
    await b.call('needs.raise', {
      title: 'First aid',
      sourceCode: 'statutory',
      owners: [{ kind: 'postFamily', staffGroupId: 'ta' }],
      agreed,
    })
    await b.call('needs.raise', { ...words, title: 'Not agreed', owners: [{ kind: 'school' }] })
    const offered = await b.call('plan.toTake', { year: YEAR })
    expect(offered.raised).toBe(1)
    expect(offered.clusters.map(({ title, needs }) => [title, needs.length])).toEqual([
      ['Phonics', 2],
      ['First aid', 1],
    ])
    const clusters = offered.clusters.map(({ needs }) => needs.map(({ id }) => id))
    expect(await b.call('plan.takeNeeds', { planId, clusters })).toEqual({ added: 2 })
    const { lines } = await plan()
    expect(lines.map(({ title, isMust, heads, needs }) => [title, isMust, heads, needs.length])).toEqual([
      ['First aid', true, 2, 1],
      ['Phonics', false, 2, 2],
    ])
    expect((await b.call('plan.toTake', { year: YEAR })).clusters).toEqual([])
    // Their state follows only when something is planned for them.
    expect(lines[1]?.needs.map(({ state }) => state)).toEqual(['agreed', 'agreed'])
  })

  it('is requests with their costs, and lines of the year before without what was of that year', async () => {
    const { b, people, planId, add, plan } = await planning()
    const owners = [{ kind: 'person' as const, personId: people[0] ?? '' }]
    await b.call('needs.raise', { title: 'Fractions', sourceCode: 'review', owners })
    const { needs: raised } = await b.call('needs.list', {})
    const { id: requestId } = await b.call('requests.save', {
      needId: raised[0]?.id ?? null,
      personId: people[0] ?? '',
      receivedOn: day('2025-11-03'),
      title: 'Bar models',
      wantedOn: day('2026-12-08'),
      expectedChange: 'x',
      pupilBenefit: 'y',
      howMeasured: 'Books in Year 4',
      coverQuarterDays: 4,
      costs: [{ kindCode: 'fee', netPence: pence(10_000), vatPence: pence(2_000) }],
    })
    expect((await b.call('plan.toTake', { year: YEAR })).requests).toMatchObject([{ costPence: 10_000 }])
    await b.call('plan.takeRequests', { planId, requestIds: [requestId] })
    await add('Twilights', { startsOn: day('2026-10-06'), costs: [fee(500)], targetValue: 80, measure: 'Check' })
    const { lines } = await plan()
    expect(lines[0]).toMatchObject({
      requestId,
      costPence: 10_000,
      startsOn: '2026-12-08',
      measure: 'Books in Year 4',
      needs: [{ title: 'Fractions' }],
    })
    expect((await b.call('plan.toTake', { year: YEAR })).requests).toEqual([])

    const { id: nextPlan } = await b.call('plan.begin', { year: 2027 })
    const { lastYear } = await b.call('plan.toTake', { year: 2027 })
    expect(lastYear?.lines).toHaveLength(2)
    await b.call('plan.carryOver', { planId: nextPlan, lineIds: lastYear?.lines.map(({ id }) => id) ?? [] })
    expect((await plan(2027)).lines).toMatchObject([
      { title: 'Bar models', requestId: null, startsOn: null, costPence: 10_000 },
      { title: 'Twilights', startsOn: null, costPence: 500, baselineValue: 80, targetValue: null },
    ])
    expect((await b.call('plan.toTake', { year: 2027 })).lastYear?.lines).toEqual([])
  })
})

describe('a request in a plan', () => {
  it('comes in with its provider, once, for the year in which it is wanted, and only while nobody declined it', async () => {
    const { b, people, planId, plan, request } = await planning()
    const [ada = '', ben = '', cara = ''] = people
    const wanted = { wantedOn: day('2026-12-08') }
    const ids = {
      here: await request(ada, 100, { ...wanted, title: 'Here', providerName: 'Acme Training' }),
      noDay: await request(ben, 100, { title: 'No day' }),
      thisYear: await request(ada, 100, { title: 'This year', wantedOn: day('2026-03-02') }),
      declined: await request(ada, 100, { ...wanted, title: 'Declined' }),
    }
    const decision = { decidedOn: day('2025-11-10'), decidedByPersonId: cara } as const
    await b.call('requests.decide', { ids: [ids.declined], kind: 'decline', reason: 'Too dear', ...decision })
    const offered = async () => (await b.call('plan.toTake', { year: YEAR })).requests.map(({ title }) => title)
    expect(await offered()).toEqual(['No day', 'Here'])
    const take = (requestIds: string[]) => b.codeOf('plan.takeRequests', { planId, requestIds })
    expect(await take([ids.thisYear])).toBe('plan.request-not-free')
    expect(await take([ids.declined])).toBe('plan.request-not-free')
    expect(await b.call('plan.takeRequests', { planId, requestIds: [ids.here, ids.here] })).toEqual({ added: 1 })
    expect(await take([ids.here])).toBe('plan.request-not-free')
    expect((await plan()).lines).toMatchObject([{ title: 'Here', providerName: 'Acme Training' }])
    expect(await offered()).toEqual(['No day'])
  })

  it('is offered for the year of the event that it is booked on, and no more once its place is given back', async () => {
    const { b, people, planId, plan, request } = await planning()
    const { types } = await b.call('packs.typology', {})
    const id = await request(people[0] ?? '', 100, { title: 'Put off', wantedOn: day('2026-03-02') })
    const decision = { decidedOn: day('2025-11-10'), decidedByPersonId: people[2] ?? '', reason: null } as const
    await b.call('requests.decide', { ids: [id], kind: 'approve', ...decision })
    const offered = async (year: number) =>
      (await b.call('plan.toTake', { year })).requests.map(({ title }) => title)
    expect(await offered(YEAR)).toEqual([])
    const run = { typeCode: types[0]?.code ?? null, heldOn: day('2026-11-18'), durationMinutes: 60 }
    await b.call('requests.book', { id, ...run, orderedOn: day('2025-11-10') })
    expect(await offered(YEAR)).toEqual(['Put off'])
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    const [line] = (await plan()).lines
    expect(line?.startsOn).toBe('2026-11-18')
    await b.call('plan.removeLine', { id: line?.id ?? '' })
    const bookingId = (await b.call('requests.get', { id })).booking?.id ?? ''
    await b.call('requests.cancelPlace', { bookingId, reason: 'Ill', percent: 25 })
    expect(await offered(YEAR)).toEqual([])
    expect(await b.codeOf('plan.takeRequests', { planId, requestIds: [id] })).toBe('plan.request-not-free')
  })

  it('is decided and booked as a request: no event is made of its line', async () => {
    const { b, people, planId, plan, request } = await planning()
    const { types } = await b.call('packs.typology', {})
    const typeCode = types[0]?.code ?? null
    const id = await request(people[0] ?? '', 100, { typeCode })
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    const [line] = (await plan()).lines
    const make = () => b.codeOf('plan.makeEvent', { lineId: line?.id })
    expect(line).toMatchObject({ typeCode, requestState: 'waiting' })
    expect(await make()).toBe('plan.request-undecided')
    const on = day('2025-11-10')
    const decision = { decidedOn: on, decidedByPersonId: people[2] ?? '', kind: 'approve', reason: null } as const
    await b.call('requests.decide', { ids: [id], ...decision })
    expect(await make()).toBe('plan.request-agreed')
    const run = { typeCode, heldOn: day('2026-10-06'), durationMinutes: 60, orderedOn: day('2025-11-12') }
    const { eventId } = await b.call('requests.book', { id, ...run })
    expect((await plan()).lines).toMatchObject([{ requestState: 'booked', eventId, eventStatus: 'planned' }])
    expect(await make()).toBe('plan.has-event')
  })
})

it('takes a need in once, and only when it is agreed', async () => {
  const { b, planId } = await planning()
  const raise = async (agreed: boolean) => {
    const { ids } = await b.call('needs.raise', {
      title: `Phonics ${agreed}`,
      sourceCode: 'review',
      owners: [{ kind: 'school' }],
      ...(agreed && { agreed: { byPersonId: null, on: day('2025-11-20') } }),
    })
    return ids
  }
  const [raised, agreed] = [await raise(false), await raise(true)]
  const take = (clusters: string[][]) => b.codeOf('plan.takeNeeds', { planId, clusters })
  expect(await take([raised])).toBe('plan.need-not-free')
  expect(await take([agreed, agreed])).toBe('plan.need-not-free')
  expect(await take([agreed])).toBe('ok')
  expect(await take([agreed])).toBe('plan.need-not-free')
})

it('makes an event without a day where the day is cleared, and another one where the first was cancelled', async () => {
  const { b, add, plan } = await planning()
  const { types } = await b.call('packs.typology', {})
  const lineId = await add('Twilight', { typeCode: types[0]?.code ?? null, startsOn: day('2026-10-06') })
  const first = await b.call('plan.makeEvent', { lineId, heldOn: null })
  const daysOf = async (id: string) => byHand(b, 'select held_on from session where event_id = ?', id)
  expect(await daysOf(first.eventId)).toEqual([])
  await b.call('activities.cancelEvent', { id: first.eventId, reason: 'Nobody came forward' })
  expect((await plan()).lines).toMatchObject([{ eventStatus: 'cancelled' }])
  const second = await b.call('plan.makeEvent', { lineId, durationMinutes: 60 })
  expect(await daysOf(second.eventId)).toEqual([{ held_on: '2026-10-06' }])
  expect((await plan()).lines).toMatchObject([{ eventId: second.eventId, eventStatus: 'planned' }])
  expect(await b.codeOf('plan.makeEvent', { lineId, durationMinutes: 60 })).toBe('plan.has-event')
})

it('makes an event of a line in one change: costs as estimates, places, a measure, needs planned', async () => {
  const { b, people, planId, add } = await planning()
  const { types } = await b.call('packs.typology', {})
  const { ids: needIds } = await b.call('needs.raise', {
    title: 'Phonics',
    sourceCode: 'review',
    owners: [{ kind: 'person', personId: people[0] ?? '' }],
    agreed: { byPersonId: null, on: day('2025-11-20') },
  })
  const costs = [fee(12_501), { kindCode: 'cover-supply', amountPence: pence(18_550) }]
  const personIds = [people[0] ?? '', people[1] ?? '']
  const input = { needIds, personIds, costs, coverQuarterDays: 2, measure: 'Phonics check', targetValue: 80 }
  const bare = await add('No kind')
  expect(await b.codeOf('plan.makeEvent', { lineId: bare })).toBe('plan.kind-missing')
  expect(await b.codeOf('plan.makeEvent', { lineId: bare, typeCode: 'nothing' })).toBe('input.invalid')
  expect(await b.codeOf('plan.makeEvent', { lineId: bare, typeCode: types[0]?.code })).toBe('ok')
  const lineId = await add('Phonics training', { ...input, typeCode: types[0]?.code ?? null })
  expect(await b.codeOf('plan.makeEvent', { lineId, heldOn: '2026-10-06' })).toBe('session.no-length')
  const run = { lineId, heldOn: day('2026-10-06'), durationMinutes: 360 }
  const made = await b.call('plan.makeEvent', run)
  expect(made).toMatchObject({ title: 'Phonics training', booked: 2, needs: 1 })
  expect(await b.codeOf('plan.makeEvent', run)).toBe('plan.has-event')
  const lines = byHand<object>(
    b,
    `select kind_code, l.net_pence, l.vat_pence, covered_minutes, m.kind, l.finance_code from cost_line l
     join cost_movement m on m.cost_line_id = l.id where event_id = ? order by kind_code desc`,
    made.eventId,
  )
  expect(lines).toEqual([
    {
      kind_code: 'fee',
      net_pence: 12_501,
      vat_pence: 0,
      covered_minutes: 0,
      kind: 'estimated',
      finance_code: 'E09',
    },
    {
      kind_code: 'cover-supply',
      net_pence: 18_550,
      vat_pence: 0,
      covered_minutes: 195,
      kind: 'estimated',
      finance_code: 'E02',
    },
  ])
  expect((await b.call('needs.get', { id: needIds[0] ?? '' })).state).toBe('planned')
  expect((await b.call('evaluation.get', { eventId: made.eventId })).measure).toBe('Phonics check (to 80)')
  await b.call('changes.undo', {})
  expect(byHand(b, 'select id from event where plan_line_id = ?', lineId)).toEqual([])
  expect((await b.call('needs.get', { id: needIds[0] ?? '' })).state).toBe('agreed')
  await b.call('plan.removeLine', { id: lineId })
  expect((await b.call('plan.get', { year: YEAR })).plan?.id).toBe(planId)
})

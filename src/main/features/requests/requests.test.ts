import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql } from '../../db/handle'
import { decision, fieldOf, kept, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

describe('a request', () => {
  it('goes through the steps of the school that its cost asks for, and says whom it waits for', async () => {
    const { b, request, mary, ann } = await withRoute()
    const { id } = await b.call('requests.save', request)
    const dear = await b.call('requests.save', {
      ...request,
      costs: [{ kindCode: 'fee', netPence: pence(50_001), vatPence: pence(10_000), fundId: null }],
    })
    const one = await b.call('requests.get', { id })
    // The gift cannot claim its VAT back: 249.99 + 185.50 + 12.35 + 2.47.
    expect(one).toMatchObject({ number: 1, costPence: 45_031, state: 'waiting' })
    expect(one.steps.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Line manager pending',
      'Cover organiser pending',
      'CPD leader pending',
    ])
    expect(one.waitsFor).toMatchObject({ title: 'Line manager', person: { id: mary } })
    expect((await b.call('requests.get', dear)).steps.map(({ title }) => title)).toContain('Head')
    const list = async (asked: InputFor<'requests.list'>) =>
      (await b.call('requests.list', asked)).requests.map(({ number }) => number)
    expect(await list({})).toEqual([2, 1])
    expect(await list({ waitsFor: mary })).toEqual([2, 1])
    expect(await list({ waitsFor: 'Head' })).toEqual([])
    expect(await list({ personId: ann, states: ['declined'] })).toEqual([])
    expect(await list({ year: { kind: 'academic', startYear: 2024 } })).toEqual([])
    expect((await b.call('requests.list', {})).counts).toEqual({ waiting: 2 })
    // The states are counted among what fits, whatever state is looked at.
    const nobodys = await b.call('requests.list', { personId: mary, states: ['declined'] })
    expect(nobodys).toMatchObject({ counts: {}, inAll: 2 })
    const anns = await b.call('requests.list', { personId: ann, states: ['declined'] })
    expect(anns).toMatchObject({ requests: [], counts: { waiting: 2 }, inAll: 2 })
  })

  it('is decided step by step; what was said is kept, and undo takes one decision back', async () => {
    const { b, request, mary, lee } = await withRoute()
    const { id } = await b.call('requests.save', request)
    expect(await b.call('requests.decide', decision([id], mary))).toEqual({
      decided: 1,
      agreed: 0,
      waitFor: ['CPD leader'],
    })
    expect(await fieldOf(b, 'requests.decide', decision([id], lee, 'approve-if'))).toBe('reason input.required')
    await b.call('requests.decide', decision([id], lee, 'comment', 'Supply is booked up before Christmas'))
    await b.call('requests.decide', decision([id], lee, 'approve-if', 'Share it with the team in January'))
    const agreed = await b.call('requests.get', { id })
    expect(agreed).toMatchObject({ state: 'approved', decidedOn: '2025-11-10', waitsFor: null })
    expect(agreed.steps.map(({ state }) => state)).toEqual(['approved', 'commented', 'approved'])
    expect(agreed.history.map(({ kind, byName, words }) => [kind, byName, words])).toEqual([
      ['asked', 'Ann Asker', null],
      ['approve', 'Mary Manager', null],
      ['comment', 'Lee Leader', 'Supply is booked up before Christmas'],
      ['approve-if', 'Lee Leader', 'Share it with the team in January'],
    ])
    await b.call('changes.undo', {})
    expect(await b.call('requests.get', { id })).toMatchObject({
      state: 'waiting',
      decidedOn: null,
      waitsFor: { title: 'CPD leader' },
    })
  })

  it('is not decided by who asks for it: it says who can', async () => {
    const { b, request, ann } = await withRoute()
    const { id } = await b.call('requests.save', request)
    const result = await b.dispatch('requests.decide', decision([id], ann))
    expect(result).toMatchObject({
      ok: false,
      code: 'request.own',
      facts: { name: 'Ann Asker', others: 'Mary Manager or Lee Leader' },
    })
    expect(await b.codeOf('requests.decide', decision([id], ann, 'comment', 'It is half term'))).toBe('ok')
  })

  it('of a line manager or leader names nobody in the step that would be their own', async () => {
    const { b, request, lee } = await withRoute()
    const { id } = await b.call('requests.save', { ...request, personId: lee })
    const { steps } = await b.call('requests.get', { id })
    expect(steps.map(({ title, person }) => [title, person])).toEqual([
      ['Line manager', null],
      ['Cover organiser', null],
      ['CPD leader', null],
    ])
  })

  it('is sent back with a question, answered and waits again; what costs more is agreed to anew', async () => {
    const { b, request, mary, lee, hal } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee, 'ask-again', 'Is there a cheaper day?'))
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'returned', waitsFor: null })
    expect(await b.codeOf('requests.decide', decision([id], lee))).toBe('request.not-waiting')
    await b.call('requests.save', { ...request, id, title: 'Fractions with bar models' })
    // Nothing that was agreed to has changed: the line manager is not asked again.
    expect(await b.call('requests.get', { id })).toMatchObject({ waitsFor: { title: 'CPD leader' } })
    const dearer = [{ kindCode: 'fee', netPence: pence(60_000), vatPence: pence(0), fundId: null }]
    await b.call('requests.save', { ...request, id, costs: dearer, wantedOn: day('2025-12-15') })
    const again = await b.call('requests.get', { id })
    expect(again.waitsFor?.title).toBe('Line manager')
    expect(again.steps.map(({ title, person }) => `${title} ${person?.id === hal}`)).toContain('Head true')
    expect(again.history.at(-1)).toMatchObject({
      kind: 'asked-again',
      words: 'Cost £450.31 → £600.00; Day 8 December 2025 → 15 December 2025',
    })
  })

  it('is declined with a reason, and then neither changed nor decided', async () => {
    const { b, request, mary } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.decide', decision([id], mary, 'decline', 'We run this ourselves in January'))
    const declined = await b.call('requests.get', { id })
    expect(declined.state).toBe('declined')
    expect(declined.steps.map(({ state }) => state)).toEqual(['declined', 'not-needed', 'not-needed'])
    expect(await b.codeOf('requests.save', { ...request, id })).toBe('request.not-open')
    expect(await b.codeOf('requests.withdraw', { id, reason: 'Too late' })).toBe('request.not-open')
    expect(await b.codeOf('requests.decide', decision([id], mary))).toBe('request.not-waiting')
    expect(
      await b.codeOf('requests.book', {
        id,
        typeCode: 'x',
        heldOn: day('2025-12-08'),
        durationMinutes: 60,
        orderedOn: day('2025-11-20'),
      }),
    ).toBe('request.not-approved')
  })

  it('is taken back with its reason', async () => {
    const { b, request } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.withdraw', { id, reason: 'The course is full' })
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'withdrawn', waitsFor: null })
    await b.call('changes.undo', {})
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'waiting' })
  })

  it('is refused where its days, people or costs cannot be', async () => {
    const { b, request } = await withRoute()
    const refused = (change: Partial<InputFor<'requests.save'>>) =>
      fieldOf(b, 'requests.save', { ...request, ...change })
    expect(await refused({ receivedOn: day('2025-11-21') })).toBe('receivedOn request.ahead')
    expect(await refused({ measureOn: day('2025-12-07') })).toBe('measureOn day.order')
    expect(await refused({ startsAt: '10:00', endsAt: '09:00' })).toBe('endsAt time.order')
    expect(
      await refused({ costs: [{ kindCode: 'income', netPence: pence(1), vatPence: pence(0), fundId: null }] }),
    ).toBe('costs.0.kindCode input.invalid')
    expect(await refused({ expectedChange: ' ' })).toBe('expectedChange input.required')
    const { id } = await b.call('requests.save', request)
    expect(
      await fieldOf(b, 'requests.decide', { ...decision([id], request.personId), decidedOn: day('2025-11-21') }),
    ).toBe('decidedOn request.ahead')
    expect(
      await fieldOf(b, 'requests.decide', { ...decision([id], request.personId), decidedOn: day('2025-11-02') }),
    ).toBe('decidedOn request.before-asked')
  })
})

describe('the steps', () => {
  it('of a request stay as it began with them; one can be put in and one left out', async () => {
    const { b, request, mary, lee, hal } = await withRoute()
    const { id } = await b.call('requests.save', request)
    const rules = await b.call('requests.rules', {})
    await b.call('requests.saveRules', { ...rules, steps: rules.steps.slice(2, 3) })
    expect((await b.call('requests.get', { id })).steps).toHaveLength(3)
    await b.call('requests.decide', decision([id], mary))
    const [first, , third] = (await b.call('requests.get', { id })).steps
    const step = { id, title: 'Budget holder', role: 'budgetHolder' as const, personId: hal }
    expect(await b.codeOf('requests.addStep', { ...step, afterStepId: null })).toBe('request.step-decided')
    const added = await b.call('requests.addStep', { ...step, afterStepId: first?.id ?? null })
    const now = await b.call('requests.get', { id })
    expect(now.steps.map(({ title }) => title)).toEqual([
      'Line manager',
      'Budget holder',
      'Cover organiser',
      'CPD leader',
    ])
    expect(now.waitsFor).toMatchObject({ title: 'Budget holder', person: { id: hal } })
    expect(await b.codeOf('requests.leaveStepOut', { stepId: first?.id, reason: 'No' })).toBe(
      'request.step-decided',
    )
    await b.call('requests.leaveStepOut', { stepId: added.id, reason: 'On leave' })
    expect(await b.codeOf('requests.leaveStepOut', { stepId: third?.id, reason: 'On leave' })).toBe(
      'request.last-step',
    )
    expect(await b.call('requests.decide', decision([id], lee))).toMatchObject({ agreed: 1 })
    // What is asked from now on goes through the new route alone.
    expect((await b.call('requests.get', await b.call('requests.save', request))).steps).toHaveLength(1)
  })

  it('must let somebody decide; a school that has set none asks its CPD leader', async () => {
    const { b, request, lee } = await withRoute()
    const comment = { ...kept, title: 'Cover', role: 'other' as const, isCommentOnly: true }
    expect(await b.codeOf('requests.saveRules', { steps: [comment] })).toBe('request.nobody-to-ask')
    await b.call('requests.saveRules', {})
    const { id } = await b.call('requests.save', request)
    expect((await b.call('requests.get', { id })).waitsFor).toMatchObject({
      title: 'CPD leader',
      person: { id: lee },
    })
  })
})

describe('several requests', () => {
  it('are decided together with one reason, all or none, in one change', async () => {
    const { b, request, mary } = await withRoute()
    const ids = []
    for (const title of ['Phonics', 'Handwriting', 'Spelling'])
      ids.push((await b.call('requests.save', { ...request, title })).id)
    await b.call('requests.withdraw', { id: ids[2] ?? '', reason: 'Not now' })
    expect(await b.codeOf('requests.decide', decision(ids, mary, 'decline', 'No money left'))).toBe(
      'request.not-waiting',
    )
    expect((await b.call('requests.list', {})).counts).toEqual({ waiting: 2, withdrawn: 1 })
    await b.call('requests.decide', decision(ids.slice(0, 2), mary, 'decline', 'No money left'))
    expect((await b.call('requests.list', {})).counts).toEqual({ declined: 2, withdrawn: 1 })
    await b.call('changes.undo', {})
    expect((await b.call('requests.list', {})).counts).toEqual({ waiting: 2, withdrawn: 1 })
  })
})

describe('what is agreed', () => {
  it('becomes a place with its costs to the penny and its measure, in one change that undo takes back', async () => {
    const { b, request, mary, lee, ann, fund, gift } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee))
    await b.call('requests.changeFund', { id, fundId: fund, reason: 'The friends have nothing left' })
    const typeCode = await typeCodeOf(b)
    const book = {
      id,
      typeCode,
      heldOn: day('2025-12-08'),
      startsAt: '09:00',
      endsAt: '15:00',
      orderedOn: day('2025-11-20'),
      orderNumber: 'PO 77',
    }
    const made = await b.call('requests.book', book)
    expect(made).toMatchObject({ state: 'booked', costs: 3, title: 'Teaching fractions with bar models' })
    const { costs, totals } = await b.call('costs.list', { eventId: made.eventId })
    expect(totals).toMatchObject({ promisedPence: 24_999 + 18_550 + 1_235, paidPence: 0 })
    expect(costs.every(({ state, fundNames }) => state === 'committed' && fundNames[0] === 'CPD budget')).toBe(true)
    const cover = costs.find(({ kindCode }) => kindCode === 'cover-supply')
    expect(await b.call('costs.get', { id: cover?.id ?? '' })).toMatchObject({
      coveredMinutes: 390,
      orderNumber: 'PO 77',
      personName: 'Ann Asker',
      supplier: null,
    })
    expect(await b.call('evaluation.get', { eventId: made.eventId })).toMatchObject({
      measure: request.howMeasured,
      targetOn: '2026-03-20',
    })
    const { people } = await b.call('attendance.grid', { eventId: made.eventId })
    expect(people.map(({ personId, state }) => `${personId} ${state}`)).toEqual([`${ann} booked`])
    // It was asked for in words: the event that it was given is that of its booking alone, and finds it.
    expect(await b.call('requests.get', { id })).toMatchObject({
      state: 'booked',
      eventId: null,
      booking: { state: 'booked', eventId: made.eventId },
    })
    expect((await b.call('requests.list', { eventId: made.eventId })).requests).toHaveLength(1)
    expect(await b.codeOf('requests.book', book)).toBe('request.not-approved')
    const spent = b.desk.read.first(
      sql
        .selectFrom('spend_by_fund')
        .select((eb) => eb.fn.sum<number>('pence').as('n'))
        .where('fund_id', '=', gift),
    )
    expect(spent?.n ?? 0).toBe(0)
    await b.call('changes.undo', {})
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'approved', booking: null })
    expect(await b.codeOf('activities.event', { id: made.eventId })).toBe('record.missing')
    expect((await b.call('costs.list', {})).costs).toEqual([])
  })

  it('waits where the event is full: nothing is ordered for it yet', async () => {
    const { b, request, mary, lee } = await withRoute()
    const typeCode = await typeCodeOf(b)
    const event = await b.call('activities.saveEvent', {
      newActivity: { title: 'First aid', typeCode, provisionCode: 'external', levelCode: 'individual' },
      status: 'planned',
      capacity: 1,
      sessions: [{ heldOn: day('2025-12-08'), durationMinutes: 180 }],
    })
    await b.call('bookings.book', { eventId: event.id, personIds: [mary] })
    expect(await fieldOf(b, 'requests.save', { ...request, personId: mary, eventId: event.id })).toBe(
      'eventId request.same-event',
    )
    const { id } = await b.call('requests.save', { ...request, eventId: event.id })
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee))
    const made = await b.call('requests.book', { id, eventId: event.id, orderedOn: day('2025-11-20') })
    expect(made.state).toBe('waiting')
    const { totals } = await b.call('costs.list', { eventId: event.id })
    expect(totals).toMatchObject({ promisedPence: 0, expectedPence: 24_999 + 18_550 + 1_235 + 247 })
    expect((await b.call('requests.list', { eventId: event.id })).requests).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { standsTitle } from '../../../shared/features/requests/words'
import { decision, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

const orderedOn = day('2025-11-20')

/** Two requests of Ann are agreed, £450 each, for one event with one place. The fund has £2,000. */
async function withTwo({ isFull = false } = {}) {
  const made = await withRoute()
  const { b, request, ann, mary, lee, fund } = made
  const amount = { fromOn: day('2025-04-01'), toOn: day('2026-03-31'), amountPence: pence(200_000), note: null }
  await b.call('funds.saveAmount', { fundId: fund, ...amount })
  const event = async (title: string, heldOn = day('2025-12-08')) =>
    (
      await b.call('activities.saveEvent', {
        newActivity: {
          title,
          typeCode: await typeCodeOf(b),
          provisionCode: 'external',
          levelCode: 'individual',
        },
        status: 'planned',
        capacity: 1,
        sessions: [{ heldOn, durationMinutes: 180 }],
      })
    ).id
  const eventId = await event('First aid')
  if (isFull) await b.call('bookings.book', { eventId, personIds: [mary] })
  const costs: InputFor<'requests.save'>['costs'] = [
    { kindCode: 'fee', netPence: pence(45_000), vatPence: pence(0), fundId: fund },
  ]
  const ask = async (more: Partial<InputFor<'requests.save'>> = {}) => {
    const { id } = await b.call('requests.save', { ...request, eventId, costs, ...more })
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee))
    return id
  }
  const book = (id: string, on = eventId) => b.call('requests.book', { id, eventId: on, orderedOn })
  const bookingOf = async (personId: string, on = eventId) =>
    (await b.call('attendance.grid', { eventId: on })).people.find((one) => one.personId === personId)?.bookingId ??
    ''
  const giveBack = async (personId: string, percent = 0, on = eventId) =>
    b.call('requests.cancelPlace', { bookingId: await bookingOf(personId, on), reason: 'Ill', percent })
  const stands = async (id: string) => standsTitle(await b.call('requests.get', { id }))
  const fundLine = async (id: string) =>
    (await b.call('requests.beforeYouBuy', { id })).lines.find(({ key }) => key === 'budget')?.facts[0]
  const tasks = async () => (await b.call('today.view', {})).tasks.map(({ kind, count }) => `${kind} ${count}`)
  const first = await ask()
  const second = await ask({ title: 'First aid, once more' })
  return {
    ...made,
    ann,
    mary,
    event,
    eventId,
    ask,
    book,
    bookingOf,
    giveBack,
    stands,
    fundLine,
    tasks,
    first,
    second,
  }
}

describe('a place that was given back, and was asked for once more', () => {
  it('is ordered once, for the request that has it', async () => {
    const { b, first, second, book, giveBack, ann, mary, stands, eventId } = await withTwo({ isFull: true })
    await book(first)
    await giveBack(ann)
    await book(second)
    await giveBack(mary)
    expect([await stands(first), await stands(second)]).toEqual(['Place given back', 'To be ordered'])
    expect(await b.call('requests.order', { id: second, orderedOn })).toEqual({ costs: 1, orderedPence: 45_000 })
    expect(await b.codeOf('requests.order', { id: first, orderedOn })).toBe('request.nothing-to-order')
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 45_000 })
  })

  it('takes nothing off its fund for the order that came down', async () => {
    const { first, second, ask, book, giveBack, ann, stands, fundLine } = await withTwo()
    const other = await ask({ title: 'Phonics', eventId: null })
    await book(first)
    await giveBack(ann)
    await book(second)
    expect([await stands(first), await stands(second)]).toEqual(['Place given back', 'Booked'])
    expect(await fundLine(other)).toContain('£450.00 promised, £0.00 agreed and not ordered')
  })

  it('is to be ordered although it was charged for before', async () => {
    const { b, first, second, book, giveBack, ann, mary, stands, tasks, eventId } = await withTwo()
    await book(first)
    await giveBack(ann, 50)
    await b.call('bookings.book', { eventId, personIds: [mary] })
    await book(second)
    expect(await stands(second)).toBe('Waiting list')
    await giveBack(mary)
    expect(await stands(second)).toBe('To be ordered')
    expect(await tasks()).toContain('request-order 1')
    await b.call('requests.order', { id: second, orderedOn })
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 67_500 })
    expect(await tasks()).not.toContain('request-order 1')
    // The second place comes down alone: what was charged for the first stays.
    expect(await giveBack(ann)).toMatchObject({ givenUpPence: 45_000, chargedPence: 0 })
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 22_500 })
  })
})

describe('a place that was passed on', () => {
  it('is still to be ordered, by the request that it was agreed for', async () => {
    const { b, first, second, book, bookingOf, giveBack, ann, mary, hal, stands, tasks, fundLine, eventId } =
      await withTwo({ isFull: true })
    await book(first)
    await giveBack(mary)
    await b.call('bookings.substitute', { bookingId: await bookingOf(ann), personId: hal })
    expect(await tasks()).toContain('request-order 1')
    expect(await fundLine(second)).toContain('£450.00 agreed and not ordered')
    expect(await b.call('requests.order', { id: first, orderedOn })).toEqual({ costs: 1, orderedPence: 45_000 })
    expect(await stands(first)).toBe('Place passed on')
    expect(await b.call('requests.get', { id: first })).toMatchObject({
      booking: { takenBy: { name: 'Hal Head' } },
    })
    // Ann waits for a place of her own: another booking, another cost.
    await book(second)
    expect(await stands(second)).toBe('Waiting list')
    await giveBack(hal)
    expect([await stands(first), await stands(second)]).toEqual(['Place given back', 'To be ordered'])
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 0 })
  })
})

describe('the requests of an event', () => {
  it('are those that were booked on it, wherever they asked for a place', async () => {
    const { b, first, second, book, event, eventId } = await withTwo()
    const elsewhere = await event('First aid in the north', day('2025-12-09'))
    await book(first, elsewhere)
    const of = async (on: string) => (await b.call('requests.list', { eventId: on })).requests.map(({ id }) => id)
    expect(await of(eventId)).toEqual([second])
    expect(await of(elsewhere)).toEqual([first])
  })
})

describe('a request whose place was given back', () => {
  it('is booked again as it was agreed, and its need with it', async () => {
    const { b, ann, ask, book, giveBack, stands, eventId, event, second } = await withTwo()
    const { ids } = await b.call('needs.raise', {
      sourceCode: 'review',
      owners: [{ kind: 'person', personId: ann }],
      title: 'First aid',
      agreed: { on: orderedOn },
    })
    const needId = ids[0] ?? ''
    const need = async () => (await b.call('needs.get', { id: needId })).state
    const id = await ask({ needId, title: 'First aid for my need' })
    expect(await b.codeOf('requests.bookAgain', { id })).toBe('request.has-place')
    await book(id)
    expect(await need()).toBe('planned')
    await giveBack(ann)
    expect(await need()).toBe('agreed')
    expect(await b.call('requests.bookAgain', { id })).toEqual({
      isAskedAgain: false,
      chargedPence: 0,
      givenUpPence: 0,
    })
    expect(await stands(id)).toBe('Agreed')
    // The place is free for another request of hers; this one goes elsewhere, and pays once.
    await book(second)
    const elsewhere = await event('First aid in the north', day('2025-12-09'))
    await book(id, elsewhere)
    expect([await stands(id), await stands(second), await need()]).toEqual(['Booked', 'Booked', 'planned'])
    expect((await b.call('costs.list', { eventId: elsewhere })).totals).toMatchObject({ promisedPence: 45_000 })
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 45_000 })
  })

  it('is asked for again where the place before was charged for, with those who may comment', async () => {
    const { b, ann, mary, lee, hal, first, book, giveBack, stands } = await withTwo()
    await book(first)
    await giveBack(ann, 50)
    expect(await b.call('requests.bookAgain', { id: first })).toMatchObject({
      isAskedAgain: true,
      chargedPence: 22_500,
    })
    const asked = await b.call('requests.get', { id: first })
    // £450.00 and £225.00 are over £500.00: the head is asked as well.
    expect(asked.steps.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Line manager pending',
      'Cover organiser pending',
      'CPD leader pending',
      'Head pending',
    ])
    expect(asked.history.at(-1)).toMatchObject({
      kind: 'asked-again',
      words: 'To be booked again. Cost £450.00 → £675.00, with £225.00 for the place before',
    })
    for (const who of [mary, lee, hal]) await b.call('requests.decide', decision([first], who))
    expect(await stands(first)).toBe('Agreed')
    await book(first)
    expect(await stands(first)).toBe('Booked')
  })

  it('lets go what is ordered for an event that was cancelled', async () => {
    const { b, first, book, stands, eventId } = await withTwo()
    await book(first)
    await b.call('activities.cancelEvent', { id: eventId, reason: 'The trainer is ill' })
    expect(await stands(first)).toBe('Event cancelled')
    expect(await b.call('requests.bookAgain', { id: first })).toEqual({
      isAskedAgain: false,
      chargedPence: 0,
      givenUpPence: 45_000,
    })
    expect(await stands(first)).toBe('Agreed')
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 0 })
    await b.call('changes.undo', {})
    expect(await stands(first)).toBe('Event cancelled')
  })
})

describe('a place that was given back, and is booked again on the page of its event', () => {
  const byConfirming = 'bookings.confirm'
  const byBooking = 'bookings.book'
  const byRecording = 'activities.record'

  it.each([byConfirming, byBooking, byRecording] as const)('is that of its request again (%s)', async (by) => {
    const { b, first, ann, book, bookingOf, giveBack, stands, tasks, fundLine, ask, eventId } = await withTwo()
    const other = await ask({ title: 'Phonics', eventId: null })
    await book(first)
    await giveBack(ann)
    if (by === byConfirming) await b.call(by, { bookingIds: [await bookingOf(ann)] })
    else if (by === byBooking) await b.call(by, { eventId, personIds: [ann] })
    else await b.call(by, { eventId, heldOn: null, personIds: [ann] })
    expect(await stands(first)).toBe('To be ordered')
    expect(await tasks()).toContain('request-order 1')
    // With the other request of hers that is agreed.
    expect(await fundLine(other)).toContain('£900.00 agreed and not ordered')
    expect(await b.call('requests.order', { id: first, orderedOn })).toEqual({ costs: 1, orderedPence: 45_000 })
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 45_000 })
    expect(await stands(first)).toBe('Booked')
    expect(await giveBack(ann)).toMatchObject({ givenUpPence: 45_000 })
    expect(await stands(first)).toBe('Place given back')
  })

  it('is paid beside what was charged for it before, and its request says so', async () => {
    const { b, first, ann, book, bookingOf, giveBack, stands, eventId } = await withTwo()
    await book(first)
    await giveBack(ann, 50)
    await b.call('bookings.confirm', { bookingIds: [await bookingOf(ann)] })
    expect(await stands(first)).toBe('To be ordered')
    expect((await b.call('requests.get', { id: first })).history.at(-1)).toMatchObject({
      kind: 'booked',
      words: 'First aid, booked again on the page of the event, with £225.00 for the place before',
    })
    await b.call('requests.order', { id: first, orderedOn })
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 67_500 })
    await b.call('changes.undo', {})
    await b.call('changes.undo', {})
    expect(await stands(first)).toBe('Place given back')
    expect((await b.call('costs.list', { eventId })).totals).toMatchObject({ promisedPence: 22_500 })
  })

  it('plans its need again, and is that of the request that had it last', async () => {
    const { b, first, ann, ask, book, bookingOf, giveBack, stands } = await withTwo()
    const { ids } = await b.call('needs.raise', {
      sourceCode: 'review',
      owners: [{ kind: 'person', personId: ann }],
      title: 'First aid',
      agreed: { on: orderedOn },
    })
    const needId = ids[0] ?? ''
    const id = await ask({ needId, title: 'First aid for my need' })
    await book(first)
    await giveBack(ann)
    await book(id)
    await giveBack(ann)
    expect((await b.call('needs.get', { id: needId })).state).toBe('agreed')
    await b.call('bookings.confirm', { bookingIds: [await bookingOf(ann)] })
    expect((await b.call('needs.get', { id: needId })).state).toBe('planned')
    expect([await stands(first), await stands(id)]).toEqual(['Place given back', 'To be ordered'])
  })
})

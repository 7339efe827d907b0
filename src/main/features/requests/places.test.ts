import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { standsSentence, standsTitle } from '../../../shared/features/requests/words'
import { decision, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

/** An event with one place, which Mary has; a request of Ann that is agreed and waits for it. The fund has 1,000.00. */
async function withWaiting() {
  const made = await withRoute()
  const { b, request, mary, lee, fund } = made
  await b.call('funds.saveAmount', {
    fundId: fund,
    fromOn: day('2025-04-01'),
    toOn: day('2026-03-31'),
    amountPence: pence(100_000),
    note: null,
  })
  const { id: eventId } = await b.call('activities.saveEvent', {
    newActivity: {
      title: 'First aid',
      typeCode: await typeCodeOf(b),
      provisionCode: 'external',
      levelCode: 'individual',
    },
    status: 'planned',
    capacity: 1,
    sessions: [{ heldOn: day('2025-12-08'), durationMinutes: 180 }],
  })
  await b.call('bookings.book', { eventId, personIds: [mary] })
  const costs: InputFor<'requests.save'>['costs'] = [
    { kindCode: 'fee', netPence: pence(24_999), vatPence: pence(5_000), fundId: fund },
    { kindCode: 'cover-supply', netPence: pence(18_550), vatPence: pence(0), fundId: fund },
  ]
  const { id } = await b.call('requests.save', { ...request, eventId, costs })
  await b.call('requests.decide', decision([id], mary))
  await b.call('requests.decide', decision([id], lee))
  await b.call('requests.book', { id, eventId, orderedOn: day('2025-11-20') })
  const bookingOf = async (personId: string) =>
    (await b.call('attendance.grid', { eventId })).people.find((one) => one.personId === personId)?.bookingId ?? ''
  const stands = async () => {
    const got = await b.call('requests.get', { id })
    const { requests } = await b.call('requests.list', { personId: request.personId })
    const line = requests.find((one) => one.id === id)
    return { title: line ? standsTitle(line) : '', sentence: standsSentence(got) }
  }
  const fundLine = async (of: string) =>
    (await b.call('requests.beforeYouBuy', { id: of })).lines.find(({ key }) => key === 'budget')?.facts[0]
  const tasks = async () => (await b.call('today.view', {})).tasks.map(({ kind, count }) => `${kind} ${count}`)
  return { ...made, id, eventId, bookingOf, stands, fundLine, tasks, costs }
}

describe('a request that waits for a place', () => {
  it('keeps its money from others until it is ordered, and is not said to be booked', async () => {
    const { b, request, id, mary, ann, costs, eventId, bookingOf, stands, fundLine, tasks } = await withWaiting()
    expect(await stands()).toEqual({
      title: 'Waiting list',
      sentence:
        'It was agreed on 10 November 2025 and waits for a place: the event is full. Nothing is ordered yet.',
    })
    const { id: other } = await b.call('requests.save', { ...request, costs, title: 'Phonics' })
    // 249.99 and 185.50 are agreed for Ann: nothing is promised, and they are not free for another.
    expect(await fundLine(other)).toBe(
      'CPD budget, 2025/26: £1,000.00 less £0.00 paid, £0.00 promised, £435.49 agreed and not ordered, £435.49 asked for here leaves £129.02.',
    )
    expect(await fundLine(id)).toContain('£0.00 agreed and not ordered, £435.49 asked for here leaves £564.51.')
    expect(await tasks()).not.toContain('request-order 1')
    expect(await b.codeOf('requests.order', { id, orderedOn: day('2025-11-20') })).toBe('request.nothing-to-order')

    // Mary gives her place back and Ann moves up: there is something to order.
    const given = { bookingId: await bookingOf(mary), reason: 'Ill', percent: 0, moveUp: true }
    expect(await b.call('requests.cancelPlace', given)).toMatchObject({ movedUp: ['Ann Asker'], toOrder: 1 })
    expect(await stands()).toEqual({
      title: 'To be ordered',
      sentence: 'It was agreed on 10 November 2025 and has a place. What it costs is still to be ordered.',
    })
    expect(await tasks()).toContain('request-order 1')
    expect(await fundLine(other)).toContain('£0.00 promised, £435.49 agreed and not ordered')

    const order = { id, orderedOn: day('2025-11-20'), orderNumber: 'PO 78' }
    expect(await b.call('requests.order', order)).toEqual({ costs: 2, orderedPence: 43_549 })
    const { totals, costs: lines } = await b.call('costs.list', { eventId })
    expect(totals).toMatchObject({ promisedPence: 43_549 })
    expect(lines.every(({ state }) => state === 'committed')).toBe(true)
    expect((await stands()).title).toBe('Booked')
    expect(await tasks()).not.toContain('request-order 1')
    expect(await fundLine(other)).toContain('£435.49 promised, £0.00 agreed and not ordered')
    expect((await b.call('requests.get', { id })).history.at(-1)).toMatchObject({
      kind: 'ordered',
      words: '£435.49',
    })
    expect(await b.codeOf('requests.order', order)).toBe('request.nothing-to-order')

    // Ann cannot come after all.
    await b.call('requests.cancelPlace', { bookingId: await bookingOf(ann), reason: 'Ill', percent: 0 })
    expect((await stands()).title).toBe('Place given back')
    expect(await fundLine(other)).toContain('£0.00 promised, £0.00 agreed and not ordered')
  })

  it('can be taken off the list: nothing is charged, and its money is free again', async () => {
    const { b, ann, bookingOf, stands, fundLine, id, request, costs } = await withWaiting()
    const rules = await b.call('requests.rules', {})
    const charges = [{ providerId: null, underDays: 60, isWorkingDays: false, percent: 100 }]
    await b.call('requests.saveRules', { ...rules, charges })
    const bookingId = await bookingOf(ann)
    const terms = await b.call('requests.cancelTerms', { bookingId })
    expect(terms).toMatchObject({ isWaiting: true, percent: 0, waiting: 0 })
    expect(terms.costs.map(({ proposedPence }) => proposedPence)).toEqual([0, 0])
    const left = await b.call('requests.cancelPlace', { bookingId, reason: 'Found another', percent: 100 })
    expect(left).toMatchObject({ chargedPence: 0, givenUpPence: 43_549 })
    expect((await stands()).title).toBe('Place given back')
    const { id: other } = await b.call('requests.save', { ...request, costs, title: 'Phonics' })
    expect(await fundLine(other)).toContain('£0.00 agreed and not ordered')
    expect(await b.codeOf('requests.cancelPlace', { bookingId, reason: 'Again', percent: 0 })).toBe(
      'booking.cancelled',
    )
    expect(await b.codeOf('requests.cancelTerms', { bookingId })).toBe('booking.cancelled')
    expect(await b.codeOf('bookings.cancel', { bookingIds: [bookingId], reason: 'Again' })).toBe(
      'booking.cancelled',
    )
    expect((await b.call('requests.get', { id })).booking?.state).toBe('cancelled')
  })

  it('is not said to be booked when its event is cancelled', async () => {
    const { b, eventId, stands } = await withWaiting()
    await b.call('activities.cancelEvent', { id: eventId, reason: 'The trainer is ill' })
    expect((await stands()).title).toMatch(/Event cancelled|Place given back/)
  })
})

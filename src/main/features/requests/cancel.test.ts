import { describe, expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { chargePercent, workingDaysBetween } from '../../../shared/features/requests/rules'
import { fieldOf, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

/** An event on Monday 1 December 2025 with one place, which Ann has, with three costs; Mary and Lee wait. */
async function withPlace() {
  const made = await withRoute()
  const { b, ann, mary, lee, fund } = made
  const typeCode = await typeCodeOf(b)
  const input: InputFor<'activities.saveEvent'> = {
    newActivity: { title: 'First aid', typeCode, provisionCode: 'external', levelCode: 'individual' },
    status: 'planned',
    capacity: 1,
    minimumPeople: 1,
    sessions: [{ heldOn: day('2025-12-01'), durationMinutes: 180 }],
  }
  const { id: eventId } = await b.call('activities.saveEvent', input)
  await b.call('bookings.book', { eventId, personIds: [ann, mary, lee] })
  const { people } = await b.call('attendance.grid', { eventId })
  const bookingOf = (personId: string) => people.find((one) => one.personId === personId)?.bookingId ?? ''
  const cost = (kindCode: string, netPence: number, vatPence: number, start: 'committed' | 'estimated') =>
    b.call('costs.save', {
      eventId,
      bookingId: bookingOf(ann),
      kindCode,
      description: kindCode,
      expectedOn: day('2025-12-01'),
      netPence: pence(netPence),
      vatPence: pence(vatPence),
      isVatRecoverable: true,
      financeCode: null,
      localCode: null,
      supplier: null,
      orderNumber: null,
      funds: [{ fundId: fund, weight: 1 }],
      note: null,
      start: { kind: start, movedOn: day('2025-11-03'), reference: null },
    })
  const fee = await cost('fee', 12_345, 2_469, 'committed')
  const cover = await cost('cover-supply', 18_000, 0, 'estimated')
  return { ...made, eventId, bookingOf, fee, cover, input }
}

describe('what is charged for a place given back', () => {
  const term = { providerId: null, isWorkingDays: false, underDays: 14, percent: 50 }

  it('is the highest part of the terms that bite, the provider’s own before those for everybody', () => {
    const asked = { providerId: 'hub', on: day('2025-11-20'), startsOn: day('2025-12-01') }
    expect(chargePercent([], asked)).toBeNull()
    expect(chargePercent([{ ...term, underDays: 11 }], asked)).toBe(0)
    expect(chargePercent([{ ...term, underDays: 12 }], asked)).toBe(50)
    // Friday, then Monday to Friday, then Monday: seven working days.
    expect(workingDaysBetween(asked.on, asked.startsOn)).toBe(7)
    const late = { ...term, isWorkingDays: true, underDays: 8, percent: 100 }
    expect(chargePercent([term, late], asked)).toBe(100)
    expect(chargePercent([term, late, { ...term, providerId: 'hub', percent: 20 }], asked)).toBe(20)
    expect(chargePercent([{ ...term, underDays: 1 }], { ...asked, on: day('2025-12-02') })).toBe(50)
  })

  it('brings orders down to it, lets cover fall away and moves up who waited longest: one change', async () => {
    const { b, eventId, bookingOf, ann, mary, fee, cover } = await withPlace()
    const rules = await b.call('requests.rules', {})
    const charges = [{ providerId: null, underDays: 14, isWorkingDays: false, percent: 33 }]
    await b.call('requests.saveRules', { ...rules, charges })
    const terms = await b.call('requests.cancelTerms', { bookingId: bookingOf(ann) })
    // 33 % of 123.45 is 40.74; the VAT comes back, and is no cost of the school's.
    expect(terms).toMatchObject({ noticeDays: 11, percent: 33, waiting: 2, startsOn: '2025-12-01' })
    expect(terms.costs.map((cost) => `${cost.stage} ${cost.wholePence} ${cost.proposedPence}`).sort()).toEqual([
      'estimated 18000 0',
      'ordered 12345 4074',
    ])
    const done = await b.call('requests.cancelPlace', { bookingId: bookingOf(ann), reason: 'Ill', percent: 33 })
    expect(done).toEqual({
      chargedPence: 4_074,
      givenUpPence: 12_345 - 4_074 + 18_000,
      billedPence: 0,
      waiting: 1,
      movedUp: ['Mary Manager'],
      toOrder: 0,
    })
    expect(await b.call('costs.get', fee)).toMatchObject({ promisedPence: 4_074, state: 'committed' })
    expect(await b.call('costs.get', cover)).toMatchObject({ estimatedPence: 0 })
    const states = async () =>
      Object.fromEntries(
        (await b.call('attendance.grid', { eventId })).people.map((one) => [one.personId, one.state]),
      )
    expect(await states()).toMatchObject({ [ann]: 'cancelled', [mary]: 'booked' })
    await b.call('changes.undo', {})
    expect(await states()).toMatchObject({ [ann]: 'booked', [mary]: 'waiting' })
    expect(await b.call('costs.get', fee)).toMatchObject({ promisedPence: 12_345 })
  })

  it('leaves what is invoiced until its credit note comes', async () => {
    const { b, bookingOf, ann, fee } = await withPlace()
    await b.call('costs.markInvoiced', { costLineId: fee.id, movedOn: day('2025-11-18') })
    const place = { bookingId: bookingOf(ann), reason: 'No cover', percent: 0, moveUp: false }
    expect(await b.call('requests.cancelPlace', place)).toMatchObject({
      billedPence: 12_345,
      chargedPence: 0,
      waiting: 2,
      movedUp: [],
    })
    expect(await b.call('costs.get', fee)).toMatchObject({ promisedPence: 12_345 })
    expect(await b.codeOf('requests.cancelTerms', { bookingId: ann })).toBe('record.missing')
  })
})

describe('the people of an event', () => {
  it('may have a least number, never above its places', async () => {
    const { b, eventId, input } = await withPlace()
    expect(await b.call('activities.event', { id: eventId })).toMatchObject({ minimumPeople: 1, capacity: 1 })
    expect(await fieldOf(b, 'activities.saveEvent', { ...input, minimumPeople: 2 })).toBe(
      'minimumPeople event.minimum-over-places',
    )
  })

  it('hand their costs on with the place to whoever takes it', async () => {
    const { b, bookingOf, ann, hal, fee } = await withPlace()
    const taken = await b.call('bookings.substitute', { bookingId: bookingOf(ann), personId: hal })
    expect(await b.call('costs.get', fee)).toMatchObject({
      bookingId: taken.id,
      personName: 'Hal Head',
      promisedPence: 12_345,
    })
  })
})

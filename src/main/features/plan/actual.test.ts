import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { bill, byHand, fee, planning, YEAR } from '../../../../tests/fixtures/plan'

const today = day('2025-11-20')
const approval = { approvedOn: today, approvedBy: 'Head', approvedAt: null, reason: null }

describe('plan against actual', () => {
  it('charges the line of a request with what that request costs, and every penny of an event once', async () => {
    const { b, people, planId, add, request } = await planning()
    const { types } = await b.call('packs.typology', {})
    const lineId = await add('Conference', { typeCode: types[0]?.code ?? null, costs: [fee(50_000)] })
    const { eventId } = await b.call('plan.makeEvent', { lineId, heldOn: day('2026-10-06'), durationMinutes: 60 })
    const asked = [await request(people[0] ?? '', 10_000), await request(people[1] ?? '', 7_000)]
    await b.call('plan.takeRequests', { planId, requestIds: asked })
    for (const id of asked) {
      const decision = {
        kind: 'approve',
        reason: null,
        decidedOn: today,
        decidedByPersonId: people[2] ?? '',
      } as const
      await b.call('requests.decide', { ids: [id], ...decision })
      await b.call('requests.book', { id, eventId, orderedOn: today })
    }
    await bill(b, { eventId, net: 3_000, kind: 'paid' })
    const actual = await b.call('plan.actual', { year: YEAR })
    expect(
      actual.lines.map(({ plannedPence, paidPence, promisedPence, booked }) => [
        plannedPence,
        paidPence,
        promisedPence,
        booked,
      ]),
    ).toEqual([
      [50_000, 3_000, 0, 0],
      [10_000, 0, 10_000, 1],
      [7_000, 0, 7_000, 1],
    ])
    const [hand] = byHand<{ pence: number }>(
      b,
      `select sum(m.net_pence) as pence from cost_line l join cost_movement m on m.cost_line_id = l.id
       where l.event_id = ? and m.kind in ('paid', 'committed')`,
      eventId,
    )
    expect(actual.spentPence).toBe(hand?.pence)
    expect(actual.outsidePence).toBe(0)
  })

  it('counts what an event costs beside the request that the plan holds as outside the plan', async () => {
    const { b, people, planId, request } = await planning()
    const { types } = await b.call('packs.typology', {})
    const id = await request(people[0] ?? '', 10_000)
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    const decision = {
      kind: 'approve',
      reason: null,
      decidedOn: today,
      decidedByPersonId: people[2] ?? '',
    } as const
    await b.call('requests.decide', { ids: [id], ...decision })
    const run = { typeCode: types[0]?.code ?? null, heldOn: day('2026-10-06'), durationMinutes: 60 }
    const { eventId } = await b.call('requests.book', { id, ...run, orderedOn: day('2026-09-10') })
    await bill(b, { eventId, net: 99_000, kind: 'paid' })
    const actual = await b.call('plan.actual', { year: YEAR })
    expect(actual.lines).toMatchObject([{ eventId, paidPence: 0, promisedPence: 10_000, status: 'planned' }])
    expect(actual.outsidePence).toBe(99_000)
  })

  it('is against the version as it was approved: what was taken out since stays, what was added stands apart', async () => {
    const { b, planId, add, plan } = await planning()
    const { types } = await b.call('packs.typology', {})
    const typeCode = types[0]?.code ?? null
    const kept = await add('Kept', { costs: [fee(1_000)] })
    const gone = await add('Gone', { typeCode, costs: [fee(20_000)] })
    await b.call('plan.submit', { id: planId })
    await b.call('plan.approve', { id: planId, ...approval })
    const run = { lineId: gone, heldOn: day('2026-10-06'), durationMinutes: 60 }
    const { eventId } = await b.call('plan.makeEvent', run)
    await bill(b, { eventId, net: 5_000, kind: 'paid' })
    const before = await b.call('plan.actual', { year: YEAR })
    await b.call('plan.reopen', { id: planId, reason: 'A grant came in' })
    await b.call('plan.removeLine', { id: gone })
    await b.call('plan.saveLine', { id: kept, planId, title: 'Kept, by another name', costs: [fee(9_999)] })
    await add('New', { costs: [fee(300)] })
    const actual = await b.call('plan.actual', { year: YEAR })
    expect(actual).toMatchObject({
      version: 1,
      plannedPence: before.plannedPence,
      spentPence: before.spentPence,
      outsidePence: 0,
    })
    expect(
      actual.lines.map(({ title, since, plannedPence, paidPence }) => [title, since, plannedPence, paidPence]),
    ).toEqual([
      ['Kept', null, 1_000, 0],
      ['Gone', 'taken-out', 20_000, 5_000],
      ['New', 'added', 0, 0],
    ])
    expect(actual.lines[1]).toMatchObject({ eventId, status: 'planned' })
    await b.call('changes.undo', {})
    expect((await plan()).lines.map(({ title }) => title)).toEqual(['Kept, by another name'])
  })

  it('follows a request whose place was passed on: who has it now, and what it costs', async () => {
    const { b, people, agreed, book, planId } = await withRequests()
    const id = await agreed(people[0] ?? '', 45_000)
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    const { eventId } = await book(id, day('2026-10-06'))
    const { people: places } = await b.call('attendance.grid', { eventId })
    await b.call('bookings.substitute', { bookingId: places[0]?.bookingId ?? '', personId: people[3] ?? '' })
    const actual = await b.call('plan.actual', { year: YEAR })
    expect(actual.lines).toMatchObject([
      { eventId, status: 'planned', booked: 1, plannedPence: 45_000, promisedPence: 45_000 },
    ])
    expect(actual.outsidePence).toBe(0)
  })

  it('charges the line with what was charged for a place that was given back, and with the next place', async () => {
    const { b, people, agreed, book, planId, decide } = await withRequests()
    const id = await agreed(people[0] ?? '', 45_000)
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    const { eventId } = await book(id, day('2026-10-06'))
    const { people: places } = await b.call('attendance.grid', { eventId })
    const given = { bookingId: places[0]?.bookingId ?? '', reason: 'Ill', percent: 40 }
    await b.call('requests.cancelPlace', given)
    const line = async () => (await b.call('plan.actual', { year: YEAR })).lines[0]
    expect(await line()).toMatchObject({ status: 'cancelled', booked: 0, promisedPence: 18_000 })
    await b.call('requests.bookAgain', { id })
    await decide(id)
    const next = await book(id, day('2026-11-10'))
    expect(await line()).toMatchObject({ eventId: next.eventId, status: 'planned', promisedPence: 63_000 })
  })

  it('counts what is of the line of another year as of no year but that', async () => {
    const { b, people, agreed, book, planId } = await withRequests()
    const id = await agreed(people[0] ?? '', 45_000)
    const { id: before } = await b.call('plan.begin', { year: YEAR - 1 })
    const july = { wantedOn: day('2026-07-06') }
    const other = await agreed(people[1] ?? '', 7_000, july)
    await b.call('plan.takeRequests', { planId: before, requestIds: [id, other] })
    const spent = async (year: number) => {
      const { lines, outsidePence } = await b.call('plan.actual', { year })
      return [...lines.map(({ promisedPence }) => promisedPence), outsidePence]
    }
    // A course of July that is ordered in September.
    await book(other, day('2026-07-06'), day('2026-09-10'))
    expect([await spent(YEAR - 1), await spent(YEAR)]).toEqual([[0, 7_000, 0], [0]])

    // Approved in one plan, then taken into the next: it is spent there alone.
    await b.call('plan.submit', { id: before })
    await b.call('plan.approve', { id: before, ...approval })
    await b.call('plan.reopen', { id: before, reason: 'It is a course of next year' })
    const plan = (await b.call('plan.get', { year: YEAR - 1 })).plan
    const lineId = plan?.lines.find(({ requestId }) => requestId === id)?.id ?? ''
    await b.call('plan.removeLine', { id: lineId })
    await b.call('plan.takeRequests', { planId, requestIds: [id] })
    await book(id, day('2026-10-06'), day('2026-09-10'))
    expect([await spent(YEAR - 1), await spent(YEAR)]).toEqual([
      [0, 7_000, 0],
      [45_000, 0],
    ])
  })

  it('offers a request by the day of the event that it was booked on', async () => {
    const { b, people, agreed, book } = await withRequests()
    const id = await agreed(people[0] ?? '', 45_000)
    const offered = async (year: number) => {
      await b.call('plan.begin', { year }).catch(() => undefined)
      return (await b.call('plan.toTake', { year })).requests.map((one) => one.id)
    }
    expect(await offered(YEAR)).toEqual([id])
    await book(id, day('2026-07-06'))
    expect(await offered(YEAR)).toEqual([])
    expect(await offered(YEAR - 1)).toEqual([id])
    const [place] = byHand<{ id: string }>(b, 'select booking_id as id from request where id = ?', id)
    await b.call('requests.cancelPlace', { bookingId: place?.id ?? '', reason: 'Ill', percent: 0 })
    expect(await offered(YEAR - 1)).toEqual([])
  })
})

async function withRequests() {
  const made = await planning()
  const { b, people, request } = made
  const { types } = await b.call('packs.typology', {})
  const about = { reason: null, decidedOn: today, decidedByPersonId: people[2] ?? '' }
  const decide = (id: string) => b.call('requests.decide', { ids: [id], kind: 'approve', ...about })
  const agreed = async (...asked: Parameters<typeof request>) => {
    const id = await request(...asked)
    await decide(id)
    return id
  }
  const book = (id: string, heldOn: ReturnType<typeof day>, orderedOn = today) =>
    b.call('requests.book', { id, typeCode: types[0]?.code ?? null, heldOn, durationMinutes: 60, orderedOn })
  return { ...made, agreed, book, decide }
}

import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { decision, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

describe('what somebody agreed to', () => {
  it('is asked again when another fund makes it dearer, and not booked until they agree', async () => {
    const { b, request, mary, lee, gift, hal } = await withRoute()
    const costs = [{ ...request.costs?.[0], kindCode: 'fee', netPence: pence(45_000), vatPence: pence(9_000) }]
    const { id } = await b.call('requests.save', { ...request, costs })
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee))
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'approved', costPence: 45_000 })
    // Of a gift no VAT comes back: 540 instead of 450, which the head is to see as well.
    expect(await b.call('requests.changeFund', { id, fundId: gift })).toEqual({ isAskedAgain: true })
    const again = await b.call('requests.get', { id })
    expect(again).toMatchObject({ state: 'waiting', decidedOn: null, costPence: 54_000 })
    expect(again.waitsFor).toMatchObject({ title: 'Line manager', person: { id: mary } })
    expect(again.steps.map(({ title, person }) => [title, person?.id]).at(-1)).toEqual(['Head', hal])
    expect(again.history.slice(-2).map(({ kind, words }) => [kind, words])).toEqual([
      ['fund-changed', 'To Friends of the school'],
      ['asked-again', 'Cost £450.00 → £540.00'],
    ])
    const book = { id, typeCode: await typeCodeOf(b), heldOn: day('2025-12-08'), durationMinutes: 60 }
    expect(await b.codeOf('requests.book', { ...book, orderedOn: day('2025-11-20') })).toBe('request.not-approved')
    await b.call('changes.undo', {})
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'approved', costPence: 45_000 })
  })

  it('stands when another fund makes it cheaper', async () => {
    const { b, request, mary, lee, fund } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], lee))
    expect(await b.call('requests.changeFund', { id, fundId: fund })).toEqual({ isAskedAgain: false })
    expect(await b.call('requests.get', { id })).toMatchObject({ state: 'approved', costPence: 44_784 })
  })

  it('was for whoever asked then: for somebody else it is decided anew, by those who decide about them', async () => {
    const { b, request, ann, mary, lee } = await withRoute()
    const { id } = await b.call('requests.save', request)
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.save', { ...request, id, personId: lee })
    const now = await b.call('requests.get', { id })
    expect(now).toMatchObject({ person: { id: lee }, waitsFor: { title: 'Line manager', person: null } })
    // Lee leads CPD, and nobody decides on a request of their own.
    expect(now.steps.map(({ title, person, state }) => [title, person, state])).toEqual([
      ['Line manager', null, 'pending'],
      ['Cover organiser', null, 'pending'],
      ['CPD leader', null, 'pending'],
    ])
    expect(now.history.at(-1)).toMatchObject({ kind: 'asked-again', words: 'Somebody else asks' })
    await b.call('requests.save', { ...request, id, personId: ann })
    const back = await b.call('requests.get', { id })
    expect(back.steps.map(({ person }) => person?.id)).toEqual([mary, undefined, lee])
  })
})

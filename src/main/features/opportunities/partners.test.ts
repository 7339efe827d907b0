import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool } from '../../../../tests/fixtures/school'
import { partsByPlaces } from '../../../shared/features/opportunities/partners'
import { day } from '../../../shared/kernel/dates'
import { pence, sumPence } from '../../../shared/kernel/money'

const course = { title: 'INSET', typeCode: 'COURSE', levelCode: 'individual', provisionCode: 'external' as const }

/** An event with three schools to share it, and what its lines of money say. */
async function sharing() {
  const b = binderWithSchool()
  const { id: opportunityId } = await b.call('opportunities.save', course)
  const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityId })
  const partner = async (name: string) => (await b.call('partners.save', { name })).id
  const partners = [await partner('Harbour'), await partner('St Brannock'), await partner('Moor')] as const
  const share = async (partnerId: string, places: number, more: object = {}) =>
    (await b.call('partners.share', { eventId, partnerId, places, direction: 'they-pay', ...more })).id
  const divide = async (total: number, ourPlaces: number) =>
    b.call('partners.divide', { eventId, totalPence: pence(total), ourPlaces, expectedOn: day('2025-12-01') })
  const line = async (name: string) => {
    const { shares } = await b.call('partners.ofEvent', { eventId })
    const id = shares.find(({ partnerName }) => partnerName === name)?.costLineId ?? ''
    return b.call('costs.get', { id })
  }
  return { b, eventId, partners, share, divide, line }
}

describe('partner schools', () => {
  it('share the cost of an event to the penny, as lines of expected income', async () => {
    const b = binderWithSchool()
    const { id: opportunityId } = await b.call('opportunities.save', course)
    const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityId })
    const harbour = await b.call('partners.save', { name: 'Harbour Lane' })
    const brannock = await b.call('partners.save', { name: 'St Brannock’s' })
    expect(await b.codeOf('partners.save', { name: 'harbour lane' })).toBe('partner.name-taken')
    const divide = { eventId, totalPence: pence(100_00), ourPlaces: 1, expectedOn: day('2025-12-01') }
    expect(await b.codeOf('partners.divide', divide)).toBe('partner.no-share')
    const share = await b.call('partners.share', {
      eventId,
      partnerId: harbour.id,
      places: 1,
      direction: 'they-pay',
    })
    await b.call('partners.share', { eventId, partnerId: brannock.id, places: 1, direction: 'they-pay' })
    const twice = { eventId, partnerId: harbour.id, places: 3, direction: 'they-pay' }
    expect(await b.codeOf('partners.share', twice)).toBe('partner.shares-already')
    expect(await b.call('partners.divide', divide)).toEqual({ oursPence: 3334, lines: 2 })
    const shares = await b.call('partners.ofEvent', { eventId })
    expect(shares.shares.map(({ partnerName, netPence }) => [partnerName, netPence])).toEqual([
      ['Harbour Lane', 3333],
      ['St Brannock’s', 3333],
    ])
    expect(shares.costPence).toBe(0)
    // Reckoned anew with other places; a line is not doubled.
    await b.call('partners.divide', { ...divide, ourPlaces: 2 })
    expect((await b.call('costs.list', {})).costs.map(({ kindCode }) => kindCode)).toEqual(['income', 'income'])
    const lineId = (await b.call('partners.ofEvent', { eventId })).shares[0]?.costLineId ?? ''
    await b.call('costs.markPaid', { costLineId: lineId, movedOn: day('2025-11-19') })
    expect(await b.codeOf('partners.divide', divide)).toBe('partner.line-moved')
    expect(await b.codeOf('partners.unshare', { id: share.id })).toBe('partner.line-moved')
    expect((await b.call('partners.list', {})).partners.map(({ events }) => events)).toEqual([1, 1])
    await b.call('partners.archive', { id: brannock.id, isArchived: true })
    expect((await b.call('partners.list', {})).partners).toHaveLength(1)
  })

  it('a change of places, of who pays or of the schools divides the cost anew, until something is paid', async () => {
    const b = binderWithSchool()
    const { id: opportunityId } = await b.call('opportunities.save', course)
    const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityId })
    const partner = async (name: string) => (await b.call('partners.save', { name })).id
    const [harbour, brannock, moor] = [
      await partner('Harbour'),
      await partner('St Brannock'),
      await partner('Moor'),
    ]
    const share = async (partnerId: string, places: number, more: object = {}) =>
      (await b.call('partners.share', { eventId, partnerId, places, direction: 'they-pay', ...more })).id
    const amounts = async () =>
      (await b.call('partners.ofEvent', { eventId })).shares.map((one) => [one.partnerName, one.netPence])
    const first = await share(harbour, 1)
    await b.call('partners.divide', {
      eventId,
      totalPence: pence(120_00),
      ourPlaces: 1,
      expectedOn: day('2025-12-01'),
    })
    expect(await amounts()).toEqual([['Harbour', 6000]])
    await share(harbour, 2, { id: first })
    expect(await amounts()).toEqual([['Harbour', 8000]])
    const second = await share(brannock, 1)
    expect(await amounts()).toEqual([
      ['Harbour', 6000],
      ['St Brannock', 3000],
    ])
    await share(brannock, 1, { id: second, direction: 'we-pay' })
    expect(await amounts()).toEqual([
      ['Harbour', 6000],
      ['St Brannock', 3000],
    ])
    const kinds = (await b.call('costs.list', {})).costs.map(({ kindCode }) => kindCode)
    expect(kinds.sort()).toEqual(['fee', 'income'])
    await b.call('partners.unshare', { id: second })
    expect(await amounts()).toEqual([['Harbour', 8000]])
    const line = (await b.call('partners.ofEvent', { eventId })).shares[0]?.costLineId ?? ''
    await b.call('costs.markPaid', { costLineId: line, movedOn: day('2025-11-19') })
    const changed = { id: first, eventId, partnerId: harbour, direction: 'they-pay' }
    expect(await b.codeOf('partners.share', { ...changed, places: 3 })).toBe('partner.line-moved')
    expect(await b.codeOf('partners.share', { ...changed, places: 2, note: 'Paid by cheque' })).toBe('ok')
    await share(moor, 1)
    expect(await amounts()).toEqual([
      ['Harbour', 8000],
      ['Moor', null],
    ])
  })

  it('what a bursar wrote on a line stays when a share changes, joins or goes; only the amount is reckoned anew', async () => {
    const { b, eventId, partners, share, divide, line } = await sharing()
    const [harbour, brannock, moor] = partners
    const { id: fundId } = await b.call('funds.save', { name: 'Grant', kind: 'grant', isExternal: true })
    const first = await share(harbour, 1)
    await divide(120_00, 1)
    const kept = await line('Harbour')
    const written = {
      vatPence: pence(12_00),
      isVatRecoverable: false,
      localCode: 'CPD-7',
      note: 'Invoice in May',
      funds: [{ fundId, weight: 1 }],
    }
    await b.call('costs.save', { ...kept, ...written })
    await share(harbour, 2, { id: first })
    expect(await line('Harbour')).toMatchObject({
      ...written,
      id: kept.id,
      netPence: 80_00,
      vatPence: 16_00,
      estimatedPence: 96_00,
    })
    const second = await share(brannock, 1)
    expect(await line('Harbour')).toMatchObject({ ...written, id: kept.id, netPence: 60_00, vatPence: 12_00 })
    await b.call('partners.unshare', { id: second })
    expect(await line('Harbour')).toMatchObject({ ...written, id: kept.id, netPence: 80_00, vatPence: 16_00 })
    // Now they run it: our part is a cost, which goes to whoever has the most places, with its fund.
    await share(harbour, 2, { id: first, direction: 'we-pay' })
    const ours = { id: kept.id, kindCode: 'fee', netPence: 40_00, funds: written.funds, supplier: 'Harbour' }
    expect(await line('Harbour')).toMatchObject(ours)
    const third = await share(moor, 3, { direction: 'we-pay' })
    expect(await line('Moor')).toMatchObject({ ...ours, netPence: 20_00, supplier: 'Moor' })
    await share(brannock, 3, { id: third, direction: 'we-pay' })
    expect(await line('St Brannock')).toMatchObject({ ...ours, netPence: 20_00, supplier: 'St Brannock' })
    expect((await b.call('costs.list', {})).costs).toHaveLength(1)
    expect((await b.call('partners.ofEvent', { eventId })).shares.map(({ netPence }) => netPence)).toEqual([
      null,
      20_00,
    ])
  })

  it('an amount that was corrected by hand is not reckoned anew, unless it is asked for', async () => {
    const { b, eventId, partners, share, divide, line } = await sharing()
    const [harbour, brannock, moor] = partners
    const first = await share(harbour, 1)
    const second = await share(brannock, 1)
    await divide(120_00, 1)
    await b.call('costs.save', { ...(await line('Harbour')), netPence: pence(35_00) })
    const more = { id: second, eventId, partnerId: brannock, places: 2, direction: 'they-pay' }
    expect(await b.dispatch('partners.share', more)).toMatchObject({
      code: 'partner.line-corrected',
      facts: { name: 'Harbour' },
    })
    const joined = { eventId, partnerId: moor, places: 1, direction: 'they-pay' } as const
    const { id: third, undividedFor } = await b.call('partners.share', joined)
    expect(undividedFor).toBe('Harbour')
    expect(await b.call('partners.unshare', { id: third })).toEqual({ id: third, undividedFor: 'Harbour' })
    expect((await line('Harbour')).netPence).toBe(35_00)
    expect((await line('St Brannock')).netPence).toBe(40_00)
    await divide(120_00, 1)
    await share(harbour, 2, { id: first })
    expect((await line('Harbour')).netPence).toBe(60_00)
  })

  it('a line of money of a share is not taken away under Money, but with its share', async () => {
    const b = binderWithSchool()
    const { id: opportunityId } = await b.call('opportunities.save', course)
    const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityId })
    const { id: partnerId } = await b.call('partners.save', { name: 'Harbour Lane' })
    const share = await b.call('partners.share', { eventId, partnerId, places: 1, direction: 'they-pay' })
    await b.call('partners.divide', {
      eventId,
      totalPence: pence(100_00),
      ourPlaces: 1,
      expectedOn: day('2025-12-01'),
    })
    const [line] = (await b.call('partners.ofEvent', { eventId })).shares
    const asked = { id: line?.costLineId ?? '' }
    expect(await b.codeOf('costs.remove', asked)).toBe('cost.of-share')
    expect((await b.call('partners.ofEvent', { eventId })).shares).toEqual([line])
    await b.call('partners.unshare', { id: share.id })
    expect((await b.call('costs.list', {})).costs).toEqual([])
    expect(await b.codeOf('costs.remove', asked)).toBe('record.missing')
  })

  it('where another school runs it, our part is a cost of ours', async () => {
    const b = binderWithSchool()
    const { id: opportunityId } = await b.call('opportunities.save', course)
    const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityId })
    const { id: partnerId } = await b.call('partners.save', { name: 'Harbour Lane' })
    const share = await b.call('partners.share', { eventId, partnerId, places: 2, direction: 'we-pay' })
    const asked = { eventId, totalPence: pence(200_00), ourPlaces: 1, expectedOn: day('2025-12-01') }
    expect(await b.call('partners.divide', asked)).toEqual({ oursPence: 6667, lines: 1 })
    expect((await b.call('costs.list', {})).costs).toMatchObject([{ kindCode: 'fee', supplier: 'Harbour Lane' }])
    await b.call('partners.unshare', { id: share.id })
    expect((await b.call('costs.list', {})).costs).toEqual([])
  })

  it('parts add up whatever the places', () => {
    for (const total of [1, 99, 10_001]) {
      const { ours, theirs } = partsByPlaces(pence(total), 3, [{ places: 7 }, { places: 1 }])
      expect(sumPence([ours, ...theirs])).toBe(total)
    }
  })
})

describe('the quality of a provider', () => {
  it('is gone through with the checklist, each time with its day, beside what its work was worth', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const { providers } = await b.call('providers.list', {})
    const providerId = providers.find(({ name }) => name.startsWith('Ridgeway'))?.id ?? ''
    const before = await b.call('providerChecks.of', { providerId })
    expect(before.items).toHaveLength(14)
    expect(before.value.events).toBeGreaterThan(0)
    expect(before.value.judged).toBe(before.value.strong + before.value.some + before.value.none)
    const answers = [{ item: 'charges', answer: 'partly' as const, note: 'VAT not said' }]
    const { id } = await b.call('providerChecks.save', { providerId, checkedOn: day('2025-11-19'), answers })
    expect((await b.call('providerChecks.of', { providerId })).checks).toMatchObject([{ id, answers }])
    await b.call('providerChecks.save', {
      id,
      providerId,
      checkedOn: day('2025-11-20'),
      answers: [{ item: 'terms', answer: 'yes' }],
    })
    expect((await b.call('providerChecks.of', { providerId })).checks[0]?.answers).toEqual([
      { item: 'terms', answer: 'yes', note: null },
    ])
    await b.call('providerChecks.remove', { id })
    expect((await b.call('providerChecks.of', { providerId })).checks).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { zCostFilter } from '../../../shared/features/costs/model'
import type { InputFor } from '../../../shared/contract'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { costsHandlers } from './handlers'
import { binderWithSchool } from '../../../../tests/fixtures/school'

/** Costs over two financial years, two funds, with and without an event. */
async function schoolWithCosts() {
  const binder = binderWithSchool()
  const { eventId } = eventWithPeople(binder, { Ada: 60 })
  const save = (values: Parameters<typeof costInput>[0]) =>
    binder.call('costs.save', costInput(values)).then((saved) => saved.id)
  const fund = (name: string) =>
    binder.call('funds.save', { name, kind: 'school', isExternal: false }).then((saved) => saved.id)
  const [main, extra] = [await fund('Main'), await fund('Extra')]
  const split = [
    { fundId: main, weight: 2 },
    { fundId: extra, weight: 1 },
  ]
  const shared = await save({
    eventId,
    funds: split,
    supplier: 'Northvale Training',
    start: { kind: 'paid', movedOn: day('2025-10-07') },
  })
  const across = await save({ description: 'Programme', start: { kind: 'committed', movedOn: day('2025-03-20') } })
  const half = { movedOn: day('2025-03-28'), netPence: pence(5_000), vatPence: pence(1_000), isFinal: false }
  await binder.call('costs.markPaid', { costLineId: across, ...half })
  await binder.call('costs.markInvoiced', { costLineId: across, movedOn: day('2025-04-10') })
  const expected = await save({ description: 'Next conference', financeCode: null, expectedOn: day('2026-02-01') })
  const income = await save({ kindCode: 'income', description: 'Sold a course', financeCode: 'I08b' })
  await binder.call('costs.markPaid', { costLineId: income, movedOn: day('2025-11-01') })
  const list = (filter: InputFor<'costs.list'>) => binder.call('costs.list', filter)
  const ids = async (filter: InputFor<'costs.list'>) => (await list(filter)).costs.map((cost) => cost.id)
  return { binder, eventId, main, extra, shared, across, expected, income, list, ids }
}

const financial = (startYear: number) => ({ kind: 'financial' as const, startYear })

describe('listing costs', () => {
  it('gives the amounts of the year asked for, with totals of what is shown', async () => {
    const { list, across } = await schoolWithCosts()
    const before = await list({ year: financial(2024) })
    expect(before.period).toEqual({ label: '2024/25', startsOn: '2024-04-01', endsOn: '2025-03-31' })
    expect(before.costs.map((cost) => [cost.id, cost.paidPence, cost.promisedPence])).toEqual([[across, 5_000, 0]])
    const now = await list({ year: financial(2025) })
    expect(now.totals).toEqual({
      paidPence: 20_000,
      promisedPence: 15_000,
      expectedPence: 20_000,
      incomePence: 20_000,
    })
    expect(now.costs.reduce((sum, cost) => sum + cost.paidPence, 0)).toBe(now.totals.paidPence)
    const all = await list({})
    expect([all.totals.paidPence, all.totals.promisedPence, all.more, all.period]).toEqual([
      25_000,
      15_000,
      0,
      null,
    ])
  })

  it('gives a list that is cut the totals of everything that fits', async () => {
    const { binder, list, main, extra } = await schoolWithCosts()
    const codes = await binder.call('packs.financeCodes', {})
    const cut = costsHandlers(binder.desk, () => codes, 1)['costs.list']
    for (const asked of [
      {},
      { year: financial(2025) },
      { fundId: main },
      { fundId: extra },
      { text: 'conference' },
    ]) {
      const [whole, one] = [await list(asked), await cut(zCostFilter.parse(asked))]
      expect(one.totals).toEqual(whole.totals)
      expect([one.costs, one.more]).toEqual([whole.costs.slice(0, 1), whole.costs.length - 1])
    }
  })

  it('shows a fund’s own part, to the penny', async () => {
    const { list, main, extra, shared } = await schoolWithCosts()
    const parts = [await list({ fundId: main }), await list({ fundId: extra, year: financial(2025) })]
    expect(parts.map((part) => part.costs.map((cost) => [cost.id, cost.paidPence]))).toEqual([
      [[shared, 13_333]],
      [[shared, 6_667]],
    ])
    expect((await list({ fundId: 'none' })).totals).toMatchObject({ paidPence: 5_000, promisedPence: 15_000 })
  })

  it('shows a fund’s own part of what is expected and of what is received', async () => {
    const binder = binderWithSchool()
    const add = async (name: string) =>
      (await binder.call('funds.save', { name, kind: 'school', isExternal: false })).id
    const [main, extra] = [await add('Main'), await add('Extra')]
    const funds = [
      { fundId: main, weight: 2 },
      { fundId: extra, weight: 1 },
    ]
    await binder.call('costs.save', costInput({ funds }))
    const income = { kindCode: 'income', start: { kind: 'paid', movedOn: day('2025-10-10') } } as const
    await binder.call('costs.save', costInput({ funds, ...income }))
    const totals = async (fundId?: string) => {
      const list = await binder.call('costs.list', fundId === undefined ? {} : { fundId })
      return [list.totals.expectedPence, list.totals.incomePence]
    }
    expect([await totals(main), await totals(extra), await totals()]).toEqual([
      [13_333, 13_333],
      [6_667, 6_667],
      [20_000, 20_000],
    ])
  })

  it('narrows by event, scope, state, code, kind, month, text and what there is', async () => {
    const { ids, eventId, shared, across, expected, income } = await schoolWithCosts()
    expect(await ids({ eventId })).toEqual([shared])
    expect(await ids({ scope: 'events' })).toEqual([shared])
    expect((await ids({ scope: 'school' })).sort()).toEqual([across, expected, income].sort())
    expect(await ids({ state: 'part-paid' })).toEqual([across])
    expect(await ids({ code: '' })).toEqual([expected])
    expect((await ids({ code: 'E09' })).sort()).toEqual([shared, across].sort())
    expect(await ids({ kindCode: 'income' })).toEqual([income])
    expect(await ids({ month: '2025-10' })).toEqual([shared])
    expect(await ids({ text: 'northvale' })).toEqual([shared])
    expect(await ids({ text: 'MAKATON' })).toEqual([shared])
    expect(await ids({ having: 'promised', year: financial(2025) })).toEqual([across])
    expect(await ids({ having: 'paid', year: financial(2024) })).toEqual([across])
  })

  it('lists newest first and never counts income as spending', async () => {
    const { list, income } = await schoolWithCosts()
    const { costs } = await list({})
    expect(costs.map((cost) => cost.lastMovedOn ?? cost.expectedOn)).toEqual([
      '2026-02-01',
      '2025-11-01',
      '2025-10-07',
      '2025-04-10',
    ])
    expect(costs.find((cost) => cost.id === income)).toMatchObject({ paidPence: 0, incomePence: 20_000 })
  })
})

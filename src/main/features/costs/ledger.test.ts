import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { LedgerRow } from '../../../shared/features/costs/ledger-model'
import { costInput } from '../../../../tests/fixtures/money'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { ledgerHandlers } from './ledger-handlers'
import { applyImportedLedger, identifyLedgerRows } from './ledger-import'

const row = (values: Partial<LedgerRow> = {}): LedgerRow => ({
  documentNumber: '5100001',
  postedOn: day('2025-11-05'),
  netPence: pence(20_000),
  vatPence: pence(4_000),
  grossPence: pence(24_000),
  supplier: 'NORTHVALE TRAINING LTD',
  description: 'Training of Staff',
  costCentre: null,
  accountCode: null,
  sourceName: 'november.csv',
  sourceRow: 2,
  ...values,
})

/** A ledger with these lines; gives their keys in the same order. */
async function withLedger(rows: LedgerRow[]): Promise<{ binder: TestBinder; ids: string[] }> {
  const binder = binderWithSchool()
  binder.desk.write('ledger.import', (db) => applyImportedLedger(db, identifyLedgerRows(rows)))
  const { lines } = await binder.call('ledger.list', {})
  return { binder, ids: rows.map((asked) => lines.find((line) => line.sourceRow === asked.sourceRow)?.id ?? '') }
}

const waitingIn = async (binder: TestBinder, startYear: number) =>
  (await binder.call('money.totals', { year: { kind: 'financial', startYear } })).ledgerWaiting

const yearCash = async (binder: TestBinder) =>
  (await binder.call('money.totals', { year: { kind: 'financial', startYear: 2025 } })).cash.paidPence

describe('the ledger', () => {
  it('counts in no total until a line is linked or accepted', async () => {
    const { binder, ids } = await withLedger([row(), row({ sourceRow: 3, netPence: pence(100) })])
    expect(await yearCash(binder)).toBe(0)
    const list = await binder.call('ledger.list', { status: 'unmatched' })
    expect(list.counts).toEqual({ unmatched: 2, linked: 0, accepted: 0, 'set-aside': 0 })
    expect(list.totals).toEqual({ netPence: 20_100, vatPence: 8_000, grossPence: 48_000 })
    expect((await binder.call('ledger.list', { text: 'northvale' })).lines.length).toBe(2)
    expect((await binder.call('ledger.list', { text: 'elsewhere' })).lines).toEqual([])
    expect(await waitingIn(binder, 2025)).toEqual({ count: 2, netPence: 20_100, elsewhere: 0 })
    expect(await waitingIn(binder, 2024)).toEqual({ count: 0, netPence: 0, elsewhere: 2 })
    await binder.call('ledger.accept', { ids: [ids[0] ?? ''], kindCode: 'fee' })
    expect(await yearCash(binder)).toBe(20_000)
    expect(await waitingIn(binder, 2025)).toEqual({ count: 1, netPence: 100, elsewhere: 0 })
  })

  it('offers the years of lines that wait, so that a ledger of years ago can be looked at', async () => {
    const { binder } = await withLedger([row({ postedOn: day('2022-03-28') })])
    expect((await binder.call('money.years', {})).financial).toEqual([2025, 2024, 2023, 2022, 2021])
    expect(await waitingIn(binder, 2021)).toMatchObject({ count: 1, elsewhere: 0 })
  })

  it('lists and counts behind the sentence of a year the lines of that year alone', async () => {
    const ofYears = [row({ postedOn: day('2022-03-31') }), row({ sourceRow: 3, netPence: pence(100) })]
    const { binder } = await withLedger(ofYears)
    const { ledgerWaiting, period } = await binder.call('money.totals', {
      year: { kind: 'financial', startYear: 2025 },
    })
    const list = await binder.call('ledger.list', {
      status: 'unmatched',
      from: period.startsOn,
      to: period.endsOn,
    })
    expect([list.lines.length, list.totals.netPence]).toEqual([ledgerWaiting.count, ledgerWaiting.netPence])
    expect(list.counts.unmatched).toBe(1)
    expect((await binder.call('ledger.list', { to: day('2022-03-31') })).lines.length).toBe(1)
    expect((await binder.call('ledger.list', {})).counts.unmatched).toBe(2)
  })

  it('gives a list that is cut the totals of every line that fits', async () => {
    const { binder } = await withLedger([row(), row({ sourceRow: 3, netPence: pence(100) }), row({ sourceRow: 4 })])
    const codes = await binder.call('packs.financeCodes', {})
    const list = await ledgerHandlers(binder.desk, () => codes, 2)['ledger.list']({ text: 'northvale' })
    expect([list.lines.length, list.more]).toEqual([2, 1])
    expect(list.totals).toEqual({ netPence: 40_100, vatPence: 12_000, grossPence: 72_000 })
  })

  it('takes income, which a ledger shows as negative, as received, and money given back as less of it', async () => {
    const income = { netPence: pence(-10_000), vatPence: pence(0), grossPence: pence(-10_000) }
    const { binder, ids } = await withLedger([
      row(income),
      row({ netPence: pence(2_500), vatPence: pence(0), grossPence: pence(2_500), sourceRow: 3 }),
    ])
    const [received = '', returned = ''] = ids
    const accepted = await binder.call('ledger.accept', { ids: [received], kindCode: 'income' })
    const costLineId = accepted.costLineIds[0] ?? ''
    expect((await binder.call('costs.list', {})).totals.incomePence).toBe(10_000)
    await binder.call('ledger.link', { id: returned, costLineId })
    expect((await binder.call('costs.list', {})).totals).toMatchObject({ incomePence: 7_500, paidPence: 0 })
    expect(await yearCash(binder)).toBe(0)
  })

  it('suggests the cost it is about, and says why', async () => {
    const { binder, ids } = await withLedger([row()])
    const right = await binder.call(
      'costs.save',
      costInput({ supplier: 'Northvale Training', start: { kind: 'invoiced', movedOn: day('2025-10-20') } }),
    )
    await binder.call('costs.save', costInput({ netPence: pence(777), supplier: 'Somebody' }))
    const { suggestions } = await binder.call('ledger.get', { id: ids[0] ?? '' })
    expect(suggestions.map((s) => [s.costLineId, s.isPaymentThere])).toEqual([[right.id, false]])
    expect(suggestions[0]?.reasons).toEqual(['same net and VAT', 'supplier alike', '29 days apart'])
  })

  it('records the payment when a line is linked, and takes it back when it is let go', async () => {
    const { binder, ids } = await withLedger([row()])
    const id = ids[0] ?? ''
    const cost = await binder.call(
      'costs.save',
      costInput({ start: { kind: 'invoiced', movedOn: day('2025-10-20') } }),
    )
    const before = await binder.call('costs.get', { id: cost.id })
    expect(await binder.call('ledger.link', { id, costLineId: cost.id })).toEqual({
      isPaymentAdded: true,
      vatWarning: null,
    })
    expect(await binder.call('costs.get', { id: cost.id })).toMatchObject({
      state: 'paid',
      ledgerLines: [{ id, documentNumber: '5100001', grossPence: 24_000 }],
      movements: [
        { kind: 'invoiced' },
        { kind: 'paid', movedOn: '2025-11-05', reference: '5100001', isFromLedger: true },
      ],
    })
    expect(await binder.codeOf('ledger.link', { id, costLineId: cost.id })).toBe('ledger.settled')
    expect(await binder.codeOf('ledger.setAside', { ids: [id] })).toBe('ledger.settled')
    await binder.call('ledger.unlink', { ids: [id] })
    expect(await binder.call('costs.get', { id: cost.id })).toEqual(before)
  })

  it('says that a cost holds as net what the line holds with VAT, and splits it', async () => {
    const { binder, ids } = await withLedger([
      row({ netPence: pence(18_000), vatPence: pence(3_600), grossPence: pence(21_600) }),
    ])
    const id = ids[0] ?? ''
    const amounts = { netPence: pence(21_600), vatPence: pence(0) }
    const start = { kind: 'committed', movedOn: day('2025-10-20'), reference: 'PO 7' } as const
    const cost = await binder.call('costs.save', costInput({ ...amounts, supplier: 'Northvale', start }))
    const { suggestions } = await binder.call('ledger.get', { id })
    expect(suggestions).toMatchObject([{ costLineId: cost.id, vatClash: 'cost-holds-gross' }])
    const vatWarning = {
      clash: 'cost-holds-gross',
      grossPence: 21_600,
      netPence: 18_000,
      vatPence: 3_600,
      promisedPence: 3_600,
    }
    expect(await binder.call('ledger.link', { id, costLineId: cost.id })).toEqual({
      isPaymentAdded: true,
      vatWarning,
    })
    expect(await binder.call('ledger.get', { id })).toMatchObject({ vatWarning })
    await binder.call('ledger.splitVat', { id })
    expect((await binder.call('ledger.get', { id })).vatWarning).toBeNull()
    expect(await binder.call('costs.get', { id: cost.id })).toMatchObject({
      netPence: 18_000,
      vatPence: 3_600,
      paidPence: 18_000,
      promisedPence: 0,
      state: 'paid',
      movements: [{ kind: 'committed', netPence: 18_000, vatPence: 3_600, reference: 'PO 7' }, { kind: 'paid' }],
    })
    expect(await binder.codeOf('ledger.splitVat', { id })).toBe('record.missing')
    await binder.call('changes.undo', {})
    expect((await binder.call('costs.get', { id: cost.id })).promisedPence).toBe(3_600)
  })

  it('says that a line holds as net what its cost holds with VAT, and splits the payment', async () => {
    const gross = { netPence: pence(24_000), vatPence: pence(0), grossPence: pence(24_000) }
    const { binder, ids } = await withLedger([row(gross), row({ ...gross, sourceRow: 3, documentNumber: 'B' })])
    const [id = '', other = ''] = ids
    const start = { kind: 'invoiced', movedOn: day('2025-10-20') } as const
    const cost = await binder.call('costs.save', costInput({ start }))
    const { vatWarning } = await binder.call('ledger.link', { id, costLineId: cost.id })
    expect(vatWarning).toMatchObject({ clash: 'line-holds-gross', netPence: 20_000, vatPence: 4_000 })
    expect((await binder.call('costs.get', { id: cost.id })).paidPence).toBe(24_000)
    await binder.call('ledger.splitVat', { id })
    expect(await binder.call('costs.get', { id: cost.id })).toMatchObject({ paidPence: 20_000, promisedPence: 0 })
    await binder.call('ledger.unlink', { ids: [id] })
    expect((await binder.call('costs.get', { id: cost.id })).movements.map((m) => m.kind)).toEqual(['invoiced'])
    // Where the VAT does not come back, the school has spent all of it either way.
    const lost = await binder.call('costs.save', costInput({ isVatRecoverable: false, start }))
    expect((await binder.call('ledger.link', { id: other, costLineId: lost.id })).vatWarning).toBeNull()
  })

  it('proposes the kind of a new cost from the code and the words of the line', async () => {
    const { binder, ids } = await withLedger([
      row({ accountCode: 'E26 AGENCY SUPPLY', description: null }),
      row({ sourceRow: 3, accountCode: 'E08', description: 'Hotel, one night' }),
      row({ sourceRow: 4, accountCode: '4410', description: 'Rail fares' }),
      row({ sourceRow: 5, accountCode: 'BAE230', description: null }),
      row({ sourceRow: 6, description: 'Agency supply w/c 3 Nov' }),
      row({ sourceRow: 7, description: 'Invoice', supplier: 'Smith' }),
    ])
    const kinds = await Promise.all(ids.map(async (id) => (await binder.call('ledger.get', { id })).proposedKind))
    const expected = ['cover-agency', 'subsistence', 'travel', 'consultancy', 'cover-agency', 'fee']
    expect(kinds).toEqual(expected)
    const { costLineIds } = await binder.call('ledger.accept', { ids })
    const costs = await Promise.all(costLineIds.map((id) => binder.call('costs.get', { id })))
    expect(costs.map((cost) => cost.kindCode)).toEqual(expected)
    expect(costs.map((cost) => cost.financeCode)).toEqual(['E26', 'E08', 'E08', 'E27', 'E26', 'E09'])
  })

  it('takes a payment written down by hand for the same one, but two equal lines for two payments', async () => {
    const { binder, ids } = await withLedger([row(), row({ sourceRow: 3 })])
    const cost = await binder.call('costs.save', costInput({ start: { kind: 'paid', movedOn: day('2025-11-01') } }))
    const link = (id: string | undefined) => binder.call('ledger.link', { id: id ?? '', costLineId: cost.id })
    expect(await link(ids[0])).toMatchObject({ isPaymentAdded: false })
    expect(await link(ids[1])).toMatchObject({ isPaymentAdded: true })
    expect((await binder.call('costs.get', { id: cost.id })).paidPence).toBe(40_000)
    await binder.call('ledger.unlink', { ids: ids })
    expect((await binder.call('costs.get', { id: cost.id })).paidPence).toBe(20_000)
  })

  it('takes one payment for one line only, however differently their documents are numbered', async () => {
    const { binder, ids } = await withLedger([row(), row({ sourceRow: 3, documentNumber: '5100002' })])
    const start = { kind: 'paid', movedOn: day('2025-11-01') } as const
    // Written down by hand without a number: it may be either of the two instalments, and not both.
    const cost = await binder.call('costs.save', costInput({ start }))
    const costLineId = cost.id
    const link = (id: string | undefined) => binder.call('ledger.link', { id: id ?? '', costLineId })
    expect(await link(ids[0])).toMatchObject({ isPaymentAdded: false })
    expect(await link(ids[1])).toMatchObject({ isPaymentAdded: true })
    expect(await yearCash(binder)).toBe(40_000)
    await binder.call('ledger.unlink', { ids: ids.slice(1) })
    expect(await yearCash(binder)).toBe(20_000)
    // With its own number on it, a payment is that line's, and the one without a number stays for the other.
    const payment = { ...start, netPence: 20_000, vatPence: 4_000, reference: '5100002' }
    await binder.call('costs.saveMovement', { costLineId, ...payment })
    expect(await link(ids[1])).toMatchObject({ isPaymentAdded: false })
    expect(await yearCash(binder)).toBe(40_000)
  })

  it('makes costs of many lines at once, a refund among them, and undoes them as one', async () => {
    const refund = row({ sourceRow: 3, netPence: pence(-5_000), vatPence: pence(0), grossPence: pence(-5_000) })
    const { binder, ids } = await withLedger([row(), refund])
    const { costLineIds } = await binder.call('ledger.accept', { ids, kindCode: 'trainer' })
    const costs = await Promise.all(costLineIds.map((id) => binder.call('costs.get', { id })))
    expect(costs.map((cost) => [cost.description, cost.financeCode, cost.state, cost.paidPence])).toEqual([
      ['NORTHVALE TRAINING LTD: Training of Staff', 'E09', 'paid', 20_000],
      ['NORTHVALE TRAINING LTD: Training of Staff', 'E09', 'credited', -5_000],
    ])
    expect(await yearCash(binder)).toBe(15_000)
    await binder.call('changes.undo', {})
    expect((await binder.call('ledger.list', {})).counts.unmatched).toBe(2)
    expect(await yearCash(binder)).toBe(0)
  })

  it('takes an accepted cost away with its line, unless somebody added to it', async () => {
    const { binder, ids } = await withLedger([row(), row({ sourceRow: 3, documentNumber: 'B' })])
    const { costLineIds } = await binder.call('ledger.accept', { ids, kindCode: 'fee' })
    const [gone, stays] = [costLineIds[0] ?? '', costLineIds[1] ?? '']
    await binder.call('costs.credit', {
      costLineId: stays,
      movedOn: day('2025-11-10'),
      netPence: pence(1),
      vatPence: pence(0),
    })
    await binder.call('ledger.unlink', { ids })
    expect(await binder.codeOf('costs.get', { id: gone })).toBe('record.missing')
    expect((await binder.call('costs.get', { id: stays })).movements.map((m) => m.kind)).toEqual(['credited'])
  })

  it('lets its lines wait again when their cost or payment is taken away by hand', async () => {
    const { binder, ids } = await withLedger([row(), row({ sourceRow: 3, documentNumber: 'B' })])
    const { costLineIds } = await binder.call('ledger.accept', { ids, kindCode: 'fee' })
    await binder.call('costs.remove', { id: costLineIds[0] ?? '' })
    expect((await binder.call('ledger.list', {})).counts).toMatchObject({ unmatched: 1, accepted: 1 })
    const kept = await binder.call('costs.get', { id: costLineIds[1] ?? '' })
    await binder.call('costs.removeMovement', { id: kept.movements[0]?.id ?? '' })
    expect((await binder.call('costs.get', { id: kept.id })).paidPence).toBe(0)
    await binder.call('ledger.unlink', { ids: [ids[1] ?? ''] })
    expect((await binder.call('ledger.list', {})).counts.unmatched).toBe(2)
  })

  it('sets lines aside and takes them up again', async () => {
    const { binder, ids } = await withLedger([row()])
    await binder.call('ledger.setAside', { ids })
    expect((await binder.call('ledger.list', { status: 'set-aside' })).lines.length).toBe(1)
    expect((await binder.call('ledger.get', { id: ids[0] ?? '' })).suggestions).toEqual([])
    await binder.call('ledger.unlink', { ids })
    expect((await binder.call('ledger.list', {})).counts.unmatched).toBe(1)
  })
})

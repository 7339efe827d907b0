import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { ReportTable } from '../../../shared/kernel/report-table'
import type { YearAsked } from '../../../shared/kernel/years'
import type { InputFor } from '../../../shared/contract'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

const year: YearAsked = { kind: 'financial', startYear: 2025 }
const school = { kind: 'school', isExternal: false }

const fund = (binder: TestBinder, name: string, values: Partial<InputFor<'funds.save'>> = {}) =>
  binder.call('funds.save', { name, ...school, ...values }).then((saved) => saved.id)

describe('funds', () => {
  it('keeps a fund, its amounts and its top-ups, and puts it away', async () => {
    const binder = binderWithSchool()
    const id = await fund(binder, 'School budget', { reference: 'CC 100', allowedUse: 'Training and cover' })
    const span = { fundId: id, fromOn: day('2025-04-01'), toOn: day('2026-03-31') }
    const amount = await binder.call('funds.saveAmount', { ...span, amountPence: pence(700_000) })
    await binder.call('funds.saveAmount', { ...span, id: amount.id, amountPence: pence(800_000) })
    const topUp = await binder.call('funds.saveAmount', { ...span, amountPence: pence(5_000), note: 'Top-up' })
    const read = async () => (await binder.call('funds.list', {})).funds[0]
    expect(await read()).toMatchObject({
      name: 'School budget',
      reference: 'CC 100',
      costCount: 0,
      amounts: [{ amountPence: 800_000 }, { amountPence: 5_000, note: 'Top-up' }],
    })
    await binder.call('funds.removeAmount', { id: topUp.id })
    await binder.call('funds.save', { id, name: 'Main budget', ...school })
    await binder.call('funds.archive', { id, isArchived: true })
    expect(await read()).toMatchObject({
      name: 'Main budget',
      isArchived: true,
      amounts: [{ amountPence: 800_000 }],
    })
  })

  it('refuses a name that is taken, whatever its capitals, and spans that end before they start', async () => {
    const binder = binderWithSchool()
    const id = await fund(binder, 'Grant')
    expect(await binder.codeOf('funds.save', { name: 'GRANT', ...school })).toBe('fund.name-taken')
    expect(await binder.codeOf('funds.save', { id, name: 'GRANT', ...school })).toBe('ok')
    const amount = { fundId: id, fromOn: day('2025-04-01'), toOn: day('2025-03-31'), amountPence: pence(1) }
    expect(await binder.dispatch('funds.saveAmount', amount)).toMatchObject({
      ok: false,
      fields: [{ path: 'toOn', code: 'day.order' }],
    })
    expect(await binder.codeOf('funds.saveAmount', { ...amount, toOn: amount.fromOn, fundId: 'none' })).toBe(
      'record.missing',
    )
  })
})

/** A school with a budget, a gift, an event with costs from both and staff time. */
async function schoolWithBudget() {
  const binder = binderWithSchool()
  const main = await fund(binder, 'School budget')
  const gift = await fund(binder, 'Parents’ association', { kind: 'gift', isExternal: true })
  const span = { fromOn: day('2025-04-01'), toOn: day('2026-03-31') }
  await binder.call('funds.saveAmount', { fundId: main, ...span, amountPence: pence(1_000_000) })
  // An amount for the calendar year 2025: 90 of its 365 days lie before this financial year.
  await binder.call('funds.saveAmount', {
    fundId: gift,
    fromOn: day('2025-01-01'),
    toOn: day('2025-12-31'),
    amountPence: pence(100_001),
  })
  const { groups } = await binder.call('school.staffGroups', {})
  const staffGroupId = groups[0]?.id ?? ''
  const rate = { staffGroupId, annualCostPence: pence(195_000), daysPerYear: 195, basis: 'test' }
  await binder.call('school.saveBandRate', { ...rate, validFrom: day('2024-09-01') })
  const people = { Ada: 390, Bea: 195 }
  const { eventId, bookings } = eventWithPeople(binder, people, { staffGroupId })
  const save = (values: Parameters<typeof costInput>[0]) =>
    binder.call('costs.save', costInput({ eventId, ...values }))
  const on = day('2025-10-07')
  await save({ funds: [{ fundId: main, weight: 1 }], start: { kind: 'paid', movedOn: on } })
  await save({
    kindCode: 'cover-supply',
    financeCode: 'E02',
    netPence: pence(15_000),
    vatPence: pence(0),
    coveredMinutes: 195,
    bookingId: bookings.Ada ?? '',
    funds: [
      { fundId: main, weight: 2 },
      { fundId: gift, weight: 1 },
    ],
    start: { kind: 'committed', movedOn: day('2025-11-10') },
  })
  return { binder, main, gift }
}

describe('money.totals', () => {
  it('gives code total, all cash and full cost side by side, covered hours taken off by the switch', async () => {
    const { binder } = await schoolWithBudget()
    const totals = await binder.call('money.totals', { year })
    // Ada's day of 390 minutes, half of it covered, and Bea's half day, at £10.00 a day of 390 minutes.
    expect(totals).toMatchObject({
      trainingCode: 'E09',
      code: { paidPence: 20_000, withPromisedPence: 20_000 },
      cash: { paidPence: 20_000, withPromisedPence: 35_000 },
      full: { paidPence: 21_000, withPromisedPence: 36_000 },
      outside: { paidPence: 0, withPromisedPence: 5_000 },
      ownTimePence: 1_000,
      creditedMinutes: 585,
      countedMinutes: 390,
    })
    const settings = await binder.call('school.settings', {})
    await binder.call('school.saveSettings', { ...settings, coveredHoursExcluded: false })
    expect((await binder.call('money.totals', { year })).full.withPromisedPence).toBe(36_500)
  })

  it('agrees with the governors’ report', async () => {
    const { binder } = await schoolWithBudget()
    const totals = await binder.call('money.totals', { year })
    const report = binder.reports.report({ kind: 'governors', year, options: { names: false } })
    expect(Object.values(report.totals)).toEqual(expect.arrayContaining([20_000, 35_000, 36_000]))
    expect(totals.table.rows.map((row) => row.cells.withPromisedPence)).toEqual([
      20_000, 35_000, 5_000, 1_000, 36_000,
    ])
  })
})

const cashRowsOf = (table: ReportTable): ReportTable => ({
  ...table,
  rows: table.rows.filter((row) => ['code', 'cash', 'outside'].includes(row.key)),
})

/** The list of costs that a door opens. */
function behind(binder: TestBinder, door: string) {
  const asked = new URL(door, 'app://cpd').searchParams
  const having = asked.get('having')
  return binder.call('costs.list', {
    year: { kind: asked.get('by') as YearAsked['kind'], startYear: Number(asked.get('year')) },
    ...(having === null ? {} : { having: having as 'paid' | 'promised' }),
    ...(asked.has('fund') ? { fundId: asked.get('fund') ?? '' } : {}),
    ...(asked.has('code') ? { code: asked.get('code') ?? '' } : {}),
    ...(asked.has('kind') ? { kindCode: asked.get('kind') ?? '' } : {}),
    ...(asked.has('month') ? { month: asked.get('month') ?? '' } : {}),
  })
}

describe('budget.view', () => {
  it('gives every fund its budget, paid, promised and left; a span cut by the year is shared by days', async () => {
    const { binder } = await schoolWithBudget()
    const { funds } = await binder.call('budget.view', { year })
    const cells = (column: string) => [...funds.rows, funds.totals].map((row) => row?.cells[column])
    expect(cells('budgetPence')).toEqual([1_000_000, 75_343, 1_075_343])
    expect(cells('paidPence')).toEqual([20_000, 0, 20_000])
    expect(cells('promisedPence')).toEqual([10_000, 5_000, 15_000])
    expect(cells('leftPence')).toEqual([970_000, 70_343, 1_040_343])
    const before = await binder.call('budget.view', { year: { kind: 'financial', startYear: 2024 } })
    expect(before.funds.rows.map((row) => row.cells.budgetPence)).toEqual([24_658])
    expect(funds.notes.join(' ')).toContain('by its days')
  })

  it('opens behind every figure a list that adds up to it', async () => {
    const { binder } = await schoolWithBudget()
    const view = await binder.call('budget.view', { year })
    const { table: three } = await binder.call('money.totals', { year })
    const figures = [view.funds, view.codes, view.kinds, view.monthTable, cashRowsOf(three)].flatMap((table) =>
      [...table.rows, ...(table.totals ? [table.totals] : [])].flatMap((row) =>
        (['paidPence', 'promisedPence'] as const).flatMap((column) => {
          const door = row.doors?.[column]
          return door === undefined ? [] : [{ column, door, shown: row.cells[column] }]
        }),
      ),
    )
    // Three of the funds, two of the codes, two of the kinds, two of the months, two in the totals of each of these
    // four, and what is paid of the code and of all cash.
    expect(figures.length).toBe(19)
    for (const { column, door, shown } of figures)
      expect((await behind(binder, door)).totals[column], door).toBe(shown)
    // Paid and promised together open everything; from outside there is only the gift's third of the cover.
    for (const row of cashRowsOf(three).rows) {
      const { totals } = await behind(binder, row.doors?.withPromisedPence ?? '')
      expect(totals.paidPence + totals.promisedPence, row.key).toBe(row.cells.withPromisedPence)
    }
  })

  it('spreads the year over its months, and says where it is heading', async () => {
    const { binder } = await schoolWithBudget()
    const view = await binder.call('budget.view', { year })
    expect(view.monthTable.rows.map((row) => row.key)).toEqual(
      '2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12 2026-01 2026-02 2026-03'.split(' '),
    )
    expect(view.monthTable.rows.map((row) => row.cells.withPromisedPence).filter(Boolean)).toEqual([20_000, 15_000])
    expect(view.monthTable.totals?.cells.withPromisedPence).toBe(35_000)
    // 234 of 365 days gone: £350 becomes £546, out of £10,753.
    expect(view.months.title).toBe('At this rate £10,207 would be unspent in March')
    expect(view.gonePercent).toBeCloseTo((234 / 365) * 100, 5)
  })

  it('names the years in which anything happened or for which money was given', async () => {
    const { binder } = await schoolWithBudget()
    expect(await binder.call('money.years', {})).toMatchObject({
      regimes: [{ regime: 'maintained' }],
      thisAcademic: 2025,
      thisFinancial: 2025,
      financial: [2025, 2024],
    })
  })
})

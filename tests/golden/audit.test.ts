import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tablesOf, type Cell, type ReportDocument } from '../../src/shared/kernel/report-table'
import { daysInclusive } from '../../src/shared/kernel/dates'
import { periodOf, type YearKind } from '../../src/shared/kernel/years'
import { binder } from '../fixtures/school'
import { Books, type Sums } from './audit-books'

/** The governors' report of the sample school, and its books kept a second time from the raw tables. */
async function audited(now: string, kind: YearKind, startYear: number) {
  const made = binder({ now })
  const file = join(made.folder, 'Sample.cpdschool')
  made.school.createSampleAt(file)
  const { report } = await made.call('reports.gather', { kind: 'governors', year: { kind, startYear } })
  await made.call('school.close', {})
  const period = periodOf({ kind, startYear }, 'maintained')
  return { report, period, books: new Books(file, period) }
}

function rowsOf(report: ReportDocument, key: string): readonly Readonly<Record<string, Cell>>[] {
  const table = tablesOf(report).find((one) => one.key === key)
  if (!table) throw new Error(`no table ${key}`)
  return table.rows.map((row) => row.cells)
}

const total = (all: Iterable<Sums>): Sums =>
  [...all].reduce((a, b) => ({ paid: a.paid + b.paid, promised: a.promised + b.promised }), {
    paid: 0,
    promised: 0,
  })
const sumsIn = (cells: Readonly<Record<string, Cell>>): Sums => ({
  paid: Number(cells['paidPence']),
  promised: Number(cells['promisedPence']),
})
const inOrder = (all: Iterable<Sums>) => [...all].sort((a, b) => a.paid - b.paid || a.promised - b.promised)

const cases: readonly (readonly [now: string, kind: YearKind, startYear: number])[] = [
  ['2025-11-20T09:00:00Z', 'academic', 2025],
  ['2025-11-20T09:00:00Z', 'academic', 2024],
  ['2025-11-20T09:00:00Z', 'financial', 2025],
  ['2025-11-20T09:00:00Z', 'financial', 2024],
  ['2026-07-20T09:00:00Z', 'academic', 2025],
]

describe.each(cases)(
  'the governors’ report on %s, by %s year %i, against books kept from the raw tables',
  (...asked) => {
    it('has the same totals', async () => {
      const { report, books } = await audited(...asked)
      const all = total(books.spendBy(() => 'all').values())
      const code = books.spendBy((line) => String(line['finance_code'])).get('E09') ?? { paid: 0, promised: 0 }
      const funds = books.spendByFund()
      const outside = total(books.funds().flatMap((fund) => (fund.isExternal ? (funds.get(fund.id) ?? []) : [])))
      const times = [...books.time().values()]
      const time = times.reduce((pence, one) => pence + one.pence, 0)
      expect(report.totals).toMatchObject({
        codePaidPence: code.paid,
        codePaidAndPromisedPence: code.paid + code.promised,
        allCashPaidPence: all.paid,
        allCashPaidAndPromisedPence: all.paid + all.promised,
        outsidePaidPence: outside.paid,
        outsidePaidAndPromisedPence: outside.paid + outside.promised,
        ownTimePence: time,
        fullCostPaidPence: all.paid + time,
        fullCostPaidAndPromisedPence: all.paid + all.promised + time,
        heads: books.heads().size,
        events: books.eventsHeld(asked[0].slice(0, 10)),
        creditedMinutes: times.reduce((minutes, one) => minutes + one.credited, 0),
        countedMinutes: times.reduce((minutes, one) => minutes + one.counted, 0),
      })
    })

    it('has the same money by fund, by code, by kind and by activity', async () => {
      const { report, books } = await audited(...asked)
      const funds = books.spendByFund()
      const expectedFunds = books.funds().map(({ id, name, budget }) => {
        const { paid, promised } = funds.get(id) ?? { paid: 0, promised: 0 }
        return {
          fund: name,
          budgetPence: budget,
          paidPence: paid,
          promisedPence: promised,
          leftPence: budget - paid - promised,
        }
      })
      expect(rowsOf(report, 'funds')).toMatchObject(expectedFunds)
      expect(inOrder(rowsOf(report, 'codes').map(sumsIn))).toEqual(
        inOrder(books.spendBy((line) => String(line['finance_code'])).values()),
      )
      expect(inOrder(rowsOf(report, 'kinds').map(sumsIn))).toEqual(
        inOrder(books.spendBy((line) => String(line['kind_code'])).values()),
      )
      const spend = books.spendBy((line) => String(line['event_id']))
      const times = books.time()
      const events = [...new Set([...spend.keys(), ...times.keys()])].map((id) => ({
        ...(spend.get(id) ?? { paid: 0, promised: 0 }),
        time: times.get(id)?.pence ?? 0,
        minutes: times.get(id)?.credited ?? 0,
      }))
      const shown = rowsOf(report, 'activities')
        .map((cells) => ({
          ...sumsIn(cells),
          time: Number(cells['timePence']),
          minutes: Number(cells['creditedMinutes']),
        }))
        .filter((row) => Object.values(row).some((value) => value !== 0))
      const sorted = (rows: typeof events) =>
        rows.map((row) => JSON.stringify([row.paid, row.promised, row.time, row.minutes])).sort()
      expect(sorted(shown)).toEqual(sorted(events))
    })

    it('has the same people, posts and hours by staff group', async () => {
      const { report, books, period } = await audited(...asked)
      const days = daysInclusive(period.startsOn, period.endsOn)
      const groups = books.groups()
      const shown = rowsOf(report, 'fairness')
      expect(shown.length).toBeGreaterThan(5)
      for (const cells of shown) {
        const group = groups.get(String(cells['group']))
        const posts = (group?.thousandthDays ?? 0) / 1000 / days
        expect(cells).toMatchObject({
          people: group?.people,
          heads: group?.heads,
          creditedMinutes: group?.credited,
        })
        expect(Number(cells['posts'])).toBeCloseTo(posts, 1)
        expect(Number(cells['perPostMinutes'])).toBeCloseTo((group?.credited ?? 0) / posts, -0.5)
      }
      const hidden = [...groups].filter(([name]) => !shown.some((cells) => cells['group'] === name))
      for (const [, group] of hidden) expect(group).toMatchObject({ heads: 0, credited: 0 })
    })

    it('has the same full cost by priority', async () => {
      const { report, books } = await audited(...asked)
      const priorityOf = books.priorityOfEvent()
      const full = new Map<string, number>()
      const put = (event: string, pence: number) => {
        const priority = priorityOf.get(event) ?? ''
        full.set(priority, (full.get(priority) ?? 0) + pence)
      }
      for (const [event, { paid, promised }] of books.spendBy((line) => String(line['event_id'])))
        put(event, paid + promised)
      for (const [event, { pence }] of books.time()) put(event, pence)
      const costs = (all: Iterable<number>) => [...all].filter((pence) => pence !== 0).sort((a, b) => a - b)
      const shown = rowsOf(report, 'priorities').map((cells) => Number(cells['fullPence']))
      expect(costs(shown)).toEqual(costs(full.values()))
    })
  },
)

it('is an audit of awkward records: a cost of two funds, a credit, VAT that stays, cover, a place given up', async () => {
  const { books, report } = await audited('2025-11-20T09:00:00Z', 'academic', 2024)
  expect(report.totals?.['allCashPaidPence']).toBeGreaterThan(0)
  expect(books.awkward()).toEqual({ splitCosts: 2, credits: 2, vatThatStays: 2, covered: true, givenUp: 2 })
})

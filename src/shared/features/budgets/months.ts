import { daysInclusive, earlierOf, formatDay, type Day } from '../../kernel/dates'
import { formatPounds, pence, sumPence, type Pence } from '../../kernel/money'
import type { Chart, ReportTable, Row } from '../../kernel/report-table'
import type { Period } from '../../kernel/years'
import { withCostDoors } from './doors'

/** What was paid and promised in one calendar month, YYYY-MM. */
export interface MonthSpend {
  readonly month: string
  readonly paidPence: number
  readonly promisedPence: number
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The calendar months of a year, in its own order: twelve, or more in the year of a conversion. */
export function monthsOf({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>): string[] {
  const countOf = (on: Day): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
  const first = countOf(startsOn)
  return Array.from({ length: countOf(endsOn) - first + 1 }, (_, i) => {
    const month = first + i
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

function nameOf(month: string): string {
  return names[Number(month.slice(5)) - 1] ?? month
}

/**
 * What the months say in a sentence. While the year runs: what would be left or missing if the rest of it went as the
 * days so far (spent ÷ days gone × days of the year), once a tenth of it has gone; within a hundredth it is on course. Afterwards: what was used.
 */
export function monthsFinding(spentPence: Pence, budgetPence: Pence, period: Period, today: Day): string {
  const spent = formatPounds(spentPence)
  if (budgetPence <= 0)
    return spentPence === 0
      ? `Nothing is paid or promised in ${period.label} yet`
      : `${spent} paid and promised in ${period.label}`
  const budget = formatPounds(budgetPence)
  if (today > period.endsOn) return `${spent} of ${budget} was used in ${period.label}`
  const days = daysInclusive(period.startsOn, period.endsOn)
  const gone = daysInclusive(period.startsOn, earlierOf(today, period.endsOn))
  if (gone * 10 < days) return `${spent} of ${budget} is paid or promised so far`
  const rest = pence(budgetPence - Math.round((spentPence * days) / gone))
  const end = formatDay(period.endsOn).split(' ').slice(1, 2).join('')
  if (Math.abs(rest) * 100 < budgetPence) return `On course to use the budget of ${budget} by ${end}`
  if (rest >= 0) return `At this rate ${formatPounds(rest)} would be unspent in ${end}`
  return `At this rate ${formatPounds(pence(0 - rest))} too much would be spent by ${end}`
}

/** Paid and promised by month, adding up to the year's all cash. Every figure opens its costs. */
export function monthTable(spends: readonly MonthSpend[], period: Period): ReportTable {
  const byMonth = new Map(spends.map((spend) => [spend.month, spend]))
  const cells = (paid: number, promised: number): Row['cells'] => ({
    paidPence: pence(paid),
    promisedPence: pence(promised),
    withPromisedPence: pence(paid + promised),
  })
  const rows = monthsOf(period).map((month): Row => {
    const spend = byMonth.get(month)
    return {
      key: month,
      cells: {
        month: `${nameOf(month)} ${month.slice(0, 4)}`,
        ...cells(spend?.paidPence ?? 0, spend?.promisedPence ?? 0),
      },
    }
  })
  const table: ReportTable = {
    key: 'months',
    title: 'Paid and promised, by month',
    columns: [
      { key: 'month', title: 'Month', kind: 'text' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'promisedPence', title: 'Promised', kind: 'pence' },
      { key: 'withPromisedPence', title: 'Paid and promised', kind: 'pence' },
    ],
    rows,
    totals: {
      key: 'total',
      cells: {
        month: 'The year',
        ...cells(
          sumPence(spends.map((spend) => pence(spend.paidPence))),
          sumPence(spends.map((spend) => pence(spend.promisedPence))),
        ),
      },
    },
    notes: ['What is promised stands in the month of its latest order or invoice.'],
  }
  return withCostDoors(table, period, (row) => ({ query: { month: row.key } }))
}

/**
 * Paid, and paid and promised, added up month by month as far as today, against spending the budget evenly. Values are
 * pence, as charts on a page take pounds.
 */
export function monthChart(
  spends: readonly MonthSpend[],
  year: { readonly period: Period; readonly today: Day; readonly budgetPence: Pence; readonly title: string },
): Chart {
  const byMonth = new Map(spends.map((spend) => [spend.month, spend]))
  const months = monthsOf(year.period)
  const last = spends.reduce(
    (latest, spend) => (spend.month > latest ? spend.month : latest),
    year.today.slice(0, 7),
  )
  let [paid, all] = [0, 0]
  return {
    key: 'months',
    title: year.title,
    kind: 'line',
    unit: 'pounds',
    series: [
      { key: 'all', title: 'Paid and promised' },
      { key: 'paid', title: 'Paid' },
    ],
    points: months.map((month, index) => {
      const spend = byMonth.get(month)
      paid += spend?.paidPence ?? 0
      all += (spend?.paidPence ?? 0) + (spend?.promisedPence ?? 0)
      const values: Record<string, number> = month <= last ? { all, paid } : {}
      const even = Math.round((year.budgetPence * (index + 1)) / months.length)
      return {
        label: months.length > 12 ? `${nameOf(month)} ${month.slice(2, 4)}` : nameOf(month),
        values,
        ...(year.budgetPence > 0 ? { target: even } : {}),
      }
    }),
    targetTitle: 'The budget, spent evenly',
    tableKey: 'months',
  }
}

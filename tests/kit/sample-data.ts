/** Figures for the gallery; the same little school as in every picture. */
import { day, type Day } from '../../src/shared/kernel/dates'
import { pence, type Pence } from '../../src/shared/kernel/money'
import type { Chart, ReportTable } from '../../src/shared/kernel/report-table'

export interface Fund {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly budget: Pence
  readonly promised: Pence
  readonly paid: Pence
}

const fund = (id: string, name: string, about: string, budget: number, promised: number, paid: number): Fund => ({
  id,
  name,
  about,
  budget: pence(budget * 100),
  promised: pence(promised * 100),
  paid: pence(paid * 100),
})

export const funds: readonly Fund[] = [
  fund('1', 'School budget', 'E09, E02, E26', 8000, 1240, 3105),
  fund('2', 'Early career teachers', 'grant, report due July', 2600, 0, 780),
  fund('3', 'Pupil premium', 'reading fluency only', 2000, 650, 915),
  fund('4', 'Authority subsidy', 'lost if unspent by March', 1300, 0, 260),
  fund('5', 'PTA gift', 'VAT cannot be recovered', 1000, 450, 650),
]

export interface Line {
  readonly id: string
  readonly on: Day
  readonly what: string
  readonly supplier: string
  readonly net: Pence
  readonly hours: number
}

const things = [
  'Leading early maths',
  'Makaton foundation',
  'Paediatric first aid',
  'SEND conference',
  'Phonics refresher',
  'Headship coaching',
]
const suppliers = ['Northgate Learning', 'Authority', 'Teaching School Hub', 'St John Ambulance', 'Own staff']

/** As many lines as asked for, always the same ones. */
export function manyLines(count: number): readonly Line[] {
  return Array.from({ length: count }, (_none, index) => ({
    id: `line-${index}`,
    on: day(`2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`),
    what: `${things[index % things.length] ?? ''} ${index + 1}`,
    supplier: suppliers[(index * 7) % suppliers.length] ?? '',
    net: pence(((index * 7919) % 98_000) - (index % 97 === 0 ? 120_000 : 0)),
    hours: (index * 45) % 720,
  }))
}

export const entitlement: Chart = {
  key: 'entitlement',
  title: 'Teaching assistants get 6 of the 10 hours they are entitled to',
  kind: 'bars',
  unit: 'hours',
  series: [{ key: 'hours', title: 'Hours per full-time post' }],
  points: [
    { label: 'Early career teachers', values: { hours: 1260 }, target: 1200 },
    { label: 'Teachers', values: { hours: 852 }, target: 900 },
    { label: 'Teaching assistants', values: { hours: 366 }, target: 600 },
    { label: 'Office and site', values: { hours: 228 }, target: 360 },
    { label: 'Midday staff', values: { hours: 0 }, target: 240 },
  ],
}

export const byFund: Chart = {
  key: 'by-fund',
  title: 'Half of the pupil premium share is spent, and a third promised',
  kind: 'stacked-bars',
  unit: 'pounds',
  series: [
    { key: 'paid', title: 'Paid' },
    { key: 'promised', title: 'Promised' },
  ],
  points: funds.map((item) => ({
    label: item.name,
    values: { paid: item.paid, promised: item.promised },
    target: item.budget,
  })),
}

const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']
const spent = [42000, 113000, 201000, 260000, 264000, 410000, 565000, 745000]

const spentBy = (index: number): Record<string, number> => {
  const value = spent[index]
  return value === undefined ? {} : { spent: value }
}

export const byMonth: Chart = {
  key: 'by-month',
  title: 'At this rate £1,900 would be unspent in March',
  kind: 'line',
  unit: 'pounds',
  series: [{ key: 'spent', title: 'Paid and promised' }],
  points: months.map((label, index) => ({
    label,
    values: spentBy(index),
    target: Math.round((1_490_000 / 12) * (index + 1)),
  })),
}

export const fundTable: ReportTable = {
  key: 'funds',
  title: 'Funds, financial year 2025/26',
  columns: [
    { key: 'fund', title: 'Fund', kind: 'text' },
    { key: 'budget', title: 'Budget', kind: 'pounds' },
    { key: 'promised', title: 'Promised', kind: 'pounds' },
    { key: 'paid', title: 'Paid', kind: 'pounds' },
    { key: 'left', title: 'Left', kind: 'pounds' },
  ],
  rows: funds.map((item) => ({
    key: item.id,
    cells: {
      fund: item.name,
      budget: item.budget,
      promised: item.promised,
      paid: item.paid,
      left: item.budget - item.promised - item.paid,
    },
    note: item.about,
    doors: { fund: `/money/funds/${item.id}`, paid: `/money/lines?fund=${item.id}` },
  })),
  totals: {
    key: 'total',
    cells: { fund: 'All funds', budget: 1_490_000, promised: 234_000, paid: 571_000, left: 685_000 },
  },
  notes: ['Promised means committed or invoiced, and not yet paid.'],
}

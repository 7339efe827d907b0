import { formatPoundsTogether } from '../../kernel/adding-up'
import { pence, sumPence, type Pence } from '../../kernel/money'
import type { Block, Chart, ReportTable, Row } from '../../kernel/report-table'
import type { YearAsked } from '../../kernel/years'
import { costsRoute, doorsOfAmounts, fullCostRoute, withCostDoors } from '../budgets/doors'
import type { FundFact, ReportFacts, Spend } from './facts'
import { allGroups, paragraphs } from './fairness'
import {
  allCash,
  codeTotal,
  figureOf,
  fullCost,
  outsideCash,
  ownTimePence,
  percentGone,
  percentOf,
  type Figure,
} from './rules'
import { notYet } from './tense'
import { listed, percent, pounds, small, wholeHours } from './words'

const spendColumns = [
  { key: 'paidPence', title: 'Paid', kind: 'pence' },
  { key: 'promisedPence', title: 'Promised', kind: 'pence' },
  { key: 'withPromisedPence', title: 'Paid and promised', kind: 'pence' },
] as const

const both = (spend: Spend): Pence => figureOf([spend]).withPromisedPence

function spendCells(spend: Spend): Row['cells'] {
  return { paidPence: spend.paidPence, promisedPence: spend.promisedPence, withPromisedPence: both(spend) }
}

function sumOf(spends: readonly Spend[]): Spend {
  return {
    paidPence: sumPence(spends.map((s) => s.paidPence)),
    promisedPence: sumPence(spends.map((s) => s.promisedPence)),
  }
}

/** The code's own name: E09 for a maintained school, BAE090 for an academy. */
export function trainingCodeOf(facts: Pick<ReportFacts, 'regime' | 'trainingCodes'>): string {
  return (
    facts.trainingCodes.find((code) => code.startsWith('B') === (facts.regime === 'academy')) ??
    facts.trainingCodes[0] ??
    ''
  )
}

/** The three totals side by side, each paid and paid and promised (model, section 5). */
export function totalsTable(facts: ReportFacts): ReportTable {
  const year = yearOf(facts)
  const row = (key: string, title: string, note: string, figure: Figure): Row => ({
    key,
    note,
    cells: { total: title, paidPence: figure.paidPence, withPromisedPence: figure.withPromisedPence },
  })
  const cash = (plain: Row, query: Readonly<Record<string, string>> = {}): Row => ({
    ...plain,
    doors: doorsOfAmounts(plain, year, query),
  })
  const withTime = (plain: Row): Row => ({
    ...plain,
    doors:
      plain.cells.withPromisedPence === 0
        ? {}
        : { paidPence: fullCostRoute(year), withPromisedPence: fullCostRoute(year) },
  })
  const time = ownTimePence(facts)
  return {
    key: 'totals',
    title: 'Three ways to say what it cost',
    columns: [
      { key: 'total', title: 'Total', kind: 'text' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'withPromisedPence', title: 'Paid and promised', kind: 'pence' },
    ],
    rows: [
      cash(
        row(
          'code',
          'Staff-development code',
          `Costs coded ${trainingCodeOf(facts)}: what comparisons between schools use`,
          codeTotal(facts),
        ),
        { code: trainingCodeOf(facts) },
      ),
      cash(
        row(
          'cash',
          'All cash',
          'Every cost whatever its code, cover and travel included, whoever paid',
          allCash(facts),
        ),
      ),
      cash(row('outside', 'of which from outside funds', 'Shown, not taken off', outsideCash(facts)), {
        fund: 'outside',
      }),
      withTime(row('time', 'Our own staff’s time', timeNote(facts), { paidPence: time, withPromisedPence: time })),
      withTime(row('full', 'Full cost', 'All cash and our own time', fullCost(facts))),
    ],
    notes: [
      'These rows are not added up: each total holds the one above it. Promised is what is ordered or invoiced and not yet paid. VAT counts only where the school cannot claim it back.',
    ],
  }
}

function timeNote(facts: ReportFacts): string {
  const all = allGroups(facts)
  const left = all.creditedMinutes - all.countedMinutes
  const opening = `${wholeHours(all.countedMinutes)} hours at each group’s day rate`
  if (!facts.coveredHoursExcluded) return `${opening}, hours with bought cover included`
  return left > 0
    ? `${opening}; ${wholeHours(left)} hours with bought cover left out, because the cover is in all cash`
    : opening
}

/** What all cash was for: cover, the two dearest kinds and the rest, in whole pounds that add up to it. */
function cashParts(facts: ReportFacts): string[] {
  const cover = both(sumOf(facts.kinds.filter((kind) => kind.isCover)))
  const dearest = facts.kinds
    .filter((kind) => !kind.isCover && both(kind) > 0)
    .sort((a, b) => both(b) - both(a))
    .slice(0, 2)
    .map((kind) => ({ name: small(kind.name), amount: both(kind) }))
  const named = [{ name: 'cover', amount: cover }, ...dearest].filter(({ amount }) => amount > 0)
  const rest = pence(allCash(facts).withPromisedPence - sumPence(named.map(({ amount }) => amount)))
  const parts = rest === 0 ? named : [...named, { name: rest < 0 ? 'given back' : 'other', amount: rest }]
  const texts = formatPoundsTogether(...parts.map(({ amount }) => amount))
  return parts.length === 0 ? [] : [parts.map(({ name }, index) => `${name} ${texts[index]}`).join(', ')]
}

/** The strip of the three totals, in the same words on screen and on paper. */
export function totalsStrip(facts: ReportFacts): Block {
  const counted = allGroups(facts).countedMinutes
  return {
    kind: 'figures',
    items: [
      {
        label: 'Staff-development code',
        value: pounds(codeTotal(facts).withPromisedPence),
        note: `${trainingCodeOf(facts)}, paid and promised`,
        to: costsRoute(yearOf(facts), { code: trainingCodeOf(facts) }),
      },
      {
        label: 'All cash',
        value: pounds(allCash(facts).withPromisedPence),
        note: ['paid and promised', ...cashParts(facts)].join('; '),
        to: costsRoute(yearOf(facts)),
      },
      {
        label: 'Full cost',
        value: pounds(fullCost(facts).withPromisedPence),
        note:
          counted === 0
            ? 'paid and promised; no hours of our own time are recorded'
            : `paid and promised, with ${wholeHours(counted)} hours of our own paid time`,
        // Money takes the difference between the three apart.
        to: `/money?by=${facts.period.kind}&year=${facts.period.startYear}`,
      },
    ],
  }
}

/** Spend against budget by fund. Left = budget − paid − promised. */
export function fundTable(facts: ReportFacts): ReportTable {
  const table = withCostDoors(plainFundTable(facts), yearOf(facts), (row) => ({
    query: { fund: row.key },
    ...(row.key === 'none' ? {} : { first: `/money/funds/${row.key}` }),
  }))
  const { totals } = table
  return {
    ...table,
    rows: table.rows.map((row) => withBudgetDoors(row, facts, row.key === 'none' ? undefined : row.key)),
    ...(totals ? { totals: withBudgetDoors(totals, facts) } : {}),
  }
}

/** The budget leads to what was given, what is left to the costs that it was spent on. */
function withBudgetDoors(row: Row, facts: ReportFacts, fundId?: string): Row {
  const given = fundId === undefined ? '/money/funds' : `/money/funds/${fundId}`
  const spent = costsRoute(yearOf(facts), row.key === 'total' ? {} : { fund: row.key })
  return {
    ...row,
    doors: {
      ...row.doors,
      ...(row.cells.budgetPence === 0 ? {} : { budgetPence: given }),
      ...(row.cells.leftPence === 0 ? {} : { leftPence: spent }),
    },
  }
}

const yearOf = ({ period }: ReportFacts): YearAsked => ({ kind: period.kind, startYear: period.startYear })

function plainFundTable(facts: ReportFacts): ReportTable {
  const left = (fund: Spend & { budgetPence: Pence }): Pence => pence(fund.budgetPence - both(fund))
  const cells = (fund: Spend & { budgetPence: Pence }): Row['cells'] => ({
    budgetPence: fund.budgetPence,
    paidPence: fund.paidPence,
    promisedPence: fund.promisedPence,
    leftPence: left(fund),
    usedPercent: fund.budgetPence === 0 ? null : Math.round(percentOf(both(fund), fund.budgetPence)),
  })
  const whole = { ...sumOf(facts.funds), budgetPence: sumPence(facts.funds.map((fund) => fund.budgetPence)) }
  return {
    key: 'funds',
    title: 'Spend against budget, by fund',
    columns: [
      { key: 'fund', title: 'Fund', kind: 'text' },
      { key: 'budgetPence', title: 'Budget', kind: 'pence' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'promisedPence', title: 'Promised', kind: 'pence' },
      { key: 'leftPence', title: 'Left', kind: 'pence' },
      { key: 'usedPercent', title: 'Used', kind: 'percent' },
    ],
    rows: facts.funds.map((fund) => ({
      key: fund.fundId ?? 'none',
      ...(fund.isExternal ? { note: 'from outside the school' } : {}),
      cells: { fund: fund.name ?? 'No fund named', ...cells(fund) },
    })),
    totals: { key: 'total', cells: { fund: 'All funds', ...cells(whole) } },
    notes: ['A fund given for a longer or another year counts by its days in this one.'],
  }
}

/** Spending by finance code; the codes add up to all cash. */
export function codeTable(facts: ReportFacts): ReportTable {
  const table: ReportTable = {
    key: 'codes',
    title: 'All cash, by finance code',
    columns: [
      { key: 'code', title: 'Code', kind: 'text' },
      { key: 'name', title: 'What it is', kind: 'text' },
      ...spendColumns,
    ],
    rows: facts.codes.map((code) => ({
      key: code.code ?? 'none',
      cells: { code: code.code ?? 'No code yet', name: code.name, ...spendCells(code) },
    })),
    totals: { key: 'total', cells: { code: 'All cash', ...spendCells(sumOf(facts.codes)) } },
    notes: [],
  }
  return withCostDoors(table, yearOf(facts), (row) => ({ query: { code: row.key === 'none' ? '' : row.key } }))
}

/** Spending by kind of cost; the kinds add up to all cash. */
export function kindTable(facts: ReportFacts): ReportTable {
  const table: ReportTable = {
    key: 'kinds',
    title: 'All cash, by kind of cost',
    columns: [{ key: 'kind', title: 'Kind', kind: 'text' }, ...spendColumns],
    rows: facts.kinds.map((kind) => ({ key: kind.kindCode, cells: { kind: kind.name, ...spendCells(kind) } })),
    totals: { key: 'total', cells: { kind: 'All cash', ...spendCells(sumOf(facts.kinds)) } },
    notes: [],
  }
  return withCostDoors(table, yearOf(facts), (row) => ({ query: { kind: row.key } }))
}

/** Paid, promised and left of each fund with a budget. Undefined without one. */
export function fundChart(facts: ReportFacts): Chart | undefined {
  const funds = facts.funds.filter((fund) => fund.budgetPence > 0 || both(fund) > 0)
  if (funds.length === 0) return undefined
  return {
    key: 'funds',
    title: fundFinding(facts),
    kind: 'stacked-bars',
    unit: 'pounds',
    series: [
      { key: 'paid', title: 'Paid' },
      { key: 'promised', title: 'Promised' },
      { key: 'left', title: 'Left' },
    ],
    points: funds.map((fund) => {
      const left = fund.budgetPence - both(fund)
      return {
        label: fund.name ?? 'No fund named',
        values: { paid: fund.paidPence, promised: fund.promisedPence, left: Math.max(0, left) },
        valueText: endOf(fund, left),
      }
    }),
    tableKey: 'funds',
  }
}

function endOf(fund: FundFact, left: number): string {
  if (fund.budgetPence === 0) return `${pounds(both(fund))}, no budget`
  return left < 0 ? `${pounds(pence(-left))} over` : `${pounds(pence(left))} left`
}

function fundFinding(facts: ReportFacts): string {
  const budget = sumPence(facts.funds.map((fund) => fund.budgetPence))
  const used = both(sumOf(facts.funds))
  if (budget === 0) return `${pounds(used)} is spent or promised, with no budget set`
  const over = facts.funds.filter((fund) => fund.budgetPence > 0 && both(fund) > fund.budgetPence)
  const opening = `${percent(percentOf(used, budget))} of the budget is spent or promised`
  return over.length > 0
    ? `${opening}, and ${listed(over.map((fund) => fund.name ?? ''))} ${over.length === 1 ? 'is' : 'are'} overspent`
    : opening
}

/** What the money says, in a sentence or two. */
export function moneySentence(facts: ReportFacts): string {
  const cash = allCash(facts)
  if (cash.withPromisedPence === 0) return notYet(facts, 'No spending', 'recorded', false)
  const promised = pence(cash.withPromisedPence - cash.paidPence)
  const [paidText, promisedText] = formatPoundsTogether(cash.paidPence, promised)
  const outside = outsideCash(facts).withPromisedPence
  const parts = [
    promised > 0
      ? `${paidText} was paid and another ${promisedText} is promised, ${pounds(cash.withPromisedPence)} together.`
      : `${pounds(cash.paidPence)} was paid and nothing is promised.`,
  ]
  const budget = sumPence(facts.funds.map((fund) => fund.budgetPence))
  const gone = percentGone(facts.period, facts.today)
  if (budget > 0) {
    const used = percentOf(both(sumOf(facts.funds)), budget)
    parts.push(
      `That is ${percent(used)} of the year’s budget of ${pounds(budget)}${gone < 100 ? `, with ${percent(gone)} of the year gone` : ''}.`,
    )
  }
  // After the budget: "that" before it is all cash, never the code alone.
  if (outside > 0) parts.push(`Of this spending, ${pounds(outside)} came from outside the school.`)
  parts.push(`The staff-development code alone shows ${pounds(codeTotal(facts).withPromisedPence)}.`)
  return parts.join(' ')
}

/** The section on money. */
export function moneyBlocks(facts: ReportFacts): Block[] {
  const chart = fundChart(facts)
  const hasCash = facts.codes.length > 0
  return [
    { kind: 'heading', level: 1, text: 'What did it cost, and who paid?' },
    { kind: 'paragraph', text: moneySentence(facts) },
    ...paragraphs(facts.texts.money),
    ...(chart ? [{ kind: 'chart' as const, chart }] : []),
    { kind: 'table', table: totalsTable(facts) },
    ...(facts.funds.length > 0 ? [{ kind: 'table' as const, table: fundTable(facts) }] : []),
    ...(hasCash ? [{ kind: 'table' as const, table: codeTable(facts) }] : []),
  ]
}

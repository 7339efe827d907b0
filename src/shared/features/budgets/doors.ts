import type { Day } from '../../kernel/dates'
import type { ReportTable, Row } from '../../kernel/report-table'
import type { YearAsked } from '../../kernel/years'

/** The page that lists the costs behind a figure of a year. `query` narrows it further (`fund`, `code`, `having`, …). */
export function costsRoute(year: YearAsked, query: Readonly<Record<string, string>> = {}): string {
  const parameters = { by: year.kind, year: String(year.startYear), ...query }
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/money/costs?${text.join('&')}`
}

/** The ledger lines of some days that wait to be linked or accepted. */
export function waitingLinesRoute({ startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }): string {
  return `/money/ledger?from=${startsOn}&to=${endsOn}`
}

/** The report of a year's budget and spending, as it is printed. */
export function spendReportRoute(year: YearAsked): string {
  return `/reports/spend?by=${year.kind}&year=${year.startYear}`
}

/** Where a year's full cost stands event by event, cash beside our own time, adding up to it. */
export function fullCostRoute(year: YearAsked): string {
  return `${spendReportRoute(year)}&view=screen`
}

const having: Readonly<Record<string, string>> = { paidPence: 'paid', promisedPence: 'promised' }

/**
 * Gives every amount of a table a door to the costs behind it, narrowed by what its row stands for; those of its totals
 * lead to all of them.
 */
export function withCostDoors(
  table: ReportTable,
  year: YearAsked,
  narrow: (row: Row) => { readonly query: Readonly<Record<string, string>>; readonly first?: string },
): ReportTable {
  const [first] = table.columns
  const rows = table.rows.map((row): Row => {
    const { query, first: to } = narrow(row)
    const named = first ? { [first.key]: to ?? costsRoute(year, query) } : {}
    return { ...row, doors: { ...named, ...doorsOfAmounts(row, year, query) } }
  })
  const { totals } = table
  return totals
    ? { ...table, rows, totals: { ...totals, doors: doorsOfAmounts(totals, year, {}) } }
    : { ...table, rows }
}

/** The doors of what a row says is paid, promised, and both. What is nothing has nothing behind it. */
export function doorsOfAmounts(
  row: Row,
  year: YearAsked,
  query: Readonly<Record<string, string>>,
): Record<string, string> {
  const doors: Record<string, string> = {}
  for (const [column, value] of Object.entries(having))
    if (isSome(row, column)) doors[column] = costsRoute(year, { ...query, having: value })
  if (isSome(row, 'withPromisedPence')) doors['withPromisedPence'] = costsRoute(year, query)
  return doors
}

function isSome(row: Row, column: string): boolean {
  const value = row.cells[column]
  return value !== undefined && value !== null && value !== 0
}

import type { ReportTable, Row } from '../../kernel/report-table'
import type { YearAsked } from '../../kernel/years'

/** The page that lists the costs behind a figure of a year. `query` narrows it further (`fund`, `code`, `having`, …). */
export function costsRoute(year: YearAsked, query: Readonly<Record<string, string>> = {}): string {
  const parameters = { by: year.kind, year: String(year.startYear), ...query }
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/money/costs?${text.join('&')}`
}

const having: Readonly<Record<string, string>> = { paidPence: 'paid', promisedPence: 'promised' }

/** Gives every amount of a table a door to the costs behind it, narrowed by what its row stands for. */
export function withCostDoors(
  table: ReportTable,
  year: YearAsked,
  narrow: (row: Row) => { readonly query: Readonly<Record<string, string>>; readonly first?: string },
): ReportTable {
  const [first] = table.columns
  const doorsOf = (row: Row): Row => {
    const { query, first: to } = narrow(row)
    const doors: Record<string, string> = {}
    if (first) doors[first.key] = to ?? costsRoute(year, query)
    for (const [column, value] of Object.entries(having))
      if (row.cells[column] !== 0) doors[column] = costsRoute(year, { ...query, having: value })
    return { ...row, doors }
  }
  return { ...table, rows: table.rows.map(doorsOf) }
}

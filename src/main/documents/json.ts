import {
  jsonKeyOf,
  tablesOf,
  type Cell,
  type ReportDocument,
  type ReportTable,
  type Row,
} from '../../shared/kernel/report-table'

/** A table as JSON readers get it: rows as objects whose keys carry their units, values exact. */
export interface JsonTable {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, Cell>>[]
  readonly totals?: Readonly<Record<string, Cell>>
  readonly notes: readonly string[]
}

/** A report as JSON readers get it. Money is whole pence in keys that end in `Pence`, time whole minutes in `Minutes`. */
export interface JsonReport {
  readonly kind: string
  readonly title: string
  readonly subtitle: string
  readonly schoolName: string
  readonly stamp: string
  readonly period?: ReportDocument['period']
  readonly totals: Readonly<Record<string, number>>
  readonly tables: Readonly<Record<string, JsonTable>>
}

/** The exact figures of a report, for scripts (model, section 7). */
export function jsonReport(report: ReportDocument): JsonReport {
  const { kind, title, subtitle, schoolName, stamp, period, totals } = report
  const tables = Object.fromEntries(tablesOf(report).map((table) => [table.key, jsonTable(table)]))
  return { kind, title, subtitle, schoolName, stamp, ...(period && { period }), totals, tables }
}

function jsonTable(table: ReportTable): JsonTable {
  const plain = (row: Row): Record<string, Cell> =>
    Object.fromEntries(table.columns.map((column) => [jsonKeyOf(column), row.cells[column.key] ?? null]))
  const base = { title: table.title, rows: table.rows.map(plain), notes: table.notes }
  return table.totals ? { ...base, totals: plain(table.totals) } : base
}

/** The text of the JSON file, indented, with a line end. */
export function writeJson(report: ReportDocument): string {
  return `${JSON.stringify(jsonReport(report), null, 2)}\n`
}

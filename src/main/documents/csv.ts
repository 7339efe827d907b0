import { stringify } from 'csv-stringify/sync'
import { guardText } from '../../shared/kernel/formula-guard'
import type { Cell, CellKind, Column, ReportTable, Row } from '../../shared/kernel/report-table'
import { plainValue } from './cell-values'

const byteOrderMark = '\ufeff'

/**
 * Tables as one CSV text: UTF-8 with a byte order mark (Excel needs it for é), CRLF line ends. Money is pounds with two
 * decimals and hours are decimal hours, both plain numbers (−3.50 is written -3.50); days are YYYY-MM-DD. Text that a
 * spreadsheet would run as a formula gets a quote in front. One table is header, rows and totals; several follow each
 * other, each under a line with its title and parted by an empty line.
 */
export function writeCsv(tables: readonly ReportTable[]): string {
  const withTitles = tables.length > 1
  const sections = tables.map((table) => stringify(recordsOf(table, withTitles), { record_delimiter: '\r\n' }))
  return byteOrderMark + sections.join('\r\n')
}

function recordsOf(table: ReportTable, withTitle: boolean): string[][] {
  const records: string[][] = withTitle ? [[guardText(table.title)]] : []
  records.push(table.columns.map((column) => guardText(headerOf(column))))
  for (const row of table.rows) records.push(recordOf(table.columns, row))
  if (table.totals) records.push(recordOf(table.columns, table.totals))
  return records
}

const units: Partial<Record<CellKind, string>> = { pence: '£', pounds: '£', percent: '%' }

// Numbers stand alone in a CSV file, so the header says their unit.
function headerOf(column: Column): string {
  const about = [units[column.kind], column.note].filter((part) => part !== undefined)
  return about.length === 0 ? column.title : `${column.title} (${about.join(', ')})`
}

function recordOf(columns: readonly Column[], row: Row): string[] {
  return columns.map((column) => csvCell(column, row.cells[column.key]))
}

function csvCell(column: Column, cell: Cell | undefined): string {
  const value = plainValue(column.kind, cell)
  if (value === null) return ''
  if (typeof value === 'string') return guardText(value)
  return column.kind === 'pence' || column.kind === 'pounds' ? value.toFixed(2) : String(value)
}

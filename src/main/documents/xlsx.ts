import {
  writeXlsx as writeWorkbook,
  type Cell as SheetCell,
  type CellStyle,
  type CellValue,
  type WriteSheet,
} from 'hucre/xlsx'
import { daysBetween, day } from '../../shared/kernel/dates'
import {
  formatCell,
  isNumeric,
  type Cell,
  type CellKind,
  type Column,
  type ReportTable,
  type Row,
} from '../../shared/kernel/report-table'
import { plainValue, xmlText } from './cell-values'

/** What a workbook says about itself. */
export interface WorkbookFacts {
  readonly title: string
  readonly schoolName: string
  /** Instant that the properties carry, ISO UTC. */
  readonly createdAtUtc: string
}

const numberFormats: Partial<Record<CellKind, string>> = {
  pence: '"£"#,##0.00;\u2212"£"#,##0.00',
  pounds: '"£"#,##0.00;\u2212"£"#,##0.00',
  hours: '#,##0.0',
  count: '#,##0',
  decimal: '#,##0.00',
  percent: '0"%"',
  day: 'd mmm yyyy',
  level: '0',
}
const font = { name: 'Calibri', size: 11 }
const line = { style: 'thin', color: { rgb: '8A8272' } } as const
const heavy = { style: 'medium', color: { rgb: '1F2328' } } as const
const longestCell = 32_767

/**
 * A workbook with one sheet per table: a styled header row that stays in view, real numbers in £ and hours formats,
 * real dates, widths that fit, and a totals row that holds values. Text is written inline and nothing is ever a
 * formula, so no cell can run (reliability, section 4). A table's notes stand beneath it, an empty row away.
 */
export async function writeXlsx(tables: readonly ReportTable[], facts: WorkbookFacts): Promise<Uint8Array> {
  const names = sheetNames(tables)
  const created = new Date(facts.createdAtUtc)
  return writeWorkbook({
    stringMode: 'inline',
    defaultFont: font,
    properties: {
      title: xmlText(facts.title),
      company: xmlText(facts.schoolName),
      creator: 'CPD Binder',
      created,
      modified: created,
    },
    sheets: tables.map((table, index) => sheetOf(table, names[index] as string, facts)),
  })
}

function sheetOf(table: ReportTable, name: string, facts: WorkbookFacts): WriteSheet {
  const cells = new Map<string, Partial<SheetCell>>()
  const body = [...table.rows, ...(table.totals ? [table.totals] : [])]
  table.columns.forEach((column, x) => {
    cells.set(`0,${x}`, { style: headerStyle(column) })
    body.forEach((row, y) => cells.set(`${y + 1},${x}`, { style: bodyStyle(column, row === table.totals) }))
  })
  const rows: CellValue[][] = [table.columns.map(headerText), ...body.map((row) => rowValues(table.columns, row))]
  for (const note of table.notes) rows.push(...(rows.length === body.length + 1 ? [[]] : []), [sheetText(note)])
  return {
    name,
    rows,
    cells,
    columns: table.columns.map((column) => ({ width: widthOf(column, body) })),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: table.columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: {
      oddHeader: `&L${headerSafe(facts.schoolName)}&R${headerSafe(table.title)}`,
      oddFooter: '&RPage &P of &N',
    },
  }
}

// An ampersand starts a command in a sheet's header.
function headerSafe(text: string): string {
  return xmlText(text).replaceAll('&', '&&').slice(0, 100)
}

function headerText(column: Column): string {
  return sheetText(column.note === undefined ? column.title : `${column.title} (${column.note})`)
}

// Spreadsheets read _x0041_ as an escaped A: the underscore is escaped itself, so that the text stays as it was typed.
function sheetText(text: string): string {
  return xmlText(text)
    .slice(0, longestCell)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function rowValues(columns: readonly Column[], row: Row): CellValue[] {
  return columns.map((column) => sheetValue(column.kind, row.cells[column.key]))
}

/** Days become the serial number that spreadsheets count from 30 December 1899, so no time zone can move them. */
function sheetValue(kind: CellKind, cell: Cell | undefined): CellValue {
  const value = plainValue(kind, cell)
  if (typeof value !== 'string') return value
  return kind === 'day' ? daysBetween(day('1900-01-01'), day(value)) + 2 : sheetText(value)
}

function headerStyle(column: Column): CellStyle {
  return {
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F6F3EC' } },
    border: { bottom: heavy },
    alignment: { horizontal: isNumeric(column.kind) ? 'right' : 'left', vertical: 'bottom', wrapText: true },
  }
}

function bodyStyle(column: Column, isTotal: boolean): CellStyle {
  const numFmt = numberFormats[column.kind]
  return {
    font: { ...font, bold: isTotal },
    border: isTotal ? { top: heavy } : { bottom: line },
    alignment: {
      horizontal: isNumeric(column.kind) ? 'right' : 'left',
      vertical: 'top',
      wrapText: column.kind === 'text',
    },
    ...(numFmt === undefined ? {} : { numFmt }),
  }
}

function widthOf(column: Column, rows: readonly Row[]): number {
  const longest = rows.reduce(
    (most, row) => Math.max(most, formatCell(column.kind, row.cells[column.key]).length),
    0,
  )
  const header = Math.ceil(headerText(column).length / (isNumeric(column.kind) ? 2 : 1))
  return Math.min(60, Math.max(10, longest + 3, header + 3))
}

/** Sheet names: at most 31 characters, none of : \ / ? * [ ], no quote at an end, each one once whatever its case. */
export function sheetNames(tables: readonly { readonly title: string }[]): string[] {
  const taken = new Set<string>()
  return tables.map(({ title }) => {
    const base =
      xmlText(title)
        .replace(/[:\\/?*[\]]/g, '-')
        .replace(/[\r\n\t]/g, ' ')
        .slice(0, 31)
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let name = /^history$/i.test(base) ? 'History table' : base
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${base.slice(0, 31 - ` (${count})`.length)} (${count})`
    taken.add(name.toLowerCase())
    return name
  })
}

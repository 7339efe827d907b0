import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ExternalHyperlink,
  type ITableCellBorders,
} from 'docx'
import { addingUp } from '../../shared/kernel/adding-up'
import { formatCellOf, isNumeric, type Column, type ReportTable, type Row } from '../../shared/kernel/report-table'
import { xmlText } from './cell-values'
import { ink, paragraphStyles, textWidthTwips } from './docx-style'
import { docxLine } from './docx-text'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: ink.rule } as const
const strong = { style: BorderStyle.SINGLE, size: 8, color: ink.text } as const

/** Tables of at most so many rows are kept on one page, as in print. */
const mostKeptWhole = 7

/**
 * A real Word table: the header row repeats on each page, no row is split, and the totals row keeps the row above it
 * beside it. Notes follow as small paragraphs.
 */
export function docxTable(table: ReportTable): (Paragraph | Table)[] {
  const widths = columnWidths(table)
  const last = table.rows.length - 1
  const rows = addingUp(table).rows.map((row, index) =>
    bodyRow(table.columns, widths, row, index === last ? table.totals !== undefined : last < mostKeptWhole),
  )
  const totals = table.totals ? [totalsRow(table.columns, widths, table.totals)] : []
  const body = new Table({
    rows: [headerRow(table.columns, widths), ...rows, ...totals],
    width: { size: textWidthTwips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    tableLook: {
      firstRow: true,
      lastRow: table.totals !== undefined,
      firstColumn: true,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  })
  const notes = table.notes.map((note) => new Paragraph({ style: paragraphStyles.note, text: xmlText(note) }))
  const after = notes.length === 0 ? [new Paragraph({ style: paragraphStyles.afterTable, children: [] })] : notes
  const title =
    table.title === ''
      ? []
      : [new Paragraph({ style: paragraphStyles.tableTitle, text: xmlText(table.title), keepNext: true })]
  return [...title, body, ...after]
}

function headerRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  const children = columns.map((column, index) => {
    const note =
      column.note === undefined ? [] : [new TextRun({ text: xmlText(column.note), break: 1, bold: false })]
    const look = { bold: true, color: ink.quiet }
    const words = column.richTitle
      ? docxLine(column.richTitle, look)
      : [new TextRun({ text: xmlText(column.title), ...look })]
    const children = [...words, ...note]
    return cell(widths[index] ?? 0, { bottom: strong }, paragraph(column, children, true))
  })
  return new TableRow({ tableHeader: true, cantSplit: true, children })
}

function bodyRow(columns: readonly Column[], widths: readonly number[], row: Row, keepNext: boolean): TableRow {
  const children = columns.map((column, index) => {
    const note =
      index === 0 && row.note !== undefined
        ? [new TextRun({ text: xmlText(row.note), break: 1, size: 16, color: ink.quiet })]
        : []
    const rich = row.rich?.[column.key]
    const words = rich ? docxLine(rich) : [new TextRun(xmlText(formatCellOf(column, row)))]
    return cell(widths[index] ?? 0, { bottom: hairline }, paragraph(column, [...words, ...note], keepNext))
  })
  return new TableRow({ cantSplit: true, children })
}

function totalsRow(columns: readonly Column[], widths: readonly number[], row: Row): TableRow {
  const children = columns.map((column, index) => {
    const value = row.cells[column.key]
    const text = value === undefined || value === null ? '' : formatCellOf(column, row)
    return cell(
      widths[index] ?? 0,
      { top: strong },
      paragraph(column, [new TextRun({ text: xmlText(text), bold: true })], false),
    )
  })
  return new TableRow({ cantSplit: true, children })
}

function paragraph(column: Column, children: (TextRun | ExternalHyperlink)[], keepNext: boolean): Paragraph {
  return new Paragraph({
    style: paragraphStyles.cell,
    alignment: isNumeric(column.kind) ? AlignmentType.RIGHT : AlignmentType.LEFT,
    keepNext,
    children,
  })
}

function cell(width: number, borders: ITableCellBorders, child: Paragraph): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, borders, children: [child] })
}

// About the width of a letter at the table's size, and the cell's margins, in twips.
const letter = 112
// Heads are bold.
const boldLetter = 126
const sideMargins = 180

/**
 * Widths in twips that add up to the text width. Figures and days get what they need so that no number wraps; what is
 * left goes to the text columns, by the length of their longest text.
 */
export function columnWidths(table: ReportTable): number[] {
  const floors = table.columns.map((column) => floorOf(table, column))
  const needed = floors.reduce((sum, width) => sum + width, 0)
  if (needed >= textWidthTwips) return fill(floors.map((width) => Math.floor((width * textWidthTwips) / needed)))
  const wishes = table.columns.map((column) =>
    column.kind === 'text' ? Math.min(60, longestOf(table, column)) : 1,
  )
  // A table without a word in it, to be filled in by hand, has nothing to go by.
  const wished = wishes.reduce((sum, wish) => sum + wish, 0) || 1
  return fill(
    floors.map((width, index) => width + Math.floor(((textWidthTwips - needed) * (wishes[index] ?? 0)) / wished)),
  )
}

// The few twips that rounding leaves go to the first column.
function fill(widths: readonly number[]): number[] {
  const spare = textWidthTwips - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === 0 ? width + spare : width))
}

function longestOf(table: ReportTable, column: Column): number {
  const rows = table.totals ? [...table.rows, table.totals] : table.rows
  return rows.reduce((most, row) => Math.max(most, formatCellOf(column, row).length), 0)
}

function floorOf(table: ReportTable, column: Column): number {
  const longestWord = Math.max(...`${column.title} ${column.note ?? ''}`.split(' ').map((word) => word.length))
  const longest = longestOf(table, column)
  const body = (column.kind === 'text' ? Math.min(longest, 9) : longest) * letter
  return Math.max(longestWord * boldLetter, body) + sideMargins
}

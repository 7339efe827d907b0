/**
 * One shape for every report: screen, print, PDF, DOCX, XLSX, CSV and JSON are all made from it, so they cannot
 * disagree. A cell keeps its true value (integer pence, minutes, a day); formatting happens in the writer.
 */
import { z } from 'zod'
import { formatDayShort, zDay, type Day } from './dates'
import { formatPence, formatPounds, type Pence } from './money'
import { zInline, zRichText } from './rich-text'

export const zCellKind = z.enum([
  'text',
  'pence',
  'pounds',
  'count',
  'hours',
  'number',
  'decimal',
  'percent',
  'day',
  'level',
])
/** `pence` prints £1,234.50; `pounds` holds pence and prints £1,235; `hours` holds minutes; `decimal` always shows two decimals; `percent` holds 0–100; `level` 1–5. */
export type CellKind = z.infer<typeof zCellKind>

export const zColumn = z.object({
  /** Carries its unit: amounts end in `Pence`, hours (held as minutes) in `Minutes`; see {@link jsonKeyOf}. */
  key: z.string(),
  title: z.string(),
  /** The title's words with their marks and gaps: drawn in place of the plain ones. */
  richTitle: z.array(zInline).optional(),
  kind: zCellKind,
  /** A short line under the title, e.g. the unit. */
  note: z.string().optional(),
})
export type Column = z.infer<typeof zColumn>

export const zCell = z.union([z.string(), z.number(), z.null()])
export type Cell = z.infer<typeof zCell>

export const zRow = z.object({
  key: z.string(),
  cells: z.record(z.string(), zCell),
  /** The second, grey line of the first cell. */
  note: z.string().optional(),
  /** For a cell (by column key), the unit printed behind its number: "%" or "books". */
  units: z.record(z.string(), z.string()).optional(),
  /** For a cell (by column key), its words with their marks, links and gaps: drawn in place of the plain ones. */
  rich: z.record(z.string(), z.array(zInline)).optional(),
  /** For a cell (by column key), the route whose page lists the rows behind it. */
  doors: z.record(z.string(), z.string()).optional(),
})
export type Row = z.infer<typeof zRow>

export const zReportTable = z.object({
  key: z.string(),
  title: z.string(),
  columns: z.array(zColumn).min(1),
  rows: z.array(zRow),
  /** The totals row: equals the sum of what is shown for every column that is a sum. */
  totals: zRow.optional(),
  /** Definitions and cautions printed beneath. */
  notes: z.array(z.string()).default([]),
})
export type ReportTable = z.infer<typeof zReportTable>

/**
 * A chart. Its values are as in a cell of its unit: pence for `pounds`, minutes for `hours`, 0–100 for `percent`. The
 * exact figures are also in the table named by `tableKey`.
 */
export const zChart = z.object({
  key: z.string(),
  /** The finding, in a sentence. */
  title: z.string(),
  kind: z.enum(['bars', 'stacked-bars', 'line']),
  unit: z.enum(['pounds', 'hours', 'percent', 'count', 'number']),
  /** One per bar, or per part of a stacked bar (paid, promised). */
  series: z.array(z.object({ key: z.string(), title: z.string() })),
  points: z.array(
    z.object({
      label: z.string(),
      values: z.record(z.string(), z.number()),
      target: z.number().optional(),
      /** For a line over days: when it was. Where every point has one, they stand as far apart as their days. */
      day: zDay.optional(),
      /** What is written at the end of the bar, where it says more than the bar's length: "£300 over". */
      valueText: z.string().optional(),
      /** What is not known yet: drawn hollow, so that nobody reads it as a result. */
      isUnknown: z.boolean().optional(),
    }),
  ),
  /** What the mark across a bar means, where points have a target. */
  targetTitle: z.string().optional(),
  /** The table that holds the same figures. */
  tableKey: z.string().optional(),
})
export type Chart = z.infer<typeof zChart>

/** A piece of a printed report, in reading order. */
export const zBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('lead'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  /** Small print beneath a figure or a table. */
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()), ordered: z.boolean().default(false) }),
  z.object({
    kind: z.literal('figures'),
    /** `to`: on screen, the page with the rows behind the figure. */
    items: z.array(z.object({ label: z.string(), value: z.string(), note: z.string(), to: z.string().optional() })),
  }),
  z.object({ kind: z.literal('table'), table: zReportTable }),
  z.object({ kind: z.literal('chart'), chart: zChart }),
  /** Stands before the heading that opens the new page. */
  z.object({ kind: z.literal('page-break') }),
  /** A text with bold or italic words, links or gaps, or with lists within lists; without fields, headings and tables. */
  z.object({ kind: z.literal('rich'), text: zRichText }),
])
export type Block = z.infer<typeof zBlock>

/** A whole printed report: what the print view draws and the Word writer writes. */
export const zReportDocument = z.object({
  kind: z.string(),
  title: z.string(),
  subtitle: z.string(),
  schoolName: z.string(),
  /** The year it is about, for readers of the JSON: its kind, its name and its two ends. */
  period: z.object({ kind: z.string(), label: z.string(), startsOn: z.string(), endsOn: z.string() }).optional(),
  /** Running header, right: "Professional development, 2025/26". */
  running: z.string(),
  /** Footer, left: date and version. */
  stamp: z.string(),
  /** True when a list of its headings, each with its page, stands before the text. */
  hasContents: z.boolean().optional(),
  /** True for a letter: it begins with its own words, and no title stands above them. */
  isLetter: z.boolean().optional(),
  blocks: z.array(zBlock),
  /** Tables that are not printed but belong to the workbook, the CSV and the JSON. */
  moreTables: z.array(zReportTable).default([]),
  /** The report's totals by name, exact: pence in keys that end in `Pence`, minutes in `Minutes`. */
  totals: z.record(z.string(), z.number()).default({}),
})
export type ReportDocument = z.infer<typeof zReportDocument>

/**
 * Every table of a report, the printed ones first, in reading order. A key occurs once: where a page had room for some
 * rows or columns only, the whole table of that key stands in the place of the printed one.
 */
export function tablesOf(report: ReportDocument): ReportTable[] {
  const printed = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const byKey = new Map<string, ReportTable>()
  // What is set again under a key keeps its place.
  for (const table of [...printed, ...report.moreTables]) byKey.set(table.key, table)
  return [...byKey.values()]
}

const unitSuffix: Partial<Record<CellKind, string>> = {
  pence: 'Pence',
  pounds: 'Pence',
  hours: 'Minutes',
  percent: 'Percent',
}

/** A column's name in JSON: it ends in its unit (`paid` becomes `paidPence`), so that no reader has to guess. */
export function jsonKeyOf(column: Column): string {
  const suffix = unitSuffix[column.kind]
  return suffix === undefined || column.key.endsWith(suffix) ? column.key : `${column.key}${suffix}`
}

const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** How a cell reads on screen and on paper. A missing value is an en dash, never a zero. */
export function formatCell(kind: CellKind, cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '–'
  if (typeof cell === 'string') return kind === 'day' ? formatDayShort(cell as Day) : cell
  switch (kind) {
    case 'pence':
      return formatPence(cell as Pence)
    case 'pounds':
      return formatPounds(cell as Pence)
    case 'hours':
      return minus(oneDecimal.format(cell / 60))
    case 'percent':
      return `${minus(whole.format(cell))}%`
    case 'count':
      return minus(whole.format(cell))
    case 'decimal':
      return minus(twoDecimals.format(cell))
    default:
      return minus(decimal.format(cell))
  }
}

/** A row's cell as it reads on screen and on paper, with its own unit where it has one: 61%, 5.2 points. */
export function formatCellOf(column: Column, row: Row): string {
  const cell = row.cells[column.key]
  const text = formatCell(column.kind, cell)
  const unit = row.units?.[column.key]
  if (unit === undefined || unit === '' || typeof cell !== 'number') return text
  if (unit === '£') return text.startsWith('−') ? `−£${text.slice(1)}` : `£${text}`
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

// A true minus sign, as money has.
function minus(text: string): string {
  return text.replace('-', '−').replace(/^−0(\.0)?$/, '0$1')
}

/** True for kinds that are set right-aligned with tabular figures. */
export function isNumeric(kind: CellKind): boolean {
  return kind !== 'text' && kind !== 'day'
}

/** The only module that knows which library reads workbooks. */
import { readFileSync } from 'node:fs'
import { readXlsx, streamXlsxRows, type CellValue } from 'hucre/xlsx'
import type { FileShape } from '../../shared/features/imports/model'
import { sameText } from '../../shared/features/imports/normalise'
import { Refusal } from '../../shared/kernel/result'
import { findHeaderRow } from './csv-shape'
import type { RawRecord } from './csv-tokenizer'
import {
  cellCharacterLimit,
  columnLimit,
  type TableJob,
  type RowBatch,
  type RowsJob,
  type RowsSummary,
} from './parse-job'
import { RowSink } from './row-sink'
import { columnsOf } from './shape'
import { checkZip } from './zip-check'

const sampleRecords = 100

/** Which program's file this is, by its first bytes: a workbook, an older or locked one, or neither. */
export function workbookKind(head: Buffer): 'workbook' | 'old' | undefined {
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'workbook'
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) return 'old'
  return undefined
}

interface OpenBook {
  readonly bytes: Buffer
  readonly sheets: readonly string[]
  readonly sheet: string
}

async function openBook(job: TableJob): Promise<OpenBook> {
  const bytes = readFileSync(job.path)
  const entries = checkZip(bytes)
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) throw new Refusal('import.not-workbook')
  const sheets: string[] = []
  try {
    await readXlsx(bytes, {
      sheets: (info) => {
        sheets.push(info.name)
        return false
      },
    })
  } catch {
    if (sheets.length === 0) throw new Refusal('import.damaged')
  }
  const asked = job.options.sheet
  const sheet = asked === undefined ? sheets[0] : sheets.find((name) => sameText(name) === sameText(asked))
  if (sheet === undefined)
    throw new Refusal('import.sheet-missing', { sheet: asked ?? '', sheets: sheets.join(', ') })
  return { bytes, sheets, sheet }
}

/** Each row of a sheet as a record, blank rows between included in the count. */
async function* records(book: OpenBook, most: number): AsyncGenerator<RawRecord> {
  try {
    for await (const { index, values } of streamXlsxRows(book.bytes, { sheet: book.sheet, maxRows: most }))
      yield toRecord(index + 1, values)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal('import.damaged')
  }
}

function toRecord(row: number, values: readonly (CellValue | undefined)[]): RawRecord {
  const fields = Array.from(values, cellText)
  let lastText = fields.length - 1
  while (lastText >= 0 && fields[lastText]?.trim() === '') lastText -= 1
  const tooLong = fields.findIndex((field) => field.length > cellCharacterLimit)
  return { row, fields: fields.slice(0, columnLimit), count: lastText + 1, lastText, tooLong, badQuotes: false }
}

/**
 * A cell as text. Numbers are given the 15 digits that a spreadsheet shows (it stores 0.30000000000000004 for 0.1 +
 * 0.2), never with an exponent; days as YYYY-MM-DD.
 */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayText(value)
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  if (Number.isInteger(rounded)) return BigInt(rounded).toString()
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(12).replace(/\.?0+$/, '') : String(rounded)
}

function dayText(value: Date): string {
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

async function shapeOf(job: TableJob, book: OpenBook): Promise<FileShape> {
  const sample: RawRecord[] = []
  for await (const record of records(book, sampleRecords)) sample.push(record)
  const headerRow =
    job.options.header === 'none'
      ? 0
      : job.options.header === 'first-row'
        ? (sample.find((record) => record.lastText >= 0)?.row ?? 0)
        : findHeaderRow(sample, new Set(job.knownHeaders))
  if (sample.every((record) => record.lastText < 0)) throw new Refusal('import.empty')
  return {
    format: 'xlsx',
    encodingGuessed: false,
    sheets: [...book.sheets],
    sheet: book.sheet,
    headerRow,
    columns: columnsOf(sample, headerRow),
  }
}

/** Looks at the beginning of a workbook: its sheets, and the header row and columns of the chosen or first one. */
export async function inspectXlsx(job: TableJob): Promise<FileShape> {
  return shapeOf(job, await openBook(job))
}

/** Reads every row of a sheet and hands batches on, waiting for each to be taken. */
export async function readXlsxRows(job: RowsJob, send: (batch: RowBatch) => Promise<void>): Promise<RowsSummary> {
  const book = await openBook(job)
  const shape = await shapeOf(job, book)
  const sink = new RowSink(job, { headerRow: shape.headerRow, columns: shape.columns, ragged: false })
  for await (const record of records(book, job.limits.rows + shape.headerRow + 1_000)) {
    sink.take(record)
    if (sink.full) await send(sink.batch())
  }
  await send(sink.batch())
  return sink.summary()
}

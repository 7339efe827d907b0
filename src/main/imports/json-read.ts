import type { FileColumn, FileShape } from '../../shared/features/imports/model'
import { Refusal } from '../../shared/kernel/result'
import type { RawRecord } from './csv-tokenizer'
import { damagedAt } from './json-damage'
import {
  cellCharacterLimit,
  columnLimit,
  type RowBatch,
  type RowsJob,
  type RowsSummary,
  type TableJob,
} from './parse-job'
import { RowSink } from './row-sink'
import { columnOf } from './shape'
import { decodedText, findEncoding } from './text-encoding'

/** True for the beginning of JSON: a brace or a bracket behind a byte-order mark and blanks, in whatever Unicode. */
export function beginsAsJson(head: Buffer): boolean {
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[[{]/.test(head.subarray(0, 256).toString('latin1'))
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
type Item = Readonly<Record<string, Value>>

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
const isItem = (value: Value): value is Item => typeof value === 'object' && value !== null && !isList(value)

/** A list of records, whatever it is wrapped in. */
interface Found {
  readonly list: readonly Value[]
  /** What stands beside it, for lists of codes: their own name. */
  readonly beside: Item
}

const deepestWrapper = 4

/** The longest list of records: an export is wrapped in an answer, with counts and other things beside it. */
function findList(root: Value): Found | undefined {
  let best: Found | undefined
  const look = (value: Value, beside: Item, depth: number): void => {
    if (isList(value)) {
      const isRecords = value.length === 0 || value.some(isItem)
      if (isRecords && (best === undefined || value.length > best.list.length)) best = { list: value, beside }
    } else if (isItem(value) && depth < deepestWrapper) {
      for (const inner of Object.values(value)) look(inner, value, depth + 1)
    }
  }
  look(root, {}, 0)
  return best
}

const deepestCell = 3

/** The cells of a record by their names: what is nested is named by its way, "venue.town"; a list is cut by semicolons. */
function cellsOf(record: Item, into: Map<string, string>, before = '', depth = 1): void {
  for (const [key, value] of Object.entries(record)) {
    if (isItem(value)) {
      if (depth < deepestCell) cellsOf(value, into, `${before}${key}.`, depth + 1)
    } else {
      const text = isList(value) ? value.filter((one) => !isItem(one) && !isList(one)).map(textOf) : [textOf(value)]
      into.set(`${before}${key}`, text.join(';'))
    }
  }
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? value : String(value)
}

/** Names that were made fit for XML: `_x0034_-5_x0020_years` is "4-5 years". */
const plainName = (name: string): string =>
  name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** A list of codes, each a record of one name and its code, as rows that say so; undefined for any other list. */
function codeRows({ list, beside }: Found): Map<string, string>[] | undefined {
  const rows: Map<string, string>[] = []
  const name = Object.entries(beside).find(([key, value]) => /name$/i.test(key) && typeof value === 'string')?.[1]
  for (const one of list) {
    const [entry, ...others] = isItem(one) ? Object.entries(one) : []
    if (entry === undefined || others.length > 0 || isItem(entry[1]) || isList(entry[1])) return undefined
    rows.push(
      new Map([
        ['Code list', textOf(name ?? null)],
        ['Entry', plainName(entry[0])],
        ['Entry code', textOf(entry[1])],
      ]),
    )
  }
  return rows.length > 1 ? rows : undefined
}

interface OpenJson {
  readonly encoding: FileShape['encoding']
  readonly encodingGuessed: boolean
  readonly headers: readonly string[]
  /** Undefined where a list holds something that is no record. */
  readonly rows: readonly (Map<string, string> | undefined)[]
}

async function openJson(job: TableJob): Promise<OpenJson> {
  const found = await findEncoding(job.path)
  let text = ''
  for await (const piece of decodedText(job.path, found.encoding)) text += piece
  let root: Value
  try {
    root = JSON.parse(text.replace(/^\ufeff/, '')) as Value
  } catch {
    throw new Refusal('import.json-damaged', damagedAt(text.replace(/^\ufeff/, '')))
  }
  const list = findList(root)
  if (list === undefined) throw new Refusal('import.json-no-list')
  if (list.list.length === 0) throw new Refusal('import.empty')
  if (list.list.length > job.limits.rows) throw new Refusal('import.too-many-rows', { limit: job.limits.rows })
  const rows =
    codeRows(list) ??
    list.list.map((one) => {
      if (!isItem(one)) return undefined
      const cells = new Map<string, string>()
      cellsOf(one, cells)
      return cells
    })
  return { encoding: found.encoding, encodingGuessed: found.guessed, headers: headersOf(rows), rows }
}

function headersOf(rows: OpenJson['rows']): string[] {
  const headers = new Set<string>()
  for (const [index, row] of rows.entries()) {
    for (const name of row?.keys() ?? []) headers.add(name)
    if (headers.size > columnLimit)
      throw new Refusal('import.too-many-columns', { limit: columnLimit, row: index + 1, found: headers.size })
  }
  return [...headers]
}

const sampledRows = 100

function columnsOf({ headers, rows }: OpenJson): FileColumn[] {
  const sampled = rows.slice(0, sampledRows)
  return headers.map((header, index) =>
    columnOf(
      header,
      index,
      sampled.map((row) => row?.get(header)?.trim() ?? ''),
    ),
  )
}

/** Looks at a file of JSON: its records' names are its columns. */
export async function inspectJson(job: TableJob): Promise<FileShape> {
  const open = await openJson(job)
  return {
    format: 'json',
    encoding: open.encoding,
    encodingGuessed: open.encodingGuessed,
    sheets: [],
    headerRow: 0,
    columns: columnsOf(open),
  }
}

/** Reads every record of a file of JSON and hands batches on, waiting for each to be taken. Rows are counted from 1. */
export async function readJsonRows(job: RowsJob, send: (batch: RowBatch) => Promise<void>): Promise<RowsSummary> {
  const open = await openJson(job)
  const { headers, rows } = open
  const sink = new RowSink(job, { headerRow: 0, columns: columnsOf(open), ragged: false })
  const wanted = new Set([...job.columns, ...[...job.keep, ...job.leaveOut].map((test) => test.column)])
  for (const [index, row] of rows.entries()) {
    const record = row && recordOf(index + 1, headers, row, wanted)
    if (record) sink.take(record)
    else sink.refuse({ row: index + 1, code: 'row.not-a-record', cells: [] })
    if (sink.full) await send(sink.batch((index + 1) / rows.length))
  }
  await send(sink.batch(1))
  return sink.summary()
}

function recordOf(
  row: number,
  headers: readonly string[],
  cells: ReadonlyMap<string, string>,
  wanted: ReadonlySet<number>,
): RawRecord {
  const fields = headers.map((header, index) => (wanted.has(index) ? (cells.get(header) ?? '') : ''))
  const isThere = [...cells.values()].some((cell) => cell.trim() !== '')
  return {
    row,
    fields,
    count: cells.size,
    lastText: isThere ? headers.length - 1 : -1,
    tooLong: fields.findIndex((field) => field.length > cellCharacterLimit),
    badQuotes: false,
  }
}

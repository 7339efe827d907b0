import { statSync } from 'node:fs'
import { cleanCell, type CleanCell } from '../../../shared/features/imports/clean-cell'
import { knownHeadersOf, matchColumns, type RememberedHeaders } from '../../../shared/features/imports/column-match'
import type { Where } from '../../../shared/features/imports/contract'
import type {
  FieldKind,
  FileShape,
  ImportField,
  Mapping,
  ReadOptions,
} from '../../../shared/features/imports/model'
import { normaliseHeader } from '../../../shared/features/imports/normalise'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { CellTest, FileLimits, RowsSummary } from '../../imports/parse-job'
import { inspectFile, readRows, type ParserHost } from '../../imports/parser-process'

/** A file, how it is read, and which columns fill which fields. */
export interface ReadyFile {
  readonly index: number
  readonly path: string
  readonly name: string
  readonly options: ReadOptions
  readonly shape: FileShape
  readonly mapping: Mapping
  readonly remembered: boolean
}

/** A row with its cells cleaned by the kinds of their fields; a field that no column fills is absent. */
export interface MappedRow {
  readonly file: number
  readonly row: number
  readonly values: Readonly<Record<string, string | number | null>>
}

/** A row or cell that cannot be taken. `column` is the header as written. */
export interface RowFault {
  readonly file: number
  readonly row: number
  readonly column: string | null
  /** Whose row it is, as the file names them. */
  readonly who?: string
  readonly code: ErrorCode
  readonly facts?: ErrorFacts
}

export interface FileToRead {
  readonly index: number
  readonly path: string
  readonly name: string
  readonly options: ReadOptions
  /** Chosen by hand; else proposed. */
  readonly mapping?: Mapping | undefined
}

/** Looks at a file and matches its columns. `headers`: named on the command line, or remembered for these headers. */
export async function readyFile(
  host: ParserHost,
  file: FileToRead,
  fields: readonly ImportField[],
  limits: FileLimits,
  looks: Map<string, FileShape>,
  rememberedFor: (shape: FileShape) => RememberedHeaders,
  named: RememberedHeaders = {},
): Promise<ReadyFile> {
  const shape = await look(host, file, fields, limits, looks)
  const remembered = rememberedFor(shape)
  const proposed = matchColumns(fields, shape.columns, { ...remembered, ...named }).mapping
  const mapping = file.mapping === undefined ? proposed : allowed(file.mapping, fields, shape)
  return { ...file, shape, mapping, remembered: Object.keys(remembered).length > 0 }
}

/** A look at a file, or the last one if the file has not changed since. */
async function look(
  host: ParserHost,
  file: FileToRead,
  fields: readonly ImportField[],
  limits: FileLimits,
  looks: Map<string, FileShape>,
): Promise<FileShape> {
  const stamp = statSync(file.path, { throwIfNoEntry: false })
  const key = JSON.stringify([file.path, file.options, stamp?.size, stamp?.mtimeMs])
  const known = looks.get(key)
  if (known) return known
  const { path, options } = file
  const shape = await inspectFile(host, { path, options, limits, knownHeaders: knownHeadersOf(fields) })
  looks.set(key, shape)
  return shape
}

/** A mapping by hand, without fields we do not have and columns that are not there or must not be read. */
function allowed(mapping: Mapping, fields: readonly ImportField[], shape: FileShape): Mapping {
  const keys = new Set(fields.map((field) => field.key))
  return Object.fromEntries(
    Object.entries(mapping).filter(
      ([key, index]) =>
        keys.has(key) && shape.columns[index] !== undefined && shape.columns[index].withheld === undefined,
    ),
  )
}

/** The tests that a choice of rows means for one file; none where the file has no such column. */
export function testsFor(file: ReadyFile, where: readonly Where[]): CellTest[] {
  return where.flatMap((choice) => {
    const column = columnNamed(file, choice.column)
    return column === undefined
      ? []
      : [{ column, values: choice.values, match: 'equals' as const, reason: 'where' }]
  })
}

export function columnNamed(file: ReadyFile, header: string): number | undefined {
  const name = normaliseHeader(header)
  return file.shape.columns.find(
    (column) => column.withheld === undefined && normaliseHeader(column.header) === name,
  )?.index
}

/** Refuses a choice of rows, or a header named for a field, that no file has. */
export function assertColumnsNamed(files: readonly ReadyFile[], headers: readonly string[]): void {
  for (const header of headers) {
    if (files.some((file) => columnNamed(file, header) !== undefined)) continue
    const columns = files.flatMap((file) =>
      file.shape.columns.filter((column) => column.withheld === undefined).map((column) => column.header),
    )
    throw new Refusal('import.column-unknown', { column: header, columns: columns.join(', ') })
  }
}

export interface ReadFilter {
  readonly keep: readonly CellTest[]
  readonly leaveOut: readonly CellTest[]
  /** Whose row it is, from what could be read of it; the row's first cells where this tells nothing. */
  readonly whoOf?: (values: MappedRow['values']) => string | undefined
}

/** Reads the mapped columns of a file. Each row comes cleaned to `onRow`; rows and cells that cannot be taken to `onFault`. */
export async function readMapped(
  host: ParserHost,
  file: ReadyFile,
  fields: readonly ImportField[],
  limits: FileLimits,
  filter: ReadFilter,
  onRow: (row: MappedRow) => void,
  onFault: (fault: RowFault) => void,
): Promise<RowsSummary> {
  const mapped = fields.filter((field) => file.mapping[field.key] !== undefined)
  const columns = mapped.map((field) => file.mapping[field.key] ?? 0)
  const header = (index: number): string => file.shape.columns[index]?.header ?? ''
  const cleaners = mapped.map((field) => cleanerOf(field.kind))
  const { keep, leaveOut, whoOf } = filter
  const job = {
    path: file.path,
    options: file.options,
    limits,
    knownHeaders: knownHeadersOf(fields),
    columns,
    keep,
    leaveOut,
  }
  const clean = (cells: readonly string[]): { values: MutableValues; bad: [number, ErrorCode][] } => {
    const values: MutableValues = {}
    const bad: [number, ErrorCode][] = []
    mapped.forEach((field, place) => {
      const cleaned = cleaners[place]?.(cells[place] ?? '')
      if (cleaned?.ok) values[field.key] = cleaned.value
      else if (cleaned) bad.push([columns[place] ?? 0, cleaned.code])
    })
    return { values, bad }
  }
  const about = (row: number, cells: readonly string[], values: MappedRow['values']) => {
    const who = whoOf?.(values) ?? firstCells(cells)
    return { file: file.index, row, ...(who !== '' && { who }) }
  }
  return readRows(host, job, (batch) => {
    for (const { row, column, code, facts, cells } of batch.refused) {
      const under = column === undefined ? null : header(column)
      onFault({ ...about(row, cells, clean(cells).values), column: under, code, ...(facts && { facts }) })
    }
    batch.cells.forEach((cells, at) => {
      const row = batch.rows[at] ?? 0
      const { values, bad } = clean(cells)
      if (bad.length === 0) onRow({ file: file.index, row, values })
      for (const [column, code] of bad) onFault({ ...about(row, cells, values), column: header(column), code })
    })
  })
}

type MutableValues = Record<string, string | number | null>

/** Enough of a row to find it by: its first three cells that say anything, each cut short. */
function firstCells(cells: readonly string[]): string {
  const said = cells.map((cell) => cell.trim().replace(/\s+/g, ' ')).filter((cell) => cell !== '')
  return said
    .slice(0, 3)
    .map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell))
    .join(' · ')
}

/** So many different cells of a column are remembered. */
const mostCellsKnown = 4_096

/**
 * Cleans the cells of one column. Days, suppliers and codes come again and again: each is cleaned once and kept once,
 * so that a long file is quick to read and small in memory. In a column whose cells all differ, looking back would
 * cost more than it saves, and stops.
 */
function cleanerOf(kind: FieldKind): (raw: string) => CleanCell {
  let known: Map<string, CleanCell> | undefined = new Map()
  let again = 0
  return (raw) => {
    const found = known?.get(raw)
    if (found !== undefined) {
      again += 1
      return found
    }
    const cleaned = cleanCell(kind, raw)
    if (known !== undefined && known.size < mostCellsKnown) known.set(raw, cleaned)
    else if (again < mostCellsKnown) known = undefined
    return cleaned
  }
}

/**
 * What the parsing process is asked and what it answers. Both sides read this file; nothing in it knows a domain.
 */
import type { ErrorCode } from '../../shared/kernel/error-codes'
import type { ErrorFacts } from '../../shared/kernel/result'
import type { WordText } from '../../shared/kernel/word-text'
import type { FileShape, ReadOptions } from '../../shared/features/imports/model'

/** Limits of one kind of file (model, section 6); each is named in the refusal that it causes. */
export interface FileLimits {
  readonly bytes: number
  readonly rows: number
  readonly cells: number
  /** True where a file may be JSON as well. */
  readonly takesJson?: boolean
}

/** Staff, ledger and survey files: 50 MB, 100,000 rows, 8 million cells. */
export const officeLimits: FileLimits = { bytes: 50e6, rows: 100_000, cells: 8_000_000 }
/** Catalogues of courses: as those, and JSON as well. */
export const catalogueLimits: FileLimits = { ...officeLimits, takesJson: true }
/** School registers and benchmark files are streamed: 200 MB, no limit of rows but what fits in that. */
export const registerLimits: FileLimits = { bytes: 200e6, rows: 5_000_000, cells: 1_000_000_000 }

export const columnLimit = 500
export const cellCharacterLimit = 32_767

/** A test of one cell. Values are compared as `sameText` makes them: trimmed, without case. */
export interface CellTest {
  readonly column: number
  readonly values: readonly string[]
  readonly match: 'equals' | 'contains'
  /** Under which name a row is counted that this test leaves out. */
  readonly reason: string
}

interface JobBase {
  readonly path: string
  readonly limits: FileLimits
  readonly options: ReadOptions
  /** Headers that the importing feature knows, as `normaliseHeader` makes them: they tell a header row from a first row of data. */
  readonly knownHeaders: readonly string[]
}

/** Looks at the beginning of a file: what it is, its columns, some cells of each. */
export interface InspectJob extends JobBase {
  readonly kind: 'inspect'
}

/** Reads the wanted columns of every row. */
export interface RowsJob extends JobBase {
  readonly kind: 'rows'
  /** The only columns whose cells leave the parsing process, in this order. */
  readonly columns: readonly number[]
  /** A row stays only if every one of these holds. */
  readonly keep: readonly CellTest[]
  /** A row is left out, and counted, if one of these holds. */
  readonly leaveOut: readonly CellTest[]
}

/** Reads a Word document. */
export interface WordJob {
  readonly kind: 'word'
  readonly path: string
  readonly limits: Pick<FileLimits, 'bytes'>
}

/** Documents of Word: 40 MB, pictures and all. */
export const wordLimits: WordJob['limits'] = { bytes: 40e6 }

/** Reads a small workbook whole: a form that somebody filled in. */
export interface FormJob {
  readonly kind: 'form'
  readonly path: string
  readonly limits: Pick<FileLimits, 'bytes' | 'rows'>
}

/** Forms that people fill in: 2 MB, 2,000 rows. */
export const formLimits: FormJob['limits'] = { bytes: 2e6, rows: 2_000 }

/** The first sheet of a workbook as it stands, row by row as a spreadsheet counts them. */
export interface FormCells {
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** Cells that hold a formula, by row and column (0 for A): what they show can be anything. */
  readonly formulas: readonly { readonly row: number; readonly column: number }[]
}

/** A table that is read. */
export type TableJob = InspectJob | RowsJob
export type ParseJob = TableJob | WordJob | FormJob

/** Rows on their way to the parent. `rows[i]` is the number that a spreadsheet shows beside `cells[i]`. */
export interface RowBatch {
  readonly rows: readonly number[]
  readonly cells: readonly (readonly string[])[]
  readonly refused: readonly RefusedRow[]
  /** How much of the file has been read, 0 to 1; absent where it cannot be told. */
  readonly share?: number
}

export interface RefusedRow {
  readonly row: number
  /** Index of the column at fault; absent when it is the row as a whole. */
  readonly column?: number
  readonly code: ErrorCode
  readonly facts?: ErrorFacts
  /** Its wanted cells as far as they surely stand under their headings, else empty: to tell which row it is. */
  readonly cells: readonly string[]
}

export interface RowsSummary {
  /** Rows with anything in them, header apart. */
  readonly read: number
  readonly blank: number
  readonly leftOut: Readonly<Record<string, number>>
}

export type ToChild = { readonly kind: 'start'; readonly job: ParseJob } | { readonly kind: 'more' }

export type FromChild =
  | { readonly kind: 'shape'; readonly shape: FileShape }
  | { readonly kind: 'rows'; readonly batch: RowBatch }
  | { readonly kind: 'done'; readonly summary: RowsSummary }
  | { readonly kind: 'word'; readonly word: WordText }
  | { readonly kind: 'form'; readonly form: FormCells }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly facts?: ErrorFacts }

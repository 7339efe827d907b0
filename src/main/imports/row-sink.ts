import type { FileColumn } from '../../shared/features/imports/model'
import { sameText } from '../../shared/features/imports/normalise'
import { Refusal } from '../../shared/kernel/result'
import type { RawRecord } from './csv-tokenizer'
import type { CellTest, RefusedRow, RowBatch, RowsJob, RowsSummary } from './parse-job'
import { cellCharacterLimit } from './parse-job'

/** A batch is taken in one go by whoever asked: so many rows, or so much text where rows are long. */
const batchRows = 2_000
const batchCharacters = 250_000

/** Guidance rows of government templates: not data. */
const instruction = /^do not (edit|change|amend|delete)/i

export interface TableFacts {
  readonly headerRow: number
  readonly columns: readonly FileColumn[]
  /** A text file's row must have as many fields as its header; a sheet's row may stop early. */
  readonly ragged: boolean
}

/**
 * Judges each record by itself (too long, ragged, left out) and gathers what is wanted into batches. The rules that
 * refuse the whole file are the limits only.
 */
export class RowSink {
  private rows: number[] = []
  private cells: string[][] = []
  private refused: RefusedRow[] = []
  private read = 0
  private blank = 0
  private cellCount = 0
  private characters = 0
  private readonly leftOut: Record<string, number> = {}
  private readonly keep: readonly ReadyTest[]
  private readonly leaveOut: readonly ReadyTest[]

  private readonly job: RowsJob
  private readonly table: TableFacts

  constructor(job: RowsJob, table: TableFacts) {
    this.job = job
    this.table = table
    this.keep = job.keep.map(readyTest)
    this.leaveOut = job.leaveOut.map(readyTest)
  }

  /** Takes one record; refuses the file when it passes a limit. */
  take(record: RawRecord): void {
    if (record.row <= this.table.headerRow) return
    if (record.lastText < 0) {
      this.blank += 1
      return
    }
    this.read += 1
    this.cellCount += record.count
    const { rows, cells } = this.job.limits
    if (this.read > rows) throw new Refusal('import.too-many-rows', { limit: rows })
    if (this.cellCount > cells) throw new Refusal('import.too-many-cells', { limit: cells })
    const fault = this.faultOf(record)
    if (fault !== undefined) this.refused.push(fault)
    else if (!this.isLeftOut(record)) {
      this.rows.push(record.row)
      const wanted = this.job.columns.map((column) => record.fields[column] ?? '')
      this.cells.push(wanted)
      for (const cell of wanted) this.characters += cell.length
    }
  }

  /** Refuses a row that could not be made a record of. */
  refuse(fault: RefusedRow): void {
    this.read += 1
    this.refused.push(fault)
  }

  get full(): boolean {
    return this.rows.length + this.refused.length >= batchRows || this.characters >= batchCharacters
  }

  /** What has been gathered since the last call. `share`: how much of the file has been read. */
  batch(share?: number): RowBatch {
    const batch = {
      rows: this.rows,
      cells: this.cells,
      refused: this.refused,
      ...(share === undefined ? {} : { share }),
    }
    this.rows = []
    this.cells = []
    this.refused = []
    this.characters = 0
    return batch
  }

  summary(): RowsSummary {
    return { read: this.read, blank: this.blank, leftOut: this.leftOut }
  }

  private faultOf(record: RawRecord): RefusedRow | undefined {
    const { row } = record
    const expected = this.table.columns.length
    // A stray quotation mark may have drawn any other cell into the one it stands in.
    if (record.badQuotes) return { row, code: 'row.quotes', cells: [] }
    const facts = { expected, found: record.count }
    if (record.tooLong >= 0) {
      const limit = { limit: cellCharacterLimit }
      const cells = this.wantedCells(record, (column) => column !== record.tooLong)
      return { row, column: record.tooLong, code: 'row.cell-too-long', facts: limit, cells }
    }
    if (!this.table.ragged) return undefined
    if (record.lastText >= expected)
      return { row, code: 'row.too-many-fields', facts, cells: this.cellsBeforeWithheld(record, 0) }
    if (record.count < expected)
      return {
        row,
        code: 'row.too-few-fields',
        facts,
        cells: this.cellsBeforeWithheld(record, expected - record.count),
      }
    return undefined
  }

  /**
   * The cells of a row that is cut in the wrong places, as far as none of them can be of a column that is never read:
   * what is missing before a cell has moved it to the left, what is too many has moved it to the right.
   */
  private cellsBeforeWithheld(record: RawRecord, missing: number): string[] {
    const withheld = this.table.columns.findIndex((column) => column.withheld !== undefined)
    const end = withheld === -1 ? this.table.columns.length : withheld
    return this.wantedCells(record, (column) => column + missing < end)
  }

  private wantedCells(record: RawRecord, isSure: (column: number) => boolean): string[] {
    return this.job.columns.map((column) => (isSure(column) ? (record.fields[column] ?? '') : ''))
  }

  private isLeftOut(record: RawRecord): boolean {
    const first = record.fields.find((field) => field.trim() !== '')
    if (first !== undefined && instruction.test(first.trim())) return this.count('instruction')
    for (const test of this.leaveOut) if (passes(test, record)) return this.count(test.reason)
    for (const test of this.keep) if (!passes(test, record)) return this.count(test.reason)
    return false
  }

  private count(reason: string): true {
    this.leftOut[reason] = (this.leftOut[reason] ?? 0) + 1
    return true
  }
}

interface ReadyTest {
  readonly column: number
  readonly equals: ReadonlySet<string> | undefined
  readonly parts: readonly string[]
  readonly reason: string
}

function readyTest(test: CellTest): ReadyTest {
  const values = test.values.map(sameText)
  return {
    column: test.column,
    equals: test.match === 'equals' ? new Set(values) : undefined,
    parts: values,
    reason: test.reason,
  }
}

function passes(test: ReadyTest, record: RawRecord): boolean {
  const cell = sameText(record.fields[test.column] ?? '')
  return test.equals ? test.equals.has(cell) : test.parts.some((part) => cell.includes(part))
}

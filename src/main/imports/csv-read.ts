import { closeSync, openSync, statSync } from 'node:fs'
import type { Delimiter, Encoding, FileShape } from '../../shared/features/imports/model'
import { Refusal } from '../../shared/kernel/result'
import { CsvTokenizer } from './csv-tokenizer'
import { declaredDelimiter, findDelimiter, findHeaderRow, sampleOf } from './csv-shape'
import {
  cellCharacterLimit,
  columnLimit,
  type FileLimits,
  type TableJob,
  type RowsJob,
  type RowsSummary,
  type RowBatch,
} from './parse-job'
import { RowSink } from './row-sink'
import { columnsOf } from './shape'
import { decodedText, findEncoding, isRubbish } from './text-encoding'

const sampleCharacters = 65_536

interface CsvStart {
  readonly shape: FileShape
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Characters of a "sep=;" line to pass over. */
  readonly skip: number
}

/** Looks at the beginning of a text file: encoding, delimiter, header row, columns. */
export async function inspectCsv(job: TableJob): Promise<FileShape> {
  return (await startOf(job)).shape
}

async function startOf(job: TableJob): Promise<CsvStart> {
  const found =
    job.options.encoding === undefined
      ? await findEncoding(job.path)
      : { encoding: job.options.encoding, guessed: false }
  const { text, whole } = await beginning(job.path, found.encoding)
  if (text.trim() === '') throw new Refusal('import.empty')
  if (isRubbish(text)) throw new Refusal('import.not-a-table', { what: 'not text' })
  const declared = declaredDelimiter(text)
  const skip = declared?.length ?? 0
  const delimiter = job.options.delimiter ?? declared?.delimiter ?? findDelimiter(text, whole)
  const { records, openQuote } = sampleOf(text.slice(skip), delimiter, whole)
  if (openQuote > 0) throw new Refusal('import.quote-open', { row: openQuote })
  const headerRow =
    job.options.header === 'none'
      ? 0
      : job.options.header === 'first-row'
        ? (records.find((record) => record.lastText >= 0)?.row ?? 0)
        : findHeaderRow(records, new Set(job.knownHeaders))
  return {
    encoding: found.encoding,
    delimiter,
    skip,
    shape: {
      format: 'csv',
      encoding: found.encoding,
      encodingGuessed: found.guessed,
      delimiter,
      sheets: [],
      headerRow,
      columns: columnsOf(records, headerRow),
    },
  }
}

async function beginning(
  path: string,
  encoding: Encoding,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  let text = ''
  for await (const piece of decodedText(path, encoding)) {
    text += piece
    if (text.length > sampleCharacters) return { text: text.slice(0, sampleCharacters), whole: false }
  }
  return { text, whole: true }
}

/** Reads every row of a text file and hands batches on, waiting for each to be taken. */
export async function readCsvRows(job: RowsJob, send: (batch: RowBatch) => Promise<void>): Promise<RowsSummary> {
  const start = await startOf(job)
  const sink = new RowSink(job, { headerRow: start.shape.headerRow, columns: start.shape.columns, ragged: true })
  const needed = wantedColumns(job)
  const wanted = Array.from({ length: columnLimit }, (_, column) => needed.has(column))
  const tokenizer = new CsvTokenizer({
    delimiter: start.delimiter,
    wants: (column) => wanted[column] === true,
    fieldLimit: cellCharacterLimit,
    columnLimit,
    onRecord: (record) => sink.take(record),
  })
  const size = statSync(job.path).size
  const bytesPerCharacter = start.encoding.startsWith('utf-16') ? 2 : 1
  let read = 0
  let skip = start.skip
  for await (const piece of decodedText(job.path, start.encoding)) {
    tokenizer.write(skip > 0 ? piece.slice(skip) : piece)
    skip = Math.max(0, skip - piece.length)
    read += piece.length * bytesPerCharacter
    if (sink.full) await send(sink.batch(Math.min(1, read / size)))
  }
  const openQuote = tokenizer.end()
  if (openQuote > 0) throw new Refusal('import.quote-open', { row: openQuote })
  await send(sink.batch())
  return sink.summary()
}

/** Columns whose cells must be read: those asked for and those that a test looks at. */
export function wantedColumns(job: RowsJob): ReadonlySet<number> {
  return new Set([...job.columns, ...[...job.keep, ...job.leaveOut].map((test) => test.column)])
}

/** Refuses what is not a file that can be read, or is larger than its kind may be. */
export function checkFile(job: { readonly path: string; readonly limits: Pick<FileLimits, 'bytes'> }): void {
  let size: number
  try {
    const facts = statSync(job.path)
    if (!facts.isFile()) throw new Error('not a file')
    size = facts.size
    closeSync(openSync(job.path, 'r'))
  } catch {
    throw new Refusal('import.unreadable')
  }
  if (size === 0) throw new Refusal('import.empty')
  if (size > job.limits.bytes) throw new Refusal('import.too-large', { limitMegabytes: job.limits.bytes / 1e6 })
}

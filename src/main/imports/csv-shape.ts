import type { Delimiter } from '../../shared/features/imports/model'
import { columnLetters, normaliseHeader } from '../../shared/features/imports/normalise'
import { parseDay } from '../../shared/kernel/dates'
import { CsvTokenizer, type RawRecord } from './csv-tokenizer'
import { cellCharacterLimit, columnLimit } from './parse-job'

const candidates: readonly Delimiter[] = [',', '\t', ';', '|']
const sampleRecords = 100

/** Excel's own first line "sep=;" says the delimiter; it is not a row. */
const separatorLine = /^\ufeff?"?sep=([,;\t|])"?\r?\n/i

export function declaredDelimiter(
  text: string,
): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const match = separatorLine.exec(text.slice(0, 20))
  return match ? { delimiter: match[1] as Delimiter, length: match[0].length } : undefined
}

export interface Sample {
  readonly records: readonly RawRecord[]
  /** The row in which a quote is opened that nothing closes; 0 when all is well or the text goes on. */
  readonly openQuote: number
}

/** The first records of a piece of text. The last one is dropped when the text was cut in its middle, unless it is the only one. */
export function sampleOf(text: string, delimiter: Delimiter, whole: boolean): Sample {
  const records: RawRecord[] = []
  const tokenizer = new CsvTokenizer({
    delimiter,
    wants: () => true,
    fieldLimit: cellCharacterLimit,
    columnLimit,
    onRecord: (record) => records.length < sampleRecords && records.push(record),
  })
  tokenizer.write(text)
  const openQuote = whole || records.length === 0 ? tokenizer.end() : 0
  return { records, openQuote }
}

/**
 * Finds the delimiter: the one that cuts most records into the same number of fields (one more allowed, for trailing
 * delimiters), and into more than one. A comma where nothing tells.
 */
export function findDelimiter(text: string, whole: boolean): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = sampleOf(text, delimiter, whole)
      .records.filter((record) => record.lastText >= 0)
      .map((record) => record.count)
    const score = evenness(counts)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function evenness(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  let [usual, times] = [0, 0]
  for (const [count, seen] of tally)
    if (seen > times || (seen === times && count > usual)) [usual, times] = [count, seen]
  if (usual < 2) return 0
  const near = times + (tally.get(usual - 1) ?? 0) * (usual > 2 ? 1 : 0)
  return (near / counts.length) ** 2 * Math.log2(usual)
}

/**
 * Which row (as a spreadsheet counts) holds the headers; 0 when none does. A row that names two or more fields we
 * know is it, within the first ten rows with text; else the first row, if all of its cells look like names of columns
 * and none like data.
 */
export function findHeaderRow(records: readonly RawRecord[], known: ReadonlySet<string>): number {
  const withText = records.filter((record) => record.lastText >= 0)
  const first = withText[0]
  if (first === undefined) return 0
  let best = { row: 0, named: 1 }
  for (const record of withText.slice(0, 10)) {
    const named = new Set(record.fields.map(normaliseHeader).filter((name) => name !== '' && known.has(name))).size
    if (named > best.named) best = { row: record.row, named }
  }
  if (best.row > 0) return best.row
  const cells = first.fields.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (cells.some((cell) => known.has(normaliseHeader(cell)))) return first.row
  return cells.length > 0 && new Set(cells).size === cells.length && !cells.some(looksLikeData) ? first.row : 0
}

function looksLikeData(cell: string): boolean {
  return (
    /^[\d\s.,£$€%()'+-]+$/.test(cell) ||
    cell.includes('@') ||
    cell.length > 80 ||
    parseDay(cell) !== undefined ||
    /^[A-Z]{1,3}\d{3,}/.test(cell)
  )
}

/** The names of the columns: the header's cells, and "Column C" where there is none. Blank cells at the end that hold nothing below are dropped. */
export function headersOf(records: readonly RawRecord[], headerRow: number): string[] {
  const header = records.find((record) => record.row === headerRow)
  const below = records.filter((record) => record.row > headerRow)
  const named = header === undefined ? 0 : header.lastText + 1
  const widest = Math.max(0, ...below.map((record) => record.lastText + 1))
  const count = header === undefined ? widest : Math.max(named, Math.min(widest, header.count))
  return Array.from(
    { length: count },
    (_, index) => header?.fields[index]?.trim() || `Column ${columnLetters(index)}`,
  )
}

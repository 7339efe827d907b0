/**
 * Splits text into records as it arrives, chunk by chunk, in time and memory that do not depend on what the text
 * says: a quote that is never closed, a line of a million cells or a cell of a gigabyte cost no more than plain text.
 * Written here and not taken from csv-parse because cells of columns that nobody wants must never become strings,
 * and because faults are wanted by the row, not by the file; a property test compares the two on sane files.
 */

/** One record. `fields` holds wanted columns only; the others are ''. */
export interface RawRecord {
  /** The number that a spreadsheet shows beside it: records from 1, blank ones counted. */
  readonly row: number
  readonly fields: readonly string[]
  /** How many fields the record has. */
  readonly count: number
  /** The last field with anything but white space in it; -1 in a blank record. */
  readonly lastText: number
  /** A wanted field that is longer than the limit; -1 when there is none. */
  readonly tooLong: number
  /** Text stands behind a closing quote. */
  readonly badQuotes: boolean
}

export interface TokenizerSettings {
  readonly delimiter: string
  readonly wants: (column: number) => boolean
  /** Longest field, in characters. */
  readonly fieldLimit: number
  /** Fields beyond this are counted, not kept. */
  readonly columnLimit: number
  readonly onRecord: (record: RawRecord) => void
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** `closed`: a closing quote was the last character; `after`: something stands between it and the delimiter. */
type State = 'start' | 'plain' | 'quoted' | 'closed' | 'after'

export class CsvTokenizer {
  private state: State = 'start'
  private row = 1
  private fields: string[] = []
  private count = 0
  private lastText = -1
  private tooLong = -1
  private badQuotes = false
  private field = ''
  private skipLineFeed = false
  private quoteOpenedInRow = 0
  private wanted: boolean
  private readonly delimiter: number
  private readonly settings: TokenizerSettings

  constructor(settings: TokenizerSettings) {
    this.settings = settings
    this.delimiter = settings.delimiter.charCodeAt(0)
    this.wanted = settings.wants(0)
  }

  /** Takes the next piece of text. */
  write(chunk: string): void {
    let at = 0
    while (at < chunk.length) {
      if (this.skipLineFeed) {
        this.skipLineFeed = false
        if (chunk.charCodeAt(at) === lineFeed) {
          at += 1
          continue
        }
      }
      at = this.state === 'quoted' ? this.quotedPart(chunk, at) : this.plainPart(chunk, at)
    }
  }

  /** Ends the last record. Returns the row in which a quote was opened and never closed; 0 when all is well. */
  end(): number {
    if (this.state === 'quoted') return this.quoteOpenedInRow
    if (this.state !== 'start' || this.count > 0) this.endRecord()
    return 0
  }

  private quotedPart(chunk: string, at: number): number {
    const close = chunk.indexOf('"', at)
    this.keep(chunk, at, close < 0 ? chunk.length : close)
    if (close < 0) return chunk.length
    this.state = 'closed'
    return close + 1
  }

  private plainPart(chunk: string, at: number): number {
    const first = chunk.charCodeAt(at)
    if (first === quote && (this.state === 'start' || this.state === 'closed')) {
      if (this.state === 'closed') this.keep('"', 0, 1)
      else this.quoteOpenedInRow = this.row
      this.state = 'quoted'
      return at + 1
    }
    let end = at
    let code = first
    while (code !== this.delimiter && code !== lineFeed && code !== carriageReturn) {
      end += 1
      if (end >= chunk.length) break
      code = chunk.charCodeAt(end)
    }
    if (this.state === 'closed' || this.state === 'after') {
      if (end > at) this.state = 'after'
      // Spaces between a closing quote and the delimiter are layout; anything else is a fault of this row.
      if (hasText(chunk, at, end)) this.badQuotes = true
    } else if (end > at) {
      this.state = 'plain'
      this.keep(chunk, at, end)
    }
    if (end >= chunk.length) return end
    if (code === this.delimiter) this.endField()
    else {
      this.skipLineFeed = code === carriageReturn
      this.endRecord()
    }
    return end + 1
  }

  private keep(chunk: string, from: number, to: number): void {
    if (to <= from) return
    if (this.lastText < this.count && hasText(chunk, from, to)) this.lastText = this.count
    if (!this.wanted) return
    if (this.field.length + (to - from) > this.settings.fieldLimit) {
      this.tooLong = this.count
      return
    }
    this.field += chunk.slice(from, to)
  }

  private endField(): void {
    if (this.count < this.settings.columnLimit) this.fields.push(this.field)
    this.field = ''
    this.count += 1
    this.wanted = this.count < this.settings.columnLimit && this.settings.wants(this.count)
    this.state = 'start'
  }

  private endRecord(): void {
    this.endField()
    const { row, fields, count, lastText, tooLong, badQuotes } = this
    this.row += 1
    this.fields = []
    this.count = 0
    this.lastText = -1
    this.tooLong = -1
    this.badQuotes = false
    this.wanted = this.settings.wants(0)
    this.settings.onRecord({ row, fields, count, lastText, tooLong, badQuotes })
  }
}

function hasText(chunk: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = chunk.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0xfeff) return true
  }
  return false
}

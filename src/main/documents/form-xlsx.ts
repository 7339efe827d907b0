import {
  writeXlsx,
  type Cell as SheetCell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type MergeRange,
} from 'hucre/xlsx'
import { xmlText } from './cell-values'

/** A row that somebody fills in. */
export interface FillRow {
  /** What it is known by when it comes back; in a column that is not shown. */
  readonly key: string
  /** The number or code before the question. */
  readonly number: string
  readonly question: string
  readonly how: string
  readonly answer: string
  /** The values that a spreadsheet offers and accepts; empty for free ones. */
  readonly values: readonly string[]
}

/** A heading between rows. */
export interface FillHeading {
  readonly heading: string
  readonly about: string
}

export interface FillSheet {
  readonly title: string
  /** What stands above the questions, a line each. */
  readonly lines: readonly string[]
  /** What the file is known by when it comes back, in rows that are not shown. */
  readonly marks: readonly (readonly [key: string, value: string])[]
  readonly rows: readonly (FillRow | FillHeading)[]
  readonly schoolName: string
  /** Instant that the properties carry, ISO UTC. */
  readonly createdAtUtc: string
}

const font = { name: 'Calibri', size: 11 }
const edge = { style: 'thin', color: { rgb: '8A8272' } } as const
const wrapped = { vertical: 'top', wrapText: true } as const
const styles = {
  title: { font: { ...font, size: 16, bold: true } },
  line: { font, alignment: wrapped },
  heading: { font: { ...font, size: 13, bold: true }, alignment: wrapped },
  head: {
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F6F3EC' } },
    border: { bottom: edge },
  },
  cell: { font, alignment: wrapped, border: { bottom: edge } },
  how: { font: { ...font, size: 10, color: { rgb: '5C574C' } }, alignment: wrapped, border: { bottom: edge } },
  answer: {
    font,
    alignment: wrapped,
    border: { top: edge, bottom: edge, left: edge, right: edge },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
    protection: { locked: false },
  },
} as const satisfies Record<string, CellStyle>

/** About how many letters stand beside each other over the whole width, and how high a line is. */
const LETTERS_ACROSS = 125
const LINE_POINTS = 15

/** A spreadsheet keeps the list of values in 255 letters. */
const LIST_LETTERS = 255

/**
 * A small workbook to be filled in: one sheet, locked but for the column of answers, which offers what can be answered.
 * Nothing in it is a formula.
 */
export async function writeFillSheet(sheet: FillSheet): Promise<Uint8Array> {
  const made = new FillWriter(sheet)
  return writeXlsx({
    stringMode: 'inline',
    defaultFont: font,
    properties: {
      title: xmlText(sheet.title),
      company: xmlText(sheet.schoolName),
      creator: 'CPD Binder',
      created: new Date(sheet.createdAtUtc),
      modified: new Date(sheet.createdAtUtc),
    },
    sheets: [
      {
        name: 'Form',
        rows: made.rows,
        cells: made.cells,
        rowDefs: made.rowDefs,
        dataValidations: made.validations,
        merges: made.merges,
        columns: [{ width: 6, hidden: true }, { width: 7 }, { width: 62 }, { width: 34 }, { width: 30 }],
        freezePane: { rows: made.headRow + 1 },
        protection: { sheet: true, formatColumns: false, formatRows: false },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
}

class FillWriter {
  readonly rows: CellValue[][] = []
  readonly cells = new Map<string, Partial<SheetCell>>()
  readonly rowDefs = new Map<number, { height?: number; hidden?: boolean }>()
  readonly validations: DataValidation[] = []
  readonly merges: MergeRange[] = []
  readonly headRow: number

  constructor(sheet: FillSheet) {
    this.#wide('#title', sheet.title, styles.title)
    for (const [key, value] of sheet.marks) {
      this.rowDefs.set(this.rows.length, { hidden: true })
      this.#push([`#${key}`, '', value, '', ''], [])
    }
    for (const line of sheet.lines) this.#wide('#line', line, styles.line)
    this.headRow = this.rows.length
    this.#push(
      ['#head', '', 'Question', 'How to answer', 'Answer'],
      [styles.head, styles.head, styles.head, styles.head],
    )
    for (const row of sheet.rows) {
      if ('heading' in row) {
        this.#wide('#heading', row.heading, styles.heading)
        if (row.about !== '') this.#wide('#line', row.about, styles.line)
      } else this.#fill(row)
    }
  }

  #fill({ key, number, question, how, answer, values }: FillRow): void {
    const list = [...values]
    if (list.length > 0 && list.join(',').length <= LIST_LETTERS && !list.some((value) => value.includes(',')))
      this.validations.push({
        type: 'list',
        values: list,
        range: `E${this.rows.length + 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Please choose',
        errorMessage: xmlText(how).slice(0, 200),
      })
    this.#push([key, number, question, how, answer], [styles.cell, styles.cell, styles.how, styles.answer])
  }

  /** Words over the whole width of the page. */
  #wide(key: string, words: string, style: CellStyle): void {
    const row = this.rows.length
    this.merges.push({ startRow: row, startCol: 1, endRow: row, endCol: 4 })
    // Words over several columns make no row higher by themselves.
    const lines = Math.ceil(words.length / LETTERS_ACROSS)
    if (lines > 1) this.rowDefs.set(row, { height: lines * LINE_POINTS })
    this.#push([key, words, '', '', ''], [style])
  }

  /** `looks` begins with the first column that is shown. */
  #push(values: readonly string[], looks: readonly CellStyle[]): void {
    const row = this.rows.length
    looks.forEach((style, index) => this.cells.set(`${row},${index + 1}`, { style }))
    this.rows.push(values.map((value) => (value === '' ? null : xmlText(value))))
  }
}

/** Fill-in files as people give them back, for tests: written as the program writes them, then filled in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx'
import { fillColumns } from '../../documents/fill-columns'

/** What somebody writes beside a question, by its key; `{ formula }` for one. */
export type Written = Readonly<Record<string, string | number | boolean | { readonly formula: string }>>

/** Changes to the sheet as a whole, made after the answers. */
export type Change = (rows: CellValue[][]) => CellValue[][]

/** Fills in a file at `from` and writes it to `to`. */
export async function fillIn(
  from: string,
  to: string,
  written: Written,
  change: Change = (rows) => rows,
): Promise<void> {
  const book = await readXlsx(readFileSync(from))
  const sheet = book.sheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  const cells = new Map<string, { formula: string; formulaResult: CellValue; value: CellValue; type: 'formula' }>()
  const rows = sheet.rows.map((values, row) => {
    const answer = written[String(values[fillColumns.key])]
    if (answer === undefined) return values
    const next = [...values]
    if (typeof answer === 'object') {
      const formula = { formula: answer.formula, formulaResult: 3, value: 3, type: 'formula' as const }
      cells.set(`${row},${fillColumns.answer}`, formula)
      next[fillColumns.answer] = 3
    } else next[fillColumns.answer] = answer
    return next
  })
  writeFileSync(to, await writeXlsx({ sheets: [{ name: sheet.name, rows: change(rows), cells }] }))
}

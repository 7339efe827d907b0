/** Reads a form that somebody filled in. Runs in the process in which files made by others are read. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readXlsx, type Sheet } from 'hucre/xlsx'
import { Refusal } from '../../shared/kernel/result'
import type { FormCells, FormJob } from './parse-job'
import { cellText, workbookKind } from './xlsx-read'
import { checkZip } from './zip-check'

/** Columns that a form has, and some to spare. */
const mostColumns = 20

/**
 * The cells of the first sheet as text, and which of them hold formulas. Throws Refusals `import.*` for what is no
 * workbook, is damaged, locked, unsafe or too long.
 */
export async function readForm({ path, limits }: FormJob): Promise<FormCells> {
  const bytes = readFileSync(path)
  const kind = workbookKind(bytes.subarray(0, 8))
  if (kind === 'old') throw new Refusal('import.old-excel')
  if (kind === undefined) throw new Refusal('import.not-a-table', { what: 'no Excel workbook' })
  if (!checkZip(bytes).some(({ name }) => name === 'xl/workbook.xml')) throw new Refusal('import.not-workbook')
  const sheet = await firstSheet(bytes)
  if (sheet.rows.length > limits.rows) throw new Refusal('import.too-many-rows', { limit: limits.rows })
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: sheet.rows.map((values, index) => ({
      row: index + 1,
      cells: Array.from(values.slice(0, mostColumns), cellText),
    })),
    formulas: [...(sheet.cells ?? [])].flatMap(([place, cell]) => {
      if (cell.formula === undefined) return []
      const [row = 0, column = 0] = place.split(',').map(Number)
      return [{ row: row + 1, column }]
    }),
  }
}

async function firstSheet(bytes: Buffer): Promise<Sheet> {
  let found: Sheet | undefined
  try {
    const book = await readXlsx(bytes, { sheets: [0] })
    found = book.sheets[0]
  } catch {
    throw new Refusal('import.damaged')
  }
  if (found === undefined) throw new Refusal('import.damaged')
  return found
}

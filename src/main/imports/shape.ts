import type { FileColumn } from '../../shared/features/imports/model'
import { looksLikeIdentityNumber, withheldByHeader } from '../../shared/features/imports/never-read'
import { Refusal } from '../../shared/kernel/result'
import { headersOf } from './csv-shape'
import type { RawRecord } from './csv-tokenizer'
import { columnLimit } from './parse-job'

const samplesShown = 4
const sampleLength = 60

/** The columns of a table with a few cells of each. A column that must not be read is named and shows none. */
export function columnsOf(records: readonly RawRecord[], headerRow: number): FileColumn[] {
  const widest = records.find((record) => record.lastText >= columnLimit)
  if (widest !== undefined)
    throw new Refusal('import.too-many-columns', { limit: columnLimit, row: widest.row, found: widest.count })
  const below = records.filter((record) => record.row > headerRow)
  return headersOf(records, headerRow).map((header, index) =>
    columnOf(
      header,
      index,
      below.map((record) => record.fields[index]?.trim() ?? ''),
    ),
  )
}

/** One column with a few of its trimmed cells, and whether it must not be read. */
export function columnOf(header: string, index: number, allCells: readonly string[]): FileColumn {
  const cells = allCells.filter((cell) => cell !== '')
  const withheld = withheldByHeader(header) ?? (cells.some(looksLikeIdentityNumber) ? 'identity' : undefined)
  if (withheld !== undefined) return { index, header, samples: [], withheld }
  const samples = [...new Set(cells)].slice(0, samplesShown).map((cell) => cell.slice(0, sampleLength))
  return { index, header, samples }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { officeLimits, type RowBatch } from './parse-job'
import { cellText, inspectXlsx, readXlsxRows } from './xlsx-read'

const folder = mkdtempSync(join(tmpdir(), 'cpd-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function book(): Promise<string> {
  const path = join(folder, 'book.xlsx')
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['Nothing here']] },
      {
        name: 'Staff',
        columns: [{}, { numFmt: 'dd/mm/yyyy' }, {}, {}],
        rows: [
          ['Surname', 'Start date', 'Net', 'Password'],
          ['Llŷr', new Date(Date.UTC(2024, 8, 1)), 0.1 + 0.2, 'x'],
          [],
          ['=1+1', null, 1234567890123, 'y'],
        ],
      },
    ],
  })
  writeFileSync(path, bytes)
  return path
}

describe('reading a workbook', () => {
  it('lists its sheets, reads the chosen one, days as days and numbers as they are shown', async () => {
    const base = {
      path: await book(),
      limits: officeLimits,
      options: { header: 'first-row' as const, sheet: 'staff' },
      knownHeaders: [],
    }
    const shape = await inspectXlsx({ ...base, kind: 'inspect' })
    expect(shape).toMatchObject({ sheets: ['Notes', 'Staff'], sheet: 'Staff' })
    expect(shape.columns.find((column) => column.withheld)?.samples).toEqual([])
    const batches: RowBatch[] = []
    await readXlsxRows({ ...base, kind: 'rows', columns: [0, 1, 2], keep: [], leaveOut: [] }, async (batch) => {
      batches.push(batch)
    })
    expect(batches.flatMap((b) => b.cells)).toEqual([
      ['Llŷr', '2024-09-01', '0.3'],
      ['=1+1', '', '1234567890123'],
    ])
  })

  it('refuses a sheet that is not there and names those that are', async () => {
    const base = {
      path: await book(),
      limits: officeLimits,
      options: { header: 'auto' as const, sheet: 'Staf' },
      knownHeaders: [],
    }
    await expect(inspectXlsx({ ...base, kind: 'inspect' })).rejects.toMatchObject({
      code: 'import.sheet-missing',
      facts: { sheets: 'Notes, Staff' },
    })
  })

  it('writes numbers without an exponent and without the noise of binary fractions', () => {
    expect([0.1 + 0.2, 4590.000000000001, 1e20, 1.5e-7, -3.5, true, null].map(cellText)).toEqual([
      '0.3',
      '4590',
      '100000000000000000000',
      '0.00000015',
      '-3.5',
      'TRUE',
      '',
    ])
  })
})

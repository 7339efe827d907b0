import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { readXlsx, type Cell } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { everyKindTable, longTable } from '../../../tests/fixtures/report-document'
import type { ReportTable } from '../../shared/kernel/report-table'
import { xmlText } from './cell-values'
import { naughtyTexts } from './naughty-texts.fixture'
import { sheetNames, writeXlsx } from './xlsx'

const facts = { title: 'Governors’ report', schoolName: 'Hartwell Park', createdAtUtc: '2025-12-11T10:00:00.000Z' }

/** The entries of a zip file as text, read from its central directory. */
function unzipText(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes)
  const entries = new Map<string, string>()
  let at = data.readUInt32LE(data.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (data.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength] = [
      data.readUInt16LE(at + 10),
      data.readUInt32LE(at + 20),
      data.readUInt16LE(at + 28),
    ]
    const local = data.readUInt32LE(at + 42)
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    const body = data.subarray(start, start + size)
    entries.set(
      data.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 8 ? inflateRawSync(body) : body).toString('utf8'),
    )
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries
}

const cellAt = (cells: Map<string, Cell> | undefined, at: string): Cell | undefined => cells?.get(at)

test('writes real numbers in £ and hours formats, real days, a frozen header and a totals row of values', async () => {
  const book = await readXlsx(await writeXlsx([everyKindTable, longTable], facts), { readStyles: true })
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Spend and time by staff group', 'Every activity'])
  const sheet = book.sheets[0]
  expect(sheet?.freezePane?.rows).toBe(1)
  const [header, teachers, assistants, totals, gap, note] = sheet?.rows ?? []
  expect(header?.[8]).toBe('Evidence (1 to 5)')
  expect(teachers?.[2]).toBe(1234.5)
  expect(teachers?.[1]).toEqual(new Date('2025-09-01T00:00:00.000Z'))
  expect(teachers?.[5]).toBe(20.5)
  expect(assistants?.[2]).toBe(-3.5)
  expect(assistants?.[7] ?? null).toBeNull()
  expect(totals?.slice(2, 6)).toEqual([1231, 9999.99, 19, 20.8333])
  expect((gap ?? []).every((cell) => cell === null)).toBe(true)
  expect(note?.[0]).toBe('Hours are credited hours.')
  expect(cellAt(sheet?.cells, '1,2')?.style?.numFmt).toContain('"£"#,##0.00')
  expect(cellAt(sheet?.cells, '1,5')?.style?.numFmt).toBe('#,##0.0')
  expect(cellAt(sheet?.cells, '3,2')?.style?.font?.bold).toBe(true)
})

test('10,000 random strings and the naughty ones: every text inline, no <f> anywhere, all read back', async () => {
  const random = fc.sample(
    fc.string({ unit: fc.constantFrom(...' \t=+-@＝＋－＠\'",;|1a£é<&\u00a0\0_x'), maxLength: 12 }),
    { numRuns: 10_000, seed: 11 },
  )
  const texts = [...naughtyTexts, ...random].filter((text) => text !== '')
  const table: ReportTable = {
    key: 't',
    title: '=Texts',
    columns: [{ key: 'x', title: '=Text', kind: 'text' }],
    rows: texts.map((x, i) => ({ key: String(i), cells: { x } })),
    notes: ['=1+1'],
  }
  const bytes = await writeXlsx([table], { ...facts, title: '=1+1' })
  const parts = unzipText(bytes)
  const sheetXml = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheetXml).toContain('t="inlineStr"')
  for (const [name, xml] of parts) expect(`${name}: ${/<f[ >/]/.test(xml)}`).toBe(`${name}: false`)
  expect(sheetXml).not.toMatch(/ t="(s|str)"/)
  const back = (await readXlsx(bytes)).sheets[0]?.rows.slice(1, texts.length + 1).map((row) => row[0])
  const expected = texts.map((text) => xmlText(text).slice(0, 32_767))
  expect(back).toEqual(expected)
})

test('sheet names are legal and differ', () => {
  const titles = [
    'Spend: by code / fund',
    'Spend: by code / fund',
    "'quoted'",
    '',
    'History',
    'A title that is much longer than thirty-one characters',
    'A title that is much longer than thirty-one letters',
  ]
  const names = sheetNames(titles.map((title) => ({ title })))
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
  for (const name of names) {
    expect(name.length).toBeGreaterThan(0)
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/)
  }
})

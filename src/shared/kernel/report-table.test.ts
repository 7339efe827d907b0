import { expect, test } from 'vitest'
import { sampleReport } from '../../../tests/fixtures/report-document'
import { formatCell, formatCellOf, jsonKeyOf, tablesOf, zReportDocument } from './report-table'

test('formats each kind of cell as a school reads it', () => {
  expect(formatCell('pence', -350)).toBe('−£3.50')
  expect(formatCell('pounds', 123_450)).toBe('£1,235')
  expect(formatCell('hours', 1230)).toBe('20.5')
  expect(formatCell('hours', -1)).toBe('0.0')
  expect(formatCell('percent', 61.4)).toBe('61%')
  expect(formatCell('count', 12_345)).toBe('12,345')
  expect(formatCell('number', -0.125)).toBe('−0.13')
  expect(formatCell('day', '2026-03-29')).toBe('29 Mar 2026')
  expect(formatCell('text', null)).toBe('–')
})

test('a row may say the unit of its number', () => {
  const column = { key: 'v', title: 'V', kind: 'number' } as const
  const read = (value: number | null, unit: string) =>
    formatCellOf(column, { key: 'r', cells: { v: value }, units: { v: unit } })
  expect([read(61, '%'), read(-5, '£'), read(5.2, 'points'), read(null, '%')]).toEqual([
    '61%',
    '−£5',
    '5.2 points',
    '–',
  ])
})

test('keys carry their units', () => {
  expect(jsonKeyOf({ key: 'paid', title: 'Paid', kind: 'pence' })).toBe('paidPence')
  expect(jsonKeyOf({ key: 'paidPence', title: 'Paid', kind: 'pounds' })).toBe('paidPence')
  expect(jsonKeyOf({ key: 'credited', title: 'Hours', kind: 'hours' })).toBe('creditedMinutes')
  expect(jsonKeyOf({ key: 'group', title: 'Group', kind: 'text' })).toBe('group')
})

test('a report lists its tables once each, the printed ones first', () => {
  expect(tablesOf(zReportDocument.parse(sampleReport)).map((table) => table.key)).toEqual([
    'groups',
    'long',
    'extra',
  ])
})

test('where a page shows some rows of a table, the workbook has them all, in its place', () => {
  const report = zReportDocument.parse(sampleReport)
  const [short] = tablesOf(report)
  if (!short) throw new Error('the sample has no table')
  const whole = { ...short, rows: [...short.rows, ...short.rows], notes: ['All of them'] }
  const tables = tablesOf({ ...report, moreTables: [whole, ...report.moreTables] })
  expect(tables.map((table) => table.key)).toEqual(['groups', 'long', 'extra'])
  expect(tables[0]).toEqual(whole)
})

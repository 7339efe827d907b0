import { expect, test } from 'vitest'
import { sampleReport } from '../../../tests/fixtures/report-document'
import { formatCell, jsonKeyOf, tablesOf, zReportDocument } from './report-table'

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

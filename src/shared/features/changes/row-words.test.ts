import { expect, it } from 'vitest'
import { rowTitle, rowWords } from './row-words'

it('says amounts, days and yes or no as everywhere else', () => {
  expect(rowTitle('update', 'cost_line')).toBe('Changed cost line')
  expect(
    rowWords('update', [
      { name: 'net_pence', before: '4500', after: '123450' },
      { name: 'expected_on', before: null, after: '2026-09-03' },
      { name: 'is_vat_recoverable', before: '1', after: '0' },
      { name: 'fte_thousandths', before: '1000', after: '600' },
      { name: 'credited_minutes', before: '60', after: '90' },
    ]),
  ).toBe(
    'net: £45.00 → £1,234.50; expected on: nothing → 3 Sep 2026; is vat recoverable: yes → no; fte: 1 → 0.6; credited: 1 h → 1 h 30 min',
  )
})

it('says what was added or removed once, without keys and without what only the program reads', () => {
  const fields = [
    { name: 'title', before: null, after: 'Governors’ report' },
    { name: 'event_id', before: null, after: '01990292-d475-7000-8000-0204e016816a' },
    { name: 'is_archived', before: null, after: '0' },
    { name: 'figures_json', before: null, after: '{"codePaidPence":152950}' },
  ]
  expect(rowWords('insert', fields)).toBe('title: Governors’ report')
  expect(rowWords('delete', [{ name: 'title', before: 'Phonics', after: null }])).toBe('title: Phonics')
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addingUp, formatPoundsTogether, leftTogether, sharesTogether, stepsTogether } from './adding-up'
import { formatPounds, pence } from './money'
import { formatCellOf, type ReportTable } from './report-table'

it('shows parts that add up to what is shown of their sum', () => {
  // One by one: £1,200, £863 and £3,938, which is a pound too much for £6,000.
  expect(leftTogether(pence(600_000), pence(119_980), pence(86_270))).toEqual({
    gone: [120_000, 86_300],
    left: 393_700,
  })
  expect(formatPoundsTogether(pence(10_040), pence(10_040), pence(0))).toEqual(['£101', '£100', '£0'])
  expect(formatPoundsTogether(pence(50), pence(-50))).toEqual(['£1', '−£1'])
})

it('moves no part by a whole step, and leaves a whole one alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 }), (parts) => {
      const steps = stepsTogether(parts, 100)
      const sum = parts.reduce((all, part) => all + part, 0)
      const shown = pence(steps.reduce((all, part) => all + part, 0) * 100)
      expect(formatPounds(shown)).toBe(formatPounds(pence(sum)))
      parts.forEach((part, index) => {
        const moved = Math.abs((steps[index] ?? 0) * 100 - part)
        expect(moved).toBeLessThan(100)
        if (part % 100 === 0) expect(moved).toBe(0)
      })
    }),
  )
})

it('gives shares that make a hundred', () => {
  expect(sharesTogether([1, 1, 1])).toEqual([33.34, 33.33, 33.33])
  expect(sharesTogether([0, 0])).toEqual([0, 0])
})

it('brings the rows of a table into step with its total, and touches nothing that is no sum', () => {
  const table: ReportTable = {
    key: 't',
    title: 'T',
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'minutes', title: 'Hours', kind: 'hours' },
      { key: 'share', title: 'Share', kind: 'percent' },
      { key: 'per', title: 'Per post', kind: 'hours' },
    ],
    rows: [
      { key: 'a', cells: { name: 'A', minutes: 45, share: 33.34, per: 45 } },
      { key: 'b', cells: { name: 'B', minutes: 45, share: 33.33, per: 45 } },
      { key: 'c', cells: { name: 'C', minutes: null, share: 33.33, per: null } },
    ],
    totals: { key: 'total', cells: { name: 'All', minutes: 90, share: 100, per: 50 } },
    notes: [],
  }
  const shown = addingUp(table)
  const texts = [...shown.rows, ...(shown.totals ? [shown.totals] : [])].map((row) =>
    shown.columns.map((column) => formatCellOf(column, row)),
  )
  expect(texts).toEqual([
    ['A', '0.8', '34%', '0.8'],
    ['B', '0.7', '33%', '0.8'],
    ['C', '–', '33%', '–'],
    ['All', '1.5', '100%', '0.8'],
  ])
})

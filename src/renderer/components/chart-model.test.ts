import { describe, expect, it } from 'vitest'
import type { Chart } from '../../shared/kernel/report-table'
import { day } from '../../shared/kernel/dates'
import { axisEnd, axisStep, axisText, chartTable, daysAlong, endWords, lineEndRoom, lineTicks } from './chart-model'

const hours: Chart = {
  key: 'hours',
  title: 'Teachers had nearly all of their hours',
  kind: 'bars',
  unit: 'hours',
  series: [{ key: 'h', title: 'Hours' }],
  points: [
    { label: 'Teachers', values: { h: 852 }, target: 900 },
    { label: 'Midday', values: { h: 0 } },
  ],
}

const money: Chart = {
  ...hours,
  kind: 'stacked-bars',
  unit: 'pounds',
  series: [
    { key: 'paid', title: 'Paid' },
    { key: 'promised', title: 'Promised' },
  ],
  points: [{ label: 'School', values: { paid: 310_500, promised: 124_000 }, target: 400_000 }],
}

it('says a bar with its target, the unit once', () => {
  expect(hours.points.map((point) => endWords(hours, point))).toEqual(['14.2 of 15 h', '0 h'])
  expect(money.points.map((point) => endWords(money, point))).toEqual(['£4,345 of £4,000'])
})

it('leaves room for the longest name at the end of a line, and most of a small window for the lines', () => {
  const series = [
    { key: 'all', title: 'Paid and promised' },
    { key: 'paid', title: 'Paid' },
  ]
  expect(lineEndRoom({ ...money, series }, 600)).toBeGreaterThan('Paid and promised'.length * 7)
  expect(lineEndRoom({ ...money, series: [{ key: 'paid', title: 'Paid' }] }, 600)).toBe(112)
  expect(lineEndRoom({ ...money, series }, 200)).toBe(100)
})

it('ends the axis at the longest bar or target, stacked parts together', () => {
  expect(axisEnd(hours)).toBe(900)
  expect(axisEnd(money)).toBe(434_500)
})

it('gives the same figures as a table, the target as a column where there is one', () => {
  const table = chartTable(hours)
  expect(table.columns.map((column) => column.title)).toEqual(['', 'Hours', 'Target'])
  const titled = { ...hours, targetTitle: 'whole school, 24.9 hours' }
  expect(chartTable(titled).columns.at(-1)?.title).toBe('Whole school')
  expect(table.rows.map((row) => Object.values(row.cells))).toEqual([
    ['Teachers', 852, 900],
    ['Midday', 0, null],
  ])
})

describe('axisStep', () => {
  it.each([
    [1_490_000, 'pounds', 500_000],
    [900, 'hours', 300],
    [100, 'percent', 25],
    [7, 'count', 2],
  ] as const)('divides %i %s by %i', (end, unit, step) => expect(axisStep(end, unit)).toBe(step))
})

describe('lineTicks', () => {
  const readings = (values: readonly number[], target?: number, unit: Chart['unit'] = 'percent'): Chart => ({
    ...hours,
    kind: 'line',
    unit,
    series: [{ key: 'v', title: 'Reading' }],
    points: values.map((v, index) => ({
      label: String(index),
      values: { v },
      ...(target === undefined ? {} : { target }),
    })),
  })

  it('gives readings high up the part of the scale they move in, the target within it', () =>
    expect(lineTicks(readings([91, 92, 95], 96))).toEqual([90, 92, 94, 96]))

  it('begins at zero for money, for hours, and for readings that come from far down', () => {
    expect(lineTicks(readings([910_000, 960_000], undefined, 'pounds'))[0]).toBe(0)
    expect(lineTicks(readings([900, 960], undefined, 'hours'))[0]).toBe(0)
    expect(lineTicks(readings([0, 92], 100))).toEqual([0, 25, 50, 75, 100])
  })

  it('has two ends and round figures, whatever was read', () => {
    expect(lineTicks(readings([]))).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(lineTicks(readings([80, 80])).length).toBeGreaterThan(1)
    expect(lineTicks(readings([5.2, 5.8], 5.9, 'number'))).toEqual([5.2, 5.4, 5.6, 5.8, 6])
  })
})

describe('daysAlong', () => {
  const over = (...days: readonly string[]): Chart => ({
    ...hours,
    kind: 'line',
    points: days.map((text) => ({ label: text, values: { h: 1 }, ...(text !== '' && { day: day(text) }) })),
  })

  it('puts readings as far apart as their days', () =>
    expect(daysAlong(over('2024-09-15', '2024-10-20', '2025-03-20'))).toEqual([0, 35, 186]))

  it('leaves points evenly where they are not days, or all of one day', () => {
    expect(daysAlong(hours)).toBeUndefined()
    expect(daysAlong(over('2024-09-15', ''))).toBeUndefined()
    expect(daysAlong(over('2024-09-15', '2024-09-15'))).toBeUndefined()
    expect(daysAlong(over())).toBeUndefined()
  })
})

it('writes a scale shortly', () => {
  expect([
    axisText('pounds', 500_000),
    axisText('pounds', 150_000),
    axisText('pounds', 150_000_000),
    axisText('pounds', 0),
    axisText('hours', 600),
    axisText('percent', 25),
  ]).toEqual(['£5k', '£1.5k', '£1.5m', '£0', '10 h', '25%'])
})

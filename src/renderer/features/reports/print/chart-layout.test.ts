import { expect, it } from 'vitest'
import type { Chart } from '../../../../shared/kernel/report-table'
import { barsOf, chartHeight, fullChartWidth, halfChartWidth, labelLines, linesOf } from './chart-layout'

function chart(kind: Chart['kind'], points: Chart['points'], series = ['paid', 'promised']): Chart {
  return {
    key: 'funds',
    title: 'Where the money went',
    kind,
    unit: 'number',
    series: series.map((key) => ({ key, title: key })),
    points,
  }
}

it('lays the parts of a bar end to end, from zero, and ends the longest before the room for its value', () => {
  const bars = barsOf(
    chart('stacked-bars', [
      { label: 'School', values: { paid: 60, promised: 40 } },
      { label: 'Premium', values: { paid: 0, promised: 25 }, target: 50 },
    ]),
    400,
  )
  const [long, short] = bars
  const [paid, promised] = long?.parts ?? []
  expect(long?.parts.map(({ key }) => key)).toEqual(['paid', 'promised'])
  expect((paid?.x ?? 0) + (paid?.width ?? 0)).toBeCloseTo(promised?.x ?? -1)
  expect((paid?.width ?? 0) / (promised?.width ?? 1)).toBeCloseTo(1.5)
  expect(long?.endX).toBeCloseTo(400 - 74)
  expect(short?.parts.map(({ key }) => key)).toEqual(['promised'])
  expect(short?.parts[0]?.x).toBeCloseTo(paid?.x ?? -1)
  // The value stands behind the mark where the mark is farther out than the bar.
  expect(short?.endX).toBe(short?.markX)
})

it('keeps every bar and its name inside the chart, however many there are', () => {
  for (const count of [1, 2, 5, 6, 9, 30]) {
    const points = Array.from({ length: count }, (_, index) => ({
      label: `Group ${index}`,
      values: { hours: index },
    }))
    const made = chart('bars', points, ['hours'])
    const bars = barsOf(made, fullChartWidth)
    expect(bars).toHaveLength(count)
    for (const { y, height, nameY } of bars) {
      expect(height).toBeGreaterThan(10)
      expect(nameY).toBeCloseTo(y + height / 2, 0)
      expect(y + height).toBeLessThan(chartHeight(made))
    }
  }
})

it('breaks a long name only where the chart has no room for it', () => {
  expect(labelLines('Pastoral and pupil support', fullChartWidth)).toEqual(['Pastoral and pupil support'])
  expect(labelLines('Pastoral and pupil support', halfChartWidth)).toEqual(['Pastoral and', 'pupil support'])
  expect(labelLines('Site and premises', halfChartWidth)).toEqual(['Site and premises'])
})

it('draws a part that is a credit as nothing', () => {
  const [bar] = barsOf(chart('stacked-bars', [{ label: 'School', values: { paid: 10, promised: -4 } }]), 400)
  expect(bar?.parts.map(({ key }) => key)).toEqual(['paid'])
})

it('puts lines over a scale from zero to a round number, and leaves a gap where nothing is known', () => {
  const { ticks, lines, names, plot } = linesOf(
    chart('line', [
      { label: 'Sep', values: { paid: 0, promised: 5 } },
      { label: 'Oct', values: { paid: 180 } },
      { label: 'Nov', values: { paid: 370, promised: 20 } },
    ]),
    656,
  )
  expect(ticks.map(({ value }) => value)).toEqual([0, 100, 200, 300, 400])
  expect(names.map(({ x }) => x)).toEqual([plot.left, (plot.left + plot.right) / 2, plot.right])
  expect(lines.map(({ dots }) => dots.length)).toEqual([3, 2])
  expect(lines[0]?.dots[0]).toEqual({ x: plot.left, y: plot.bottom })
  expect(linesOf(chart('line', [{ label: 'Sep', values: {} }]), 656).ticks.map(({ value }) => value)).toEqual([
    0, 1,
  ])
})

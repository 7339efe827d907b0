import { formatCell, type Chart } from '../../../../shared/kernel/report-table'

/** Width between the margins of A4 (174 mm) in CSS pixels, and the width of one of two charts beside each other. */
export const fullChartWidth = 656
export const halfChartWidth = 316

const rowHeight = 27
const keyHeight = 22
/** Right of the longest bar, for its value. */
const roomForValue = 74
/** Above and beneath a bar, within its row. */
const barGap = 7

/** How high a chart is drawn, in CSS pixels: a row for each bar, and a line for the key where bars have parts. */
export function chartHeight(chart: Chart): number {
  if (chart.kind === 'line') return 190
  return chart.points.length * rowHeight + (hasKey(chart) ? keyHeight : 0) + 8
}

/** True when the parts of a bar, or the target's mark, have to be named. */
export function hasKey(chart: Chart): boolean {
  return chart.series.length > 1 || chart.points.some((point) => point.target !== undefined)
}

/** How much room the names of the bars need, in CSS pixels; long names are broken over two lines. */
export function labelWidth(chart: Chart, width: number): number {
  const longest = Math.max(0, ...chart.points.map((point) => longestLine(point.label, width)))
  return Math.min(Math.round(width * 0.42), Math.round(longest * 6.4) + 12)
}

function longestLine(label: string, width: number): number {
  return Math.max(...labelLines(label, width).map((line) => line.length))
}

/** A bar's name in one line, or in two of about the same length when it is long for the width of its chart. */
export function labelLines(label: string, width: number): string[] {
  const longestInOne = width >= fullChartWidth ? 28 : 21
  if (label.length <= longestInOne || !label.includes(' ')) return [label]
  const words = label.split(' ')
  let best = [label]
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    if (Math.max(...lines.map((line) => line.length)) < Math.max(...best.map((line) => line.length))) best = lines
  }
  return best
}

/** The end of the scale: room for the longest bar or mark; never nothing. */
export function scaleEnd(chart: Chart): number {
  const ends = chart.points.map((point) => Math.max(point.target ?? 0, totalOf(chart, point.values)))
  return Math.max(...ends, 0) || 1
}

/** The length of a whole bar: its parts together, negative parts left out (a bar starts at zero). */
export function totalOf(chart: Chart, values: Readonly<Record<string, number>>): number {
  return chart.series.reduce((sum, { key }) => sum + Math.max(0, values[key] ?? 0), 0)
}

/** A value as it is written beside its bar. */
export function valueText(chart: Chart, value: number): string {
  return formatCell(chart.unit, Math.round(value * 100) / 100)
}

/** Where a bar is drawn, in CSS pixels of the chart. */
export interface BarPlace {
  readonly point: Chart['points'][number]
  /** The middle of the row, which the bar's name is set on. */
  readonly nameY: number
  readonly y: number
  readonly height: number
  /** The parts that have a length, in the order of the series; `part` counts from 0. */
  readonly parts: readonly { key: string; part: number; x: number; width: number }[]
  readonly markX: number | undefined
  /** Where the bar and its mark end. */
  readonly endX: number
}

/** The bars of a chart: rows of the same height, lengths from zero to the end of the scale. */
export function barsOf(chart: Chart, width: number): BarPlace[] {
  const left = labelWidth(chart, width)
  const top = hasKey(chart) ? 24 : 2
  const end = scaleEnd(chart)
  const at = (value: number): number => left + (value / end) * (width - left - roomForValue)
  const row = (chartHeight(chart) - top - 2) / chart.points.length
  return chart.points.map((point, index) => ({
    point,
    nameY: top + (index + 0.5) * row,
    y: top + index * row + barGap,
    height: Math.max(1, Math.round(row - 2 * barGap)),
    parts: partsOf(chart, point.values, at),
    markX: point.target === undefined ? undefined : at(point.target),
    endX: at(Math.max(totalOf(chart, point.values), point.target ?? 0)),
  }))
}

function partsOf(
  chart: Chart,
  values: Readonly<Record<string, number>>,
  at: (value: number) => number,
): BarPlace['parts'] {
  let before = 0
  return chart.series.flatMap(({ key }, part) => {
    const value = Math.max(0, values[key] ?? 0)
    const x = at(before)
    before += value
    return value === 0 ? [] : [{ key, part, x, width: at(before) - x }]
  })
}

/** Where the lines of a chart are drawn, in CSS pixels of the chart. */
export interface LinePlaces {
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number }
  readonly ticks: readonly { value: number; y: number }[]
  readonly names: readonly { label: string; x: number }[]
  readonly lines: readonly { key: string; title: string; dots: readonly { x: number; y: number }[] }[]
}

/** The lines of a chart over a scale from zero to a round number. A point without a value has no dot. */
export function linesOf(chart: Chart, width: number): LinePlaces {
  const plot = { left: 56, right: width - 90, top: 18, bottom: chartHeight(chart) - 34 }
  const highest = Math.max(0, ...chart.points.flatMap((point) => Object.values(point.values)))
  const step = roundStep(highest / 4)
  const end = Math.max(1, Math.ceil(highest / step)) * step
  const atX = (index: number): number =>
    plot.left + (index / Math.max(1, chart.points.length - 1)) * (plot.right - plot.left)
  const atY = (value: number): number => plot.bottom - (value / end) * (plot.bottom - plot.top)
  return {
    plot,
    ticks: Array.from({ length: Math.round(end / step) + 1 }, (_, index) => ({
      value: index * step,
      y: atY(index * step),
    })),
    names: chart.points.map(({ label }, index) => ({ label, x: atX(index) })),
    lines: chart.series.map(({ key, title }) => ({
      key,
      title,
      dots: chart.points.flatMap(({ values }, index) => {
        const value = values[key]
        return value === undefined ? [] : [{ x: atX(index), y: atY(value) }]
      }),
    })),
  }
}

/** The next 1, 2, 5 or 10 times a power of ten; 1 for nothing. */
function roundStep(atLeast: number): number {
  if (atLeast <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return ([1, 2, 5].find((factor) => factor * power >= atLeast) ?? 10) * power
}

import { formatCell, type Chart } from '../../../../shared/kernel/report-table'

/** Width between the margins of A4 (174 mm) in CSS pixels, and the width of one of two charts beside each other. */
export const fullChartWidth = 656
export const halfChartWidth = 316

const rowHeight = 30
const keyHeight = 22

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
  const longest = Math.max(0, ...chart.points.map((point) => longestLine(point.label)))
  return Math.min(Math.round(width * 0.42), Math.round(longest * 6.4) + 12)
}

function longestLine(label: string): number {
  return Math.max(...labelLines(label).map((line) => line.length))
}

/** A bar's name in one line, or in two of about the same length when it is long. */
export function labelLines(label: string): string[] {
  if (label.length <= 18 || !label.includes(' ')) return [label]
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

/** What a chart needs worked out before it is drawn: its table, its scale, its words. */
import { daysBetween } from '../../shared/kernel/dates'
import { formatCell, type Chart, type ReportTable } from '../../shared/kernel/report-table'

/** How a value of the chart reads. `pounds` holds pence and `hours` holds minutes, as in a report's cells. */
export function chartText(unit: Chart['unit'], value: number | undefined): string {
  // In a chart "20 of 20" reads better than "20.0 of 20.0"; the table beside it keeps the decimal.
  if (unit === 'hours' && value !== undefined) return String(Number((value / 60).toFixed(1)))
  return formatCell(unit, value ?? null)
}

/** The same figures as a table: one row per point, one column per series, the target last. */
export function chartTable(chart: Chart): ReportTable {
  const hasTarget = chart.points.some((point) => point.target !== undefined)
  return {
    key: `${chart.key}.table`,
    title: chart.title,
    columns: [
      { key: 'label', title: '', kind: 'text' },
      ...chart.series.map((series) => ({ key: series.key, title: series.title, kind: chart.unit })),
      ...(hasTarget ? [{ key: '\u0000target', title: targetColumn(chart), kind: chart.unit }] : []),
    ],
    rows: chart.points.map((point, index) => ({
      key: String(index),
      cells: {
        label: point.label,
        ...point.values,
        ...(hasTarget ? { '\u0000target': point.target ?? null } : {}),
      },
    })),
    notes: [],
  }
}

/** What the mark is called over its column: its own words up to a figure, which the column gives. */
function targetColumn({ targetTitle }: Chart): string {
  const words = targetTitle?.split(/,? *\d/)[0] ?? 'Target'
  return words === '' ? 'Target' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** The whole of a bar: its parts together when stacked, the largest of them when side by side. */
export function barLength(chart: Chart, values: Readonly<Record<string, number>>): number {
  const parts = chart.series.map((series) => values[series.key] ?? 0)
  return chart.kind === 'stacked-bars' ? parts.reduce((sum, part) => sum + part, 0) : Math.max(0, ...parts)
}

/** The end of the axis: the longest bar or target. Bars always begin at zero. */
export function axisEnd(chart: Chart): number {
  const ends = chart.points.map((point) => Math.max(barLength(chart, point.values), point.target ?? 0))
  return Math.max(1, ...ends)
}

/** A round step for at most `most` lines of a scale: 1, 2, 2.5 or 5 times a power of ten (of 60 for hours). */
export function axisStep(end: number, unit: Chart['unit'], most = 4): number {
  const base = unit === 'hours' ? 60 : unit === 'pounds' ? 100 : 1
  const rough = end / base / most
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)))
  const nice = [1, 2, 2.5, 5, 10].find((step) => step * power >= rough) ?? 10
  return nice * power * base
}

/**
 * The lines of the scale behind a line chart. Money and hours grow from nothing, so theirs begins at zero; readings of a
 * measure that all lie high up get the part of the scale they move in, or a year's progress would look flat.
 */
export function lineTicks(chart: Chart): number[] {
  const end = axisEnd(chart)
  const values = chart.points.flatMap((point) => [
    ...chart.series.flatMap(({ key }) => point.values[key] ?? []),
    ...(point.target === undefined ? [] : [point.target]),
  ])
  const lowest = values.length === 0 ? 0 : Math.min(...values)
  const isHigh = chart.unit !== 'pounds' && chart.unit !== 'hours' && lowest > end / 2
  const step = axisStep(isHigh ? Math.max(end - lowest, end / 20) : end, chart.unit)
  const first = isHigh ? Math.floor(lowest / step) : 0
  const last = Math.max(first + 1, Math.ceil(end / step))
  return Array.from({ length: last - first + 1 }, (_none, index) => round((first + index) * step))
}

// Steps below one add up to 5.300000000000001.
function round(value: number): number {
  return Number(value.toPrecision(12))
}

/**
 * Where each point of a line stands, in days since the first; undefined where the points are not days, or all of one day:
 * they then stand evenly.
 */
export function daysAlong({ points }: Chart): readonly number[] | undefined {
  const first = points[0]?.day
  const along = points.flatMap(({ day }) =>
    day === undefined || first === undefined ? [] : [daysBetween(first, day)],
  )
  return along.length === points.length && (along.at(-1) ?? 0) > 0 ? along : undefined
}

/** Short words for a scale: £5k, £1.5m, 10 h, 60%. */
export function axisText(unit: Chart['unit'], value: number): string {
  if (unit === 'pounds') {
    const pounds = value / 100
    if (Math.abs(pounds) >= 1_000_000) return `£${Number((pounds / 1_000_000).toFixed(2))}m`
    return Math.abs(pounds) >= 1_000 ? `£${Number((pounds / 1_000).toFixed(1))}k` : `£${pounds}`
  }
  if (unit === 'hours') return `${Number((value / 60).toFixed(1))} h`
  return unit === 'percent' ? `${value}%` : new Intl.NumberFormat('en-GB').format(value)
}

/** Room in pixels for the names at the ends of lines: as wide as the longest, and never more than the lines have. */
export function lineEndRoom(chart: Chart, width: number): number {
  const longest = Math.max(0, ...chart.series.map((series) => series.title.length))
  return Math.round(Math.min(Math.max(112, longest * 7 + 16), width / 2))
}

/** What stands behind a bar: "14.2 of 15 h", "£780 of £2,600"; each figure of bars that stand side by side. */
export function endWords(chart: Chart, point: Chart['points'][number]): string {
  if (point.valueText !== undefined) return point.valueText
  const isGrouped = chart.kind === 'bars' && chart.series.length > 1
  const own = isGrouped ? chart.series.map((series) => point.values[series.key]) : [barLength(chart, point.values)]
  const words = own.map((value) => chartText(chart.unit, value)).join(' · ')
  const unit = chart.unit === 'hours' ? ' h' : ''
  return point.target === undefined
    ? `${words}${unit}`
    : `${words} of ${chartText(chart.unit, point.target)}${unit}`
}

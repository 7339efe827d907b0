import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { Chart } from '../../shared/kernel/report-table'
import { barLength, chartText, daysAlong, endWords, lineTicks } from './chart-model'
import { strokeOf } from './chart-series'

/** A scale of recharts gives undefined until it knows the size. */
function at(
  scale: ((value: number | string, options?: { position?: 'middle' }) => number | undefined) | undefined,
  value: number | string,
): number | undefined {
  return scale?.(value, { position: 'middle' })
}

/** What there was to reach, in pale behind each bar. */
export function TargetTracks({ chart, thickness }: { readonly chart: Chart; readonly thickness: number }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  const start = at(x, 0)
  return (
    <g>
      {chart.points.map((point) => {
        const end = point.target === undefined ? undefined : at(x, point.target)
        const middle = at(y, point.label)
        if (start === undefined || end === undefined || middle === undefined) return null
        return (
          <rect
            key={point.label}
            className="chart-track"
            x={start}
            width={Math.max(0, end - start)}
            y={middle - thickness / 2}
            height={thickness}
          />
        )
      })}
    </g>
  )
}

/** The target of each bar: a line across it. Marks and figures are drawn over bars and lines, not beneath. */
export function TargetMarks({ chart, height }: { readonly chart: Chart; readonly height: number }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {chart.points.map((point) => {
        const across = point.target === undefined ? undefined : at(x, point.target)
        const middle = at(y, point.label)
        if (across === undefined || middle === undefined) return null
        const half = Math.min(height / 2 - 3, 13)
        return (
          <line
            key={point.label}
            className="chart-target"
            x1={across}
            x2={across}
            y1={middle - half}
            y2={middle + half}
          />
        )
      })}
    </ZIndexLayer>
  )
}

/** The figure at the end of each bar: "14.2 of 15", or the whole of a stack. */
export function BarEnds({ chart }: { readonly chart: Chart }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {chart.points.map((point) => {
        const length = barLength(chart, point.values)
        const end = at(x, Math.max(length, point.target ?? 0))
        const middle = at(y, point.label)
        if (end === undefined || middle === undefined) return null
        return (
          <text key={point.label} className="chart-value" x={end + 9} y={middle} dy="0.35em">
            {endWords(chart, point)}
          </text>
        )
      })}
    </ZIndexLayer>
  )
}

interface LineEnd {
  readonly series: Chart['series'][number]
  readonly index: number
  readonly value: number
  readonly across: number
  readonly up: number
}

// Two lines of text, and what the lower one needs above the axis, in pixels.
const labelHeight = 34
const aboveAxis = 20

/** Labels from the top down, each at least two lines of text below the one before, and none over the axis. */
function spreadApart(ends: readonly LineEnd[], axis: number): readonly (LineEnd & { readonly label: number })[] {
  let lowest = Number.NEGATIVE_INFINITY
  const placed = [...ends]
    .sort((a, b) => a.up - b.up)
    .map((end) => {
      lowest = Math.max(end.up, lowest + labelHeight)
      return { ...end, label: lowest }
    })
  let room = axis - aboveAxis
  for (const end of placed.reverse()) {
    end.label = Math.min(end.label, room)
    room = end.label - labelHeight
  }
  return placed
}

/** The name and last figure of each line, beside its end; pushed apart where lines meet. */
export function LineEnds({ chart }: { readonly chart: Chart }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  const along = daysAlong(chart)
  const ends = chart.series.flatMap((series, index) => {
    const place = chart.points.findLastIndex((point) => point.values[series.key] !== undefined)
    const last = chart.points[place]
    const value = last?.values[series.key]
    const across = last === undefined ? undefined : at(x, along?.[place] ?? last.label)
    const up = value === undefined ? undefined : at(y, value)
    return across === undefined || up === undefined || value === undefined
      ? []
      : [{ series, index, value, across, up }]
  })
  const placed = spreadApart(ends, at(y, lineTicks(chart)[0] ?? 0) ?? Number.POSITIVE_INFINITY)
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {placed.map((end) => (
        <g key={end.series.key}>
          <circle cx={end.across} cy={end.up} r={5} fill={strokeOf(end.index, chart)} />
          <text className="chart-value" x={end.across + 11} y={end.label} dy="0.1em">
            <tspan className="chart-label">{chartText(chart.unit, end.value)}</tspan>
            <tspan x={end.across + 11} dy="1.15em">
              {end.series.title}
            </tspan>
          </text>
        </g>
      ))}
    </ZIndexLayer>
  )
}

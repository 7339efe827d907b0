import { useEffect, useId, useRef, useState } from 'react'
import { Bar, BarChart, CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Chart } from '../../shared/kernel/report-table'
import { axisEnd, axisText, daysAlong, endWords, lineEndRoom, lineTicks } from './chart-model'
import { BarEnds, LineEnds, TargetMarks, TargetTracks } from './chart-marks'
import { fillOf, SeriesKey, SeriesPatterns, strokeOf } from './chart-series'

export interface ChartDrawingProps {
  readonly chart: Chart
  readonly width: number | undefined
}

const rowHeight = 34
const lineHeight = 240

/** Draws the chart with recharts, still (no animation), bars from zero, labels on the marks. */
export function ChartDrawing({ chart, width }: ChartDrawingProps) {
  const box = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState(width)
  useEffect(() => {
    const element = box.current
    if (width !== undefined || element === null) return undefined
    const watch = new ResizeObserver(() => setMeasured(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [width])
  const actual = width ?? measured ?? 0
  const needsKey = chart.series.length > 1 && chart.kind !== 'line'
  return (
    <div ref={box} data-chart={actual > 0 ? 'drawn' : 'waiting'}>
      {needsKey && <SeriesKey chart={chart} />}
      {actual > 0 &&
        (chart.kind === 'line' ? <Lines chart={chart} width={actual} /> : <Bars chart={chart} width={actual} />)}
    </div>
  )
}

interface SizedChart {
  readonly chart: Chart
  readonly width: number
}

/** Room for the labels of the bars: as wide as the longest, at most two fifths of the chart. */
function labelRoom(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => label.length))
  return Math.min(Math.round(longest * 7.4) + 12, Math.round(width * 0.4))
}

/** Room for the figures behind the bars: as wide as the longest. */
function endRoom(chart: Chart): number {
  const longest = Math.max(0, ...chart.points.map((point) => endWords(chart, point).length))
  return Math.round(longest * 7) + 16
}

function Bars({ chart, width }: SizedChart) {
  const patterns = useId()
  const isStacked = chart.kind === 'stacked-bars'
  const rows = chart.points.map((point) => ({
    label: point.label,
    target: point.target,
    ...point.values,
    ...(point.isUnknown === true ? { fill: 'var(--track)', stroke: 'var(--rule-strong)', strokeWidth: 1 } : {}),
  }))
  const perRow = isStacked ? rowHeight : Math.max(rowHeight, 10 + chart.series.length * 16)
  const end = axisEnd(chart)
  const room = labelRoom(
    chart.points.map((point) => point.label),
    width,
  )
  return (
    <BarChart
      layout="vertical"
      data={rows}
      width={width}
      height={rows.length * perRow + 12}
      margin={{ top: 6, right: endRoom(chart), bottom: 6, left: 0 }}
      barCategoryGap={isStacked || chart.series.length === 1 ? 10 : 7}
      barGap={2}
      accessibilityLayer={false}
    >
      <SeriesPatterns id={patterns} chart={chart} />
      <XAxis type="number" domain={[0, end]} hide />
      <YAxis
        type="category"
        dataKey="label"
        width={room}
        axisLine={false}
        tickLine={false}
        interval={0}
        tick={{ className: 'chart-label', textAnchor: 'start', x: 0, width: room - 10 }}
      />
      {chart.series.length === 1 || isStacked ? <TargetTracks chart={chart} thickness={14} /> : null}
      {chart.series.map((series, index) => (
        <Bar
          key={series.key}
          dataKey={series.key}
          {...(isStacked ? { stackId: 'all' } : {})}
          fill={fillOf(patterns, index, chart)}
          stroke={strokeOf(index, chart)}
          strokeWidth={index === 0 ? 0 : 1}
          isAnimationActive={false}
          maxBarSize={14}
        />
      ))}
      <TargetMarks chart={chart} height={perRow} />
      <BarEnds chart={chart} />
    </BarChart>
  )
}

/** The points in their order, evenly; or each on its day, where they have one. */
function acrossOf(chart: Chart, along: readonly number[] | undefined) {
  if (along === undefined) return { dataKey: 'label', interval: 'equidistantPreserveStart' } as const
  return {
    dataKey: 'along',
    type: 'number',
    domain: [0, 'dataMax'],
    ticks: along,
    tickFormatter: (days: number) => chart.points[along.indexOf(days)]?.label ?? '',
    interval: 'preserveStartEnd',
  } as const
}

function Lines({ chart, width }: SizedChart) {
  const along = daysAlong(chart)
  const rows = chart.points.map((point, index) => ({
    label: point.label,
    along: along?.[index],
    target: point.target,
    ...point.values,
  }))
  const ticks = lineTicks(chart)
  const hasTarget = chart.points.some((point) => point.target !== undefined)
  return (
    <LineChart
      data={rows}
      width={width}
      height={lineHeight}
      margin={{ top: 12, right: lineEndRoom(chart, width), bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        {...acrossOf(chart, along)}
        tickLine={along !== undefined}
        tickMargin={6}
        tick={{ className: 'chart-tick' }}
        className="chart-axis"
      />
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        tickFormatter={(value: number) => axisText(chart.unit, value)}
        tick={{ className: 'chart-tick' }}
        tickLine={false}
        axisLine={false}
        width={48}
      />
      {hasTarget && (
        <Line
          dataKey="target"
          className="chart-target-line"
          strokeDasharray="4 4"
          dot={false}
          isAnimationActive={false}
        />
      )}
      {chart.series.map((series, index) => (
        <Line
          key={series.key}
          dataKey={series.key}
          stroke={strokeOf(index, chart)}
          strokeWidth={3}
          strokeDasharray={['0', '7 4', '2 4', '9 3 2 3'][index % 4] ?? '0'}
          strokeLinejoin="round"
          // A line over days is read where a mark is; between two marks nobody looked.
          dot={along !== undefined && { r: 3.5, fill: strokeOf(index, chart), strokeDasharray: '0' }}
          isAnimationActive={false}
        />
      ))}
      <LineEnds chart={chart} />
    </LineChart>
  )
}

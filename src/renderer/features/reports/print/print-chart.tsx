import type { ReactElement, ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Chart } from '../../../../shared/kernel/report-table'
import { chartHeight, hasKey, labelLines, labelWidth, scaleEnd, totalOf, valueText } from './chart-layout'

/** Fonts of the picture: also right in Word and in the PNG, where the bundled face is not at hand. */
const chartFont = "'Source Sans', Calibri, Arial, sans-serif"
const ink = '#1f2328'
const quiet = '#4d5560'
const fills = ['#33373c', 'hatch', '#ffffff'] as const
const roomForValue = 74

interface PrintChartProps {
  readonly chart: Chart
  readonly width: number
}

/**
 * One chart of a report as vectors. It is read without colour: the first part of a bar is solid, the second hatched,
 * the third an outline; every bar carries its name and its value, and a target is a mark across it.
 */
export function PrintChart({ chart, width }: PrintChartProps) {
  return (
    <div className="report-chart" role="img" aria-label={chart.title} data-chart={chart.key}>
      {chart.kind === 'line' ? (
        <PrintLines chart={chart} width={width} />
      ) : (
        <PrintBars chart={chart} width={width} />
      )}
    </div>
  )
}

interface BarGeometry {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly index: number
  readonly background: { readonly x: number; readonly width: number }
}

function PrintBars({ chart, width }: PrintChartProps) {
  const end = scaleEnd(chart)
  const names = labelWidth(chart, width)
  const plot = width - names - roomForValue
  const patternId = `hatch-${chart.key}`
  const data = chart.points.map((point) => ({ label: point.label, ...point.values }))
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={chartHeight(chart)}
      data={data}
      accessibilityLayer={false}
      margin={{ top: hasKey(chart) ? 24 : 2, right: roomForValue, bottom: 2, left: 0 }}
      barCategoryGap={9}
    >
      <defs>
        <pattern id={patternId} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={5} height={5} fill="#ffffff" />
          <rect width={2.2} height={5} fill="#6b7178" />
        </pattern>
      </defs>
      <XAxis type="number" domain={[0, end]} hide />
      <YAxis
        type="category"
        dataKey="label"
        width={names}
        axisLine={false}
        tickLine={false}
        interval={0}
        tick={NameTick}
      />
      {chart.series.map(({ key }, part) => (
        <Bar
          key={key}
          dataKey={key}
          stackId="whole"
          isAnimationActive={false}
          shape={(raw: unknown) => barPart(raw as BarGeometry, chart, part, { end, patternId })}
        />
      ))}
      {hasKey(chart) && <ChartKey chart={chart} left={names} patternId={patternId} room={plot + roomForValue} />}
    </BarChart>
  )
}

// Drawn from the plot's own scale, because a stacked bar without a value has no geometry of its own.
function barPart(
  bar: BarGeometry,
  chart: Chart,
  part: number,
  scale: { end: number; patternId: string },
): ReactElement {
  const point = chart.points[bar.index]
  const isLast = part === chart.series.length - 1
  const fill = fills[Math.min(part, fills.length - 1)] ?? ink
  return (
    <g>
      {bar.width > 0 && (
        <rect
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
          strokeWidth={part === 0 ? 0 : 0.75}
          stroke={quiet}
          fill={fill === 'hatch' ? `url(#${scale.patternId})` : fill}
        />
      )}
      {isLast && point !== undefined && <BarEnd bar={bar} chart={chart} point={point} end={scale.end} />}
    </g>
  )
}

interface BarEndProps {
  readonly bar: BarGeometry
  readonly chart: Chart
  readonly point: Chart['points'][number]
  readonly end: number
}

function BarEnd({ bar, chart, point, end }: BarEndProps) {
  const total = totalOf(chart, point.values)
  const at = (value: number): number => bar.background.x + (value / end) * bar.background.width
  const middle = bar.y + bar.height / 2
  const mark = point.target
  return (
    <g>
      {mark !== undefined && <TargetMark at={at(mark)} from={bar.y - 3} to={bar.y + bar.height + 3} />}
      <text
        x={at(Math.max(total, mark ?? 0)) + 7}
        y={middle + 4}
        fontFamily={chartFont}
        fontSize={11.5}
        fill={quiet}
      >
        {point.valueText ?? valueText(chart, total)}
      </text>
    </g>
  )
}

// A white edge keeps the mark visible across a dark bar.
function TargetMark({ at, from, to }: { readonly at: number; readonly from: number; readonly to: number }) {
  return (
    <g>
      <line x1={at} x2={at} y1={from} y2={to} stroke="#ffffff" strokeWidth={4.5} />
      <line x1={at} x2={at} y1={from} y2={to} stroke={ink} strokeWidth={1.75} />
    </g>
  )
}

interface TickProps {
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value?: unknown }
}

function NameTick({ y = 0, payload }: TickProps): ReactElement {
  const lines = labelLines(String(payload?.value ?? ''))
  const first = Number(y) + 4 - (lines.length - 1) * 6
  return (
    <text fontFamily={chartFont} fontSize={11.5} fontWeight={600} fill={ink}>
      {lines.map((line, index) => (
        <tspan key={line} x={0} y={first + index * 12.5}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

interface ChartKeyProps {
  readonly chart: Chart
  readonly left: number
  readonly room: number
  readonly patternId: string
}

function ChartKey({ chart, left, patternId }: ChartKeyProps): ReactNode {
  const parts = chart.series.length > 1 ? chart.series.map(({ title }) => title) : []
  const words = chart.targetTitle === undefined ? parts : [...parts, chart.targetTitle]
  let x = left
  return words.map((word, index) => {
    const start = x
    x += 22 + word.length * 6.2
    const fill = fills[Math.min(index, fills.length - 1)] ?? ink
    return (
      <g key={word}>
        {index < parts.length ? (
          <rect
            x={start}
            y={4}
            width={11}
            height={11}
            stroke={quiet}
            strokeWidth={index === 0 ? 0 : 0.75}
            fill={fill === 'hatch' ? `url(#${patternId})` : fill}
          />
        ) : (
          <line x1={start + 5} x2={start + 5} y1={3} y2={16} stroke={ink} strokeWidth={1.75} />
        )}
        <text x={start + 16} y={13.5} fontFamily={chartFont} fontSize={11} fill={quiet}>
          {word}
        </text>
      </g>
    )
  })
}

const dashes = ['', '6 3', '2 3', '8 3 2 3'] as const

function PrintLines({ chart, width }: PrintChartProps) {
  const data = chart.points.map((point) => ({ label: point.label, ...point.values }))
  const text = { fontFamily: chartFont, fontSize: 11, fill: quiet }
  return (
    <LineChart
      width={width}
      height={chartHeight(chart)}
      data={data}
      margin={{ top: 18, right: 90, bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="#ddd6c8" />
      <XAxis dataKey="label" tick={text} tickLine={false} stroke={quiet} />
      <YAxis
        tick={text}
        tickLine={false}
        axisLine={false}
        width={56}
        domain={[0, 'auto']}
        tickFormatter={(value: number) => valueText(chart, value)}
      />
      {chart.series.map(({ key, title }, index) => (
        <Line
          key={key}
          dataKey={key}
          stroke={ink}
          strokeWidth={1.75}
          strokeDasharray={dashes[index % dashes.length] ?? ''}
          dot={{ r: 2.5, fill: ink }}
          isAnimationActive={false}
          label={(raw: unknown) => lineEnd(raw as { x: number; y: number; index: number }, title, data.length - 1)}
        />
      ))}
    </LineChart>
  )
}

// A line is named at its end, not in a legend.
function lineEnd(place: { x: number; y: number; index: number }, title: string, last: number): ReactElement {
  if (place.index !== last) return <g />
  return (
    <text x={place.x + 8} y={place.y + 4} fontFamily={chartFont} fontSize={11} fontWeight={600} fill={ink}>
      {title}
    </text>
  )
}

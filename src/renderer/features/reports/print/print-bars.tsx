import type { Chart } from '../../../../shared/kernel/report-table'
import { chartFont, fillOfPart, ink, quiet } from './chart-ink'
import {
  barsOf,
  chartHeight,
  hasKey,
  labelLines,
  labelWidth,
  totalOf,
  valueText,
  type BarPlace,
} from './chart-layout'

interface PrintBarsProps {
  readonly chart: Chart
  readonly width: number
}

/** Bars beneath each other, each with its name before it and its value behind it. */
export function PrintBars({ chart, width }: PrintBarsProps) {
  const patternId = `hatch-${chart.key}`
  const height = chartHeight(chart)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <defs>
        <pattern id={patternId} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={5} height={5} fill="#ffffff" />
          <rect width={2.2} height={5} fill="#6b7178" />
        </pattern>
      </defs>
      {hasKey(chart) && <ChartKey chart={chart} left={labelWidth(chart, width)} patternId={patternId} />}
      {barsOf(chart, width).map((bar) => (
        <OneBar key={bar.point.label} bar={bar} chart={chart} width={width} patternId={patternId} />
      ))}
    </svg>
  )
}

interface OneBarProps {
  readonly bar: BarPlace
  readonly chart: Chart
  readonly width: number
  readonly patternId: string
}

function OneBar({ bar, chart, width: chartWidth, patternId }: OneBarProps) {
  const { point, y, height } = bar
  return (
    <g>
      <BarName lines={labelLines(point.label, chartWidth)} middle={bar.nameY} />
      {bar.parts.map(({ key, part, x, width }) => (
        <rect
          key={key}
          x={x}
          y={y}
          width={width}
          height={height}
          strokeWidth={part === 0 && point.isUnknown !== true ? 0 : 0.75}
          stroke={quiet}
          fill={point.isUnknown === true ? '#ffffff' : fillOfPart(part, patternId)}
        />
      ))}
      {bar.markX !== undefined && <TargetMark at={bar.markX} from={y - 3} to={y + height + 3} />}
      <text x={bar.endX + 7} y={y + height / 2 + 4} fontFamily={chartFont} fontSize={11.5} fill={quiet}>
        {point.valueText ?? valueText(chart, totalOf(chart, point.values))}
      </text>
    </g>
  )
}

function BarName({ lines, middle }: { readonly lines: readonly string[]; readonly middle: number }) {
  const first = middle + 4 - (lines.length - 1) * 6
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

// A white edge keeps the mark visible across a dark bar.
function TargetMark({ at, from, to }: { readonly at: number; readonly from: number; readonly to: number }) {
  return (
    <g>
      <line x1={at} x2={at} y1={from} y2={to} stroke="#ffffff" strokeWidth={4.5} />
      <line x1={at} x2={at} y1={from} y2={to} stroke={ink} strokeWidth={1.75} />
    </g>
  )
}

interface ChartKeyProps {
  readonly chart: Chart
  readonly left: number
  readonly patternId: string
}

function ChartKey({ chart, left, patternId }: ChartKeyProps) {
  const parts = chart.series.length > 1 ? chart.series.map(({ title }) => title) : []
  const words = chart.targetTitle === undefined ? parts : [...parts, chart.targetTitle]
  let x = left
  return words.map((word, index) => {
    const start = x
    x += 22 + word.length * 6.2
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
            fill={fillOfPart(index, patternId)}
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

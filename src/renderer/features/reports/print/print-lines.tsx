import type { Chart } from '../../../../shared/kernel/report-table'
import { chartFont, ink, quiet } from './chart-ink'
import { chartHeight, linesOf, valueText } from './chart-layout'

interface PrintLinesProps {
  readonly chart: Chart
  readonly width: number
}

const dashes = ['', '6 3', '2 3', '8 3 2 3'] as const

/** Lines over a scale that begins at zero; each is named at its end, not in a legend. */
export function PrintLines({ chart, width }: PrintLinesProps) {
  const height = chartHeight(chart)
  const { plot, ticks, names, lines } = linesOf(chart, width)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={y} y2={y} stroke={value === 0 ? quiet : '#ddd6c8'} />
          <text x={plot.left - 8} y={y + 4} textAnchor="end" fontFamily={chartFont} fontSize={11} fill={quiet}>
            {valueText(chart, value)}
          </text>
        </g>
      ))}
      {names.map(({ label, x }) => (
        <text
          key={label}
          x={x}
          y={plot.bottom + 16}
          textAnchor="middle"
          fontFamily={chartFont}
          fontSize={11}
          fill={quiet}
        >
          {label}
        </text>
      ))}
      {lines.map(({ key, title, dots }, index) => (
        <g key={key}>
          <polyline
            points={dots.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={ink}
            strokeWidth={1.75}
            strokeDasharray={dashes[index % dashes.length] ?? ''}
          />
          {dots.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r={2.5} fill={ink} />
          ))}
          <LineName title={title} end={dots.at(-1)} />
        </g>
      ))}
    </svg>
  )
}

function LineName({ title, end }: { readonly title: string; readonly end: { x: number; y: number } | undefined }) {
  if (end === undefined) return null
  return (
    <text x={end.x + 8} y={end.y + 4} fontFamily={chartFont} fontSize={11} fontWeight={600} fill={ink}>
      {title}
    </text>
  )
}

import type { Chart } from '../../shared/kernel/report-table'

type Series = Pick<Chart, 'kind' | 'series'>

/**
 * One series, or the two parts of a stack (paid and promised), are drawn in the section's colour; otherwise each takes
 * its own from the colour-blind-safe set.
 */
export function strokeOf(index: number, chart: Series): string {
  const count = chart.series.length
  const isOneHue = count === 1 || (chart.kind === 'stacked-bars' && count === 2)
  return isOneHue ? 'var(--section)' : `var(--c-${(index % 6) + 1})`
}

/** The first series is solid, the others are patterned as well, so that they survive grey print. */
export function fillOf(patterns: string, index: number, chart: Series): string {
  return index === 0 ? strokeOf(0, chart) : `url(#${patternId(patterns, index)})`
}

function patternId(patterns: string, index: number): string {
  return `p${patterns.replace(/[^\w-]/g, '')}-${index}`
}

const strokes = ['M-2 2L2 -2M0 8L8 0M6 10L10 6', 'M0 4H8', 'M4 0V8', 'M0 0L8 8M8 0L0 8', 'M2 4H4']

/** The fills of a chart's series, in its own defs. */
export function SeriesPatterns({ id, chart }: { readonly id: string; readonly chart: Series }) {
  return (
    <defs>
      {chart.series.slice(1).map((item, position) => {
        const colour = strokeOf(position + 1, chart)
        return (
          <pattern
            key={item.key}
            id={patternId(id, position + 1)}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" fill="var(--paper)" />
            <rect width="8" height="8" fill={colour} fillOpacity="0.25" />
            <path d={strokes[position % strokes.length]} stroke={colour} strokeWidth="2" fill="none" />
          </pattern>
        )
      })}
    </defs>
  )
}

/** Names the parts of the bars, in their order, with the fill they have. */
export function SeriesKey({ chart }: { readonly chart: Chart }) {
  return (
    <ul className="chart-key">
      {chart.series.map((item, index) => {
        const id = `key-${chart.key}-${item.key}`
        return (
          <li key={item.key}>
            <svg width="14" height="14" viewBox="0 0 14 14">
              <SeriesPatterns id={id} chart={chart} />
              <rect
                x="0.5"
                y="0.5"
                width="13"
                height="13"
                rx="2"
                fill={fillOf(id, index, chart)}
                stroke={strokeOf(index, chart)}
              />
            </svg>
            {item.title}
          </li>
        )
      })}
    </ul>
  )
}

import type { Chart } from '../../shared/kernel/report-table'

type SeriesList = Chart['series']

/** A chart of one series is drawn in the section's colour; more take the colour-blind-safe set in order. */
export function strokeOf(index: number, count: number): string {
  return count === 1 ? 'var(--section)' : `var(--c-${(index % 6) + 1})`
}

/** The first series is solid, the others are patterned as well, so that they survive grey print. */
export function fillOf(patterns: string, index: number, count: number): string {
  return index === 0 ? strokeOf(0, count) : `url(#${patternId(patterns, index)})`
}

function patternId(patterns: string, index: number): string {
  return `p${patterns.replace(/[^\w-]/g, '')}-${index}`
}

function strokesOf(index: number): string {
  const shapes = ['M-2 2L2 -2M0 8L8 0M6 10L10 6', 'M0 4H8', 'M4 0V8', 'M0 0L8 8M8 0L0 8', 'M2 4H4']
  return shapes[(index - 1) % shapes.length] ?? ''
}

/** The fills of a chart's series, in its own defs. */
export function SeriesPatterns({ id, series }: { readonly id: string; readonly series: SeriesList }) {
  return (
    <defs>
      {series.map((item, index) =>
        index === 0 ? null : (
          <pattern key={item.key} id={patternId(id, index)} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill="var(--paper)" />
            <rect width="8" height="8" fill={strokeOf(index, series.length)} fillOpacity="0.28" />
            <path d={strokesOf(index)} stroke={strokeOf(index, series.length)} strokeWidth="2" fill="none" />
          </pattern>
        ),
      )}
    </defs>
  )
}

/** Names the parts of the bars, in their order, with the fill they have. */
export function SeriesKey({ series }: { readonly series: SeriesList }) {
  return (
    <ul className="chart-key">
      {series.map((item, index) => (
        <li key={item.key}>
          <svg width="14" height="14" viewBox="0 0 14 14">
            <SeriesPatterns id={`key-${item.key}`} series={series} />
            <rect
              x="0.5"
              y="0.5"
              width="13"
              height="13"
              rx="2"
              fill={fillOf(`key-${item.key}`, index, series.length)}
              stroke={strokeOf(index, series.length)}
            />
          </svg>
          {item.title}
        </li>
      ))}
    </ul>
  )
}

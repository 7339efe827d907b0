import type { Chart } from '../../../../shared/kernel/report-table'
import { PrintBars } from './print-bars'
import { PrintLines } from './print-lines'

interface PrintChartProps {
  readonly chart: Chart
  /** CSS pixels. */
  readonly width: number
}

/**
 * One chart of a report as vectors. It is read without colour: the first part of a bar is solid, the second hatched,
 * the third an outline; every bar carries its name and its value, and a target is a mark across it. Drawn by itself, not
 * by the library of the screen: paper needs no motion and no pointer, and the library is most of what a window would
 * have to load before it can print.
 */
export function PrintChart({ chart, width }: PrintChartProps) {
  const Drawing = chart.kind === 'line' ? PrintLines : PrintBars
  return (
    <div className="report-chart" role="img" aria-label={chart.title} data-chart={chart.key}>
      <Drawing chart={chart} width={width} />
    </div>
  )
}

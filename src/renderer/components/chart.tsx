import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Chart } from '../../shared/kernel/report-table'
import { Button } from './button'
import { chartTable } from './chart-model'
import { KeyHint } from './key-hint'
import { SimpleTable } from './simple-table'
import './chart.css'

// The drawing library is large and the first page may have no chart.
const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing')).ChartDrawing }))

export interface ChartFrameProps {
  /** Its title is the finding, in a sentence. */
  readonly chart: Chart
  /** What is measured and over which time, in grey under the title. */
  readonly about?: ReactNode
  /** Fixed width in pixels, for print; without it the chart takes the width there is. */
  readonly width?: number
  /** On paper there is no key to press. */
  readonly isPrinted?: boolean
  readonly level?: 2 | 3
}

/**
 * A chart with its finding above it. The same figures are a table one key away (T) and are what a screen reader reads.
 * `data-chart="drawn"` appears once it is drawn, for the printer to wait on.
 */
export function ChartFrame({ chart, about, width, isPrinted, level = 2 }: ChartFrameProps) {
  const [showsTable, setShowsTable] = useState(false)
  const Title = level === 2 ? 'h2' : 'h3'
  const figure = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = figure.current
    if (element === null || isPrinted === true) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      setShowsTable((shows) => !shows)
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [isPrinted])
  return (
    <figure className="chart" ref={figure}>
      <figcaption className="chart-head">
        <Title>{chart.title}</Title>
        {about !== undefined && <p>{about}</p>}
      </figcaption>
      {!showsTable && (
        <div className="chart-drawing" aria-hidden="true">
          <Suspense fallback={<div className="chart-waiting" />}>
            <ChartDrawing chart={chart} width={width} />
          </Suspense>
        </div>
      )}
      <div className={showsTable ? 'chart-table' : 'visually-hidden'}>
        <SimpleTable table={chartTable(chart)} />
      </div>
      {isPrinted !== true && (
        <div className="chart-foot">
          <Button kind="quiet" size="small" onPress={() => setShowsTable(!showsTable)}>
            {showsTable ? 'Show as a chart' : 'Show as a table'} <KeyHint keys="T" />
          </Button>
        </div>
      )}
    </figure>
  )
}

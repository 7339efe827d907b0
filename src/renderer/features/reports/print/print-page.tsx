import { useEffect } from 'react'
import { useParams } from 'wouter'
import type { ReportDocument } from '../../../../shared/kernel/report-table'
import { call, useRead, type OutputFor } from '../../../lib/contract-client'
import { chartPictures } from './chart-pictures'
import { ReportView } from './report-view'
import './print.css'

/**
 * The one print view, loaded in a window nobody sees. It asks for the report of its token, draws it, hands its charts
 * over and then marks the page: `data-print` on the root element is `drawing`, `ready` or `failed`, and the window that
 * prints waits for that.
 */
export function PrintPage() {
  const { token } = useParams<{ token: string }>()
  const job = useRead('print.job', { token })
  const task = job.data
  useEffect(() => {
    document.documentElement.dataset['print'] = job.failure === undefined ? 'drawing' : 'failed'
  }, [job.failure])
  useEffect(() => {
    if (task === undefined) return undefined
    const stop = new AbortController()
    void handOver(task, token, stop.signal)
    return () => stop.abort()
  }, [task, token])
  return task === undefined ? null : <ReportView report={task.report} />
}

async function handOver(task: OutputFor<'print.job'>, token: string, stopped: AbortSignal): Promise<void> {
  const root = document.documentElement
  try {
    furnish(task.report)
    await fontsLoaded()
    await twoFrames()
    const charts = task.wantsCharts ? await chartPictures(document) : []
    if (stopped.aborted) return
    const told = await call('print.ready', { token, charts })
    root.dataset['print'] = told.ok ? 'ready' : 'failed'
  } catch {
    if (!stopped.aborted) root.dataset['print'] = 'failed'
  }
}

/** The PDF's title and the texts of the page's margin, which style sheets read as custom properties. */
function furnish(report: ReportDocument): void {
  document.title = `${report.schoolName}: ${report.title}`
  const style = document.documentElement.style
  style.setProperty('--report-school', cssText(report.schoolName))
  style.setProperty('--report-running', cssText(report.running))
  style.setProperty('--report-stamp', cssText(report.stamp))
}

/** A text as a CSS string: quotes, backslashes and line ends cannot leave it. */
export function cssText(text: string): string {
  const escaped = [...text].map((sign) =>
    /["\\<>]|\p{Cc}/u.test(sign) ? `\\${sign.codePointAt(0)?.toString(16)} ` : sign,
  )
  return `"${escaped.join('')}"`
}

const faces = [
  "400 11pt 'Source Serif'",
  "italic 400 11pt 'Source Serif'",
  "600 11pt 'Source Serif'",
  "400 10pt 'Source Sans'",
  "700 10pt 'Source Sans'",
]

async function fontsLoaded(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face)))
  await document.fonts.ready
}

// Charts are drawn in an effect of their own; after two frames they are in the page.
async function twoFrames(): Promise<void> {
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
  await frame()
  await frame()
}

import { flushSync } from 'react-dom'
import type { Root } from 'react-dom/client'
import type { ReportDocument } from '../../../../shared/kernel/report-table'
import { call } from '../../../lib/call'
import { chartPictures } from './chart-pictures'
import { ReportView } from './report-view'
import './print.css'
import './print-tables.css'
import './print-written.css'
import './kept-pages.css'

/**
 * Draws the report of one print job: asks for it, draws it, hands its charts over where they are wanted and then marks
 * the page. `data-job` on the root element names the job, `data-print` is `waiting`, `drawing`, `ready` or `failed`; the
 * window that prints waits for both. `root` holds the report of one job at a time.
 */
export async function drawJob(root: Root, token: string): Promise<void> {
  const marks = document.documentElement.dataset
  marks['print'] = 'drawing'
  marks['job'] = token
  const isDrawn = await draw(root, token).catch(() => false)
  // Another job may have taken the page meanwhile.
  if (marks['job'] === token) marks['print'] = isDrawn ? 'ready' : 'failed'
}

/** Empties the page, so that nothing of a report stays in a window that waits for the next. */
export function clearPage(root: Root): void {
  const marks = document.documentElement.dataset
  delete marks['job']
  marks['print'] = 'waiting'
  document.documentElement.removeAttribute('style')
  document.title = ''
  root.render(null)
}

async function draw(root: Root, token: string): Promise<boolean> {
  const job = await call('print.job', { token })
  if (!job.ok) return false
  if ('pdf' in job.value) return drawPages(root, token, job.value)
  const { report, wantsCharts, logo, pages } = job.value
  const fonts = fontsFor(report)
  furnish(report, logo)
  flushSync(() =>
    root.render(
      <main>
        <ReportView key={token} report={report} pages={pages} />
      </main>,
    ),
  )
  await fonts
  if (!wantsCharts) return true
  const told = await call('print.ready', { token, charts: await chartPictures(document) })
  return told.ok
}

/** The pages of a PDF, one on each sheet. What draws them is large and fetched only here. */
async function drawPages(root: Root, token: string, job: { readonly pdf: Uint8Array; readonly title: string }) {
  const { picturesOfPages } = await import('./page-pictures')
  const pictures = await picturesOfPages(job.pdf)
  document.title = job.title
  flushSync(() =>
    root.render(
      <main key={token} className="kept-pages">
        {pictures.map((picture, index) => (
          <img key={index} src={picture} alt={`Page ${index + 1} of ${pictures.length}`} />
        ))}
      </main>,
    ),
  )
  await Promise.all([...document.images].map((image) => image.decode()))
  return true
}

interface LogoOnPage {
  readonly dataUrl: string
  readonly widthMm: number
  readonly heightMm: number
}

/** The PDF's title and the texts of the page's margin, which style sheets read as custom properties. */
function furnish(report: ReportDocument, logo: LogoOnPage | null): void {
  document.title = `${report.schoolName}: ${report.title}`
  const style = document.documentElement.style
  style.setProperty('--report-school', cssText(report.schoolName))
  style.setProperty('--report-running', cssText(report.running))
  style.setProperty('--report-stamp', cssText(report.stamp))
  if (logo === null) return
  const { dataUrl, widthMm, heightMm } = logo
  style.setProperty('--report-logo', `url("${dataUrl}")`)
  style.setProperty('--report-logo-size', `${widthMm}mm ${heightMm}mm`)
  style.setProperty('--report-logo-room', `${widthMm + 3}mm`)
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

/**
 * Every font file that a report needs, the page's margin included, which asks for its fonts only while it is printed. A
 * face is in several files by the letters that it holds, so the letters of the report decide.
 */
async function fontsFor(report: ReportDocument): Promise<void> {
  const letters = [...new Set(JSON.stringify(report))].join('')
  await Promise.all(faces.map((face) => document.fonts.load(face, letters)))
}

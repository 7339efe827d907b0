import { Refusal } from '../../shared/kernel/result'
import type { ReportDocument } from '../../shared/kernel/report-table'
import { newId } from '../db/ids'
import type { ChartPicture } from './docx-charts'
import type { HiddenWindow, Host } from '../lib/host'
import type { Logo } from './logo'
import { pagesOfPlaces } from './pdf-pages'

/** A report to be drawn. */
interface ReportTask {
  readonly report: ReportDocument
  /** True when the charts are wanted as pictures as well: only Word needs them, and drawing them takes time. */
  readonly wantsCharts: boolean
}

/** Pages that were drawn before, to be printed as they are. */
interface PagesTask {
  readonly pdf: Uint8Array
  readonly title: string
}

/** What a print window is to draw. */
type PrintTask = ReportTask | PagesTask

/** The logo as a page takes it. */
interface LogoOnPage {
  readonly dataUrl: string
  readonly widthMm: number
  readonly heightMm: number
}

/** A report with all that its pages show of themselves. */
interface DrawnTask extends ReportTask {
  readonly logo: LogoOnPage | null
  readonly pages: Readonly<Record<string, number>>
}

const sizeOf = ({ widthMm, heightMm }: Logo) => ({ widthMm, heightMm })
const dataUrlOf = ({ mediaType, content }: Logo): string =>
  `data:${mediaType};base64,${Buffer.from(content).toString('base64')}`

interface PrintJob {
  readonly task: PrintTask
  readonly logo: Logo | undefined
  /** The pages that the contents name, by the place they lead to; empty until they are known. */
  readonly pages: ReadonlyMap<string, number>
  /** Undefined until the window has handed them over. */
  charts: readonly ChartPicture[] | undefined
}

/** A drawn report: its pages in a window nobody sees, and its charts as pictures. */
export interface DrawnReport {
  readonly window: HiddenWindow
  readonly charts: readonly ChartPicture[]
  readonly logo: Logo | undefined
}

/**
 * Reports on their way through the one print view. A job is known by a token that only its window is told; the window
 * asks for the report, draws it and, where they are wanted, hands its charts over before it says that it is ready
 * (model, section 9).
 */
export class PrintJobs {
  readonly #host: Host
  /** The logo of the school that is open. */
  readonly logo: () => Logo | undefined
  readonly #jobs = new Map<string, PrintJob>()

  constructor(host: Host, logo: () => Logo | undefined) {
    this.#host = host
    this.logo = logo
  }

  /**
   * Draws a report in a hidden window and gives the drawing to `work`; the window is closed afterwards, whatever
   * happens. Throws Refusal `host.unavailable` without a window and `print.failed` when the pages could not be drawn.
   */
  async draw<T>(task: PrintTask, work: (drawn: DrawnReport) => Promise<T>): Promise<T> {
    // Only pages that are drawn know where a heading has come to stand: contents are drawn twice.
    const hasContents = 'report' in task && task.report.hasContents === true
    const pages = hasContents
      ? await this.#drawOnce({ ...task, wantsCharts: false }, new Map(), async ({ window }) =>
          pagesOfPlaces(await window.printToPdf()),
        )
      : new Map<string, number>()
    return this.#drawOnce(task, pages, work)
  }

  async #drawOnce<T>(
    task: PrintTask,
    pages: ReadonlyMap<string, number>,
    work: (drawn: DrawnReport) => Promise<T>,
  ): Promise<T> {
    const token = newId()
    const wantsCharts = 'report' in task && task.wantsCharts
    const logo = 'report' in task ? this.logo() : undefined
    this.#jobs.set(token, { task, logo, pages, charts: wantsCharts ? undefined : [] })
    try {
      const window = await this.#open(token)
      try {
        const { charts } = this.#job(token)
        if (charts === undefined) throw new Refusal('print.failed')
        return await work({ window, charts, logo })
      } finally {
        window.close()
      }
    } finally {
      this.#jobs.delete(token)
    }
  }

  /** What the window of a token has to draw. Throws Refusal `record.missing` for a token that is not (or no longer) known. */
  taskOf(token: string): PagesTask | DrawnTask {
    const { task, logo, pages } = this.#job(token)
    if (!('report' in task)) return task
    return {
      ...task,
      logo: logo ? { ...sizeOf(logo), dataUrl: dataUrlOf(logo) } : null,
      pages: Object.fromEntries(pages),
    }
  }

  /** The window of a token hands over the charts that were wanted. */
  ready(token: string, charts: readonly ChartPicture[]): void {
    this.#job(token).charts = charts
  }

  #job(token: string): PrintJob {
    const job = this.#jobs.get(token)
    if (!job) throw new Refusal('record.missing')
    return job
  }

  async #open(token: string): Promise<HiddenWindow> {
    try {
      return await this.#host.openHiddenWindow(`/print/${token}`)
    } catch (cause) {
      if (cause instanceof Refusal) throw cause
      const refusal = new Refusal('print.failed')
      refusal.cause = cause
      throw refusal
    }
  }
}

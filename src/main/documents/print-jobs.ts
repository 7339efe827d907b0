import { Refusal } from '../../shared/kernel/result'
import type { ReportDocument } from '../../shared/kernel/report-table'
import { newId } from '../db/ids'
import type { ChartPicture } from './docx-charts'
import type { HiddenWindow, Host } from '../lib/host'

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
export type PrintTask = ReportTask | PagesTask

interface PrintJob {
  readonly task: PrintTask
  /** Undefined until the window has handed them over. */
  charts: readonly ChartPicture[] | undefined
}

/** A drawn report: its pages in a window nobody sees, and its charts as pictures. */
export interface DrawnReport {
  readonly window: HiddenWindow
  readonly charts: readonly ChartPicture[]
}

/**
 * Reports on their way through the one print view. A job is known by a token that only its window is told; the window
 * asks for the report, draws it and, where they are wanted, hands its charts over before it says that it is ready
 * (model, section 9).
 */
export class PrintJobs {
  readonly #host: Host
  readonly #jobs = new Map<string, PrintJob>()

  constructor(host: Host) {
    this.#host = host
  }

  /**
   * Draws a report in a hidden window and gives the drawing to `work`; the window is closed afterwards, whatever
   * happens. Throws Refusal `host.unavailable` without a window and `print.failed` when the pages could not be drawn.
   */
  async draw<T>(task: PrintTask, work: (drawn: DrawnReport) => Promise<T>): Promise<T> {
    const token = newId()
    const wantsCharts = 'report' in task && task.wantsCharts
    this.#jobs.set(token, { task, charts: wantsCharts ? undefined : [] })
    try {
      const window = await this.#open(token)
      try {
        const { charts } = this.#job(token)
        if (charts === undefined) throw new Refusal('print.failed')
        return await work({ window, charts })
      } finally {
        window.close()
      }
    } finally {
      this.#jobs.delete(token)
    }
  }

  /** What the window of a token has to draw. Throws Refusal `record.missing` for a token that is not (or no longer) known. */
  taskOf(token: string): PrintTask {
    return this.#job(token).task
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

/**
 * The process in which Word files are written, so that the window never waits while a long one is laid out and packed.
 * It is given a document with the pictures of its charts and ends when it has answered.
 */
import type { ReportDocument } from '../../shared/kernel/report-table'
import { writeDocx } from './docx'
import type { ChartPicture } from './docx-charts'
import type { Logo } from './logo'

export interface WordJob {
  readonly report: ReportDocument
  readonly charts: readonly ChartPicture[]
  readonly logo: Logo | undefined
}

export type WordAnswer =
  { readonly ok: true; readonly content: Uint8Array } | { readonly ok: false; readonly error: string }

/** Electron's side of a utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: WordAnswer): void
  on(event: 'message', listener: (event: { readonly data: WordJob }) => void): void
}

/** The Word file of a document, or where writing it went wrong. */
export async function answerTo({ report, charts, logo }: WordJob): Promise<WordAnswer> {
  try {
    return { ok: true, content: await writeDocx(report, charts, logo) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const port = (process as { readonly parentPort?: ParentPort }).parentPort
port?.on('message', ({ data }) => void answerTo(data).then((answer) => port.postMessage(answer)))

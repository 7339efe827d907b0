import { basename } from 'node:path'
import { Refusal } from '../../shared/kernel/result'
import type { ReportDocument } from '../../shared/kernel/report-table'
import { refusalFor } from '../db/errors'
import { beginsAsDatabase, writeFileWhole } from '../lib/files'
import type { FileKind, Host } from '../lib/host'
import type { writeDocx as WriteDocx } from './docx'
import type { DrawnReport, PrintJobs } from './print-jobs'

/** What a document can be written as. */
export type PaperFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json' | 'txt'
/** What is made of drawn pages. */
export type DrawnFormat = 'pdf' | 'docx'

const fileKinds: Readonly<Record<PaperFormat, FileKind>> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word document', extensions: ['docx'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  txt: { name: 'Plain text', extensions: ['txt'] },
}

/** Makes the Word file of a document with the pictures of its charts. */
export type WordWriter = typeof WriteDocx

/** Sends documents to a printer and writes them to files, whatever they are about. */
export class Paper {
  readonly #host: Host
  readonly #jobs: PrintJobs
  readonly #isOpenSchool: (path: string) => boolean
  readonly #writeWord: WordWriter

  /**
   * `isOpenSchool` says whether a path leads to the school file that is open, by whatever name. Word files are written
   * by `writeWord`; in this process when it is left out.
   */
  constructor(
    host: Host,
    jobs: PrintJobs,
    isOpenSchool: (path: string) => boolean,
    writeWord: WordWriter = writeHere,
  ) {
    this.#host = host
    this.#jobs = jobs
    this.#isOpenSchool = isOpenSchool
    this.#writeWord = writeWord
  }

  /** Sends a document to a printer; false when the person changed their mind. */
  async print(report: ReportDocument): Promise<boolean> {
    return this.#jobs.draw({ report, wantsCharts: false }, ({ window }) => window.print())
  }

  /** Sends pages that were drawn before to a printer, as they are; false when the person changed their mind. */
  async printPages(pdf: Uint8Array, title: string): Promise<boolean> {
    return this.#jobs.draw({ pdf, title }, ({ window }) => window.print())
  }

  /** A document as a PDF or for Word. Both need a window, for the pages and for the charts. */
  async bytes(report: ReportDocument, format: DrawnFormat): Promise<Uint8Array> {
    return this.#jobs.draw({ report, wantsCharts: format === 'docx' }, (drawn) =>
      this.drawnBytes(report, format, drawn),
    )
  }

  /** A document without charts for Word: nothing is drawn for it, so that it needs no window. */
  async wordBytes(report: ReportDocument): Promise<Uint8Array> {
    return this.#writeWord(report, [], this.#jobs.logo())
  }

  /** A document of pages that are drawn already. */
  async drawnBytes(
    report: ReportDocument,
    format: DrawnFormat,
    { window, charts, logo }: DrawnReport,
  ): Promise<Uint8Array> {
    return format === 'pdf' ? window.printToPdf() : this.#writeWord(report, charts, logo)
  }

  /**
   * Asks where to, and writes there; returns the file's name. Throws Refusals `cancelled`, and
   * those of `writeTo`.
   */
  async saveAs(
    content: Uint8Array,
    { title, suggestedName, format }: { title: string; suggestedName: string; format: PaperFormat },
  ): Promise<string> {
    const path = await this.#host.askSaveFile({ title, suggestedName, kinds: [fileKinds[format]] })
    if (path === undefined) throw new Refusal('cancelled')
    this.writeTo(path, content)
    return basename(path)
  }

  /** Writes a file whole. Throws Refusals `file.is-school`, `file.unwritable`, `file.disk-full`. */
  writeTo(path: string, content: Uint8Array): void {
    this.expectNoSchool(path)
    writeOrRefuse(path, content)
  }

  /**
   * A document is written over an earlier one of its name, never over a school, nor over the journal beside one, in which
   * its last changes may stand. Throws Refusal `file.is-school`.
   */
  expectNoSchool(path: string): void {
    for (const file of [path, path.replace(/-(wal|shm|journal)$/i, '')]) {
      if (this.#isOpenSchool(file) || beginsAsDatabase(file)) throw new Refusal('file.is-school')
    }
  }
}

async function writeHere(...what: Parameters<WordWriter>): Promise<Uint8Array> {
  // The library for Word is most of the program: it is loaded by the first document that wants it, not at start.
  const { writeDocx } = await import('./docx')
  return writeDocx(...what)
}

function writeOrRefuse(path: string, content: Uint8Array): void {
  try {
    writeFileWhole(path, content)
  } catch (cause) {
    const known = refusalFor(cause)
    if (known instanceof Refusal) throw known
    const refusal = new Refusal('file.unwritable')
    refusal.cause = cause
    throw refusal
  }
}

import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import { yearLabel, yearName, type YearKind, type YearsKnown } from '../../../shared/kernel/years'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import { buildReport, type Edition } from '../../../shared/features/reports/build'
import { mediaTypes, reportKinds, type ReportAsk, type ReportFormat } from '../../../shared/features/reports/model'
import { proposedSteps } from '../../../shared/features/reports/questions'
import { keepAttachment, readAttachment } from '../../db/attachments'
import type { SchoolDesk } from '../../db/school-desk'
import { regimesOf, yearOfDay } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import { writeJson } from '../../documents/json'
import type { Paper } from '../../documents/paper'
import type { PrintJobs } from '../../documents/print-jobs'
import { safeFileName } from '../../lib/files'
import { gatherFacts } from './gather'
import { firstAndLastDay } from './money-queries'
import { insertIssued, insertIssuedFile, issuedFile, newestIssue } from './repository'

export interface ReportsNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly financeCodes: () => FinanceCodes
  readonly jobs: PrintJobs
  readonly paper: Paper
}

/** What is kept of an issue. JSON is not among them: the figures are kept in the row itself. */
const issuedFormats = ['pdf', 'docx', 'xlsx', 'csv'] as const

/** Makes, prints, writes and issues reports. Reads any table; writes only its own texts and issues. */
export class ReportsService {
  readonly #needs: ReportsNeeds

  constructor(needs: ReportsNeeds) {
    this.#needs = needs
  }

  /** A report with its figures as they are now. */
  report(ask: ReportAsk, edition: Edition = {}): ReportDocument {
    const { desk } = this.#needs
    return buildReport(ask.kind, gatherFacts(desk.read, ask, this.#needs), edition)
  }

  /** A report for the screen, and the steps that its figures suggest, for an author to start from. */
  gather(ask: ReportAsk): { report: ReportDocument; proposedSteps: string[] } {
    const facts = gatherFacts(this.#needs.desk.read, ask, this.#needs)
    return { report: buildReport(ask.kind, facts), proposedSteps: proposedSteps(facts) }
  }

  /** Years in which anything happened, this one included, newest first, by both kinds of year. */
  years(): YearsKnown {
    const { desk, clock } = this.#needs
    const today = clock.today()
    const days = desk.read.first(firstAndLastDay())
    const first = days?.first_on ?? today
    const last = days?.last_on ?? today
    const span = (kind: YearKind): number[] => {
      const from = yearOfDay(desk.read, first < today ? first : today, kind).startYear
      const to = yearOfDay(desk.read, last > today ? last : today, kind).startYear
      return Array.from({ length: to - from + 1 }, (_, index) => to - index)
    }
    const now = (kind: YearKind): number => yearOfDay(desk.read, today, kind).startYear
    return {
      regimes: regimesOf(desk.read),
      academic: span('academic'),
      financial: span('financial'),
      thisAcademic: now('academic'),
      thisFinancial: now('financial'),
    }
  }

  /** The printed pages as a PDF. */
  async pdf(report: ReportDocument): Promise<Uint8Array> {
    return this.#needs.paper.bytes(report, 'pdf')
  }

  /** Sends a report to a printer; false when the person changed their mind. */
  async print(ask: ReportAsk): Promise<boolean> {
    return this.#needs.paper.print(this.report(ask))
  }

  /** A report in one format. PDF and Word need a window for the charts. */
  async bytes(report: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
    if (format === 'pdf' || format === 'docx') return this.#needs.paper.bytes(report, format)
    return this.#plainBytes(report, format)
  }

  /** Asks where to, and writes a report there. Throws Refusals `cancelled`, `file.unwritable`, `file.disk-full`. */
  async export(ask: ReportAsk, format: ReportFormat): Promise<string> {
    const report = this.report(ask)
    return this.#saveAs(await this.bytes(report, format), fileNameOf(report, ask, format), format)
  }

  /** Writes a report to a place that is known already: for the command line. */
  async writeTo(
    path: string,
    ask: ReportAsk,
    format: ReportFormat,
  ): Promise<{ report: ReportDocument; byteCount: number }> {
    this.#needs.paper.expectNoSchool(path)
    const report = this.report(ask)
    const content = await this.bytes(report, format)
    this.#needs.paper.writeTo(path, content)
    return { report, byteCount: content.byteLength }
  }

  /**
   * Issues a report: its figures, text and files are kept as they are now and never change (model, section 8). A second
   * issue for the same year is a correction: it needs a reason (Refusal `report.reason-needed`) and marks the one before
   * as replaced. Throws `record.changed` when it was issued, or another school was opened, in the meantime.
   */
  async issue(ask: ReportAsk, reason: string | null): Promise<{ id: string; number: number }> {
    const { desk, clock } = this.#needs
    const before = newestIssue(desk.read, ask.kind, ask.year)
    if (before && (reason === null || reason === ''))
      throw new Refusal('report.reason-needed', {}, [{ path: 'reason', code: 'input.required' }])
    const number = (before?.number ?? 0) + 1
    const report = this.report(ask, { number, reason })
    // Drawing takes seconds: nothing is issued into a school that was opened meanwhile.
    const files = await desk.sameSchoolAfter(() => this.#allFiles(report))
    const id = desk.write('reports.issue', (db) => {
      if ((newestIssue(db, ask.kind, ask.year)?.number ?? 0) !== number - 1) throw new Refusal('record.changed')
      const issuedId = insertIssued(db, {
        report_kind: ask.kind,
        year_kind: ask.year.kind,
        start_year: ask.year.startYear,
        number,
        title: `${reportKinds[ask.kind].title}, ${yearName(ask.year)}`,
        issued_on: clock.today(),
        issued_at_utc: clock.nowUtc(),
        issued_by_person_id: desk.actingPersonId ?? null,
        reason: before ? reason : null,
        replaces_id: before?.id ?? null,
        figures_json: JSON.stringify(report.totals),
        document_json: JSON.stringify(report),
      })
      for (const { format, content } of files) {
        const sha256 = keepAttachment(db, content, mediaTypes[format])
        insertIssuedFile(db, {
          issued_report_id: issuedId,
          format,
          file_name: fileNameOf(report, ask, format, number),
          sha256,
        })
      }
      return issuedId
    })
    return { id, number }
  }

  /** The bytes of an issue, as they were issued. Throws Refusal `record.missing`. */
  issued(id: string, format: ReportFormat): { fileName: string; mediaType: string; content: Uint8Array } {
    const { read } = this.#needs.desk
    const file = issuedFile(read, id, format)
    const kept = file && readAttachment(read, file.sha256)
    if (!file || !kept) throw new Refusal('record.missing')
    return { fileName: file.file_name, mediaType: kept.mediaType, content: new Uint8Array(kept.content) }
  }

  /**
   * Sends the pages of an issue to a printer, drawn from the PDF that was issued and from nothing else, so that paper
   * printed years later is what the governors had. False when the person changed their mind; Refusal `record.missing`.
   */
  async printIssued(id: string): Promise<boolean> {
    const { fileName, content } = this.issued(id, 'pdf')
    return this.#needs.paper.printPages(content, fileName.replace(/\.pdf$/, ''))
  }

  /** Asks where to, and writes a copy of an issue there. */
  async saveIssued(id: string, format: ReportFormat): Promise<string> {
    const { fileName, content } = this.issued(id, format)
    return this.#saveAs(content, fileName, format)
  }

  /** One drawing serves the PDF and the Word file. */
  async #allFiles(
    report: ReportDocument,
  ): Promise<{ format: (typeof issuedFormats)[number]; content: Uint8Array }[]> {
    return this.#needs.jobs.draw({ report, wantsCharts: true }, async (drawn) => {
      const files: { format: (typeof issuedFormats)[number]; content: Uint8Array }[] = []
      for (const format of issuedFormats) {
        const content =
          format === 'pdf' || format === 'docx'
            ? await this.#needs.paper.drawnBytes(report, format, drawn)
            : await this.#plainBytes(report, format)
        files.push({ format, content })
      }
      return files
    })
  }

  async #plainBytes(report: ReportDocument, format: 'xlsx' | 'csv' | 'json'): Promise<Uint8Array> {
    if (format === 'json') return new TextEncoder().encode(writeJson(report))
    if (format === 'csv') return new TextEncoder().encode(writeCsv(tablesOf(report)))
    const facts = { title: report.title, schoolName: report.schoolName, createdAtUtc: this.#needs.clock.nowUtc() }
    // As with Word's, the library for Excel is loaded by the first who wants it.
    const { writeXlsx } = await import('../../documents/xlsx')
    return writeXlsx(tablesOf(report), facts)
  }

  async #saveAs(content: Uint8Array, suggestedName: string, format: ReportFormat): Promise<string> {
    return this.#needs.paper.saveAs(content, { title: 'Save the report', suggestedName, format })
  }
}

/** "Northgate Primary School, governors’ report 2025-26.pdf": the year's slash is no character of a file name. */
export function fileNameOf(report: ReportDocument, ask: ReportAsk, format: ReportFormat, number?: number): string {
  const year = yearLabel(ask.year.startYear).replace('/', '-')
  const kind = ask.year.kind === 'financial' ? `financial ${year}` : year
  const issue = number === undefined ? '' : `, issue ${number}`
  return `${safeFileName(`${report.schoolName}, ${reportKinds[ask.kind].title.toLowerCase()} ${kind}${issue}`)}.${format}`
}

import type { Clock } from '../../../shared/kernel/clock'
import { tablesOf, zReportDocument, type ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import type { PlanFormat } from '../../../shared/features/plan/contract'
import type { Approval, Plan, VersionFormat } from '../../../shared/features/plan/model'
import type { Edition } from '../../../shared/features/plan/plan-paper'
import { drawLine } from '../../../shared/features/plan/rules'
import { readAttachment } from '../../db/attachments'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { writeCsv } from '../../documents/csv'
import { writeJson } from '../../documents/json'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { addStep, expectLines, type Hand } from './service'
import { documentOf, keepVersion, type KeptFile } from './versions'

export interface PaperNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly typology: Typology
  readonly codes: FinanceCodes
  readonly planOf: (db: ReadDb, planId: string) => Plan
  /** What becomes planned when the plan is approved; belongs to needs. */
  readonly planNeeds: (db: WriteDb, needIds: readonly string[], reason: string) => number
  readonly hand: () => Hand
}

const formats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const

/** The plan as pages and files; what is approved keeps its figures, text and files, and opening it gives the same bytes. */
export class PlanPaper {
  readonly #needs: PaperNeeds

  constructor(needs: PaperNeeds) {
    this.#needs = needs
  }

  /** The plan as a document, as it stands or as a version. */
  document(plan: Plan, names: boolean, edition?: Edition): ReportDocument {
    const { desk, clock, typology, codes } = this.#needs
    return documentOf(desk.read, { plan, names, edition, today: clock.today(), typology, codes })
  }

  /** Prints the plan as it stands, or saves it. Throws Refusals `cancelled`, `print.failed`, `file.*`. */
  async print(plan: Plan, { names, format }: { readonly names: boolean; readonly format: PlanFormat }) {
    return this.printReport(this.document(plan, names), format)
  }

  /** Prints a document of the plan, or saves it. Throws Refusals `cancelled`, `print.failed`, `file.*`. */
  async printReport(report: ReportDocument, format: PlanFormat) {
    const { paper, desk } = this.#needs
    if (format === 'print') return { printed: await paper.print(report), fileName: null }
    const content = await desk.sameSchoolAfter(() => this.bytes(report, format))
    return {
      printed: false,
      fileName: await this.#saveAs(content, `${safeFileName(report.title)}.${format}`, format),
    }
  }

  /** Writes a document of the plan to a place that is known already: for the command line. */
  async writeTo(path: string, report: ReportDocument, format: VersionFormat) {
    const { paper } = this.#needs
    paper.expectNoSchool(path)
    const content = await this.bytes(report, format)
    paper.writeTo(path, content)
    return { report, byteCount: content.byteLength }
  }

  /** A document of the plan in one format. */
  async bytes(report: ReportDocument, format: VersionFormat): Promise<Uint8Array> {
    const { paper, clock } = this.#needs
    switch (format) {
      case 'pdf':
        return paper.bytes(report, 'pdf')
      case 'docx':
        return paper.wordBytes(report)
      case 'json':
        return new TextEncoder().encode(writeJson(report))
      case 'csv':
        return new TextEncoder().encode(writeCsv(tablesOf(report)))
      case 'xlsx': {
        const { writeXlsx } = await import('../../documents/xlsx')
        const { title, schoolName } = report
        return writeXlsx(tablesOf(report), { title, schoolName, createdAtUtc: clock.nowUtc() })
      }
    }
  }

  /**
   * Approves a plan: its figures, its document and its files are kept, and the needs that its lines above the line serve
   * are planned from then on. Throws Refusals `plan.not-that-step`, `plan.empty`, `plan.reason-needed` for a second
   * version without a reason, `plan.approval-ahead`, `record.changed` when it was changed while its pages were drawn, `record.missing`.
   */
  async approve(input: Approval): Promise<{ number: number }> {
    const { desk, planOf, hand, planNeeds } = this.#needs
    if (input.approvedOn > hand().today)
      throw new Refusal('plan.approval-ahead', undefined, [{ path: 'approvedOn', code: 'plan.approval-ahead' }])
    const plan = planOf(desk.read, input.id)
    expectLines(desk.read, input.id)
    const edition = editionOf(plan, input)
    const report = this.document(plan, input.names, edition)
    const files = await desk.sameSchoolAfter(() => this.#allFiles(report))
    return desk.write(
      'plan.approve',
      (db) => {
        if (JSON.stringify(planOf(db, input.id)) !== JSON.stringify(plan)) throw new Refusal('record.changed')
        keepVersion(db, { plan, edition, report, files })
        db.runOne(sql.updateTable('training_plan').set({ state: 'approved' }).where('id', '=', plan.id))
        const words = input.approvedAt ?? input.approvedBy
        addStep(db, plan.id, { kind: 'approved', on: input.approvedOn, words }, hand())
        planNeeds(db, needsAbove(plan), `In the ${plan.title}`)
        return { number: edition.number }
      },
      { reason: input.reason ?? undefined },
    )
  }

  /** The bytes of an approved version. Throws Refusal `record.missing`. */
  opened(versionId: string, format: VersionFormat) {
    const { read } = this.#needs.desk
    const file = read.first(
      sql
        .selectFrom('plan_version_file')
        .select(['file_name', 'sha256'])
        .where('plan_version_id', '=', versionId)
        .where('format', '=', format),
    )
    const kept = file && readAttachment(read, file.sha256)
    if (!file || !kept) throw new Refusal('record.missing')
    return { fileName: file.file_name, mediaType: kept.mediaType, content: new Uint8Array(kept.content) }
  }

  /**
   * Prints the pages of a version as they were approved, or saves a copy of one of its files. Where no pages were kept
   * (the sample school), they are drawn from the document that was.
   */
  async printVersion(versionId: string, format: VersionFormat | 'print') {
    const { paper, desk } = this.#needs
    if (format === 'print' && !hasPages(desk.read, versionId))
      return { printed: await paper.print(keptDocument(desk.read, versionId)), fileName: null }
    const { fileName, content } = this.opened(versionId, format === 'print' ? 'pdf' : format)
    if (format !== 'print') return { printed: false, fileName: await this.#saveAs(content, fileName, format) }
    return { printed: await paper.printPages(content, fileName.replace(/\.pdf$/, '')), fileName: null }
  }

  async #allFiles(report: ReportDocument): Promise<KeptFile[]> {
    const files: KeptFile[] = []
    for (const format of formats) files.push({ format, content: await this.bytes(report, format) })
    return files
  }

  async #saveAs(content: Uint8Array, suggestedName: string, format: VersionFormat): Promise<string> {
    return this.#needs.paper.saveAs(content, { title: 'Save the plan', suggestedName, format })
  }
}

function hasPages(db: ReadDb, versionId: string): boolean {
  const pages = sql.selectFrom('plan_version_file').select('id').where('format', '=', 'pdf')
  return db.first(pages.where('plan_version_id', '=', versionId)) !== undefined
}

/** The document of a version as it was approved. Throws Refusal `record.missing`. */
function keptDocument(db: ReadDb, versionId: string): ReportDocument {
  const row = db.first(sql.selectFrom('plan_version').select('document_json').where('id', '=', versionId))
  if (!row) throw new Refusal('record.missing')
  return zReportDocument.parse(JSON.parse(row.document_json))
}

/** Throws Refusals `plan.not-that-step` and `plan.reason-needed`. */
function editionOf(plan: Plan, input: Approval): Edition {
  if (plan.state !== 'for-approval') throw new Refusal('plan.not-that-step')
  const number = (plan.versions[0]?.number ?? 0) + 1
  if (number > 1 && input.reason === null)
    throw new Refusal('plan.reason-needed', undefined, [{ path: 'reason', code: 'input.required' }])
  const { approvedOn, approvedBy, approvedAt } = input
  return { number, approvedOn, approvedBy, approvedAt, reason: number > 1 ? input.reason : null }
}

function needsAbove(plan: Plan): string[] {
  const above = drawLine(plan.lines, plan.budgetPence).placed.filter(({ isAbove }) => isAbove)
  return above.flatMap(({ line }) => line.needs.map(({ id }) => id))
}

import type { Clock } from '../../../shared/kernel/clock'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import type { PlanFormat } from '../../../shared/features/plan/contract'
import type { Approval, Plan, VersionFormat } from '../../../shared/features/plan/model'
import { planDocument, type Edition } from '../../../shared/features/plan/plan-paper'
import { drawLine } from '../../../shared/features/plan/rules'
import { keepAttachment, readAttachment } from '../../db/attachments'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import { writeJson } from '../../documents/json'
import type { Paper } from '../../documents/paper'
import { safeFileName, sha256OfText } from '../../lib/files'
import type { Figures } from './actual'
import { planRow, versionsOf } from './repository'
import { addStep, expectLines, type Hand } from './service'

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

const mediaTypes: Readonly<Record<VersionFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
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
    const db = desk.read
    return planDocument({
      plan,
      names,
      edition,
      schoolName: profileOn(db, clock.today())?.name ?? '',
      today: clock.today(),
      kinds: codes.kinds,
      types: typology.types,
      groups: db.all(
        sql.selectFrom('staff_group').select(['id', 'name']).where('is_archived', '=', 0).orderBy('sort_order'),
      ),
    })
  }

  /** Prints the plan as it stands, or saves it. Throws Refusals `cancelled`, `print.failed`, `file.*`. */
  async print(plan: Plan, { names, format }: { readonly names: boolean; readonly format: PlanFormat }) {
    const { paper, desk } = this.#needs
    const report = this.document(plan, names)
    if (format === 'print') return { printed: await paper.print(report), fileName: null }
    const content = await desk.sameSchoolAfter(() => this.bytes(report, format))
    return {
      printed: false,
      fileName: await this.#saveAs(content, `${safeFileName(report.title)}.${format}`, format),
    }
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
   * version without a reason, `record.changed` when it was changed while its pages were drawn, `record.missing`.
   */
  async approve(input: Approval): Promise<{ number: number }> {
    const { desk, planOf, hand, planNeeds } = this.#needs
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

  /** Prints the pages of a version as they were approved, or saves a copy of one of its files. */
  async printVersion(versionId: string, format: VersionFormat | 'print') {
    const { fileName, content } = this.opened(versionId, format === 'print' ? 'pdf' : format)
    if (format !== 'print') return { printed: false, fileName: await this.#saveAs(content, fileName, format) }
    const printed = await this.#needs.paper.printPages(content, fileName.replace(/\.pdf$/, ''))
    return { printed, fileName: null }
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

interface KeptFile {
  readonly format: VersionFormat
  readonly content: Uint8Array
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

interface Kept {
  readonly plan: Plan
  readonly edition: Edition
  readonly report: ReportDocument
  readonly files: readonly KeptFile[]
}

function keepVersion(db: WriteDb, { plan, edition, report, files }: Kept): void {
  if (planRow(db, plan.id).state !== 'for-approval') throw new Refusal('plan.not-that-step')
  if ((versionsOf(db, plan.id)[0]?.number ?? 0) !== edition.number - 1) throw new Refusal('record.changed')
  const id = newId()
  const documentJson = JSON.stringify(report)
  db.runOne(
    sql.insertInto('plan_version').values({
      id,
      plan_id: plan.id,
      number: edition.number,
      approved_on: edition.approvedOn,
      approved_by: edition.approvedBy,
      approved_at: edition.approvedAt,
      reason: edition.reason,
      figures_json: JSON.stringify(figuresOf(plan, report)),
      document_json: documentJson,
      sha256: sha256OfText(documentJson),
    }),
  )
  for (const { format, content } of files) {
    const sha256 = keepAttachment(db, content, mediaTypes[format])
    const file_name = `${safeFileName(`${plan.title}, version ${edition.number}`)}.${format}`
    db.runOne(
      sql.insertInto('plan_version_file').values({ id: newId(), plan_version_id: id, format, file_name, sha256 }),
    )
  }
}

/** What is kept of the figures: the totals, and each line's part. */
function figuresOf(plan: Plan, report: ReportDocument): Figures {
  const { placed } = drawLine(plan.lines, plan.budgetPence)
  const lines = placed.map(({ line, isAbove }) => [line.id, { pence: line.costPence, isAbove }] as const)
  return { totals: report.totals, lines: Object.fromEntries(lines) }
}

function needsAbove(plan: Plan): string[] {
  const above = drawLine(plan.lines, plan.budgetPence).placed.filter(({ isAbove }) => isAbove)
  return above.flatMap(({ line }) => line.needs.map(({ id }) => id))
}

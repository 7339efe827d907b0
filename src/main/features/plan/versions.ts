import type { ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import type { Day } from '../../../shared/kernel/dates'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import type { Plan, VersionFormat } from '../../../shared/features/plan/model'
import { planDocument, type Edition } from '../../../shared/features/plan/plan-paper'
import { keepAttachment } from '../../db/attachments'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { sealOfVersion } from '../../db/plan-seal'
import { profileOn } from '../../db/school-years'
import { safeFileName } from '../../lib/files'
import { figuresOf } from './figures'
import { planRow, versionsOf } from './repository'

const mediaTypes: Readonly<Record<VersionFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
}

export interface DocumentNeeds {
  readonly plan: Plan
  /** Names of staff are shown. */
  readonly names: boolean
  readonly edition: Edition | undefined
  readonly today: Day
  readonly typology: Typology
  readonly codes: FinanceCodes
}

/** A plan as a document, as it stands or as a version. */
export function documentOf(
  db: ReadDb,
  { plan, names, edition, today, typology, codes }: DocumentNeeds,
): ReportDocument {
  return planDocument({
    plan,
    names,
    edition,
    schoolName: profileOn(db, today)?.name ?? '',
    today,
    kinds: codes.kinds,
    types: typology.types,
    groups: db.all(
      sql.selectFrom('staff_group').select(['id', 'name']).where('is_archived', '=', 0).orderBy('sort_order'),
    ),
  })
}

/** One form of a version, to be kept. */
export interface KeptFile {
  readonly format: VersionFormat
  readonly content: Uint8Array
}

interface Kept {
  readonly plan: Plan
  readonly edition: Edition
  readonly report: ReportDocument
  readonly files: readonly KeptFile[]
}

/** Keeps a version with its figures, its document and its files. Throws Refusals `plan.not-that-step`, `record.changed`. */
export function keepVersion(db: WriteDb, { plan, edition, report, files }: Kept): void {
  if (planRow(db, plan.id).state !== 'for-approval') throw new Refusal('plan.not-that-step')
  if ((versionsOf(db, plan.id)[0]?.number ?? 0) !== edition.number - 1) throw new Refusal('record.changed')
  const id = newId()
  const values = {
    number: edition.number,
    approved_on: edition.approvedOn,
    approved_by: edition.approvedBy,
    approved_at: edition.approvedAt,
    reason: edition.reason,
    figures_json: JSON.stringify(figuresOf(plan, report)),
    document_json: JSON.stringify(report),
  }
  db.runOne(
    sql.insertInto('plan_version').values({ id, plan_id: plan.id, ...values, sha256: sealOfVersion(values) }),
  )
  for (const { format, content } of files) {
    const sha256 = keepAttachment(db, content, mediaTypes[format])
    const file_name = `${safeFileName(`${plan.title}, version ${edition.number}`)}.${format}`
    db.runOne(
      sql.insertInto('plan_version_file').values({ id: newId(), plan_version_id: id, format, file_name, sha256 }),
    )
  }
}

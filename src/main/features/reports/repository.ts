import { Refusal } from '../../../shared/kernel/result'
import type { YearAsked } from '../../../shared/kernel/years'
import type {
  Issued,
  ReportAsk,
  ReportFormat,
  ReportKind,
  TextSection,
} from '../../../shared/features/reports/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { joinedName } from '../../db/person-names'
import type { IssuedFileRow, IssuedReportRow } from '../../db/schema'

/** The school's settings that reports need. Throws Refusal `record.missing` in a file without a school. */
export function schoolSettings(db: ReadDb): {
  cpdLeaderTitle: string
  schoolDayMinutes: number
  coveredHoursExcluded: boolean
} {
  const row = db.first(
    sql.selectFrom('school').select(['cpd_leader_title', 'school_day_minutes', 'covered_hours_excluded']),
  )
  if (!row) throw new Refusal('record.missing')
  return {
    cpdLeaderTitle: row.cpd_leader_title,
    schoolDayMinutes: row.school_day_minutes,
    coveredHoursExcluded: row.covered_hours_excluded === 1,
  }
}

type TextKey = Pick<ReportAsk, 'kind' | 'year'>

/** The texts that people wrote for a report of a year. */
export function textsOf(db: ReadDb, { kind, year }: TextKey): { section: TextSection; body: string }[] {
  return db.all(
    sql
      .selectFrom('report_text')
      .select(['section', 'body'])
      .where('report_kind', '=', kind)
      .where('year_kind', '=', year.kind)
      .where('start_year', '=', year.startYear)
      .$castTo<{ section: TextSection; body: string }>(),
  )
}

/** Keeps one text of a report; an empty one is taken away. */
export function saveText(db: WriteDb, text: TextKey & { section: TextSection; body: string }): void {
  const place = {
    report_kind: text.kind,
    year_kind: text.year.kind,
    start_year: text.year.startYear,
    section: text.section,
  }
  const body = text.body.trim()
  const there = db.first(
    sql
      .selectFrom('report_text')
      .select('id')
      .where('report_kind', '=', place.report_kind)
      .where('year_kind', '=', place.year_kind)
      .where('start_year', '=', place.start_year)
      .where('section', '=', place.section),
  )
  if (body === '') {
    if (there) db.run(sql.deleteFrom('report_text').where('id', '=', there.id))
  } else if (there) {
    db.run(sql.updateTable('report_text').set({ body }).where('id', '=', there.id))
  } else {
    db.run(sql.insertInto('report_text').values({ id: newId(), ...place, body }))
  }
}

/** Every issued report, newest first, with its files and the number that replaced it. */
export function listIssued(db: ReadDb): Issued[] {
  const rows = db.all(
    sql
      .selectFrom('issued_report as r')
      .leftJoin('person as p', 'p.id', 'r.issued_by_person_id')
      .leftJoin('issued_report as later', 'later.replaces_id', 'r.id')
      .select([
        'r.id',
        'r.report_kind',
        'r.year_kind',
        'r.start_year',
        'r.number',
        'r.title',
        'r.issued_on',
        'r.reason',
        'p.forename',
        'p.surname',
        'p.known_as',
        'later.number as replaced_by',
      ])
      .orderBy('r.issued_at_utc', 'desc')
      .orderBy('r.id', 'desc'),
  )
  const files = db.all(
    sql.selectFrom('issued_file').select(['issued_report_id', 'format', 'file_name', 'sha256']).orderBy('format'),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.report_kind as ReportKind,
    year: { kind: row.year_kind, startYear: row.start_year },
    number: row.number,
    title: row.title,
    issuedOn: row.issued_on,
    issuedByName: joinedName(row),
    reason: row.reason,
    replacedByNumber: row.replaced_by,
    files: files
      .filter((file) => file.issued_report_id === row.id)
      .map((file) => ({ format: file.format as ReportFormat, fileName: file.file_name, sha256: file.sha256 })),
  }))
}

/** The newest issue of a report for a year, if there is one. */
export function newestIssue(
  db: ReadDb,
  kind: ReportKind,
  year: YearAsked,
): Pick<IssuedReportRow, 'id' | 'number'> | undefined {
  return db.first(
    sql
      .selectFrom('issued_report')
      .select(['id', 'number'])
      .where('report_kind', '=', kind)
      .where('year_kind', '=', year.kind)
      .where('start_year', '=', year.startYear)
      .orderBy('number', 'desc')
      .limit(1),
  )
}

/** Keeps an issue; it is never changed again. */
export function insertIssued(db: WriteDb, row: Omit<IssuedReportRow, 'id'>): string {
  const id = newId()
  db.run(sql.insertInto('issued_report').values({ id, ...row }))
  return id
}

/** Keeps one file of an issue; its bytes are an attachment. */
export function insertIssuedFile(db: WriteDb, row: Omit<IssuedFileRow, 'id'>): void {
  db.run(sql.insertInto('issued_file').values({ id: newId(), ...row }))
}

/** One file of an issue, or undefined. */
export function issuedFile(
  db: ReadDb,
  issuedId: string,
  format: ReportFormat,
): Pick<IssuedFileRow, 'file_name' | 'sha256'> | undefined {
  return db.first(
    sql
      .selectFrom('issued_file')
      .select(['file_name', 'sha256'])
      .where('issued_report_id', '=', issuedId)
      .where('format', '=', format),
  )
}

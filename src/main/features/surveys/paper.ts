import { formatDay } from '../../../shared/kernel/dates'
import type { Clock } from '../../../shared/kernel/clock'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import type { OnPaper, PaperFormat } from '../../../shared/features/packs/library'
import { blankForm } from '../../../shared/features/surveys/blank-form'
import type { SummaryFormat } from '../../../shared/features/surveys/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import type { Paper } from '../../documents/paper'
import { firstFreeName, safeFileName } from '../../lib/files'
import type { Host } from '../../lib/host'
import { fillSheetOf, type FillFacts } from './fill-file'
import { summaryOf } from './gather'
import { formOf, groupsOfRound, roundOf, roundRow } from './repository'

export interface PaperNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly host: Host
  readonly paper: Paper
}

/** Prints the empty form of a round or saves it. Throws Refusals `record.missing`, `cancelled`, `print.failed`, `file.*`. */
export async function printForm(
  { desk, clock, paper }: PaperNeeds,
  id: string,
  format: PaperFormat,
): Promise<OnPaper> {
  const row = roundRow(desk.read, id)
  const today = clock.today()
  const report = blankForm(formOf(row), {
    schoolName: profileOn(desk.read, today)?.name ?? '',
    title: row.title,
    isAnonymous: row.is_anonymous === 1,
    closesOn: row.closes_on,
    groups: groupsOfRound(row),
    today,
  })
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await desk.sameSchoolAfter(() => paper.bytes(report, format))
  return saved(paper, content, row.title, format, 'Save the form')
}

/** Prints the summary of a round or saves it. Throws as {@link printForm}. */
export async function printSummary(needs: PaperNeeds, id: string, format: SummaryFormat): Promise<OnPaper> {
  const { desk, clock, paper } = needs
  const report = summaryOf(desk.read, id, clock.today())
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await desk.sameSchoolAfter(() => bytesOf(needs, report, format))
  return saved(paper, content, `${report.title}, summary`, format, 'Save the summary')
}

async function bytesOf(
  { clock, paper }: PaperNeeds,
  report: ReportDocument,
  format: Exclude<SummaryFormat, 'print'>,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv(tablesOf(report)))
    case 'xlsx': {
      const { writeXlsx } = await import('../../documents/xlsx')
      const facts = { title: report.title, schoolName: report.schoolName, createdAtUtc: clock.nowUtc() }
      return writeXlsx(namedTables(report), facts)
    }
    case 'pdf':
    case 'docx':
      return paper.bytes(report, format)
  }
}

/** Sheets of a workbook need names: a table without a title goes by its first question. */
function namedTables(report: ReportDocument) {
  return tablesOf(report).map((table) => {
    const first = table.rows[0]?.cells['question']
    return { ...table, title: table.title === '' ? String(first ?? table.key) : table.title }
  })
}

async function saved(
  paper: Paper,
  content: Uint8Array,
  name: string,
  format: 'pdf' | 'docx' | 'xlsx' | 'csv',
  title: string,
): Promise<OnPaper> {
  const suggestedName = `${safeFileName(name)}.${format}`
  return { printed: false, fileName: await paper.saveAs(content, { title, suggestedName, format }) }
}

/**
 * Writes the files that people fill in: with names one for each who has not answered, into a folder; without names one
 * for all. Throws Refusals `cancelled`, `record.missing`, `survey.nobody-asked`, `file.*`.
 */
export async function saveFillFiles(needs: PaperNeeds, id: string): Promise<{ files: number; place: string }> {
  const { desk, clock, host, paper } = needs
  const round = roundOf(desk.read, id, clock.today())
  const facts: FillFacts = {
    roundId: round.id,
    title: round.title,
    form: round.form,
    packVersion: round.packVersion,
    closesOn: round.closesOn,
    groups: round.groups,
    schoolName: profileOn(desk.read, clock.today())?.name ?? '',
    createdAtUtc: clock.nowUtc(),
  }
  const { writeFillSheet } = await import('../../documents/form-xlsx')
  if (round.isAnonymous) {
    const content = await desk.sameSchoolAfter(() => writeFillSheet(fillSheetOf(facts, null)))
    const { fileName } = await saved(
      paper,
      content,
      `${round.title}, to fill in`,
      'xlsx',
      'Save the file to fill in',
    )
    return { files: 1, place: fileName ?? '' }
  }
  const missing = round.missing.filter(({ hasLeft }) => !hasLeft)
  if (missing.length === 0) throw new Refusal('survey.nobody-left')
  const title = `Choose a folder for the files of ${round.title}, ${formatDay(clock.today())}`
  const folder = await desk.sameSchoolAfter(() => host.askFolder({ title }))
  if (folder === undefined) throw new Refusal('cancelled')
  for (const person of missing) {
    const content = await desk.sameSchoolAfter(() => writeFillSheet(fillSheetOf(facts, person)))
    paper.writeTo(firstFreeName(folder, `${round.title}, ${person.name}`, 'xlsx'), content)
  }
  return { files: missing.length, place: folder }
}

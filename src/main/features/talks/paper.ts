import type { ParsedInputOf } from '../../../shared/kernel/channel'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import type { QualificationSet } from '../../../shared/features/packs/qualification-content'
import {
  blankTalk,
  filledTalk,
  routeAgreement,
  talkList,
  votingSheet,
} from '../../../shared/features/talks/as-report'
import type { talksContract } from '../../../shared/features/talks/contract'
import type { ReadDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { listOf, type StaffHere } from './lists'
import { talkRecord } from './repository'

export type PaperAsked = ParsedInputOf<(typeof talksContract)['talks.print']>

interface PaperNeeds {
  readonly today: Day
  readonly set: QualificationSet | undefined
  readonly staff: readonly StaffHere[]
}

/** What is printed. Throws Refusal `record.missing`. */
export function paperOf(db: ReadDb, asked: PaperAsked, { today, set, staff }: PaperNeeds): ReportDocument {
  const { kind, paper, id, year, withNames } = asked
  const facts = { schoolName: profileOn(db, today)?.name ?? '', today, set }
  if (paper === 'blank') return blankTalk(kind, facts)
  if (paper === 'list') {
    const list = listOf(db, { kind, year }, { today, staff })
    return talkList(kind, list.lines, {
      ...facts,
      year: list.year,
      withNames,
      ...(kind === 'review' && { without: list.without.length }),
    })
  }
  if (id === undefined) throw new Refusal('record.missing')
  const record = talkRecord(db, id)
  if (paper === 'voting') return votingSheet(record, facts)
  return paper === 'agreement' ? routeAgreement(record, facts) : filledTalk(record, facts)
}

/** Prints a document, or saves it as a file. Throws Refusals `cancelled`, `print.failed`, `file.*`. */
export async function onPaper(
  paper: Paper,
  report: ReportDocument,
  format: PaperAsked['format'],
): Promise<{ printed: boolean; fileName: string | null }> {
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = format === 'docx' ? await paper.wordBytes(report) : await paper.bytes(report, 'pdf')
  const suggestedName = `${safeFileName(`${report.title}, ${report.subtitle}`.slice(0, 80))}.${format}`
  return { printed: false, fileName: await paper.saveAs(content, { title: 'Save it', suggestedName, format }) }
}

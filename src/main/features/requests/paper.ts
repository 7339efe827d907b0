import type { Clock } from '../../../shared/kernel/clock'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import type { OnPaper } from '../../../shared/features/packs/library'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { InputFor } from '../../../shared/contract'
import {
  blankForm,
  fillInFile,
  decisionLetter,
  registerAsReport,
  requestAsReport,
  type Head,
} from '../../../shared/features/requests/on-paper'
import { standingOf, type Standing } from '../../../shared/features/requests/rules'
import { requestNumber } from '../../../shared/features/requests/words'
import { sql, type ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear, profileOn } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { listRequests, readRequest, waitsFor } from './repository'
import { rulesOfSchool } from './rules-of-school'

export interface PaperNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly codes: FinanceCodes
}

type Asked = InputFor<'requests.print'>

/** Where a request stands when there is a letter about it: what came to nothing afterwards is told as it stands. */
const letterStandings: ReadonlySet<Standing> = new Set([
  'approved',
  'booked',
  'wait-listed',
  'to-order',
  'declined',
])

interface Drawn {
  readonly report: ReportDocument
  readonly fileName: string
}

function headOf(db: ReadDb, clock: Clock): Head {
  const today = clock.today()
  const school = db.first(sql.selectFrom('school').select('cpd_leader_title'))
  return {
    today,
    schoolName: profileOn(db, today)?.name ?? '',
    cpdLeaderTitle: school?.cpd_leader_title ?? 'CPD leader',
  }
}

/**
 * Prints the register, the form or one request, or saves it. Throws Refusals `record.missing`, `cancelled`,
 * `print.failed`, `file.*`.
 */
export async function requestsOnPaper(
  needs: PaperNeeds,
  asked: Asked,
  marks: readonly { readonly text: string }[],
): Promise<OnPaper> {
  const { format } = asked
  const { report, fileName } = drawn(needs, asked, marks)
  if (format === 'print') return { printed: await needs.paper.print(report), fileName: null }
  const content = await bytesOf(needs, report, format)
  const suggestedName = `${safeFileName(fileName)}.${format}`
  return { printed: false, fileName: await needs.paper.saveAs(content, { title: 'Save', suggestedName, format }) }
}

function drawn(
  { desk, clock, codes }: PaperNeeds,
  { of, format }: Asked,
  marks: readonly { readonly text: string }[],
): Drawn {
  const db = desk.read
  const head = headOf(db, clock)
  switch (of.kind) {
    case 'register': {
      const { year, waitsFor: whom, ...filter } = of.asked
      const listed = listRequests(db, { ...filter, received: year && daysOfYear(db, year) })
      const shown = whom === undefined ? listed : listed.filter((line) => waitsFor(line, whom))
      return { report: registerAsReport(shown, head, of.hasNames === true), fileName: 'Requests' }
    }
    case 'form': {
      const form = blankForm(head, { ...rulesOfSchool(db), marks })
      const isFillIn = format === 'xlsx' || format === 'csv'
      return { report: isFillIn ? fillInFile(form) : form, fileName: 'Request form' }
    }
    case 'letter': {
      const request = readRequest(db, of.id, codes)
      const isDecided = letterStandings.has(standingOf(request))
      const report = isDecided ? decisionLetter(request, head) : requestAsReport(request, head)
      return { report, fileName: `${isDecided ? 'Decision on' : 'Request'} ${requestNumber(request.number)}` }
    }
  }
}

async function bytesOf(needs: PaperNeeds, report: ReportDocument, format: Exclude<Asked['format'], 'print'>) {
  const { desk, clock, paper } = needs
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv(tablesOf(report)))
    case 'xlsx': {
      const { writeXlsx } = await import('../../documents/xlsx')
      return desk.sameSchoolAfter(() =>
        writeXlsx(tablesOf(report), {
          title: report.title,
          schoolName: report.schoolName,
          createdAtUtc: clock.nowUtc(),
        }),
      )
    }
    case 'docx':
    case 'pdf':
      return desk.sameSchoolAfter(() => paper.bytes(report, format))
  }
}

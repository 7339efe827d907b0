import type { Clock } from '../../../shared/kernel/clock'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import type { OnPaper } from '../../../shared/features/packs/library'
import {
  expertiseTable,
  needsDocument,
  needsPage,
  needsTable,
  type NeedsSheet,
} from '../../../shared/features/needs/as-report'
import { balanceTable, balanceTitles } from '../../../shared/features/needs/balance-tables'
import { needBlocks, needSubtitle } from '../../../shared/features/needs/need-paper'
import { yearLabel } from '../../../shared/kernel/years'
import type { NeedsFormat, PrintedNeeds } from '../../../shared/features/needs/contract'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { balanceOf } from './balance'
import type { PersonHere } from './choices'
import { listExpertise } from './expertise'
import { needOf, type Types } from './record'
import { listNeeds } from './repository'

export interface NeedsPaperNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** Everybody who works at the school on a day. */
  readonly peopleOn: (db: ReadDb, on: Day) => readonly PersonHere[]
  /** Kinds of activity, by their codes. */
  readonly types: () => Types
}

export interface NeedsAsked {
  readonly of: PrintedNeeds
  readonly withNames: boolean
  readonly format: NeedsFormat
}

/** Prints a view of needs or saves it. Throws Refusals `cancelled`, `print.failed`, `record.changed`, `file.*`. */
export async function needsOnPaper(needs: NeedsPaperNeeds, asked: NeedsAsked): Promise<OnPaper> {
  const { paper } = needs
  const { format } = asked
  const report = reportOf(needs, asked)
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await bytesOf(needs, report, format)
  const suggestedName = `${safeFileName(`${report.schoolName}, ${report.title}`)}.${format}`
  return { printed: false, fileName: await paper.saveAs(content, { title: 'Save as', suggestedName, format }) }
}

async function bytesOf(needs: NeedsPaperNeeds, report: ReportDocument, format: Exclude<NeedsFormat, 'print'>) {
  const { desk, paper, clock } = needs
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv(tablesOf(report)))
    case 'xlsx': {
      const { writeXlsx } = await import('../../documents/xlsx')
      const { title, schoolName } = report
      return desk.sameSchoolAfter(() =>
        writeXlsx(tablesOf(report), { title, schoolName, createdAtUtc: clock.nowUtc() }),
      )
    }
    case 'docx':
    case 'pdf':
      return desk.sameSchoolAfter(() => paper.bytes(report, format))
  }
}

/** The page that was asked for. */
export function reportOf(
  { desk, clock, peopleOn, types }: Omit<NeedsPaperNeeds, 'paper'>,
  { of, withNames, format }: NeedsAsked,
): ReportDocument {
  const today = clock.today()
  const sheet: NeedsSheet = { schoolName: profileOn(desk.read, today)?.name ?? '', today, withNames }
  const owners = { withNames, headsOf: headsOn(() => peopleOn(desk.read, today)) }
  switch (of.kind) {
    case 'list': {
      const needs = listNeeds(desk.read, of.filter, today)
      const asTable = format === 'csv' || format === 'xlsx' ? needsTable : needsPage
      const table = { ...asTable(needs, owners), title: `${needs.length} in all` }
      return needsDocument('Needs', of.narrowedTo, [{ kind: 'table', table }], sheet)
    }
    case 'balance': {
      const balance = balanceOf(desk.read, today, of.year)
      const table = balanceTable(balance, of.view, withNames)
      const subtitle = `Needs that stood open in ${yearLabel(balance.startYear)}`
      return needsDocument(balanceTitles[of.view], subtitle, [{ kind: 'table', table }], sheet)
    }
    case 'need': {
      const need = needOf(desk.read, of.id, today, types())
      return needsDocument(need.title, needSubtitle(need, owners), needBlocks(need, owners), sheet)
    }
    case 'expertise': {
      const table = expertiseTable(listExpertise(desk.read, of, today), withNames)
      // Who was searched for is a name.
      return needsDocument('Expertise in the school', withNames ? of.text : '', [{ kind: 'table', table }], sheet)
    }
  }
}

/** How many people are in a staff group; they are counted when somebody asks. */
function headsOn(people: () => readonly PersonHere[]): (groupId: string) => number {
  let groups: ReadonlyMap<string | null, readonly PersonHere[]> | undefined
  return (groupId) => (groups ??= groupBy(people(), ({ staffGroupId }) => staffGroupId)).get(groupId)?.length ?? 0
}

import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import { tablesOf, type ReportDocument } from '../../../shared/kernel/report-table'
import { yearLabel } from '../../../shared/kernel/years'
import type { OnPaper } from '../../../shared/features/packs/library'
import type { StatementFormat } from '../../../shared/features/entitlements/contract'
import {
  everybodysStatements,
  everybodysTable,
  everybodysWorkbook,
  personStatement,
  type StatedPerson,
  type StatedYear,
} from '../../../shared/features/entitlements/statement'
import type { EntitlementPolicy } from '../../../shared/features/entitlements/rules'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import { writeCsv } from '../../documents/csv'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { gatherEntitlements, type EntitledPerson, type Entitlements } from './gather'
import { namedGroups } from './view'

export interface StatementNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly policy: () => EntitlementPolicy
}

export interface StatementAsked {
  readonly year?: number | undefined
  readonly of: { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'everybody' }
  readonly format: StatementFormat
}

/** A person as statements speak of them. */
export function statedPerson({ personId, name, mainPost, lines }: EntitledPerson): StatedPerson {
  return {
    personId,
    name,
    postTitle: mainPost?.title ?? null,
    groupName: mainPost?.staffGroupName ?? null,
    lines,
  }
}

/**
 * Prints statements or saves them. Throws Refusals `record.missing` (nobody of that id holds a post in the year),
 * `cancelled`, `print.failed`, `file.*`.
 */
export async function statementsOnPaper(needs: StatementNeeds, asked: StatementAsked): Promise<OnPaper> {
  const { paper } = needs
  const { format, of } = asked
  const gathered = gather(needs, asked)
  if (format === 'print') return { printed: await paper.print(documentOf(needs, of, gathered)), fileName: null }
  const content = await bytesOf(needs, asked, gathered)
  const suggestedName = `${safeFileName(titleOf(of, gathered))}.${format}`
  return {
    printed: false,
    fileName: await paper.saveAs(content, { title: 'Save the statement', suggestedName, format }),
  }
}

function gather({ desk, clock, policy }: StatementNeeds, { year, of }: StatementAsked): Entitlements {
  const personId = of.kind === 'person' ? of.personId : undefined
  const gathered = gatherEntitlements({
    db: desk.read,
    today: clock.today(),
    policy: policy(),
    startYear: year,
    personId,
  })
  if (of.kind === 'person' && gathered.people.length === 0) throw new Refusal('record.missing')
  return gathered
}

async function bytesOf(needs: StatementNeeds, { of, format }: StatementAsked, gathered: Entitlements) {
  const { desk, paper } = needs
  const year = yearOf(needs, gathered)
  const people = gathered.people.map(statedPerson)
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv([everybodysTable(people, year)]))
    case 'xlsx': {
      const { writeXlsx } = await import('../../documents/xlsx')
      const workbook = everybodysWorkbook(people, year, namedGroups(desk.read))
      return desk.sameSchoolAfter(() =>
        writeXlsx(tablesOf(workbook), {
          title: workbook.title,
          schoolName: workbook.schoolName,
          createdAtUtc: needs.clock.nowUtc(),
        }),
      )
    }
    case 'docx':
    case 'pdf':
    case 'print': {
      const drawn = format === 'docx' ? 'docx' : 'pdf'
      return desk.sameSchoolAfter(() => paper.bytes(documentOf(needs, of, gathered), drawn))
    }
  }
}

function yearOf({ desk, clock }: StatementNeeds, gathered: Entitlements): StatedYear {
  const { startYear, today, schoolDayMinutes, rules } = gathered
  return { startYear, today, schoolDayMinutes, rules, schoolName: profileOn(desk.read, clock.today())?.name ?? '' }
}

function documentOf(needs: StatementNeeds, of: StatementAsked['of'], gathered: Entitlements): ReportDocument {
  const year = yearOf(needs, gathered)
  const people = gathered.people.map(statedPerson)
  const [person] = people
  if (of.kind === 'person' && person) return personStatement(person, year)
  return everybodysStatements(people, year, namedGroups(needs.desk.read))
}

function titleOf(of: StatementAsked['of'], { people, startYear }: Entitlements): string {
  const year = yearLabel(startYear).replace('/', '-')
  const [person] = people
  return of.kind === 'person' && person
    ? `CPD entitlement of ${person.name}, ${year}`
    : `CPD entitlement of everybody, ${year}`
}

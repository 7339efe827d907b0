import type { Day } from '../../../shared/kernel/dates'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { gapsOf, type Gap, type Named } from '../../../shared/features/surveys/gaps'
import { summarise, type Summary } from '../../../shared/features/surveys/summary'
import { summaryReport } from '../../../shared/features/surveys/summary-report'
import type { ReadDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import type { SurveyRoundRow } from '../../db/schema'
import { askedOf, peopleOn } from './people'
import { answersOf, audienceOf, formOf, groupsOfRound, namedSheets, roundRow } from './repository'

/** A round with what its answers say together. */
export interface Gathered {
  readonly round: SurveyRoundRow
  readonly summary: Summary
  readonly sheets: readonly Named[]
}

/** Reads the sheets of a round and sums them up. Throws Refusal `record.missing`. */
export function gather(db: ReadDb, id: string): Gathered {
  const round = roundRow(db, id)
  const isAnonymous = round.is_anonymous === 1
  const sheets = namedSheets(db, id).map((sheet) => ({
    groupId: sheet.staff_group_id,
    answers: answersOf(sheet),
    person: isAnonymous ? null : sheet.person,
  }))
  const summary = summarise({ form: formOf(round), isAnonymous, groups: groupsOfRound(round) }, sheets)
  return { round, summary, sheets }
}

/** The summary of a round as a document. Throws Refusal `record.missing`. */
export function summaryOf(db: ReadDb, id: string, today: Day): ReportDocument {
  const { round, summary } = gather(db, id)
  return summaryReport(summary, {
    schoolName: profileOn(db, today)?.name ?? '',
    title: round.title,
    form: formOf(round),
    isAnonymous: round.is_anonymous === 1,
    asked: askedOf(peopleOn(db, today), audienceOf(round)).length,
    today,
  })
}

/** The gaps of a round, widest first. Throws Refusal `record.missing`. */
export function gapsOfRound(db: ReadDb, id: string): Omit<Gap, 'isRaised'>[] {
  const { round, summary, sheets } = gather(db, id)
  return gapsOf(formOf(round), summary, sheets)
}

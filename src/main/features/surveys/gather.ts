import type { Day } from '../../../shared/kernel/dates'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { Refusal } from '../../../shared/kernel/result'
import { gapsOf, type Gap, type Named } from '../../../shared/features/surveys/gaps'
import { summarise, type Summary } from '../../../shared/features/surveys/summary'
import { summaryReport } from '../../../shared/features/surveys/summary-report'
import type { ReadDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import type { SurveyRoundRow } from '../../db/schema'
import { allTeams, askedInRound } from './people'
import {
  answersOf,
  audienceOf,
  formOf,
  groupsOfRound,
  isClosed,
  namedSheets,
  roundRow,
  slipRows,
} from './repository'

/** A round with what its answers say together. */
export interface Gathered {
  readonly round: SurveyRoundRow
  readonly summary: Summary
  readonly sheets: readonly Named[]
}

/**
 * Reads the sheets of a round and sums them up. Without names only once the round is closed: two summaries with one sheet
 * between them would tell what stands on it. Throws Refusals `survey.not-closed` and `record.missing`.
 */
export function gather(db: ReadDb, id: string): Gathered {
  const round = roundRow(db, id)
  const isAnonymous = round.is_anonymous === 1
  if (isAnonymous && !isClosed(db, id)) throw new Refusal('survey.not-closed')
  const sheets = isAnonymous ? slipsOf(db, id) : sheetsOf(db, id)
  const summary = summarise({ form: formOf(round), isAnonymous, groups: groupsOfRound(round) }, sheets)
  return { round, summary, sheets }
}

function slipsOf(db: ReadDb, id: string): Named[] {
  return slipRows(db, id).map((slip) => ({ groupId: slip.staff_group_id, answers: answersOf(slip), person: null }))
}

function sheetsOf(db: ReadDb, id: string): Named[] {
  return namedSheets(db, id).map((sheet) => ({
    groupId: sheet.staff_group_id,
    answers: answersOf(sheet),
    person: sheet.person,
  }))
}

/** The summary of a round as a document. Throws as {@link gather}. */
export function summaryOf(db: ReadDb, id: string, today: Day): ReportDocument {
  const { round, summary } = gather(db, id)
  return summaryReport(summary, {
    schoolName: profileOn(db, today)?.name ?? '',
    title: round.title,
    form: formOf(round),
    isAnonymous: round.is_anonymous === 1,
    asked: askedInRound(db, id, today).length,
    today,
  })
}

/** The gaps of a round, widest first. Throws as {@link gather}. */
export function gapsOfRound(db: ReadDb, id: string, today: Day): Omit<Gap, 'isRaised'>[] {
  const { round, summary, sheets } = gather(db, id)
  const whole = wholeOf(db, round)
  const asked = askedInRound(db, id, today)
  const teams = allTeams(db)
    .filter((team) => whole.kind !== 'team' || whole.id !== team.id)
    .map(({ id: teamId, name }) => {
      const members = asked.filter((person) => person.teamIds.includes(teamId))
      return { id: teamId, name, personIds: new Set(members.map((person) => person.id)) }
    })
  return gapsOf(formOf(round), { summary, sheets, whole, teams })
}

/** Whose need it is what all answers of a round show: of the one team or group that it asked, else of the school. */
function wholeOf(db: ReadDb, round: SurveyRoundRow): Gap['owner'] {
  const audience = audienceOf(round)
  if ((audience.kind !== 'teams' && audience.kind !== 'groups') || audience.ids.length !== 1)
    return { kind: 'school' }
  const isTeam = audience.kind === 'teams'
  const found = (isTeam ? allTeams(db) : groupsOfRound(round)).find(({ id }) => id === audience.ids[0])
  if (found === undefined) return { kind: 'school' }
  return { kind: isTeam ? 'team' : 'group', id: found.id, name: found.name }
}

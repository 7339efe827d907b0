import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { fits, orderedAnswers, type Answers } from '../../../shared/features/surveys/answers'
import type { SheetInput } from '../../../shared/features/surveys/model'
import { rowsOf, type RoundForm } from '../../../shared/features/surveys/round-form'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { SurveyRoundRow, SurveySheetRow } from '../../db/schema'
import { whoOnDay } from '../../db/staff-on-day'
import { askedInRound } from './people'
import { formOf, groupsOfRound, roundRow, sheetRow, sheetRows } from './repository'
import { refuseAt } from './service'
import { keepSlip } from './slips'

/** What was kept: its number among the sheets of the round, and its id where it can be opened again. */
export interface SavedSheet {
  readonly id: string | null
  readonly number: number
}

/**
 * Keys in a sheet; one with a name can be corrected too. Throws Refusals `survey.person-missing`, `survey.not-asked`,
 * `survey.sheet-there`, `survey.group-unknown`, `survey.no-answer`, `survey.closed`, `input.invalid` and
 * `record.missing`.
 */
export function saveSheet(db: WriteDb, input: SheetInput, today: Day): SavedSheet {
  const round = roundRow(db, input.roundId)
  const answers = checkedAnswers(formOf(round), input.answers)
  if (round.is_anonymous === 0) return saveNamed(db, round, { ...input, answers }, today)
  // Without a name no sheet is told from another, so none is corrected.
  if (input.id !== undefined) throw new Refusal('record.missing')
  const isKnown = groupsOfRound(round).some(({ id }) => id === input.groupId)
  if (input.groupId !== null && !isKnown) throw refuseAt('survey.group-unknown', 'groupId')
  return { id: null, number: keepSlip(db, round.id, { groupId: input.groupId, answers, sha256: null }) }
}

function saveNamed(db: WriteDb, round: SurveyRoundRow, input: SheetInput, today: Day): SavedSheet {
  if (input.id !== undefined) {
    const before = sheetRow(db, input.id)
    if (before.round_id !== round.id) throw new Refusal('record.missing')
    updateAnswers(db, before.id, input.answers)
    return before
  }
  const there = sheetRows(db, round.id)
  const number = nextNumber(there)
  const id = insertSheet(db, {
    round_id: round.id,
    number,
    ...ownerOf(db, round, input, { today, there }),
    way: 'paper',
    received_on: today,
    file_sha256: null,
    answers_json: JSON.stringify(input.answers),
  })
  return { id, number }
}

/** The number of the next sheet of a round. */
export function nextNumber(sheets: readonly Pick<SurveySheetRow, 'number'>[]): number {
  return sheets.reduce((most, { number }) => Math.max(most, number), 0) + 1
}

/** Keeps a new sheet with a name; returns its id. */
export function insertSheet(db: WriteDb, row: Omit<SurveySheetRow, 'id'>): string {
  const id = newId()
  db.runOne(sql.insertInto('survey_sheet').values({ id, ...row }))
  return id
}

/** Writes the answers of a sheet anew. Throws Refusal `record.missing`. */
export function updateAnswers(db: WriteDb, id: string, answers: Answers): void {
  const change = { answers_json: JSON.stringify(answers) }
  db.runOne(sql.updateTable('survey_sheet').set(change).where('id', '=', id))
}

function checkedAnswers(form: RoundForm, given: Answers): Answers {
  const rows = new Map(rowsOf(form).map((row) => [row.key, row]))
  for (const [key, answer] of Object.entries(given)) {
    const row = rows.get(key)
    if (row === undefined || !fits(row, answer)) throw refuseAt('input.invalid', `answers.${key}`)
  }
  const answers = orderedAnswers(form, given)
  if (Object.keys(answers).length === 0) throw new Refusal('survey.no-answer')
  return answers
}

interface Beside {
  readonly today: Day
  readonly there: readonly SurveySheetRow[]
}

type Owner = Pick<SurveySheetRow, 'person_id' | 'staff_group_id'>

function ownerOf(db: ReadDb, round: SurveyRoundRow, { personId }: SheetInput, { today, there }: Beside): Owner {
  if (personId === null) throw refuseAt('survey.person-missing', 'personId')
  const asked = askedInRound(db, round.id, today).find(({ id }) => id === personId)
  const name = asked?.name ?? whoOnDay(db, personId, today)?.name
  if (name === undefined) throw new Refusal('record.missing')
  if (asked === undefined) throw refuseAt('survey.not-asked', 'personId', { name })
  if (there.some((sheet) => sheet.person_id === personId))
    throw refuseAt('survey.sheet-there', 'personId', { name })
  return { person_id: personId, staff_group_id: asked.groupId }
}

/** Takes a sheet with a name out. Throws Refusal `record.missing`. */
export function removeSheet(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('survey_sheet').where('id', '=', id))
}

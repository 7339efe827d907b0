import type { Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { Framework, FormSet } from '../../../shared/features/packs/form-content'
import { fits, orderedAnswers, type Answers } from '../../../shared/features/surveys/answers'
import type { BeginInput, RoundInput, SheetInput } from '../../../shared/features/surveys/model'
import { asksForFramework, roundFormOf, rowsOf, type RoundForm } from '../../../shared/features/surveys/round-form'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { SurveyRoundRow, SurveySheetRow } from '../../db/schema'
import { askedOf, groupsOf, peopleOn } from './people'
import { audienceOf, formOf, groupsOfRound, roundRow, sheetRow, sheetRows } from './repository'

/** A form of some pack, with the frameworks of all of them. */
export interface Shelved {
  readonly form: FormSet
  readonly packId: string | null
  readonly packVersion: string | null
  readonly frameworks: ReadonlyMap<string, Framework>
}

function refuseAt(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

/**
 * Begins a round: the questions are copied, so that a later edition of the pack leaves its answers as they are. Throws
 * Refusals `survey.names-never`, `survey.names-always`, `survey.framework-missing`, `survey.nobody-asked`, `day.order`.
 */
export function beginRound(db: WriteDb, input: BeginInput, shelved: Shelved, today: Day): string {
  const { form } = shelved
  expectDays(input)
  if (form.names === 'never' && !input.isAnonymous) throw refuseAt('survey.names-never', 'isAnonymous')
  if (form.names === 'always' && input.isAnonymous) throw refuseAt('survey.names-always', 'isAnonymous')
  if (asksForFramework(form) && !shelved.frameworks.has(input.frameworkId ?? ''))
    throw refuseAt('survey.framework-missing', 'frameworkId')
  const copied = roundFormOf(form, shelved.frameworks, input.frameworkId)
  const asked = askedOf(peopleOn(db, today), input.audience)
  if (asked.length === 0) throw refuseAt('survey.nobody-asked', 'audience')
  const id = newId()
  db.runOne(
    sql.insertInto('survey_round').values({
      id,
      title: input.title,
      form_id: form.id,
      form_kind: form.kind,
      form_json: JSON.stringify(copied),
      pack_id: shelved.packId,
      pack_version: shelved.packVersion,
      is_anonymous: input.isAnonymous ? 1 : 0,
      audience_json: JSON.stringify(input.audience),
      groups_json: JSON.stringify(groupsOf(db, asked)),
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      note: input.note,
    }),
  )
  return id
}

function expectDays({ opensOn, closesOn }: { readonly opensOn: Day; readonly closesOn: Day | null }): void {
  if (closesOn !== null && closesOn < opensOn) throw refuseAt('day.order', 'closesOn')
}

/** Changes what a round is called and when it runs. Throws Refusals `day.order` and `record.missing`. */
export function changeRound(db: WriteDb, input: RoundInput): void {
  expectDays(input)
  const { id, title, opensOn, closesOn, note } = input
  db.runOne(
    sql
      .updateTable('survey_round')
      .set({ title, opens_on: opensOn, closes_on: closesOn, note })
      .where('id', '=', id),
  )
}

/** Takes back a round without sheets. Throws Refusals `survey.has-answers` and `record.missing`. */
export function removeRound(db: WriteDb, id: string): void {
  if (sheetRows(db, id).length > 0) throw new Refusal('survey.has-answers')
  db.runOne(sql.deleteFrom('survey_round').where('id', '=', id))
}

/**
 * Keys in a sheet or corrects one. Throws Refusals `survey.person-missing`, `survey.not-asked`, `survey.sheet-there`,
 * `survey.group-unknown`, `survey.no-answer`, `survey.sheet-closed`, `input.invalid` and `record.missing`.
 */
export function saveSheet(db: WriteDb, input: SheetInput, today: Day): { id: string; number: number } {
  const round = roundRow(db, input.roundId)
  const answers = checkedAnswers(formOf(round), input.answers)
  const there = sheetRows(db, round.id)
  const before = input.id === undefined ? undefined : openable(db, round, input.id)
  const owner = ownerOf(db, round, input, { today, there, before })
  if (before) {
    const change = { staff_group_id: owner.staff_group_id, answers_json: JSON.stringify(answers) }
    db.runOne(sql.updateTable('survey_sheet').set(change).where('id', '=', before.id))
    return { id: before.id, number: before.number }
  }
  const number = nextNumber(there)
  const id = insertSheet(db, {
    round_id: round.id,
    number,
    ...owner,
    way: 'paper',
    received_on: today,
    file_sha256: null,
    answers_json: JSON.stringify(answers),
  })
  return { id, number }
}

/** The number of the next sheet of a round. */
export function nextNumber(sheets: readonly Pick<SurveySheetRow, 'number'>[]): number {
  return sheets.reduce((most, { number }) => Math.max(most, number), 0) + 1
}

/** Keeps a new sheet; returns its id. */
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

/** A sheet of a round that may be opened and corrected. Throws Refusals `survey.sheet-closed` and `record.missing`. */
export function openable(db: ReadDb, round: SurveyRoundRow, id: string): SurveySheetRow {
  const sheet = sheetRow(db, id)
  if (sheet.round_id !== round.id) throw new Refusal('record.missing')
  // Whoever keys in from paper has the paper; a file would be read by somebody who has not been given it.
  if (round.is_anonymous === 1 && sheet.way === 'file') throw new Refusal('survey.sheet-closed')
  return sheet
}

interface Beside {
  readonly today: Day
  readonly there: readonly SurveySheetRow[]
  readonly before: SurveySheetRow | undefined
}

type Owner = Pick<SurveySheetRow, 'person_id' | 'staff_group_id'>

function ownerOf(db: ReadDb, round: SurveyRoundRow, input: SheetInput, { today, there, before }: Beside): Owner {
  if (round.is_anonymous === 1) {
    const isKnown = groupsOfRound(round).some(({ id }) => id === input.groupId)
    if (input.groupId !== null && !isKnown) throw refuseAt('survey.group-unknown', 'groupId')
    return { person_id: null, staff_group_id: input.groupId }
  }
  if (before) return { person_id: before.person_id, staff_group_id: before.staff_group_id }
  if (input.personId === null) throw refuseAt('survey.person-missing', 'personId')
  const people = peopleOn(db, today)
  const person = people.find(({ id }) => id === input.personId)
  if (person === undefined) throw new Refusal('record.missing')
  const facts = { name: person.name }
  if (!askedOf([person], audienceOf(round)).length) throw refuseAt('survey.not-asked', 'personId', facts)
  if (there.some((sheet) => sheet.person_id === person.id)) throw refuseAt('survey.sheet-there', 'personId', facts)
  return { person_id: person.id, staff_group_id: person.groupId }
}

/** Takes a sheet out. Throws Refusal `record.missing`. */
export function removeSheet(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('survey_sheet').where('id', '=', id))
}

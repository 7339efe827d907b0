import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { z } from 'zod'
import { zFormKind } from '../../../shared/features/packs/form-content'
import { zAnswers, type Answers } from '../../../shared/features/surveys/answers'
import {
  zAudience,
  type Round,
  type RoundLine,
  type RoundState,
  type SheetLine,
} from '../../../shared/features/surveys/model'
import { rowsOf, zRoundForm, type RoundForm } from '../../../shared/features/surveys/round-form'
import { zGroup, type Group } from '../../../shared/features/surveys/summary'
import { sql, type ReadDb } from '../../db/handle'
import { joinedName } from '../../db/person-names'
import type { SurveyRoundRow, SurveySheetRow } from '../../db/schema'
import { askedOf, peopleOn, type Askable } from './people'

/** Every round, the newest first. */
export function listRounds(db: ReadDb, today: Day): RoundLine[] {
  const rows = db.all(sql.selectFrom('survey_round').selectAll().orderBy('opens_on', 'desc').orderBy('id', 'desc'))
  const returned = new Map(
    db
      .all(
        sql
          .selectFrom('survey_sheet')
          .select((eb) => ['round_id', eb.fn.countAll<number>().as('sheets')])
          .groupBy('round_id'),
      )
      .map((row) => [row.round_id, row.sheets]),
  )
  const people = peopleOn(db, today)
  return rows.map((row) => lineOf(row, { today, people, returned: returned.get(row.id) ?? 0 }))
}

function lineOf(
  row: SurveyRoundRow,
  { today, people, returned }: { today: Day; people: readonly Askable[]; returned: number },
): RoundLine {
  return {
    id: row.id,
    title: row.title,
    formId: row.form_id,
    kind: zFormKind.parse(row.form_kind),
    formTitle: formOf(row).title,
    isAnonymous: row.is_anonymous === 1,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: stateOf(row, today),
    asked: askedOf(people, audienceOf(row)).length,
    returned,
  }
}

function stateOf(row: SurveyRoundRow, today: Day): RoundState {
  if (row.opens_on > today) return 'to-come'
  return row.closes_on !== null && row.closes_on < today ? 'closed' : 'open'
}

/** The questions of a round as they were asked. */
export function formOf(row: SurveyRoundRow): RoundForm {
  return zRoundForm.parse(JSON.parse(row.form_json))
}

/** Whom a round asks. */
export function audienceOf(row: SurveyRoundRow) {
  return zAudience.parse(JSON.parse(row.audience_json))
}

/** The staff groups of those asked when a round began. */
export function groupsOfRound(row: SurveyRoundRow): Group[] {
  return z.array(zGroup).parse(JSON.parse(row.groups_json))
}

/** The answers of a sheet. */
export function answersOf(row: Pick<SurveySheetRow, 'answers_json'>): Answers {
  return zAnswers.parse(JSON.parse(row.answers_json))
}

/** Throws Refusal `record.missing`. */
export function roundRow(db: ReadDb, id: string): SurveyRoundRow {
  const row = db.first(sql.selectFrom('survey_round').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** Throws Refusal `record.missing`. */
export function sheetRow(db: ReadDb, id: string): SurveySheetRow {
  const row = db.first(sql.selectFrom('survey_sheet').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The sheets of a round in the order in which they came. */
export function sheetRows(db: ReadDb, roundId: string): SurveySheetRow[] {
  return db.all(sql.selectFrom('survey_sheet').selectAll().where('round_id', '=', roundId).orderBy('number'))
}

/** The sheets of a round with whose they are. */
export function namedSheets(db: ReadDb, roundId: string) {
  return db
    .all(
      sql
        .selectFrom('survey_sheet as s')
        .leftJoin('person as p', 'p.id', 's.person_id')
        .selectAll('s')
        .select(['p.forename', 'p.surname', 'p.known_as'])
        .where('s.round_id', '=', roundId)
        .orderBy('s.number'),
    )
    .map((row) => {
      const name = joinedName(row)
      return { ...row, person: row.person_id === null || name === null ? null : { id: row.person_id, name } }
    })
}

/** A round with its questions, whom it asks, and what came back. Throws Refusal `record.missing`. */
export function roundOf(db: ReadDb, id: string, today: Day): Round {
  const row = roundRow(db, id)
  const form = formOf(row)
  const people = peopleOn(db, today)
  const sheets = namedSheets(db, id)
  const isAnonymous = row.is_anonymous === 1
  const answered = new Set(sheets.map((sheet) => sheet.person_id))
  const asked = askedOf(people, audienceOf(row))
  return {
    ...lineOf(row, { today, people, returned: sheets.length }),
    form,
    packVersion: row.pack_version,
    audience: audienceOf(row),
    groups: groupsOfRound(row),
    note: row.note,
    rows: rowsOf(form).length,
    sheets: sheets.map(sheetLine),
    missing: isAnonymous
      ? []
      : asked.filter((person) => !answered.has(person.id)).map((person) => ({ id: person.id, name: person.name })),
  }
}

type NamedSheet = ReturnType<typeof namedSheets>[number]

/** A sheet as lists show it. */
export function sheetLine(row: NamedSheet): SheetLine {
  return {
    id: row.id,
    number: row.number,
    way: row.way,
    receivedOn: row.received_on,
    answered: Object.keys(answersOf(row)).length,
    person: row.person,
  }
}

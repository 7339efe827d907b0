import { sql as raw } from 'kysely'
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
import { sql, statement, type ReadDb } from '../../db/handle'
import { joinedName } from '../../db/person-names'
import type { SurveyRoundRow, SurveySheetRow, SurveySlipRow } from '../../db/schema'
import { askedInRound, askedOf, peopleOn, type Askable } from './people'

/** What is counted of a round. */
interface Counts {
  readonly asked: number
  readonly returned: number
  readonly closedOn: Day | null
}

type CountRow = { readonly id: string; readonly closed_on: Day | null } & Pick<Counts, 'asked' | 'returned'>

/** How many a round asked, how many sheets came back, and when it was closed, of one round or of all. */
function countsOf(db: ReadDb, id?: string): ReadonlyMap<string, Counts> {
  const rows = db.all(
    statement(raw<CountRow>`
      select r.id,
        (select count(*) from survey_asked where round_id = r.id) as asked,
        (select count(*) from survey_sheet where round_id = r.id)
          + (select count(*) from survey_slip where round_id = r.id) as returned,
        (select closed_on from survey_closing where round_id = r.id) as closed_on
      from survey_round r where ${id ?? null} is null or r.id = ${id ?? null}`),
  )
  return new Map(
    rows.map(({ id: key, asked, returned, closed_on: closedOn }) => [key, { asked, returned, closedOn }]),
  )
}

const nothing: Counts = { asked: 0, returned: 0, closedOn: null }

/** Every round, the newest first. */
export function listRounds(db: ReadDb, today: Day): RoundLine[] {
  const rows = db.all(sql.selectFrom('survey_round').selectAll().orderBy('opens_on', 'desc').orderBy('id', 'desc'))
  const counts = countsOf(db)
  return rows.map((row) => lineOf(row, counts.get(row.id) ?? nothing, today))
}

function lineOf(row: SurveyRoundRow, { asked, returned, closedOn }: Counts, today: Day): RoundLine {
  return {
    id: row.id,
    title: row.title,
    formId: row.form_id,
    kind: zFormKind.parse(row.form_kind),
    formTitle: formOf(row).title,
    isAnonymous: row.is_anonymous === 1,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    closedOn,
    state: stateOf(row, closedOn, today),
    asked,
    returned,
  }
}

/** A round without names is closed by somebody, once and for all; one with names when its last day has passed. */
function stateOf(row: SurveyRoundRow, closedOn: Day | null, today: Day): RoundState {
  if (closedOn !== null) return 'closed'
  if (row.opens_on > today) return 'to-come'
  if (row.closes_on === null || row.closes_on >= today) return 'open'
  return row.is_anonymous === 1 ? 'to-close' : 'closed'
}

/** Whether a round without names was closed: from then on it is summed up, and nothing is added. */
export function isClosed(db: ReadDb, roundId: string): boolean {
  return db.first(sql.selectFrom('survey_closing').select('id').where('round_id', '=', roundId)) !== undefined
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
export function answersOf(row: Pick<SurveySlipRow, 'answers_json'>): Answers {
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

/** The sheets of a round with names in the order in which they came. */
export function sheetRows(db: ReadDb, roundId: string): SurveySheetRow[] {
  return db.all(sql.selectFrom('survey_sheet').selectAll().where('round_id', '=', roundId).orderBy('number'))
}

/** The answers without names of a round, in an order that says nothing. */
export function slipRows(db: ReadDb, roundId: string): SurveySlipRow[] {
  return db.all(sql.selectFrom('survey_slip').selectAll().where('round_id', '=', roundId).orderBy('id'))
}

/** The sheets of a round with names, each with whose it is. */
export function namedSheets(db: ReadDb, roundId: string) {
  return db
    .all(
      sql
        .selectFrom('survey_sheet as s')
        .innerJoin('person as p', 'p.id', 's.person_id')
        .selectAll('s')
        .select(['p.forename', 'p.surname', 'p.known_as'])
        .where('s.round_id', '=', roundId)
        .orderBy('s.number'),
    )
    .map((row) => {
      const name = joinedName(row)
      return { ...row, person: { id: row.person_id, name: name ?? '' } }
    })
}

/** A round with its questions, whom it asks, and what came back. Throws Refusal `record.missing`. */
export function roundOf(db: ReadDb, id: string, today: Day): Round {
  const row = roundRow(db, id)
  const form = formOf(row)
  const sheets = namedSheets(db, id)
  const answered = new Set(sheets.map((sheet) => sheet.person_id))
  const asked = askedInRound(db, id, today)
  const line = lineOf(row, countsOf(db, id).get(id) ?? nothing, today)
  return {
    ...line,
    form,
    packVersion: row.pack_version,
    audience: audienceOf(row),
    groups: groupsOfRound(row),
    note: row.note,
    rows: rowsOf(form).length,
    sheets: sheets.map(sheetLine),
    missing: line.isAnonymous
      ? []
      : asked
          .filter((person) => !answered.has(person.id))
          .map((person) => ({ id: person.id, name: person.name, hasLeft: person.hasLeft })),
    starters: line.state === 'closed' ? [] : startersOf(db, row, today).map(named),
  }
}

const named = ({ id, name }: Askable) => ({ id, name })

/** Who would be asked if the round began today, and is not. */
export function startersOf(db: ReadDb, row: SurveyRoundRow, today: Day): Askable[] {
  const asked = new Set(askedInRound(db, row.id, today).map(({ id }) => id))
  return askedOf(peopleOn(db, today), audienceOf(row)).filter(({ id }) => !asked.has(id))
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

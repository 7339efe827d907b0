import type { Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { Framework, FormSet } from '../../../shared/features/packs/form-content'
import type { BeginInput, RoundInput } from '../../../shared/features/surveys/model'
import { asksForFramework, roundFormOf } from '../../../shared/features/surveys/round-form'
import { sql, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { allGroups, askedOf, groupsOf, peopleOn, type Askable } from './people'
import { groupsOfRound, isClosed, roundRow, sheetRows, slipRows, startersOf } from './repository'
import { forgetHalfKeyed } from './slips'

/** A form of some pack, with the frameworks of all of them. */
export interface Shelved {
  readonly form: FormSet
  readonly packId: string | null
  readonly packVersion: string | null
  readonly frameworks: ReadonlyMap<string, Framework>
}

/** A refusal that stands at one field. */
export function refuseAt(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
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
  // Who is there when the round opens, not who was there when it was prepared.
  const askedOn = input.opensOn > today ? input.opensOn : today
  const asked = askedOf(peopleOn(db, askedOn), input.audience)
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
  ask(db, id, asked, askedOn)
  return id
}

function ask(db: WriteDb, roundId: string, people: readonly Askable[], on: Day): void {
  for (const { id, groupId, teamIds } of people)
    db.runOne(
      sql.insertInto('survey_asked').values({
        id: newId(),
        round_id: roundId,
        person_id: id,
        staff_group_id: groupId,
        team_ids_json: JSON.stringify([...new Set(teamIds)]),
        asked_on: on,
      }),
    )
}

/**
 * Asks people who have come since a round began, and whom it would ask if it began today. Throws Refusals
 * `survey.closed` and `record.missing`.
 */
export function askStarters(
  db: WriteDb,
  { id, personIds }: { readonly id: string; readonly personIds: readonly string[] },
  today: Day,
): void {
  const round = roundRow(db, id)
  if (isClosed(db, id)) throw new Refusal('survey.closed')
  const wanted = new Set(personIds)
  const starters = startersOf(db, round, today).filter((person) => wanted.has(person.id))
  if (starters.length !== wanted.size) throw new Refusal('record.missing')
  ask(db, id, starters, today)
  // A group that nobody asked so far was in: papers and files handed out before do not name it.
  const known = new Map([...groupsOfRound(round), ...groupsOf(db, starters)].map((group) => [group.id, group]))
  const groups = allGroups(db).flatMap((group) => known.get(group.id) ?? [])
  const change = { groups_json: JSON.stringify(groups) }
  db.runOne(sql.updateTable('survey_round').set(change).where('id', '=', id))
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

/** Takes back a round without sheets, which was not closed either. Throws Refusals `survey.has-answers` and `record.missing`. */
export function removeRound(db: WriteDb, id: string): void {
  if (sheetRows(db, id).length + slipRows(db, id).length > 0 || isClosed(db, id))
    throw new Refusal('survey.has-answers')
  forgetHalfKeyed(db, id)
  db.run(sql.deleteFrom('survey_asked').where('round_id', '=', id))
  db.runOne(sql.deleteFrom('survey_round').where('id', '=', id))
}

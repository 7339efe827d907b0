import { z } from 'zod'
import formsJson from '../../../../resources/packs/toolkit-core/forms.json'
import frameworksJson from '../../../../resources/packs/england-2026/frameworks.json'
import { zFormSet, zFramework } from '../../../shared/features/packs/form-content'
import { orderedAnswers, type Answer } from '../../../shared/features/surveys/answers'
import {
  roundFormOf,
  rowsOf,
  sides,
  type FormRow,
  type RoundForm,
} from '../../../shared/features/surveys/round-form'
import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'

interface SurveysOfSample {
  readonly db: WriteDb
  /** Chance of its own, so that no other record of the sample changes with these. */
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
  /** The academic year of today, by its first calendar year. */
  readonly thisYear: number
}

interface SampleRound {
  readonly formId: string
  readonly title: string
  readonly isAnonymous: boolean
  readonly groups: readonly string[] | null
  readonly opensOn: Day
  readonly closesOn: Day
  /** How many of those asked have answered, 0 to 1. */
  readonly share: number
}

/**
 * A staff survey without names that has come back, and a self-assessment by the Teachers’ Standards that is still coming
 * in. Filled in last, so that no other record of the sample changes with it.
 */
export function fillSurveys(needs: SurveysOfSample): void {
  const { thisYear, today } = needs
  fillRound(needs, {
    formId: 'staff-survey-development',
    title: `Staff survey, autumn ${thisYear}`,
    isAnonymous: true,
    groups: null,
    opensOn: day(`${thisYear}-09-08`),
    closesOn: day(`${thisYear}-09-26`),
    share: 0.8,
  })
  fillRound(needs, {
    formId: 'standards-self-assessment',
    title: `Where teachers stand, ${thisYear}`,
    isAnonymous: false,
    groups: ['teacher', 'ect'],
    opensOn: addDays(today, -10),
    closesOn: addDays(today, 18),
    share: 0.5,
  })
}

function formOf(formId: string): RoundForm {
  const form = z
    .array(zFormSet)
    .parse(formsJson.forms)
    .find(({ id }) => id === formId)
  if (!form) throw new Error(`the packs have no form ${formId}`)
  const frameworks = z.array(zFramework).parse(frameworksJson.frameworks)
  return roundFormOf(form, new Map(frameworks.map((one) => [one.id, one])), 'teachers-standards')
}

function fillRound({ db, chance, people, today }: SurveysOfSample, round: SampleRound): void {
  const form = formOf(round.formId)
  const { groups, isAnonymous, opensOn, closesOn } = round
  const asked = people.filter(
    (person) =>
      person.leftOn === null && person.startedOn <= today && (groups === null || groups.includes(person.group)),
  )
  const roundId = chance.id()
  db.runOne(
    sql.insertInto('survey_round').values({
      id: roundId,
      title: round.title,
      form_id: form.id,
      form_kind: form.kind,
      form_json: JSON.stringify(form),
      pack_id: 'toolkit-core',
      pack_version: '2026.1',
      is_anonymous: isAnonymous ? 1 : 0,
      audience_json: JSON.stringify(groups === null ? { kind: 'everybody' } : { kind: 'groups', ids: groups }),
      groups_json: JSON.stringify(groupsOf(db, asked)),
      opens_on: opensOn,
      closes_on: closesOn,
      note: null,
    }),
  )
  for (const person of asked)
    db.runOne(
      sql.insertInto('survey_asked').values({
        id: chance.id(),
        round_id: roundId,
        person_id: person.id,
        staff_group_id: person.group,
        team_ids_json: JSON.stringify(teamsOf(db, person.id, opensOn)),
        asked_on: opensOn,
      }),
    )
  if (isAnonymous) fillSlips({ db, chance, people: asked, today }, { ...round, form, roundId })
  else fillSheets({ db, chance, people: asked, today }, { ...round, form, roundId })
}

type Filling = SampleRound & { readonly form: RoundForm; readonly roundId: string }
type Answerers = Omit<SurveysOfSample, 'thisYear'>

/** Answers without names, closed on the day after the last. */
function fillSlips({ db, chance, people, today }: Answerers, { form, roundId, share, closesOn }: Filling): void {
  let number = 0
  for (const person of people) {
    if (!chance.chance(share)) continue
    number += 1
    db.runOne(
      sql.insertInto('survey_slip').values({
        id: chance.id(),
        round_id: roundId,
        staff_group_id: person.group,
        file_sha256: null,
        answers_json: JSON.stringify(answersOf(form, chance, number)),
      }),
    )
  }
  if (closesOn >= today) return
  const closing = { id: chance.id(), round_id: roundId, closed_on: addDays(closesOn, 1) }
  db.runOne(sql.insertInto('survey_closing').values(closing))
}

function fillSheets({ db, chance, people, today }: Answerers, { form, roundId, share, opensOn }: Filling): void {
  let number = 0
  for (const person of people) {
    if (!chance.chance(share)) continue
    number += 1
    const received = addDays(opensOn, 3 + chance.below(6))
    db.runOne(
      sql.insertInto('survey_sheet').values({
        id: chance.id(),
        round_id: roundId,
        number,
        person_id: person.id,
        staff_group_id: person.group,
        way: 'paper',
        received_on: received <= today ? received : today,
        file_sha256: null,
        answers_json: JSON.stringify(answersOf(form, chance, number)),
      }),
    )
  }
}

function teamsOf(db: WriteDb, personId: string, on: Day): string[] {
  const rows = db.all(
    sql
      .selectFrom('post_holding')
      .select('team_id')
      .distinct()
      .where('person_id', '=', personId)
      .where('from_on', '<=', on)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', on)]))
      .orderBy('team_id'),
  )
  return rows.flatMap(({ team_id: teamId }) => teamId ?? [])
}

function groupsOf(db: WriteDb, asked: readonly SamplePerson[]) {
  const ids = new Set(asked.map(({ group }) => group))
  return db
    .all(sql.selectFrom('staff_group').select(['id', 'name']).orderBy('sort_order'))
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name, isLeaders: id === 'leadership' }))
}

const said: Readonly<Record<string, readonly string[]>> = {
  best: ['Watching a colleague teach phonics and talking it over afterwards', 'A coach who asked good questions'],
  'most-needed': ['How to help pupils who find writing hard', 'The new assessment system'],
  change: ['Meetings that are about teaching', 'Time to try things out before the next training'],
}

/** Plausible answers: mostly on the upper half of a scale, next a step above now, a few words. */
function answersOf(form: RoundForm, chance: Seeded, number: number) {
  const answers: Record<string, Answer> = {}
  for (const row of rowsOf(form)) {
    const answer = answerTo(row, chance, number, answers)
    if (answer !== undefined) answers[row.key] = answer
  }
  return orderedAnswers(form, answers)
}

function answerTo(
  { key, answering }: FormRow,
  chance: Seeded,
  number: number,
  before: Readonly<Record<string, Answer>>,
): Answer | undefined {
  switch (answering.kind) {
    case 'scale': {
      const { levels } = answering
      const top = levels.at(-1)?.level ?? 0
      const now = before[key.replace(/\.next$/, `.${sides.now}`)]
      if (key.endsWith(`.${sides.next}`) && typeof now === 'number') return Math.min(top, now + chance.below(2))
      return levels[Math.min(levels.length - 1, 1 + chance.below(levels.length))]?.level
    }
    case 'tick':
      return chance.chance(0.25) ? true : undefined
    case 'words':
      return number <= 2 ? said[key]?.[number - 1] : undefined
    case 'choice':
      return answering.options[chance.below(answering.options.length)]?.id
    case 'number':
      return chance.below(30)
  }
}

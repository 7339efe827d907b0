import type { Day } from '../../../shared/kernel/dates'
import { standardKey } from '../../../shared/features/needs/rules'
import { zLevel, type NewNeed, type Owner } from '../../../shared/features/needs/model'
import type { FormKind } from '../../../shared/features/packs/form-content'
import type { NewExpertise } from '../../../shared/features/needs/expertise'
import type { Gap } from '../../../shared/features/surveys/gaps'
import { sides } from '../../../shared/features/surveys/round-form'
import { sql, type ReadDb } from '../../db/handle'
import { gapsOfRound } from './gather'
import { formOf, namedSheets, roundRow, answersOf } from './repository'

/** The kind of record by which a need or expertise knows in which round it was found. */
export const ORIGIN = 'surveyRound'

/** The gaps of a round, each with whether a need was raised from it. Throws Refusal `record.missing`. */
export function gapsWithNeeds(db: ReadDb, roundId: string, today: Day): Gap[] {
  const raised = new Set(
    db
      .all(
        sql
          .selectFrom('need')
          .select(['title', 'standard_code', 'owner_kind', 'person_id', 'team_id', 'staff_group_id'])
          .where('origin_kind', '=', ORIGIN)
          .where('origin_id', '=', roundId),
      )
      .map((need) =>
        keyOf(
          [need.owner_kind, need.person_id ?? need.team_id ?? need.staff_group_id],
          need.standard_code,
          need.title,
        ),
      ),
  )
  return gapsOfRound(db, roundId, today).map((gap) => ({ ...gap, isRaised: raised.has(needKey(gap)) }))
}

type Found = Omit<Gap, 'isRaised'>

const keyOf = (owner: readonly (string | null | undefined)[], code: string | null, title: string): string =>
  [...owner.map((part) => part ?? ''), code ?? '', title].join(' ')

function needKey(gap: Found): string {
  const { kind, ...whose } = ownerOf(gap)
  return keyOf([kind, Object.values(whose)[0]], gap.standard?.code ?? null, titleOf(gap.title))
}

/** Titles of needs are shorter than questions may be. */
const titleOf = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299).trimEnd()}…`)

const sourceOf = (kind: FormKind): NewNeed['sourceCode'] => {
  switch (kind) {
    case 'staff-survey':
      return 'survey'
    case 'self-assessment':
      return 'selfReview'
    case 'skills-audit':
    case 'cpd-audit':
    case 'arrangements-audit':
      return 'audit'
    case 'other':
      return 'other'
  }
}

export interface Chosen {
  readonly keys: readonly string[]
  readonly dueOn: Day | null
  readonly importance: number
  readonly today: Day
}

/** The needs that chosen gaps of a round become. Throws Refusal `record.missing`. */
export function needsOf(db: ReadDb, roundId: string, { keys, dueOn, importance, today }: Chosen): NewNeed[] {
  const round = roundRow(db, roundId)
  const form = formOf(round)
  const wanted = new Set(keys)
  return gapsOfRound(db, roundId, today)
    .filter(({ key }) => wanted.has(key))
    .map((gap): NewNeed => ({
      owner: ownerOf(gap),
      title: titleOf(gap.title),
      description: describe(gap, round.title),
      sourceCode: sourceOf(form.kind),
      standard: gap.standard && { ...gap.standard, label: titleOf(gap.standard.label) },
      ...levelsOf(gap),
      importance,
      dueOn,
      origin: { kind: ORIGIN, id: roundId },
    }))
}

function ownerOf({ owner }: Found): Owner {
  switch (owner.kind) {
    case 'school':
      return owner
    case 'team':
      return { kind: 'team', teamId: owner.id }
    case 'group':
      return { kind: 'postFamily', staffGroupId: owner.id }
    case 'person':
      return { kind: 'person', personId: owner.id }
  }
}

/** "Autumn survey: 2.4 now, 4 aimed at, from 1 to 5; 12 answers." */
function describe({ now, target, least, most, answered, owner }: Found, title: string): string {
  const figure = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  const scale = `${figure(now)} now, ${figure(target)} aimed at, from ${least} to ${most}`
  return owner.kind === 'person' ? `${title}: ${scale}.` : `${title}: ${scale}; ${answered} answers.`
}

/** The register's own steps go from 0 to 4: another scale is told in the description alone. */
function levelsOf({ now, target, least, most }: Found) {
  if (least !== 0 || most !== 4) return {}
  return { nowLevel: zLevel.parse(Math.round(now)), targetLevel: zLevel.parse(Math.round(target)) }
}

/** Something that somebody offered to share, by a key that stays as long as the round stands. */
export interface Offered {
  readonly key: string
  readonly name: string
  readonly expertise: NewExpertise
}

/**
 * What people offered to share in a round with names: each statement that somebody ticked, with where they say they stand
 * (secure where they did not say). Throws Refusal `record.missing`.
 */
export function expertiseOf(db: ReadDb, roundId: string): Offered[] {
  const questions = formOf(roundRow(db, roundId)).sections.flatMap((section) => section.questions)
  const nowKeys = new Map<string, string>()
  for (const { standards } of questions)
    for (const [key, standard] of Object.entries(standards))
      if (key.endsWith(`.${sides.now}`)) nowKeys.set(standardKey(standard), key)
  const offers = questions
    .filter(({ means }) => means === 'can-share')
    .flatMap(({ rows, standards }) =>
      rows.map(({ key, text }) => ({ key, text, standard: standards[key] ?? null })),
    )
  return namedSheets(db, roundId).flatMap((sheet) => {
    const { person } = sheet
    const answers = answersOf(sheet)
    return offers
      .filter(({ key }) => answers[key] === true)
      .map(({ key, text, standard }): Offered => {
        const now = standard === null ? undefined : answers[nowKeys.get(standardKey(standard)) ?? '']
        const expertise: NewExpertise = {
          personId: person.id,
          subject: text.slice(0, 200),
          standard: standard && { ...standard, label: titleOf(standard.label) },
          level: typeof now === 'number' && now >= 1 && now <= 4 ? now : 3,
          canTrain: true,
          source: 'audit',
          fromOn: sheet.received_on,
          origin: { kind: ORIGIN, id: roundId },
        }
        return { key: `${person.id} ${key}`, name: person.name, expertise }
      })
  })
}

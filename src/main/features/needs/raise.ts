import type { z } from 'zod'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import {
  zNewNeed,
  type NeedInput,
  type NeedWords,
  type NewNeed,
  type Owner,
} from '../../../shared/features/needs/model'
import { raisedKey } from '../../../shared/features/needs/rules'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { standardColumns, standardIn } from '../../db/standards'
import { needRow } from './repository'
import { addStep, agreeNeed, type Hand } from './steps'

/** One need that was asked for: raised now, or found open already with the same owner. */
export interface RaisedNeed {
  readonly id: string
  readonly isNew: boolean
}

/** A refusal that stands at one field. */
export function refuseAt(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

/**
 * Raises needs, for every way in which needs are found; the answer is in the order of what was asked. Where the same
 * owner has the same need open already (the same words for the same standard, see `raisedKey`), that one is given, so that
 * a form that is taken in twice raises nothing twice; it is agreed where it was only raised and is asked for as agreed. Throws Refusals `needs.level-order`,
 * `needs.due-before`, `needs.ahead` and `record.missing`.
 */
export function raiseNeeds(db: WriteDb, asked: readonly NewNeed[], hand: Hand): RaisedNeed[] {
  const open = openByOwner(db)
  return asked.map((input) => {
    const need = zNewNeed.parse(input)
    const raisedOn = need.raisedOn ?? hand.today
    checkWords(need, raisedOn, hand.today)
    const key = `${ownerKey(need.owner)} ${raisedKey(need)}`
    const there = open.get(key) ?? knownWithoutFramework(db, open, need)
    const agreed = need.agreed && { by: need.agreed.byPersonId ?? hand.byPersonId, on: need.agreed.on }
    if (there !== undefined) {
      // What two people agree to now may have been raised before by one of them alone.
      if (agreed) agreeNeed(db, needRow(db, there), agreed, hand)
      return { id: there, isNew: false }
    }
    const id = newId()
    db.runOne(
      sql.insertInto('need').values({
        id,
        ...ownerColumns(need.owner),
        ...wordColumns(need),
        raised_on: raisedOn,
        state: agreed === null ? 'raised' : 'agreed',
        state_on: agreed?.on ?? raisedOn,
        agreed_by_person_id: agreed?.by ?? null,
        agreed_on: agreed?.on ?? null,
        origin_kind: need.origin?.kind ?? null,
        origin_id: need.origin?.id ?? null,
      }),
    )
    addStep(db, { needId: id, from: null, to: 'raised', on: raisedOn, byPersonId: hand.byPersonId })
    if (agreed) addStep(db, { needId: id, from: 'raised', to: 'agreed', on: agreed.on, byPersonId: agreed.by })
    open.set(key, id)
    return { id, isNew: true }
  })
}

/** A need may stand from when no framework was kept with its standard: the same words tell that it is this one. */
function knownWithoutFramework(
  db: WriteDb,
  open: ReadonlyMap<string, string>,
  { owner, title, standard }: Pick<z.output<typeof zNewNeed>, 'owner' | 'title' | 'standard'>,
): string | undefined {
  if (standard === null || standard.framework === null) return undefined
  const found = open.get(`${ownerKey(owner)} ${raisedKey({ title, standard: { ...standard, framework: null } })}`)
  if (found !== undefined) db.run(sql.updateTable('need').set(standardColumns(standard)).where('id', '=', found))
  return found
}

const ownerKey = (owner: Owner): string => Object.values(owner).join(' ')

/** Open needs by whose they are and what they say. */
function openByOwner(db: ReadDb): Map<string, string> {
  const rows = db.all(
    sql
      .selectFrom('need')
      .select([
        'id',
        'owner_kind',
        'person_id',
        'team_id',
        'staff_group_id',
        'title',
        'standard_code',
        'standard_framework',
        'standard_label',
      ])
      .where('state', 'in', ['raised', 'agreed', 'planned'])
      .orderBy('id', 'desc'),
  )
  return new Map(
    rows.map((row) => {
      const whose = [row.owner_kind, row.person_id ?? row.team_id ?? row.staff_group_id].filter(Boolean).join(' ')
      return [`${whose} ${raisedKey({ title: row.title, standard: standardIn(row) })}`, row.id]
    }),
  )
}

function checkWords(words: NeedWords, raisedOn: Day, today: Day): void {
  const { nowLevel, targetLevel, dueOn } = words
  if (nowLevel !== null && targetLevel !== null && targetLevel < nowLevel)
    throw refuseAt('needs.level-order', 'targetLevel')
  if (raisedOn > today) throw refuseAt('needs.ahead', 'raisedOn')
  if (dueOn !== null && dueOn < raisedOn) throw refuseAt('needs.due-before', 'dueOn', { on: formatDay(raisedOn) })
}

function ownerColumns(owner: Owner) {
  return {
    owner_kind: owner.kind,
    person_id: owner.kind === 'person' ? owner.personId : null,
    team_id: owner.kind === 'team' ? owner.teamId : null,
    staff_group_id: owner.kind === 'postFamily' ? owner.staffGroupId : null,
  }
}

function wordColumns(words: NeedWords) {
  return {
    title: words.title,
    description: words.description,
    source_code: words.sourceCode,
    ...standardColumns(words.standard),
    priority_id: words.priorityId,
    now_level: words.nowLevel,
    target_level: words.targetLevel,
    impact_on_practice: words.impactOnPractice,
    impact_on_pupils: words.impactOnPupils,
    importance: words.importance,
    due_on: words.dueOn,
    type_code: words.typeCode,
  }
}

/** Changes what a need says and whose it is; how it stands is moved apart. Throws as {@link raiseNeeds}. */
export function saveNeed(db: WriteDb, input: NeedInput, today: Day): void {
  checkWords(input, needRow(db, input.id).raised_on, today)
  db.runOne(
    sql
      .updateTable('need')
      .set({ ...ownerColumns(input.owner), ...wordColumns(input) })
      .where('id', '=', input.id),
  )
}

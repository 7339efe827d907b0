import { addDays, formatDay, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { HoldingFactsInput, HoldingInput, PersonInput } from '../../../shared/features/staff/model'
import { nameKey, wordsKey } from '../../../shared/features/staff/names'
import { managersAbove, START_UNKNOWN } from '../../../shared/features/staff/rules'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personName } from '../../db/person-names'
import {
  deleteHolding,
  insertHolding,
  insertPerson,
  insertPost,
  insertTeam,
  updateHolding,
  updatePerson,
  type HoldingColumns,
} from './repository'

export interface PersonSave extends PersonInput {
  readonly firstPost: HoldingFactsInput | null
  readonly keepSameName: boolean
}

/**
 * Adds or changes a person. Throws Refusals `staff.code-taken` (one code, one person), `staff.same-name` (unless it
 * is said that both are meant; only for someone new), `staff.manager-loop`, `staff.post-before-start` and `day.order`.
 */
export function savePerson(db: WriteDb, input: PersonSave): string {
  const before = input.id === undefined ? undefined : personRow(db, input.id)
  refuseTakenCode(db, input)
  if (!before && !input.keepSameName) refuseSameName(db, input)
  if (before && input.lineManagerId !== null) refuseLoop(db, before.id, input.lineManagerId)
  if (before?.left_on && input.startedOn !== null && before.left_on < input.startedOn) {
    throw new Refusal('day.order', undefined, [{ path: 'startedOn', code: 'day.order' }])
  }
  if (before && before.started_on !== input.startedOn) refuseBeforePosts(db, before.id, input.startedOn)
  const columns = {
    staff_code: input.staffCode,
    user_name: input.userName,
    title: input.title,
    forename: input.forename,
    surname: input.surname,
    known_as: input.knownAs,
    work_email: input.workEmail,
    started_on: input.startedOn,
    left_on: before?.left_on ?? null,
    line_manager_id: input.lineManagerId,
    is_name_missing: 0 as const,
    is_archived: before?.is_archived ?? (0 as const),
  }
  const id = before?.id ?? newId()
  if (!before) insertPerson(db, columns, id)
  updatePerson(db, id, { ...columns, works_in_binder: input.worksInBinder ? 1 : 0 })
  if (!before && input.firstPost) refuseBeforeStart(input.firstPost, input.startedOn, 'firstPost.fromOn')
  if (!before && input.firstPost) saveHolding(db, { ...input.firstPost, personId: id, isMain: true })
  return id
}

function personRow(db: ReadDb, id: string) {
  const row = db.first(sql.selectFrom('person').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** A post may not start before its holder did. One without a known start counts from the person's. */
function refuseBeforeStart(post: { readonly fromOn: Day }, startedOn: Day | null, path: string): void {
  if (startedOn === null || post.fromOn === START_UNKNOWN || post.fromOn >= startedOn) return
  throw new Refusal('staff.post-before-start', { startedOn: formatDay(startedOn) }, [
    { path, code: 'staff.post-before-start' },
  ])
}

function refuseBeforePosts(db: ReadDb, personId: string, startedOn: Day | null): void {
  const posts = db.all(sql.selectFrom('post_holding').select('from_on').where('person_id', '=', personId))
  for (const post of posts) refuseBeforeStart({ fromOn: post.from_on }, startedOn, 'startedOn')
}

function refuseTakenCode(db: ReadDb, input: PersonSave): void {
  if (input.staffCode === null) return
  const wanted = input.staffCode.toLowerCase()
  const other = db
    .all(sql.selectFrom('person').select(['id', 'staff_code', 'forename', 'surname', 'known_as']))
    .find((person) => person.staff_code?.toLowerCase() === wanted && person.id !== input.id)
  if (!other) return
  throw new Refusal('staff.code-taken', { name: personName(other) }, [
    { path: 'staffCode', code: 'staff.code-taken' },
  ])
}

function refuseSameName(db: ReadDb, input: PersonSave): void {
  const key = nameKey(input.forename, input.surname)
  const other = db
    .all(sql.selectFrom('person').select(['forename', 'surname', 'known_as']).where('is_archived', '=', 0))
    .find((person) => nameKey(person.forename, person.surname) === key)
  if (other) throw new Refusal('staff.same-name', { name: personName(other) })
}

function refuseLoop(db: ReadDb, personId: string, managerId: string): void {
  const managers = new Map(
    db.all(sql.selectFrom('person').select(['id', 'line_manager_id'])).map((p) => [p.id, p.line_manager_id]),
  )
  if (managerId === personId || managersAbove(managerId, (id) => managers.get(id)).includes(personId)) {
    throw new Refusal('staff.manager-loop', undefined, [{ path: 'lineManagerId', code: 'staff.manager-loop' }])
  }
}

/**
 * Adds or changes a holding; its post and team are made when they are not there. A main post takes the mark from the
 * others held at the same time. Throws Refusals `day.order`, `staff.post-before-start` and `staff.post-after-leaving`.
 */
export function saveHolding(db: WriteDb, input: HoldingInput): string {
  const person = personRow(db, input.personId)
  if (input.toOn !== null && input.toOn < input.fromOn) {
    throw new Refusal('day.order', undefined, [{ path: 'toOn', code: 'day.order' }])
  }
  if (person.left_on !== null && input.fromOn > person.left_on) {
    throw new Refusal('staff.post-after-leaving', undefined, [{ path: 'fromOn', code: 'staff.post-after-leaving' }])
  }
  const before = input.id === undefined ? undefined : holdingRow(db, input.id)
  // A day that came with a file is let stand: only one that is typed has somebody who can correct it.
  if (before?.from_on !== input.fromOn) refuseBeforeStart(input, person.started_on, 'fromOn')
  const toOn =
    person.left_on !== null && (input.toOn === null || input.toOn > person.left_on) ? person.left_on : input.toOn
  const columns: HoldingColumns = {
    person_id: input.personId,
    post_id: postFor(db, input.postTitle, input.staffGroupId),
    team_id: input.teamName === null ? null : teamFor(db, input.teamName),
    from_on: input.fromOn,
    to_on: toOn,
    fte_thousandths: input.fteThousandths,
    weekly_minutes: input.weeklyMinutes,
    working_days: input.workingDays,
    is_main: input.isMain ? 1 : 0,
  }
  const id = input.id ?? newId()
  if (input.id === undefined) insertHolding(db, columns, id)
  else updateHolding(db, id, columns)
  if (input.isMain) unmarkOthers(db, id, columns)
  return id
}

function holdingRow(db: ReadDb, id: string) {
  return db.first(sql.selectFrom('post_holding').select('from_on').where('id', '=', id))
}

function unmarkOthers(db: WriteDb, id: string, main: HoldingColumns): void {
  const others = db.all(
    sql
      .selectFrom('post_holding')
      .selectAll()
      .where('person_id', '=', main.person_id)
      .where('id', '<>', id)
      .where('is_main', '=', 1),
  )
  for (const other of others) {
    const overlaps =
      (main.to_on === null || other.from_on <= main.to_on) && (other.to_on === null || other.to_on >= main.from_on)
    if (overlaps) updateHolding(db, other.id, { is_main: 0 })
  }
}

function postFor(db: WriteDb, title: string, staffGroupId: string): string {
  const wanted = wordsKey(title)
  const there = db
    .all(sql.selectFrom('post').selectAll().where('staff_group_id', '=', staffGroupId))
    .find((post) => wordsKey(post.title) === wanted)
  if (there) {
    if (there.is_archived === 1)
      db.runOne(sql.updateTable('post').set({ is_archived: 0 }).where('id', '=', there.id))
    return there.id
  }
  const group = db.first(sql.selectFrom('staff_group').select('id').where('id', '=', staffGroupId))
  if (!group) throw new Refusal('record.missing')
  const id = newId()
  insertPost(db, { id, title, staffGroupId })
  return id
}

function teamFor(db: WriteDb, name: string): string {
  const wanted = wordsKey(name)
  const there = db.all(sql.selectFrom('team').selectAll()).find((team) => wordsKey(team.name) === wanted)
  if (there) {
    if (there.is_archived === 1)
      db.runOne(sql.updateTable('team').set({ is_archived: 0 }).where('id', '=', there.id))
    return there.id
  }
  const id = newId()
  insertTeam(db, { id, name })
  return id
}

/** Removes a holding that never was. To end one, save it with its last day. Throws Refusal `record.missing`. */
export function removeHolding(db: WriteDb, id: string): void {
  deleteHolding(db, id)
}

/**
 * Records that a person leaves. Their open posts end on that day; the person and their record stay. Throws Refusals
 * `day.order` (before the first day) and `staff.post-after-leaving` (a post that starts later).
 */
export function recordLeaving(db: WriteDb, personId: string, leftOn: Day): number {
  const person = personRow(db, personId)
  if (person.started_on !== null && leftOn < person.started_on) {
    throw new Refusal('day.order', undefined, [{ path: 'leftOn', code: 'day.order' }])
  }
  const open = db
    .all(sql.selectFrom('post_holding').selectAll().where('person_id', '=', personId))
    .filter((holding) => holding.to_on === null || holding.to_on > leftOn)
  if (open.some((holding) => holding.from_on > leftOn)) {
    throw new Refusal('staff.post-after-leaving', undefined, [{ path: 'leftOn', code: 'staff.post-after-leaving' }])
  }
  for (const holding of open) updateHolding(db, holding.id, { to_on: leftOn })
  updatePerson(db, personId, { left_on: leftOn })
  return open.length
}

/**
 * Records that a leaver comes back. The posts held on the last day start again from the day of return (from where
 * they ended, when that is the next day). Throws Refusals `staff.not-left` and `day.order`.
 */
export function recordReturn(db: WriteDb, personId: string, returnedOn: Day, withPosts: boolean): number {
  const person = personRow(db, personId)
  const leftOn = person.left_on
  if (leftOn === null) throw new Refusal('staff.not-left')
  if (returnedOn <= leftOn) {
    throw new Refusal('day.order', undefined, [{ path: 'returnedOn', code: 'day.order' }])
  }
  updatePerson(db, personId, { left_on: null })
  if (!withPosts) return 0
  const last = db.all(
    sql.selectFrom('post_holding').selectAll().where('person_id', '=', personId).where('to_on', '=', leftOn),
  )
  const isWithoutGap = returnedOn === addDays(leftOn, 1)
  for (const { id, ...holding } of last) {
    if (isWithoutGap) updateHolding(db, id, { to_on: null })
    else insertHolding(db, { ...holding, from_on: returnedOn, to_on: null }, newId())
  }
  return last.length
}

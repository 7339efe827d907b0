import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { wordsKey } from '../../../shared/features/staff/names'
import { isHeldOn, mainHolding } from '../../../shared/features/staff/rules'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personListName } from '../../db/person-names'
import { holdingsByPerson, type HeldPost } from './holdings'
import { isCurrentOn } from './register'
import { insertPost, insertTeam } from './repository'

/** The teams by name, with how many people are in each on a day. */
export function listTeams(db: ReadDb, on: Day) {
  const members = headsBy(db, on, (h) => h.teamId)
  return db.all(sql.selectFrom('team').selectAll().orderBy('name')).map((team) => ({
    id: team.id,
    name: team.name,
    members: members.get(team.id) ?? 0,
    isArchived: team.is_archived === 1,
  }))
}

/** The posts by group and title, with how many people hold each on a day. */
export function listPosts(db: ReadDb, on: Day) {
  const holders = headsBy(db, on, (h) => h.postId)
  return db
    .all(
      sql
        .selectFrom('post as p')
        .innerJoin('staff_group as g', 'g.id', 'p.staff_group_id')
        .select(['p.id', 'p.title', 'p.staff_group_id', 'g.name', 'p.is_archived'])
        .orderBy('g.sort_order')
        .orderBy('p.title'),
    )
    .map((post) => ({
      id: post.id,
      title: post.title,
      staffGroupId: post.staff_group_id,
      staffGroupName: post.name,
      holders: holders.get(post.id) ?? 0,
      isArchived: post.is_archived === 1,
    }))
}

function headsBy(db: ReadDb, on: Day, of: (holding: HeldPost) => string | null): Map<string, number> {
  const heads = new Map<string, number>()
  for (const holdings of holdingsByPerson(db).values()) {
    const keys = new Set(holdings.filter((h) => isHeldOn(h, on)).map(of))
    for (const key of keys) if (key !== null) heads.set(key, (heads.get(key) ?? 0) + 1)
  }
  return heads
}

/** Adds or renames a team. Throws Refusals `team.name-taken` and `record.missing`. */
export function saveTeam(db: WriteDb, input: { id?: string | undefined; name: string }): string {
  const wanted = wordsKey(input.name)
  const others = db.all(sql.selectFrom('team').selectAll()).filter((team) => team.id !== input.id)
  if (others.some((team) => wordsKey(team.name) === wanted)) {
    throw new Refusal('team.name-taken', undefined, [{ path: 'name', code: 'team.name-taken' }])
  }
  const id = input.id ?? newId()
  if (input.id === undefined) insertTeam(db, { id, name: input.name })
  else db.runOne(sql.updateTable('team').set({ name: input.name }).where('id', '=', id))
  return id
}

/** Adds a post or changes its title or group. Throws Refusals `post.title-taken` and `record.missing`. */
export function savePost(
  db: WriteDb,
  input: { id?: string | undefined; title: string; staffGroupId: string },
): string {
  const wanted = wordsKey(input.title)
  const others = db.all(
    sql.selectFrom('post').select(['id', 'title']).where('staff_group_id', '=', input.staffGroupId),
  )
  if (others.some((post) => post.id !== input.id && wordsKey(post.title) === wanted)) {
    throw new Refusal('post.title-taken', undefined, [{ path: 'title', code: 'post.title-taken' }])
  }
  if (!db.first(sql.selectFrom('staff_group').select('id').where('id', '=', input.staffGroupId))) {
    throw new Refusal('record.missing')
  }
  const id = input.id ?? newId()
  if (input.id === undefined) insertPost(db, { id, title: input.title, staffGroupId: input.staffGroupId })
  else {
    db.runOne(
      sql.updateTable('post').set({ title: input.title, staff_group_id: input.staffGroupId }).where('id', '=', id),
    )
  }
  return id
}

/** What forms choose from: current people with their main post as a note, and what is not put away. */
export function choices(db: ReadDb, on: Day) {
  const held = holdingsByPerson(db)
  return {
    people: db
      .all(sql.selectFrom('person').selectAll().where('is_archived', '=', 0).orderBy('surname').orderBy('forename'))
      .filter((person) => isCurrentOn(person, held.get(person.id) ?? [], on))
      .map((person) => ({
        id: person.id,
        name: personListName(person),
        note: mainHolding(held.get(person.id) ?? [], on)?.postTitle ?? '',
      })),
    teams: db.all(sql.selectFrom('team').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name')),
    posts: db
      .all(sql.selectFrom('post').selectAll().where('is_archived', '=', 0).orderBy('title'))
      .map((post) => ({ id: post.id, title: post.title, staffGroupId: post.staff_group_id })),
    groups: db.all(
      sql.selectFrom('staff_group').select(['id', 'name']).where('is_archived', '=', 0).orderBy('sort_order'),
    ),
  }
}

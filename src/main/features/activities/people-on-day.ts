import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'

/** What a booking copies of a person, so that old reports stay true. */
export interface PostOnDay {
  readonly postTitle: string | null
  readonly teamName: string | null
  readonly staffGroupId: string | null
}

export interface PersonOnDay extends PostOnDay {
  readonly personId: string
  readonly name: string
  readonly staffGroupName: string | null
  readonly teamIds: readonly string[]
}

const noPost: PostOnDay = { postTitle: null, teamName: null, staffGroupId: null }

/** Posts held on a day, the main one first, then the larger. */
function holdingsOn(on: Day) {
  return sql
    .selectFrom('post_holding as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('staff_group as g', 'g.id', 'p.staff_group_id')
    .leftJoin('team as t', 't.id', 'h.team_id')
    .select([
      'h.person_id',
      'p.title as post_title',
      'p.staff_group_id',
      'g.name as staff_group_name',
      'h.team_id',
      't.name as team_name',
    ])
    .where('h.from_on', '<=', on)
    .where((eb) => eb.or([eb('h.to_on', 'is', null), eb('h.to_on', '>=', on)]))
    .orderBy('h.person_id')
    .orderBy('h.is_main', 'desc')
    .orderBy('h.fte_thousandths', 'desc')
    .orderBy('h.id')
}

/** The post, team and group that each of these people holds on a day (the main post, else the largest). */
export function postsOn(db: ReadDb, personIds: readonly string[], on: Day): (personId: string) => PostOnDay {
  const found = new Map<string, PostOnDay>()
  const one = personIds.length === 1 ? personIds[0] : undefined
  const query = one === undefined ? holdingsOn(on) : holdingsOn(on).where('h.person_id', '=', one)
  for (const row of db.all(query)) {
    if (found.has(row.person_id)) continue
    found.set(row.person_id, {
      postTitle: row.post_title,
      teamName: row.team_name,
      staffGroupId: row.staff_group_id,
    })
  }
  return (personId) => found.get(personId) ?? noPost
}

/** Everyone who works at the school on a day, by surname. */
export function peopleOn(db: ReadDb, on: Day): PersonOnDay[] {
  const holdings = groupBy(db.all(holdingsOn(on)), (row) => row.person_id)
  const people = db.all(
    sql
      .selectFrom('person')
      .select(['id', 'forename', 'surname', 'known_as'])
      .where('is_archived', '=', 0)
      .where((eb) => eb.or([eb('started_on', 'is', null), eb('started_on', '<=', on)]))
      .where(isStaffOn(on))
      .orderBy('surname')
      .orderBy('forename'),
  )
  return people.map((person) => {
    const held = holdings.get(person.id) ?? []
    const main = held[0]
    return {
      personId: person.id,
      name: personName(person),
      postTitle: main?.post_title ?? null,
      teamName: main?.team_name ?? null,
      staffGroupId: main?.staff_group_id ?? null,
      staffGroupName: main?.staff_group_name ?? null,
      teamIds: held.flatMap((row) => (row.team_id === null ? [] : [row.team_id])),
    }
  })
}

import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type { Holder, PostHeld, Span } from '../../../shared/features/entitlements/rules'
import { sql, type ReadDb } from '../../db/handle'
import { personListName, personName } from '../../db/person-names'

/** A post with the words for its group and team. */
export interface NamedPost extends PostHeld {
  readonly staffGroupName: string
  readonly teamId: string | null
  readonly teamName: string | null
}

/** Somebody who may be entitled to something, with every post that is on record. */
export interface PersonHolding extends Holder {
  readonly personId: string
  readonly name: string
  readonly listName: string
  readonly posts: readonly NamedPost[]
  /** The post of the day asked for, else the last one of the time asked for. */
  readonly mainPost: NamedPost | undefined
}

/**
 * Everybody who holds a post in some days, by surname, with all their posts; one person with `personId`. Two queries,
 * however many people there are.
 */
export function peopleHolding(db: ReadDb, time: Span, on: Day, personId?: string): PersonHolding[] {
  const posts = groupBy(db.all(postsQuery(personId)), (row) => row.person_id)
  return db.all(peopleQuery(time, personId)).map((person) => {
    const held = (posts.get(person.id) ?? []).map(({ person_id: _person, is_main: _main, ...post }) => post)
    return {
      personId: person.id,
      name: personName(person),
      listName: personListName(person),
      startedOn: person.started_on,
      leftOn: person.left_on,
      posts: held,
      mainPost: mainPostOf(held, time, on),
    }
  })
}

/** The posts come main ones first, then by size: the first that is held on the day, else the one that ended last. */
function mainPostOf(posts: readonly NamedPost[], time: Span, on: Day): NamedPost | undefined {
  const now = posts.find((post) => post.fromOn <= on && (post.toOn ?? on) >= on)
  if (now) return now
  const inTime = posts.filter((post) => post.fromOn <= time.endsOn && (post.toOn ?? time.endsOn) >= time.startsOn)
  return [...inTime].sort((a, b) => ((a.toOn ?? '9') < (b.toOn ?? '9') ? 1 : -1))[0]
}

function peopleQuery(time: Span, personId: string | undefined) {
  const query = sql
    .selectFrom('person as n')
    .select(['n.id', 'n.forename', 'n.surname', 'n.known_as', 'n.started_on', 'n.left_on'])
    .where('n.is_archived', '=', 0)
    .where((eb) => eb.or([eb('n.started_on', 'is', null), eb('n.started_on', '<=', time.endsOn)]))
    .where((eb) => eb.or([eb('n.left_on', 'is', null), eb('n.left_on', '>=', time.startsOn)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('post_holding as h')
          .select('h.id')
          .whereRef('h.person_id', '=', 'n.id')
          .where('h.from_on', '<=', time.endsOn)
          .where((one) => one.or([one('h.to_on', 'is', null), one('h.to_on', '>=', time.startsOn)])),
      ),
    )
    .orderBy(raw`n.surname collate nocase`)
    .orderBy(raw`n.forename collate nocase`)
    .orderBy('n.id')
  return personId === undefined ? query : query.where('n.id', '=', personId)
}

function postsQuery(personId: string | undefined) {
  const query = sql
    .selectFrom('post_holding as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('staff_group as g', 'g.id', 'p.staff_group_id')
    .leftJoin('team as t', 't.id', 'h.team_id')
    .select([
      'h.person_id',
      'p.title',
      'p.staff_group_id as staffGroupId',
      'g.name as staffGroupName',
      'h.team_id as teamId',
      't.name as teamName',
      'h.fte_thousandths as fteThousandths',
      'h.from_on as fromOn',
      'h.to_on as toOn',
      'h.is_main',
    ])
    .orderBy('h.person_id')
    .orderBy('h.is_main', 'desc')
    .orderBy('h.fte_thousandths', 'desc')
    .orderBy('h.id')
  return personId === undefined ? query : query.where('h.person_id', '=', personId)
}

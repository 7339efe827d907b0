import type { Day } from '../../../shared/kernel/dates'
import { academicYearOf, periodOf, type Period } from '../../../shared/kernel/years'
import type { PersonLine } from '../../../shared/features/staff/model'
import { wordsKey } from '../../../shared/features/staff/names'
import { fteOn, isHeldOn, lastDayAtSchool, mainHolding } from '../../../shared/features/staff/rules'
import { sql, type ReadDb } from '../../db/handle'
import { personListName, personName } from '../../db/person-names'
import type { PersonRow } from '../../db/schema'
import { holdingsByPerson, type HeldPost } from './holdings'

export interface RegisterAsked {
  readonly who: 'current' | 'leavers' | 'all'
  readonly staffGroupId?: string | undefined
  readonly teamId?: string | undefined
  readonly text: string
}

interface Counted {
  readonly id: string
  readonly name: string
  readonly count: number
}

export interface Register {
  readonly people: PersonLine[]
  readonly counts: { readonly current: number; readonly leavers: number }
  readonly groups: Counted[]
  readonly teams: Counted[]
  readonly academicYear: number
}

const byName = new Intl.Collator('en-GB')

/**
 * True until the last day, that day included. Someone who starts later is here already: they can be booked. The one rule
 * of who is staff; `db/staff-on-day.ts` is the same in SQL.
 */
export function isCurrentOn(
  person: Pick<PersonRow, 'left_on'>,
  held: readonly Pick<HeldPost, 'toOn'>[],
  on: Day,
): boolean {
  const last = lastDayAtSchool({ leftOn: person.left_on }, held)
  return last === null || last >= on
}

/**
 * The staff on a day. Read whole and put together here: three plain queries whatever the filter, and a school has
 * hundreds of people, a trust a few thousand.
 */
export function register(db: ReadDb, asked: RegisterAsked, on: Day): Register {
  const year = academicYearOf(on)
  const people = db.all(
    sql.selectFrom('person').selectAll().where('is_archived', '=', 0).orderBy('surname').orderBy('forename'),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  const held = holdingsByPerson(db)
  const minutes = creditedMinutes(db, periodOf({ kind: 'academic', startYear: year }, 'maintained'))
  const heldBy = (person: PersonRow) => held.get(person.id) ?? []
  const isCurrent = (person: PersonRow) => isCurrentOn(person, heldBy(person), on)
  const current = people.filter(isCurrent)
  const asWho = asked.who === 'all' ? people : people.filter((p) => isCurrent(p) === (asked.who === 'current'))
  const lines = asWho.map((person) => {
    const lastOn = isCurrent(person) ? null : lastDayAtSchool({ leftOn: person.left_on }, heldBy(person))
    const day = lastOn ?? on
    const posts = heldBy(person).filter((h) => isHeldOn(h, day))
    return {
      line: lineOf({ ...person, left_on: person.left_on ?? lastOn }, posts, day, byId, minutes.get(person.id) ?? 0),
      posts,
    }
  })
  const text = wordsKey(asked.text)
  const shown = lines.filter(
    ({ line, posts }) =>
      (asked.staffGroupId === undefined || posts.some((h) => h.staffGroupId === asked.staffGroupId)) &&
      (asked.teamId === undefined || posts.some((h) => h.teamId === asked.teamId)) &&
      (text === '' || wordsKey([line.name, line.staffCode, ...line.posts, ...line.teams].join(' ')).includes(text)),
  )
  const allPosts = lines.map(({ posts }) => posts)
  return {
    people: shown.map(({ line }) => line),
    counts: { current: current.length, leavers: people.length - current.length },
    groups: counted(allPosts, (h) => ({ id: h.staffGroupId, name: h.staffGroupName, order: h.groupOrder })),
    teams: counted(allPosts, (h) =>
      h.teamId === null ? undefined : { id: h.teamId, name: h.teamName ?? '', order: 0 },
    ),
    academicYear: year,
  }
}

function lineOf(
  person: PersonRow,
  posts: readonly HeldPost[],
  on: Day,
  byId: ReadonlyMap<string, PersonRow>,
  minutes: number,
): PersonLine {
  const main = mainHolding(posts, on)
  const ordered = main === undefined ? posts : [main, ...posts.filter((h) => h !== main)]
  const manager = person.line_manager_id === null ? undefined : byId.get(person.line_manager_id)
  return {
    id: person.id,
    name: personListName(person),
    staffCode: person.staff_code,
    posts: ordered.map((h) => h.postTitle),
    teams: [...new Set(ordered.flatMap((h) => (h.teamName === null ? [] : [h.teamName])))],
    staffGroupId: main?.staffGroupId ?? null,
    staffGroupName: main?.staffGroupName ?? null,
    fteThousandths: fteOn(posts, on),
    lineManager: manager ? { id: manager.id, name: personName(manager) } : null,
    leftOn: person.left_on,
    creditedMinutes: minutes,
    isNameMissing: person.is_name_missing === 1,
  }
}

function counted(
  people: readonly (readonly HeldPost[])[],
  of: (holding: HeldPost) => { id: string; name: string; order: number } | undefined,
): Counted[] {
  const found = new Map<string, { id: string; name: string; order: number; count: number }>()
  for (const posts of people) {
    // Somebody with two posts of a group is one person of it.
    const mine: string[] = []
    for (const held of posts) {
      const one = of(held)
      if (one === undefined || mine.includes(one.id)) continue
      mine.push(one.id)
      const before = found.get(one.id)
      if (before) before.count += 1
      else found.set(one.id, { ...one, count: 1 })
    }
  }
  return [...found.values()]
    .sort((a, b) => a.order - b.order || byName.compare(a.name, b.name))
    .map(({ id, name, count }) => ({ id, name, count }))
}

/** Credited minutes of everyone in a period. Sessions of cancelled events count nothing: nobody was there. */
function creditedMinutes(db: ReadDb, period: Period): Map<string, number> {
  const rows = db.all(
    sql
      .selectFrom('session as s')
      .innerJoin('attendance as a', 'a.session_id', 's.id')
      .innerJoin('booking as b', 'b.id', 'a.booking_id')
      .select((eb) => ['b.person_id', eb.fn.sum<number>('a.credited_minutes').as('minutes')])
      .where('s.held_on', '>=', period.startsOn)
      .where('s.held_on', '<=', period.endsOn)
      .groupBy('b.person_id'),
  )
  return new Map(rows.map((row) => [row.person_id, row.minutes]))
}

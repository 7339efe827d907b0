import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import type { SampleContent } from './content'
import type { Seeded } from './seeded'

export interface SamplePerson {
  readonly id: string
  readonly group: string
  readonly postTitle: string
  readonly teamName: string | null
  readonly leftOn: Day | null
  readonly startedOn: Day
}

/** Staff with posts, teams, line managers, two leavers and a newcomer; returns them in a fixed order. */
export function fillPeople(db: WriteDb, content: SampleContent, chance: Seeded, startYear: number): SamplePerson[] {
  const teams = new Map<string, string>()
  for (const name of content.teams) {
    const id = chance.id()
    teams.set(name, id)
    db.runOne(sql.insertInto('team').values({ id, name, is_archived: 0 }))
  }
  const posts = fillPosts(db, content, chance)
  const people: SamplePerson[] = []
  let index = 0
  for (const kind of content.posts) {
    for (let n = 0; n < kind.count; n += 1, index += 1) {
      people.push(
        fillPerson(db, {
          content,
          chance,
          startYear,
          index,
          kind,
          postId: posts.get(`${kind.title} ${kind.group}`) ?? '',
          teamId: kind.team ? (teams.get(kind.team) ?? null) : null,
          managerId: people[index % 3 === 0 ? 0 : 1]?.id ?? null,
        }),
      )
    }
  }
  return people
}

function fillPosts(db: WriteDb, content: SampleContent, chance: Seeded): Map<string, string> {
  const posts = new Map<string, string>()
  for (const kind of content.posts) {
    const key = `${kind.title} ${kind.group}`
    if (posts.has(key)) continue
    const id = chance.id()
    posts.set(key, id)
    db.runOne(sql.insertInto('post').values({ id, title: kind.title, staff_group_id: kind.group, is_archived: 0 }))
  }
  return posts
}

interface OnePerson {
  readonly content: SampleContent
  readonly chance: Seeded
  readonly startYear: number
  readonly index: number
  readonly kind: SampleContent['posts'][number]
  readonly postId: string
  readonly teamId: string | null
  readonly managerId: string | null
}

function fillPerson(db: WriteDb, one: OnePerson): SamplePerson {
  const { content, chance, startYear, index, kind } = one
  const id = chance.id()
  const forename = content.forenames[(index * 7) % content.forenames.length] ?? ''
  const surname = content.surnames[(index * 11) % content.surnames.length] ?? ''
  // The tenth and the thirtieth left at Easter; early career teachers started with the year before.
  const leftOn = index === 10 || index === 30 ? day(`${startYear + 1}-04-10`) : null
  const startedOn =
    kind.group === 'ect' ? day(`${startYear}-09-01`) : addDays(day(`${startYear - 1 - chance.below(9)}-09-01`), 0)
  db.runOne(
    sql.insertInto('person').values({
      id,
      staff_code: `HP${String(index + 1).padStart(3, '0')}`,
      user_name: null,
      title: null,
      forename,
      surname,
      known_as: null,
      work_email: `${forename[0] ?? ''}.${surname}@hartwellpark.example`
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z.@-]/g, ''),
      started_on: startedOn,
      left_on: leftOn,
      line_manager_id: one.managerId,
      works_in_binder: index < 2 || kind.title === 'School business manager' ? 1 : 0,
      is_name_missing: 0,
      is_archived: 0,
    }),
  )
  db.runOne(
    sql.insertInto('post_holding').values({
      id: chance.id(),
      person_id: id,
      post_id: one.postId,
      team_id: one.teamId,
      from_on: startedOn,
      to_on: leftOn,
      fte_thousandths: kind.fte,
      weekly_minutes: Math.round((kind.fte * 1950) / 1000),
      working_days: kind.fte < 650 && kind.fte > 300 ? '1110000' : '1111100',
      is_main: 1,
    }),
  )
  return { id, group: kind.group, postTitle: kind.title, teamName: kind.team, leftOn, startedOn }
}

/** Paid by the hour around lunch: an INSET day is not a working day of theirs. */
const hourlyGroups: ReadonlySet<string> = new Set(['midday', 'catering'])

/**
 * People by a short rule: "everyone", "all" (whose day an INSET day is), a group ("ta"), some of a group ("teacher:6"), several joined by commas. Only those in
 * post on the day; `turn` moves who is taken from one event to the next.
 */
export function choosePeople(people: readonly SamplePerson[], who: string, on: Day, turn: number): SamplePerson[] {
  const inPost = people.filter(
    (person) => person.startedOn <= on && (person.leftOn === null || person.leftOn >= on),
  )
  if (who === 'everyone') return inPost
  if (who === 'all') return inPost.filter((person) => !hourlyGroups.has(person.group))
  return who.split(',').flatMap((part) => {
    const [group = '', count] = part.split(':')
    const members = inPost.filter((person) => person.group === group)
    if (count === undefined) return members
    const start = (turn * 3) % Math.max(1, members.length)
    return [...members.slice(start), ...members.slice(0, start)].slice(0, Number(count))
  })
}

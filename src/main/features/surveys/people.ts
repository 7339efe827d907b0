import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type { Audience } from '../../../shared/features/surveys/model'
import type { Group } from '../../../shared/features/surveys/summary'
import { statement, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'

/** The group whose people lead the school, by the id that comes with the program. */
const LEADERS = 'leadership'

/** Somebody who can be asked, with the group of their main post (or the largest) and their teams. */
export interface Askable {
  readonly id: string
  readonly name: string
  readonly groupId: string | null
  readonly teamIds: readonly string[]
}

interface Row {
  readonly id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly staff_group_id: string | null
  readonly team_id: string | null
}

/** Staff of a day by surname. */
export function peopleOn(db: ReadDb, on: Day): Askable[] {
  const rows = db.all(
    statement(raw<Row>`
      select person.id, person.forename, person.surname, person.known_as, o.staff_group_id, h.team_id
      from person
      left join post_holding h on h.person_id = person.id and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})
      left join post o on o.id = h.post_id
      where person.is_archived = 0 and (person.started_on is null or person.started_on <= ${on}) and ${isStaffOn(on)}
      order by person.surname, person.forename, person.id, h.is_main desc, h.fte_thousandths desc, h.id`),
  )
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((held) => {
    const [first] = held
    if (first === undefined) return []
    return [
      {
        id: first.id,
        name: personName(first),
        groupId: first.staff_group_id,
        teamIds: held.flatMap(({ team_id: teamId }) => (teamId === null ? [] : [teamId])),
      },
    ]
  })
}

/** Those of the people whom a round asks. */
export function askedOf(people: readonly Askable[], audience: Audience): Askable[] {
  if (audience.kind === 'everybody') return [...people]
  const ids = new Set(audience.ids)
  switch (audience.kind) {
    case 'groups':
      return people.filter(({ groupId }) => groupId !== null && ids.has(groupId))
    case 'teams':
      return people.filter(({ teamIds }) => teamIds.some((id) => ids.has(id)))
    case 'people':
      return people.filter(({ id }) => ids.has(id))
  }
}

/** Somebody whom a round asked, with the group and the teams of the day on which they were asked. */
export interface Asked extends Askable {
  /** No longer at the school. */
  readonly hasLeft: boolean
}

interface AskedRow {
  readonly person_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly staff_group_id: string | null
  readonly team_ids_json: string
  readonly is_staff: 0 | 1
}

/** Whom a round asked, by surname. */
export function askedInRound(db: ReadDb, roundId: string, today: Day): Asked[] {
  const rows = db.all(
    statement(raw<AskedRow>`
      select a.person_id, p.forename, p.surname, p.known_as, a.staff_group_id, a.team_ids_json,
        ${isStaffOn(today, 'p')} as is_staff
      from survey_asked a join person p on p.id = a.person_id
      where a.round_id = ${roundId} order by p.surname, p.forename, p.id`),
  )
  return rows.map((row) => ({
    id: row.person_id,
    name: personName(row),
    groupId: row.staff_group_id,
    teamIds: z.array(z.string()).parse(JSON.parse(row.team_ids_json)),
    hasLeft: row.is_staff === 0,
  }))
}

/** The staff groups of some people, in the order of the school. */
export function groupsOf(db: ReadDb, people: readonly Askable[]): Group[] {
  const ids = new Set(people.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))
  return allGroups(db)
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name, isLeaders: id === LEADERS }))
}

interface NamedRow {
  readonly id: string
  readonly name: string
}

/** Every staff group that is in use, in the order of the school. */
export function allGroups(db: ReadDb): NamedRow[] {
  return db.all(statement(raw<NamedRow>`select id, name from staff_group order by sort_order, name`))
}

/** Every team that is in use, by name. */
export function allTeams(db: ReadDb): NamedRow[] {
  return db.all(
    statement(raw<NamedRow>`select id, name from team where is_archived = 0 order by name collate nocase`),
  )
}

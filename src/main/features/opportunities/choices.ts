import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb } from '../../db/handle'
import { personListName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'
import { textsOf } from './catalogue'

interface Choice {
  readonly id: string
  readonly name: string
}

/** Providers, staff of today, staff groups, teams, and the codes of standards that are in use. */
export function choicesOf(
  db: ReadDb,
  today: Day,
): { providers: Choice[]; people: Choice[]; groups: Choice[]; teams: Choice[]; standards: string[] } {
  const providers = db.all(
    sql.selectFrom('provider').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name'),
  )
  const people = db
    .all(
      sql
        .selectFrom('person')
        .select(['id', 'forename', 'surname', 'known_as'])
        .where('is_archived', '=', 0)
        .where(isStaffOn(today))
        .orderBy('surname')
        .orderBy('forename'),
    )
    .map((row) => ({ id: row.id, name: personListName(row) }))
  const groups = db.all(sql.selectFrom('staff_group').select(['id', 'name']).orderBy('name'))
  const teams = db.all(sql.selectFrom('team').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name'))
  const lists = db.all(sql.selectFrom('opportunity').select('standards_json').distinct())
  const standards = [...new Set(lists.flatMap((row) => textsOf(row.standards_json)))].sort()
  return { providers, people, groups, teams, standards }
}

/** What a staff group is called; its id where there is none of that id. */
export function groupNamesOf(db: ReadDb): (id: string) => string {
  const names = new Map(
    db.all(sql.selectFrom('staff_group').select(['id', 'name'])).map(({ id, name }) => [id, name]),
  )
  return (id) => names.get(id) ?? id
}

import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { sql, type ReadDb } from '../../db/handle'
import { personListName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'
import { textsOf } from './catalogue'

interface Choice {
  readonly id: string
  readonly name: string
}

/** A statement of a framework; of a code in use that no framework has, nothing but the code. */
export interface StandardChoice {
  readonly code: string
  readonly label: string | null
  readonly framework: string | null
}

/** Providers, staff of today, staff groups, teams, and standards. */
export function choicesOf(
  db: ReadDb,
  today: Day,
  statements: readonly StandardChoice[],
): { providers: Choice[]; people: Choice[]; groups: Choice[]; teams: Choice[]; standards: StandardChoice[] } {
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
  const standards = standardsKnown(db, statements)
  return { providers, people, groups, teams, standards }
}

/** The statements of frameworks, a code that several have once with the words of each; then codes in use that none has. */
function standardsKnown(db: ReadDb, statements: readonly StandardChoice[]): StandardChoice[] {
  const byCode = groupBy(statements, ({ code }) => code.toLowerCase())
  const ofFrameworks = [...byCode.values()].map((of) => ({
    code: of[0]?.code ?? '',
    label: [...new Set(of.map(({ label }) => label))].join(' / '),
    framework: [...new Set(of.map(({ framework }) => framework))].join(' / '),
  }))
  const lists = db.all(sql.selectFrom('opportunity').select('standards_json').distinct())
  const inUse = [...new Set(lists.flatMap((row) => textsOf(row.standards_json)))].sort()
  const unknown = inUse.filter((code) => !byCode.has(code.toLowerCase()))
  return [...ofFrameworks, ...unknown.map((code) => ({ code, label: null, framework: null }))]
}

/** What a staff group is called; its id where there is none of that id. */
export function groupNamesOf(db: ReadDb): (id: string) => string {
  const names = new Map(
    db.all(sql.selectFrom('staff_group').select(['id', 'name'])).map(({ id, name }) => [id, name]),
  )
  return (id) => names.get(id) ?? id
}

import type { Day } from '../../../shared/kernel/dates'
import type { OutputFor } from '../../../shared/contract'
import type { StandardRef } from '../../../shared/features/needs/model'
import { standardValue, standardsOf } from '../../../shared/features/opportunities/standards'
import { groupBy } from '../../../shared/kernel/group-by'
import { sql, type ReadDb } from '../../db/handle'
import { personListName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'

interface Choice {
  readonly id: string
  readonly name: string
}

/** A statement of a framework; of a code in use that no framework has, nothing but the code. */
export type StandardChoice = OutputFor<'opportunities.choices'>['standards'][number]

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

/**
 * The statements of frameworks; then what is in use beside them: codes that none has, or that several have and nobody put
 * to one of them.
 */
function standardsKnown(db: ReadDb, statements: readonly StandardChoice[]): StandardChoice[] {
  const byCode = groupBy(statements, ({ code }) => code.toLowerCase())
  const isStatement = ({ code, framework }: StandardRef): boolean => {
    const ofCode = byCode.get(code.toLowerCase()) ?? []
    return framework === null ? ofCode.length === 1 : ofCode.some((one) => one.framework === framework)
  }
  const lists = db.all(sql.selectFrom('opportunity').select('standards_json').distinct())
  const inUse = new Map(
    lists.flatMap((row) => standardsOf(row.standards_json)).map((one) => [standardValue(one), one] as const),
  )
  const others = [...inUse.values()].filter((one) => !isStatement(one)).sort((a, b) => (a.code < b.code ? -1 : 1))
  return [...statements, ...others.map((one) => ({ ...one, label: null, frameworkName: null }))]
}

/** What a staff group is called; its id where there is none of that id. */
export function groupNamesOf(db: ReadDb): (id: string) => string {
  const names = new Map(
    db.all(sql.selectFrom('staff_group').select(['id', 'name'])).map(({ id, name }) => [id, name]),
  )
  return (id) => names.get(id) ?? id
}

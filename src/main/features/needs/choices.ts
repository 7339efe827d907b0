import type { Day } from '../../../shared/kernel/dates'
import { academicYearOf, periodOf } from '../../../shared/kernel/years'
import type { OutputFor } from '../../../shared/contract'
import { sql, type ReadDb } from '../../db/handle'
import type { Standard } from '../../../shared/features/needs/model'
import { standardKey } from '../../../shared/features/needs/rules'
import { eventTitle } from '../../db/event-titles'
import { standardIn } from '../../db/standards'
import type { Types } from './record'

type Choices = OutputFor<'needs.choices'>

/** Somebody on a day, as activities know them. */
export interface PersonHere {
  readonly personId: string
  readonly name: string
  readonly postTitle: string | null
  readonly staffGroupId: string | null
  readonly teamIds: readonly string[]
}

export interface ChoicesOf {
  readonly types: Types
  readonly people: readonly PersonHere[]
}

/** What forms offer. Archived things are left out; priorities are those of this year and its neighbours. */
export function choices(db: ReadDb, today: Day, { types, people }: ChoicesOf): Omit<Choices, 'actingPersonId'> {
  return {
    today,
    people: people.map(({ personId, name, postTitle, staffGroupId, teamIds }) => ({
      id: personId,
      name,
      postTitle,
      groupId: staffGroupId,
      teamIds: [...teamIds],
    })),
    teams: db.all(sql.selectFrom('team').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name')),
    groups: db.all(
      sql.selectFrom('staff_group').select(['id', 'name']).where('is_archived', '=', 0).orderBy('sort_order'),
    ),
    priorities: prioritiesNear(db, today),
    types: types.map(({ code, name }) => ({ code, name })),
  }
}

function prioritiesNear(db: ReadDb, today: Day): Choices['priorities'] {
  const year = academicYearOf(today)
  return db
    .all(
      sql
        .selectFrom('priority')
        .select(['id', 'title', 'academic_year'])
        .where('is_archived', '=', 0)
        .where('academic_year', '>=', year - 1)
        .where('academic_year', '<=', year + 1)
        .orderBy('academic_year', 'desc')
        .orderBy('sort_order'),
    )
    .map((row) => ({ id: row.id, title: row.title, academicYear: row.academic_year }))
}

/**
 * The statements of frameworks, and every other standard that a need or somebody's expertise names. Frameworks that use
 * the same code stand beside each other.
 */
export function standardsKnown(db: ReadDb, statements: readonly Standard[]): Standard[] {
  const named = (table: 'need' | 'expertise') =>
    sql
      .selectFrom(table)
      .select(['standard_code', 'standard_framework', 'standard_label', 'id'])
      .where('standard_code', 'is not', null)
      .orderBy('id')
  const found = new Map<string, Standard>()
  for (const row of [...db.all(named('expertise')), ...db.all(named('need'))]) {
    const standard = standardIn(row)
    if (standard !== null) found.set(standardKey(standard), standard)
  }
  for (const { code, framework, label } of statements) {
    // What was kept before its framework was known is the statement of the same words.
    found.delete(standardKey({ code, framework: null, label }))
    found.set(standardKey({ code, framework, label }), { code, framework, label })
  }
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code, 'en-GB'))
}

/** Events that a need can be served by: without a day, or with one in this academic year or later. */
export function eventChoices(db: ReadDb, today: Day): OutputFor<'needs.events'>['events'] {
  const { startsOn } = periodOf({ kind: 'academic', startYear: academicYearOf(today) }, 'maintained')
  return db
    .all(
      sql
        .selectFrom('event as e')
        .innerJoin('activity as a', 'a.id', 'e.activity_id')
        .leftJoin('session as s', 's.event_id', 'e.id')
        .select((eb) => ['e.id', eventTitle().as('title'), eb.fn.min<Day | null>('s.held_on').as('first_on')])
        .where('e.status', '<>', 'cancelled')
        .where('e.is_archived', '=', 0)
        .groupBy('e.id')
        .having((eb) => eb.or([eb(eb.fn.max('s.held_on'), 'is', null), eb(eb.fn.max('s.held_on'), '>=', startsOn)]))
        .orderBy('first_on')
        .orderBy('e.id'),
    )
    .map((row) => ({ id: row.id, title: row.title, firstOn: row.first_on }))
}

import { sql as raw } from 'kysely'
import type { Day } from '../../shared/kernel/dates'
import { sql, type ReadDb } from './handle'
import { personName } from './person-names'

/*
 * Who is staff on a day, for every feature that asks in SQL; `lastDayAtSchool` in the rules of staff says the same of
 * rows, and a test holds the two together.
 */

/** The last day of the person `alias` at the school: recorded, else that of the last post where all have ended; else null. */
const lastDay = (alias: string): string =>
  `coalesce(${alias}.left_on, (select iif(count(*) = count(to_on), max(to_on), null) from post_holding where person_id = ${alias}.id))`

/** True until the last day of the person `alias`, that day included. */
export function isStaffOn(on: Day, alias = 'person') {
  return raw<boolean>`(coalesce(${raw.raw(lastDay(alias))}, '9999-12-31') >= ${on})`
}

/** How many people are staff on a day, as the register counts them. */
export function staffCountOn(db: ReadDb, on: Day): number {
  const row = db.first(
    sql
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('is_archived', '=', 0)
      .where(isStaffOn(on)),
  )
  return row?.n ?? 0
}

/** What somebody is called, and whether they are still staff on a day; undefined when there is nobody of that id. */
export function whoOnDay(db: ReadDb, id: string, on: Day): { name: string; isStaff: boolean } | undefined {
  const row = db.first(
    sql
      .selectFrom('person')
      .select(['forename', 'surname', 'known_as', isStaffOn(on).as('is_staff')])
      .where('id', '=', id),
  )
  return row && { name: personName(row), isStaff: Boolean(row.is_staff) }
}

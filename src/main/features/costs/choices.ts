import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import { sql, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'

/* What the forms of costs offer to choose from. */

/** Who is booked on an event, with credited minutes, in the order of names. */
export function bookingsOf(db: ReadDb, eventId: string) {
  return db.all(
    sql
      .selectFrom('booking as b')
      .innerJoin('person as p', 'p.id', 'b.person_id')
      .select((eb) => [
        'b.id',
        raw<string>`${raw.raw(personNameSql('p'))}`.as('name'),
        eb.fn
          .coalesce(
            eb
              .selectFrom('attendance as t')
              .whereRef('t.booking_id', '=', 'b.id')
              .select((s) => s.fn.sum<number>('t.credited_minutes').as('minutes')),
            eb.val(0),
          )
          .as('creditedMinutes'),
      ])
      .where('b.event_id', '=', eventId)
      .where('b.state', '=', 'booked')
      .orderBy('p.surname')
      .orderBy('p.forename'),
  )
}

/** Most a form lists of events: enough for years, few enough to type through. */
const MOST_EVENTS = 1500

/** Events a cost can be for, the latest first. */
export function eventChoices(db: ReadDb): { id: string; title: string; firstOn: Day | null }[] {
  const rows = db.all(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('session as s', 's.event_id', 'e.id')
      .select((eb) => [
        'e.id',
        'e.title as event_title',
        'a.title as activity_title',
        eb.fn.min('s.held_on').as('first_on'),
      ])
      .where('e.is_archived', '=', 0)
      .groupBy('e.id')
      .orderBy('first_on', 'desc')
      .orderBy('e.id', 'desc')
      .limit(MOST_EVENTS),
  )
  return rows.map((row) => ({
    id: row.id,
    title: fullEventTitle(row.activity_title, row.event_title),
    firstOn: row.first_on,
  }))
}

/** Suppliers, providers and local codes used before, in alphabetical order. */
export function usedBefore(db: ReadDb): { suppliers: string[]; localCodes: string[] } {
  const suppliers = db.all(
    sql
      .selectFrom('cost_line')
      .select('supplier as text')
      .where('supplier', 'is not', null)
      .union(sql.selectFrom('provider').select('name as text').where('is_archived', '=', 0))
      .orderBy('text')
      .limit(2000),
  )
  const codes = db.all(
    sql
      .selectFrom('cost_line')
      .select('local_code as text')
      .distinct()
      .where('local_code', 'is not', null)
      .orderBy('text')
      .limit(500),
  )
  const texts = (rows: readonly { text: string | null }[]) =>
    rows.flatMap((row) => (row.text === null ? [] : [row.text]))
  return { suppliers: texts(suppliers), localCodes: texts(codes) }
}

/** Funds in the school's order. */
export function fundChoices(db: ReadDb) {
  return db
    .all(sql.selectFrom('fund').select(['id', 'name', 'kind', 'is_archived']).orderBy('sort_order').orderBy('name'))
    .map((row) => ({ id: row.id, name: row.name, kind: row.kind, isArchived: row.is_archived === 1 }))
}

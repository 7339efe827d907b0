import { earlierOf, type Day } from '../../../shared/kernel/dates'
import type { Period } from '../../../shared/kernel/years'
import type { Coming } from '../../../shared/features/today/contract'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'

/** The next sessions, soonest first. */
export function listComing(db: ReadDb, today: Day, limit: number): Coming[] {
  const rows = db.all(
    sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select((eb) => [
        'e.id as eventId',
        eventTitle().as('title'),
        's.held_on as heldOn',
        's.starts_at as startsAt',
        's.ends_at as endsAt',
        's.is_inset_day as isInsetDay',
        'e.led_by as ledBy',
        eb
          .selectFrom('session as t')
          .whereRef('t.event_id', '=', 'e.id')
          .whereRef('t.held_on', '<=', 's.held_on')
          .select((b) => b.fn.countAll<number>().as('n'))
          .as('position'),
        eb
          .selectFrom('session as t')
          .whereRef('t.event_id', '=', 'e.id')
          .select((b) => b.fn.countAll<number>().as('n'))
          .as('sessions'),
        eb
          .selectFrom('booking as b')
          .whereRef('b.event_id', '=', 'e.id')
          .where('b.state', '=', 'booked')
          .select((b) => b.fn.countAll<number>().as('n'))
          .as('booked'),
      ])
      .where('s.held_on', '>=', today)
      .where('e.status', 'in', ['planned', 'done'])
      .where('e.is_archived', '=', 0)
      .orderBy('s.held_on')
      .orderBy('s.starts_at')
      .limit(limit),
  )
  return rows.map((row) => ({
    ...row,
    isInsetDay: row.isInsetDay === 1,
    position: row.position ?? 1,
    sessions: row.sessions ?? 1,
    booked: row.booked ?? 0,
  }))
}

/** The activities of a year by today, as `activitiesHeld` counts them for the reports, without the rest of their facts. */
export function eventsHeld(db: ReadDb, year: Period, today: Day): number {
  const row = db.first(
    sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .select((eb) => eb.fn.count<number>('e.id').distinct().as('n'))
      .where('s.held_on', '>=', year.startsOn)
      .where('s.held_on', '<=', earlierOf(today, year.endsOn))
      .where((eb) =>
        eb.or([
          eb('e.status', '<>', 'cancelled'),
          eb.exists(
            eb
              .selectFrom('attendance as t')
              .select('t.id')
              .whereRef('t.session_id', '=', 's.id')
              .where('t.credited_minutes', '>', 0),
          ),
        ]),
      ),
  )
  return row?.n ?? 0
}

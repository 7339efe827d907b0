import type { Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { Period } from '../../../shared/kernel/years'
import type { Coming, TodayView } from '../../../shared/features/today/contract'
import { sql, type ReadDb } from '../../db/handle'

/** The next sessions, soonest first. */
export function listComing(db: ReadDb, today: Day, limit: number): Coming[] {
  const rows = db.all(
    sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select((eb) => [
        'e.id as eventId',
        eb.fn.coalesce('e.title', 'a.title').as('title'),
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

/** Heads are people with at least one credited hour (model, section 5); events are those with a session in the year so far. */
export function yearCounts(db: ReadDb, year: Period, today: Day): TodayView['year'] {
  const perPerson = sql
    .selectFrom('attendance as t')
    .innerJoin('session as s', 's.id', 't.session_id')
    .innerJoin('booking as b', 'b.id', 't.booking_id')
    .select((eb) => ['b.person_id', eb.fn.sum<number>('t.credited_minutes').as('minutes')])
    .where('s.held_on', '>=', year.startsOn)
    .where('s.held_on', '<=', year.endsOn)
    .groupBy('b.person_id')
  const credited = db.all(perPerson)
  const people = db.first(
    sql
      .selectFrom('post_holding')
      .select((eb) => eb.fn.count<number>('person_id').distinct().as('n'))
      .where('from_on', '<=', today)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)])),
  )
  const events = db.first(
    sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .select((eb) => eb.fn.count<number>('e.id').distinct().as('n'))
      .where('s.held_on', '>=', year.startsOn)
      .where('s.held_on', '<=', today)
      .where('e.status', '<>', 'cancelled'),
  )
  return {
    heads: credited.filter((person) => person.minutes >= 60).length,
    people: people?.n ?? 0,
    creditedMinutes: credited.reduce((sum, person) => sum + person.minutes, 0),
    events: events?.n ?? 0,
  }
}

/** Paid and promised cash of the year on events that are over, by the strongest evidence held; level 0 is none. */
export function spendByEvidence(db: ReadDb, year: Period, today: Day): TodayView['evidence'] {
  const rows = db.all(
    sql
      .selectFrom('spend_effect as e')
      .innerJoin('event', 'event.id', 'e.event_id')
      .leftJoin('evaluation as v', 'v.event_id', 'e.event_id')
      .select((eb) => [
        eb.fn.coalesce('v.evidence_level', eb.val(0)).as('level'),
        eb.fn.sum<number>('e.pence').as('pence'),
      ])
      .where('e.moved_on', '>=', year.startsOn)
      .where('e.moved_on', '<=', year.endsOn)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('session as s')
              .select('s.id')
              .whereRef('s.event_id', '=', 'e.event_id')
              .where('s.held_on', '>=', today),
          ),
        ),
      )
      .groupBy('level')
      .orderBy('level'),
  )
  return rows.map((row) => ({ level: row.level, pence: pence(row.pence) }))
}

import { sql as raw } from 'kysely'
import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'

/** What one person went to or is booked on, newest first; in a period, sessions and credit of those days alone. */
export function historyOf(
  db: ReadDb,
  personId: string,
  days: { readonly startsOn: Day; readonly endsOn: Day } | undefined,
): OutputFor<'activities.ofPerson'> {
  const from = days?.startsOn ?? '1900-01-01'
  const to = days?.endsOn ?? '2199-12-31'
  const query = sql
    .selectFrom('booking as b')
    .innerJoin('event as e', 'e.id', 'b.event_id')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .leftJoin('session as s', (join) =>
      join
        .onRef('s.event_id', '=', 'e.id')
        .on('s.held_on', '>=', from as Day)
        .on('s.held_on', '<=', to as Day),
    )
    .leftJoin('attendance as t', (join) =>
      join.onRef('t.booking_id', '=', 'b.id').onRef('t.session_id', '=', 's.id'),
    )
    .select((eb) => [
      'e.id as event_id',
      eventTitle().as('title'),
      'a.type_code',
      'e.status',
      'b.state',
      'b.post_title',
      eb.fn.min<Day | null>('s.held_on').as('first_on'),
      eb.fn.max<Day | null>('s.held_on').as('last_on'),
      raw<number>`count(s.id)`.as('sessions'),
      raw<number>`count(t.id)`.as('marked'),
      raw<number>`coalesce(sum(t.credited_minutes), 0)`.as('credited'),
    ])
    .where('b.person_id', '=', personId)
    .groupBy('b.id')
    .orderBy('last_on', 'desc')
    .orderBy('b.id')
  const rows = db.all(query).filter((row) => days === undefined || row.sessions > 0)
  return {
    creditedMinutes: rows.reduce((sum, row) => sum + row.credited, 0),
    events: rows.map((row) => ({
      eventId: row.event_id,
      title: row.title,
      typeCode: row.type_code,
      status: row.status,
      firstOn: row.first_on,
      lastOn: row.last_on,
      bookingState: row.state,
      postTitle: row.post_title,
      sessions: row.sessions,
      sessionsMarked: row.marked,
      creditedMinutes: row.credited,
    })),
  }
}

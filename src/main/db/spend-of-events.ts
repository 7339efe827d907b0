import { sql as raw } from 'kysely'
import { pence, type Pence } from '../../shared/kernel/money'
import { sql, type ReadDb } from './handle'

/** What was paid and promised for some events, in all years (model, section 4; db/views.ts). */
export function spendOfEvents(
  db: ReadDb,
  eventIds: readonly string[],
): (eventId: string, state: 'paid' | 'promised') => Pence {
  // One parameter, so that the statement stays the same for any number of events.
  const these = raw<string>`(select value from json_each(${JSON.stringify(eventIds)}))`
  const query = sql
    .selectFrom('spend_effect')
    .select((eb) => ['event_id', 'state', eb.fn.sum<number>('pence').as('pence')])
    .where('event_id', 'in', these)
    .groupBy(['event_id', 'state'])
  const sums = new Map(db.all(query).map((row) => [`${row.event_id} ${row.state}`, row.pence]))
  return (eventId, state) => pence(sums.get(`${eventId} ${state}`) ?? 0)
}

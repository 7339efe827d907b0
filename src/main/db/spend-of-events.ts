import { sql as raw } from 'kysely'
import { pence, type Pence } from '../../shared/kernel/money'
import { statement, type ReadDb } from './handle'
import { spendOfLines } from './spend-of-lines'

/** What was paid and promised for some events, in all years (model, section 4; db/money-sql.ts). */
export function spendOfEvents(
  db: ReadDb,
  eventIds: readonly string[],
): (eventId: string, state: 'paid' | 'promised') => Pence {
  // One parameter, so that the statement stays the same for any number of events.
  const these = raw`l.event_id in (select value from json_each(${JSON.stringify(eventIds)}))`
  const query = raw<{ event_id: string; paid: number; promised: number }>`
    select event_id, sum(paid_pence) as paid, sum(promised_pence) as promised
    from (${spendOfLines(these, undefined, 'event')}) group by event_id`
  const sums = new Map(db.all(statement(query)).map((row) => [row.event_id, row]))
  return (eventId, state) => pence(sums.get(eventId)?.[state] ?? 0)
}

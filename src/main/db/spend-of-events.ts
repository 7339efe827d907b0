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
  const query = raw<{ event_id: string; paid_pence: number; promised_pence: number }>`
    select event_id, paid_pence, promised_pence from (${spendOfLines(these, undefined, 'event')})`
  // Added up here: SQLite would sort all lines once more to put those of an event together.
  const sums = new Map<string, { paid: number; promised: number }>()
  for (const { event_id, paid_pence, promised_pence } of db.all(statement(query))) {
    const sum = sums.get(event_id)
    if (sum === undefined) sums.set(event_id, { paid: paid_pence, promised: promised_pence })
    else {
      sum.paid += paid_pence
      sum.promised += promised_pence
    }
  }
  return (eventId, state) => pence(sums.get(eventId)?.[state] ?? 0)
}

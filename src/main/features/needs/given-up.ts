import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { letGo } from './events'
import { needRow } from './repository'
import type { Hand } from './steps'

/**
 * A place on an event was given back that was asked for because of a need. Where nobody goes for that need any more (the
 * person whose need it is; for a need of several people, anybody at all), the event does not serve it, and a planned
 * need that nothing else serves is agreed, and to be planned again.
 */
export function needGivenUp(db: WriteDb, needId: string, eventId: string, hand: Hand): void {
  const need = needRow(db, needId)
  if (need.state !== 'planned' || isGoneFor(db, needId, eventId, need.person_id)) return
  letGo(db, needId, eventId, hand, 'The place that was asked for was given back')
}

function isGoneFor(db: ReadDb, needId: string, eventId: string, personId: string | null): boolean {
  const asked = sql
    .selectFrom('request as r')
    .innerJoin('booking as k', 'k.id', 'r.booking_id')
    .select('k.id')
    .where('r.need_id', '=', needId)
    .where('r.given_back_on', 'is', null)
    .where('k.event_id', '=', eventId)
    .where('k.state', '<>', 'cancelled')
  const booked = sql
    .selectFrom('booking')
    .select('id')
    .where('event_id', '=', eventId)
    .where('state', '<>', 'cancelled')
  const theirs = personId === null ? booked : booked.where('person_id', '=', personId)
  return db.first(asked.limit(1)) !== undefined || db.first(theirs.limit(1)) !== undefined
}

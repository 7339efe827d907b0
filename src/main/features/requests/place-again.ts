import { formatPence } from '../../../shared/kernel/money'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { RequestRow } from '../../db/schema'
import type { AgainNeeds } from './again'
import { costsOf, planItsNeed, type BookNeeds } from './book'
import { note } from './history'
import { holdPlace, requestOfPlace } from './places'
import { costRows } from './repository'

export type PlaceAgainNeeds = Pick<BookNeeds, 'codes' | 'today' | 'actingPersonId' | 'addCost' | 'serveNeed'> &
  Pick<AgainNeeds, 'chargedFor'>

/**
 * A place that was given back is booked again on the page of its event: it is that of the request again that gave it
 * back last, to be ordered as it was agreed. What was charged for it before stays beside that, and the request says so.
 * A place that was booked without a request has none. Throws Refusal `record.missing`.
 */
export function placeBookedAgain(db: WriteDb, bookingId: string, needs: PlaceAgainNeeds): void {
  const row = lastOfPlace(db, bookingId)
  if (!row || requestOfPlace(db, bookingId)) return
  const place = runOfPlace(db, bookingId)
  const chargedPence = needs.chargedFor(db, row.id)
  const before = chargedPence > 0 ? `, with ${formatPence(chargedPence)} for the place before` : ''
  holdPlace(db, row.id, bookingId, needs.today)
  const order = { orderedOn: needs.today, orderNumber: null }
  for (const cost of costsOf(db, row, costRows(db, [row.id]), { ...place, bookingId }, order, needs.codes))
    needs.addCost(db, cost, { kind: 'estimated', movedOn: needs.today, reference: null })
  planItsNeed(db, row, place.eventId, needs)
  note(db, row.id, {
    kind: 'booked',
    happened_on: needs.today,
    person_id: needs.actingPersonId ?? null,
    words: `${place.title}, booked again on the page of the event${before}`,
  })
}

/** The request that gave a place back last. */
function lastOfPlace(db: ReadDb, bookingId: string): RequestRow | undefined {
  return db.first(
    sql
      .selectFrom('request')
      .selectAll()
      .where('booking_id', '=', bookingId)
      .where('state', '=', 'booked')
      .where('given_back_on', 'is not', null)
      .orderBy('given_back_on', 'desc')
      .orderBy('number', 'desc')
      .limit(1),
  )
}

function runOfPlace(db: ReadDb, bookingId: string) {
  const run = db.first(
    sql
      .selectFrom('booking as k')
      .innerJoin('event as e', 'e.id', 'k.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('session as s', 's.event_id', 'e.id')
      .select((eb) => ['k.event_id', eventTitle().as('title'), eb.fn.min<Day | null>('s.held_on').as('first_on')])
      .where('k.id', '=', bookingId)
      .groupBy('k.id'),
  )
  if (!run) throw new Refusal('record.missing')
  return { eventId: run.event_id, firstOn: run.first_on, title: run.title }
}

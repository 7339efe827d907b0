import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { RequestRow } from '../../db/schema'

/** The request that a place is for; undefined where it was booked without one. */
export function requestOfPlace(db: ReadDb, bookingId: string): RequestRow | undefined {
  const request = sql.selectFrom('request').selectAll().where('booking_id', '=', bookingId)
  return db.first(request.where('given_back_on', 'is', null))
}

/** From a day on a place is no longer that of its request. */
export function markGivenBack(db: WriteDb, bookingId: string, on: Day): void {
  db.run(
    sql
      .updateTable('request')
      .set({ given_back_on: on })
      .where('booking_id', '=', bookingId)
      .where('given_back_on', 'is', null),
  )
}

/** A place is that of a request from now on; whoever asked for it before gave it back. */
export function holdPlace(db: WriteDb, requestId: string, bookingId: string, on: Day): void {
  markGivenBack(db, bookingId, on)
  db.runOne(
    sql
      .updateTable('request')
      .set({ state: 'booked', booking_id: bookingId, given_back_on: null })
      .where('id', '=', requestId),
  )
}

/** A request goes with its place to whoever takes it: the school agreed to the place, and still pays for it. */
export function passRequestOn(db: WriteDb, fromBookingId: string, toBookingId: string, on: Day): void {
  const request = requestOfPlace(db, fromBookingId)
  if (request) holdPlace(db, request.id, toBookingId, on)
}

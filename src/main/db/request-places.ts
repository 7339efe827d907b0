import { sql as raw } from 'kysely'
import type { RequestLine } from '../../shared/features/requests/model'
import type { BookingRow, EventRow } from './schema'
import { awaitsOrderSql } from './unordered-costs'

/** What became of a request that was booked: a place, or one that it waits for or gave back. */
interface PlaceColumns {
  readonly booking_id: string | null
  readonly place_state: BookingRow['state'] | null
  readonly booked_event_id: string | null
  readonly event_status: EventRow['status'] | null
  readonly awaits_order: 0 | 1
}

/** Whether the place of the booking `k` costs something that is not ordered. */
export const awaitsOrder = raw<0 | 1>`iif(k.state = 'booked', ${raw.raw(awaitsOrderSql('k'))}, 0)`

/** The place of a request from its row, joined with its booking and the event of that. */
export function placeOfRequest(row: PlaceColumns): RequestLine['booking'] {
  const { booking_id: id, booked_event_id: eventId, place_state: state } = row
  if (id === null || eventId === null || state === null) return null
  return {
    id,
    eventId,
    state,
    isEventCancelled: row.event_status === 'cancelled',
    awaitsOrder: row.awaits_order === 1,
  }
}

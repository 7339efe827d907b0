import { sql as raw } from 'kysely'
import type { RequestLine } from '../../shared/features/requests/model'
import { personNameSql } from './person-names'
import type { BookingRow, EventRow } from './schema'
import { awaitsOrderSql } from './unordered-costs'

/** What became of a request `r` that was booked, with its booking `k` and the event `e` of that. */
export const placeColumns = [
  raw<string | null>`k.id`.as('place_id'),
  raw<BookingRow['state'] | null>`iif(r.given_back_on is null, k.state, 'cancelled')`.as('place_state'),
  raw<string | null>`k.event_id`.as('booked_event_id'),
  raw<EventRow['status'] | null>`e.status`.as('event_status'),
  raw<0 | 1>`iif(k.state = 'booked' and r.given_back_on is null, ${raw.raw(awaitsOrderSql('r'))}, 0)`.as(
    'awaits_order',
  ),
  raw<string | null>`iif(k.person_id <> r.person_id, k.person_id, null)`.as('taken_by'),
  raw<string | null>`(select ${raw.raw(personNameSql('q'))} from person q where q.id = k.person_id)`.as('place_of'),
] as const

interface PlaceColumns {
  readonly place_id: string | null
  readonly place_state: BookingRow['state'] | null
  readonly booked_event_id: string | null
  readonly event_status: EventRow['status'] | null
  readonly awaits_order: 0 | 1
  readonly taken_by: string | null
  readonly place_of: string | null
}

/** The place of a request from its row. One that was given back is cancelled, whoever has it since. */
export function placeOfRequest(row: PlaceColumns): RequestLine['booking'] {
  const { place_id: id, booked_event_id: eventId, place_state: state } = row
  if (id === null || eventId === null || state === null) return null
  return {
    id,
    eventId,
    state,
    isEventCancelled: row.event_status === 'cancelled',
    awaitsOrder: row.awaits_order === 1,
    takenBy: row.taken_by === null ? null : { id: row.taken_by, name: row.place_of ?? '' },
  }
}

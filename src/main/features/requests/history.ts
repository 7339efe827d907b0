import { isOpen } from '../../../shared/features/requests/rules'
import { stateNames } from '../../../shared/features/requests/words'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { RequestHistoryRow, RequestRow } from '../../db/schema'

/** Who writes something down, and on which day. */
export interface Hand {
  readonly today: Day
  readonly actingPersonId: string | undefined
}

/** Writes down what happened to a request. Never changed, never deleted. */
export function note(
  db: WriteDb,
  requestId: string,
  what: Pick<RequestHistoryRow, 'kind' | 'happened_on'> & Partial<RequestHistoryRow>,
): void {
  db.runOne(
    sql.insertInto('request_history').values({
      request_step_id: null,
      person_id: null,
      words: null,
      ...what,
      id: newId(),
      request_id: requestId,
    }),
  )
}

/** Refuses what is decided already. */
export function refuseDecided(row: RequestRow): void {
  if (!isOpen(row.state))
    throw new Refusal('request.not-open', { state: stateNames[row.state].toLocaleLowerCase('en-GB') })
}

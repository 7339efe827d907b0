import { standingOf } from '../../../shared/features/requests/rules'
import type { Day } from '../../../shared/kernel/dates'
import { formatPence, pence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { askThoseWhoAgreed, weightyOf } from './ask-again'
import type { CancelNeeds } from './cancel'
import { note, type Hand } from './history'
import { requestOfPlace } from './places'
import { listRequests } from './repository'

/** What booking a request again does in other parts of the binder. */
export interface AgainNeeds extends Pick<CancelNeeds, 'cancelBooking'> {
  /** What a request has cost that gave its place back; belongs to costs. */
  readonly chargedFor: (db: ReadDb, requestId: string) => Pence
  /** Brings what stands of its costs down to what is charged; belongs to costs. */
  readonly giveUpCosts: (
    db: WriteDb,
    place: { readonly requestId: string; readonly percent: number; readonly on: Day },
  ) => { readonly givenUpPence: Pence }
}

/**
 * Lets a request be booked again whose place was given back or whose event was cancelled, in one change: what is still
 * ordered for that place comes down to nothing, what is invoiced or paid stays until its credit note comes. What was
 * agreed stands; where something was charged for the place, so that the school pays more than was agreed to, those who
 * agreed are asked again. Throws Refusals `record.missing`, `request.has-place`.
 */
export function bookAgain(
  db: WriteDb,
  id: string,
  needs: AgainNeeds & Hand,
): { isAskedAgain: boolean; chargedPence: Pence; givenUpPence: Pence } {
  const [line] = listRequests(db, { ids: [id] })
  if (!line) throw new Refusal('record.missing')
  const standing = standingOf(line)
  if (line.booking === null || (standing !== 'given-back' && standing !== 'event-cancelled'))
    throw new Refusal('request.has-place')
  const isIts = requestOfPlace(db, line.booking.id)?.id === id
  if (isIts && line.booking.state !== 'cancelled')
    needs.cancelBooking(db, { bookingId: line.booking.id, reason: 'To be booked again', moveUp: false })
  const { givenUpPence } = needs.giveUpCosts(db, { requestId: id, percent: 0, on: needs.today })
  const chargedPence = needs.chargedFor(db, id)
  db.runOne(
    sql
      .updateTable('request')
      .set({ state: 'approved', booking_id: null, given_back_on: null })
      .where('id', '=', id),
  )
  const before = weightyOf(db, id)
  const costPence = pence(before.costPence + chargedPence)
  const isAskedAgain = chargedPence > 0 && askThoseWhoAgreed(db, id, before, costPence)
  note(db, id, {
    kind: 'asked-again',
    happened_on: needs.today,
    person_id: needs.actingPersonId ?? null,
    words:
      chargedPence > 0
        ? `To be booked again. Cost ${formatPence(before.costPence)} → ${formatPence(costPence)}, with ${formatPence(chargedPence)} for the place before`
        : 'To be booked again, as it was agreed',
  })
  return { isAskedAgain, chargedPence, givenUpPence }
}

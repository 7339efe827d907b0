import type { OrderInput } from '../../../shared/features/requests/model'
import { standingOf } from '../../../shared/features/requests/rules'
import type { Day } from '../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import type { WriteDb } from '../../db/handle'
import { note } from './history'
import { listRequests } from './repository'

/** What ordering does in other parts of the binder. */
export interface OrderNeeds {
  /** Orders what the place of a request costs and is not ordered; belongs to costs. */
  readonly orderPlace: (
    db: WriteDb,
    order: { readonly requestId: string; readonly on: Day; readonly orderNumber: string | null },
  ) => { readonly costs: number; readonly orderedPence: Pence }
}

/**
 * Orders what the place of a request costs, after it came free: expected costs become promised ones, in one change.
 * Throws Refusals `record.missing`, `request.nothing-to-order`.
 */
export function orderRequest(
  db: WriteDb,
  { id, orderedOn, orderNumber }: OrderInput,
  needs: OrderNeeds & { readonly actingPersonId: string | undefined },
): { costs: number; orderedPence: Pence } {
  const [line] = listRequests(db, { ids: [id] })
  if (!line) throw new Refusal('record.missing')
  if (standingOf(line) !== 'to-order') throw new Refusal('request.nothing-to-order')
  const ordered = needs.orderPlace(db, { requestId: id, on: orderedOn, orderNumber })
  note(db, id, {
    kind: 'ordered',
    happened_on: orderedOn,
    person_id: needs.actingPersonId ?? null,
    words: formatPence(ordered.orderedPence),
  })
  return ordered
}

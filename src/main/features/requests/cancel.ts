import { costOf } from '../../../shared/features/costs/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import { chargePercent, noticeGiven, standingOf } from '../../../shared/features/requests/rules'
import type { Day } from '../../../shared/kernel/dates'
import { partOfAmount } from '../../../shared/kernel/parts'
import { pence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { markGivenBack, requestOfPlace } from './places'
import { listRequests } from './repository'
import { chargesOf } from './rules-of-school'

/** A cost of a place, as the costs tell it. */
interface CostOfPlace {
  readonly costLineId: string
  readonly description: string
  readonly stage: 'estimated' | 'ordered' | 'billed'
  readonly isCharged: boolean
  readonly netPence: Pence
  readonly vatPence: Pence
  readonly isVatRecoverable: boolean
}

/** What giving a place back does in other parts of the binder. */
export interface CancelNeeds {
  readonly codes: FinanceCodes
  readonly today: Day
  /** The costs of one place; belongs to costs. */
  readonly costsOfPlace: (db: ReadDb, place: { readonly bookingId: string }) => readonly CostOfPlace[]
  /** Brings them down to what is charged; belongs to costs. */
  readonly giveUpCosts: (
    db: WriteDb,
    place: { readonly bookingId: string; readonly percent: number; readonly on: Day },
  ) => { readonly chargedPence: Pence; readonly givenUpPence: Pence; readonly billedPence: Pence }
  /** A need that nobody goes for any more is to be planned again; belongs to needs. */
  readonly needGivenUp: (db: WriteDb, given: { readonly needId: string; readonly eventId: string }) => void
  /** Cancels a booking, and gives its place to who waits longest where that is asked for; belongs to activities. */
  readonly cancelBooking: (
    db: WriteDb,
    booking: { readonly bookingId: string; readonly reason: string; readonly moveUp: boolean },
  ) => { readonly waiting: number; readonly movedUp: readonly string[] }
}

/**
 * What giving a place back on a day would cost: by the provider's terms, or the school's for everybody; nothing for one
 * who only waits. Throws Refusals `record.missing`, `booking.cancelled`.
 */
export function cancelTerms(db: ReadDb, bookingId: string, needs: CancelNeeds) {
  const booking = db.first(
    sql
      .selectFrom('booking as b')
      .innerJoin('event as e', 'e.id', 'b.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('session as s', 's.event_id', 'e.id')
      .select((eb) => [
        'b.id',
        'b.event_id',
        'b.state',
        'a.provider_id',
        eb.fn.min<Day | null>('s.held_on').as('starts_on'),
      ])
      .where('b.id', '=', bookingId)
      .groupBy('b.id'),
  )
  if (!booking) throw new Refusal('record.missing')
  if (booking.state === 'cancelled') throw new Refusal('booking.cancelled')
  const { starts_on: startsOn, provider_id: providerId } = booking
  const on = needs.today
  // Nothing is charged for a place that nobody had.
  const isWaiting = booking.state === 'waiting'
  const known = startsOn === null ? null : chargePercent(chargesOf(db), { providerId, on, startsOn })
  const percent = isWaiting ? 0 : known
  const waiting = db.all(
    sql.selectFrom('booking').select('id').where('event_id', '=', booking.event_id).where('state', '=', 'waiting'),
  )
  return {
    isWaiting,
    startsOn,
    noticeDays: noticeGiven(on, startsOn),
    /** Null where no terms are known, or no day. */
    percent,
    waiting: isWaiting ? 0 : waiting.length,
    costs: needs.costsOfPlace(db, { bookingId }).map((cost) => ({
      description: cost.description,
      stage: cost.stage,
      isCharged: cost.isCharged,
      wholePence: costOf(cost, cost.isVatRecoverable),
      proposedPence: cost.isCharged ? partOfCost(cost, percent ?? 0) : pence(0),
    })),
  }
}

/** A part of what a cost comes to for the school: without VAT that comes back. */
function partOfCost(cost: CostOfPlace, percent: number): Pence {
  const part = (amount: Pence) => partOfAmount(amount, percent)
  return costOf({ netPence: part(cost.netPence), vatPence: part(cost.vatPence) }, cost.isVatRecoverable)
}

export interface CancelInput {
  readonly bookingId: string
  readonly reason: string
  readonly percent: number
  readonly moveUp: boolean
}

/**
 * Gives a place back, in one change: the booking is cancelled, its orders and estimates come down to what is charged,
 * its request and its need know of it, and whoever waits
 * longest moves up where that is asked for. Says how many requests for the event have a place whose costs
 * are not ordered. Throws Refusals `record.missing`, `booking.cancelled`, `booking.has-attendance`.
 */
export function cancelPlace(db: WriteDb, input: CancelInput, needs: CancelNeeds) {
  const { bookingId, reason, moveUp } = input
  const booking = db.first(sql.selectFrom('booking').select(['event_id', 'state']).where('id', '=', bookingId))
  if (!booking) throw new Refusal('record.missing')
  const cancelled = needs.cancelBooking(db, { bookingId, reason, moveUp })
  const percent = booking.state === 'waiting' ? 0 : input.percent
  const costs = needs.giveUpCosts(db, { bookingId, percent, on: needs.today })
  const request = requestOfPlace(db, bookingId)
  markGivenBack(db, bookingId, needs.today)
  const needId = request?.need_id ?? null
  if (needId !== null) needs.needGivenUp(db, { needId, eventId: booking.event_id })
  const toOrder = listRequests(db, { eventId: booking.event_id }).filter((line) => standingOf(line) === 'to-order')
  return { ...costs, waiting: cancelled.waiting, movedUp: [...cancelled.movedUp], toOrder: toOrder.length }
}

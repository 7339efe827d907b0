import { addDays, daysBetween, weekdayOf, type Day } from '../../kernel/dates'
import { sumPence, type Pence } from '../../kernel/money'
import { costOf } from '../costs/rules'
import type { RequestLine, RequestState, StepRole, StepState } from './model'

/** What a request costs: net and the VAT that does not come back, of all its lines (model, section 4). */
export function requestCost(
  lines: readonly { readonly netPence: Pence; readonly vatPence: Pence; readonly isVatRecoverable: boolean }[],
): Pence {
  return sumPence(lines.map((line) => costOf(line, line.isVatRecoverable)))
}

interface RouteStep {
  readonly overPence: Pence | null
}

/** The steps of a school's route that a request of this cost goes through, in their order. */
export function stepsFor<S extends RouteStep>(route: readonly S[], costPence: Pence): S[] {
  return route.filter(({ overPence }) => overPence === null || costPence > overPence)
}

interface PlacedStep {
  readonly state: StepState
  readonly isCommentOnly: boolean
}

/** The step that a request waits for: the first open one that decides. Nobody waits for a step that only comments. */
export function waitingStep<S extends PlacedStep>(state: RequestState, steps: readonly S[]): S | undefined {
  if (state !== 'waiting') return undefined
  return steps.find((step) => step.state === 'pending' && !step.isCommentOnly)
}

/** Whether a request can still be decided, changed or taken back. */
export function isOpen(state: RequestState): boolean {
  return state === 'waiting' || state === 'returned'
}

/** Where a request stands, what became of its place with it: nobody is booked who waits for one, gave it back or passed it on. */
export type Standing = RequestState | 'wait-listed' | 'to-order' | 'passed-on' | 'given-back' | 'event-cancelled'

/** See {@link Standing}. */
export function standingOf({ state, booking }: Pick<RequestLine, 'state' | 'booking'>): Standing {
  if (state !== 'booked' || booking === null) return state
  if (booking.state === 'cancelled') return 'given-back'
  if (booking.isEventCancelled) return 'event-cancelled'
  if (booking.state === 'waiting') return 'wait-listed'
  if (booking.awaitsOrder) return 'to-order'
  return booking.takenBy === null ? 'booked' : 'passed-on'
}

/** Steps that are given a person by what they are: the line manager of the applicant, the school's CPD leader. */
export function isFoundByRole(role: StepRole): boolean {
  return role === 'lineManager' || role === 'cpdLeader'
}

/** How many days lie between asking and the day wanted; null where either is not known. */
export function noticeGiven(receivedOn: Day, wantedOn: Day | null): number | null {
  return wantedOn === null ? null : daysBetween(receivedOn, wantedOn)
}

/** Mondays to Fridays after `from`, up to and with `to`: the notice in working days. Holidays are not known here. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (weekdayOf(on) <= 5) count += 1
  return count
}

/** A term of a provider, or of everybody without terms of their own: with less notice than this, so much of the fee. */
export interface Charge {
  readonly providerId: string | null
  readonly underDays: number
  readonly isWorkingDays: boolean
  readonly percent: number
}

/**
 * What part of a fee, in percent, is charged for a place that is given back on `on` when it begins on `startsOn`: the
 * highest of the terms that bite. A provider with terms of its own has those alone. Null where no terms are known.
 */
export function chargePercent(
  charges: readonly Charge[],
  { providerId, on, startsOn }: { readonly providerId: string | null; readonly on: Day; readonly startsOn: Day },
): number | null {
  const own = charges.filter((charge) => charge.providerId !== null && charge.providerId === providerId)
  const terms = own.length > 0 ? own : charges.filter((charge) => charge.providerId === null)
  if (terms.length === 0) return null
  const days = startsOn < on ? -1 : daysBetween(on, startsOn)
  const workingDays = startsOn < on ? -1 : workingDaysBetween(on, startsOn)
  return Math.max(
    0,
    ...terms
      .filter(({ isWorkingDays, underDays }) => (isWorkingDays ? workingDays : days) < underDays)
      .map(({ percent }) => percent),
  )
}

/** Minutes of a school day that some quarter days of cover stand in for, to the nearest minute. */
export function coverMinutes(quarterDays: number, schoolDayMinutes: number): number {
  return Math.round((quarterDays * schoolDayMinutes) / 4)
}

import { addDays, type Day } from '../../kernel/dates'
import type { InductionState, StepState } from './model'

/** How far back somebody is still a starter, in months. */
export const STARTER_MONTHS = 12

/** What an induction's steps say, wherever they are counted. */
export interface StepFacts {
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  readonly leftOutReason: string | null
}

/** How a step stands on a day: it is overdue from the day after its own. */
export function stateOfStep({ dueOn, doneOn, leftOutReason }: StepFacts, today: Day): StepState {
  if (leftOutReason !== null) return 'left-out'
  if (doneOn !== null) return 'done'
  return dueOn !== null && dueOn < today ? 'overdue' : 'open'
}

/** An induction is open while a step is neither done nor left out; who has left the school is inducted no more. */
export function stateOfInduction(steps: readonly StepFacts[], isStaff: boolean, today: Day): InductionState {
  const isOpen = steps.some((step) => ['open', 'overdue'].includes(stateOfStep(step, today)))
  if (!isOpen) return 'finished'
  return isStaff ? 'open' : 'left'
}

/** The day by which a step is to be done: the first day and so many weeks; null when no weeks are given. */
export function dueAfter(startedOn: Day, weeks: number | null): Day | null {
  return weeks === null ? null : addDays(startedOn, weeks * 7)
}

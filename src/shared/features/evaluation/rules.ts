import { addDays, type Day } from '../../kernel/dates'

/** How long after the end of an event a judgement is looked for: time enough for practice to change. */
export const JUDGE_AFTER_DAYS = 21

export interface BaselineFacts {
  /** The day of the event's first session; null without one. */
  readonly firstOn: Day | null
  readonly baselineValue: number | null
  /** The day on which the baseline was written down, whatever day it speaks of. */
  readonly baselineRecordedOn: Day | null
  /** It was late by the sessions of the day on which it was written down. */
  readonly wasLate: boolean
}

/** A baseline that is written down stands fast once the first session's day is over: it cannot be fitted to the result. */
export function isBaselineLocked(facts: BaselineFacts, today: Day): boolean {
  return facts.baselineValue !== null && facts.firstOn !== null && facts.firstOn < today
}

/**
 * A first baseline written down after the first session's day is allowed, and known as late for ever: also when the
 * session is moved later afterwards.
 */
export function isBaselineLate(facts: BaselineFacts): boolean {
  const { firstOn, baselineRecordedOn } = facts
  if (facts.wasLate && facts.baselineValue !== null) return true
  return firstOn !== null && baselineRecordedOn !== null && baselineRecordedOn > firstOn
}

export interface Measured {
  readonly direction: 'up' | 'down'
  readonly baselineValue: number | null
  readonly targetValue: number | null
  readonly actualValue: number | null
}

/** What the figures say: `met` or `missed` against a target, else whether they moved the right way; undefined without enough of them. */
export function outcomeOf(measured: Measured): 'met' | 'missed' | 'better' | 'same' | 'worse' | undefined {
  const { direction, baselineValue, targetValue, actualValue } = measured
  if (actualValue === null) return undefined
  const turn = direction === 'up' ? 1 : -1
  if (targetValue !== null) return (actualValue - targetValue) * turn >= 0 ? 'met' : 'missed'
  if (baselineValue === null) return undefined
  const moved = (actualValue - baselineValue) * turn
  return moved > 0 ? 'better' : moved < 0 ? 'worse' : 'same'
}

export type EvaluationState = 'judged' | 'missing' | 'due' | 'waiting' | 'planned' | 'unplanned'

/**
 * Where the evaluation of an event stands: `judged`; for events that are over, `missing` without any plan, `due` when
 * three weeks have gone, `waiting` before that; for events to come `planned` or `unplanned`. "Too early to say" is not
 * a last word: it stays due.
 */
export function stateOf(
  event: {
    readonly lastOn: Day | null
    readonly isPlanned: boolean
    readonly judgement: 'strong' | 'some' | 'none' | 'too-early' | null
  },
  today: Day,
): EvaluationState {
  if (event.judgement !== null && event.judgement !== 'too-early') return 'judged'
  if (event.lastOn === null || event.lastOn >= today) return event.isPlanned ? 'planned' : 'unplanned'
  if (!event.isPlanned) return 'missing'
  return event.lastOn <= addDays(today, -JUDGE_AFTER_DAYS) ? 'due' : 'waiting'
}

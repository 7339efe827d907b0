/** From the records of a person to the numbers of a rule, with the records that stand behind each number. */
import type { Day } from '../../kernel/dates'
import type { CountedRecord, Counts, DetailedLine, Line, Rule } from './model'
import {
  academicYear,
  isCountedInThings,
  isIn,
  isStillTold,
  lineOf,
  promiseFor,
  type Entitlement,
  type EntitlementPolicy,
  type Holder,
  type Span,
} from './rules'

export type RecordState = CountedRecord['state']

interface Found {
  readonly on: Day
  readonly state: RecordState
  readonly title: string
}

/** One day of an event, for one person. */
export interface SessionFound extends Found {
  readonly eventId: string
  readonly activityId: string
  readonly typeCode: string
  readonly isTrainingDay: boolean
  /** Credited where received, else how long it lasts. */
  readonly minutes: number
}

/** What was paid or promised for one person on a day. */
export interface CostFound extends Found {
  readonly costLineId: string
  readonly eventId: string | null
  readonly activityId: string | null
  readonly typeCode: string | null
  readonly pence: number
}

/** A meeting of the person who is coached or mentored. */
export interface MeetingFound extends Found {
  readonly pairId: string
  readonly pairKind: 'coaching' | 'mentoring'
}

/** A step of an induction; one that is still to come is not done on any day yet. */
export interface StepFound extends Omit<Found, 'on'> {
  readonly inductionId: string
  /** When it was done, else when it should be; null where nobody said. */
  readonly on: Day | null
}

/** What the school ticked off for a rule. */
export interface TickFound extends Found {
  readonly tickId: string
  readonly ruleFirstId: string
}

/** All that can be counted of one person. */
export interface FoundRecords {
  readonly sessions: readonly SessionFound[]
  readonly costs: readonly CostFound[]
  readonly meetings: readonly MeetingFound[]
  readonly steps: readonly StepFound[]
  readonly ticks: readonly TickFound[]
}

export const noRecords: FoundRecords = { sessions: [], costs: [], meetings: [], steps: [], ticks: [] }

export interface Reckoned {
  readonly received: number
  readonly planned: number
  readonly records: readonly CountedRecord[]
}

export interface YearAskedFor {
  readonly startYear: number
  readonly today: Day
  readonly schoolDayMinutes: number
  readonly policy: EntitlementPolicy
}

/**
 * How a person stands with a rule in a year, with the records behind it; undefined when the rule is not for them.
 */
export function reckonRule(
  rule: Rule,
  holder: Holder,
  records: FoundRecords,
  asked: YearAskedFor,
): DetailedLine | undefined {
  const promise = promiseFor(rule, holder, asked)
  if (!promise) return undefined
  const year = academicYear(asked.startYear)
  const reckoned = rule.counts === null ? null : count(rule, rule.counts, records, timeOf(rule, promise, year))
  if (rule.per === 'once' && !isStillTold(promise, receivedBefore(rule, promise, records, year), year))
    return undefined
  const line: Line = lineOf(rule, promise, reckoned, { today: asked.today, year })
  return { ...line, records: [...(reckoned?.records ?? [])] }
}

/** What was received before a year began, of what is promised once. */
function receivedBefore(rule: Rule, promise: Entitlement, records: FoundRecords, year: Span): number {
  if (rule.counts === null) return 0
  const { isOnDay } = timeOf(rule, promise, year)
  const before: Time = {
    isOnDay: (on) => on < year.startsOn && isOnDay(on),
    isInYear: (on) => on !== null && on < year.startsOn,
  }
  return count(rule, rule.counts, records, before).received
}

interface Time {
  /** For what happens at the school: on a day of a post that the rule is for. */
  readonly isOnDay: (on: Day) => boolean
  /** For money, and for what is noted for the rule itself: at any time of the year, or at any time before its end. */
  readonly isInYear: (on: Day | null) => boolean
}

function timeOf(rule: Pick<Rule, 'per'>, promise: Entitlement, year: Span): Time {
  const isOnce = rule.per === 'once'
  return {
    isOnDay: (on) => isIn(promise.window, on),
    isInYear: (on) => (on === null ? isOnce : on <= year.endsOn && (isOnce || on >= year.startsOn)),
  }
}

function count(rule: Rule, counts: Counts, records: FoundRecords, time: Time): Reckoned {
  switch (counts.by) {
    case 'everything':
    case 'training-days':
    case 'types':
    case 'activities':
      return rule.what === 'money'
        ? countCosts(counts, rule, records, time)
        : countSessions(counts, rule, records, time)
    case 'pairs':
      return countThings(
        records.meetings
          .filter(({ pairKind, on }) => counts.kinds.includes(pairKind) && time.isOnDay(on))
          .map((meeting) => ({ ...meeting, kind: 'meeting', route: `/mentoring/${meeting.pairId}` })),
      )
    case 'induction':
      return countThings(
        records.steps
          // Of what is promised once, every step that is still to be done is planned, whenever it is due.
          .filter(({ on, state }) => time.isInYear(on) || (rule.per === 'once' && state === 'planned'))
          .map((step) => ({ ...step, kind: 'step', route: `/induction/${step.inductionId}` })),
      )
    case 'ticks':
      return countThings(
        records.ticks
          .filter(({ on, ruleFirstId }) => ruleFirstId === rule.firstId && time.isInYear(on))
          .map((tick) => ({ ...tick, kind: 'tick', route: null })),
      )
  }
}

type Chosen = Extract<Counts, { by: 'everything' | 'training-days' | 'types' | 'activities' }>

function isChosen(
  counts: Chosen,
  about: { readonly activityId: string | null; readonly typeCode: string | null; readonly isTrainingDay?: boolean },
): boolean {
  switch (counts.by) {
    case 'everything':
      return true
    case 'training-days':
      return about.isTrainingDay === true
    case 'types':
      return about.typeCode !== null && counts.types.includes(about.typeCode)
    case 'activities':
      return about.activityId !== null && counts.activityIds.includes(about.activityId)
  }
}

function countSessions(counts: Chosen, rule: Rule, records: FoundRecords, time: Time): Reckoned {
  const sessions = records.sessions.filter((session) => isChosen(counts, session) && time.isOnDay(session.on))
  if (isCountedInThings(rule.what)) return countEvents(sessions)
  return {
    received: sumOf(sessions, 'received', ({ minutes }) => minutes),
    planned: sumOf(sessions, 'planned', ({ minutes }) => minutes),
    records: sessions.map(({ on, state, title, minutes, eventId }) => ({
      kind: 'session',
      on,
      state,
      title,
      amount: minutes,
      route: `/activities/${eventId}`,
    })),
  }
}

/** Events, each once: received where any of its days was credited, planned where a day is still to come. */
function countEvents(sessions: readonly SessionFound[]): Reckoned {
  const order: Readonly<Record<RecordState, number>> = { received: 0, planned: 1, unmarked: 2 }
  const byEvent = new Map<string, SessionFound>()
  for (const session of sessions) {
    const known = byEvent.get(session.eventId)
    const isBetter =
      known === undefined ||
      order[session.state] < order[known.state] ||
      (session.state === known.state && session.on < known.on)
    if (isBetter) byEvent.set(session.eventId, session)
  }
  return countThings(
    [...byEvent.values()].map(({ on, state, title, eventId }) => ({
      kind: 'session',
      on,
      state,
      title,
      route: `/activities/${eventId}`,
    })),
  )
}

function countCosts(counts: Chosen, rule: Rule, records: FoundRecords, time: Time): Reckoned {
  const isWhen = (on: Day) => (rule.per === 'once' ? time.isOnDay(on) : time.isInYear(on))
  const costs = records.costs.filter((cost) => isChosen(counts, cost) && isWhen(cost.on))
  return {
    received: sumOf(costs, 'received', ({ pence }) => pence),
    planned: sumOf(costs, 'planned', ({ pence }) => pence),
    records: costs
      .filter(({ pence }) => pence !== 0)
      .map(({ on, state, title, pence, costLineId }) => ({
        kind: 'cost',
        on,
        state,
        title,
        amount: pence,
        route: `/money/costs/${costLineId}`,
      })),
  }
}

function countThings(things: readonly Omit<CountedRecord, 'amount'>[]): Reckoned {
  const records = things.map(({ kind, on, state, title, route }) => ({ kind, on, state, title, route, amount: 1 }))
  return {
    received: sumOf(records, 'received', () => 1),
    planned: sumOf(records, 'planned', () => 1),
    records,
  }
}

function sumOf<T extends { readonly state: RecordState }>(
  records: readonly T[],
  state: RecordState,
  amount: (record: T) => number,
): number {
  return records.reduce((sum, record) => (record.state === state ? sum + amount(record) : sum), 0)
}

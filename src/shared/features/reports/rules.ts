/**
 * The figures of reports: one formula each (model, section 5). Every page, report and test uses these functions, so a
 * figure cannot mean two things.
 */
import { daysBetween, daysInclusive, earlierOf, laterOf, type Day } from '../../kernel/dates'
import { pence, sumPence, type Pence } from '../../kernel/money'
import type { Period } from '../../kernel/years'
import type { EventFact, GroupFact, PriorityFact, ReportFacts, Spend } from './facts'

/** An amount as paid, and as paid and promised together. Always shown with one of these two labels. */
export interface Figure {
  readonly paidPence: Pence
  readonly withPromisedPence: Pence
}

/** Adds up spending (model, section 5: "paid" and "paid and promised"). */
export function figureOf(spends: readonly Spend[]): Figure {
  const paidPence = sumPence(spends.map((spend) => spend.paidPence))
  return { paidPence, withPromisedPence: pence(paidPence + sumPence(spends.map((spend) => spend.promisedPence))) }
}

/** Code total: costs coded to staff development, E09 or BAE090 (model, section 5). */
export function codeTotal(facts: Pick<ReportFacts, 'codes' | 'trainingCodes'>): Figure {
  return figureOf(facts.codes.filter(({ code }) => code !== null && facts.trainingCodes.includes(code)))
}

/** All cash: every cash cost whatever its code and whoever funds it (model, section 5). Outside money is not deducted. */
export function allCash(facts: Pick<ReportFacts, 'codes'>): Figure {
  return figureOf(facts.codes)
}

/** What of a year's budget is neither paid nor promised, of the funds that have one; null where none has. */
export function budgetLeft({ funds }: Pick<ReportFacts, 'funds'>): Pence | null {
  const given = funds.filter((fund) => fund.budgetPence > 0)
  if (given.length === 0) return null
  return sumPence(given.map((fund) => pence(fund.budgetPence - fund.paidPence - fund.promisedPence)))
}

/** Cash that came from funds from outside: shown beneath all cash, never deducted inside (model, section 5). */
export function outsideCash(facts: Pick<ReportFacts, 'funds'>): Figure {
  return figureOf(facts.funds.filter((fund) => fund.isExternal))
}

/** What our own staff's time cost: Σ counted hours × band day rate ÷ hours of a day (model, section 5). */
export function ownTimePence(facts: Pick<ReportFacts, 'groups'>): Pence {
  return sumPence(facts.groups.map((group) => group.timePence))
}

/** Full cost: all cash + own staff time; hours with bought cover are left out when the switch is on (model, section 5). */
export function fullCost(facts: Pick<ReportFacts, 'codes' | 'groups'>): Figure {
  const cash = allCash(facts)
  const time = ownTimePence(facts)
  return { paidPence: pence(cash.paidPence + time), withPromisedPence: pence(cash.withPromisedPence + time) }
}

/** Full cost of one event or priority, paid and promised. */
export function fullCostPence(
  fact: Pick<EventFact | PriorityFact, 'paidPence' | 'promisedPence' | 'timePence'>,
): Pence {
  return pence(fact.paidPence + fact.promisedPence + fact.timePence)
}

/** Full-time posts of a group over a year: Σ FTE × days in post ÷ days in the year (model, section 5). */
export function fullTimePosts(group: Pick<GroupFact, 'postThousandthDays'>, period: Period): number {
  return group.postThousandthDays / 1000 / daysInclusive(period.startsOn, period.endsOn)
}

/** Minutes per full-time post: credited minutes ÷ full-time posts (model, section 5). Null without a post. */
export function minutesPerPost(
  group: Pick<GroupFact, 'creditedMinutes' | 'postThousandthDays'>,
  period: Period,
): number | null {
  const posts = fullTimePosts(group, period)
  return posts > 0 ? group.creditedMinutes / posts : null
}

/**
 * What a fund's amount for a span of days makes available within a year. A whole span counts whole; a part counts by
 * its days, rounded so that the parts of neighbouring years add up to the amount exactly.
 */
export function amountWithin(
  amount: { fromOn: Day; toOn: Day; amountPence: Pence },
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): Pence {
  const from = laterOf(amount.fromOn, period.startsOn)
  const to = earlierOf(amount.toOn, period.endsOn)
  if (to < from) return pence(0)
  const days = daysInclusive(amount.fromOn, amount.toOn)
  const upTo = (count: number): number => Math.round((amount.amountPence * count) / days)
  return pence(upTo(daysBetween(amount.fromOn, to) + 1) - upTo(daysBetween(amount.fromOn, from)))
}

/** What a priority's readings say: reached its target, moved towards it, not yet, or not measured. */
export type Progress = 'reached' | 'towards' | 'not-yet' | 'not-measured'

/** Compares the latest reading with the target, then with the start, in the direction that is wanted. */
export function progressOf(
  fact: Pick<PriorityFact, 'direction' | 'baselineValue' | 'targetValue' | 'latestValue'>,
): Progress {
  const { latestValue, baselineValue, targetValue } = fact
  if (latestValue === null) return 'not-measured'
  const sign = fact.direction === 'up' ? 1 : -1
  if (targetValue !== null && sign * latestValue >= sign * targetValue) return 'reached'
  if (baselineValue === null) return targetValue === null ? 'not-measured' : 'not-yet'
  return sign * latestValue > sign * baselineValue ? 'towards' : 'not-yet'
}

/** A share of a whole in per cent, 0–100; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100
}

/** How much of a year has gone on a day, in per cent. */
export function percentGone(period: Period, today: Day): number {
  if (today < period.startsOn) return 0
  if (today > period.endsOn) return 100
  return percentOf(daysInclusive(period.startsOn, today), daysInclusive(period.startsOn, period.endsOn))
}

/**
 * The activities of a year that have begun: those with a session in it by today. An event that only cost something in
 * the year (ordered before it, paid for after it) is money of the year and no activity of it.
 */
export function activitiesHeld<E extends Pick<EventFact, 'firstOn'>>(facts: {
  readonly events: readonly E[]
  readonly today: Day
}): E[] {
  return facts.events.filter((event) => event.firstOn !== null && event.firstOn <= facts.today)
}

/**
 * The activities held in a year that can be judged: those that are over, and any that somebody has judged before its
 * end. A year's sentences on what worked count these, as the page on impact does.
 */
export function activitiesOver<E extends Pick<EventFact, 'firstOn' | 'lastOn' | 'evidenceLevel'>>(facts: {
  readonly events: readonly E[]
  readonly today: Day
}): E[] {
  return activitiesHeld(facts).filter(
    (event) => event.evidenceLevel !== null || (event.lastOn !== null && event.lastOn < facts.today),
  )
}

/** The cash of a year by event, each with the strength of its evidence, and what was for no event. */
export interface CashByEvent {
  readonly events: readonly (Spend & Pick<EventFact, 'evidenceLevel'>)[]
  readonly schoolWide: Spend
}

/**
 * All cash, paid and promised, by the strength of evidence of the event it was for: level 5 to 1, then 0 for what is
 * not judged, spending for no event included. The parts add up to all cash.
 */
export function cashByEvidence(facts: CashByEvent): readonly { level: number; pence: Pence }[] {
  const ofLevel = (level: number): Pence =>
    figureOf(facts.events.filter((event) => (event.evidenceLevel ?? 0) === level)).withPromisedPence
  const rest = figureOf([facts.schoolWide]).withPromisedPence
  return [5, 4, 3, 2, 1, 0].map((level) => ({
    level,
    pence: level === 0 ? pence(ofLevel(0) + rest) : ofLevel(level),
  }))
}

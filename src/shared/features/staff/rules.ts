import { day, daysInclusive, earlierOf, laterOf, type Day } from '../../kernel/dates'
import type { Period } from '../../kernel/years'

/**
 * The first day of a post whose start nobody gave: before any day that is asked about, so that it counts for earlier
 * years as well, from the person's own start where that is known. Shown as "not known", never as a day.
 */
export const START_UNKNOWN = day('1900-01-01')

/** The day from which a post is known to count: its own, else the person's start; null when neither is known. */
export function knownStart(fromOn: Day, startedOn: Day | null): Day | null {
  return fromOn === START_UNKNOWN ? startedOn : fromOn
}

/** The part of a holding that the arithmetic of time needs. */
export interface HoldingSpan {
  readonly fromOn: Day
  readonly toOn: Day | null
  /** Thousandths of a full post: 600 is 0.6. */
  readonly fteThousandths: number
}

/**
 * The last day of somebody at the school: as recorded; else, where all their posts have an end, that of the last one.
 * Null while no end is known, and for somebody without any post.
 */
export function lastDayAtSchool(
  person: { readonly leftOn: Day | null },
  holdings: readonly Pick<HoldingSpan, 'toOn'>[],
): Day | null {
  if (person.leftOn !== null) return person.leftOn
  return holdings.reduce<Day | null>(
    (last, { toOn }, index) => (toOn === null || (index > 0 && last === null) ? null : laterOf(last ?? toOn, toOn)),
    null,
  )
}

/** True when a post is held on a day; both ends count. */
export function isHeldOn(holding: HoldingSpan, on: Day): boolean {
  return holding.fromOn <= on && (holding.toOn === null || holding.toOn >= on)
}

/** FTE of some holdings on a day, in thousandths: posts held at once add up. */
export function fteOn(holdings: readonly HoldingSpan[], on: Day): number {
  return holdings.filter((h) => isHeldOn(h, on)).reduce((sum, h) => sum + h.fteThousandths, 0)
}

/** Days of a period on which the post was held. */
export function daysInPost(holding: HoldingSpan, period: Pick<Period, 'startsOn' | 'endsOn'>): number {
  const to = holding.toOn === null ? period.endsOn : earlierOf(holding.toOn, period.endsOn)
  return daysInclusive(laterOf(holding.fromOn, period.startsOn), to)
}

/**
 * Σ FTE in thousandths × days in post, of one person in a period (model, section 5). Days before the person started or
 * after they left count for nothing, as in the query of the reports over everyone.
 */
export function fteThousandthDays(
  holdings: readonly HoldingSpan[],
  person: { readonly startedOn: Day | null; readonly leftOn: Day | null },
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): number {
  const employed = {
    startsOn: person.startedOn === null ? period.startsOn : laterOf(person.startedOn, period.startsOn),
    endsOn: person.leftOn === null ? period.endsOn : earlierOf(person.leftOn, period.endsOn),
  }
  return holdings.reduce((sum, holding) => sum + holding.fteThousandths * daysInPost(holding, employed), 0)
}

/** Of the posts held on a day, the main one: marked so, else the largest, else the longest held. */
export function mainHolding<H extends HoldingSpan & { readonly isMain: boolean }>(
  holdings: readonly H[],
  on: Day,
): H | undefined {
  return holdings
    .filter((h) => isHeldOn(h, on))
    .reduce<H | undefined>((best, h) => (best === undefined || isMoreMain(h, best) ? h : best), undefined)
}

function isMoreMain(a: HoldingSpan & { isMain: boolean }, b: HoldingSpan & { isMain: boolean }): boolean {
  if (a.isMain !== b.isMain) return a.isMain
  if (a.fteThousandths !== b.fteThousandths) return a.fteThousandths > b.fteThousandths
  return a.fromOn < b.fromOn
}

/** The people above someone, from their manager up; a loop ends the walk. */
export function managersAbove(
  personId: string,
  managerOf: (personId: string) => string | null | undefined,
): string[] {
  const above: string[] = []
  for (let at = managerOf(personId) ?? null; at !== null && !above.includes(at); at = managerOf(at) ?? null) {
    above.push(at)
  }
  return above
}

/** 0.6 for 600. */
export function formatFte(fteThousandths: number): string {
  return (fteThousandths / 1000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 3 })
}

const dayLetters = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** "Mon, Tue, Thu" for 1101000; "Mon to Fri" for a whole week. */
export function formatWorkingDays(mask: string): string {
  if (mask === '1111100') return 'Mon to Fri'
  const days = dayLetters.filter((_, index) => mask[index] === '1')
  return days.length === 0 ? 'No days' : days.join(', ')
}

/** Seven marks from day numbers, Monday first: "1,2,4" is 1101000. */
export function workingDaysFrom(numbers: string): string {
  const on = new Set(numbers.split(',').map((part) => part.trim()))
  return dayLetters.map((_, index) => (on.has(String(index + 1)) ? '1' : '0')).join('')
}

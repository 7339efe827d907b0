/**
 * Academic years run 1 September to 31 August. Financial years run 1 April to 31 March for maintained schools and
 * 1 September to 31 August for academies (domain section 6.3). Nothing is stored by year: every fact has a day, and a
 * year is a way of asking. A year is named by its first calendar year: 2025 is 2025/26.
 */
import { z } from 'zod'
import { addDays, day, zDay, type Day } from './dates'

export const zRegime = z.enum(['maintained', 'academy'])
export type Regime = z.infer<typeof zRegime>

/** What the school was from a day on: it may have converted. */
export const zRegimeFrom = z.object({ validFrom: zDay, regime: zRegime })
export type RegimeFrom = z.infer<typeof zRegimeFrom>

/** The regime of a day: that of the newest entry from that day or before, else the earliest one's. */
export function regimeOn(regimes: readonly RegimeFrom[], on: Day): Regime {
  const oldestFirst = [...regimes].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const current = oldestFirst.filter((one) => one.validFrom <= on).at(-1) ?? oldestFirst[0]
  return current?.regime ?? 'maintained'
}

export const zYearKind = z.enum(['academic', 'financial'])
export type YearKind = z.infer<typeof zYearKind>

/** A year as asked for: its kind and the calendar year in which it starts. */
export const zYearAsked = z.object({ kind: zYearKind, startYear: z.int().min(1990).max(2100) })
export type YearAsked = z.infer<typeof zYearAsked>

/** Years to choose from, by their first calendar years, newest first, and the two that today is in. */
export const zYearsKnown = z.object({
  regimes: z.array(zRegimeFrom),
  academic: z.array(z.int()),
  financial: z.array(z.int()),
  thisAcademic: z.int(),
  thisFinancial: z.int(),
})
export type YearsKnown = z.infer<typeof zYearsKnown>

/** A span of days, both ends inside, with its name. */
export interface Period {
  readonly kind: YearKind
  readonly startYear: number
  readonly startsOn: Day
  readonly endsOn: Day
  /** 2025/26 */
  readonly label: string
}

function firstMonth(kind: YearKind, regime: Regime): 4 | 9 {
  return kind === 'financial' && regime === 'maintained' ? 4 : 9
}

export function yearLabel(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`
}

/** A year with its kind, as in titles: academic year 2025/26, financial year 2025/26. */
export function yearName({ kind, startYear }: YearAsked): string {
  return `${kind} year ${yearLabel(startYear)}`
}

/** The days of a year, for a school of this regime. */
export function periodOf(asked: YearAsked, regime: Regime): Period {
  const month = String(firstMonth(asked.kind, regime)).padStart(2, '0')
  const startsOn = day(`${asked.startYear}-${month}-01`)
  const endsOn = addDays(day(`${asked.startYear + 1}-${month}-01`), -1)
  return { ...asked, startsOn, endsOn, label: yearLabel(asked.startYear) }
}

/** The year of a kind that a day falls in. */
export function yearContaining(value: Day, kind: YearKind, regime: Regime): YearAsked {
  const [year, month] = value.split('-').map(Number) as [number, number]
  return { kind, startYear: month >= firstMonth(kind, regime) ? year : year - 1 }
}

/**
 * The days of a year of a school that may have converted. A financial year begins in April if the school is maintained
 * on 1 April, else in September, and ends where the next one begins: in the year of a conversion it runs on from April
 * to the August of the next year, so that every day is in one year.
 */
export function periodUnder(asked: YearAsked, regimeOn: (on: Day) => Regime): Period {
  const own = (startYear: number): Period => periodOf({ ...asked, startYear }, regimeOn(day(`${startYear}-04-01`)))
  return { ...own(asked.startYear), endsOn: addDays(own(asked.startYear + 1).startsOn, -1) }
}

/** The year of a kind that a day falls in, for a school that may have converted. */
export function yearContainingUnder(value: Day, kind: YearKind, regimeOn: (on: Day) => Regime): YearAsked {
  const startYear = Number(value.slice(0, 4))
  const isBegun = periodUnder({ kind, startYear }, regimeOn).startsOn <= value
  return { kind, startYear: isBegun ? startYear : startYear - 1 }
}

/** The academic year (its first calendar year) of a day; the regime does not matter. */
export function academicYearOf(value: Day): number {
  return yearContaining(value, 'academic', 'maintained').startYear
}

/** Reads 2025/26, 2025-26, 2025/2026 or 2025. Undefined when the two halves do not follow each other. */
export function parseYearLabel(text: string): number | undefined {
  const match = /^(\d{4})(?:[/-](\d{2}|\d{4}))?$/.exec(text.trim())
  if (!match) return undefined
  const start = Number(match[1])
  if (match[2] !== undefined && Number(match[2]) % 100 !== (start + 1) % 100) return undefined
  return start >= 1990 && start <= 2100 ? start : undefined
}

/** First years to choose from, newest first: those in which anything happened, the last few and the next one. */
export function yearsOffered(known: readonly number[], thisYear: number): number[] {
  const usual = [1, 0, -1, -2, -3].map((away) => thisYear + away)
  return [...new Set([...known, ...usual])].sort((a, b) => b - a)
}

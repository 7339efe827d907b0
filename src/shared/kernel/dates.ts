/**
 * Days are `YYYY-MM-DD` strings: a calendar day has no time and no zone, so it is never a JS Date. Days compare and
 * sort as text. Wall times are `HH:MM` in Europe/London. Instants (when something was recorded) are ISO UTC text, in
 * names that end in `AtUtc`. Arithmetic here counts whole days in UTC, where no clock change can shorten one.
 */
import { z } from 'zod'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: 2024-02-29, not 2023-02-29, not 2024-2-1. */
export function isDay(text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false
  return date >= 1 && date <= daysInMonth(year, month)
}

export const zDay = z.string().refine(isDay, { error: 'day.invalid' }).brand<'Day'>()
export type Day = z.infer<typeof zDay>

/** Wall time, 24 hours, `HH:MM`. */
export const zWallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time.invalid')

/** Turns text into a day. Throws a RangeError when that day does not exist. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text as Day
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function epochDays(value: Day): number {
  return Math.round(Date.parse(`${value}T00:00:00Z`) / 86_400_000)
}

function fromEpochDays(count: number): Day {
  return new Date(count * 86_400_000).toISOString().slice(0, 10) as Day
}

/** The day `count` days later (earlier when negative). */
export function addDays(value: Day, count: number): Day {
  return fromEpochDays(epochDays(value) + count)
}

/** The same day `count` months on; the last day of the month where that day does not exist (31 Jan + 1 = 28 Feb). */
export function addMonths(value: Day, count: number): Day {
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + count
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return day(
    `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(date, daysInMonth(toYear, toMonth))).padStart(2, '0')}`,
  )
}

/** How many days lie in a span, both ends counted; 0 when it ends before it starts. */
export function daysInclusive(from: Day, to: Day): number {
  return Math.max(0, epochDays(to) - epochDays(from) + 1)
}

/** `to` − `from` in days. */
export function daysBetween(from: Day, to: Day): number {
  return epochDays(to) - epochDays(from)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(value: Day): number {
  return ((epochDays(value) + 3) % 7) + 1
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** 3 September 2026, for text. */
export function formatDay(value: Day): string {
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  return `${date} ${monthNames[month - 1]} ${year}`
}

/** 3 Sep 2026, for tables (3 Sep where the year is plain from the heading: pass `withYear: false`). */
export function formatDayShort(value: Day, withYear = true): string {
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  return `${date} ${monthNames[month - 1]?.slice(0, 3)}${withYear ? ` ${year}` : ''}`
}

export function weekdayName(value: Day): string {
  return weekdayNames[weekdayOf(value) - 1] as string
}

/**
 * Reads a day as a British office writes it: 3/9/2026, 03-09-26, 3 Sep 2026, 3 September 2026, 2026-09-03 (a time
 * behind it is dropped). Day before month, always; two-digit years are 1970 to 2069. Undefined when it is not a day
 * that exists; never guesses.
 */
export function parseDay(text: string): Day | undefined {
  // The weekday is left aside, and spaces of any kind and around slashes: that is how days are pasted.
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
  const dated = plain.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '')
  const body = dated.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(body)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(body)
  if (british) return dayOf(fullYear(british[3] as string), Number(british[2]), Number(british[1]))
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/.exec(body)
  if (!named) return undefined
  const month =
    monthNames.findIndex((name) => name.toLowerCase().startsWith((named[2] as string).toLowerCase())) + 1
  return month === 0 ? undefined : dayOf(fullYear(named[3] as string), month, Number(named[1]))
}

function fullYear(text: string): number {
  const value = Number(text)
  return text.length === 4 ? value : value < 70 ? 2000 + value : 1900 + value
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? (text as Day) : undefined
}

/** How what a person types is read: never guessed, undefined when it cannot be read. */
import { foldText } from '../../../shared/kernel/fold-text'
import type { Option } from './field-types'

const mostShown = 100

/** Reads "1,204", "0.6", "-3" with at most so many decimals; undefined otherwise. */
export function parseNumber(text: string, decimals: number): number | undefined {
  const body = text.trim().replaceAll('−', '-').replace(/[\s ]/g, '')
  const match = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/.exec(body)
  if (!match || !/\d/.test(body) || (match[1] ?? '').length > decimals) return undefined
  const value = Number(body.replaceAll(',', ''))
  return Number.isFinite(value) ? value : undefined
}

/** Reads 9:15, 09.15, 0915, 3pm, 3.30 pm as HH:MM; undefined when it is not a time of the day. */
export function parseWallTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:. h]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim())
  if (!match) return undefined
  const half = match[3]?.toLowerCase()
  let hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const withoutYear =
  /^\d{1,2}\s*(?:st|nd|rd|th)?\s*(?:[/.-]\s*\d{1,2}|[ -]?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\.?$/i

/** What is wrong with a text that is not a day: no year, or no such day. */
export function dayProblem(text: string): string {
  const day = text.trim()
  return withoutYear.test(day)
    ? 'Write the year as well, for example 3/9/2026.'
    : 'There is no such day. Write it as day, month, year, for example 3/9/2026.'
}

/** The options that fit what was typed: every word somewhere in the title or note, those that begin with it first. */
export function matchOptions(options: readonly Option[], text: string): readonly Option[] {
  const words = foldText(text).trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options.slice(0, mostShown)
  const hay = (option: Option) => foldText(`${option.title} ${option.note ?? ''}`)
  const fits = options.filter((option) => words.every((word) => hay(option).includes(word)))
  const first = words[0] ?? ''
  const starts = (option: Option) => (foldText(option.title).startsWith(first) ? 0 : 1)
  return [...fits].sort((a, b) => starts(a) - starts(b)).slice(0, mostShown)
}

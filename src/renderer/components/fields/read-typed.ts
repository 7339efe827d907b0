/** How what a person types is read: never guessed, undefined when it cannot be read. */
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

/** The options that fit what was typed: every word somewhere in the title or note, those that begin with it first. */
export function matchOptions(options: readonly Option[], text: string): readonly Option[] {
  const words = text.trim().toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  if (words.length === 0) return options.slice(0, mostShown)
  const hay = (option: Option) => `${option.title} ${option.note ?? ''}`.toLocaleLowerCase('en-GB')
  const fits = options.filter((option) => words.every((word) => hay(option).includes(word)))
  const first = words[0] ?? ''
  const starts = (option: Option) => (option.title.toLocaleLowerCase('en-GB').startsWith(first) ? 0 : 1)
  return [...fits].sort((a, b) => starts(a) - starts(b)).slice(0, mostShown)
}

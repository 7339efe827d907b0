import { parseDay } from '../../kernel/dates'
import type { ErrorCode } from '../../kernel/error-codes'
import { parsePence } from '../../kernel/money'
import type { FieldKind } from './model'

/** A cleaned cell: `null` for a blank one, which never clears a value (model, section 6). */
export type CleanCell =
  { readonly ok: true; readonly value: string | number | null } | { readonly ok: false; readonly code: ErrorCode }

/**
 * Spreadsheet programs and our own exports put an apostrophe before text that could run as a formula (and before
 * digits kept as text). Reading it back takes that quote off again; other apostrophes stay ('t Hooft).
 */
export function undoTextQuote(text: string): string {
  if (!text.startsWith("'")) return text
  return /^'[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff200-9]/.test(text) ? text.slice(1) : text
}

const blankMarks = new Set(['', '-', 'n/a', 'null', 'none'])

const weekdayKeys = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/**
 * Working days as seven figures, Monday first: "Mon, Tue, Thu", "MTWThF", "Mon-Wed" and "1;2;4" are 1101000, 1111100,
 * 1110000 and 1101000. Undefined when a part is not a day.
 */
export function parseWeekdays(text: string): string | undefined {
  const body = text.trim().toLowerCase()
  if (/^(all|full[- ]?time|every day|daily|mon(day)?\s*(-|to)\s*fri(day)?)$/.test(body)) return '1111100'
  if (/^[01]{7}$/.test(body) && body.includes('1')) return body
  const found = new Set<number>()
  const compact = /^(m)?(tu?)?(w)?(th)?(f)?$/.exec(body)
  if (compact) compact.slice(1, 6).forEach((part, index) => part !== undefined && found.add(index + 1))
  else {
    for (const part of body.split(/[,;/&+\s]+|\band\b/).filter((piece) => piece !== '')) {
      const span = part.split(/-|–/).map(weekdayOf)
      const [from, to] = [span[0], span[span.length - 1]]
      if (from === undefined || to === undefined || from > to) return undefined
      for (let day = from; day <= to; day += 1) found.add(day)
    }
  }
  return found.size > 0 ? [1, 2, 3, 4, 5, 6, 7].map((day) => (found.has(day) ? '1' : '0')).join('') : undefined
}

function weekdayOf(text: string): number | undefined {
  if (/^[1-7]$/.test(text)) return Number(text)
  if (text.length < 2) return undefined
  const index = weekdayKeys.findIndex((name) => name.startsWith(text) || text === `${name}s`)
  return index < 0 ? undefined : index + 1
}

/** FTE as thousandths of a full post: "0.6", "60%", "1". Undefined outside 0 to 1.2. */
export function parseFteThousandths(text: string): number | undefined {
  const match = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim())
  if (!match) return undefined
  const value = Math.round(Number(match[1]) * (match[2] ? 10 : 1000))
  return value >= 0 && value <= 1200 ? value : undefined
}

/** Hours a week as minutes: "32.5", "32:30", "32h 30". Undefined outside 0 to 100 hours. */
export function parseWeeklyMinutes(text: string): number | undefined {
  const parts = /^(\d{1,3})(?:(?::|h ?)(\d{2})(?: ?m)?|(\.\d+))?\s*(?:h|hrs?|hours?)?$/.exec(
    text.trim().toLowerCase(),
  )
  if (!parts) return undefined
  const minutes = Math.round((Number(parts[1]) + Number(parts[3] ?? 0)) * 60) + Number(parts[2] ?? 0)
  return minutes <= 6_000 ? minutes : undefined
}

/** Cleans and checks one cell by the kind of its field. Whatever is not plainly of that kind is refused, never guessed. */
export function cleanCell(kind: FieldKind, raw: string): CleanCell {
  const text = undoTextQuote(raw.replace(/\u00a0/g, ' ').trim()).trim()
  if (text === '') return { ok: true, value: null }
  if (kind === 'text' || kind === 'code') return { ok: true, value: text.replace(/\p{Cc}/gu, ' ') }
  if (blankMarks.has(text.toLowerCase())) return { ok: true, value: null }
  const value = readAs(kind, text)
  return value === undefined ? { ok: false, code: refusalOf[kind] } : { ok: true, value }
}

type CheckedKind = Exclude<FieldKind, 'text' | 'code'>

const refusalOf: Readonly<Record<CheckedKind, ErrorCode>> = {
  email: 'email.invalid',
  day: 'day.invalid',
  pence: 'pence.invalid',
  fte: 'fte.invalid',
  weekdays: 'weekdays.invalid',
  number: 'number.invalid',
  hours: 'number.invalid',
}

function readAs(kind: CheckedKind, text: string): string | number | undefined {
  switch (kind) {
    case 'email':
      return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text) ? text.toLowerCase() : undefined
    case 'day':
      return parseDay(text)
    case 'pence':
      return parsePence(text)
    case 'fte':
      return parseFteThousandths(text)
    case 'weekdays':
      return parseWeekdays(text)
    case 'hours':
      return parseWeeklyMinutes(text)
    case 'number':
      return /^\d{1,12}$/.test(text.replace(/,/g, '')) ? Number(text.replace(/,/g, '')) : undefined
  }
}

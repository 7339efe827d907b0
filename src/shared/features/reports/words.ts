/** Words of the reports: small numbers in words, lists in English, names of levels. */
import { formatCell } from '../../kernel/report-table'
import { evidenceLevels } from '../evaluation/model'
import { formatPounds, type Pence } from '../../kernel/money'

const ones = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** A whole number in words up to ninety-nine, in figures from there: twelve, eighty-six, 104. Zero is "no". */
export function inWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 99) return formatCell('count', count)
  if (count < 20) return ones[count] as string
  const rest = count % 10
  return `${tens[Math.floor(count / 10)]}${rest === 0 ? '' : `-${ones[rest]}`}`
}

/** A count with its noun: "one colleague", "eighty-six colleagues", "no colleagues". */
export function counted(count: number, one: string, many: string): string {
  return `${inWords(count)} ${count === 1 ? one : many}`
}

/** The first letter as a capital, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first letter small, for the middle of a sentence; a name in capitals stays. */
export function small(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** a, b and c; where an item has an "and" of its own: a; b and b; and c. */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? ''
  const isTangled = items.length > 2 && items.some((item) => item.includes(' and '))
  const [between, last] = isTangled ? ['; ', '; and '] : [', ', ' and ']
  return `${items.slice(0, -1).join(between)}${last}${items.at(-1)}`
}

/** Titles as a sentence quotes them: “a”, “b” and “c”. */
export const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `“${title}”`))

/** Whole pounds, for sentences. */
export const pounds = (amount: Pence): string => formatPounds(amount)

/** Hours with one decimal from minutes, for sentences. */
export const hours = (minutes: number): string => formatCell('hours', minutes)

/** Whole hours from minutes, for sentences about a whole school. */
export const wholeHours = (minutes: number): string => formatCell('count', Math.round(minutes / 60))

/** 62%. */
export const percent = (share: number): string => formatCell('percent', share)

/** What each level of evidence is called, as where it was judged; 0 is what nobody has judged. */
export const evidenceNames: Readonly<Record<number, string>> = {
  0: 'Not judged yet',
  ...Object.fromEntries(evidenceLevels.map(({ level, name }) => [level, name])),
}

/** The name of a level of evidence; an en dash's meaning, "Not judged yet", for none. */
export function evidenceName(level: number | null): string {
  return evidenceNames[level ?? 0] ?? String(level)
}

export const judgementNames = {
  strong: 'Strong impact',
  some: 'Some impact',
  none: 'No impact seen',
  'too-early': 'Too early to say',
} as const

export const decisionNames = {
  repeat: 'Repeat',
  change: 'Change',
  stop: 'Stop',
  share: 'Share with others',
} as const

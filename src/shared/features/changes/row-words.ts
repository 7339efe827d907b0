/** What a change did to one record, as the change log says it: amounts, days and yes or no as everywhere else. */
import { formatDayShort, isDay, type Day } from '../../kernel/dates'
import { formatMinutes } from '../../kernel/lengths'
import { formatPence, pence } from '../../kernel/money'

export interface ChangedField {
  /** As the file calls it: "net_pence", "held_on". */
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

const operationWords = { insert: 'Added', update: 'Changed', delete: 'Removed' } as const

/** "Changed cost line". */
export function rowTitle(operation: keyof typeof operationWords, table: string): string {
  return `${operationWords[operation]} ${table.replaceAll('_', ' ')}`
}

/**
 * "net: £45.00 → £50.00; ordered on: 3 Sep 2026". A record that was added or removed says what it held. Keys of other
 * records are left out, and so are a "no" that nobody gave and what the program alone reads (the figures of an issued
 * report).
 */
export function rowWords(operation: keyof typeof operationWords, fields: readonly ChangedField[]): string {
  return fields
    .filter(({ name, before, after }) => !isForTheProgram(name, after ?? before ?? ''))
    .filter(({ name, before, after }) => operation === 'update' || !isSwitch(name) || (after ?? before) === '1')
    .map(({ name, before, after }) => {
      const title = name.replace(/_(pence|thousandths|minutes)$/, '').replaceAll('_', ' ')
      if (operation === 'insert') return `${title}: ${valueWords(name, after)}`
      if (operation === 'delete') return `${title}: ${valueWords(name, before)}`
      return `${title}: ${valueWords(name, before)} → ${valueWords(name, after)}`
    })
    .join('; ')
}

function isForTheProgram(name: string, value: string): boolean {
  return name.endsWith('_json') || /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/.test(value)
}

const isSwitch = (name: string) => /^(is|works)_/.test(name)

function valueWords(name: string, value: string | null): string {
  if (value === null || value === '') return 'nothing'
  if (name.endsWith('_pence') && /^-?\d+$/.test(value)) return formatPence(pence(Number(value)))
  if (name.endsWith('_thousandths') && /^\d+$/.test(value)) return String(Number(value) / 1000)
  if (name.endsWith('_minutes') && /^\d+$/.test(value)) return formatMinutes(Number(value))
  if (isSwitch(name) && /^[01]$/.test(value)) return value === '1' ? 'yes' : 'no'
  return isDay(value) ? formatDayShort(value as Day) : value
}

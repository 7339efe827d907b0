import { formatDayShort } from '../../kernel/dates'
import { formatPence, pence, type Pence } from '../../kernel/money'
import type { CourseMode, DurationUnit, OpportunityDate } from './model'

export const modeWords: Readonly<Record<CourseMode, string>> = {
  'in-person': 'In person',
  'live-online': 'Live online',
  online: 'Online, own pace',
  mixed: 'In person and online',
}

const unitWords: Readonly<Record<DurationUnit, readonly [string, string]>> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  years: ['year', 'years'],
}

interface Lasting {
  readonly durationCount: number | null
  readonly durationUnit: DurationUnit | null
}

/** How long it takes: "1 day", "90 minutes", "4 weeks"; nothing where it is not said. */
export function durationWords({ durationCount, durationUnit }: Lasting): string {
  if (durationCount === null || durationUnit === null) return ''
  const [one, many] = unitWords[durationUnit]
  return `${durationCount} ${durationCount === 1 ? one : many}`
}

/** Minutes of learning, where the length says so; null for weeks and years, of which nobody is taught all day. */
export function durationMinutes({ durationCount, durationUnit }: Lasting, schoolDayMinutes: number): number | null {
  if (durationCount === null || durationUnit === null) return null
  const each = { minutes: 1, hours: 60, days: schoolDayMinutes, weeks: null, years: null }[durationUnit]
  return each === null ? null : Math.round(durationCount * each)
}

interface Priced {
  readonly priceNetPence: Pence | null
  readonly priceVatPence: Pence | null
}

/** What it costs for one person: "Free", "£180.00", "£180.00 and £36.00 VAT"; nothing where it is not said. */
export function priceWords({ priceNetPence, priceVatPence }: Priced): string {
  if (priceNetPence === null) return ''
  if (priceNetPence === 0) return 'Free'
  const net = formatPence(priceNetPence)
  return priceVatPence === null || priceVatPence === 0 ? net : `${net} and ${formatPence(priceVatPence)} VAT`
}

/** Price with VAT, in pence; null where it is not said. */
export function grossPrice({ priceNetPence, priceVatPence }: Priced): Pence | null {
  return priceNetPence === null ? null : pence(priceNetPence + (priceVatPence ?? 0))
}

/** When it runs: "27 Apr 2026" or "27 Apr 2026 to 14 Jun 2026". */
export function datesWords({ startsOn, endsOn }: Pick<OpportunityDate, 'startsOn' | 'endsOn'>): string {
  const from = formatDayShort(startsOn)
  return endsOn === null || endsOn === startsOn ? from : `${from} to ${formatDayShort(endsOn)}`
}

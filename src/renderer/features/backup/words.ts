import type { Backup } from '../../../shared/features/backup/model'
import { plural } from '../../lib/format'

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** "20 November 2025 at 09:00", in London time. */
export function momentWords(instantUtc: string): string {
  return moment.format(new Date(instantUtc))
}

/** Why a backup was made, as the list says it. */
export const kindWords: Readonly<Record<Backup['kind'], string>> = {
  automatic: 'Made by itself',
  'by-hand': 'Made by hand',
  'before-upgrade': 'Before the program brought the file up to date',
  'before-restore': 'Before a restore',
  'before-import': 'Before an import',
  copy: 'Saved copy',
}

/** "today", "yesterday", "3 days ago". */
export function daysAgoWords(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${plural(days, 'day', 'days')} ago`
}

/** "4.2 MB", "310 KB". */
export function sizeWords(byteCount: number): string {
  const kilobytes = byteCount / 1024
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** "12 changes since", "Nothing changed since", or that its work is not part of the open file (as after a restore). */
export function sinceWords(changesSince: number | null): string {
  if (changesSince === null) return 'From another line of work'
  return changesSince === 0 ? 'Nothing changed since' : `${plural(changesSince, 'change', 'changes')} since`
}

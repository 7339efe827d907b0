import { formatDay } from '../../../../shared/kernel/dates'
import type { Document } from '../../../../shared/features/documents/model'

/** "Version 2, approved 3 September 2025", or the working text (no number). */
export function versionTitle({ versions }: Pick<Document, 'versions'>, number: number | null): string {
  const version = versions.find((one) => one.number === number)
  return version === undefined
    ? 'Working text'
    : `Version ${version.number}, approved ${formatDay(version.approvedOn)}`
}

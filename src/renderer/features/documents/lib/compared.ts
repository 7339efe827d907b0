import { formatDay } from '../../../../shared/kernel/dates'
import type { ComparedSection, Document, Piece } from '../../../../shared/features/documents/model'

/** The words of one side of a comparison: what was added is not on the earlier, what went is not on the later. */
export function sideOf({ pieces }: Pick<ComparedSection, 'pieces'>, side: 'before' | 'after'): Piece[] {
  const other = side === 'before' ? 'added' : 'removed'
  return pieces.filter(({ what, text }) => what !== other && text !== '')
}

/** "Version 2, approved 3 September 2025", or the working text (no number). */
export function versionTitle({ versions }: Pick<Document, 'versions'>, number: number | null): string {
  const version = versions.find((one) => one.number === number)
  return version === undefined
    ? 'Working text'
    : `Version ${version.number}, approved ${formatDay(version.approvedOn)}`
}

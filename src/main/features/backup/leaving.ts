import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { unsafePlace } from '../../lib/safe-place'

export type LeftBy = 'another-disk' | 'network' | 'synced'

/**
 * How a copy left this PC, or null when it lies on the disk of the school file: another volume, a network path or a
 * folder named as synced counts (model, section 1).
 */
export function howItLeft(copy: string, schoolFile: string): LeftBy | null {
  const reason = unsafePlace(copy)
  if (reason === 'removable') return 'another-disk'
  if (reason !== undefined) return reason
  return statSync(dirname(copy)).dev === statSync(dirname(schoolFile)).dev ? null : 'another-disk'
}

import { v7 } from 'uuid'
import type { Id } from '../../shared/kernel/ids'

/** A new key: UUIDv7, so rows sort by age and files from several schools can be merged. */
export function newId(): Id {
  return v7()
}

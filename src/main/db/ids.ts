import { randomFillSync, randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import type { Id } from '../../shared/kernel/ids'

// Chance is drawn for many keys at once: asking the system for each would be most of what a key costs.
const BYTES_PER_KEY = 16
const chance = new Uint8Array(BYTES_PER_KEY * 256)
let used = chance.length

function freshBytes(): Uint8Array {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  used += BYTES_PER_KEY
  return chance.subarray(used - BYTES_PER_KEY, used)
}

let lastMs = 0
let sequence = 0

/**
 * A new key: UUIDv7, so rows sort by age and files from several schools can be merged. Keys of one run rise strictly,
 * also within a millisecond and when the clock is put back (a counter of 31 random bits goes up by one), so an index
 * over them is only ever added to at its end.
 */
export function newId(): Id {
  const random = freshBytes()
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1
  } else {
    sequence = (sequence + 1) | 0
    if (sequence === 0) lastMs += 1
  }
  return v7({ random, msecs: lastMs, seq: sequence })
}

/** A key that is chance alone (UUIDv4), for rows that must not say when they were made or after which others. */
export function randomId(): string {
  return randomUUID()
}

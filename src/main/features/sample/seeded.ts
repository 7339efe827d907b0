import { v7 } from 'uuid'

/** Chance that is the same every time: mulberry32 from a fixed seed. */
export class Seeded {
  #state: number
  #made = 0

  constructor(seed: number) {
    this.#state = seed
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A UUIDv7 that is the same every time, rising in the order of making. */
  id(): string {
    this.#made += 1
    const random = Uint8Array.from({ length: 16 }, () => this.below(256))
    return v7({ msecs: 1_756_684_800_000 + this.#made, random, seq: 0 })
  }
}

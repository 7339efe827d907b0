import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from './ids'

describe('keys', () => {
  afterEach(() => vi.useRealTimers())

  it('are UUIDs of version 7, carry the time, and no two are the same', () => {
    const before = Date.now()
    const keys = Array.from({ length: 5_000 }, newId)
    expect(new Set(keys).size).toBe(5_000)
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const timeOf = (key: string): number => Number.parseInt(key.replace('-', '').slice(0, 12), 16)
    expect(timeOf(keys[0] ?? '')).toBeGreaterThanOrEqual(before)
    expect(timeOf(keys.at(-1) ?? '')).toBeLessThanOrEqual(Date.now())
  })

  it('rise strictly, within a millisecond and when the clock is put back', () => {
    vi.useFakeTimers({ now: Date.now() + 1_000 })
    const keys = Array.from({ length: 1_000 }, newId)
    vi.setSystemTime(Date.now() - 3_600_000)
    keys.push(...Array.from({ length: 1_000 }, newId))
    vi.setSystemTime(Date.now() + 7_200_000)
    keys.push(newId())
    expect(keys).toEqual([...keys].sort())
    expect(new Set(keys).size).toBe(2_001)
  })

  it('differ by chance and not by the counter alone', () => {
    const tails = Array.from({ length: 1_000 }, () => newId().slice(-10))
    expect(new Set(tails).size).toBe(1_000)
  })
})

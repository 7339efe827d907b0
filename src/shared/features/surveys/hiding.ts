/**
 * Which groups may be shown where nobody is named: none of fewer than five people, and none from which one of those could
 * be found by taking others from a total that is shown.
 */

/** The fewest people whose answers are shown together in a round without names. */
export const SMALLEST_SHOWN = 5

/** A part of all who answered. */
export interface Part {
  readonly key: string
  /** How many answered. */
  readonly size: number
  /** The larger part whose total is shown as well: leaders, or everybody else. */
  readonly within?: string
}

/**
 * The keys of the parts that are not shown. Nobody in a part tells nothing and hides nothing. What is hidden together is
 * at least five people, within each larger part that is shown and in all, so that no difference is about fewer.
 */
export function hiddenParts(parts: readonly Part[]): ReadonlySet<string> {
  const hidden = new Set(parts.filter(({ size }) => size > 0 && size < SMALLEST_SHOWN).map(({ key }) => key))
  const wholes = new Map<string, Part[]>()
  for (const part of parts)
    if (part.within !== undefined) wholes.set(part.within, [...(wholes.get(part.within) ?? []), part])
  for (const whole of wholes.values()) hideEnough(whole, hidden)
  hideEnough(parts, hidden)
  return hidden
}

/** Hides the smallest that are shown until those hidden are five people or none. */
function hideEnough(parts: readonly Part[], hidden: Set<string>): void {
  const held = parts.filter(({ size }) => size > 0)
  const sizeHidden = () => held.reduce((sum, { key, size }) => sum + (hidden.has(key) ? size : 0), 0)
  const bySize = held.toSorted((a, b) => a.size - b.size)
  while (sizeHidden() > 0 && sizeHidden() < SMALLEST_SHOWN) {
    const next = bySize.find(({ key }) => !hidden.has(key))
    if (next === undefined) return
    hidden.add(next.key)
  }
}

/** The larger parts that are not shown: each too small, or the one beside it. */
export function hiddenWholes(parts: readonly Part[]): ReadonlySet<string> {
  const sizes = new Map<string, number>()
  for (const { within, size } of parts) if (within !== undefined) sizes.set(within, (sizes.get(within) ?? 0) + size)
  return hiddenParts([...sizes].map(([key, size]) => ({ key, size })))
}

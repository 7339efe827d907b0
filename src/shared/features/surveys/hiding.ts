/**
 * Which groups may be shown where nobody is named: none of fewer than five people, and none from which so few could be
 * found by taking what is shown from a total that is shown.
 */
import { SMALLEST_GROUP } from '../../kernel/smallest-group'

/** A part of all who answered. */
export interface Part {
  readonly key: string
  /** How many answered. */
  readonly size: number
  /** The larger part whose total is shown as well: leaders, or everybody else. Without one it counts in the whole alone. */
  readonly within?: string
}

/** The keys of what is not shown: parts, and larger parts. */
export interface Hidden {
  readonly parts: ReadonlySet<string>
  readonly wholes: ReadonlySet<string>
}

/**
 * What is not shown of parts whose total is shown. Nobody in a part tells nothing and hides nothing. What is hidden is
 * five people or more wherever it could be reckoned: within each larger part that is known, in all, and in all without
 * any of the larger parts that are known. Where that cannot be had by hiding parts, a larger part is hidden too.
 */
export function hiddenOf(parts: readonly Part[]): Hidden {
  const held = parts.filter(({ size }) => size > 0)
  const names = [...new Set(held.flatMap(({ within }) => within ?? []))]
  const hidden = {
    parts: new Set(held.filter(({ size }) => isFew(size)).map(({ key }) => key)),
    wholes: new Set(names.filter((name) => isFew(sizeOf(membersOf(held, name))))),
  }
  for (;;) {
    const region = regionsOf(held, names, hidden).find((some) => isFew(sizeOf(hiddenIn(some, hidden))))
    if (region === undefined || !hideMore({ held, names, region }, hidden)) return hidden
  }
}

interface Hiding {
  readonly parts: Set<string>
  readonly wholes: Set<string>
}

const isFew = (size: number): boolean => size > 0 && size < SMALLEST_GROUP
const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0)
const membersOf = (held: readonly Part[], name: string): Part[] => held.filter(({ within }) => within === name)
const hiddenIn = (parts: readonly Part[], hidden: Hidden): Part[] =>
  parts.filter(({ key }) => hidden.parts.has(key))

/** A larger part is known when it is shown, or when all its parts are. */
const isKnown = (held: readonly Part[], name: string, hidden: Hidden): boolean =>
  !hidden.wholes.has(name) || hiddenIn(membersOf(held, name), hidden).length === 0

/** All of whom a reader knows how many they are together: each known larger part, and everybody without some of these. */
function regionsOf(held: readonly Part[], names: readonly string[], hidden: Hidden): Part[][] {
  const known = names.filter((name) => isKnown(held, name, hidden))
  const without = known.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]])
  return [
    ...known.map((name) => membersOf(held, name)),
    ...without.map((set) => held.filter(({ within }) => within === undefined || !set.includes(within))),
  ]
}

interface TooFew {
  readonly held: readonly Part[]
  readonly names: readonly string[]
  readonly region: readonly Part[]
}

/** Hides the smallest part of a region that is shown; where none is, a larger part outside it, best one that has hidden parts. */
function hideMore({ held, names, region }: TooFew, hidden: Hiding): boolean {
  const smallest = (parts: readonly Part[]) =>
    parts.filter(({ key }) => !hidden.parts.has(key)).toSorted((a, b) => a.size - b.size)[0]
  const next = smallest(region)
  if (next !== undefined) {
    hidden.parts.add(next.key)
    return true
  }
  const isAllShown = (members: readonly Part[]) => hiddenIn(members, hidden).length === 0
  const [whole] = names
    .filter((name) => isKnown(held, name, hidden) && membersOf(held, name).every((part) => !region.includes(part)))
    .map((name) => ({ name, members: membersOf(held, name), shown: isAllShown(membersOf(held, name)) }))
    .toSorted((a, b) => Number(a.shown) - Number(b.shown) || sizeOf(a.members) - sizeOf(b.members))
  // Fewer than five in all: nothing is shown of them anyway.
  if (whole === undefined) return false
  hidden.wholes.add(whole.name)
  const more = whole.shown ? smallest(whole.members) : undefined
  if (more !== undefined) hidden.parts.add(more.key)
  return true
}

/**
 * Needs set beside each other: by priority, group and source, as clusters of the same need, and by importance and cost.
 * Every figure is a count or a sum over the needs that stood open in a year; tests/fixtures/needs-by-hand.ts says each once
 * more in SQL.
 */
import { z } from 'zod'
import { allocatePence, pence, zPence, type Pence } from '../../kernel/money'
import { groupBy } from '../../kernel/group-by'
import { states, zImportance, type NeedState, type OwnerKind, type Standard, type StandardRef } from './model'
import { isOpen, sameKey, titleKey } from './rules'
import { knowledgeTest, wordsOfNeed, type NeedSaid } from './serving'

/** A need as far as the balance asks. */
export interface BalancedNeed {
  readonly id: string
  readonly title: string
  readonly standard: Standard | null
  readonly ownerKind: OwnerKind
  readonly ownerKey: string
  readonly personId: string | null
  readonly groupId: string | null
  readonly groupTitle: string
  readonly priorityId: string | null
  readonly priorityTitle: string | null
  readonly sourceCode: string
  readonly importance: number
  readonly state: NeedState
  /** Events that serve it and are not cancelled. */
  readonly eventIds: readonly string[]
}

/** Somebody who can train others, as far as the balance asks. */
export interface Expert {
  readonly personId: string
  readonly name: string
  readonly subject: string
  readonly standard: StandardRef | null
}

/** An opportunity that can still be gone to. */
export interface Offered {
  readonly id: string
  readonly title: string
  readonly standards: readonly StandardRef[]
  /** For one person, VAT included; null where no price is known. */
  readonly pricePence: Pence | null
}

const zCounts = z.object({
  needs: z.int(),
  /** By state. */
  states: z.record(z.enum(states), z.int()),
  /** Open and essential. */
  essential: z.int(),
  /** Open, and no event serves them. */
  unserved: z.int(),
})
export const zBalanceRow = zCounts.extend({ key: z.string(), title: z.string(), query: z.string() })
export type BalanceRow = z.infer<typeof zBalanceRow>

export const zCluster = z.object({
  /** The first of its needs, by which the list is narrowed to them. */
  needId: z.string(),
  title: z.string(),
  standardCode: z.string().nullable(),
  open: z.int(),
  /** How many owners: a person, a team, a group or the school each counts once. */
  owners: z.int(),
  importance: zImportance,
  /** Open, and no event serves them. */
  unserved: z.int(),
  /** Opportunities in the catalogue that would fit. */
  opportunities: z.int(),
  experts: z.array(z.object({ personId: z.string(), name: z.string() })),
})
export type Cluster = z.infer<typeof zCluster>

/** What one need costs, from nothing known to dear; the bounds are in pence and belong to the cheaper side. */
export const costBands = ['unknown', 'upTo100', 'upTo500', 'over500'] as const
export const zCostBand = z.enum(costBands)
export type CostBand = z.infer<typeof zCostBand>
export const costBandNames: Readonly<Record<CostBand, string>> = {
  unknown: 'Not known',
  upTo100: 'Up to £100',
  upTo500: '£100 to £500',
  over500: 'Over £500',
}

export const zMatrixCell = z.object({
  importance: zImportance,
  band: zCostBand,
  needs: z.int(),
  pence: zPence,
})
export type MatrixCell = z.infer<typeof zMatrixCell>

export const zBalance = z.object({
  startYear: z.int(),
  thisYear: z.int(),
  whole: zCounts,
  byPriority: z.array(zBalanceRow),
  byGroup: z.array(zBalanceRow),
  bySource: z.array(zBalanceRow),
  /** Of open needs, the largest first; a need that nobody else has is a cluster of one. */
  clusters: z.array(zCluster),
  matrix: z.array(zMatrixCell),
})
export type Balance = z.infer<typeof zBalance>

function countsOf(needs: readonly BalancedNeed[]): z.infer<typeof zCounts> {
  const by = Object.fromEntries(states.map((state) => [state, 0])) as Record<NeedState, number>
  let essential = 0
  let unserved = 0
  for (const need of needs) {
    by[need.state] += 1
    if (!isOpen(need.state)) continue
    if (need.importance === 3) essential += 1
    if (need.eventIds.length === 0) unserved += 1
  }
  return { needs: needs.length, states: by, essential, unserved }
}

interface Part {
  readonly title: string
  /** Narrows the register to it. */
  readonly query: string
}

/** Counts for each part that a need can fall in, the part with most needs first, then by title. */
export function partsOf(
  needs: readonly BalancedNeed[],
  keyOf: (need: BalancedNeed) => string,
  /** What a part is, told by one of its needs. */
  partOf: (need: BalancedNeed, key: string) => Part,
): BalanceRow[] {
  return [...groupBy(needs, keyOf)]
    .flatMap(([key, of]) => of.slice(0, 1).map((first) => ({ key, ...partOf(first, key), ...countsOf(of) })))
    .sort((a, b) => b.needs - a.needs || (a.title < b.title ? -1 : 1))
}

/** The counts of all together. */
export const wholeOf = countsOf

/** Needs are compared by the words of their standards and titles; the same words are taken apart once. */
function keysOnce(): (need: BalancedNeed) => string {
  const known = new Map<string, string>()
  return (need) => {
    const { title, standard } = need
    const said = standard === null ? title : `${standard.framework}\n${standard.code}\n${standard.label}`
    const there = known.get(said)
    if (there !== undefined) return there
    const key = sameKey(need)
    known.set(said, key)
    return key
  }
}

interface Fitting {
  readonly experts: readonly Expert[]
  readonly fits: FitsOffered
}

/**
 * Open needs that are the same: of one standard, else of titles with the same words. The largest cluster first, then the
 * more important, then by title.
 */
export function clustersOf(needs: readonly BalancedNeed[], { experts, fits }: Fitting): Cluster[] {
  const keyOf = keysOnce()
  const clusters = new Map<string, BalancedNeed[]>()
  for (const need of needs) {
    if (!isOpen(need.state)) continue
    const key = keyOf(need)
    const there = clusters.get(key)
    if (there) there.push(need)
    else clusters.set(key, [need])
  }
  const able = ableIndex(experts)
  return [...clusters.values()].map((of) => clusterOf(of, able, fits)).sort(byWeight)
}

const byWeight = (a: Cluster, b: Cluster): number =>
  b.open - a.open || b.importance - a.importance || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)

function clusterOf(needs: readonly BalancedNeed[], able: AbleFor, fits: FitsOffered): Cluster {
  const titles = [...new Map(needs.map((need) => [need.title, need])).values()]
  const standard = needs[0]?.standard ?? null
  const keys = new Set(titles.map(({ title }) => titleKey(title)))
  const people = new Map<string, Cluster['experts'][number]>()
  const offered = new Set<Offered>()
  for (const need of titles) {
    for (const { personId, name } of able(need)) people.set(personId, { personId, name })
    for (const one of fits(need)) offered.add(one)
  }
  return {
    needId: needs.reduce((least, { id }) => (id < least ? id : least), needs[0]?.id ?? ''),
    // What all of them say says more than the heading of a standard.
    title: standard === null || keys.size === 1 ? firstTitle(needs) : standard.label,
    standardCode: standard?.code ?? null,
    open: needs.length,
    owners: new Set(needs.map(({ ownerKey }) => ownerKey)).size,
    importance: Math.max(...needs.map(({ importance }) => importance)),
    unserved: needs.filter(({ eventIds }) => eventIds.length === 0).length,
    opportunities: offered.size,
    experts: [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** Of the ways in which a title is written, the first of the alphabet. */
const firstTitle = (needs: readonly BalancedNeed[]): string =>
  needs.reduce((first, { title }) => (title < first ? title : first), needs[0]?.title ?? '')

type AbleFor = (need: Pick<BalancedNeed, 'title' | 'standard'>) => readonly Expert[]

/** Who can train others in what a need asks for. Whoever knows the same is asked about once. */
function ableIndex(experts: readonly Expert[]): AbleFor {
  const subjects = groupBy(experts, ({ subject, standard }) =>
    [subject, standard?.code, standard?.framework].join('\n'),
  )
  const tests = [...subjects.values()].map((of) => {
    const { subject = '', standard = null } = of[0] ?? {}
    return { of, test: knowledgeTest({ subject, standard }) }
  })
  return (need) => {
    const words = wordsOfNeed(need)
    return tests.flatMap(({ of, test }) => (test(words) ? of : []))
  }
}

type FitsOffered = (need: NeedSaid) => readonly Offered[]

/**
 * What each open need costs, in pence; null where that is not known. What was paid and promised for an event is shared
 * equally by the needs that it serves, spare pennies going to the first of them by their ids. A need that no event with a
 * cost serves is put at the cheapest opportunity that fits it and has a price.
 */
export function costsOf(
  needs: readonly BalancedNeed[],
  /** What was paid and promised for an event; null where nothing was. */
  costOfEvent: (eventId: string) => Pence | null,
  /** Every need that an event serves, whatever its state, by their ids in order. */
  servedBy: (eventId: string) => readonly string[],
  fits: FitsOffered,
): ReadonlyMap<string, Pence | null> {
  const shares = new Map<string, ReadonlyMap<string, Pence>>()
  const shareOf = (eventId: string, needId: string): Pence | null => {
    const cost = costOfEvent(eventId)
    if (cost === null) return null
    const there = shares.get(eventId)
    if (there) return there.get(needId) ?? null
    const served = servedBy(eventId)
    const parts = allocatePence(
      cost,
      served.map(() => 1),
    )
    const made = new Map(served.map((id, index) => [id, parts[index] ?? pence(0)]))
    shares.set(eventId, made)
    return made.get(needId) ?? null
  }
  const cheapest = cheapestOnce()
  return new Map(
    needs
      .filter(({ state }) => isOpen(state))
      .map((need) => {
        const known = need.eventIds.map((eventId) => shareOf(eventId, need.id)).filter((share) => share !== null)
        if (known.length > 0) return [need.id, pence(known.reduce((sum, share) => sum + share, 0))]
        return [need.id, cheapest(fits(need))]
      }),
  )
}

/** The lowest price that is known among opportunities; of the same list it is looked for once. */
function cheapestOnce(): (offered: readonly Offered[]) => Pence | null {
  const known = new Map<readonly Offered[], Pence | null>()
  return (offered) => {
    const there = known.get(offered)
    if (there !== undefined) return there
    let least: Pence | null = null
    for (const { pricePence } of offered)
      if (pricePence !== null && (least === null || pricePence < least)) least = pricePence
    known.set(offered, least)
    return least
  }
}

/** In which band the cost of a need falls. */
export function bandOf(cost: Pence | null): CostBand {
  if (cost === null) return 'unknown'
  return cost <= 100_00 ? 'upTo100' : cost <= 500_00 ? 'upTo500' : 'over500'
}

/** Open needs by importance, the highest first, and by what one costs. Every cell is there, empty ones too. */
export function matrixOf(needs: readonly BalancedNeed[], costs: ReadonlyMap<string, Pence | null>): MatrixCell[] {
  const cells = [3, 2, 1].flatMap((importance) =>
    costBands.map((band) => ({ importance, band, needs: 0, pence: 0 })),
  )
  for (const need of needs) {
    if (!isOpen(need.state)) continue
    const cost = costs.get(need.id) ?? null
    const band = bandOf(cost)
    const cell = cells.find((one) => one.importance === need.importance && one.band === band)
    if (!cell) continue
    cell.needs += 1
    cell.pence += cost ?? 0
  }
  return cells.map((cell) => ({ ...cell, pence: pence(cell.pence) }))
}

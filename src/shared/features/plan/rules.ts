import { addDays, day, type Day } from '../../kernel/dates'
import { allocatePence, pence, sumPence, type Pence } from '../../kernel/money'
import { academicYearOf } from '../../kernel/years'
import { termsOf } from '../entitlements/rules'
import { terms, type PlanLine, type Term } from './model'

/** A line of the plan with where it stands when the money is given out from the top. */
export interface Placed<T> {
  readonly line: T
  /** What this line and all above it cost. */
  readonly runningPence: Pence
  /** The money reaches it. */
  readonly isAbove: boolean
  /** It is below, and what is left would still pay for it: moved up, it would be above. */
  readonly wouldFit: boolean
}

export interface Drawn<T> {
  readonly placed: readonly Placed<T>[]
  readonly abovePence: Pence
  readonly belowPence: Pence
  /** Of the budget; below nothing where what must happen costs more. Null without a budget. */
  readonly leftPence: Pence | null
}

interface Costed {
  readonly isMust: boolean
  readonly costPence: Pence
}

/**
 * Gives the money out in the order of the lines and draws the line where it ends. What must happen is always above, even
 * where the budget does not pay for it; then each wish as long as the running total stays within the budget. The first
 * one that does not fit and all that follow it are below, whatever they cost: the line is one place, and somebody
 * moves it. Without a budget everything is above.
 */
export function drawLine<T extends Costed>(lines: readonly T[], budgetPence: Pence | null): Drawn<T> {
  const ordered = [...lines.filter(({ isMust }) => isMust), ...lines.filter(({ isMust }) => !isMust)]
  let running = 0
  let isCut = false
  const reached = ordered.map((line) => {
    running += line.costPence
    if (!line.isMust && budgetPence !== null && running > budgetPence) isCut = true
    return { line, runningPence: pence(running), isAbove: line.isMust || !isCut }
  })
  const abovePence = sumOf(reached.filter(({ isAbove }) => isAbove).map(({ line }) => line))
  const leftPence = budgetPence === null ? null : pence(budgetPence - abovePence)
  return {
    placed: reached.map((one) => ({
      ...one,
      wouldFit: !one.isAbove && leftPence !== null && one.line.costPence <= leftPence,
    })),
    abovePence,
    belowPence: pence(running - abovePence),
    leftPence,
  }
}

/** What some lines cost together. */
export function sumOf(lines: readonly { readonly costPence: Pence }[]): Pence {
  return sumPence(lines.map(({ costPence }) => costPence))
}

/**
 * The term that a day is in, by the last days of the terms of an academic year (month and day) as the packs have them.
 * Half terms are put together: six of them are three terms.
 */
export function termOfDay(on: Day, termEnds: readonly string[]): Term {
  const year = academicYearOf(on)
  const at = termsOf(year, { termEnds }).findIndex(({ endsOn }) => on <= endsOn)
  return terms[Math.floor((Math.max(0, at) * terms.length) / termEnds.length)] ?? 'summer'
}

/** The first and the last day of an academic year. */
export function daysOfPlan(academicYear: number): { startsOn: Day; endsOn: Day } {
  const next = day(`${academicYear + 1}-09-01`)
  return { startsOn: day(`${academicYear}-09-01`), endsOn: addDays(next, -1) }
}

/** Days of cover by term, in quarters; what has neither day nor term under null. Terms without cover are left out. */
export function coverByTerm(
  lines: readonly Pick<PlanLine, 'term' | 'coverQuarterDays'>[],
): { term: Term | null; quarterDays: number; lines: number }[] {
  return [...terms, null].flatMap((term) => {
    const of = lines.filter((line) => line.term === term && line.coverQuarterDays > 0)
    const quarterDays = of.reduce((sum, line) => sum + line.coverQuarterDays, 0)
    return quarterDays === 0 ? [] : [{ term, quarterDays, lines: of.length }]
  })
}

/** What some lines cost by kind of cost, in the order of `kinds`; kinds that no pack knows come last. */
export function costByKind(
  lines: readonly Pick<PlanLine, 'costs'>[],
  kinds: readonly { readonly code: string; readonly name: string }[],
): { kindCode: string; name: string; costPence: Pence }[] {
  const sums = new Map<string, number>()
  for (const { kindCode, amountPence } of lines.flatMap(({ costs }) => costs))
    sums.set(kindCode, (sums.get(kindCode) ?? 0) + amountPence)
  const place = (code: string) => {
    const at = kinds.findIndex((kind) => kind.code === code)
    return at === -1 ? kinds.length : at
  }
  return [...sums]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([kindCode, sum]) => ({
      kindCode,
      name: kinds.find(({ code }) => code === kindCode)?.name ?? kindCode,
      costPence: pence(sum),
    }))
}

export interface GroupShare {
  /** Null for money of lines for which nobody has said whom they are for, and people of no group. */
  readonly groupId: string | null
  readonly lines: number
  readonly heads: number
  readonly costPence: Pence
}

/**
 * What lines bring to each staff group: heads, and the cost shared by heads so that the parts add up to the penny
 * (largest remainder). Where nobody has said whom a line is for, its cost is of no group.
 */
export function shareByGroup(lines: readonly Pick<PlanLine, 'byGroup' | 'costPence'>[]): GroupShare[] {
  const sums = new Map<string | null, { lines: number; heads: number; cost: number }>()
  for (const { byGroup, costPence } of lines) {
    const groups = byGroup.length === 0 ? [{ groupId: null, heads: 0 }] : byGroup
    const parts = allocatePence(
      costPence,
      groups.map(({ heads }) => heads),
    )
    groups.forEach(({ groupId, heads }, index) => {
      const sum = sums.get(groupId) ?? { lines: 0, heads: 0, cost: 0 }
      sums.set(groupId, { lines: sum.lines + 1, heads: sum.heads + heads, cost: sum.cost + (parts[index] ?? 0) })
    })
  }
  return [...sums].map(([groupId, sum]) => ({
    groupId,
    lines: sum.lines,
    heads: sum.heads,
    costPence: pence(sum.cost),
  }))
}

/** How many people a line is for: the number that was typed, else those who are named or belong to its groups. */
export function headsOf(counted: number, peopleCount: number | null): number | null {
  if (peopleCount !== null) return peopleCount
  return counted === 0 ? null : counted
}

/** Some heads divided over groups as their members are, so that they add up. */
export function headsByGroup(
  members: ReadonlyMap<string | null, number>,
  heads: number | null,
): { groupId: string | null; heads: number }[] {
  if (heads === null) return []
  if (members.size === 0) return [{ groupId: null, heads }]
  const groups = [...members]
  const parts = allocatePence(
    pence(heads),
    groups.map(([, count]) => count),
  )
  return groups
    .map(([groupId], index) => ({ groupId, heads: Number(parts[index] ?? 0) }))
    .filter((part) => part.heads > 0)
}

/** Somebody has said what a line costs, be it nothing. */
export function isCosted(line: Pick<PlanLine, 'costs'>): boolean {
  return line.costs.length > 0
}

/** A line has a measure of success where it says what is measured. */
export function isMeasured(line: { readonly measure: string | null }): boolean {
  return line.measure !== null && line.measure !== ''
}

import { isBehind, type Line, type Standing } from '../../../../shared/features/entitlements/model'
import type { EntitledPersonLine } from '../../../../shared/features/entitlements/contract'

/** The tone of each standing; its word stands beside it. */
export const standingTones: Readonly<Record<Standing, 'good' | 'warn' | 'bad' | 'info' | 'none'>> = {
  met: 'good',
  arranged: 'good',
  'on-course': 'info',
  behind: 'warn',
  short: 'bad',
  ended: 'none',
  unknown: 'none',
}

/** The ways in which the list can be narrowed. */
export const filters = ['behind', 'in-hand', 'unknown'] as const
export type Filter = (typeof filters)[number]

const inHand: readonly Standing[] = ['met', 'arranged', 'on-course']

/** Whether somebody belongs in a narrowed list: behind with one promise at least, with none, or with one uncounted. */
export function isIn(filter: Filter, lines: readonly Line[]): boolean {
  switch (filter) {
    case 'behind':
      return lines.some(({ standing }) => isBehind(standing))
    case 'in-hand':
      return (
        lines.some(({ standing }) => inHand.includes(standing)) && !lines.some(({ standing }) => isBehind(standing))
      )
    case 'unknown':
      return lines.some(({ standing }) => standing === 'unknown')
  }
}

/** A person with the lines that are asked for: of one rule, or all. */
export function withLinesOf(
  people: readonly EntitledPersonLine[],
  ruleId: string | undefined,
): readonly EntitledPersonLine[] {
  return people
    .map((person) => ({
      ...person,
      lines: ruleId === undefined ? person.lines : person.lines.filter((line) => line.ruleId === ruleId),
    }))
    .filter(({ lines }) => lines.length > 0)
}

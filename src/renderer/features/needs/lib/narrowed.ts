import { ownerKindNames, sourceNames, stateNames } from '../../../../shared/features/needs/words'
import type { NeedFilterParams, Standing } from './filter'

const standingNames: Readonly<Record<Standing, string>> = {
  ...stateNames,
  open: 'Open',
  overdue: 'Overdue',
  due: 'Due within a month, not planned',
  evidence: 'Events done, no evidence yet',
}

/** What a list is narrowed to, in words, for the head of a printed page. */
export function narrowedWords({ filter, standing }: NeedFilterParams): string {
  const state = standing === undefined ? undefined : standingNames[standing]
  const words = [
    state,
    filter.ownerKind && `of: ${ownerKindNames[filter.ownerKind].toLowerCase()}`,
    filter.sourceCode && `found by: ${sourceNames[filter.sourceCode].toLowerCase()}`,
    filter.unserved === true ? 'served by no event' : undefined,
  ]
  return words.filter((word) => word !== undefined && word !== '').join(', ')
}

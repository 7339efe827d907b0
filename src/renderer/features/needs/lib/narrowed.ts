import { ownerKindNames, sourceNames, stateNames } from '../../../../shared/features/needs/words'
import type { NeedFilterParams } from './filter'

/** What a list is narrowed to, in words, for the head of a printed page. */
export function narrowedWords({ filter, standing }: NeedFilterParams): string {
  const state = standing === 'open' ? 'Open' : standing === 'overdue' ? 'Overdue' : standing && stateNames[standing]
  const words = [
    state,
    filter.ownerKind && `of: ${ownerKindNames[filter.ownerKind].toLowerCase()}`,
    filter.sourceCode && `found by: ${sourceNames[filter.sourceCode].toLowerCase()}`,
    filter.unserved === true ? 'served by no event' : undefined,
  ]
  return words.filter((word) => word !== undefined && word !== '').join(', ')
}

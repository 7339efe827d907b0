import type { FormKind } from '../packs/form-content'
import type { Audience, RoundState } from './model'

/** What each kind of form is called in a list. */
export const formKindNames: Readonly<Record<FormKind, string>> = {
  'staff-survey': 'Staff survey',
  'skills-audit': 'Skills and expertise audit',
  'cpd-audit': 'Audit of CPD activity',
  'arrangements-audit': 'Audit of arrangements',
  'self-assessment': 'Standards self-assessment',
  other: 'Form of your own',
}

export const roundStateNames: Readonly<Record<RoundState, string>> = {
  'to-come': 'Not open yet',
  open: 'Open',
  'to-close': 'To be closed',
  closed: 'Closed',
}

/** Whom a round asks, in words: "Everybody", "3 groups". */
export function audienceWords(audience: Audience): string {
  if (audience.kind === 'everybody') return 'Everybody'
  const one = { groups: 'group', teams: 'team', people: 'person' }[audience.kind]
  const many = { groups: 'groups', teams: 'teams', people: 'people' }[audience.kind]
  return `${audience.ids.length} ${audience.ids.length === 1 ? one : many}`
}

/** "14 of 20 came back", or without how many were asked where nobody was found. */
export function returnedWords({ asked, returned }: { readonly asked: number; readonly returned: number }): string {
  return `${returned} of ${Math.max(asked, returned)} came back`
}

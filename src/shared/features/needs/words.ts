/** How needs and expertise are spoken of, on the screen and on paper. */
import type { Move, NeedSource, NeedState, OwnerKind } from './model'

export const ownerKindNames: Readonly<Record<OwnerKind, string>> = {
  person: 'A person',
  team: 'A team',
  postFamily: 'A staff group',
  school: 'The whole school',
}

export const sourceNames: Readonly<Record<NeedSource, string>> = {
  review: 'Review of development',
  audit: 'Skills audit',
  observation: 'Observation',
  newRole: 'New role',
  induction: 'Induction',
  statutory: 'Required by law',
  inspection: 'Inspection',
  ownAspiration: 'Own aspiration',
  survey: 'Staff survey',
  walk: 'Learning walk',
  voice: 'Pupils and parents',
  meeting: 'Team meeting',
  entitlement: 'Entitlement',
  selfReview: 'Self-assessment',
  other: 'Other',
}

export const stateNames: Readonly<Record<NeedState, string>> = {
  raised: 'Raised',
  agreed: 'Agreed',
  planned: 'Planned',
  met: 'Met',
  partly: 'Partly met',
  notMet: 'Not met',
  withdrawn: 'Withdrawn',
}

/** What a button says that moves a need. */
const moveNames: Readonly<Record<Move, string>> = {
  agreed: 'Agree',
  planned: 'Mark as planned',
  met: 'Met: say what shows it',
  partly: 'Partly met: say what shows it',
  notMet: 'Not met',
  withdrawn: 'Withdraw',
  reopen: 'Take up again',
}

/** What a button says for a need that stands so: a planned one that is agreed again is no longer planned. */
export function moveName(from: NeedState, to: Move): string {
  return from === 'planned' && to === 'agreed' ? 'No longer planned' : moveNames[to]
}

/** Where somebody stands with a thing, from 0 to 4. */
export const levelNames = [
  'Not met with it yet',
  'Beginning',
  'With help',
  'On their own',
  'Could show others',
] as const

/** From 1 to 3. */
export const importanceNames: Readonly<Record<number, string>> = { 1: 'Useful', 2: 'Important', 3: 'Essential' }

/** "from with help to on their own"; null when neither is known. */
export function wayWords(now: number | null, target: number | null): string | null {
  const lower = (level: number) => (levelNames[level] ?? '').toLowerCase()
  if (now === null && target === null) return null
  if (now === null) return `to “${lower(target ?? 0)}”`
  return target === null ? `now “${lower(now)}”` : `from “${lower(now)}” to “${lower(target)}”`
}

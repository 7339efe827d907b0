import type { FormKind } from '../../../shared/features/packs/form-content'
import { formKindNames, returnedWords } from '../../../shared/features/surveys/words'
import type { NeedPanel, WayOfFinding } from '../../lib/extensions'
import { useRead } from '../../lib/contract-client'
import { FoundInRound } from './components/found-in-round'

/** The newest round of a kind, in words; undefined while none was begun. */
function useStandingOf(kind: FormKind): string | undefined {
  const { data } = useRead('surveys.list', {})
  const newest = data?.rounds.find((round) => round.kind === kind)
  return newest && `${newest.title}: ${returnedWords(newest)}`
}

const way = (kind: FormKind, about: string): WayOfFinding => ({
  key: kind,
  title: formKindNames[kind],
  about,
  to: `/needs/forms?kind=${kind}`,
  useStanding: () => useStandingOf(kind),
})

/** The ways of finding needs that are forms, answered on paper, in a small file or keyed in. */
export const waysOfForms: readonly WayOfFinding[] = [
  way('staff-survey', 'When you want to know what everybody thinks of their development, without names.'),
  way('skills-audit', 'When you plan the year: who can do what, who wants to learn what, who could help others.'),
  way('cpd-audit', 'When a year is over: what people did to learn, how useful it was, what became of it.'),
  way('arrangements-audit', 'When you ask how well development is led and arranged, leaders beside staff.'),
  way('self-assessment', 'Before reviews: where each person stands by a standard now, and wants to be next.'),
]

/** The round in which a need was found, on the page of the need. */
export const roundsNeedPanel: NeedPanel = { key: 'surveys', Panel: FoundInRound }

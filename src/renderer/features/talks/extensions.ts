import { talkKinds, type TalkKind } from '../../../shared/features/talks/model'
import { kindRoutes, kindWords } from '../../../shared/features/talks/words'
import { useRead } from '../../lib/contract-client'
import type { NeedPanel, PersonPanel, WayOfFinding } from '../../lib/extensions'
import { FoundInTalk } from './components/found-in-talk'
import { PersonTalks } from './components/person-talks'

/** The ways of finding needs that are talks and notes. */
export const waysOfTalking: readonly WayOfFinding[] = talkKinds.map((kind) => ({
  key: `talks.${kind}`,
  title: kindWords[kind].title,
  about: kindWords[kind].about,
  to: kindRoutes[kind],
  useStanding: () => useStandingOf(kind),
}))

function useStandingOf(kind: TalkKind): string | undefined {
  const { data } = useRead('talks.counts', {})
  if (data === undefined) return undefined
  const count = data.counts[kind]
  return count === 0 ? 'none this year' : `${count} this year`
}

/** Somebody's reviews and ways to a qualification, on their page. */
export const talksPersonPanel: PersonPanel = { key: 'talks', Panel: PersonTalks }

/** The talk in which a need was found, on the page of the need. */
export const talksNeedPanel: NeedPanel = { key: 'talks', Panel: FoundInTalk }

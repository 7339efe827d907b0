import { formatDayShort } from '../../../../shared/kernel/dates'
import type { PairLine } from '../../../../shared/features/mentoring/model'
import { metSentence, pairKindNames } from '../../../../shared/features/mentoring/words'
import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead } from '../../../lib/contract-client'

/** The pairs of a person, each a door to its meetings. */
export function PersonPairs({ personId }: { readonly personId: string }) {
  const read = useRead('mentoring.list', { who: 'all', personId })
  return (
    <>
      <SectionTitle level={3}>Coaching and mentoring</SectionTitle>
      <ReadState read={read}>
        {({ pairs }) => (
          <>
            {pairs.length > 0 && <Rows label="Pairs" items={pairs.map((pair) => rowOf(pair, personId))} />}
            <p>
              {pairs.length === 0 && 'In no pair. '}
              <TextLink strong to={`/mentoring/new?person=${personId}`}>
                Begin a pair
              </TextLink>
            </p>
          </>
        )}
      </ReadState>
    </>
  )
}

function rowOf(pair: PairLine, personId: string) {
  const isGuide = pair.guide.id === personId
  const other = isGuide ? pair.person : pair.guide
  const role = `${pairKindNames[pair.kind]}${isGuide ? ' of' : ' by'}`
  const since =
    pair.endedOn === null
      ? `since ${formatDayShort(pair.startedOn)}`
      : `${formatDayShort(pair.startedOn)} to ${formatDayShort(pair.endedOn)}`
  return {
    key: pair.id,
    title: (
      <>
        {role} <TextLink to={`/mentoring/${pair.id}`}>{other.name}</TextLink>
      </>
    ),
    about: `${since} · ${metSentence(pair)}`,
  }
}

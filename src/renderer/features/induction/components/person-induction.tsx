import { formatDay } from '../../../../shared/kernel/dates'
import type { InductionLine } from '../../../../shared/features/induction/model'
import { TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead } from '../../../lib/contract-client'
import { nextWords, progressWords, standingOf } from '../words'

/** The inductions of a person; for a starter without one, the way to begin it. */
export function PersonInduction({ personId }: { readonly personId: string }) {
  const read = useRead('induction.list', { who: 'all', personId })
  return (
    <ReadState read={read}>
      {({ inductions, starters }) =>
        inductions.length + starters.length === 0 ? null : (
          <>
            <SectionTitle level={3}>Induction</SectionTitle>
            {inductions.length === 0 ? (
              <p>
                Has no induction yet.{' '}
                <TextLink strong to={`/induction/begin?person=${personId}`}>
                  Begin it
                </TextLink>
              </p>
            ) : (
              <Rows label="Inductions" items={inductions.map(rowOf)} />
            )}
          </>
        )
      }
    </ReadState>
  )
}

function rowOf(induction: InductionLine) {
  const { tone, word } = standingOf(induction)
  const next = nextWords(induction)
  return {
    key: induction.id,
    title: (
      <TextLink to={`/induction/${induction.id}`}>
        {`From ${formatDay(induction.startedOn)}: ${progressWords(induction)}`}
      </TextLink>
    ),
    about: next === null ? undefined : `Next: ${next}`,
    action: <StatusMark tone={tone}>{word}</StatusMark>,
  }
}

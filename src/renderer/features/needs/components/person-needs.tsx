import { levelNames } from '../../../../shared/features/needs/words'
import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { NeedRows } from './need-rows'

/** The needs of a person that are open, and what they could help others with. */
export function PersonNeeds({ personId }: { readonly personId: string }) {
  const read = useRead('needs.list', { personId, state: 'open' })
  const expertise = useRead('expertise.list', { personId })
  return (
    <>
      <SectionTitle level={3}>Needs</SectionTitle>
      <ReadState read={read}>
        {({ needs }) => (
          <>
            {needs.length > 0 && <NeedRows needs={needs} withOwner={false} />}
            <p>
              {needs.length === 0 && 'No open need. '}
              <TextLink strong to={`/needs/new?person=${personId}`}>
                Raise a need
              </TextLink>
            </p>
          </>
        )}
      </ReadState>
      <ReadState read={expertise}>
        {({ lines }) =>
          lines.length === 0 ? null : (
            <p>
              Knows:{' '}
              {lines
                .map(({ subject, level, canTrain }) =>
                  canTrain
                    ? `${subject} (can train others)`
                    : `${subject} (${(levelNames[level] ?? '').toLowerCase()})`,
                )
                .join('; ')}
            </p>
          )
        }
      </ReadState>
    </>
  )
}

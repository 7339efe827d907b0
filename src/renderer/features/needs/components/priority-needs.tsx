import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { NeedRows } from './need-rows'

const MOST_SHOWN = 8

/** The open needs that serve a priority. */
export function PriorityNeeds({ priorityId }: { readonly priorityId: string }) {
  const read = useRead('needs.list', { priorityId, state: 'open' })
  return (
    <ReadState read={read}>
      {({ needs }) => (
        <>
          <SectionTitle>
            {needs.length === 0
              ? 'No open need serves it'
              : `${plural(needs.length, 'open need serves', 'open needs serve')} it`}
          </SectionTitle>
          {needs.length > 0 && <NeedRows needs={needs.slice(0, MOST_SHOWN)} withOwner />}
          <p>
            {needs.length > MOST_SHOWN && (
              <>
                <TextLink strong to={`/needs?priority=${priorityId}`}>
                  See all
                </TextLink>
                {' · '}
              </>
            )}
            <TextLink strong to={`/needs/new?priority=${priorityId}`}>
              Raise a need for it
            </TextLink>
          </p>
        </>
      )}
    </ReadState>
  )
}

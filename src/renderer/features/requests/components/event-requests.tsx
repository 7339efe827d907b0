import { LinkButton } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { RequestRows } from './request-rows'

/** Who asked for an event, and who was booked on it by a request. */
export function EventRequests({ eventId }: { readonly eventId: string }) {
  const read = useRead('requests.list', { eventId })
  return (
    <ReadState read={read}>
      {({ requests }) => (
        <>
          <SectionTitle
            aside={<LinkButton to={`/requests/new?event=${eventId}`}>Take in a request for it</LinkButton>}
          >
            {requests.length === 0
              ? 'Nobody has asked for it'
              : `${plural(requests.length, 'request', 'requests')} for it`}
          </SectionTitle>
          {requests.length > 0 && <RequestRows requests={requests} withPerson />}
        </>
      )}
    </ReadState>
  )
}

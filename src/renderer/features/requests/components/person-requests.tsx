import { TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { RequestRows } from './request-rows'

/** What somebody asked for, and what became of it. */
export function PersonRequests({ personId }: { readonly personId: string }) {
  const read = useRead('requests.list', { personId })
  return (
    <>
      <SectionTitle level={3}>Requests</SectionTitle>
      <ReadState read={read}>
        {({ requests }) => (
          <>
            {requests.length > 0 && <RequestRows requests={requests} withPerson={false} />}
            <p>
              {requests.length === 0 && 'Nothing asked for. '}
              <TextLink strong to={`/requests/new?person=${personId}`}>
                Take in a request
              </TextLink>
            </p>
          </>
        )}
      </ReadState>
    </>
  )
}

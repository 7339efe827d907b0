import { useParams } from 'wouter'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useQueryParam } from '../../../lib/navigation'
import { useRead } from '../../../lib/contract-client'
import { OpportunityForm } from '../components/opportunity-form'

/** Adds an opportunity, or changes one. */
export function OpportunityFormPage() {
  const { id } = useParams<{ id?: string }>()
  return id === undefined ? <NewOpportunity /> : <ChangedOpportunity id={id} />
}

const home = { title: 'Opportunities', to: '/opportunities' }

function NewOpportunity() {
  const [expertPersonId] = useQueryParam('expert')
  const [title] = useQueryParam('title')
  const choices = useRead('opportunities.choices', {})
  return (
    <>
      <PageHead
        title="Add an opportunity"
        about="A course that somebody offers, or what one of your own staff could lead. Its dates are added afterwards."
        trail={[home]}
      />
      <ReadState read={choices}>
        {(data) => {
          const isHere = data.people.some(({ id }) => id === expertPersonId)
          const own = isHere && expertPersonId !== undefined ? { expertPersonId, title: title ?? '' } : undefined
          return <OpportunityForm opportunity={undefined} own={own} choices={data} />
        }}
      </ReadState>
    </>
  )
}

function ChangedOpportunity({ id }: { readonly id: string }) {
  const read = useRead('opportunities.get', { id })
  const choices = useRead('opportunities.choices', {})
  return (
    <ReadState read={read}>
      {(opportunity) => (
        <>
          <PageHead
            title="Change an opportunity"
            trail={[home, { title: opportunity.title, to: `/opportunities/${id}` }]}
          />
          <ReadState read={choices}>
            {(data) => <OpportunityForm opportunity={opportunity} choices={data} />}
          </ReadState>
        </>
      )}
    </ReadState>
  )
}

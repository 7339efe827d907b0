import { useParams } from 'wouter'
import { LinkButton } from '../../../components/button'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { currentQuery } from '../../../lib/navigation'
import { CostPane } from '../components/cost-pane'
import { CostsList } from '../components/costs-list'
import { useCostFilter } from '../lib/filter-params'

/** Every cost, narrowed as asked, and beside the list the one that was chosen. */
export function CostsPage() {
  const years = useRead('money.years', {})
  return (
    <>
      <PageHead
        title="Costs"
        about="Everything that was expected, ordered, invoiced and paid. The totals are of every line that fits the filters."
        trail={[{ title: 'Money', to: '/money' }]}
        secondary={<LinkButton to="/money/invoices">Enter invoices</LinkButton>}
        primary={
          <LinkButton kind="primary" to="/money/costs/new">
            Record a cost
          </LinkButton>
        }
      />
      <ReadState read={years}>{(known) => <CostsOf years={known} />}</ReadState>
    </>
  )
}

function CostsOf({ years }: { readonly years: OutputFor<'money.years'> }) {
  const { id } = useParams<{ id?: string }>()
  const params = useCostFilter(years)
  const query = currentQuery()
  return (
    <MasterDetail
      backTo={query === '' ? '/money/costs' : `/money/costs?${query}`}
      detailLabel="Cost"
      list={<CostsList params={params} years={years} chosen={id} />}
      detail={id === undefined ? undefined : <CostPane key={id} id={id} />}
    />
  )
}

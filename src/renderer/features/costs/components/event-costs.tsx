import { formatPence } from '../../../../shared/kernel/money'
import type { CostSummary } from '../../../../shared/features/costs/model'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { FigureStrip } from '../../../components/figures'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { CostStateMark } from '../lib/cost-words'

const columns: readonly TableColumn<CostSummary>[] = [
  {
    key: 'what',
    title: 'Cost',
    kind: 'text',
    value: (cost) => cost.description,
    note: (cost) => [cost.personName, cost.supplier, cost.fundNames.join(', ')].filter(Boolean).join(' · '),
  },
  {
    key: 'on',
    title: 'Day',
    kind: 'day',
    value: (cost) => cost.lastMovedOn ?? cost.expectedOn,
    width: 112,
    hideNarrow: true,
  },
  {
    key: 'state',
    title: 'State',
    kind: 'text',
    value: (cost) => cost.state,
    render: (cost) => <CostStateMark state={cost.state} />,
    width: 120,
  },
  { key: 'paid', title: 'Paid', kind: 'money', value: (cost) => cost.paidPence || null, width: 112 },
  { key: 'promised', title: 'Promised', kind: 'money', value: (cost) => cost.promisedPence || null, width: 112 },
]

/** What an event cost, on the event's own page. */
export function EventCosts({ eventId }: { readonly eventId: string }) {
  const read = useRead('costs.list', { eventId })
  const add = `/money/costs/new?event=${eventId}`
  return (
    <ReadState read={read}>
      {({ costs, totals }) => (
        <>
          <SectionTitle aside={costs.length > 0 && <LinkButton to={add}>Record a cost</LinkButton>}>
            Costs
          </SectionTitle>
          {costs.length > 0 && (
            <FigureStrip
              items={[
                { label: 'Paid', value: formatPence(totals.paidPence) },
                { label: 'Promised', value: formatPence(totals.promisedPence) },
                ...(totals.expectedPence === 0
                  ? []
                  : [{ label: 'Expected', value: formatPence(totals.expectedPence) }]),
              ]}
            />
          )}
          <DataTable
            label="Costs of this event"
            rows={costs}
            rowKey={(cost) => cost.id}
            columns={columns}
            height="natural"
            hrefOf={(cost) => `/money/costs/${cost.id}`}
            onOpen={(cost) => navigate(`/money/costs/${cost.id}`)}
            totals={{ paid: totals.paidPence, promised: totals.promisedPence }}
            empty={
              <EmptyState
                title="No cost of this event yet"
                about="Fees, cover, travel and materials belong here, each as it is ordered, invoiced and paid, so that the event knows what it cost."
                primary={<LinkButton to={add}>Record the first cost</LinkButton>}
                secondary={<LinkButton to="/money/invoices">Enter invoices</LinkButton>}
              />
            }
          />
        </>
      )}
    </ReadState>
  )
}

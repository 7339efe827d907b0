import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, withQuery } from '../../../lib/navigation'
import type { CostSummary } from '../../../../shared/features/costs/model'
import { eventOf } from '../lib/cost-option'
import { CostStateMark } from '../lib/cost-words'
import type { CostFilterParams } from '../lib/filter-params'
import { CostsFilter } from './costs-filter'
import { CutList } from './cut-list'

const columns: readonly TableColumn<CostSummary>[] = [
  {
    key: 'what',
    title: 'Cost',
    kind: 'text',
    value: (cost) => cost.description,
    note: (cost) => [eventOf(cost), cost.personName, cost.supplier].filter(Boolean).join(' · '),
  },
  {
    key: 'on',
    title: 'Day',
    kind: 'day',
    value: (cost) => cost.lastMovedOn ?? cost.expectedOn,
    width: 108,
    hideNarrow: true,
  },
  {
    key: 'state',
    title: 'State',
    kind: 'text',
    value: (cost) => cost.state,
    render: (cost) => <CostStateMark state={cost.state} />,
    width: 116,
  },
  {
    key: 'fund',
    title: 'Fund',
    kind: 'text',
    value: (cost) => cost.fundNames.join(', '),
    note: (cost) => cost.financeCode ?? 'no code yet',
    hideNarrow: true,
    width: 140,
  },
  { key: 'paid', title: 'Paid', kind: 'money', value: (cost) => cost.paidPence || null, width: 104 },
  { key: 'promised', title: 'Promised', kind: 'money', value: (cost) => cost.promisedPence || null, width: 104 },
]
const expectedColumn: TableColumn<CostSummary> = {
  key: 'expected',
  title: 'Expected',
  kind: 'money',
  value: (cost) => cost.expectedPence || null,
  width: 104,
  hideNarrow: true,
}
const incomeColumn: TableColumn<CostSummary> = {
  key: 'income',
  title: 'Income',
  kind: 'money',
  value: (cost) => cost.incomePence || null,
  width: 104,
}
// Beside a cost there is room for what it is and how much.
const besideKeys: ReadonlySet<string> = new Set(['what', 'paid', 'promised'])

interface CostsListProps {
  readonly params: CostFilterParams
  readonly years: OutputFor<'money.years'>
  readonly chosen: string | undefined
}

/** The costs asked for, with totals of all that fit. */
export function CostsList({ params, years, chosen }: CostsListProps) {
  const read = useRead('costs.list', params.filter, { keepPrevious: true })
  return (
    <>
      <CostsFilter params={params} years={years} isNarrow={chosen !== undefined} />
      <ReadState read={read}>{(list) => <Costs list={list} chosen={chosen} />}</ReadState>
    </>
  )
}

function Costs({ list, chosen }: { readonly list: OutputFor<'costs.list'>; readonly chosen: string | undefined }) {
  const { costs, totals, more } = list
  const routeOf = (cost: CostSummary) => withQuery(`/money/costs/${cost.id}`)
  const all = [
    ...columns,
    ...(totals.expectedPence === 0 ? [] : [expectedColumn]),
    ...(totals.incomePence === 0 ? [] : [incomeColumn]),
  ]
  const shown = chosen === undefined ? all : all.filter((column) => besideKeys.has(column.key))
  const first = shown[0]?.key ?? 'what'
  return (
    <>
      <DataTable
        label="Costs"
        rows={costs}
        rowKey={(cost) => cost.id}
        columns={shown}
        hrefOf={routeOf}
        onOpen={(cost) => navigate(routeOf(cost))}
        selectedKey={chosen}
        totals={{
          [first]: plural(costs.length + more, 'cost', 'costs'),
          paid: totals.paidPence,
          promised: totals.promisedPence,
          expected: totals.expectedPence,
          income: totals.incomePence,
        }}
        empty={<NoCost />}
      />
      <CutList shown={costs.length} more={more} what="costs" />
    </>
  )
}

function NoCost() {
  return (
    <EmptyState
      title="No cost fits"
      about="Costs appear here as they are expected, ordered, invoiced and paid. Choose another year or fewer filters, or write the first one down."
      primary={<LinkButton to="/money/costs/new">Record a cost</LinkButton>}
      secondary={<LinkButton to="/money/costs?span=all">Show every year</LinkButton>}
    />
  )
}

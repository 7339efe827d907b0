import { Plus } from 'lucide-react'
import { useParams } from 'wouter'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { sumPence } from '../../../../shared/kernel/money'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { FundPane } from '../components/fund-pane'

type Fund = OutputFor<'funds.list'>['funds'][number]
type Kinds = OutputFor<'packs.financeCodes'>['fundKinds']

function columnsFor(kinds: Kinds): readonly TableColumn<Fund>[] {
  const nameOf = (code: string) => kinds.find((kind) => kind.code === code)?.name ?? code
  return [
    {
      key: 'name',
      title: 'Fund',
      kind: 'text',
      value: (fund) => fund.name,
      note: (fund) => [nameOf(fund.kind), fund.reference].filter(Boolean).join(' · '),
    },
    {
      key: 'given',
      title: 'Latest amount',
      kind: 'pounds',
      value: (fund) => latestAmount(fund),
      note: (fund) => latestSpan(fund),
      width: 190,
    },
    { key: 'costs', title: 'Costs', kind: 'count', value: (fund) => fund.costCount, width: 88 },
    {
      key: 'from',
      title: 'Comes from',
      kind: 'text',
      value: (fund) => (fund.isArchived ? 'put away' : fund.isExternal ? 'outside' : 'the school'),
      render: (fund) =>
        fund.isArchived ? (
          <StatusMark tone="none">Put away</StatusMark>
        ) : fund.isExternal ? (
          'Outside'
        ) : (
          'The school'
        ),
      width: 130,
      hideNarrow: true,
    },
  ]
}

/** Everything given for the newest span: an amount and its top-ups. */
function latestAmount(fund: Fund): number | null {
  const last = fund.amounts.at(-1)
  if (!last) return null
  return sumPence(fund.amounts.filter((amount) => amount.toOn === last.toOn).map((amount) => amount.amountPence))
}

function latestSpan(fund: Fund): string | null {
  const last = fund.amounts.at(-1)
  return last ? `to ${formatDayShort(last.toOn)}` : 'no amount yet'
}

/** Where money comes from, and how much of it there is for which days. */
export function FundsPage() {
  const { id } = useParams<{ id?: string }>()
  const funds = useRead('funds.list', {})
  const pack = useRead('packs.financeCodes', {})
  return (
    <>
      <PageHead
        title="Funds"
        about="Where the money for CPD comes from, and how much was given for which days. A top-up is one more amount."
        trail={[{ title: 'Money', to: '/money' }]}
        primary={
          id === 'new' ? undefined : (
            <LinkButton kind="primary" to="/money/funds/new" icon={<Plus aria-hidden="true" />}>
              Set up a fund
            </LinkButton>
          )
        }
      />
      <ReadState read={pack}>
        {({ fundKinds }) => (
          <ReadState read={funds}>{(list) => <Funds funds={list.funds} kinds={fundKinds} chosen={id} />}</ReadState>
        )}
      </ReadState>
    </>
  )
}

interface FundsProps {
  readonly funds: readonly Fund[]
  readonly kinds: Kinds
  readonly chosen: string | undefined
}

function Funds({ funds, kinds, chosen }: FundsProps) {
  const fund = funds.find((one) => one.id === chosen)
  const isOpen = chosen === 'new' || fund !== undefined
  return (
    <MasterDetail
      backTo="/money/funds"
      detailLabel="Fund"
      list={
        <DataTable
          label="Funds"
          rows={funds}
          rowKey={(one) => one.id}
          columns={columnsFor(kinds)}
          hrefOf={(one) => `/money/funds/${one.id}`}
          onOpen={(one) => navigate(`/money/funds/${one.id}`)}
          selectedKey={chosen}
          height="natural"
          empty={<NoFundYet isForm={isOpen} />}
        />
      }
      detail={isOpen ? <FundPane key={chosen} fund={fund} kinds={kinds} /> : undefined}
    />
  )
}

function NoFundYet({ isForm }: { readonly isForm: boolean }) {
  if (isForm) return <p className="muted">{plural(0, 'fund', 'funds')} so far.</p>
  return (
    <EmptyState
      title="No fund yet"
      about="A fund is a purse: the school’s own budget, a grant, the parents’ association. Every cost says from which it is paid, so that each can be reported on by itself."
      primary={<LinkButton to="/money/funds/new">Set up the first fund</LinkButton>}
      secondary={<LinkButton to="/money">Back to Money</LinkButton>}
    />
  )
}

import type { Balance } from '../../../../shared/features/needs/balance'
import { balanceTable, balanceTitles, nothingServes } from '../../../../shared/features/needs/balance-tables'
import { balanceViews, type BalanceView } from '../../../../shared/features/needs/contract'
import { yearLabel } from '../../../../shared/kernel/years'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { FigureStrip, Finding } from '../../../components/figures'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { Tabs } from '../../../components/tabs'
import { YearPicker } from '../../../components/year-picker'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { PaperButtons } from '../components/paper-buttons'

/** Needs set beside each other, to decide what to do first. */
export function BalancePage() {
  const [asked, setYear] = useQueryParam('year')
  const year = asked !== undefined && /^\d{4}$/.test(asked) ? Number(asked) : undefined
  const [view, setView] = useView()
  const read = useRead('needs.balance', year === undefined ? {} : { year }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Balance of needs"
        about="What many need, what matters most, what nothing serves yet, and who in the school could help."
        trail={[{ title: 'Needs', to: '/needs' }]}
        secondary={
          read.data !== undefined &&
          read.data.whole.needs > 0 && <PaperButtons of={{ kind: 'balance', view, year: read.data.startYear }} />
        }
      />
      <ReadState read={read}>
        {(balance) => (
          <>
            <Block>
              <YearPicker
                value={{ kind: 'academic', startYear: balance.startYear }}
                years={[balance.thisYear + 1, balance.thisYear, balance.thisYear - 1]}
                kindFixed
                onChange={(next) => setYear(String(next.startYear))}
              />
            </Block>
            {balance.whole.needs === 0 ? (
              <NoNeed balance={balance} />
            ) : (
              <Views balance={balance} view={view} onView={setView} />
            )}
          </>
        )}
      </ReadState>
    </>
  )
}

function NoNeed({ balance }: { readonly balance: Balance }) {
  return (
    <EmptyState
      title={`No need stood open in ${yearLabel(balance.startYear)}`}
      about="As soon as needs are raised, this page sets them beside each other: by priority, group and source, the same ones together, and by importance and cost."
      primary={<LinkButton to="/needs/new">Raise a need</LinkButton>}
      secondary={<LinkButton to="/needs">See all needs</LinkButton>}
    />
  )
}

/** The view that is looked at, kept in the route. */
function useView(): [BalanceView, (view: string) => void] {
  const [asked, setView] = useQueryParam('view')
  const view = balanceViews.find((one) => one === asked) ?? 'priority'
  return [view, (next) => setView(next === 'priority' ? undefined : next)]
}

interface ViewsProps {
  readonly balance: Balance
  readonly view: BalanceView
  readonly onView: (view: string) => void
}

function Views({ balance, view, onView }: ViewsProps) {
  return (
    <>
      <Found balance={balance} />
      <Figures balance={balance} />
      <Tabs
        label="Views"
        selected={view}
        onSelect={onView}
        tabs={balanceViews.map((key) => ({
          key,
          title: tabTitles[key],
          content: <View balance={balance} view={key} />,
        }))}
      />
    </>
  )
}

const tabTitles: Readonly<Record<BalanceView, string>> = {
  priority: 'By priority',
  group: 'By group',
  source: 'By source',
  clusters: 'The same needs',
  matrix: 'Importance and cost',
  unserved: 'Served by nothing',
}

function View({ balance, view }: { readonly balance: Balance; readonly view: BalanceView }) {
  const table = balanceTable(balance, view, true)
  if (table.rows.length === 0)
    return <p className="muted">Nothing stands here: something serves or fits every open need.</p>
  return <SimpleTable table={{ ...table, title: balanceTitles[view] }} />
}

/** The largest cluster, in a sentence. */
function Found({ balance: { clusters } }: { readonly balance: Balance }) {
  const [largest] = clusters
  if (largest === undefined) return null
  const helpers = largest.experts.length
  return (
    <Finding>
      <em>{largest.owners === 1 ? 'One person or team needs' : `${largest.owners} people or teams need`}</em> “
      {largest.title}”
      {helpers === 0
        ? '; nobody here is known to train others in it.'
        : `; ${plural(helpers, 'colleague', 'colleagues')} here could train them.`}
    </Finding>
  )
}

function Figures({ balance }: { readonly balance: Balance }) {
  const { whole, clusters, startYear } = balance
  const open = whole.states.raised + whole.states.agreed + whole.states.planned
  const nothing = clusters.filter(nothingServes).reduce((sum, { unserved }) => sum + unserved, 0)
  return (
    <FigureStrip
      items={[
        {
          label: 'Open',
          value: String(open),
          note: `of ${plural(whole.needs, 'need', 'needs')}`,
          to: `/needs?year=${startYear}&state=open`,
        },
        {
          label: 'Open and essential',
          value: String(whole.essential),
          note: 'look at these first',
          to: '/needs?state=open&importance=3',
        },
        {
          label: 'Open without an event',
          value: String(whole.unserved),
          note: `${nothing} with no opportunity either`,
          to: `/needs?year=${startYear}&state=open&unserved=yes`,
        },
      ]}
    />
  )
}

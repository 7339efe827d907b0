import { formatPence, pence } from '../../../../shared/kernel/money'
import type { ReportTable } from '../../../../shared/kernel/report-table'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { SimpleTable } from '../../../components/simple-table'

const example: ReportTable = {
  key: 'example',
  title: 'Funds, as they will look',
  columns: [
    { key: 'fund', title: 'Fund', kind: 'text' },
    { key: 'budget', title: 'Budget', kind: 'pounds' },
    { key: 'promised', title: 'Promised', kind: 'pounds' },
    { key: 'paid', title: 'Paid', kind: 'pounds' },
    { key: 'left', title: 'Left', kind: 'pounds' },
  ],
  rows: [
    ['School budget', 800_000, 124_000, 310_500, 365_500],
    ['Early career teachers', 260_000, 0, 78_000, 182_000],
    ['Parents’ association', 100_000, 25_000, 25_000, 50_000],
  ].map(([fund, budget, promised, paid, left]) => ({
    key: String(fund),
    cells: {
      fund: String(fund),
      budget: pence(Number(budget)),
      promised: pence(Number(promised)),
      paid: pence(Number(paid)),
      left: pence(Number(left)),
    },
  })),
  notes: [],
}

const about =
  'Set up the funds that pay for CPD and what was given to each. Then write costs down as they are ordered, invoiced and paid, or take them from the finance system, and this page says what is promised, paid and left.'

/** An import alone counts nothing: who has just made one must not think that it was lost. */
function waitingWords({ count, netPence, elsewhere }: NoMoneyProps['waiting']): string {
  const isHere = count > 0
  const lines = isHere ? count : elsewhere
  const which = isHere ? `of this year, ${formatPence(netPence)} net,` : 'of other years'
  return `${plural(lines, 'ledger line', 'ledger lines')} ${which} ${lines === 1 ? 'waits' : 'wait'}: a line counts only when you say which cost it is, or make it one.`
}

interface NoMoneyProps {
  readonly label: string
  /** Lines of the ledger, in the year and elsewhere, that nobody has linked or accepted. */
  readonly waiting: OutputFor<'money.totals'>['ledgerWaiting']
}

/** A year without a fund or a cost: what the page is for, and ways to start or to go on. */
export function NoMoneyYet({ label, waiting }: NoMoneyProps) {
  const known = useRead('funds.list', {})
  const isAnyWaiting = waiting.count + waiting.elsewhere > 0
  const hasFunds = (known.data?.funds.length ?? 0) > 0
  return (
    <EmptyState
      title={waiting.count > 0 ? `No money counts for ${label} yet` : `No money is recorded for ${label}`}
      about={isAnyWaiting ? waitingWords(waiting) : about}
      picture={<SimpleTable table={example} />}
      primary={
        isAnyWaiting ? (
          <LinkButton to="/money/ledger">See the ledger lines</LinkButton>
        ) : hasFunds ? (
          <LinkButton to="/money/funds">Set up funds and amounts</LinkButton>
        ) : (
          <LinkButton to="/money/funds/new">Set up the first fund</LinkButton>
        )
      }
      secondary={
        isAnyWaiting ? (
          <LinkButton to="/money/funds">Set up funds and amounts</LinkButton>
        ) : (
          <LinkButton to="/imports/ledger">Import ledger lines</LinkButton>
        )
      }
    />
  )
}

import { pence } from '../../../../shared/kernel/money'
import type { ReportTable } from '../../../../shared/kernel/report-table'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { useRead } from '../../../lib/contract-client'
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

/** A year without a fund or a cost: what the page is for, and ways to start or to go on. */
export function NoMoneyYet({ label }: { readonly label: string }) {
  const known = useRead('funds.list', {})
  const hasFunds = (known.data?.funds.length ?? 0) > 0
  return (
    <EmptyState
      title={`No money is recorded for ${label}`}
      about="Set up the funds that pay for CPD and what was given to each. Then write costs down as they are ordered, invoiced and paid, or take them from the finance system, and this page says what is promised, paid and left."
      picture={<SimpleTable table={example} />}
      primary={
        hasFunds ? (
          <LinkButton to="/money/funds">Set up funds and amounts</LinkButton>
        ) : (
          <LinkButton to="/money/funds/new">Set up the first fund</LinkButton>
        )
      }
      secondary={<LinkButton to="/imports/ledger">Import ledger lines</LinkButton>}
    />
  )
}

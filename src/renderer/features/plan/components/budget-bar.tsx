import type { ReactNode } from 'react'
import type { Plan, PlanLine } from '../../../../shared/features/plan/model'
import type { Drawn } from '../../../../shared/features/plan/rules'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { MoneyField } from '../../../components/fields/money-field'
import { FigureStrip } from '../../../components/figures'
import { plural } from '../../../lib/format'

interface BudgetBarProps {
  readonly plan: Plan
  readonly drawn: Drawn<PlanLine>
  /** A budget that is tried and not kept. */
  readonly tried: Pence | null
  readonly onTry: (budget: Pence | null) => void
  /** Which year. */
  readonly children: ReactNode
  /** Where one goes from here. */
  readonly doors: ReactNode
}

/** What there is, what is planned of it, what is left and what waits; and what another budget would do. */
export function BudgetBar({ plan, drawn, tried, onTry, children, doors }: BudgetBarProps) {
  const budget = tried ?? plan.budgetPence
  const above = drawn.placed.filter(({ isAbove }) => isAbove).length
  const items = [
    {
      label: tried === null ? 'Budget' : 'Budget, tried',
      value: budget === null ? 'Not entered' : formatPence(budget),
      note: budgetNote(plan, tried),
      ...(tried === null && plan.ownBudgetPence === null && { to: '/money/funds' }),
    },
    { label: 'Above the line', value: formatPence(drawn.abovePence), note: plural(above, 'line', 'lines') },
    {
      label: drawn.leftPence !== null && drawn.leftPence < 0 ? 'Over' : 'Left',
      value: drawn.leftPence === null ? '–' : formatPence(drawn.leftPence),
      note: 'budget less what is above',
    },
    {
      label: 'Below the line',
      value: formatPence(drawn.belowPence),
      note: plural(drawn.placed.length - above, 'line', 'lines'),
    },
  ]
  return (
    <>
      <FigureStrip items={items} />
      <div className="plan-try">
        {children}
        <MoneyField
          label="What if the budget were"
          value={tried}
          onChange={(next) => onTry(typeof next === 'number' ? next : null)}
        />
        {tried !== null && (
          <Button kind="quiet" onPress={() => onTry(null)}>
            Back to the budget
          </Button>
        )}
        <div className="plan-doors">{doors}</div>
      </div>
    </>
  )
}

function budgetNote(plan: Plan, tried: Pence | null): string {
  if (tried !== null) return 'only looked at, nothing is kept'
  if (plan.ownBudgetPence !== null) return 'set for this plan'
  const chosen = plan.funds.filter(({ isChosen }) => isChosen)
  const days =
    plan.budgetReachesTo === null ? 'for the days of the year' : `to ${formatDayShort(plan.budgetReachesTo)} only`
  return plural(chosen.length, `fund, ${days}`, `funds, ${days}`)
}

import { useState } from 'react'
import { formatPence } from '../../../../shared/kernel/money'
import type { LedgerLine } from '../../../../shared/features/costs/ledger-contract'
import type { CostSummary } from '../../../../shared/features/costs/model'
import { Button } from '../../../components/button'
import { ComboBox } from '../../../components/fields/combo-box'
import { useRead } from '../../../lib/contract-client'
import { becameOf, costOption } from '../lib/cost-option'
import './costs.css'

interface OtherCostProps {
  readonly line: LedgerLine
  readonly onLink: (costLineId: string) => void
}

/** Any other cost, found by its words, for a line that no suggestion fits. */
export function OtherCost({ line, onLink }: OtherCostProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const read = useRead('costs.list', {})
  const costs = read.data?.costs ?? []
  const found = costs.find((cost) => cost.id === chosen)
  if (costs.length === 0) return null
  return (
    <div className="fund-split">
      <ComboBox
        label="Another cost"
        options={costs.map(costOption)}
        value={chosen}
        onChange={(next) => setChosen(next ?? null)}
      />
      {found && <Button onPress={() => onLink(found.id)}>Link to this cost</Button>}
      {found && <p className="cost-says">{linkingSays(found, line)}</p>}
    </div>
  )
}

/** What the cost is, and what linking would do to it: a line is easily linked to last year's, or to one that is paid. */
function linkingSays(cost: CostSummary, line: LedgerLine): string {
  const opening = `${cost.description}: ${becameOf(cost)}.`
  if (cost.paidPence === 0 || cost.kindCode === 'income' || line.netPence <= 0) return opening
  if (cost.paidPence === line.netPence || cost.paidPence === line.grossPence) return opening
  return `${opening} Unless this very payment is among it, linking pays ${formatPence(line.netPence)} net more for it.`
}

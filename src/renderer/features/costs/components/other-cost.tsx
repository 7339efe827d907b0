import { useState } from 'react'
import { formatPence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { ComboBox } from '../../../components/fields/combo-box'
import { useRead } from '../../../lib/contract-client'
import './costs.css'

/** Any other cost, found by its words, for a line that no suggestion fits. */
export function OtherCost({ onLink }: { readonly onLink: (costLineId: string) => void }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const read = useRead('costs.list', {})
  const options = (read.data?.costs ?? []).map((cost) => ({
    value: cost.id,
    title: [cost.description, cost.orderNumber].filter(Boolean).join(' · '),
    note: [cost.eventTitle, cost.supplier, formatPence(cost.paidPence)].filter(Boolean).join(', '),
  }))
  if (options.length === 0) return null
  return (
    <div className="fund-split">
      <ComboBox
        label="Another cost"
        options={options}
        value={chosen}
        onChange={(next) => setChosen(next ?? null)}
      />
      {chosen !== null && <Button onPress={() => onLink(chosen)}>Link to this cost</Button>}
    </div>
  )
}

import { X } from 'lucide-react'
import { formatDay, zDay, type Day } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { useQueryParam } from '../../../lib/navigation'

/** The days that a door narrowed the ledger to, and a way to let them go. */
export interface LedgerDays {
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly clear: () => void
}

/** Reads the days from the route (`from=2025-04-01&to=2026-03-31`); what is no day there narrows nothing. */
export function useLedgerDays(): LedgerDays {
  const [from, setFrom] = useQueryParam('from')
  const [to, setTo] = useQueryParam('to')
  return {
    from: zDay.safeParse(from).data,
    to: zDay.safeParse(to).data,
    clear: () => {
      setFrom(undefined)
      setTo(undefined)
    },
  }
}

/** Says to which days the ledger is narrowed; pressed, it shows those of every day again. Nothing without a door. */
export function LedgerDaysDoor({ days: { from, to, clear } }: { readonly days: LedgerDays }) {
  if (from === undefined && to === undefined) return null
  const words = [from && `from ${formatDay(from)}`, to && `to ${formatDay(to)}`].filter(Boolean).join(' ')
  return (
    <div className="costs-doors">
      <Button size="small" icon={<X aria-hidden="true" />} onPress={clear}>
        Only lines {words}
      </Button>
    </div>
  )
}

import { formatDayShort } from '../../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../../shared/kernel/money'
import { stateWords } from '../../../../shared/features/costs/words'
import type { CostSummary } from '../../../../shared/features/costs/model'
import type { Option } from '../../../components/fields/field-types'

/** The event of a cost, unless the cost is named after it already. */
export function eventOf(cost: Pick<CostSummary, 'eventTitle' | 'description'>): string | null {
  return cost.eventTitle !== null && cost.description.includes(cost.eventTitle) ? null : cost.eventTitle
}

/**
 * A cost to choose: what it is, and what tells it from another of the same name, which is often last year's: its day,
 * and what has become of how much.
 */
export function costOption(cost: CostSummary): Option {
  return {
    value: cost.id,
    title: [cost.description, cost.orderNumber].filter(Boolean).join(' · '),
    note: [eventOf(cost), cost.supplier, formatDayShort(cost.lastMovedOn ?? cost.expectedOn), becameOf(cost)]
      .filter(Boolean)
      .join(', '),
  }
}

/** What has become of a cost, and of how much: "paid £198.00", "invoiced £40.00". */
export function becameOf(cost: CostSummary): string {
  const amount = cost.state === 'estimated' ? cost.expectedPence : cost.paidPence + cost.promisedPence
  return `${stateWords[cost.state].toLowerCase()} ${formatPence(amount as Pence)}`
}

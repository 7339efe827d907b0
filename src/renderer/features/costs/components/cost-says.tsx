import { useFormContext, useWatch } from 'react-hook-form'
import { isDay, type Day } from '../../../../shared/kernel/dates'
import type { Pence } from '../../../../shared/kernel/money'
import { costInWords } from '../../../../shared/features/costs/words'
import type { Choices, CostFormInput } from '../lib/cost-form'
import './costs.css'

/** What saving will do, in a sentence that follows what is typed. */
export function CostSays({ isNew, choices }: { readonly isNew: boolean; readonly choices: Choices }) {
  const { control } = useFormContext<CostFormInput>()
  const values = useWatch({ control })
  const amount = (value: unknown): Pence | null => (typeof value === 'number' ? (value as Pence) : null)
  const event = choices.events.find((one) => one.id === values.eventId)
  const funds = (values.funds ?? []).flatMap(({ fundId, weight }) =>
    choices.funds
      .filter((fund) => fund.id === fundId)
      .map(({ name }) => ({ name, weight: Number.isInteger(weight) ? Math.max(0, weight ?? 1) : 1 })),
  )
  const movedOn = values.movedOn
  const text = costInWords({
    netPence: amount(values.netPence),
    vatPence: amount(values.vatPence),
    isVatRecoverable: values.isVatRecoverable ?? true,
    financeCode: values.financeCode ?? null,
    funds,
    where: values.isForEvent === 'event' && event ? `“${event.title}”` : null,
    start: isNew
      ? {
          kind: values.start ?? 'committed',
          movedOn: typeof movedOn === 'string' && isDay(movedOn) ? (movedOn as Day) : null,
        }
      : null,
  })
  return (
    <p className="cost-says" aria-live="polite">
      {text}
    </p>
  )
}

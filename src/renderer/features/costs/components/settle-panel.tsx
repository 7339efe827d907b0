import { useEffect } from 'react'
import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { pence, type Pence } from '../../../../shared/kernel/money'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { zNotNegative, type Cost } from '../../../../shared/features/costs/model'
import { SidePanel } from '../../../components/dialog'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm, type ZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'

const zSettleForm = z.object({
  movedOn: zDay,
  netPence: zNotNegative,
  vatPence: zNotNegative.nullable(),
  reference: zOptionalLine(120),
  isFinal: z.boolean(),
})

export type SettleKind = 'invoiced' | 'paid' | 'credited'

const words = {
  invoiced: {
    title: 'Record the invoice',
    submit: 'Record the invoice',
    reference: 'Invoice number',
    saved: 'Invoice recorded',
    last: 'This is the last invoice',
  },
  paid: {
    title: 'Record the payment',
    submit: 'Record the payment',
    reference: 'Payment number',
    saved: 'Payment recorded',
    last: 'This is the last payment',
  },
  credited: {
    title: 'Record a credit note',
    submit: 'Record the credit note',
    reference: 'Number of the credit note',
    saved: 'Credit note recorded',
    last: '',
  },
} as const

interface SettlePanelProps {
  readonly kind: SettleKind
  readonly cost: Cost
  readonly onClose: () => void
}

/** The invoice, the payment or the credit note of a cost, with what is still to come filled in. */
export function SettlePanel(props: SettlePanelProps) {
  const status = useRead('school.status', {})
  return (
    <SidePanel title={words[props.kind].title} isOpen onClose={props.onClose}>
      {status.data && <SettleForm {...props} today={status.data.today} />}
    </SidePanel>
  )
}

function SettleForm({ kind, cost, onClose, today }: SettlePanelProps & { readonly today: Day }) {
  const left = kind === 'invoiced' ? cost.toInvoice : cost.toPay
  const isCredit = kind === 'credited'
  const form = useZodForm(zSettleForm, {
    movedOn: today,
    netPence: isCredit ? null : left.netPence,
    vatPence: isCredit ? pence(0) : left.vatPence,
    reference: null,
    isFinal: true,
  })
  const { saved, submit, reference, last } = words[kind]
  const hasOrder = !isCredit && isOrderOpen(cost)
  useLastByAmount(form, kind === 'paid' ? left.netPence : null)
  const invoice = useWrite('costs.markInvoiced', { saved })
  const pay = useWrite('costs.markPaid', { saved })
  const credit = useWrite('costs.credit', { saved })
  return (
    <Form
      form={form}
      label={words[kind].title}
      onSubmit={({ isFinal, vatPence, ...values }) => {
        const input = { costLineId: cost.id, ...values, vatPence: vatPence ?? pence(0) }
        if (kind === 'credited') return credit.send(input)
        return (kind === 'invoiced' ? invoice : pay).send({ ...input, isFinal })
      }}
      onSaved={onClose}
    >
      <DateField name="movedOn" label="Day" isRequired />
      <FormRow>
        <MoneyField
          name="netPence"
          label="Net"
          isRequired
          {...(isCredit ? { hint: 'As printed, without a minus' } : {})}
        />
        <MoneyField name="vatPence" label="VAT" />
      </FormRow>
      <TextField name="reference" label={reference} />
      {hasOrder && (
        <CheckBox name="isFinal" label={last} hint="Whatever is left of the order is then no longer promised" />
      )}
      <FormActions submit={submit} onCancel={onClose} />
    </Form>
  )
}

/** Whether something is ordered that no invoice has asked for: only then is there anything to give up. */
function isOrderOpen(cost: Cost): boolean {
  const isOrdered = cost.movements.some((movement) => movement.kind === 'committed')
  return isOrdered && cost.toInvoice.netPence + cost.toInvoice.vatPence > 0
}

/** A payment of less than what is left is not the last one, until somebody says so. */
function useLastByAmount(form: ZodForm<typeof zSettleForm>, leftPence: Pence | null): void {
  const { watch, setValue, getFieldState } = form
  const netPence = watch('netPence')
  useEffect(() => {
    if (leftPence === null || typeof netPence !== 'number' || getFieldState('isFinal').isDirty) return
    setValue('isFinal', netPence >= leftPence)
  }, [netPence, leftPence, setValue, getFieldState])
}

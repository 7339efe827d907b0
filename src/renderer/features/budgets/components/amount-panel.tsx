import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zPence } from '../../../../shared/kernel/money'
import { zOptionalText } from '../../../../shared/kernel/texts'
import { periodUnder, regimeOn, type Period } from '../../../../shared/kernel/years'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'

type Amount = OutputFor<'funds.list'>['funds'][number]['amounts'][number]

// The fields of the form; the order of the days is checked where the amount is kept.
const zAmountForm = z.object({ fromOn: zDay, toOn: zDay, amountPence: zPence, note: zOptionalText(300) })

interface AmountPanelProps {
  readonly fundId: string
  readonly amount: Amount | undefined
  readonly onClose: () => void
}

/** An amount given for a span of days; it starts with this financial year. */
export function AmountPanel(props: AmountPanelProps) {
  const years = useRead('money.years', {})
  return (
    <SidePanel title={props.amount ? 'Change an amount' : 'Add an amount'} isOpen onClose={props.onClose}>
      <ReadState read={years}>
        {({ regimes, thisFinancial }) => (
          <AmountForm
            {...props}
            year={periodUnder({ kind: 'financial', startYear: thisFinancial }, (on) => regimeOn(regimes, on))}
          />
        )}
      </ReadState>
    </SidePanel>
  )
}

function AmountForm({ fundId, amount, onClose, year }: AmountPanelProps & { readonly year: Period }) {
  const form = useZodForm(zAmountForm, {
    fromOn: amount?.fromOn ?? year.startsOn,
    toOn: amount?.toOn ?? year.endsOn,
    amountPence: amount?.amountPence ?? null,
    note: amount?.note ?? null,
  })
  const save = useWrite('funds.saveAmount', { saved: 'Amount saved' })
  return (
    <Form
      form={form}
      label="Amount"
      onSubmit={(values) => save.send({ fundId, ...values, ...(amount ? { id: amount.id } : {}) })}
      onSaved={onClose}
    >
      <MoneyField name="amountPence" label="Amount" isRequired autoFocus hint="Negative for what was taken back" />
      <FormRow>
        <DateField name="fromOn" label="From" isRequired />
        <DateField name="toOn" label="To" isRequired />
      </FormRow>
      <p className="muted">
        A year that holds only some of these days counts its part by days; the parts add up exactly.
      </p>
      <TextField name="note" label="Note" hint="Such as: top-up agreed in May" />
      <FormActions submit="Save the amount" onCancel={onClose} />
    </Form>
  )
}

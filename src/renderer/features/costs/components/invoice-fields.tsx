import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { isVatUsuallyRecoverable } from '../../../../shared/features/costs/rules'
import { formatPence } from '../../../../shared/kernel/money'
import type { CostSummary } from '../../../../shared/features/costs/model'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { call } from '../../../lib/contract-client'
import type { Choices } from '../lib/cost-form'

interface InvoiceFieldsProps {
  readonly index: number
  readonly choices: Choices
  /** Orders without an invoice yet. */
  readonly orders: readonly CostSummary[]
}

/** One invoice: on an order that is there, or with what is needed for a cost of its own. */
export function InvoiceFields({ index, choices, orders }: InvoiceFieldsProps) {
  const { control } = useFormContext()
  const costLineId = useWatch({ control, name: `rows.${index}.costLineId` }) as string | null
  useOrderAmounts(index, costLineId)
  const at = (name: string) => `rows.${index}.${name}`
  return (
    <div className="invoice-fields">
      <ComboBox
        name={at('costLineId')}
        label="On the order"
        placeholder="None, a new cost"
        options={orders.map((order) => ({
          value: order.id,
          title: [order.orderNumber, order.description].filter(Boolean).join(' · '),
          note: [order.supplier, `${formatPence(order.promisedPence)} promised`].filter(Boolean).join(', '),
        }))}
      />
      {costLineId === null && <NewCostFields index={index} choices={choices} />}
      <DateField name={at('invoicedOn')} label="Invoice day" isRequired />
      <TextField name={at('reference')} label="Invoice number" />
      <MoneyField name={at('netPence')} label="Net" isRequired />
      <MoneyField name={at('vatPence')} label="VAT" />
      {costLineId === null && <VatField index={index} choices={choices} />}
      <CheckBox name={at('isPaid')} label="Paid as well" />
      {costLineId !== null && (
        <CheckBox
          name={at('isLast')}
          label="The last invoice of this order"
          hint="Whatever is left of the order is then no longer promised"
        />
      )}
    </div>
  )
}

function NewCostFields({ index, choices }: Omit<InvoiceFieldsProps, 'orders'>) {
  const { control, setValue } = useFormContext()
  const at = (name: string) => `rows.${index}.${name}`
  const kindCode = useWatch({ control, name: at('kindCode') }) as string | null
  const isCover = choices.financeCodes.kinds.find((kind) => kind.code === kindCode)?.isCover === true
  const supplier = useWatch({ control, name: at('supplier') }) as string | null
  const suppliers =
    supplier === null || choices.suppliers.includes(supplier) ? choices.suppliers : [...choices.suppliers, supplier]
  return (
    <>
      <ComboBox
        name={at('supplier')}
        label="Supplier"
        options={suppliers.map((name) => ({ value: name, title: name }))}
        createLabel="Use"
        onCreate={(text) => setValue(at('supplier'), text, { shouldDirty: true })}
      />
      <TextField name={at('description')} label="What for" />
      <Select
        name={at('kindCode')}
        label="Kind of cost"
        isRequired
        options={choices.financeCodes.kinds.map((kind) => ({ value: kind.code, title: kind.name }))}
      />
      {isCover && (
        <NumberField name={at('coveredHours')} label="Hours covered" unit="hours" decimals={2} minValue={0} />
      )}
      <ComboBox
        name={at('eventId')}
        label="Event"
        options={choices.events.map((event) => ({
          value: event.id,
          title: event.title,
          note: event.firstOn === null ? 'no day yet' : formatDayShort(event.firstOn),
        }))}
      />
      <Select
        name={at('fundId')}
        label="Fund"
        noneTitle="No fund named"
        options={choices.funds
          .filter((fund) => !fund.isArchived)
          .map((fund) => ({ value: fund.id, title: fund.name }))}
      />
    </>
  )
}

/** Whether the VAT comes back, asked once there is some; the fund proposes it, as on the form of a cost. */
function VatField({ index, choices }: Omit<InvoiceFieldsProps, 'orders'>) {
  const { control, setValue } = useFormContext()
  const name = `rows.${index}.isVatRecoverable`
  const fundId = useWatch({ control, name: `rows.${index}.fundId` }) as string | null | undefined
  const vatPence = useWatch({ control, name: `rows.${index}.vatPence` }) as number | null | undefined
  const last = useRef(fundId)
  useEffect(() => {
    // Undefined is a row that is being taken away: writing to it would bring it back.
    if (fundId === undefined || fundId === last.current) return
    last.current = fundId
    const kinds = choices.funds.filter((fund) => fund.id === fundId).map((fund) => fund.kind)
    setValue(name, isVatUsuallyRecoverable(kinds), { shouldDirty: true })
  }, [choices, fundId, name, setValue])
  if (!vatPence) return null
  return <CheckBox name={name} label="The school gets the VAT back" />
}

/** Choosing an order fills in what is still to be invoiced on it. */
function useOrderAmounts(index: number, costLineId: string | null): void {
  const { setValue } = useFormContext()
  const last = useRef(costLineId)
  useEffect(() => {
    if (costLineId === null || costLineId === last.current) return
    last.current = costLineId
    void call('costs.get', { id: costLineId }).then((result) => {
      if (!result.ok || last.current !== costLineId) return
      const { toInvoice } = result.value
      setValue(`rows.${index}.netPence`, toInvoice.netPence, { shouldDirty: true })
      setValue(`rows.${index}.vatPence`, toInvoice.vatPence, { shouldDirty: true })
    })
  }, [index, costLineId, setValue])
}

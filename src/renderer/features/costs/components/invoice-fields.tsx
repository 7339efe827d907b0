import { useEffect, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { costOf, isVatUsuallyRecoverable } from '../../../../shared/features/costs/rules'
import { formatPence, type Pence } from '../../../../shared/kernel/money'
import { fundParts } from '../../../../shared/features/costs/words'
import type { CostSummary } from '../../../../shared/features/costs/model'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { call } from '../../../lib/contract-client'
import { eventOptions, kindOptions, type Choices } from '../lib/cost-form'
import { costOption } from '../lib/cost-option'
import { FundFields } from './fund-fields'

interface InvoiceFieldsProps {
  readonly index: number
  readonly choices: Choices
  /** Orders without an invoice yet. */
  readonly orders: readonly CostSummary[]
  /** Costs that a credit note can give back. */
  readonly billed: readonly CostSummary[]
}

const paperOptions = [
  { value: 'invoice', title: 'An invoice' },
  { value: 'credit', title: 'A credit note', note: 'Amounts as printed, without a minus' },
]

/** One paper of the pile: an invoice, or a credit note with its amounts as printed. */
export function InvoiceFields(props: InvoiceFieldsProps) {
  const { control, setValue } = useFormContext()
  const { index } = props
  const isCredit = useWatch({ control, name: `rows.${index}.isCredit` }) as boolean | undefined
  const choose = (paper: string | null | undefined) => {
    setValue(`rows.${index}.isCredit`, paper === 'credit', { shouldDirty: true })
    // An order is no cost to give back, nor the other way round.
    setValue(`rows.${index}.costLineId`, null, { shouldDirty: true })
  }
  return (
    <div className="invoice-fields">
      <Select
        label="It is"
        value={isCredit === true ? 'credit' : 'invoice'}
        onChange={choose}
        isRequired
        options={paperOptions}
      />
      {isCredit === true ? <CreditFields {...props} /> : <BillFields {...props} />}
    </div>
  )
}

function CreditFields({ index, billed }: InvoiceFieldsProps) {
  const at = (name: string) => `rows.${index}.${name}`
  return (
    <>
      <div className="invoice-two-wide">
        <ComboBox
          name={at('costLineId')}
          label="The cost it gives back"
          isRequired
          options={billed.map(costOption)}
        />
      </div>
      <DateField name={at('invoicedOn')} label="Day of the credit note" isRequired />
      <TextField name={at('reference')} label="Credit note number" />
      <MoneyField name={at('netPence')} label="Net" isRequired />
      <MoneyField name={at('vatPence')} label="VAT" />
    </>
  )
}

/** One invoice: on an order that is there, or with what is needed for a cost of its own. */
function BillFields({ index, choices, orders }: Omit<InvoiceFieldsProps, 'billed'>) {
  const { control } = useFormContext()
  const costLineId = useWatch({ control, name: `rows.${index}.costLineId` }) as string | null
  useOrderAmounts(index, costLineId)
  const at = (name: string) => `rows.${index}.${name}`
  return (
    <>
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
    </>
  )
}

type NewCostProps = Pick<InvoiceFieldsProps, 'index' | 'choices'>

function NewCostFields({ index, choices }: NewCostProps) {
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
      <TextField name={at('description')} label="What for" isRequired />
      <Select name={at('kindCode')} label="Kind of cost" isRequired options={kindOptions(choices)} />
      {isCover && (
        <NumberField name={at('coveredHours')} label="Hours covered" unit="hours" decimals={2} minValue={0} />
      )}
      <ComboBox name={at('eventId')} label="Event" options={eventOptions(choices)} />
      <InvoiceFunds index={index} choices={choices} />
    </>
  )
}

type FundOfRow = { readonly fundId: string | null; readonly weight: number | null }

/** Who pays, and once there is more than one how many pounds each. */
function InvoiceFunds({ index, choices }: NewCostProps) {
  const { control } = useFormContext()
  const [funds, net, vat, isBack] = useWatch({
    control,
    name: ['funds', 'netPence', 'vatPence', 'isVatRecoverable'].map((name) => `rows.${index}.${name}`),
  }) as [readonly FundOfRow[] | undefined, Pence | null, Pence | null, boolean]
  const named = (funds ?? []).flatMap(({ fundId, weight }) =>
    choices.funds
      .filter((fund) => fund.id === fundId)
      .map(({ name }) => ({ name, weight: Math.max(0, weight ?? 1) })),
  )
  const isSplit = (funds?.length ?? 0) > 1
  return (
    <div className={isSplit ? 'invoice-funds invoice-funds-split' : 'invoice-funds'}>
      <FundFields choices={choices} name={`rows.${index}.funds`} />
      {named.length > 1 && typeof net === 'number' && (
        <p aria-live="polite">
          {fundParts(named, costOf({ netPence: net, vatPence: vat ?? (0 as Pence) }, isBack)).join(', ')}
        </p>
      )}
    </div>
  )
}

/** Whether the VAT comes back, asked once there is some; the funds propose it, as on the form of a cost. */
function VatField({ index, choices }: NewCostProps) {
  const { control, setValue } = useFormContext()
  const name = `rows.${index}.isVatRecoverable`
  const funds = useWatch({ control, name: `rows.${index}.funds` }) as readonly FundOfRow[] | undefined
  const fundIds = funds?.map((fund) => fund.fundId ?? '').join(' ')
  const vatPence = useWatch({ control, name: `rows.${index}.vatPence` }) as number | null | undefined
  const last = useRef(fundIds)
  useEffect(() => {
    // Undefined is a row that is being taken away: writing to it would bring it back.
    if (fundIds === undefined || fundIds === last.current) return
    last.current = fundIds
    const kinds = choices.funds.filter((fund) => fundIds.split(' ').includes(fund.id)).map((fund) => fund.kind)
    setValue(name, isVatUsuallyRecoverable(kinds), { shouldDirty: true })
  }, [choices, fundIds, name, setValue])
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

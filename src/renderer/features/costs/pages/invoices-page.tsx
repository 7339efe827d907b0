import { useFieldArray } from 'react-hook-form'
import { Plus, Trash2 } from 'lucide-react'
import type { Day } from '../../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../../shared/kernel/money'
import { regimeOn, yearContainingUnder, zYearKind } from '../../../../shared/kernel/years'
import { Button, IconButton } from '../../../components/button'
import { DraftNotice, useDraft } from '../../../components/draft'
import { Form, FormActions, useZodForm, type ZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { lookAtThisYear } from '../../../lib/year-param'
import { InvoiceFields } from '../components/invoice-fields'
import type { Choices } from '../lib/cost-form'
import { emptyInvoice, invoiceInput, zInvoicesForm } from '../lib/invoices-form'
import '../components/costs.css'

/** Several invoices from the desk at once: on their orders, or as costs of their own. */
export function InvoicesPage() {
  const choices = useRead('costs.choices', {})
  const orders = useRead('costs.list', { state: 'committed' })
  const all = useRead('costs.list', {})
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Enter invoices"
        about="Write down every invoice on your desk and save them together: all of them are kept, or none. Credit notes go with them."
        trail={[{ title: 'Money', to: '/money' }]}
      />
      <ReadState read={status}>
        {({ today }) => (
          <ReadState read={choices}>
            {(known) => (
              <ReadState read={orders}>
                {({ costs }) => (
                  <InvoicesForm
                    choices={known}
                    orders={costs}
                    billed={(all.data?.costs ?? []).filter(canBeGivenBack)}
                    today={today}
                  />
                )}
              </ReadState>
            )}
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

/** What was invoiced or paid can be given back; income is given back by a refund to the other side. */
function canBeGivenBack({ state, kindCode }: OutputFor<'costs.list'>['costs'][number]): boolean {
  return state !== 'estimated' && state !== 'committed' && kindCode !== 'income'
}

interface InvoicesFormProps {
  readonly choices: Choices
  readonly orders: OutputFor<'costs.list'>['costs']
  readonly billed: OutputFor<'costs.list'>['costs']
  readonly today: Day
}

function InvoicesForm({ choices, orders, billed, today }: InvoicesFormProps) {
  const form = useZodForm(zInvoicesForm, { rows: [emptyInvoice(today)] })
  const draft = useDraft(form, 'costs.invoices', 'new')
  const save = useWrite('costs.enterInvoices', {
    saved: () => `${papersIn(form.getValues('rows'))} recorded`,
  })
  const rows = form.watch('rows')
  return (
    <Form
      form={form}
      draft={draft}
      label="Invoices"
      onSubmit={(values) => save.send({ rows: values.rows.map(invoiceInput) })}
      onSaved={() => {
        lookAtThisYear()
        navigate(listOf(form.getValues('rows'), choices.regimes, today))
      }}
    >
      <DraftNotice draft={draft} />
      <InvoiceRows form={form} choices={choices} orders={orders} billed={billed} today={today} />
      <p className="cost-says" aria-live="polite">
        {saysOf(rows)}
      </p>
      <FormActions submit={`Record ${papersIn(rows)}`} cancelTo="/money" />
    </Form>
  )
}

function InvoiceRows({
  form,
  choices,
  orders,
  billed,
  today,
}: InvoicesFormProps & { readonly form: ZodForm<typeof zInvoicesForm> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rows' })
  const rows = form.watch('rows')
  return (
    <>
      <div className="invoice-rows">
        {fields.map((field, index) => (
          <fieldset className="invoice-row" key={field.id}>
            <legend>
              {rows[index]?.isCredit === true ? 'Credit note' : 'Invoice'} {index + 1}
              {fields.length > 1 && (
                <IconButton
                  label={`Leave out invoice ${index + 1}`}
                  icon={<Trash2 aria-hidden="true" />}
                  onPress={() => remove(index)}
                />
              )}
            </legend>
            <InvoiceFields index={index} choices={choices} orders={orders} billed={billed} />
          </fieldset>
        ))}
      </div>
      <div>
        <Button
          icon={<Plus aria-hidden="true" />}
          onPress={() =>
            append(emptyInvoice(today, form.getValues('rows').at(-1)), {
              focusName: `rows.${fields.length}.invoicedOn`,
            })
          }
        >
          Add another invoice
        </Button>
      </div>
    </>
  )
}

/** The list that shows what was recorded: this year's, or that of every year when an invoice is of another one. */
function listOf(rows: readonly { invoicedOn: string }[], regimes: Choices['regimes'], today: Day): string {
  const yearsOf = (on: Day) =>
    zYearKind.options
      .map((kind) => yearContainingUnder(on, kind, (day) => regimeOn(regimes, day)).startYear)
      .join(' ')
  const isThisYear = rows.every(({ invoicedOn }) => yearsOf(invoicedOn as Day) === yearsOf(today))
  return isThisYear ? '/money/costs' : '/money/costs?span=all'
}

interface SaidRow {
  readonly isCredit?: boolean | undefined
  readonly netPence?: unknown
  readonly vatPence?: unknown
  readonly costLineId?: string | null | undefined
  readonly isVatRecoverable?: boolean | undefined
  readonly isPaid?: boolean | undefined
}

const sumOf = (rows: readonly SaidRow[], key: 'netPence' | 'vatPence'): Pence =>
  rows.reduce((sum, row) => (typeof row[key] === 'number' ? sum + row[key] : sum), 0) as Pence

/** "3 invoices", "2 invoices and 1 credit note". */
function papersIn(rows: readonly SaidRow[]): string {
  const credits = rows.filter((row) => row.isCredit === true).length
  const bills = rows.length - credits
  const parts = [
    ...(bills > 0 ? [plural(bills, 'invoice', 'invoices')] : []),
    ...(credits > 0 ? [plural(credits, 'credit note', 'credit notes')] : []),
  ]
  return parts.join(' and ')
}

function saysOf(rows: readonly SaidRow[]): string {
  const bills = rows.filter((row) => row.isCredit !== true)
  const credits = rows.filter((row) => row.isCredit === true)
  const said = [billsSay(bills), creditsSay(credits)].filter((part) => part !== '')
  return said.map((part) => `Records ${part}`).join(' ')
}

function billsSay(rows: readonly SaidRow[]): string {
  if (rows.length === 0) return ''
  const lost = sumOf(
    rows.filter((row) => row.isVatRecoverable === false && !row.costLineId),
    'vatPence',
  )
  const ofIt = lost === 0 ? '' : `, of which ${formatPence(lost)} does not come back and is a cost`
  const paid = rows.filter((row) => row.isPaid === true).length
  const which =
    paid === 0
      ? 'Each counts as promised until it is paid.'
      : `${plural(paid, 'of them counts', 'of them count')} as paid, the rest as promised.`
  return `${papersIn(rows)}: ${formatPence(sumOf(rows, 'netPence'))} net and ${formatPence(sumOf(rows, 'vatPence'))} VAT${ofIt}. ${which}`
}

function creditsSay(rows: readonly SaidRow[]): string {
  if (rows.length === 0) return ''
  return `${papersIn(rows)}: ${formatPence(sumOf(rows, 'netPence'))} net and ${formatPence(sumOf(rows, 'vatPence'))} VAT given back.`
}

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
import { InvoiceFields } from '../components/invoice-fields'
import type { Choices } from '../lib/cost-form'
import { emptyInvoice, invoiceInput, zInvoicesForm } from '../lib/invoices-form'
import '../components/costs.css'

/** Several invoices from the desk at once: on their orders, or as costs of their own. */
export function InvoicesPage() {
  const choices = useRead('costs.choices', {})
  const orders = useRead('costs.list', { state: 'committed' })
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Enter invoices"
        about="Write down every invoice on your desk and save them together: all of them are kept, or none. One that two funds pay is split afterwards, on its own page."
        trail={[{ title: 'Money', to: '/money' }]}
      />
      <ReadState read={status}>
        {({ today }) => (
          <ReadState read={choices}>
            {(known) => (
              <ReadState read={orders}>
                {({ costs }) => <InvoicesForm choices={known} orders={costs} today={today} />}
              </ReadState>
            )}
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

interface InvoicesFormProps {
  readonly choices: Choices
  readonly orders: OutputFor<'costs.list'>['costs']
  readonly today: Day
}

function InvoicesForm({ choices, orders, today }: InvoicesFormProps) {
  const form = useZodForm(zInvoicesForm, { rows: [emptyInvoice(today)] })
  const draft = useDraft(form, 'costs.invoices', 'new')
  const save = useWrite('costs.enterInvoices', {
    saved: ({ ids }) => `${plural(ids.length, 'invoice', 'invoices')} recorded`,
  })
  const rows = form.watch('rows')
  return (
    <Form
      form={form}
      draft={draft}
      label="Invoices"
      onSubmit={(values) => save.send({ rows: values.rows.map(invoiceInput) })}
      onSaved={() => navigate(listOf(form.getValues('rows'), choices.regimes, today))}
    >
      <DraftNotice draft={draft} />
      <InvoiceRows form={form} choices={choices} orders={orders} today={today} />
      <p className="cost-says" aria-live="polite">
        {saysOf(rows)}
      </p>
      <FormActions submit={`Record ${plural(rows.length, 'invoice', 'invoices')}`} cancelTo="/money" />
    </Form>
  )
}

function InvoiceRows({
  form,
  choices,
  orders,
  today,
}: InvoicesFormProps & { readonly form: ZodForm<typeof zInvoicesForm> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rows' })
  return (
    <>
      <div className="invoice-rows">
        {fields.map((field, index) => (
          <fieldset className="invoice-row" key={field.id}>
            <legend>
              Invoice {index + 1}
              {fields.length > 1 && (
                <IconButton
                  label={`Leave out invoice ${index + 1}`}
                  icon={<Trash2 aria-hidden="true" />}
                  onPress={() => remove(index)}
                />
              )}
            </legend>
            <InvoiceFields index={index} choices={choices} orders={orders} />
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
  readonly netPence?: unknown
  readonly vatPence?: unknown
  readonly costLineId?: string | null | undefined
  readonly isVatRecoverable?: boolean | undefined
  readonly isPaid?: boolean | undefined
}

function saysOf(rows: readonly SaidRow[]): string {
  const amount = (value: unknown) => (typeof value === 'number' ? value : 0)
  const net = rows.reduce((sum, row) => sum + amount(row.netPence), 0)
  const vat = rows.reduce((sum, row) => sum + amount(row.vatPence), 0)
  const lost = rows.reduce(
    (sum, row) => (row.isVatRecoverable === false && !row.costLineId ? sum + amount(row.vatPence) : sum),
    0,
  )
  const ofIt = lost === 0 ? '' : `, of which ${formatPence(lost as Pence)} does not come back and is a cost`
  const paid = rows.filter((row) => row.isPaid === true).length
  const which =
    paid === 0
      ? 'Each counts as promised until it is paid.'
      : `${plural(paid, 'of them counts', 'of them count')} as paid, the rest as promised.`
  return `Records ${plural(rows.length, 'invoice', 'invoices')}: ${formatPence(net as Pence)} net and ${formatPence(vat as Pence)} VAT${ofIt}. ${which}`
}

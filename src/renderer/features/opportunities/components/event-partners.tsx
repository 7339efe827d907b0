import { Plus } from 'lucide-react'
import { z } from 'zod'
import { zShareInput, type EventShare } from '../../../../shared/features/opportunities/partners'
import { zDay } from '../../../../shared/kernel/dates'
import { formatPence, zPence } from '../../../../shared/kernel/money'
import { Button, TextLink } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useOpenRow } from '../../../components/use-open-row'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

type Shares = OutputFor<'partners.ofEvent'>

const columns: readonly TableColumn<EventShare>[] = [
  { key: 'school', title: 'School', kind: 'text', value: (one) => one.partnerName, note: (one) => one.note ?? '' },
  { key: 'places', title: 'Places', kind: 'count', value: (one) => one.places, width: 90 },
  {
    key: 'who',
    title: 'Who pays',
    kind: 'text',
    value: (one) => (one.direction === 'they-pay' ? 'They pay us' : 'We pay them'),
    width: 140,
  },
  {
    key: 'pence',
    title: 'Amount',
    kind: 'money',
    value: (one) => one.netPence,
    render: (one) =>
      one.costLineId === null ? (
        '–'
      ) : (
        <TextLink to={`/money/costs/${one.costLineId}`}>{formatPence(one.netPence ?? (0 as never))}</TextLink>
      ),
    width: 130,
  },
]

/** What is said of a share that was kept or taken away. */
const savedAs =
  (done: string) =>
  ({ undividedFor }: { readonly undividedFor: string | null }): string =>
    undividedFor === null
      ? done
      : `${done}. The cost was not divided anew: the money of ${undividedFor} was corrected, invoiced or paid.`

/** The schools that share an event: their places, and its cost divided by them. */
export function EventPartners({ eventId }: { readonly eventId: string }) {
  const read = useRead('partners.ofEvent', { eventId })
  return <ReadState read={read}>{(data) => <Sharing eventId={eventId} data={data} />}</ReadState>
}

function Sharing({ eventId, data }: { readonly eventId: string; readonly data: Shares }) {
  const row = useOpenRow(data.shares)
  const remove = useWrite('partners.unshare', { saved: savedAs('Share removed'), toastFailure: true })
  return (
    <>
      <SectionTitle
        about="Another school’s people come too, or ours go to theirs."
        aside={
          <Button size="small" icon={<Plus aria-hidden="true" />} onPress={row.openNew}>
            Add a school
          </Button>
        }
      >
        Shared with
      </SectionTitle>
      <DataTable
        label="Schools that share this event"
        rows={data.shares}
        rowKey={(one) => one.id}
        columns={columns}
        onOpen={row.open}
        height="natural"
        actions={(one) => [
          { key: 'change', title: 'Change', onAction: () => row.open(one) },
          { key: 'remove', title: 'Remove', onAction: () => void remove.send({ id: one.id }) },
        ]}
        empty={<p className="block">No other school shares this event.</p>}
      />
      {data.shares.length > 0 && <DivideForm eventId={eventId} data={data} />}
      <SidePanel title={row.row?.partnerName ?? 'Add a school'} isOpen={row.isOpen} onClose={row.close}>
        {row.isOpen && <ShareForm key={row.row?.id} eventId={eventId} share={row.row} onClose={row.close} />}
      </SidePanel>
    </>
  )
}

interface ShareFormProps {
  readonly eventId: string
  readonly share: EventShare | undefined
  readonly onClose: () => void
}

function ShareForm({ eventId, share, onClose }: ShareFormProps) {
  const partners = useRead('partners.list', {})
  const form = useZodForm(zShareInput, {
    id: share?.id ?? null,
    eventId,
    partnerId: share?.partnerId ?? '',
    places: share?.places ?? null,
    direction: share?.direction ?? 'they-pay',
    note: share?.note ?? null,
  })
  const draft = useDraft(form, 'partners.share', share?.id ?? `new-${eventId}`)
  const save = useWrite('partners.share', { saved: savedAs('Share saved') })
  const options = (partners.data?.partners ?? []).map(({ id, name }) => ({ value: id, title: name }))
  return (
    <Form form={form} draft={draft} label="Share" onSubmit={(values) => save.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <Select name="partnerId" label="School" isRequired options={options} />
      <NumberField name="places" label="Places" isRequired minValue={1} />
      <RadioGroup
        name="direction"
        label="Who pays whom"
        isRequired
        options={[
          { value: 'they-pay', title: 'They pay us', note: 'We run it; their part is income' },
          { value: 'we-pay', title: 'We pay them', note: 'They run it; our part is a cost' },
        ]}
      />
      <TextField name="note" label="Note" />
      <FormActions submit="Save the share">
        <TextLink to="/opportunities/partners/new">Add a school to the list</TextLink>
      </FormActions>
    </Form>
  )
}

const zDivide = z.object({
  totalPence: zPence.min(0, 'pence.negative'),
  ourPlaces: z.int('number.invalid').min(0, 'number.invalid').max(10_000, 'number.invalid'),
  expectedOn: zDay,
})

/** What the whole costs, divided by places. */
function DivideForm({ eventId, data }: { readonly eventId: string; readonly data: Shares }) {
  const status = useRead('school.status', {})
  const form = useZodForm(zDivide, {
    totalPence: data.costPence,
    ourPlaces: data.booked,
    expectedOn: status.data?.today ?? null,
  })
  const divide = useWrite('partners.divide', {
    saved: ({ oursPence, lines }) =>
      `${plural(lines, 'line', 'lines')} of money written down; our own part is ${formatPence(oursPence)}`,
  })
  return (
    <Block>
      <SectionTitle about="By places, to the penny. What was divided before is reckoned anew, while nothing of it is invoiced or paid: the amounts, not funds and codes. When a share changes, that happens by itself unless an amount was corrected by hand.">
        Divide the cost
      </SectionTitle>
      <Form form={form} label="Divide the cost" onSubmit={(values) => divide.send({ eventId, ...values })}>
        <FormRow>
          <MoneyField
            name="totalPence"
            label="Cost without VAT"
            hint="What is known of this event so far."
            isRequired
          />
          <NumberField name="ourPlaces" label="Our places" hint="Booked so far." isRequired minValue={0} />
          <DateField name="expectedOn" label="Expected on" isRequired />
        </FormRow>
        <FormActions submit="Divide it" kind="plain" />
      </Form>
    </Block>
  )
}

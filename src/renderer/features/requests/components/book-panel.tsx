import { z } from 'zod'
import { useFormContext } from 'react-hook-form'
import type { RequestRecord } from '../../../../shared/features/requests/model'
import { zDay, zWallTime, formatDayShort, type Day } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { TimeField } from '../../../components/fields/time-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

const zBook = z.object({
  eventId: z.string().nullable(),
  typeCode: z.string().nullable(),
  heldOn: zDay.nullable(),
  startsAt: zWallTime.nullable(),
  endsAt: zWallTime.nullable(),
  durationMinutes: z.number().nullable(),
  orderedOn: zDay,
  orderNumber: zOptionalLine(80),
})

interface BookPanelProps {
  readonly request: RequestRecord & { readonly today: Day }
  readonly onClose: () => void
}

/** Carries out what was agreed: the place, its costs and how it will be measured, in one change. */
export function BookPanel(props: BookPanelProps) {
  const events = useRead('costs.choices', {})
  return (
    <SidePanel title="Book what was agreed" isOpen onClose={props.onClose}>
      <ReadState read={events}>{(costs) => <BookForm {...props} events={costs.events} />}</ReadState>
    </SidePanel>
  )
}

type Events = OutputFor<'costs.choices'>['events']

function BookForm({ request, onClose, events }: BookPanelProps & { readonly events: Events }) {
  const form = useZodForm(zBook, {
    eventId: request.eventId,
    typeCode: request.typeCode,
    heldOn: request.wantedOn,
    startsAt: request.startsAt,
    endsAt: request.endsAt,
    durationMinutes: request.durationMinutes,
    orderedOn: request.today,
    orderNumber: null,
  })
  const draft = useDraft(form, 'requests.book', request.id)
  const book = useWrite('requests.book', {
    saved: ({ title, state, costs }) =>
      state === 'booked'
        ? `Booked on ${title}, with ${plural(costs, 'cost', 'costs')}`
        : `${title} is full: on the waiting list, nothing ordered yet`,
  })
  return (
    <Form
      form={form}
      draft={draft}
      label="Booking"
      onSubmit={(values) => book.send({ id: request.id, ...values })}
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <p>
        {request.person.name} gets a place, {formatPence(request.costPence)} are promised under the funds that were
        agreed, and the evaluation begins with what is to be different. Undo takes all of it back.
      </p>
      <ComboBox
        name="eventId"
        label="On an event that is there"
        hint="Leave it empty to make a new one"
        options={events.map(({ id, title, firstOn }) => ({
          value: id,
          title,
          note: firstOn === null ? 'no day yet' : formatDayShort(firstOn),
        }))}
      />
      <NewRun />
      <FormRow>
        <DateField name="orderedOn" label="Ordered on" isRequired />
        <TextField name="orderNumber" label="Order number" />
      </FormRow>
      <FormActions submit="Book it" onCancel={onClose} leave="Not now" />
    </Form>
  )
}

/** Of a new event: what kind it is, its day, and its times or its length. */
function NewRun() {
  const { watch } = useFormContext<z.input<typeof zBook>>()
  const typology = useRead('packs.typology', {})
  if (watch('eventId') !== null) return null
  return (
    <>
      <Select
        name="typeCode"
        label="Type"
        isRequired
        options={(typology.data?.types ?? []).map(({ code, name }) => ({ value: code, title: name }))}
      />
      <DateField name="heldOn" label="Day" isRequired />
      <FormRow>
        <TimeField name="startsAt" label="Starts" saysOptional={false} />
        <TimeField name="endsAt" label="Ends" saysOptional={false} />
        <LengthField name="durationMinutes" label="Length" saysOptional={false} />
      </FormRow>
      <p className="field-hint">A start and an end, or the length alone, will do.</p>
    </>
  )
}

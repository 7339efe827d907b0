import { useFormContext, useWatch } from 'react-hook-form'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FormPart, FormRow } from '../../../components/form'
import { useRead } from '../../../lib/contract-client'
import { eventOptions, kindOptions, type Choices, type CostFormInput } from '../lib/cost-form'

/** What the cost is for: an event or the school, and of which kind it is. */
export function CostForFields({ choices }: { readonly choices: Choices }) {
  const { control } = useFormContext<CostFormInput>()
  const isForEvent = useWatch({ control, name: 'isForEvent' })
  return (
    <>
      <RadioGroup
        name="isForEvent"
        label="It belongs to"
        isRequired
        across
        options={[
          { value: 'event', title: 'An event' },
          { value: 'school', title: 'The school as a whole' },
        ]}
      />
      {isForEvent === 'event' && (
        <ComboBox
          name="eventId"
          label="Event"
          hint="Without one it counts as a cost of the school as a whole"
          options={eventOptions(choices)}
        />
      )}
      <FormRow>
        <Select name="kindCode" label="Kind of cost" isRequired options={kindOptions(choices)} />
        <TextField name="description" label="Description" isRequired />
      </FormRow>
    </>
  )
}

/** For one person of an event, or divided among those who are booked; nothing while nobody is. */
export function CostSharingPart() {
  const { control } = useFormContext<CostFormInput>()
  const [isForEvent, eventId] = useWatch({ control, name: ['isForEvent', 'eventId'] })
  return isForEvent === 'event' && eventId !== null ? <Sharing eventId={eventId} /> : null
}

function Sharing({ eventId }: { readonly eventId: string }) {
  const { control } = useFormContext<CostFormInput>()
  const [bookingId, shareBasis] = useWatch({ control, name: ['bookingId', 'shareBasis'] })
  const booked = useRead('costs.bookings', { eventId })
  const bookings = booked.data?.bookings ?? []
  if (bookings.length === 0) return null
  const people = bookings.map((booking) => ({ value: booking.id, title: booking.name }))
  return (
    <FormPart title="For whom">
      <ComboBox
        name="bookingId"
        label="Only for one person"
        hint="Leave empty for a cost of the whole event"
        options={people}
      />
      {bookingId === null && (
        <RadioGroup
          name="shareBasis"
          label="Divide it among people"
          isRequired
          options={[
            { value: 'heads', title: 'Equally among those booked' },
            { value: 'hours', title: 'By credited hours', note: 'Equally until hours are credited' },
            { value: 'named', title: 'Among people you name' },
            { value: 'none', title: 'Not among people', note: 'It stays a cost of the event' },
          ]}
        />
      )}
      {bookingId === null && shareBasis === 'named' && (
        <CheckBoxGroup name="named" label="Who it is for" isRequired options={people} />
      )}
    </FormPart>
  )
}

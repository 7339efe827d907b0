import { zRunInput, type PlanLine } from '../../../../shared/features/plan/model'
import { Button } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { Select } from '../../../components/fields/select'
import { ReadState } from '../../../components/read-state'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'

interface PanelProps {
  readonly line: PlanLine | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Makes an event of a line. */
export function MakeEventPanel({ line, isOpen, onClose }: PanelProps) {
  return (
    <SidePanel title="Make an event of it" isOpen={isOpen} onClose={onClose}>
      {line !== undefined && <EventForm key={line.id} line={line} onClose={onClose} />}
    </SidePanel>
  )
}

function EventForm({ line, onClose }: { readonly line: PlanLine; readonly onClose: () => void }) {
  const form = useZodForm(zRunInput, {
    lineId: line.id,
    heldOn: line.startsOn,
    durationMinutes: null,
    typeCode: null,
    booksPeople: true,
  })
  const make = useWrite('plan.makeEvent', { saved: ({ title }) => `Event made: ${title}` })
  return (
    <Form
      form={form}
      label="Event"
      onSubmit={(values) => make.send(values)}
      onSaved={({ eventId }) => navigate(`/activities/${eventId}`)}
    >
      <p>
        {line.title}: its costs are entered as estimates, and its needs are planned from then on. Everything is one
        change, which can be undone.
      </p>
      {line.typeCode === null && <KindField />}
      <FormRow>
        <DateField name="heldOn" label="First day" hint="Leave it empty where none is known" saysOptional={false} />
        <LengthField name="durationMinutes" label="Length" saysOptional={false} hint="Where there is a day" />
      </FormRow>
      {line.people.length > 0 && (
        <CheckBox
          name="booksPeople"
          label={`Book ${plural(line.people.length, 'person', 'people')} who are named`}
        />
      )}
      <FormActions submit="Make the event">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

/** A line that came from needs does not say yet what kind of activity would serve them. */
function KindField() {
  const choices = useRead('plan.choices', {})
  return (
    <ReadState read={choices}>
      {({ types }) => (
        <Select
          name="typeCode"
          label="Kind"
          isRequired
          options={types.map(({ id, name }) => ({ value: id, title: name }))}
        />
      )}
    </ReadState>
  )
}

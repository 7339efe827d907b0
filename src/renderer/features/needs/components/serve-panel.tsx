import { z } from 'zod'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Need } from '../../../../shared/features/needs/model'
import { LinkButton } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { ComboBox } from '../../../components/fields/combo-box'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'

interface ServePanelProps {
  readonly need: Need
  readonly onClose: () => void
}

const zServe = z.object({ eventId: z.string({ error: 'input.required' }).min(1, 'input.required') })

/** Puts an event to a need; an agreed need is planned from then on. */
export function ServePanel({ need, onClose }: ServePanelProps) {
  const read = useRead('needs.events', {})
  return (
    <SidePanel title="Put an event to it" isOpen onClose={onClose}>
      <ReadState read={read}>
        {({ events }) => <ServeForm need={need} events={events} onClose={onClose} />}
      </ReadState>
    </SidePanel>
  )
}

type EventChoice = OutputFor<'needs.events'>['events'][number]

function ServeForm({ need, events, onClose }: ServePanelProps & { readonly events: readonly EventChoice[] }) {
  const form = useZodForm(zServe, { eventId: null })
  const serve = useWrite('needs.serve', { saved: 'The event serves this need' })
  return (
    <Form
      form={form}
      label="Event"
      onSubmit={({ eventId }) => serve.send({ needIds: [need.id], eventId })}
      onSaved={onClose}
    >
      <ComboBox
        name="eventId"
        label="Event"
        hint="Of this year and the next, planned or done"
        options={events.map(({ id, title, firstOn }) => ({
          value: id,
          title,
          note: firstOn === null ? 'no day yet' : formatDay(firstOn),
        }))}
        isRequired
      />
      <FormActions submit="Put it to the need" onCancel={onClose}>
        <LinkButton
          kind="quiet"
          to={`/activities/new${need.priorityId === null ? '' : `?priority=${need.priorityId}`}`}
        >
          Plan a new event
        </LinkButton>
      </FormActions>
    </Form>
  )
}

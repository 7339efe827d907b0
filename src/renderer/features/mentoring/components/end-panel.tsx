import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

const zEnd = z.object({ endedOn: zDay })

interface EndPanelProps {
  readonly pair: OutputFor<'mentoring.get'>
  readonly onClose: () => void
}

/** Ends a pair; what was planned afterwards goes, what was held stays. */
export function EndPanel({ pair, onClose }: EndPanelProps) {
  const form = useZodForm(zEnd, { endedOn: pair.today })
  const end = useWrite('mentoring.endPair', {
    saved: ({ removed }) =>
      removed === 0
        ? 'Pair ended'
        : `Pair ended; ${plural(removed, 'planned meeting', 'planned meetings')} taken away`,
  })
  return (
    <SidePanel title="End the pair" isOpen onClose={onClose}>
      <Form
        form={form}
        label="End the pair"
        onSubmit={({ endedOn }) => end.send({ id: pair.id, endedOn })}
        onSaved={onClose}
      >
        <p>What was held stays in the record. Meetings planned for later are taken away.</p>
        <DateField name="endedOn" label="Last day" isRequired autoFocus />
        <FormActions submit="End the pair" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

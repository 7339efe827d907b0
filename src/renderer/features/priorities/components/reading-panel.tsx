import { z } from 'zod'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import type { Priority, Reading } from '../../../../shared/features/priorities/model'

export interface ReadingPanelProps {
  readonly priority: Priority
  /** The one to correct; undefined for a new one. */
  readonly reading: Reading | undefined
  readonly onClose: () => void
}

const zReadingForm = z.object({
  readOn: zDay,
  value: z.number({ error: 'input.required' }),
  note: z.string().max(500).nullable().default(null),
})

/** Records where a measure stands on a day. */
export function ReadingPanel({ priority, reading, onClose }: ReadingPanelProps) {
  const status = useRead('school.status', {})
  return (
    <SidePanel title={reading === undefined ? 'Record a reading' : 'Change a reading'} isOpen onClose={onClose}>
      <ReadState read={status}>
        {({ today }) => <ReadingForm priority={priority} reading={reading} today={today} onClose={onClose} />}
      </ReadState>
    </SidePanel>
  )
}

function ReadingForm({ priority, reading, today, onClose }: ReadingPanelProps & { readonly today: Day }) {
  const form = useZodForm(zReadingForm, {
    readOn: reading?.readOn ?? today,
    value: reading?.value ?? null,
    note: reading?.note ?? null,
  })
  const draft = useDraft(form, 'priorities.reading', reading?.id ?? `new ${priority.id}`)
  const save = useWrite('priorities.saveReading', { saved: 'Reading recorded' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Reading"
      onSubmit={(values) =>
        save.send({ ...values, priorityId: priority.id, ...(reading !== undefined && { id: reading.id }) })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <NumberField
        name="value"
        label={priority.measure ?? 'Value'}
        decimals={2}
        isRequired
        autoFocus
        {...(priority.unit !== null && { unit: priority.unit })}
      />
      <DateField name="readOn" label="Read on" isRequired />
      <TextField name="note" label="Note" hint="Where the figure comes from" />
      <FormActions submit="Record this reading" onCancel={onClose} />
    </Form>
  )
}

import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalText } from '../../../../shared/kernel/texts'
import type { Round } from '../../../../shared/features/surveys/model'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'

const zChange = z.object({
  title: zNeededLine(200),
  opensOn: zDay,
  closesOn: zDay.nullable().default(null),
  note: zOptionalText(1_000),
})

/** Changes what a round is called and when it runs; its questions stay as they are. */
export function ChangePanel({ round, onClose }: { readonly round: Round; readonly onClose: () => void }) {
  const { id, title, opensOn, closesOn, note } = round
  const form = useZodForm(zChange, { title, opensOn, closesOn, note })
  const draft = useDraft(form, 'surveys.round', id)
  const save = useWrite('surveys.change', { saved: 'Round saved' })
  return (
    <SidePanel title="Change the round" isOpen onClose={onClose}>
      <Form
        form={form}
        draft={draft}
        label="Change the round"
        onSubmit={(values) => save.send({ id, ...values })}
        onSaved={onClose}
      >
        <DraftNotice draft={draft} />
        <p>Its questions, and who was asked, stay as they were when it began.</p>
        <TextField name="title" label="Title" isRequired autoFocus />
        <DateField name="opensOn" label="From" isRequired />
        <DateField name="closesOn" label="Until" />
        <TextArea name="note" label="Note for ourselves" rows={3} />
        <FormActions submit="Save the round" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

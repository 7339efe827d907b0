import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zOptionalText } from '../../../../shared/kernel/texts'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { usePeopleOptions } from '../../../lib/use-people'

const zChangeForm = z.object({
  startedOn: zDay,
  responsiblePersonId: z.string().nullable().default(null),
  note: zOptionalText(500),
})

interface ChangePanelProps {
  readonly induction: OutputFor<'induction.get'>
  readonly onClose: () => void
}

/** Changes an induction as a whole. */
export function ChangePanel({ induction, onClose }: ChangePanelProps) {
  const form = useZodForm(zChangeForm, {
    startedOn: induction.startedOn,
    responsiblePersonId: induction.responsible?.id ?? null,
    note: induction.note,
  })
  const draft = useDraft(form, 'induction.change', induction.id)
  const save = useWrite('induction.save', {
    saved: ({ moved }) =>
      moved === 0
        ? 'Induction saved'
        : `Induction saved; ${plural(moved, 'open step', 'open steps')} moved with it`,
  })
  return (
    <SidePanel title="Change the induction" isOpen onClose={onClose}>
      <Form
        form={form}
        draft={draft}
        label="Induction"
        onSubmit={(values) => save.send({ ...values, id: induction.id })}
        onSaved={onClose}
      >
        <DraftNotice draft={draft} />
        <DateField
          name="startedOn"
          label="First day"
          hint="When it moves, the days of open steps move with it"
          isRequired
          autoFocus
        />
        <ComboBox name="responsiblePersonId" label="Who sees to it" options={usePeopleOptions()} />
        <TextArea name="note" label="Note" rows={2} />
        <FormActions submit="Save the induction" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zNeededLine } from '../../../../shared/kernel/texts'
import { zLeaveOutReason, type Step } from '../../../../shared/features/induction/model'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { usePeopleOptions } from '../../../lib/use-people'

const zStepForm = z.object({
  title: zNeededLine(300),
  responsiblePersonId: z.string().nullable().default(null),
  dueOn: zDay.nullable().default(null),
})

interface StepPanelProps {
  readonly induction: OutputFor<'induction.get'>
  /** The one to change; undefined for a new one. */
  readonly step: Step | undefined
  readonly onClose: () => void
}

/** Adds a step, or changes what it is, who sees to it and by when. */
export function StepPanel({ induction, step, onClose }: StepPanelProps) {
  const form = useZodForm(zStepForm, {
    title: step?.title ?? null,
    responsiblePersonId: (step ? step.responsible : induction.responsible)?.id ?? null,
    dueOn: step?.dueOn ?? null,
  })
  const draft = useDraft(form, 'induction.step', step?.id ?? `new ${induction.id}`)
  const save = useWrite('induction.saveStep', { saved: 'Step saved' })
  return (
    <SidePanel title={step === undefined ? 'Add a step' : 'Change a step'} isOpen onClose={onClose}>
      <Form
        form={form}
        draft={draft}
        label="Step"
        onSubmit={(values) =>
          save.send({ ...values, inductionId: induction.id, ...(step !== undefined && { id: step.id }) })
        }
        onSaved={onClose}
      >
        <DraftNotice draft={draft} />
        <TextField name="title" label="Step" isRequired autoFocus />
        <ComboBox name="responsiblePersonId" label="Who sees to it" options={usePeopleOptions()} />
        <DateField name="dueOn" label="By" />
        <FormActions submit="Save the step" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

const zReason = z.object({ reason: zLeaveOutReason })

/** Leaves a step out for a reason; it stays in the list, and counts no more. */
export function LeaveOutPanel({ step, onClose }: { readonly step: Step; readonly onClose: () => void }) {
  const form = useZodForm(zReason, { reason: null })
  const leave = useWrite('induction.leaveOut', { saved: 'Step left out' })
  return (
    <SidePanel title="Leave a step out" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Leave a step out"
        onSubmit={({ reason }) => leave.send({ id: step.id, reason })}
        onSaved={onClose}
      >
        <p>“{step.title}” stays in the list with the reason, and is not waited for.</p>
        <TextField name="reason" label="Why is it not for this person?" isRequired autoFocus />
        <FormActions submit="Leave the step out" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

import { z } from 'zod'
import { stepRoles, zStepRole, type RequestRecord } from '../../../../shared/features/requests/model'
import { roleNames } from '../../../../shared/features/requests/words'
import { formatPence } from '../../../../shared/kernel/money'
import { zNeededLine, zNeededText, zOptionalText } from '../../../../shared/kernel/texts'
import { SidePanel } from '../../../components/dialog'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'
import { usePeopleOptions } from '../../../lib/use-people'

interface PanelProps {
  readonly request: RequestRecord
  readonly onClose: () => void
}

const zReason = z.object({ reason: zNeededText(2000) })

/** Takes a request back, with the reason. */
export function WithdrawPanel({ request, onClose }: PanelProps) {
  const form = useZodForm(zReason, { reason: '' })
  const withdraw = useWrite('requests.withdraw', { saved: 'Request taken back' })
  return (
    <SidePanel title="Take the request back" isOpen onClose={onClose}>
      <Form form={form} onSubmit={({ reason }) => withdraw.send({ id: request.id, reason })} onSaved={onClose}>
        <TextField name="reason" label="Why?" isRequired autoFocus />
        <FormActions submit="Take it back" onCancel={onClose} leave="Leave it" />
      </Form>
    </SidePanel>
  )
}

/** Lets a request be booked again whose place was given back or whose event was cancelled. */
export function AgainPanel({ request, onClose }: PanelProps) {
  const form = useZodForm(z.object({}), {})
  const again = useWrite('requests.bookAgain', {
    saved: ({ isAskedAgain, chargedPence }) =>
      isAskedAgain
        ? `${formatPence(chargedPence)} was charged for the place before: those who agreed are asked again`
        : 'It can be booked again, as it was agreed',
  })
  return (
    <SidePanel title="Book it again" isOpen onClose={onClose}>
      <Form form={form} onSubmit={() => again.send({ id: request.id })} onSaved={onClose}>
        <p>
          What was agreed stands, and you can book it on the same event or another. Orders for the place before come
          down to nothing; what is invoiced or paid for it stays until its credit note comes.
        </p>
        <p>
          If something was charged for that place, the school pays more than was agreed: those who agreed are asked
          again.
        </p>
        <FormActions submit="Let it be booked again" onCancel={onClose} leave="Leave it" />
      </Form>
    </SidePanel>
  )
}

/** Leaves an open step out, with the reason. */
export function LeaveOutPanel({ request, stepId, onClose }: PanelProps & { readonly stepId: string }) {
  const form = useZodForm(zReason, { reason: '' })
  const leave = useWrite('requests.leaveStepOut', { saved: 'Step left out' })
  const step = request.steps.find(({ id }) => id === stepId)
  return (
    <SidePanel title={`Leave out ${step?.title ?? 'a step'}`} isOpen onClose={onClose}>
      <Form form={form} onSubmit={({ reason }) => leave.send({ stepId, reason })} onSaved={onClose}>
        <TextField name="reason" label="Why?" hint="Kept in the history" isRequired autoFocus />
        <FormActions submit="Leave the step out" onCancel={onClose} leave="Keep it" />
      </Form>
    </SidePanel>
  )
}

const zFund = z.object({ fundId: z.string({ error: 'input.required' }), reason: zOptionalText(500) })

/** Lets another fund pay for all of it. */
export function FundPanel({ request, onClose }: PanelProps) {
  const form = useZodForm(zFund, { fundId: null, reason: null })
  const change = useWrite('requests.changeFund', {
    saved: ({ isAskedAgain }) =>
      isAskedAgain
        ? 'Another fund pays. It costs more than was agreed, so that those who agreed are asked again'
        : 'Another fund pays',
  })
  const choices = useRead('costs.choices', {})
  return (
    <SidePanel title="Let another fund pay" isOpen onClose={onClose}>
      <Form form={form} onSubmit={(values) => change.send({ id: request.id, ...values })} onSaved={onClose}>
        <Select
          name="fundId"
          label="Fund"
          isRequired
          options={(choices.data?.funds ?? [])
            .filter((fund) => !fund.isArchived)
            .map(({ id, name }) => ({ value: id, title: name }))}
        />
        <TextArea name="reason" label="Why?" rows={2} />
        <FormActions submit="Change the fund" onCancel={onClose} leave="Leave it" />
      </Form>
    </SidePanel>
  )
}

const zStep = z.object({
  title: zNeededLine(80),
  role: zStepRole,
  personId: z.string().nullable(),
  afterStepId: z.string().nullable(),
  isCommentOnly: z.boolean(),
})

/** Puts a step into this request alone. */
export function StepPanel({ request, onClose }: PanelProps) {
  const last = request.steps.filter(({ state }) => state === 'approved').at(-1)
  const form = useZodForm(zStep, {
    title: '',
    role: 'other',
    personId: null,
    afterStepId: last?.id ?? request.steps.at(-1)?.id ?? null,
    isCommentOnly: false,
  })
  const add = useWrite('requests.addStep', { saved: 'Step added' })
  const people = usePeopleOptions()
  return (
    <SidePanel title="Add a step" isOpen onClose={onClose}>
      <Form form={form} onSubmit={(values) => add.send({ id: request.id, ...values })} onSaved={onClose}>
        <TextField
          name="title"
          label="What it is called"
          hint="Budget holder, SENCO, governor"
          isRequired
          autoFocus
        />
        <Select
          name="role"
          label="Who decides"
          isRequired
          options={stepRoles.map((role) => ({ value: role, title: roleNames[role] }))}
        />
        <ComboBox name="personId" label="Person" options={people} />
        <Select
          name="afterStepId"
          label="After which step"
          noneTitle="First of all"
          options={request.steps.map(({ id, title }) => ({ value: id, title }))}
        />
        <CheckBox name="isCommentOnly" label="Comments only: nobody waits for it" />
        <FormActions submit="Add the step" onCancel={onClose} leave="Leave it" />
      </Form>
    </SidePanel>
  )
}

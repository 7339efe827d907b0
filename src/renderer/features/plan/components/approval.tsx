import { useState } from 'react'
import { z } from 'zod'
import { zApproval, type Plan, type PlanVersion } from '../../../../shared/features/plan/model'
import { stepWords } from '../../../../shared/features/plan/words'
import { formatDay, type Day } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { OnPaper } from '../../../components/on-paper'
import { Block, Columns, SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'

interface ApprovalProps {
  readonly plan: Plan
  readonly today: Day
}

/** Where the plan stands with those who approve it, its versions, and what happened to it. */
export function Approval({ plan, today }: ApprovalProps) {
  if (plan.lines.length === 0 && plan.versions.length === 0) return null
  return (
    <div className="plan-after">
      <Columns split="even">
        <Block>
          <SectionTitle about="What is approved is kept as it was: its figures, its pages and its files.">
            Approval
          </SectionTitle>
          <NextStep plan={plan} today={today} />
          {plan.versions.map((version) => (
            <Version key={version.id} version={version} />
          ))}
        </Block>
        <Block>
          <SectionTitle>What happened</SectionTitle>
          <ol className="plain-list">
            {plan.steps.map((step) => (
              <li key={step.id}>
                {formatDay(step.happenedOn)}: {stepWords[step.kind]}
                {step.byName !== null && `, ${step.byName}`}
                {step.words !== null && `: ${step.words}`}
              </li>
            ))}
          </ol>
        </Block>
      </Columns>
    </div>
  )
}

type Panel = 'approve' | 'return' | 'reopen'

function NextStep({ plan, today }: ApprovalProps) {
  const [panel, setPanel] = useState<Panel | undefined>(undefined)
  const submit = useWrite('plan.submit', { saved: 'Plan sent for approval', toastFailure: true })
  const close = () => setPanel(undefined)
  return (
    <div className="form-actions">
      {plan.state === 'draft' && (
        <Button isBusy={submit.isSending} onPress={() => void submit.send({ id: plan.id })}>
          Send it for approval
        </Button>
      )}
      {plan.state === 'for-approval' && (
        <>
          <Button onPress={() => setPanel('approve')}>Record the approval</Button>
          <Button kind="quiet" onPress={() => setPanel('return')}>
            Return it to the draft
          </Button>
        </>
      )}
      {plan.state === 'approved' && <Button onPress={() => setPanel('reopen')}>Make a new version</Button>}
      <SidePanel title="Record the approval" isOpen={panel === 'approve'} onClose={close}>
        {panel === 'approve' && <ApproveForm plan={plan} today={today} onClose={close} />}
      </SidePanel>
      <SidePanel title="Return it to the draft" isOpen={panel === 'return'} onClose={close}>
        {panel === 'return' && <ReturnForm plan={plan} onClose={close} />}
      </SidePanel>
      <SidePanel title="Make a new version" isOpen={panel === 'reopen'} onClose={close}>
        {panel === 'reopen' && <ReopenForm plan={plan} onClose={close} />}
      </SidePanel>
    </div>
  )
}

const versionFiles = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

function Version({ version }: { readonly version: PlanVersion }) {
  const print = useWrite('plan.printVersion', { toastFailure: true })
  const { number, approvedOn, approvedBy, approvedAt, isReplaced, reason } = version
  const kept = new Set<string>(version.files.map(({ format }) => format))
  return (
    <section className="block plan-note" aria-label={`Version ${number}`}>
      <p>
        <b>Version {number}</b>, approved by {approvedBy}
        {approvedAt !== null && `, ${approvedAt}`}, {formatDay(approvedOn)}{' '}
        <StatusMark tone={isReplaced ? 'none' : 'good'}>{isReplaced ? 'Replaced' : 'In force'}</StatusMark>
      </p>
      {reason !== null && <p>Why: {reason}</p>}
      <div className="form-actions">
        <OnPaper
          files={versionFiles.filter(([format]) => kept.has(format))}
          isBusy={print.isSending}
          ask={(format) => print.send({ id: version.id, format })}
        />
      </div>
    </section>
  )
}

interface StepFormProps {
  readonly plan: Plan
  readonly onClose: () => void
}

function ApproveForm({ plan, today, onClose }: StepFormProps & { readonly today: Day }) {
  const form = useZodForm(zApproval, {
    id: plan.id,
    approvedOn: today,
    approvedBy: '',
    approvedAt: null,
    reason: plan.steps.findLast(({ kind }) => kind === 'reopened')?.words ?? null,
    names: false,
  })
  const draft = useDraft(form, 'plan.approve', plan.id)
  const approve = useWrite('plan.approve', {
    saved: ({ number }) => `Approved as version ${number}`,
    undo: false,
  })
  return (
    <Form form={form} draft={draft} label="Approval" onSubmit={(values) => approve.send(values)} onSaved={onClose}>
      <DraftNotice draft={draft} />
      <TextField name="approvedBy" label="Approved by" isRequired hint="Such as: the governing body" />
      <TextField name="approvedAt" label="Meeting" hint="Such as: summer term meeting, minute 7" />
      <DateField name="approvedOn" label="On" isRequired />
      {plan.versions.length > 0 && (
        <TextArea name="reason" label="What changed since the version before" rows={3} />
      )}
      <CheckBox name="names" label="Names of staff in the pages that are kept" />
      <FormActions submit="Approve and keep it">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

const zReturn = z.object({ words: zOptionalText(1000) })

function ReturnForm({ plan, onClose }: StepFormProps) {
  const form = useZodForm(zReturn, { words: null })
  const send = useWrite('plan.return', { saved: 'Plan returned to its draft' })
  return (
    <Form form={form} label="Return" onSubmit={(values) => send.send({ id: plan.id, ...values })} onSaved={onClose}>
      <TextArea name="words" label="What is to be changed" rows={3} />
      <FormActions submit="Return it">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

const zReopen = z.object({ reason: zNeededLine(1000) })

function ReopenForm({ plan, onClose }: StepFormProps) {
  const form = useZodForm(zReopen, { reason: '' })
  const send = useWrite('plan.reopen', { saved: 'Plan opened for a new version' })
  return (
    <Form
      form={form}
      label="New version"
      onSubmit={(values) => send.send({ id: plan.id, ...values })}
      onSaved={onClose}
    >
      <p>The version in force stays as it is until the next one is approved.</p>
      <TextArea name="reason" label="Why" rows={3} isRequired />
      <FormActions submit="Open it">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

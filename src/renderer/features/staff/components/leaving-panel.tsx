import { z } from 'zod'
import { SidePanel } from '../../../components/dialog'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { zDay } from '../../../../shared/kernel/dates'
import type { Person } from '../../../../shared/features/staff/model'

interface PanelProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Records that someone leaves, or that a leaver comes back. */
export function LeavingPanel({ person, onClose }: PanelProps) {
  const isBack = person.leftOn !== null
  return (
    <SidePanel title={isBack ? `${person.name} comes back` : `${person.name} leaves`} isOpen onClose={onClose}>
      {isBack ? <ReturnForm person={person} onClose={onClose} /> : <LeaveForm person={person} onClose={onClose} />}
    </SidePanel>
  )
}

const zLeave = z.object({ leftOn: zDay })

function LeaveForm({ person, onClose }: PanelProps) {
  const form = useZodForm(zLeave, { leftOn: null })
  const record = useWrite('staff.recordLeaving', {
    saved: ({ postsEnded }) => `Recorded; ${plural(postsEnded, 'post ends', 'posts end')} that day`,
  })
  return (
    <Form
      form={form}
      label="Leaving"
      onSubmit={({ leftOn }) => record.send({ personId: person.id, leftOn })}
      onSaved={onClose}
    >
      <p>Open posts end on the last day. The person and everything they went on stay in the binder.</p>
      <DateField name="leftOn" label="Last day" isRequired />
      <FormActions submit="Record the last day" onCancel={onClose} />
    </Form>
  )
}

const zReturn = z.object({ returnedOn: zDay, withPosts: z.boolean() })

function ReturnForm({ person, onClose }: PanelProps) {
  const form = useZodForm(zReturn, { returnedOn: null, withPosts: true })
  const record = useWrite('staff.recordReturn', { saved: `${person.name} is back` })
  return (
    <Form
      form={form}
      label="Coming back"
      onSubmit={(values) => record.send({ personId: person.id, ...values })}
      onSaved={onClose}
    >
      <DateField name="returnedOn" label="First day back" isRequired />
      <CheckBox name="withPosts" label="In the posts held before" hint="Otherwise add a post afterwards" />
      <FormActions submit="Record the return" onCancel={onClose} />
    </Form>
  )
}

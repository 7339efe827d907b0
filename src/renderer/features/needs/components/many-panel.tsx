import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { zOptionalText } from '../../../../shared/kernel/texts'
import type { NeedLine } from '../../../../shared/features/needs/model'
import { canMove } from '../../../../shared/features/needs/rules'
import { SidePanel } from '../../../components/dialog'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

interface ManyPanelProps {
  readonly to: 'agreed' | 'withdrawn'
  /** Those on the list; only those that can be moved so are offered. */
  readonly needs: readonly NeedLine[]
  readonly today: Day
  readonly onClose: () => void
}

const words = {
  agreed: {
    title: 'Agree needs',
    submit: 'Agree these needs',
    saved: 'agreed',
    none: 'None of those on the list waits to be agreed.',
  },
  withdrawn: {
    title: 'Withdraw needs',
    submit: 'Withdraw these needs',
    saved: 'withdrawn',
    none: 'None of those on the list is open.',
  },
} as const

/** Agrees or withdraws many needs of the list in one change. */
export function ManyPanel({ to, needs, today, onClose }: ManyPanelProps) {
  // A planned need goes back to being agreed one by one, with a reason.
  const offered = needs.filter(({ state }) => (to === 'agreed' ? state === 'raised' : canMove(state, to)))
  const say = words[to]
  return (
    <SidePanel title={say.title} isOpen onClose={onClose}>
      {offered.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ManyForm to={to} needs={offered} today={today} onClose={onClose} />
      )}
    </SidePanel>
  )
}

function ManyForm({ to, needs, today, onClose }: ManyPanelProps) {
  const schema = z.object({
    ids: z.array(z.string()).min(1, 'input.required'),
    on: zDay,
    reason: zOptionalText(1000),
  })
  // What is withdrawn is chosen one by one; to agree, one takes out what is not.
  const form = useZodForm(schema, {
    ids: to === 'agreed' ? needs.map(({ id }) => id) : [],
    on: today,
    reason: null,
  })
  const say = words[to]
  const move = useWrite('needs.move', {
    saved: ({ moved }) => `${plural(moved, 'need', 'needs')} ${say.saved}`,
  })
  return (
    <Form form={form} label={say.title} onSubmit={(values) => move.send({ ...values, to })} onSaved={onClose}>
      <DateField name="on" label="On" isRequired />
      <TextArea
        name="reason"
        label={to === 'withdrawn' ? 'Why' : 'Note'}
        hint={to === 'withdrawn' ? 'Kept with each of them' : 'Such as the meeting at which they were agreed'}
        rows={2}
        isRequired={to === 'withdrawn'}
      />
      <CheckBoxGroup
        name="ids"
        label="Needs"
        options={needs.map((need) => ({ value: need.id, title: need.title, note: need.owner.name }))}
        isRequired
      />
      <FormActions submit={say.submit} onCancel={onClose} />
    </Form>
  )
}

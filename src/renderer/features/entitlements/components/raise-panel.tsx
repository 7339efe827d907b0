import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zNeededLine } from '../../../../shared/kernel/texts'
import type { EntitledPersonLine, RuleHead } from '../../../../shared/features/entitlements/contract'
import { SidePanel } from '../../../components/dialog'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

interface RaisePanelProps {
  readonly rule: RuleHead
  /** Those who fall behind with the promise. */
  readonly people: readonly EntitledPersonLine[]
  readonly onClose: () => void
}

const zRaise = z.object({
  title: zNeededLine(300),
  dueOn: zDay.nullable().default(null),
  personIds: z.array(z.string()).min(1, 'input.required'),
})

/** Raises a need for people who fall behind with a promise, the same for each, all in one change. */
export function RaisePanel({ rule, people, onClose }: RaisePanelProps) {
  const form = useZodForm(zRaise, {
    title: rule.title,
    dueOn: people[0]?.lines[0]?.dueOn ?? null,
    personIds: people.map(({ personId }) => personId),
  })
  const raise = useWrite('needs.raise', {
    saved: ({ raised, already }) =>
      [
        `${plural(raised, 'need', 'needs')} raised`,
        ...(already > 0 ? [`${plural(already, 'was', 'were')} open already`] : []),
      ].join(', '),
  })
  return (
    <SidePanel title="Raise a need for those who fall behind" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Need"
        onSubmit={({ title, dueOn, personIds }) =>
          raise.send({
            title,
            dueOn,
            sourceCode: 'entitlement',
            origin: { kind: 'entitlement-rule', id: rule.id },
            owners: personIds.map((personId) => ({ kind: 'person', personId })),
          })
        }
        onSaved={onClose}
      >
        <p>Each of them gets a need of their own, to be agreed and planned with them.</p>
        <TextField name="title" label="Need" isRequired />
        <DateField name="dueOn" label="To be met by" />
        <CheckBoxGroup
          name="personIds"
          label="People"
          options={people.map(({ personId, listName, postTitle }) => ({
            value: personId,
            title: listName,
            note: postTitle ?? undefined,
          }))}
          isRequired
        />
        <FormActions submit="Raise these needs" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

import { z } from 'zod'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { SidePanel } from '../../../components/dialog'
import { ComboBox } from '../../../components/fields/combo-box'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import type { Choices } from '../lib/cost-form'

const zAcceptForm = z.object({
  kindCode: z.string({ error: 'input.required' }).min(1, 'input.required'),
  eventId: z.string().nullable(),
  fundId: z.string().nullable(),
  description: z.string().nullable(),
})

interface AcceptPanelProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onAccepted?: () => void
}

/** Makes ledger lines paid costs of their own: what kind, for which event, from which fund. */
export function AcceptPanel(props: AcceptPanelProps) {
  const choices = useRead('costs.choices', {})
  const title = props.ids.length === 1 ? 'Make it a new cost' : `Make ${plural(props.ids.length, 'cost', 'costs')}`
  return (
    <SidePanel title={title} isOpen onClose={props.onClose}>
      {choices.data && <AcceptForm {...props} choices={choices.data} />}
    </SidePanel>
  )
}

function AcceptForm({ ids, onClose, onAccepted, choices }: AcceptPanelProps & { readonly choices: Choices }) {
  const form = useZodForm(zAcceptForm, { kindCode: 'fee', eventId: null, fundId: null, description: null })
  const accept = useWrite('ledger.accept', {
    saved: ({ costLineIds }) => `${plural(costLineIds.length, 'cost', 'costs')} made`,
  })
  const isOne = ids.length === 1
  return (
    <Form
      form={form}
      label="Accept"
      onSubmit={(values) => accept.send({ ids: [...ids], ...values })}
      onSaved={() => {
        onClose()
        onAccepted?.()
      }}
    >
      <p className="muted">
        {isOne
          ? 'It becomes a paid cost with the amounts and the day of the ledger line.'
          : 'Each becomes a paid cost with the amounts and the day of its line. They are one change, undone as one.'}
      </p>
      <Select
        name="kindCode"
        label="Kind of cost"
        isRequired
        hint="Decides the finance code"
        options={choices.financeCodes.kinds.map((kind) => ({ value: kind.code, title: kind.name }))}
      />
      <ComboBox
        name="eventId"
        label="Event"
        hint="Without one it is a cost of the school as a whole"
        options={choices.events.map((event) => ({
          value: event.id,
          title: event.title,
          note: event.firstOn === null ? 'no day yet' : formatDayShort(event.firstOn),
        }))}
      />
      <Select
        name="fundId"
        label="Fund"
        noneTitle="No fund named"
        options={choices.funds
          .filter((fund) => !fund.isArchived)
          .map((fund) => ({ value: fund.id, title: fund.name }))}
      />
      {isOne && (
        <TextField name="description" label="Description" hint="Left empty, the words of the ledger line" />
      )}
      <FormActions
        submit={isOne ? 'Make it a cost' : `Make ${plural(ids.length, 'cost', 'costs')}`}
        isBusy={accept.isSending}
        onCancel={onClose}
      />
    </Form>
  )
}

import { z } from 'zod'
import { SidePanel } from '../../../components/dialog'
import { ComboBox } from '../../../components/fields/combo-box'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { eventOptions, fundOptions, kindOptions, type Choices } from '../lib/cost-form'

const zAcceptForm = z.object({
  kindCode: z.string({ error: 'input.required' }).min(1, 'input.required'),
  eventId: z.string().nullable(),
  fundId: z.string().nullable(),
  description: z.string().nullable(),
})

interface AcceptPanelProps {
  readonly ids: readonly string[]
  /** What the line says it is; of several, each says for itself. */
  readonly kindCode?: string
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

/** Chosen for several lines: the kind that each one's code and words say. */
const AS_EACH_SAYS = 'as-each-says'

function AcceptForm({
  ids,
  kindCode = AS_EACH_SAYS,
  onClose,
  onAccepted,
  choices,
}: AcceptPanelProps & { readonly choices: Choices }) {
  const form = useZodForm(zAcceptForm, { kindCode, eventId: null, fundId: null, description: null })
  const accept = useWrite('ledger.accept', {
    saved: ({ costLineIds }) => `${plural(costLineIds.length, 'cost', 'costs')} made`,
  })
  const isOne = ids.length === 1
  return (
    <Form
      form={form}
      label="Accept"
      onSubmit={({ kindCode: kind, ...values }) =>
        accept.send({ ids: [...ids], ...values, ...(kind !== AS_EACH_SAYS && { kindCode: kind }) })
      }
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
      <AcceptFields choices={choices} isOne={isOne} />
      {isOne && (
        <TextField name="description" label="Description" hint="Left empty, the words of the ledger line" />
      )}
      <FormActions
        submit={isOne ? 'Make it a cost' : `Make ${plural(ids.length, 'cost', 'costs')}`}
        onCancel={onClose}
      />
    </Form>
  )
}

function AcceptFields({ choices, isOne }: { readonly choices: Choices; readonly isOne: boolean }) {
  return (
    <>
      <Select
        name="kindCode"
        label="Kind of cost"
        isRequired
        hint="Decides the finance code"
        options={[
          ...(isOne ? [] : [{ value: AS_EACH_SAYS, title: 'As the code and words of each say' }]),
          ...kindOptions(choices),
        ]}
      />
      <ComboBox
        name="eventId"
        label="Event"
        hint="Without one it is a cost of the school as a whole"
        options={eventOptions(choices)}
      />
      <Select name="fundId" label="Fund" noneTitle="No fund named" options={fundOptions(choices)} />
    </>
  )
}

import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { pence, zPence } from '../../../../shared/kernel/money'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { movementKinds, zMovementKind, type Cost, type Movement } from '../../../../shared/features/costs/model'
import { movementWords } from '../../../../shared/features/costs/words'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useRead, useWrite } from '../../../lib/contract-client'

const zMovementForm = z.object({
  kind: zMovementKind,
  movedOn: zDay,
  netPence: zPence,
  vatPence: zPence.nullable(),
  reference: zOptionalLine(120),
})

const hints: Readonly<Record<(typeof movementKinds)[number], string>> = {
  estimated: 'What it will probably be; a later estimate replaces it',
  committed: 'Promised to a supplier; negative for what is no longer needed',
  invoiced: 'Billed, and still to pay',
  paid: 'Gone from the account',
  credited: 'Given back: written with a minus',
}

interface MovementPanelProps {
  readonly cost: Cost
  /** Undefined for a new one. */
  readonly movement: Movement | undefined
  readonly onClose: () => void
}

/** Any entry of a cost, with its own day and amount. */
export function MovementPanel({ cost, movement, onClose }: MovementPanelProps) {
  const status = useRead('school.status', {})
  const title = movement ? 'Put an entry right' : 'Add an entry'
  return (
    <SidePanel title={title} isOpen onClose={onClose}>
      {status.data && <MovementForm cost={cost} movement={movement} onClose={onClose} today={status.data.today} />}
    </SidePanel>
  )
}

function MovementForm({
  cost,
  movement,
  onClose,
  today,
}: MovementPanelProps & { readonly today: Movement['movedOn'] }) {
  const form = useZodForm(zMovementForm, {
    kind: movement?.kind ?? 'committed',
    movedOn: movement?.movedOn ?? today,
    netPence: movement?.netPence ?? cost.netPence,
    vatPence: movement?.vatPence ?? cost.vatPence,
    reference: movement?.reference ?? null,
  })
  const save = useWrite('costs.saveMovement', { saved: 'Saved' })
  return (
    <Form
      form={form}
      label="Entry"
      onSubmit={({ vatPence, ...values }) =>
        save.send({
          ...values,
          vatPence: vatPence ?? pence(0),
          costLineId: cost.id,
          ...(movement ? { id: movement.id } : {}),
        })
      }
      onSaved={onClose}
    >
      <RadioGroup
        name="kind"
        label="What happened"
        isRequired
        options={movementKinds.map((kind) => ({ value: kind, title: movementWords[kind], note: hints[kind] }))}
      />
      <DateField name="movedOn" label="Day" isRequired />
      <FormRow>
        <MoneyField name="netPence" label="Net" isRequired />
        <MoneyField name="vatPence" label="VAT" />
      </FormRow>
      <TextField name="reference" label="Reference" hint="Order, invoice or payment number" />
      <FormActions submit="Save the entry" onCancel={onClose} />
    </Form>
  )
}

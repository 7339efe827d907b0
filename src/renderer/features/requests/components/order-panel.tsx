import { z } from 'zod'
import type { RequestRecord } from '../../../../shared/features/requests/model'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

const zOrder = z.object({ orderedOn: zDay, orderNumber: zOptionalLine(80) })

interface OrderPanelProps {
  readonly request: RequestRecord & { readonly today: Day }
  readonly onClose: () => void
}

/** Orders what a place costs that came free: what was expected is promised from then on. */
export function OrderPanel({ request, onClose }: OrderPanelProps) {
  const form = useZodForm(zOrder, { orderedOn: request.today, orderNumber: null })
  const order = useWrite('requests.order', {
    saved: ({ costs, orderedPence }) => `${plural(costs, 'cost', 'costs')} ordered: ${formatPence(orderedPence)}`,
  })
  return (
    <SidePanel title="Order what it costs" isOpen onClose={onClose}>
      <Form form={form} onSubmit={(values) => order.send({ id: request.id, ...values })} onSaved={onClose}>
        <p>
          {request.person.name} has a place now. What was only expected while they waited is promised under its
          funds from the day of the order.
        </p>
        <FormRow>
          <DateField name="orderedOn" label="Ordered on" isRequired />
          <TextField name="orderNumber" label="Order number" />
        </FormRow>
        <FormActions submit="Order it" onCancel={onClose} leave="Not now" />
      </Form>
    </SidePanel>
  )
}

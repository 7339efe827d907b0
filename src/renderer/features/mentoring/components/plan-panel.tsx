import { z } from 'zod'
import { addDays, zDay } from '../../../../shared/kernel/dates'
import { LONGEST_MEETING_MINUTES } from '../../../../shared/features/mentoring/model'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { NumberField } from '../../../components/fields/number-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

const zWhole = (max: number) => z.int('input.required').min(1, 'number.invalid').max(max, 'number.invalid')
const zPlanForm = z.object({
  firstOn: zDay,
  everyWeeks: zWhole(12),
  count: zWhole(40),
  durationMinutes: zWhole(LONGEST_MEETING_MINUTES),
})

interface PlanPanelProps {
  readonly pair: OutputFor<'mentoring.get'>
  readonly onClose: () => void
}

/** Plans the meetings of a term in one go. */
export function PlanPanel({ pair, onClose }: PlanPanelProps) {
  const form = useZodForm(zPlanForm, {
    firstOn: addDays(pair.nextOn ?? pair.today, 14),
    everyWeeks: 2,
    count: 6,
    durationMinutes: pair.usualMinutes,
  })
  const plan = useWrite('mentoring.planMeetings', {
    saved: ({ planned }) => `${plural(planned, 'meeting', 'meetings')} planned`,
  })
  return (
    <SidePanel title="Plan meetings" isOpen onClose={onClose}>
      <Form
        form={form}
        label="Plan meetings"
        onSubmit={(values) => plan.send({ ...values, pairId: pair.id })}
        onSaved={onClose}
      >
        <p>
          Always on the same day of the week. Take away those that fall in a holiday; a day that has a meeting is
          passed over.
        </p>
        <FormRow>
          <DateField name="firstOn" label="First on" isRequired autoFocus />
          <LengthField name="durationMinutes" label="Length" isRequired />
        </FormRow>
        <FormRow>
          <NumberField name="everyWeeks" label="Every so many weeks" isRequired />
          <NumberField name="count" label="How many" isRequired />
        </FormRow>
        <FormActions submit="Plan these meetings" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

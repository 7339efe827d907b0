import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zOptionalText } from '../../../../shared/kernel/texts'
import {
  LONGEST_MEETING_MINUTES,
  meetingStates,
  zMeetingState,
  type Meeting,
} from '../../../../shared/features/mentoring/model'
import { meetingStateNames } from '../../../../shared/features/mentoring/words'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'

const zMeetingForm = z.object({
  heldOn: zDay,
  durationMinutes: z.int('input.required').min(1, 'number.invalid').max(LONGEST_MEETING_MINUTES, 'number.invalid'),
  state: zMeetingState,
  note: zOptionalText(500),
})

interface MeetingPanelProps {
  readonly pair: OutputFor<'mentoring.get'>
  /** The one to change; undefined for a new one. */
  readonly meeting: Meeting | undefined
  readonly onClose: () => void
}

/** Adds a meeting of a pair, or changes one. A new one is held, today, and as long as their last. */
export function MeetingPanel({ pair, meeting, onClose }: MeetingPanelProps) {
  const form = useZodForm(zMeetingForm, {
    heldOn: meeting?.heldOn ?? pair.today,
    durationMinutes: meeting?.durationMinutes ?? pair.usualMinutes,
    state: meeting?.state ?? 'held',
    note: meeting?.note ?? null,
  })
  const draft = useDraft(form, 'mentoring.meeting', meeting?.id ?? `new ${pair.id}`)
  const save = useWrite('mentoring.saveMeeting', { saved: 'Meeting recorded' })
  return (
    <SidePanel title={meeting === undefined ? 'Record a meeting' : 'Change a meeting'} isOpen onClose={onClose}>
      <Form
        form={form}
        draft={draft}
        label="Meeting"
        onSubmit={(values) =>
          save.send({ ...values, pairId: pair.id, ...(meeting !== undefined && { id: meeting.id }) })
        }
        onSaved={onClose}
      >
        <DraftNotice draft={draft} />
        <FormRow>
          <DateField name="heldOn" label="Day" isRequired autoFocus />
          <LengthField name="durationMinutes" label="Length" isRequired />
        </FormRow>
        <RadioGroup
          name="state"
          label="State"
          across
          options={meetingStates.map((state) => ({ value: state, title: meetingStateNames[state] }))}
          isRequired
        />
        <TextArea
          name="note"
          label="Note"
          hint="What has to be arranged, such as a room. Not what was said: that stays with the two."
          rows={2}
        />
        <FormActions submit="Save the meeting" onCancel={onClose} />
      </Form>
    </SidePanel>
  )
}

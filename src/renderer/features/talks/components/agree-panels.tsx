import { z } from 'zod'
import type { TalkRecord } from '../../../../shared/features/talks/model'
import { foundNeeds } from '../../../../shared/features/talks/rules'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { zNeededText } from '../../../../shared/kernel/texts'
import { Button } from '../../../components/button'
import { DateField } from '../../../components/fields/date-field'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { DraftNotice, useDraft } from '../../../components/draft'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

interface PanelProps {
  readonly record: TalkRecord
  readonly today: Day
  readonly onClose: () => void
}

const zAgreeForm = z.object({ agreedOn: zDay })

/** Records the day on which both agreed, and tells what is raised with it. */
export function AgreePanel({ record, today, onClose }: PanelProps) {
  const form = useZodForm(zAgreeForm, { agreedOn: today })
  const agree = useWrite('talks.agree', {
    saved: ({ raised, already }) =>
      `Agreed; ${plural(raised, 'need', 'needs')} raised${already === 0 ? '' : `, ${already} there already`}`,
  })
  const needs = foundNeeds(record.talk)
  return (
    <Form
      form={form}
      label="Agreement"
      onSubmit={({ agreedOn }) => agree.send({ id: record.id, agreedOn })}
      onSaved={onClose}
    >
      <DateField name="agreedOn" label="Both agreed on" isRequired />
      {needs.length === 0 ? (
        <p>No need was written down, so none is raised.</p>
      ) : (
        <>
          <p>Raised for {record.personName}, and agreed:</p>
          <ul>
            {needs.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">What was written down is not changed afterwards, unless the agreement is taken back.</p>
      <FormActions submit="Record that both agree" onCancel={onClose} />
    </Form>
  )
}

const zLookForm = z.object({ on: zDay, text: zNeededText(4000) })

/** Writes down what the two found when they looked back. */
export function LookBackPanel({ record, today, onClose }: PanelProps) {
  const form = useZodForm(zLookForm, { on: record.lookedBackOn ?? today, text: record.lookBack })
  const draft = useDraft(form, 'talks.lookBack', record.id)
  const save = useWrite('talks.lookBack', { saved: 'Saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Looking back"
      onSubmit={(values) => save.send({ id: record.id, ...values })}
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <DateField name="on" label="Day" isRequired />
      <TextArea name="text" label="What came of it so far" rows={6} isRequired />
      <FormActions submit="Save what you found">
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  )
}

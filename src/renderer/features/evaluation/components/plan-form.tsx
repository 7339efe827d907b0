import { useEffect } from 'react'
import type { Evaluation } from '../../../../shared/features/evaluation/contract'
import { zPlanInput } from '../../../../shared/features/evaluation/model'
import { formatDay } from '../../../../shared/kernel/dates'
import { DraftNotice, useDraft } from '../../../components/draft'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { valueWords } from '../words'

const directions = [
  { value: 'up', title: 'It should go up' },
  { value: 'down', title: 'It should go down' },
]

export interface PlanFormProps {
  readonly evaluation: Evaluation
  /** Told whenever something typed here begins or ceases to be unsaved. */
  readonly onUnsaved: (isUnsaved: boolean) => void
}

/** What should be different, how it is measured, where it stands and where it should be. */
export function PlanForm({ evaluation, onUnsaved }: PlanFormProps) {
  const kept = {
    eventId: evaluation.eventId,
    question: evaluation.question,
    measure: evaluation.measure,
    unit: evaluation.unit,
    direction: evaluation.direction,
    baselineValue: evaluation.baselineValue,
    baselineOn: evaluation.baselineOn,
    targetValue: evaluation.targetValue,
    targetOn: evaluation.targetOn,
  }
  const form = useZodForm(zPlanInput, kept)
  const draft = useDraft(form, 'evaluation.plan', evaluation.eventId)
  const save = useWrite('evaluation.plan', { saved: 'Plan saved' })
  const { isDirty } = form.formState
  useEffect(() => onUnsaved(isDirty), [isDirty, onUnsaved])
  return (
    <Form form={form} draft={draft} label="Plan of the evaluation" onSubmit={(values) => save.send(values)}>
      <DraftNotice draft={draft} />
      <TextArea
        name="question"
        label="What should be different afterwards?"
        hint="In class, in daily work or for pupils"
        rows={2}
      />
      <FormRow>
        <TextField name="measure" label="How will you see it?" hint="One measure: pupils at age-related fluency" />
        <TextField name="unit" label="Counted in" hint="%, pupils, lessons" width="short" />
      </FormRow>
      <RadioGroup name="direction" label="Which way is better?" options={directions} across />
      <BaselineFields evaluation={evaluation} />
      <FormRow>
        <NumberField name="targetValue" label="Target" decimals={2} />
        <DateField name="targetOn" label="Target by" />
      </FormRow>
      <FormActions submit="Save the plan" kind="plain" />
    </Form>
  )
}

function BaselineFields({ evaluation }: { readonly evaluation: Evaluation }) {
  const { isBaselineLocked, baselineValue, baselineOn, unit, firstOn, today } = evaluation
  if (isBaselineLocked && baselineValue !== null && baselineOn !== null) {
    return (
      <p>
        Baseline: <b>{valueWords(baselineValue, unit)}</b> on {formatDay(baselineOn)}. It stands fast since the
        first session.
      </p>
    )
  }
  const isLate = firstOn !== null && firstOn < today
  return (
    <FormRow>
      <NumberField
        name="baselineValue"
        label="Baseline"
        decimals={2}
        hint={isLate ? 'It will be marked as late' : 'Where it stands now'}
      />
      <DateField name="baselineOn" label="Measured on" hint="Today when left empty" />
    </FormRow>
  )
}

import { evidenceLevels, zJudgeInput, type JudgeInput } from '../../../../shared/features/evaluation/model'
import type { Evaluation } from '../../../../shared/features/evaluation/contract'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm, type ZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { useRead, useWrite } from '../../../lib/contract-client'
import { fieldMessage } from '../../../lib/field-message'
import { decisionOptions, judgementOptions } from '../words'

export interface JudgeFormProps {
  readonly evaluation: Evaluation
  /** Something is typed in the plan beside it: the button here does not save that. */
  readonly isPlanUnsaved: boolean
}

/** What it is now, how we know, what else may have caused it, and what follows. */
export function JudgeForm({ evaluation, isPlanUnsaved }: JudgeFormProps) {
  const acting = useRead('pc.actingPerson', {})
  const kept = {
    eventId: evaluation.eventId,
    actualValue: evaluation.actualValue,
    actualOn: evaluation.actualOn,
    evidenceLevel: evaluation.evidenceLevel,
    evidenceNote: evaluation.evidenceNote,
    otherCauses: evaluation.otherCauses,
    impactJudgement: evaluation.impactJudgement,
    decision: evaluation.decision,
    judgementReason: evaluation.judgementReason,
    judgedByPersonId: evaluation.judgedByPersonId,
    judgedOn: evaluation.judgedOn,
  }
  const form = useZodForm(zJudgeInput, kept)
  const draft = useDraft(form, 'evaluation.judge', evaluation.eventId)
  const save = useWrite('evaluation.judge', { saved: 'Judgement saved' })
  const send = (values: JudgeInput) =>
    save.send({ ...values, judgedByPersonId: values.judgedByPersonId ?? acting.data?.personId ?? null })
  return (
    <Form form={form} draft={draft} label="Judgement" onSubmit={send}>
      <DraftNotice draft={draft} />
      {evaluation.measure !== null && (
        <FormRow>
          <NumberField name="actualValue" label={`Now: ${evaluation.measure}`} decimals={2} />
          <DateField name="actualOn" label="Measured on" hint="Today when left empty" />
        </FormRow>
      )}
      <EvidenceLevel form={form} />
      <TextArea
        name="evidenceNote"
        label="What is the evidence?"
        hint="What was seen, counted or said, and by whom"
        rows={3}
      />
      <TextArea
        name="otherCauses"
        label="What else may have caused it?"
        hint="A new scheme, other staff, a different year group"
        rows={2}
      />
      <RadioGroup name="impactJudgement" label="What is your judgement?" options={judgementOptions} />
      <Select name="decision" label="What follows?" noneTitle="Not decided" options={decisionOptions} />
      <TextArea name="judgementReason" label="Why?" rows={2} />
      <JudgedBy />
      {isPlanUnsaved && (
        <Notice tone="info" title="The plan is not saved yet">
          This button saves the judgement alone. What you typed under “Before: what should change” has a button of
          its own, “Save the plan”.
        </Notice>
      )}
      <FormActions submit="Save the judgement" kind="plain" />
    </Form>
  )
}

/** Who judged, and when. */
function JudgedBy() {
  const people = useRead('staff.choices', {})
  return (
    <FormRow>
      <ComboBox
        name="judgedByPersonId"
        label="Judged by"
        hint="You, when left empty"
        options={(people.data?.people ?? []).map((person) => ({
          value: person.id,
          title: person.name,
          note: person.note,
        }))}
      />
      <DateField name="judgedOn" label="Judged on" hint="Today when left empty" />
    </FormRow>
  )
}

const levelOptions = evidenceLevels.map(({ level, name, means }) => ({
  value: String(level),
  title: `${level} ${name}`,
  note: means,
}))

/** The strongest evidence there is, from what people thought of it to what changed for pupils. */
function EvidenceLevel({ form }: { readonly form: ZodForm<typeof zJudgeInput> }) {
  const level = form.watch('evidenceLevel')
  return (
    <RadioGroup
      label="How do you know? The strongest evidence you have"
      options={levelOptions}
      value={level === null || level === undefined ? null : String(level)}
      onChange={(value) => {
        const chosen = evidenceLevels.find((one) => String(one.level) === value)
        if (chosen === undefined) return
        form.setValue('evidenceLevel', chosen.level, { shouldDirty: true })
        form.clearErrors('evidenceLevel')
      }}
      error={fieldMessage(form.formState.errors.evidenceLevel)}
    />
  )
}

import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalText } from '../../../../shared/kernel/texts'
import {
  expertiseSourceNames,
  expertiseSources,
  zExpertiseSource,
  type ExpertiseLine,
} from '../../../../shared/features/needs/expertise'
import { levelNames } from '../../../../shared/features/needs/words'
import { SidePanel } from '../../../components/dialog'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { standardTitle } from '../../../../shared/features/needs/rules'
import { useStandards } from '../lib/use-standards'

interface ExpertisePanelProps {
  /** The one to change; undefined for a new one. */
  readonly line: ExpertiseLine | undefined
  readonly onClose: () => void
}

const zExpertiseForm = z.object({
  personId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  subject: zNeededLine(200),
  standardTitle: z.string().nullable().default(null),
  level: z.enum(['1', '2', '3', '4']),
  canTrain: z.boolean(),
  source: zExpertiseSource,
  fromOn: zDay,
  untilOn: zDay.nullable().default(null),
  note: zOptionalText(500),
})

/** Adds to the register of expertise, or changes a line of it. */
export function ExpertisePanel(props: ExpertisePanelProps) {
  const choices = useRead('needs.choices', {})
  return (
    <SidePanel
      title={props.line === undefined ? 'Add expertise' : 'Change expertise'}
      isOpen
      onClose={props.onClose}
    >
      <ReadState read={choices}>{(data) => <ExpertiseForm {...props} choices={data} />}</ReadState>
    </SidePanel>
  )
}

interface ExpertiseFormProps extends ExpertisePanelProps {
  readonly choices: OutputFor<'needs.choices'>
}

function ExpertiseForm({ line, onClose, choices }: ExpertiseFormProps) {
  const form = useZodForm(zExpertiseForm, {
    personId: line?.personId ?? null,
    subject: line?.subject ?? '',
    standardTitle: line?.standard ? standardTitle(line.standard) : null,
    level: levelOf(line),
    canTrain: line?.canTrain ?? false,
    source: line?.source ?? 'nominated',
    fromOn: line?.fromOn ?? choices.today,
    untilOn: line?.untilOn ?? null,
    note: line?.note ?? null,
  })
  const draft = useDraft(form, 'needs.expertise', line?.id ?? 'new')
  const standards = useStandards(line?.standard ?? null)
  const save = useWrite('expertise.save', { saved: 'Expertise saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Expertise"
      onSubmit={({ standardTitle: chosen, level, ...values }) =>
        save.send({
          ...values,
          level: Number(level),
          standard: standards.find((one) => standardTitle(one) === chosen) ?? null,
          ...(line !== undefined && { id: line.id }),
        })
      }
      onSaved={onClose}
    >
      <DraftNotice draft={draft} />
      <ExpertiseFields choices={choices} line={line} />
      <FormActions submit="Save the expertise" onCancel={onClose} />
    </Form>
  )
}

function levelOf(line: ExpertiseLine | undefined): '1' | '2' | '3' | '4' {
  return (['1', '2', '3', '4'] as const).find((level) => Number(level) === line?.level) ?? '3'
}

function ExpertiseFields({ choices, line }: Pick<ExpertiseFormProps, 'choices' | 'line'>) {
  const standards = useStandards(line?.standard ?? null)
  return (
    <>
      <ComboBox
        name="personId"
        label="Person"
        options={choices.people.map(({ id, name, postTitle }) => ({
          value: id,
          title: name,
          note: postTitle ?? undefined,
        }))}
        isRequired
      />
      <TextField name="subject" label="Subject or skill" hint="Such as “Early reading” or “Makaton”" isRequired />
      <ComboBox
        name="standardTitle"
        label="Standard"
        options={standards.map(standardTitle).map((title) => ({ value: title, title }))}
      />
      <RadioGroup
        name="level"
        label="How well"
        options={levelNames.slice(1).map((title, index) => ({ value: String(index + 1), title }))}
        isRequired
      />
      <CheckBox name="canTrain" label="Can train others in it, and would" />
      <Select
        name="source"
        label="How we know"
        options={expertiseSources.map((source) => ({ value: source, title: expertiseSourceNames[source] }))}
        isRequired
      />
      <DateField name="fromOn" label="Since" isRequired />
      <DateField name="untilOn" label="Until" hint="When it ended, or the certificate runs out" />
      <TextArea name="note" label="Note" hint="Such as on which days they could help" rows={2} />
    </>
  )
}

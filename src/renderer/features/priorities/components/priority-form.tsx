import { useWatch } from 'react-hook-form'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { yearLabel } from '../../../../shared/kernel/years'
import { levels, type Priority } from '../../../../shared/features/priorities/model'
import { levelNames } from '../../../../shared/features/priorities/rules'
import { startPriority, zPriorityForm } from '../lib/priority-form'

export interface PriorityFormProps {
  readonly priority: Priority | undefined
  readonly academicYear: number
  readonly years: readonly number[]
  readonly choices: OutputFor<'staff.choices'>
}

/** Adds or changes a priority and its measure. */
export function PriorityForm({ priority, academicYear, years, choices }: PriorityFormProps) {
  const form = useZodForm(zPriorityForm, startPriority(priority, academicYear))
  const draft = useDraft(form, 'priorities.priority', priority?.id ?? 'new')
  const save = useWrite('priorities.save', { saved: 'Priority saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Priority"
      onSubmit={(values) =>
        save.send({
          ...values,
          academicYear: Number(values.academicYear),
          ...(priority !== undefined && { id: priority.id }),
        })
      }
      onSaved={({ id }) => navigate(`/priorities/${id}`)}
    >
      <DraftNotice draft={draft} />
      <WhatFields years={years} choices={choices} />
      <MeasureFields />
      <FormActions
        submit="Save the priority"
        cancelTo={priority === undefined ? '/priorities' : `/priorities/${priority.id}`}
      />
    </Form>
  )
}

function WhatFields({ years, choices }: Pick<PriorityFormProps, 'years' | 'choices'>) {
  const level = useWatch<Record<string, string>>({ name: 'level' })
  return (
    <FormPart title="What it is">
      <TextField name="title" label="Priority" hint="As it stands in the improvement plan" isRequired />
      <FormRow>
        <Select
          name="level"
          label="Level"
          options={levels.map((value) => ({ value, title: levelNames[value] }))}
          isRequired
        />
        <Select
          name="academicYear"
          label="Academic year"
          width="short"
          options={years.map((year) => ({ value: String(year), title: yearLabel(year) }))}
          isRequired
        />
        <TextField name="code" label="Number" hint="Such as P3" width="short" />
      </FormRow>
      <FormRow>
        <ComboBox
          name="leadPersonId"
          label="Led by"
          options={choices.people.map((person) => ({ value: person.id, title: person.name, note: person.note }))}
        />
        {level === 'team' && (
          <ComboBox
            name="teamId"
            label="Team"
            options={choices.teams.map((team) => ({ value: team.id, title: team.name }))}
          />
        )}
      </FormRow>
      <TextArea name="successCriteria" label="Success is" hint="What will be seen when it is met" rows={3} />
    </FormPart>
  )
}

function MeasureFields() {
  return (
    <FormPart title="How it is measured">
      <FormRow>
        <TextField name="measure" label="Measure" hint="One figure that is read again and again" />
        <TextField name="unit" label="Unit" hint="% or points" width="short" />
      </FormRow>
      <RadioGroup
        name="direction"
        label="It is to"
        across
        options={[
          { value: 'up', title: 'Rise' },
          { value: 'down', title: 'Fall' },
        ]}
        isRequired
      />
      <FormRow>
        <NumberField name="baselineValue" label="Starts at" decimals={2} />
        <DateField name="baselineOn" label="Read on" />
      </FormRow>
      <FormRow>
        <NumberField name="targetValue" label="Target" decimals={2} />
        <DateField name="targetOn" label="To be reached by" />
      </FormRow>
    </FormPart>
  )
}

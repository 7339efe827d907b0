import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { terms, type Plan, type PlanLine } from '../../../../shared/features/plan/model'
import { termWords } from '../../../../shared/features/plan/words'
import { pence } from '../../../../shared/kernel/money'
import { yearLabel } from '../../../../shared/kernel/years'
import { Button, IconButton, TextLink } from '../../../components/button'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox, CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import type { Option } from '../../../components/fields/field-types'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { lineToSend, startLine, zLineForm, type LineForm as Typed } from '../lib/line-form'
import { planAt } from '../lib/use-plan-year'
import { PickList } from './pick-list'

type Choices = OutputFor<'plan.choices'>

interface LineFormProps {
  readonly plan: Plan
  readonly line: PlanLine | undefined
  readonly choices: Choices
}

const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, title: name }))

/** One thing to do: what, for whom, when, at what cost, and how one will know that it helped. */
export function LineForm({ plan, line, choices }: LineFormProps) {
  const form = useZodForm(zLineForm, startLine(plan.id, line))
  const draft = useDraft(form, 'plan.line', line?.id ?? `new-${plan.id}`)
  const save = useWrite('plan.saveLine', { saved: 'Line saved' })
  const home = planAt('/plan', plan.academicYear)
  return (
    <Form
      form={form}
      draft={draft}
      label="Line of the plan"
      onSubmit={(values) => save.send(lineToSend(values))}
      onSaved={() => navigate(home)}
    >
      <DraftNotice draft={draft} />
      <WhatFields plan={plan} choices={choices} />
      <NeedFields line={line} choices={choices} />
      <WhomFields line={line} choices={choices} />
      <WhenFields />
      <CostFields choices={choices} />
      <MeasureFields />
      <FormActions submit="Save the line" cancelTo={home} />
    </Form>
  )
}

function WhatFields({ plan, choices }: Omit<LineFormProps, 'line'>) {
  const { getValues, setValue } = useFormContext<Typed>()
  const fill = () => {
    const chosen = choices.opportunities.find(({ id }) => id === getValues('opportunityId'))
    if (!chosen) return
    const dirty = { shouldDirty: true }
    if (!getValues('title')) setValue('title', chosen.name, dirty)
    if (!getValues('typeCode')) setValue('typeCode', chosen.typeCode, dirty)
    if (!getValues('providerId')) setValue('providerId', chosen.providerId, dirty)
    if (!getValues('lead')) setValue('lead', chosen.expertName, dirty)
    const heads = getValues('peopleCount') ?? (getValues('personIds').length || 1)
    const isFree = (getValues('costs') ?? []).every(({ amountPence }) => amountPence === null)
    if (isFree && chosen.pricePence !== null)
      setValue('costs', [{ kindCode: 'fee', amountPence: pence(chosen.pricePence * heads) }], dirty)
  }
  return (
    <FormPart title="What">
      <TextField name="title" label="What is to be done" isRequired />
      <FormRow>
        <Select name="typeCode" label="Kind" noneTitle="Not said yet" options={named(choices.types)} />
        <Select
          name="priorityId"
          label="Priority"
          noneTitle="Serves none"
          options={choices.priorities
            .filter(({ academicYear }) => Math.abs(academicYear - plan.academicYear) <= 1)
            .map(({ id, name, academicYear }) => ({ value: id, title: name, note: yearLabel(academicYear) }))}
        />
      </FormRow>
      <CheckBox name="isMust" label="It must happen" hint="Required, promised, or begun already: never cut" />
      <ComboBox
        name="opportunityId"
        label="Opportunity"
        hint="A course or an offer of the catalogue that would do"
        options={named(choices.opportunities)}
      />
      <div>
        <Button kind="quiet" size="small" onPress={fill}>
          Fill in from the opportunity
        </Button>
      </div>
      <FormRow>
        <ComboBox name="providerId" label="Provider" options={named(choices.providers)} />
        <TextField name="lead" label="Led by" />
      </FormRow>
    </FormPart>
  )
}

type PartProps = Pick<LineFormProps, 'line' | 'choices'>

/** What can be chosen now, and what the line has though it no longer can. */
const withThose = (options: readonly Option[], kept: readonly Option[]) => [
  ...options,
  ...kept.filter(({ value }) => !options.some((option) => option.value === value)),
]

function NeedFields({ line, choices }: PartProps) {
  const options = choices.needs.map(({ id, name, ownerName }) => ({ value: id, title: name, note: ownerName }))
  const kept = (line?.needs ?? []).map(({ id, title }) => ({ value: id, title }))
  return (
    <FormPart title="Needs that it serves">
      {options.length === 0 && kept.length === 0 ? (
        <p>
          No need is agreed yet. <TextLink to="/needs/finding">Ways to find needs</TextLink>
        </p>
      ) : (
        <PickList
          name="needIds"
          label="Needs"
          adds="Add a need"
          hint="Needs that are agreed. They are planned once the plan is approved."
          options={withThose(options, kept)}
        />
      )}
    </FormPart>
  )
}

function WhomFields({ line, choices }: PartProps) {
  const options = choices.people.map(({ id, name, postTitle }) => ({
    value: id,
    title: name,
    ...(postTitle !== null && { note: postTitle }),
  }))
  const kept = (line?.people ?? []).map(({ id, name }) => ({ value: id, title: name, note: 'Has left' }))
  return (
    <FormPart title="For whom">
      <CheckBox name="isWholeSchool" label="All staff" />
      <CheckBoxGroup name="groupIds" label="Staff groups" options={named(choices.groups)} />
      <PickList name="personIds" label="People" adds="Add a person" options={withThose(options, kept)} />
      <NumberField
        name="peopleCount"
        label="How many"
        minValue={1}
        hint="Where it is not everybody who is named above, or nobody is yet"
      />
    </FormPart>
  )
}

function WhenFields() {
  return (
    <FormPart title="When">
      <FormRow>
        <DateField name="startsOn" label="First day" />
        <Select
          name="term"
          label="Or a term"
          noneTitle="Not said yet"
          options={terms.map((term) => ({ value: term, title: termWords[term] }))}
        />
      </FormRow>
    </FormPart>
  )
}

function CostFields({ choices }: { readonly choices: Choices }) {
  const { control } = useFormContext<Typed>()
  const { fields, append, remove } = useFieldArray({ control, name: 'costs' })
  return (
    <FormPart title="Cost and cover">
      {fields.map((field, index) => (
        <FormRow key={field.id}>
          <Select
            name={`costs.${index}.kindCode`}
            label={`Kind of cost ${index + 1}`}
            options={named(choices.kinds)}
          />
          <MoneyField
            name={`costs.${index}.amountPence`}
            label={`Amount ${index + 1}`}
            hint="Without VAT that is got back"
          />
          <IconButton
            label={`Leave out cost ${index + 1}`}
            icon={<X aria-hidden="true" />}
            onPress={() => remove(index)}
          />
        </FormRow>
      ))}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => append({ kindCode: fields.length === 1 ? 'cover-supply' : null, amountPence: null })}
        >
          Add a cost
        </Button>
      </div>
      <NumberField
        name="coverQuarterDays"
        label="Days of cover"
        decimals={2}
        minValue={0}
        hint="All people together, quarters too: 0.25, 0.5, 1"
      />
    </FormPart>
  )
}

function MeasureFields() {
  return (
    <FormPart title="How we will know">
      <TextArea
        name="measure"
        label="What should have changed"
        rows={3}
        hint="Something one can see or count: pupils’ results, what happens in lessons, time that is saved"
      />
      <FormRow>
        <NumberField name="baselineValue" label="From" />
        <NumberField name="targetValue" label="To" />
        <TextField name="measureUnit" label="Unit" width="short" />
      </FormRow>
      <TextArea name="note" label="Note" rows={2} />
    </FormPart>
  )
}

import { sources, type Need } from '../../../../shared/features/needs/model'
import { importanceNames, levelNames, sourceNames } from '../../../../shared/features/needs/words'
import { yearLabel } from '../../../../shared/kernel/years'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { ownersOf, startNeed, wordsOf, zNeedForm, type NeedChoices, type NeedForm } from '../lib/need-form'
import { standardTitle } from '../../../../shared/features/needs/rules'
import { useStandards } from '../lib/use-standards'
import { OwnerFields } from './owner-fields'

interface NeedFormProps {
  /** The one to change; undefined for a new one. */
  readonly need: Need | undefined
  readonly choices: NeedChoices
}

/** A need as it is typed: for one owner, or the same for several people at once. */
export function NeedFormFields({ need, choices }: NeedFormProps) {
  const [personId] = useQueryParam('person')
  const [priorityId] = useQueryParam('priority')
  const form = useZodForm(zNeedForm, startNeed(need, { personId, priorityId, today: choices.today }))
  const draft = useDraft(form, 'needs.need', need?.id ?? 'new')
  const send = useSend(need)
  return (
    <Form
      form={form}
      draft={draft}
      label="Need"
      onSubmit={send}
      onSaved={(id) => navigate(id === undefined ? '/needs' : `/needs/record/${id}`)}
    >
      <DraftNotice draft={draft} />
      <OwnerFields choices={choices} canBeSeveral={need === undefined} />
      <WhatFields choices={choices} need={need} />
      <LevelFields />
      <FormActions
        submit={need === undefined ? 'Raise this need' : 'Save the need'}
        cancelTo={need === undefined ? '/needs' : `/needs/record/${need.id}`}
      />
    </Form>
  )
}

/** Saves the need, or raises it for everybody that was chosen; answers with its id where there is one only. */
function useSend(need: Need | undefined) {
  const save = useWrite('needs.save', { saved: 'Need saved' })
  const raise = useWrite('needs.raise', {
    saved: ({ raised, already }) =>
      [
        `${plural(raised, 'need', 'needs')} raised`,
        ...(already > 0 ? [`${plural(already, 'was', 'were')} open already`] : []),
      ].join(', '),
  })
  const standards = useStandards(need?.standard ?? null)
  return async (values: NeedForm) => {
    const [owner, ...others] = ownersOf(values)
    const words = wordsOf(values, standards)
    if (need !== undefined && owner !== undefined) {
      const result = await save.send({ ...words, id: need.id, owner })
      return result.ok ? { ...result, value: need.id as string | undefined } : result
    }
    const owners = owner === undefined ? [] : [owner, ...others]
    const result = await raise.send({ ...words, owners, raisedOn: values.raisedOn })
    return result.ok ? { ...result, value: others.length > 0 ? undefined : result.value.ids[0] } : result
  }
}

function WhatFields({ choices, need }: { readonly choices: NeedChoices; readonly need: Need | undefined }) {
  const isNew = need === undefined
  const standards = useStandards(need?.standard ?? null)
  return (
    <FormPart title="What it is">
      <TextField
        name="title"
        label="Need"
        hint="In a few words, the same words for the same need: “Questions that make pupils think”"
        isRequired
      />
      <TextArea name="description" label="More about it" rows={2} />
      <FormRow>
        <Select
          name="sourceCode"
          label="Found by"
          options={sources.map((source) => ({ value: source, title: sourceNames[source] }))}
          isRequired
        />
        <Select
          name="importance"
          label="Importance"
          width="medium"
          options={['3', '2', '1'].map((value) => ({ value, title: importanceNames[Number(value)] ?? value }))}
          isRequired
        />
      </FormRow>
      <FormRow>
        <Select
          name="priorityId"
          label="Priority it serves"
          noneTitle="None"
          options={choices.priorities.map(({ id, title, academicYear }) => ({
            value: id,
            title,
            note: yearLabel(academicYear),
          }))}
        />
        <ComboBox
          name="standardTitle"
          label="Standard"
          options={standards.map(standardTitle).map((title) => ({ value: title, title }))}
        />
      </FormRow>
      <FormRow>
        {isNew && <DateField name="raisedOn" label="Raised on" isRequired />}
        <DateField name="dueOn" label="To be met by" />
        <Select
          name="typeCode"
          label="What would suit"
          noneTitle="Not said"
          options={choices.types.map(({ code, name }) => ({ value: code, title: name }))}
        />
      </FormRow>
    </FormPart>
  )
}

const levels = levelNames.map((title, index) => ({ value: String(index), title }))

function LevelFields() {
  return (
    <FormPart title="What should change">
      <FormRow>
        <Select name="nowLevel" label="Stands now at" noneTitle="Not said" options={levels} />
        <Select name="targetLevel" label="Is to reach" noneTitle="Not said" options={levels} />
      </FormRow>
      <TextArea name="impactOnPractice" label="In practice" hint="What will be done differently" rows={2} />
      <TextArea
        name="impactOnPupils"
        label="For pupils"
        hint="What will be better for them, and how it will be seen"
        rows={2}
      />
    </FormPart>
  )
}

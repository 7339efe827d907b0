import type { Opportunity } from '../../../../shared/features/opportunities/model'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { opportunityToSend, startOpportunity, zOpportunityForm, type OwnOffer } from '../lib/form-values'
import { modeOptions, unitOptions } from '../lib/options'
import { StandardPicker } from './standard-picker'

type Choices = OutputFor<'opportunities.choices'>

interface OpportunityFormProps {
  readonly opportunity: Opportunity | undefined
  /** For a new one: whom of our own staff it is begun for. */
  readonly own?: OwnOffer | undefined
  readonly choices: Choices
}

/** What is offered, by whom, for whom and at what price. */
export function OpportunityForm({ opportunity, own, choices }: OpportunityFormProps) {
  const form = useZodForm(zOpportunityForm, startOpportunity(opportunity, choices.standards, own))
  const draft = useDraft(form, 'opportunities.edit', opportunity?.id ?? (own ? `new ${own.expertPersonId}` : 'new'))
  const save = useWrite('opportunities.save', { saved: 'Opportunity saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Opportunity"
      onSubmit={(values) => save.send(opportunityToSend(values, opportunity))}
      onSaved={({ id }) => navigate(`/opportunities/${id}`)}
    >
      <DraftNotice draft={draft} />
      <WhatFields />
      <WhoseFields choices={choices} />
      <WhomFields choices={choices} />
      <PriceFields />
      <FormActions
        submit="Save the opportunity"
        cancelTo={opportunity === undefined ? '/opportunities' : `/opportunities/${opportunity.id}`}
      />
    </Form>
  )
}

const optionsOf = (list: readonly { readonly code: string; readonly name: string }[] | undefined) =>
  (list ?? []).map(({ code, name }) => ({ value: code, title: name }))

function WhatFields() {
  const { data } = useRead('packs.typology', {})
  return (
    <FormPart title="What it is">
      <TextField name="title" label="Title" isRequired />
      <FormRow>
        <Select name="typeCode" label="Kind" isRequired options={optionsOf(data?.types)} />
        <Select name="levelCode" label="Level" isRequired options={optionsOf(data?.levels)} />
      </FormRow>
      <TextArea
        name="about"
        label="Description"
        rows={6}
        hint="A blank line begins a paragraph, “- ” a point, “## ” a heading."
      />
      <FormRow>
        <NumberField name="durationCount" label="Lasts" minValue={0} />
        <Select name="durationUnit" label="Unit" noneTitle="Not said" options={unitOptions} />
        <Select name="mode" label="How" noneTitle="Not said" options={modeOptions} />
      </FormRow>
    </FormPart>
  )
}

const named = (list: Choices['groups']) => list.map(({ id, name }) => ({ value: id, title: name }))

function WhoseFields({ choices }: { readonly choices: Choices }) {
  const { data } = useRead('packs.typology', {})
  return (
    <FormPart title="Who provides it">
      <FormRow>
        <Select name="provisionCode" label="Source" isRequired options={optionsOf(data?.provisions)} />
        <ComboBox name="providerId" label="Provider" options={named(choices.providers)} />
      </FormRow>
      <ComboBox
        name="expertPersonId"
        label="Who of our own staff leads it"
        hint="For an offer of your own."
        options={named(choices.people)}
      />
    </FormPart>
  )
}

function WhomFields({ choices }: { readonly choices: Choices }) {
  return (
    <FormPart title="Whom and what it is for">
      <CheckBoxGroup
        name="groupIds"
        label="Staff groups"
        hint="Nothing ticked is everybody."
        options={named(choices.groups)}
      />
      <StandardPicker standards={choices.standards} />
      <FormRow>
        <TextField name="subjects" label="Subjects" hint="With commas between." />
        <TextField name="ages" label="Ages or key stages" hint="With commas between." />
      </FormRow>
    </FormPart>
  )
}

function PriceFields() {
  return (
    <FormPart title="Price and booking, for one person">
      <FormRow>
        <MoneyField name="priceNetPence" label="Price without VAT" hint="0 is free; empty is not said." />
        <MoneyField name="priceVatPence" label="VAT" />
        <NumberField name="places" label="Places" minValue={1} />
      </FormRow>
      <FormRow>
        <TextField name="reference" label="Reference or code" />
        <TextField name="bookingAddress" label="Book at" type="url" hint="An address that begins with https://" />
      </FormRow>
    </FormPart>
  )
}

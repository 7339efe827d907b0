import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalText } from '../../../../shared/kernel/texts'
import type { Audience, OfferedForm } from '../../../../shared/features/surveys/model'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { useGiven } from '../../../components/use-given'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, useQueryParam } from '../../../lib/navigation'

const zIds = z.array(z.string()).default([])
const zBegin = z
  .object({
    formId: z.string({ error: 'input.required' }).min(1, 'input.required'),
    frameworkId: z.string().nullable().default(null),
    title: zNeededLine(200),
    names: z.enum(['without', 'with']),
    whom: z.enum(['everybody', 'groups', 'teams', 'people']),
    groupIds: zIds,
    teamIds: zIds,
    personIds: zIds,
    opensOn: zDay,
    closesOn: zDay.nullable().default(null),
    note: zOptionalText(1_000),
  })
  .superRefine(({ whom, groupIds, teamIds, personIds }, context) => {
    const [path, ids] = {
      everybody: ['', ['x']],
      groups: ['groupIds', groupIds],
      teams: ['teamIds', teamIds],
      people: ['personIds', personIds],
    }[whom] as [string, string[]]
    if (ids.length === 0) context.addIssue({ code: 'custom', message: 'input.required', path: [path] })
  })
type Values = z.output<typeof zBegin>
type Offers = OutputFor<'surveys.forms'>

/** Begins a round of a form. */
export function BeginPage() {
  const offers = useRead('surveys.forms', {})
  return (
    <>
      <PageHead
        title="Begin a round"
        about="Choose what is asked, of whom and until when. Paper, files and answers follow on the page of the round."
        trail={[
          { title: 'Needs', to: '/needs' },
          { title: 'Forms', to: '/needs/forms' },
        ]}
      />
      <ReadState read={offers}>{(data) => <BeginForm offers={data} />}</ReadState>
    </>
  )
}

function BeginForm({ offers }: { readonly offers: Offers }) {
  const [asked] = useQueryParam('form')
  const first = offers.forms.find(({ id }) => id === asked)
  const form = useZodForm(zBegin, {
    formId: first?.id ?? null,
    frameworkId: null,
    title: first?.title ?? null,
    names: usualNames(first),
    whom: 'everybody',
    groupIds: [],
    teamIds: [],
    personIds: [],
    opensOn: offers.today,
    closesOn: null,
    note: null,
  })
  const draft = useDraft(form, 'surveys.begin', asked ?? 'new')
  const begin = useWrite('surveys.begin', { saved: 'Round begun' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Round"
      onSubmit={(values) => begin.send(inputOf(values, offers.forms))}
      onSaved={({ id }) => navigate(`/needs/forms/${id}`)}
    >
      <DraftNotice draft={draft} />
      <WhatFields offers={offers} />
      <WhomFields offers={offers} />
      <FormPart title="When">
        <FormRow>
          <DateField name="opensOn" label="From" isRequired />
          <DateField name="closesOn" label="Until" hint="Stands on the paper and in the files" />
        </FormRow>
        <TextArea name="note" label="Note for ourselves" rows={2} />
      </FormPart>
      <FormActions submit="Begin this round" cancelTo="/needs/forms" />
    </Form>
  )
}

function inputOf(values: Values, forms: readonly OfferedForm[]) {
  const { formId, frameworkId, title, names, opensOn, closesOn, note } = values
  const form = forms.find(({ id }) => id === formId)
  return {
    formId,
    frameworkId: form?.asksForFramework === true ? frameworkId : null,
    title,
    isAnonymous: isWithout(form, names),
    audience: audienceOf(values),
    opensOn,
    closesOn,
    note,
  }
}

/** A form that leaves no choice decides by itself. */
function isWithout(form: OfferedForm | undefined, names: Values['names']): boolean {
  if (form === undefined || form.names === 'either') return names === 'without'
  return form.names === 'never'
}

function audienceOf({ whom, groupIds, teamIds, personIds }: Values): Audience {
  switch (whom) {
    case 'everybody':
      return { kind: whom }
    case 'groups':
      return { kind: whom, ids: groupIds }
    case 'teams':
      return { kind: whom, ids: teamIds }
    case 'people':
      return { kind: whom, ids: personIds }
  }
}

function WhatFields({ offers: { forms, frameworks } }: { readonly offers: Offers }) {
  const formId = useWatch<Record<string, string | null>>({ name: 'formId' })
  const form = forms.find(({ id }) => id === formId)
  useTitleOf(form, forms)
  return (
    <FormPart title="What">
      <Select
        name="formId"
        label="Form"
        options={forms.map(({ id, title, minutes, questions }) => ({
          value: id,
          title,
          note: `${plural(questions, 'question', 'questions')}, about ${minutes} minutes`,
        }))}
        isRequired
      />
      {form?.asksForFramework === true && (
        <Select
          name="frameworkId"
          label="Framework"
          hint="By which people say where they stand"
          options={frameworks.map(({ id, name, statements, isToBeChecked }) => ({
            value: id,
            title: name,
            note: `${statements} statements${isToBeChecked ? ', check before relying on it' : ''}`,
          }))}
          isRequired
        />
      )}
      <TextField name="title" label="Title" hint="As it stands on the paper and in the files" isRequired />
      {form?.names === 'either' && (
        <RadioGroup
          name="names"
          label="Names"
          options={[
            {
              value: 'without',
              title: 'Without names',
              note: 'Groups of fewer than five are not shown, nor what would tell of them',
            },
            { value: 'with', title: 'With names', note: 'Needs can be raised for each person' },
          ]}
          isRequired
        />
      )}
      {form !== undefined && form.names !== 'either' && (
        <p className="muted">
          {form.names === 'never'
            ? 'Asked without names. Groups of fewer than five are not shown, nor what would tell of them.'
            : 'Asked with names: it needs to know who answers.'}
        </p>
      )}
    </FormPart>
  )
}

/** The title follows the form, as long as nobody has given one of their own; and what is usual with names. */
function useTitleOf(form: OfferedForm | undefined, forms: readonly OfferedForm[]): void {
  const { getValues, setValue } = useFormContext<{ title: string | null; names: string }>()
  const isGiven = useGiven('formId')
  useEffect(() => {
    if (form === undefined || isGiven()) return
    const title = getValues('title')
    if (title === null || title === '' || forms.some((one) => one.title === title)) setValue('title', form.title)
    setValue('names', usualNames(form))
  }, [form, forms, isGiven, getValues, setValue])
}

/** Where people stand by a standard leads to needs of their own; what they think of the school does not. */
function usualNames(form: OfferedForm | undefined): 'with' | 'without' {
  return form?.names === 'always' || form?.kind === 'self-assessment' ? 'with' : 'without'
}

function WhomFields({ offers: { groups, teams, people } }: { readonly offers: Offers }) {
  const whom = useWatch<Record<string, string | null>>({ name: 'whom' })
  const counted = (rows: Offers['groups']) =>
    rows.map(({ id, name, people: count }) => ({ value: id, title: name, note: plural(count, 'person', 'people') }))
  return (
    <FormPart title="Whom">
      <RadioGroup
        name="whom"
        label="Who is asked"
        across
        options={[
          { value: 'everybody', title: 'Everybody' },
          { value: 'groups', title: 'Staff groups' },
          { value: 'teams', title: 'Teams' },
          { value: 'people', title: 'Some people' },
        ]}
        isRequired
      />
      {whom === 'groups' && (
        <CheckBoxGroup name="groupIds" label="Staff groups" options={counted(groups)} isRequired />
      )}
      {whom === 'teams' && <CheckBoxGroup name="teamIds" label="Teams" options={counted(teams)} isRequired />}
      {whom === 'people' && (
        <CheckBoxGroup
          name="personIds"
          label="People"
          options={people.map(({ id, name }) => ({ value: id, title: name }))}
          isRequired
        />
      )}
    </FormPart>
  )
}

import { useParams } from 'wouter'
import type { RequestRecord } from '../../../../shared/features/requests/model'
import type { Day } from '../../../../shared/kernel/dates'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { CostLines } from '../components/cost-lines'
import { NeedField } from '../components/need-field'
import { WhatFields } from '../components/what-fields'
import { requestInput, startRequest, zRequestForm } from '../lib/request-form'

/** Takes a request in, from paper or from who asks. */
export function NewRequestPage() {
  return (
    <>
      <PageHead
        title="Take in a request"
        about="What somebody would like to do, what will be different afterwards and how that will be seen. It then goes to the first who decides."
        trail={[{ title: 'Requests', to: '/requests' }]}
      />
      <RequestForm request={undefined} />
    </>
  )
}

/** Changes a request that is not decided yet. */
export function EditRequestPage() {
  const { id = '' } = useParams<{ id: string }>()
  const read = useRead('requests.get', { id })
  return (
    <>
      <PageHead
        title="Change a request"
        about="Where who asks, the cost, the day or the cover changes after somebody agreed, they are asked again."
        trail={[
          { title: 'Requests', to: '/requests' },
          { title: 'Request', to: `/requests/${id}` },
        ]}
      />
      <ReadState read={read}>{(request) => <RequestForm request={request} />}</ReadState>
    </>
  )
}

function RequestForm({ request }: { readonly request: RequestRecord | undefined }) {
  const status = useRead('school.status', {})
  const money = useRead('costs.choices', {})
  const choices = useRead('activities.choices', {})
  const marks = useRead('requests.marks', {})
  return (
    <ReadState read={status}>
      {({ today }) => (
        <ReadState read={money}>
          {(costs) => (
            <ReadState read={choices}>
              {(known) => (
                <ReadState read={marks}>
                  {(list) => <Fields request={request} today={today} costs={costs} choices={known} marks={list} />}
                </ReadState>
              )}
            </ReadState>
          )}
        </ReadState>
      )}
    </ReadState>
  )
}

interface FieldsProps {
  readonly request: RequestRecord | undefined
  readonly today: Day
  readonly costs: OutputFor<'costs.choices'>
  readonly choices: OutputFor<'activities.choices'>
  readonly marks: OutputFor<'requests.marks'>
}

function Fields({ request, today, costs, choices, marks }: FieldsProps) {
  const [person] = useQueryParam('person')
  const [event] = useQueryParam('event')
  const [need] = useQueryParam('need')
  const [opportunity] = useQueryParam('opportunity')
  const form = useZodForm(
    zRequestForm,
    startRequest(request, {
      personId: person ?? null,
      eventId: event ?? null,
      needId: need ?? null,
      opportunityId: opportunity ?? null,
      today,
    }),
  )
  const draft = useDraft(form, 'requests.request', request?.id ?? 'new')
  const save = useWrite('requests.save', { saved: request ? 'Request saved' : 'Request taken in' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Request"
      onSubmit={(values) => save.send(requestInput(values, request?.id ?? null))}
      onSaved={({ id }) => navigate(`/requests/${id}`)}
    >
      <DraftNotice draft={draft} />
      <FormPart title="Who asks, and for what">
        <WhatFields costs={costs} choices={choices} />
      </FormPart>
      <FormPart title="What it is for">
        <ForFields choices={choices} />
      </FormPart>
      <FormPart title="What it costs">
        <CostLines costs={costs} />
      </FormPart>
      {marks.marks.length > 0 && (
        <FormPart title={marks.title}>
          <CheckBoxGroup
            name="features"
            label="Which of these does it have?"
            hint="Tick what you know. Whoever decides sees what is not ticked."
            options={marks.marks.map(({ id, text, help }) => ({ value: id, title: text, note: help }))}
          />
        </FormPart>
      )}
      <FormActions
        submit={request ? 'Save the request' : 'Take in this request'}
        cancelTo={request ? `/requests/${request.id}` : '/requests'}
      />
    </Form>
  )
}

function ForFields({ choices }: Pick<FieldsProps, 'choices'>) {
  return (
    <>
      <TextArea
        name="expectedChange"
        label="What will be different in your practice?"
        hint="In words that a colleague could check"
        rows={2}
        isRequired
      />
      <TextArea name="pupilBenefit" label="What will pupils have of it?" rows={2} isRequired />
      <FormRow>
        <TextField name="howMeasured" label="How will that be measured?" isRequired />
        <DateField name="measureOn" label="When?" />
      </FormRow>
      <Select
        name="priorityId"
        label="Priority that it serves"
        noneTitle="None of them"
        options={choices.priorities.map(({ id, title }) => ({ value: id, title }))}
      />
      <NeedField />
      <TextArea name="reason" label="Why now, and what need it meets" rows={2} />
      <TextArea name="sharing" label="How will it be shared with others?" rows={2} />
    </>
  )
}

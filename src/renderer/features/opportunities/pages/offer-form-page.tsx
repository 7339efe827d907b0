import { z } from 'zod'
import { offerKindWords, zOfferKind } from '../../../../shared/features/opportunities/offers'
import type { OpportunityLine } from '../../../../shared/features/opportunities/model'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { zNeededLine, zOptionalText } from '../../../../shared/kernel/texts'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { OpportunityPicker } from '../components/opportunity-picker'

const zOfferForm = z.object({
  kind: zOfferKind,
  title: zNeededLine(200),
  words: zOptionalText(2000),
  sentOn: zDay,
  opportunityIds: z.array(z.string()).min(1, 'input.required'),
  groupIds: z.array(z.string()),
  teamIds: z.array(z.string()),
  personIds: z.array(z.string()),
})

/** Chooses what is offered and to whom. */
export function OfferFormPage() {
  const list = useRead('opportunities.list', {})
  const choices = useRead('opportunities.choices', {})
  return (
    <>
      <PageHead
        title="Make an offer"
        about="It is kept with its day. Print it or save it afterwards, and write down what people say."
        trail={[
          { title: 'Opportunities', to: '/opportunities' },
          { title: 'Offers', to: '/opportunities/offers' },
        ]}
      />
      <ReadState read={list}>
        {({ today, opportunities }) => (
          <ReadState read={choices}>
            {(data) => <OfferForm today={today} opportunities={opportunities} choices={data} />}
          </ReadState>
        )}
      </ReadState>
    </>
  )
}

interface OfferFormProps {
  readonly today: Day
  readonly opportunities: readonly OpportunityLine[]
  readonly choices: OutputFor<'opportunities.choices'>
}

const named = (list: OutputFor<'opportunities.choices'>['groups']) =>
  list.map(({ id, name }) => ({ value: id, title: name }))

function OfferForm({ today, opportunities, choices }: OfferFormProps) {
  const [first] = useQueryParam('opportunity')
  const isKnown = opportunities.some(({ id }) => id === first)
  const form = useZodForm(zOfferForm, {
    kind: 'bulletin',
    title: '',
    words: null,
    sentOn: today,
    opportunityIds: isKnown && first !== undefined ? [first] : [],
    groupIds: [],
    teamIds: [],
    personIds: [],
  })
  const draft = useDraft(form, 'offers.new', 'new')
  const send = useWrite('offers.send', {
    saved: ({ people }) => `Kept as offered to ${plural(people, 'person', 'people')}`,
  })
  return (
    <Form
      form={form}
      draft={draft}
      label="Offer"
      onSubmit={(values) => send.send(values)}
      onSaved={({ id }) => navigate(`/opportunities/offers/${id}`)}
    >
      <DraftNotice draft={draft} />
      <RadioGroup
        name="kind"
        label="As what"
        isRequired
        options={[
          { value: 'bulletin', title: offerKindWords.bulletin, note: 'The beginning of each description' },
          { value: 'booklet', title: offerKindWords.booklet, note: 'Everything, with a list of contents' },
        ]}
      />
      <FormRow>
        <TextField name="title" label="Title" isRequired />
        <DateField name="sentOn" label="Sent on" isRequired />
      </FormRow>
      <TextArea name="words" label="What to say first" rows={3} />
      <OpportunityPicker opportunities={opportunities} />
      <FormPart title="To whom">
        <CheckBoxGroup name="groupIds" label="Staff groups" options={named(choices.groups)} />
        {choices.teams.length > 0 && <CheckBoxGroup name="teamIds" label="Teams" options={named(choices.teams)} />}
        <details>
          <summary>People by name</summary>
          <CheckBoxGroup name="personIds" label="People" options={named(choices.people)} />
        </details>
      </FormPart>
      <FormActions submit="Keep this offer" cancelTo="/opportunities/offers" />
    </Form>
  )
}

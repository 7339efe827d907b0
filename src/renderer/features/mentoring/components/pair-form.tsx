import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { pairKinds, zPairKind, type Pair } from '../../../../shared/features/mentoring/model'
import { pairKindNames } from '../../../../shared/features/mentoring/words'
import { DraftNotice, useDraft } from '../../../components/draft'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { usePeopleOptions } from '../../../lib/use-people'

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')
const zPairForm = z.object({
  kind: zPairKind,
  guidePersonId: zChosen,
  personId: zChosen,
  focus: zOptionalLine(300),
  startedOn: zDay,
})

interface PairFormProps {
  /** The one to change; undefined for a new one. */
  readonly pair: Pair | undefined
  readonly onClose?: () => void
}

/** Begins a pair, or changes one. */
export function PairForm(props: PairFormProps) {
  const status = useRead('school.status', {})
  return (
    <>
      {props.pair === undefined && <SectionTitle>A new pair</SectionTitle>}
      <ReadState read={status}>{({ today }) => <Fields {...props} today={today} />}</ReadState>
    </>
  )
}

function Fields({ pair, onClose, today }: PairFormProps & { readonly today: Day }) {
  const [person] = useQueryParam('person')
  const form = useZodForm(zPairForm, {
    kind: pair?.kind ?? 'coaching',
    guidePersonId: pair?.guide.id ?? null,
    personId: pair?.person.id ?? person ?? null,
    focus: pair?.focus ?? null,
    startedOn: pair?.startedOn ?? today,
  })
  const draft = useDraft(form, 'mentoring.pair', pair?.id ?? 'new')
  const save = useWrite('mentoring.savePair', { saved: 'Pair saved' })
  const people = usePeopleOptions()
  return (
    <Form
      form={form}
      draft={draft}
      label="Pair"
      onSubmit={(values) => save.send({ ...values, ...(pair !== undefined && { id: pair.id }) })}
      onSaved={({ id }) => {
        if (onClose) onClose()
        else navigate(`/mentoring/${id}`)
      }}
    >
      <DraftNotice draft={draft} />
      <RadioGroup
        name="kind"
        label="Kind"
        across
        options={pairKinds.map((kind) => ({ value: kind, title: pairKindNames[kind] }))}
        isRequired
      />
      <FormRow>
        <ComboBox name="guidePersonId" label="Coach or mentor" options={people} isRequired />
        <ComboBox name="personId" label="Colleague" options={people} isRequired />
      </FormRow>
      <TextField
        name="focus"
        label="Focus"
        hint="In a few words, as the two of them agreed. It is in no printed list or document."
      />
      <DateField name="startedOn" label="Begins on" isRequired />
      <FormActions
        submit={pair === undefined ? 'Begin this pair' : 'Save the pair'}
        kind="plain"
        {...(onClose ? { onCancel: onClose } : { cancelTo: '/mentoring' })}
      />
    </Form>
  )
}

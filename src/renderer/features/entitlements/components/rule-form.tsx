import { useWatch } from 'react-hook-form'
import { yearLabel } from '../../../../shared/kernel/years'
import {
  countsFor,
  whats,
  type CountsBy,
  type ShownRule,
  type What,
} from '../../../../shared/features/entitlements/model'
import { whatNames } from '../../../../shared/features/entitlements/words'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox, CheckBoxGroup } from '../../../components/fields/check-box'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, FormRow, useZodForm } from '../../../components/form'
import { useWrite, type OutputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { ruleToSend, startRule, zRuleForm, type RuleTyped } from '../lib/rule-form'
import { yearsAround } from '../lib/use-year'

type Choices = OutputFor<'entitlements.choices'>

interface RuleFormProps {
  readonly rule: ShownRule | undefined
  readonly thisYear: number
  readonly choices: Choices
}

/** Adds or changes a promise: to whom, how much, by when, and what counts. */
export function RuleForm({ rule, thisYear, choices }: RuleFormProps) {
  const form = useZodForm(zRuleForm, startRule(rule, thisYear))
  const draft = useDraft(form, 'entitlements.rule', rule?.id ?? 'new')
  const save = useWrite('entitlements.saveRule', { saved: 'Promise saved' })
  return (
    <Form
      form={form}
      draft={draft}
      label="Promise"
      onSubmit={(values) => save.send(ruleToSend(values, rule?.id ?? null))}
      onSaved={() => navigate('/entitlements/rules')}
    >
      <DraftNotice draft={draft} />
      <MuchFields />
      <WhoFields choices={choices} />
      <CountsFields choices={choices} />
      <WhyFields rule={rule} thisYear={thisYear} choices={choices} />
      <FormActions submit="Save the promise" cancelTo="/entitlements/rules" />
    </Form>
  )
}

const units: Readonly<Record<Exclude<What, 'money'>, string>> = {
  hours: 'hours',
  days: 'days',
  activities: 'activities',
  meetings: 'meetings',
  steps: 'steps',
}

function MuchFields() {
  const what = useWatch<RuleTyped, 'what'>({ name: 'what' })
  return (
    <FormPart title="What is promised">
      <TextField
        name="title"
        label="Promise"
        hint="As a colleague would say it: Thirty hours of CPD in the year"
        isRequired
      />
      <FormRow>
        <Select
          name="what"
          label="Of what"
          width="medium"
          options={whats.map((value) => ({ value, title: whatNames[value] }))}
          isRequired
        />
        <AmountField what={what} />
        <Select
          name="per"
          label="How often"
          width="medium"
          options={[
            { value: 'academicYear', title: 'Each academic year' },
            { value: 'term', title: 'Each term' },
            { value: 'once', title: 'Once' },
          ]}
          isRequired
        />
      </FormRow>
      <TimeField />
    </FormPart>
  )
}

function AmountField({ what }: { readonly what: What }) {
  if (what === 'money') return <MoneyField name="amountPence" label="How much" isRequired />
  return (
    <NumberField
      name="amount"
      label="How much"
      unit={units[what]}
      decimals={2}
      minValue={0}
      width="short"
      isRequired
    />
  )
}

/** What is promised once has its weeks; what comes again may be in proportion. */
function TimeField() {
  const per = useWatch<RuleTyped, 'per'>({ name: 'per' })
  return per === 'once' ? (
    <NumberField
      name="withinWeeks"
      label="Within so many weeks of starting"
      hint="Left empty, by the end of the first academic year"
      unit="weeks"
      decimals={0}
      minValue={0}
      width="short"
    />
  ) : (
    <CheckBox
      name="isProRata"
      label="In proportion to the post"
      hint="Half a post has half of it, and so has somebody who is here for half of the year"
    />
  )
}

function WhoFields({ choices }: { readonly choices: Choices }) {
  const groups = useWatch<RuleTyped, 'groups'>({ name: 'groups' })
  return (
    <FormPart title="To whom">
      <RadioGroup
        name="groups"
        label="Staff groups"
        options={[
          { value: 'all', title: 'Everybody' },
          { value: 'some', title: 'Some groups' },
        ]}
        across
        isRequired
      />
      {groups === 'some' && (
        <CheckBoxGroup
          name="groupIds"
          label="Groups"
          options={choices.groups.map(({ id, name }) => ({ value: id, title: name }))}
          isRequired
        />
      )}
      <TextField
        name="postWords"
        label="Only posts with one of these words"
        hint="Whole words of the post’s title, with commas between them: designated safeguarding lead, DSL"
      />
      <FormRow>
        <Select
          name="career"
          label="Career stage"
          hint="Early career teachers are those of that staff group, and those whose post says ECT"
          width="medium"
          options={[
            { value: 'any', title: 'Any' },
            { value: 'early', title: 'Early career teachers only' },
            { value: 'not-early', title: 'Not early career teachers' },
          ]}
          isRequired
        />
        <NumberField
          name="minFte"
          label="From this part of a post"
          hint="0.5 for half a post; left empty for any"
          decimals={3}
          minValue={0}
          maxValue={1}
          width="short"
        />
      </FormRow>
    </FormPart>
  )
}

const countsNames: Readonly<Record<CountsBy, string>> = {
  everything: 'All CPD on record',
  'training-days': 'Sessions on training days',
  types: 'Some kinds of activity',
  activities: 'Some activities of ours',
  pairs: 'Coaching or mentoring meetings that were held',
  induction: 'Steps of the induction that are done',
  ticks: 'What we tick off',
}

function CountsFields({ choices }: { readonly choices: Choices }) {
  const what = useWatch<RuleTyped, 'what'>({ name: 'what' })
  const counts = useWatch<RuleTyped, 'counts'>({ name: 'counts' })
  return (
    <FormPart title="What counts">
      <Select
        name="counts"
        label="What counts"
        hint="While this is open, nothing is counted, and nobody is said to fall behind"
        noneTitle="Not decided yet"
        options={countsFor[what].map((value) => ({ value, title: countsNames[value] }))}
      />
      {counts === 'types' && (
        <CheckBoxGroup
          name="types"
          label="Kinds of activity"
          options={choices.types.map(({ code, name }) => ({ value: code, title: name }))}
          isRequired
        />
      )}
      {counts === 'activities' && (
        <CheckBoxGroup
          name="activityIds"
          label="Activities"
          options={choices.activities.map(({ id, title }) => ({ value: id, title }))}
          isRequired
        />
      )}
      {counts === 'pairs' && (
        <CheckBoxGroup
          name="pairKinds"
          label="Meetings"
          options={[
            { value: 'coaching', title: 'Coaching' },
            { value: 'mentoring', title: 'Mentoring' },
          ]}
          isRequired
        />
      )}
    </FormPart>
  )
}

function WhyFields({ rule, thisYear, choices }: RuleFormProps) {
  const years = [...new Set([...yearsAround(thisYear), ...(rule === undefined ? [] : [rule.fromYear])])]
  return (
    <FormPart title="Why, and from when">
      <TextArea name="why" label="Why" rows={2} isRequired />
      <TextArea name="note" label="Note" rows={3} />
      <FormRow>
        <Select
          name="fromYear"
          label="From the academic year"
          hint={rule === undefined ? undefined : 'The years before it stay as they are'}
          width="short"
          options={years.sort((a, b) => b - a).map((year) => ({ value: String(year), title: yearLabel(year) }))}
          isRequired
        />
        <Select
          name="documentId"
          label="The statement in which it stands"
          noneTitle="None"
          options={choices.documents.map(({ id, title }) => ({ value: id, title }))}
        />
      </FormRow>
    </FormPart>
  )
}

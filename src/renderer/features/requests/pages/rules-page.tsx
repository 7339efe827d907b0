import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { z } from 'zod'
import {
  stepRoles,
  zChargeInput,
  zRouteStepInput,
  zRules,
  type Rules,
} from '../../../../shared/features/requests/model'
import { roleNames } from '../../../../shared/features/requests/words'
import { Button, IconButton } from '../../../components/button'
import { DraftNotice, useDraft } from '../../../components/draft'
import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormPart, useZodForm } from '../../../components/form'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type InputFor } from '../../../lib/contract-client'
import { navigate } from '../../../lib/navigation'
import { usePeopleOptions } from '../../../lib/use-people'
import '../components/requests.css'

const needed = (value: unknown) => value !== null

/** Terms as typed: they begin empty, because each provider has its own. */
const zTerms = zChargeInput.extend({
  underDays: zChargeInput.shape.underDays.nullable().refine(needed, 'input.required'),
  percent: zChargeInput.shape.percent.nullable().refine(needed, 'input.required'),
})

const zRulesForm = z.object({
  steps: z.array(zRouteStepInput),
  noticeDays: zRules.shape.noticeDays,
  charges: z.array(zTerms),
})
type RulesInput = z.input<typeof zRulesForm>

/** What the contract takes. */
function rulesOf({ charges, ...rest }: z.output<typeof zRulesForm>): InputFor<'requests.saveRules'> {
  return {
    ...rest,
    charges: charges.flatMap(({ underDays, percent, ...terms }) =>
      underDays === null || percent === null ? [] : [{ ...terms, underDays, percent }],
    ),
  }
}

/** Who decides in which order, how early a request is to be made, and what late cancelling costs. */
export function RulesPage() {
  const read = useRead('requests.rules', {})
  return (
    <>
      <PageHead
        title="How we decide"
        about="Who decides on requests, in which order. Requests that are under way keep the steps that they began with."
        trail={[{ title: 'Requests', to: '/requests' }]}
      />
      <ReadState read={read}>{(rules) => <RulesForm rules={rules} />}</ReadState>
    </>
  )
}

function RulesForm({ rules }: { readonly rules: Rules }) {
  const form = useZodForm(zRulesForm, { ...rules })
  const draft = useDraft(form, 'requests.rules', 'school')
  const save = useWrite('requests.saveRules', { saved: 'Saved: from now on requests are decided like this' })
  return (
    <Form
      form={form}
      draft={draft}
      label="How we decide"
      onSubmit={(values) => save.send(rulesOf(values))}
      onSaved={() => navigate('/requests')}
    >
      <DraftNotice draft={draft} />
      <FormPart title="Steps">
        <Route />
      </FormPart>
      <FormPart title="Notice">
        <NumberField
          name="noticeDays"
          label="Least notice"
          unit="days"
          minValue={0}
          hint="How long before the day wanted a request is to be made. Empty for no rule."
        />
      </FormPart>
      <FormPart title="Charges for places given back late">
        <Charges />
      </FormPart>
      <FormActions submit="Save how we decide" cancelTo="/requests" />
    </Form>
  )
}

const newStep = { id: null, personId: null, isCommentOnly: false, overPence: null } as const

/** What many schools do, to begin with: change what does not fit. From which amount on is for the school to say. */
const usualSteps = (cpdLeaderTitle: string) =>
  [
    { ...newStep, title: 'Line manager', role: 'lineManager' },
    { ...newStep, title: cpdLeaderTitle, role: 'cpdLeader' },
    { ...newStep, title: 'Headteacher', role: 'head' },
  ] as const

function Route() {
  const { control } = useFormContext<RulesInput>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'steps', keyName: 'rowKey' })
  const leader = useRead('school.status', {}).data?.cpdLeaderTitle ?? roleNames.cpdLeader
  return (
    <>
      {fields.length === 0 && <p className="muted">No step is set: the {leader} decides alone.</p>}
      {fields.length > 0 && (
        <p className="muted">A step with an amount is asked only of requests that cost more than that.</p>
      )}
      {fields.map((field, index) => (
        <div className="request-part" key={field.rowKey}>
          <StepFields index={index} count={fields.length} onMove={move} onRemove={() => remove(index)} />
        </div>
      ))}
      <div className="form-actions">
        <Button
          kind="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => append({ ...newStep, title: '', role: 'other' })}
        >
          Add a step
        </Button>
        {fields.length === 0 && (
          <Button kind="quiet" size="small" onPress={() => append([...usualSteps(leader)])}>
            Begin with the usual three
          </Button>
        )}
      </div>
    </>
  )
}

interface StepFieldsProps {
  readonly index: number
  readonly count: number
  readonly onMove: (from: number, to: number) => void
  readonly onRemove: () => void
}

function StepFields({ index, count, onMove, onRemove }: StepFieldsProps) {
  const { watch } = useFormContext<RulesInput>()
  const people = usePeopleOptions()
  const at = (name: string) => `steps.${index}.${name}`
  const role = watch(`steps.${index}.role`)
  return (
    <div className="request-route">
      <TextField name={at('title')} label={`Step ${index + 1}`} isRequired />
      <Select
        name={at('role')}
        label="Who decides"
        isRequired
        options={stepRoles.map((one) => ({ value: one, title: roleNames[one] }))}
      />
      {role === 'lineManager' ? (
        <p className="muted">The line manager of whoever asks, as the staff pages have it.</p>
      ) : (
        <ComboBox name={at('personId')} label="Person" options={people} saysOptional={false} />
      )}
      <MoneyField name={at('overPence')} label="Only over" saysOptional={false} />
      <div className="request-route-aside">
        <CheckBox name={at('isCommentOnly')} label="Comments only" />
        <Button kind="quiet" size="small" isDisabled={index === 0} onPress={() => onMove(index, index - 1)}>
          {`Move step ${index + 1} up`}
        </Button>
        <Button kind="quiet" size="small" isDisabled={index === count - 1} onPress={() => onMove(index, index + 1)}>
          {`Move step ${index + 1} down`}
        </Button>
        <IconButton label={`Leave out step ${index + 1}`} icon={<X aria-hidden="true" />} onPress={onRemove} />
      </div>
    </div>
  )
}

function Charges() {
  const { control } = useFormContext<RulesInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'charges' })
  const providers = useRead('providers.list', {})
  return (
    <>
      <p className="muted">
        As the terms of the provider have it. The highest that applies is charged; a provider with terms of its own
        has those alone. Working days are Mondays to Fridays: holidays are not known here.
      </p>
      {fields.map((field, index) => (
        <div className="request-charge" key={field.id}>
          <Select
            name={`charges.${index}.providerId`}
            label={`Terms ${index + 1}`}
            saysOptional={false}
            noneTitle="Everybody else"
            options={(providers.data?.providers ?? []).map(({ id, name }) => ({ value: id, title: name }))}
          />
          <NumberField
            name={`charges.${index}.underDays`}
            label="Less notice than"
            isRequired
            unit="days"
            minValue={1}
          />
          <CheckBox name={`charges.${index}.isWorkingDays`} label="Working days" />
          <NumberField
            name={`charges.${index}.percent`}
            label="Charged of the fee"
            isRequired
            unit="%"
            minValue={1}
            maxValue={100}
          />
          <IconButton
            label={`Leave out terms ${index + 1}`}
            icon={<X aria-hidden="true" />}
            onPress={() => remove(index)}
          />
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => append({ providerId: null, underDays: null, isWorkingDays: false, percent: null })}
        >
          Add terms
        </Button>
      </div>
    </>
  )
}

import { useController, useFormContext } from 'react-hook-form'
import type { OutputFor } from '../../../../shared/contract'
import { zActivityInput, type EventInput } from '../../../../shared/features/activities/model'
import { ComboBox } from '../../../components/fields/combo-box'
import { useFormLabel } from '../../../components/fields/form-labels'
import { Select } from '../../../components/fields/select'
import { FormRow } from '../../../components/form'
import { useTypology } from './use-typology'

/** What it is a run of: something known, found by typing, or something new with its type. Inside an event's form. */
export function ActivityChoice({ choices }: { readonly choices: OutputFor<'activities.choices'> }) {
  const form = useFormContext<EventInput>()
  const typology = useTypology()
  const fresh = form.watch('newActivity')
  const known = choices.activities.map((activity) => ({
    value: activity.id,
    title: activity.title,
    note: [typology.typeName(activity.typeCode), activity.providerName].filter(Boolean).join(' · '),
  }))
  const options = fresh === null ? known : [{ value: newKey, title: fresh.title, note: 'New' }, ...known]
  const { field, fieldState } = useController({ name: 'activityId', control: form.control })
  useFormLabel('activityId', 'What is it?')
  return (
    <>
      <ComboBox
        label="What is it?"
        hint="Type a few letters: choose what ran before, or add something new"
        isRequired
        options={options}
        value={fresh === null ? form.watch('activityId') : newKey}
        onChange={(value) => {
          if (value === newKey) return
          form.setValue('newActivity', null)
          form.setValue('activityId', value ?? null, { shouldDirty: true })
        }}
        onCreate={(title) => {
          form.setValue('activityId', null)
          form.setValue('newActivity', newActivity(title), { shouldDirty: true })
          form.clearErrors('activityId')
        }}
        registerInput={field.ref}
        error={fieldState.error === undefined ? undefined : 'Choose what it is, or type a new name and add it.'}
      />
      {fresh !== null && <NewActivityFields fresh={fresh} choices={choices} />}
    </>
  )
}

interface NewActivityFieldsProps {
  readonly fresh: NonNullable<EventInput['newActivity']>
  readonly choices: OutputFor<'activities.choices'>
}

/** Type and provider of something new; source and level follow from the type. */
function NewActivityFields({ fresh, choices }: NewActivityFieldsProps) {
  const form = useFormContext<EventInput>()
  const typology = useTypology()
  const change = (part: Partial<NonNullable<EventInput['newActivity']>>) =>
    form.setValue('newActivity', { ...fresh, ...part }, { shouldDirty: true })
  return (
    <FormRow>
      <Select
        label="Type"
        isRequired
        options={typology.types}
        value={fresh.typeCode}
        onChange={(code) => {
          const usual = typology.usualFor(code ?? '')
          if (usual === undefined) return
          change({ typeCode: usual.code, provisionCode: usual.provision, levelCode: usual.level })
        }}
      />
      <Select
        label="Provider"
        noneTitle="Our own staff"
        options={choices.providers.map((provider) => ({ value: provider.id, title: provider.name }))}
        value={fresh.providerId}
        onChange={(id) => change({ providerId: id ?? null })}
      />
    </FormRow>
  )
}

const newKey = 'new'

/** A twilight session of our own until the person says otherwise: the commonest new thing. */
function newActivity(title: string): NonNullable<EventInput['newActivity']> {
  return zActivityInput.parse({ title, typeCode: 'TWI', provisionCode: 'within', levelCode: 'school' })
}

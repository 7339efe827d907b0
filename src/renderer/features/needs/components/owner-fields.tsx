import { useFormContext, useWatch } from 'react-hook-form'
import { ownerKindNames } from '../../../../shared/features/needs/words'
import { CheckBoxGroup } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { RadioGroup } from '../../../components/fields/radio-group'
import { Select } from '../../../components/fields/select'
import { FormPart } from '../../../components/form'
import { whose, type NeedChoices } from '../lib/need-form'

interface OwnerFieldsProps {
  readonly choices: NeedChoices
  /** A new need can be raised for several people at once. */
  readonly canBeSeveral: boolean
}

/** Whose a need is. */
export function OwnerFields({ choices, canBeSeveral }: OwnerFieldsProps) {
  const kind = useWatch<Record<string, string>>({ name: 'whose' })
  const people = choices.people.map(({ id, name, postTitle }) => ({
    value: id,
    title: name,
    note: postTitle ?? undefined,
  }))
  return (
    <FormPart title="Whose it is">
      <RadioGroup
        name="whose"
        label="Whose"
        across
        options={whose
          .filter((one) => canBeSeveral || one !== 'several')
          .map((value) => ({ value, title: value === 'several' ? 'Several people' : ownerKindNames[value] }))}
        isRequired
      />
      {kind === 'person' && <ComboBox name="personId" label="Person" options={people} isRequired />}
      {kind === 'several' && (
        <>
          <TickEverybody choices={choices} />
          <CheckBoxGroup name="personIds" label="People" options={people} isRequired />
        </>
      )}
      {kind === 'team' && (
        <Select name="teamId" label="Team" options={choices.teams.map(asOption)} width="medium" isRequired />
      )}
      {kind === 'postFamily' && (
        <Select
          name="staffGroupId"
          label="Staff group"
          hint="Everybody whose post is in it"
          options={choices.groups.map(asOption)}
          width="medium"
          isRequired
        />
      )}
    </FormPart>
  )
}

const asOption = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, title: name })

/** Ticks everybody of a group or a team; one can untick some afterwards. */
function TickEverybody({ choices }: { readonly choices: NeedChoices }) {
  const { setValue } = useFormContext()
  const tick = (chosen: string | null | undefined) => {
    const ids = choices.people
      .filter(({ groupId, teamIds }) => chosen === 'all' || groupId === chosen || teamIds.includes(chosen ?? ''))
      .map(({ id }) => id)
    setValue('personIds', ids, { shouldDirty: true, shouldValidate: true })
  }
  return (
    <Select
      label="Tick everybody of"
      width="medium"
      placeholder="Choose"
      options={[
        { value: 'all', title: 'The whole school' },
        ...choices.groups.map(asOption),
        ...choices.teams.map(asOption),
      ]}
      value={null}
      onChange={tick}
    />
  )
}

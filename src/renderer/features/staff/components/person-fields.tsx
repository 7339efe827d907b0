import { CheckBox } from '../../../components/fields/check-box'
import { ComboBox } from '../../../components/fields/combo-box'
import { DateField } from '../../../components/fields/date-field'
import { TextField } from '../../../components/fields/text-field'
import { FormPart, FormRow } from '../../../components/form'
import type { OutputFor } from '../../../lib/contract-client'

export interface PersonFieldsProps {
  readonly choices: OutputFor<'staff.choices'>
  /** Not their own line manager. */
  readonly personId?: string
}

/** Who a person is and how they are found again. Nothing that CPD does not need is asked for. */
export function PersonFields({ choices, personId }: PersonFieldsProps) {
  const managers = choices.people
    .filter((person) => person.id !== personId)
    .map((person) => ({ value: person.id, title: person.name, note: person.note }))
  return (
    <>
      <FormPart title="Name">
        <FormRow>
          <TextField name="forename" label="Forename" />
          <TextField name="surname" label="Surname" isRequired />
        </FormRow>
        <FormRow>
          <TextField name="knownAs" label="Known as" hint="If the forename is not what people say" />
          <TextField name="title" label="Title" hint="Such as Ms or Dr" width="short" />
        </FormRow>
      </FormPart>
      <FormPart title="Work">
        <FormRow>
          <TextField name="staffCode" label="Staff code" hint="Finds this person in the next import" />
          <ComboBox name="lineManagerId" label="Line manager" hint="Who agrees their CPD" options={managers} />
        </FormRow>
        <FormRow>
          <TextField name="workEmail" label="Work email" type="email" />
          <TextField name="userName" label="User name" />
        </FormRow>
        <DateField name="startedOn" label="Started at the school" />
        <CheckBox
          name="worksInBinder"
          label="Works in the binder"
          hint="Can be chosen as the person who is working, so that the change log names them"
        />
      </FormPart>
    </>
  )
}

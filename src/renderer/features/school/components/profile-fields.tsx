import { phases } from '../../../../shared/features/school/model'
import { ComboBox } from '../../../components/fields/combo-box'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextField } from '../../../components/fields/text-field'
import { FormRow } from '../../../components/form'

/** The fields that say what a school is; used when it starts and when it changes. */
export function ProfileFields() {
  return (
    <>
      <TextField name="name" label="Name of the school" isRequired />
      <RadioGroup
        name="regime"
        label="Who funds the school?"
        isRequired
        options={[
          {
            value: 'maintained',
            title: 'Maintained by the local authority',
            note: 'Financial year 1 April to 31 March; CFR codes such as E09',
          },
          {
            value: 'academy',
            title: 'Academy or free school',
            note: 'Financial year 1 September to 31 August; academies’ codes such as BAE090',
          },
        ]}
      />
      <FormRow>
        <TextField name="urn" label="URN" hint="Six figures, from Get information about schools" width="short" />
        <TextField name="authorityName" label="Local authority" width="medium" />
      </FormRow>
      <FormRow>
        <ComboBox name="phase" label="Phase" options={phases.map((phase) => ({ value: phase, title: phase }))} />
        <NumberField name="pupilsOnRoll" label="Pupils on roll" minValue={0} />
      </FormRow>
    </>
  )
}

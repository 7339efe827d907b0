import { useFormContext, useWatch } from 'react-hook-form'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { RadioGroup } from '../../../components/fields/radio-group'
import { TextField } from '../../../components/fields/text-field'
import { FormRow } from '../../../components/form'
import type { Choices, CostFormInput } from '../lib/cost-form'

/** Net, VAT and whether it comes back; for cover, the hours it stands in for. */
export function CostAmountFields({ choices }: { readonly choices: Choices }) {
  const { control } = useFormContext<CostFormInput>()
  const kindCode = useWatch({ control, name: 'kindCode' })
  const isCover = choices.financeCodes.kinds.find((kind) => kind.code === kindCode)?.isCover === true
  return (
    <>
      <FormRow>
        <MoneyField name="netPence" label="Net" hint="Without VAT" isRequired />
        <MoneyField name="vatPence" label="VAT" hint="As on the invoice" />
        <DateField name="expectedOn" label="Day it is for" isRequired hint="Decides the finance code" />
      </FormRow>
      <CheckBox
        name="isVatRecoverable"
        label="The school gets the VAT back"
        hint="Usually so; not for money that governors or parents gave"
      />
      {isCover && (
        <NumberField
          name="coveredHours"
          label="Hours of staff time covered"
          hint="Full cost does not count these hours again"
          unit="hours"
          decimals={2}
          minValue={0}
        />
      )}
    </>
  )
}

const dayLabels = {
  estimated: 'Estimated on',
  committed: 'Ordered on',
  invoiced: 'Invoiced on',
  paid: 'Paid on',
} as const

/** What has happened to a new cost so far. */
export function CostStartFields() {
  const { control } = useFormContext<CostFormInput>()
  const start = useWatch({ control, name: 'start' })
  return (
    <>
      <RadioGroup
        name="start"
        label="It is"
        isRequired
        options={[
          { value: 'estimated', title: 'Expected', note: 'Counts in no total yet' },
          { value: 'committed', title: 'Ordered', note: 'Counts as promised' },
          { value: 'invoiced', title: 'Invoiced', note: 'Counts as promised' },
          { value: 'paid', title: 'Paid', note: 'Counts as paid' },
        ]}
      />
      <FormRow>
        <DateField
          name="movedOn"
          label={dayLabels[start]}
          hint="Today, unless you change it. Decides the year it counts in"
          isRequired
        />
        <TextField name="reference" label="Reference" hint="Order, invoice or payment number" width="medium" />
      </FormRow>
    </>
  )
}

import { useFormContext, useWatch } from 'react-hook-form'
import { isDay, type Day } from '../../../../shared/kernel/dates'
import { ComboBox } from '../../../components/fields/combo-box'
import { TextArea, TextField } from '../../../components/fields/text-field'
import { FormRow } from '../../../components/form'
import { codeOptions, type Choices, type CostFormInput } from '../lib/cost-form'

/** Codes, supplier and order: what the finance office looks for. */
export function CostMoreFields({ choices }: { readonly choices: Choices }) {
  const { control } = useFormContext<CostFormInput>()
  const [expectedOn, financeCode] = useWatch({ control, name: ['expectedOn', 'financeCode'] })
  const day = typeof expectedOn === 'string' && isDay(expectedOn) ? (expectedOn as Day) : null
  const known = codeOptions(choices, day)
  const isOwn = financeCode !== null && !known.some((code) => code.value === financeCode)
  return (
    <>
      <FormRow>
        <ComboBox
          name="financeCode"
          label="Finance code"
          hint="Proposed from the kind of cost and the day"
          options={isOwn ? [...known, { value: financeCode, title: financeCode }] : known}
        />
        <OwnText name="localCode" label="Your own ledger code" texts={choices.localCodes} />
      </FormRow>
      <FormRow>
        <OwnText name="supplier" label="Supplier" texts={choices.suppliers} />
        <TextField name="orderNumber" label="Order number" />
      </FormRow>
      <TextArea name="note" label="Note" rows={2} />
    </>
  )
}

interface OwnTextProps {
  readonly name: 'localCode' | 'supplier'
  readonly label: string
  readonly texts: readonly string[]
}

/** One of the texts used before, or a new one. */
function OwnText({ name, label, texts }: OwnTextProps) {
  const { control, setValue } = useFormContext<CostFormInput>()
  const value = useWatch({ control, name })
  const all = value === null || value === undefined || texts.includes(value) ? texts : [...texts, value]
  return (
    <ComboBox
      name={name}
      label={label}
      options={all.map((text) => ({ value: text, title: text }))}
      onCreate={(text) => setValue(name, text, { shouldDirty: true })}
      createLabel="Use"
    />
  )
}

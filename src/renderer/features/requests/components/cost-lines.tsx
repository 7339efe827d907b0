import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { costOf, isVatUsuallyRecoverable } from '../../../../shared/features/costs/rules'
import { formatPence, pence, sumPence } from '../../../../shared/kernel/money'
import { Button, IconButton } from '../../../components/button'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { TextField } from '../../../components/fields/text-field'
import { FormRow } from '../../../components/form'
import type { OutputFor } from '../../../lib/contract-client'
import { emptyCost, type RequestFormInput } from '../lib/request-form'
import './requests.css'

type Costs = OutputFor<'costs.choices'>

/** Every cost, with the fund that it is wished from, and the cover that is needed. */
export function CostLines({ costs }: { readonly costs: Costs }) {
  const { control, getValues } = useFormContext<RequestFormInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'costs' })
  const kinds = costs.financeCodes.kinds.filter(({ code }) => code !== 'income')
  const funds = costs.funds.filter((fund) => !fund.isArchived)
  return (
    <>
      {fields.map((field, index) => (
        <div className="request-cost" key={field.id}>
          <Select
            name={`costs.${index}.kindCode`}
            label="Cost"
            isRequired
            options={kinds.map(({ code, name }) => ({ value: code, title: name }))}
          />
          <MoneyField name={`costs.${index}.netPence`} label="Net" />
          <MoneyField name={`costs.${index}.vatPence`} label="VAT" />
          <Select
            name={`costs.${index}.fundId`}
            label="Fund wished"
            noneTitle="No fund named"
            options={funds.map(({ id, name }) => ({ value: id, title: name }))}
          />
          <IconButton
            label={`Leave out cost ${index + 1}`}
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
          onPress={() =>
            append(emptyCost(getValues('costs').at(-1)), { focusName: `costs.${fields.length}.netPence` })
          }
        >
          Add a cost
        </Button>
      </div>
      <Total costs={costs} />
      <FormRow>
        <NumberField
          name="coverDays"
          label="Cover needed"
          unit="days"
          decimals={2}
          minValue={0}
          hint="In quarters: 0.25, 0.5, 1"
        />
        <TextField name="coverArranged" label="Cover arranged with" />
      </FormRow>
    </>
  )
}

/** What it comes to; VAT counts where the school does not get it back. */
function Total({ costs }: { readonly costs: Costs }) {
  const { control } = useFormContext<RequestFormInput>()
  const lines = useWatch({ control, name: 'costs' })
  const kindOf = (fundId: string | null) => costs.funds.find(({ id }) => id === fundId)?.kind
  const total = sumPence(
    lines.map(({ netPence, vatPence, fundId }) => {
      const kind = kindOf(fundId)
      const isBack = isVatUsuallyRecoverable(kind === undefined ? [] : [kind])
      return costOf({ netPence: pence(netPence ?? 0), vatPence: pence(vatPence ?? 0) }, isBack)
    }),
  )
  return (
    <p className="muted" aria-live="polite">
      {formatPence(total)} in all, VAT that comes back left out.
    </p>
  )
}

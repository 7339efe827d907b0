import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button, IconButton, TextLink } from '../../../components/button'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { fundOptions, type Choices, type CostFormInput } from '../lib/cost-form'
import './costs.css'

interface FundFieldsProps {
  readonly choices: Choices
  /** Where in the form the funds are, if not at its top. */
  readonly name?: string
}

/** The fund that pays, or several with their parts; the parts of the cost add up to the penny. */
export function FundFields({ choices, name = 'funds' }: FundFieldsProps) {
  const { control } = useFormContext<{ [path: string]: CostFormInput['funds'] }>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const chosen = useWatch({ control, name })
  if (fundOptions(choices, chosen?.[0]?.fundId).length === 0)
    return (
      <p className="muted">
        No fund is set up yet; the cost will stand without one.{' '}
        <TextLink to="/money/funds/new">Set up a fund</TextLink>
      </p>
    )
  const isSplit = fields.length > 1
  return (
    <>
      {fields.map((field, index) => (
        <div className="fund-split" key={field.id}>
          <Select
            name={`${name}.${index}.fundId`}
            label={isSplit ? `Fund ${index + 1}` : 'Fund'}
            noneTitle="No fund named"
            width="medium"
            options={fundOptions(choices, chosen?.[index]?.fundId)}
          />
          {isSplit && (
            <>
              <NumberField
                name={`${name}.${index}.weight`}
                label={`Parts of fund ${index + 1}`}
                minValue={1}
                maxValue={10_000}
              />
              <IconButton
                label={`Leave out fund ${index + 1}`}
                icon={<X aria-hidden="true" />}
                onPress={() => remove(index)}
              />
            </>
          )}
        </div>
      ))}
      {isSplit && <PartsHint />}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => append({ fundId: null, weight: 1 })}
        >
          Split it with another fund
        </Button>
      </div>
    </>
  )
}

function PartsHint() {
  return (
    <p className="muted">
      Parts say how it is divided: 1 and 1 is half each, 2 and 1 two thirds and one third, 70 and 30 is 70% and 30%.
      The pounds stand below.
    </p>
  )
}

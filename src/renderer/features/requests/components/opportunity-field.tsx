import { useFormContext } from 'react-hook-form'
import { formatPence, pence } from '../../../../shared/kernel/money'
import { ComboBox } from '../../../components/fields/combo-box'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { withPrice, type RequestFormInput } from '../lib/request-form'

type Opportunity = OutputFor<'opportunities.list'>['opportunities'][number]

const priceOf = ({ priceNetPence, priceVatPence }: Opportunity) =>
  priceNetPence === null ? undefined : { netPence: priceNetPence, vatPence: priceVatPence ?? pence(0) }

/** Something of the catalogue: its title, kind, provider, next day and price are taken over, and can be changed. */
export function OpportunityField() {
  const { setValue, getValues, watch } = useFormContext<RequestFormInput>()
  const read = useRead('opportunities.list', {})
  const list = read.data?.opportunities ?? []
  const take = (found: Opportunity, before: Opportunity | undefined) => {
    const set = { shouldDirty: true } as const
    setValue('title', found.title, set)
    setValue('typeCode', found.typeCode, set)
    setValue('providerName', found.providerName, set)
    if (found.nextOn !== null) setValue('wantedOn', found.nextOn, set)
    const price = priceOf(found)
    if (price !== undefined) setValue('costs', withPrice(getValues('costs'), price, before && priceOf(before)), set)
  }
  if (list.length === 0) return null
  return (
    <ComboBox
      label="Something of the catalogue"
      hint="Its title, provider, next day and price are taken over"
      options={list.map((one) => ({
        value: one.id,
        title: one.title,
        note: [one.providerName, one.priceNetPence === null ? null : formatPence(one.priceNetPence)]
          .filter(Boolean)
          .join(', '),
      }))}
      value={watch('opportunityId')}
      onChange={(next) => {
        const before = list.find(({ id }) => id === getValues('opportunityId'))
        setValue('opportunityId', next ?? null, { shouldDirty: true })
        const found = list.find(({ id }) => id === next)
        if (found) take(found, before)
      }}
    />
  )
}

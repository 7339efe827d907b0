import { useFormContext } from 'react-hook-form'
import { formatPence, pence } from '../../../../shared/kernel/money'
import { ComboBox } from '../../../components/fields/combo-box'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import type { RequestFormInput } from '../lib/request-form'

type Opportunity = OutputFor<'opportunities.list'>['opportunities'][number]

/** Something of the catalogue: its title, kind, provider, next day and price are taken over, and can be changed. */
export function OpportunityField() {
  const { setValue, watch } = useFormContext<RequestFormInput>()
  const read = useRead('opportunities.list', {})
  const list = read.data?.opportunities ?? []
  const take = (found: Opportunity) => {
    const set = { shouldDirty: true } as const
    setValue('title', found.title, set)
    setValue('typeCode', found.typeCode, set)
    setValue('providerName', found.providerName, set)
    if (found.nextOn !== null) setValue('wantedOn', found.nextOn, set)
    if (found.priceNetPence === null) return
    setValue('costs.0.kindCode', 'fee', set)
    setValue('costs.0.netPence', found.priceNetPence, set)
    setValue('costs.0.vatPence', found.priceVatPence ?? pence(0), set)
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
        setValue('opportunityId', next ?? null, { shouldDirty: true })
        const found = list.find(({ id }) => id === next)
        if (found) take(found)
      }}
    />
  )
}

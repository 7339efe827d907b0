import { Select } from '../../../components/fields/select'
import type { OutputFor } from '../../../lib/contract-client'
import { yearOptions } from '../lib/use-plan-year'

interface YearSelectProps {
  readonly list: OutputFor<'plan.list'>
  readonly year: number
  readonly onChange: (year: string) => void
}

/** Which academic year’s plan. */
export function YearSelect({ list, year, onChange }: YearSelectProps) {
  return (
    <Select
      label="Academic year"
      width="short"
      options={yearOptions(list, year)}
      value={String(year)}
      onChange={(next) => {
        if (next !== null && next !== undefined) onChange(next)
      }}
    />
  )
}

import { yearLabel } from '../../../../shared/kernel/years'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'

type Plans = OutputFor<'plan.list'>

/** The academic year that is looked at: the one of the address, else this one; undefined until it is known. */
export function usePlanYear(): {
  year: number | undefined
  setYear: (year: string) => void
  list: Plans | undefined
} {
  const [asked, setYear] = useQueryParam('year')
  const { data } = useRead('plan.list', {})
  const wished = asked === undefined ? Number.NaN : Number(asked)
  return { year: Number.isInteger(wished) ? wished : data?.thisYear, setYear, list: data }
}

/** Years to choose from, newest first: the next one, this one, and those that have a plan. */
export function yearOptions({ thisYear, plans }: Plans, year: number) {
  const years = new Set([thisYear + 1, thisYear, year, ...plans.map(({ academicYear }) => academicYear)])
  return [...years].sort((a, b) => b - a).map((one) => ({ value: String(one), title: yearLabel(one) }))
}

/** The address of a page of the plan of a year. */
export function planAt(path: string, year: number): string {
  return `${path}?year=${year}`
}

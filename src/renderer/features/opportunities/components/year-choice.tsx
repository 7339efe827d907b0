import { YearPicker } from '../../../components/year-picker'
import { useQueryParam } from '../../../lib/navigation'

/** The academic year in the route (`year=2025`), and a way to choose another; undefined for this one. */
export function useYear(): [number | undefined, (year: number) => void] {
  const [typed, setTyped] = useQueryParam('year')
  const year = typed !== undefined && /^\d{4}$/.test(typed) ? Number(typed) : undefined
  return [year, (next) => setTyped(String(next))]
}

/** Which academic year the page shows: this one and a few before. */
export function YearChoice({ startYear, thisYear }: { readonly startYear: number; readonly thisYear: number }) {
  const [, setYear] = useYear()
  return (
    <YearPicker
      kindFixed
      value={{ kind: 'academic', startYear }}
      onChange={(next) => setYear(next.startYear)}
      years={[0, 1, 2, 3, 4].map((back) => thisYear - back)}
    />
  )
}

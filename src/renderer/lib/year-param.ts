import { zYearKind, type YearAsked } from '../../shared/kernel/years'
import { useQueryParam } from './navigation'

/** The year in the route (`by=financial&year=2025`), so that a door can carry it; `fallback` where there is none. */
export function useYearParam(fallback: YearAsked): [YearAsked, (year: YearAsked) => void] {
  const [by, setBy] = useQueryParam('by')
  const [year, setYear] = useQueryParam('year')
  const kind = zYearKind.safeParse(by)
  const startYear = year === undefined ? fallback.startYear : Number(year)
  const asked: YearAsked = {
    kind: kind.success ? kind.data : fallback.kind,
    startYear: Number.isInteger(startYear) ? startYear : fallback.startYear,
  }
  return [
    asked,
    (next) => {
      setBy(next.kind)
      setYear(String(next.startYear))
    },
  ]
}

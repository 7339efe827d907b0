import { useQueryParam } from '../../../lib/navigation'

/** The academic year in the route (`year=2025`), and a way to choose another; undefined for this one. */
export function useYear(): [number | undefined, (year: number) => void] {
  const [typed, setTyped] = useQueryParam('year')
  const year = typed !== undefined && /^\d{4}$/.test(typed) ? Number(typed) : undefined
  return [year, (next) => setTyped(String(next))]
}

/** A route with the year that is shown, so that the next page shows the same. */
export function inYear(route: string, year: number, thisYear: number): string {
  return year === thisYear ? route : `${route}?year=${year}`
}

/** Years to choose from: the next one, this one and a few before. */
export const yearsAround = (thisYear: number): readonly number[] =>
  [1, 0, -1, -2, -3, -4].map((away) => thisYear + away)

import { YearPicker } from '../../../components/year-picker'
import { useYear, yearsAround } from '../lib/use-year'

interface YearChoiceProps {
  readonly startYear: number
  readonly thisYear: number
}

/** Which academic year the page shows. */
export function YearChoice({ startYear, thisYear }: YearChoiceProps) {
  const [, setYear] = useYear()
  return (
    <YearPicker
      kindFixed
      value={{ kind: 'academic', startYear }}
      onChange={(next) => setYear(next.startYear)}
      years={yearsAround(thisYear)}
    />
  )
}

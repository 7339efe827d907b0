import { formatDayShort } from '../../shared/kernel/dates'
import { periodOf, yearLabel, zYearKind, type Regime, type YearAsked } from '../../shared/kernel/years'
import { Select } from './fields/select'
import './year-picker.css'

export interface YearPickerProps {
  readonly value: YearAsked
  readonly onChange: (value: YearAsked) => void
  /** First calendar years on offer, newest first. */
  readonly years: readonly number[]
  /** Decides when the financial year begins. */
  readonly regime: Regime
  /** Leave out the choice of kind where only one makes sense. */
  readonly kindFixed?: boolean
}

/** Which year, and by which calendar: every figure can be asked by either. */
export function YearPicker({ value, onChange, years, regime, kindFixed }: YearPickerProps) {
  const kinds = [
    { value: 'academic', title: 'Academic year', note: 'September to August' },
    {
      value: 'financial',
      title: 'Financial year',
      note: regime === 'maintained' ? 'April to March' : 'September to August',
    },
  ]
  const known = years.includes(value.startYear) ? years : [value.startYear, ...years]
  const options = known.map((startYear) => {
    const period = periodOf({ kind: value.kind, startYear }, regime)
    return {
      value: String(startYear),
      title: yearLabel(startYear),
      note: `${formatDayShort(period.startsOn)} to ${formatDayShort(period.endsOn)}`,
    }
  })
  const changeKind = (next: string | null | undefined) => {
    const kind = zYearKind.safeParse(next)
    if (kind.success) onChange({ ...value, kind: kind.data })
  }
  return (
    <div className="year-picker">
      {kindFixed !== true && <Select label="By" options={kinds} value={value.kind} onChange={changeKind} />}
      <Select
        label="Year"
        width="short"
        options={options}
        value={String(value.startYear)}
        onChange={(next) => next !== null && next !== undefined && onChange({ ...value, startYear: Number(next) })}
      />
    </div>
  )
}

import { daysInclusive, formatDay, formatDayShort } from '../../shared/kernel/dates'
import {
  periodUnder,
  regimeOn,
  yearLabel,
  zYearKind,
  type Period,
  type RegimeFrom,
  type YearAsked,
} from '../../shared/kernel/years'
import { Select } from './fields/select'
import './year-picker.css'

export interface YearPickerProps {
  readonly value: YearAsked
  readonly onChange: (value: YearAsked) => void
  /** First calendar years on offer, newest first. */
  readonly years: readonly number[]
  /** What the school was when: decides when each financial year begins. Not needed where the kind is fixed. */
  readonly regimes?: readonly RegimeFrom[]
  /** Leave out the choice of kind where only one makes sense. */
  readonly kindFixed?: boolean
}

/** Which year, and by which calendar: every figure can be asked by either. */
export function YearPicker({ value, onChange, years, regimes = [], kindFixed }: YearPickerProps) {
  const daysOf = (asked: YearAsked) => periodUnder(asked, (on) => regimeOn(regimes, on))
  const kinds = [
    { value: 'academic', title: 'Academic year', note: 'September to August' },
    {
      value: 'financial',
      title: 'Financial year',
      note: monthsOf(daysOf({ ...value, kind: 'financial' })),
    },
  ]
  const known = years.includes(value.startYear) ? years : [value.startYear, ...years]
  const options = known.map((startYear) => {
    const period = daysOf({ kind: value.kind, startYear })
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

/** April to March; a year of conversion, which is longer, with its calendar years. */
function monthsOf({ startsOn, endsOn }: Period): string {
  const isLong = daysInclusive(startsOn, endsOn) > 366
  const [from, to] = [startsOn, endsOn].map((on) =>
    formatDay(on)
      .split(' ')
      .slice(1, isLong ? 3 : 2)
      .join(' '),
  )
  return `${from} to ${to}`
}

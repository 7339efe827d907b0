import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { daysInclusive, type Day } from '../../../shared/kernel/dates'
import type { Pence } from '../../../shared/kernel/money'
import { academicYearOf, periodOf, yearContaining, type Period, type Regime } from '../../../shared/kernel/years'
import type { todayContract, TodayView } from '../../../shared/features/today/contract'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { listTasks } from './tasks'
import { listComing, spendByEvidence, yearCounts } from './year-so-far'

export interface TodayNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly regimeOn: (db: ReadDb, on: Day) => Regime
  /** The budget's own figures, so that this page and the money page cannot differ. */
  readonly budgetOf: (db: ReadDb, period: Period) => { budgetPence: Pence; paidPence: Pence; promisedPence: Pence }
  /** The report's own figures of hours per full-time post, by group. */
  readonly hoursByGroup: (db: ReadDb, period: Period, today: Day) => TodayView['hoursByGroup']
}

const COMING_SHOWN = 6

export function todayHandlers(needs: TodayNeeds): HandlersOf<typeof todayContract> {
  return { 'today.view': () => viewToday(needs) }
}

function viewToday({ desk, clock, regimeOn, budgetOf, hoursByGroup }: TodayNeeds): TodayView {
  const db = desk.read
  const today = clock.today()
  const regime = regimeOn(db, today)
  const year = periodOf({ kind: 'academic', startYear: academicYearOf(today) }, regime)
  const financial = periodOf(yearContaining(today, 'financial', regime), regime)
  return {
    today,
    academicYear: year.startYear,
    tasks: listTasks(db, today, year),
    coming: listComing(db, today, COMING_SHOWN),
    year: yearCounts(db, year, today),
    money: {
      startYear: financial.startYear,
      label: financial.label,
      ...budgetOf(db, financial),
      partOfYearGone:
        daysInclusive(financial.startsOn, today) / daysInclusive(financial.startsOn, financial.endsOn),
    },
    hoursByGroup: hoursByGroup(db, year, today),
    evidence: spendByEvidence(db, year, today),
  }
}

import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { academicYearOf, type YearAsked } from '../../../shared/kernel/years'
import { sumPence } from '../../../shared/kernel/money'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import {
  cashByEvidence,
  figureOf,
  minutesPerPost,
  percentGone,
  type CashByEvent,
} from '../../../shared/features/reports/rules'
import type { todayContract, TodayView } from '../../../shared/features/today/contract'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { yearOfDay } from '../../db/school-years'
import { staffCountOn } from '../../db/staff-on-day'
import { eventsHeld, listComing } from './coming'
import { listTasks } from './tasks'

export interface TodayNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  /** The facts of the reports, so that this page and a printed report cannot differ. */
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
  /** Spending by strength of evidence, without the rest of the facts: the page opens with the program. */
  readonly evidenceOf: (db: ReadDb, year: YearAsked) => CashByEvent
}

const COMING_SHOWN = 6

export function todayHandlers(needs: TodayNeeds): HandlersOf<typeof todayContract> {
  return { 'today.view': () => viewToday(needs) }
}

/**
 * Everything Today shows. It is read in two turns, so that nothing else waits long for the one thread of the program.
 * Throws Refusals `file.none-open` and `record.changed` when the school was closed, or another one opened, between them.
 */
async function viewToday({ desk, clock, factsOf, evidenceOf }: TodayNeeds): Promise<TodayView> {
  const db = desk.read
  const today = clock.today()
  const thisYear = { kind: 'academic', startYear: academicYearOf(today) } as const
  const facts = factsOf(db, thisYear)
  const year = facts.period
  const tasks = listTasks(db, today, year)
  const coming = listComing(db, today, COMING_SHOWN)
  await desk.sameSchoolAfter(() => setImmediate())
  return {
    today,
    academicYear: year.startYear,
    tasks,
    coming,
    year: {
      heads: facts.heads,
      people: staffCountOn(db, today),
      creditedMinutes: facts.groups.reduce((sum, group) => sum + group.creditedMinutes, 0),
      events: eventsHeld(db, year, today),
    },
    money: moneySoFar(factsOf(db, yearOfDay(db, today, 'financial')), today),
    hoursByGroup: facts.groups
      .filter((group) => group.postThousandthDays > 0)
      .map((group) => ({
        groupId: group.groupId ?? '',
        name: group.name ?? 'Group not known',
        minutesPerPost: minutesPerPost(group, year),
        creditedMinutes: group.creditedMinutes,
      })),
    evidence: cashByEvidence(evidenceOf(db, thisYear)).filter((part) => part.pence !== 0),
  }
}

function moneySoFar(facts: ReportFacts, today: TodayView['today']): TodayView['money'] {
  const spent = figureOf(facts.codes)
  return {
    startYear: facts.period.startYear,
    label: facts.period.label,
    budgetPence: sumPence(facts.funds.map((fund) => fund.budgetPence)),
    paidPence: spent.paidPence,
    promisedPence: sumPence(facts.codes.map((code) => code.promisedPence)),
    partOfYearGone: percentGone(facts.period, today) / 100,
  }
}

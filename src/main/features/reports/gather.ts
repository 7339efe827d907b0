import type { Clock } from '../../../shared/kernel/clock'
import { earlierOf } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence, sumPence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { academicYearOf, type Period } from '../../../shared/kernel/years'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { EvidenceFacts } from '../../../shared/features/reports/evidence'
import type {
  EventFact,
  FundFact,
  GroupFact,
  PersonFact,
  PriorityFact,
  ReportFacts,
  Spend,
} from '../../../shared/features/reports/facts'
import type { ReportAsk, TextSection } from '../../../shared/features/reports/model'
import { amountWithin } from '../../../shared/features/reports/rules'
import type { Profile } from '../../../shared/features/school/model'
import type { ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { daysOfYear, profileOn } from '../../db/school-years'
import { lazily, once } from '../../lib/lazily'
import { eventsOfYear, evidenceOfYear, prioritiesOfYears } from './activity-queries'
import { fundAmounts, fundList, spendCells, type SpendCell } from './money-queries'
import { schoolSettings, textsOf } from './repository'
import {
  groupList,
  headsByEvent,
  headsByGroup,
  peopleWhoTookPart,
  postsByGroup,
  timeCells,
  type HeadRow,
  type TimeCell,
} from './time-queries'

/** What gathering needs beside the school file. */
export interface GatherNeeds {
  readonly clock: Clock
  readonly financeCodes: () => FinanceCodes
}

/**
 * Everything a report is computed from, in a dozen aggregating queries, each made when its part is first read: a page
 * that shows the money of a year does not ask who was where. Years are a way of asking: nothing is stored by year.
 * Throws Refusal `file.none-open` and, in a file without a school, `record.missing`.
 */
export function gatherFacts(db: ReadDb, ask: ReportAsk, needs: GatherNeeds): ReportFacts {
  const { profile, period } = yearOf(db, ask, needs.clock)
  const settings = schoolSettings(db)
  const cells = once(() => db.all(spendCells(period)))
  const time = once(() => db.all(timeCells(period, settings)))
  const heads = once(() => db.all(headsByGroup(period)))
  const events = once(() => eventFacts(db, period, cells(), time()))
  return lazily<ReportFacts>({
    schoolName: () => profile.name,
    cpdLeaderTitle: () => settings.cpdLeaderTitle,
    regime: () => profile.regime,
    period: () => period,
    today: () => needs.clock.today(),
    pupilsOnRoll: () => profile.pupilsOnRoll,
    schoolDayMinutes: () => settings.schoolDayMinutes,
    coveredHoursExcluded: () => settings.coveredHoursExcluded,
    trainingCodes: () => Object.values(needs.financeCodes().trainingCode),
    codes: () => codeFacts(cells(), needs.financeCodes()),
    kinds: () => kindFacts(cells(), needs.financeCodes()),
    funds: () => fundFacts(db, period, cells()),
    groups: () => groupFacts(db, period, time(), heads()),
    heads: () => heads().find((row) => row.is_all === 1)?.heads ?? 0,
    priorities: () => priorityFacts(db, period, needs.clock, events()),
    events,
    schoolWide: () => schoolWideOf(cells()),
    people: () => (ask.options.names ? personFacts(db, period) : []),
    texts: () =>
      Object.fromEntries(textsOf(db, ask).map((text) => [text.section, text.body])) as Partial<
        Record<TextSection, string>
      >,
  })
}

/** What is known of a year's spending by strength of evidence: the same figures, without reading who was where. */
export function gatherEvidence(
  db: ReadDb,
  ask: Pick<ReportAsk, 'year'>,
  needs: GatherNeeds,
): EvidenceFacts & Pick<ReportFacts, 'period'> {
  const { period } = yearOf(db, ask, needs.clock)
  const cells = db.all(spendCells(period))
  const spends = groupBy(cells, (cell) => cell.event_id)
  return {
    period,
    today: needs.clock.today(),
    codes: codeFacts(cells, needs.financeCodes()),
    schoolWide: schoolWideOf(cells),
    events: db.all(evidenceOfYear(period)).map((row) => ({
      firstOn: row.first_on,
      lastOn: row.last_on,
      evidenceLevel: row.evidence_level,
      ...spendOf(spends.get(row.event_id) ?? []),
    })),
  }
}

/** The days of the year asked for, and what the school was at its end (today, while it runs). */
function yearOf(db: ReadDb, ask: Pick<ReportAsk, 'year'>, clock: Clock): { profile: Profile; period: Period } {
  const period = daysOfYear(db, ask.year)
  const profile = profileOn(db, earlierOf(period.endsOn, clock.today()))
  if (!profile) throw new Refusal('record.missing')
  return { period, profile }
}

function spendOf(cells: readonly Pick<SpendCell, 'paid_pence' | 'promised_pence'>[]): Spend {
  return {
    paidPence: sumPence(cells.map((cell) => pence(cell.paid_pence))),
    promisedPence: sumPence(cells.map((cell) => pence(cell.promised_pence))),
  }
}

// An invoice alone pays nothing: its cell is zero.
function isSpending(cell: SpendCell): boolean {
  return cell.paid_pence !== 0 || cell.promised_pence !== 0
}

function schoolWideOf(cells: readonly SpendCell[]): Spend {
  return spendOf(cells.filter((cell) => cell.event_id === null))
}

function codeFacts(cells: readonly SpendCell[], pack: FinanceCodes): ReportFacts['codes'] {
  const names = new Map(pack.codes.map(({ code, name }) => [code, name]))
  return [...groupBy(cells.filter(isSpending), (cell) => cell.finance_code)]
    .map(([code, rows]) => ({ code, name: code === null ? null : (names.get(code) ?? null), ...spendOf(rows) }))
    .sort((a, b) => (a.code ?? '\uffff').localeCompare(b.code ?? '\uffff', 'en-GB', { numeric: true }))
}

function kindFacts(cells: readonly SpendCell[], pack: FinanceCodes): ReportFacts['kinds'] {
  const byKind = groupBy(cells.filter(isSpending), (cell) => cell.kind_code)
  const known = pack.kinds.flatMap(({ code, name, isCover }) => {
    const rows = byKind.get(code)
    return rows ? [{ kindCode: code, name, isCover, ...spendOf(rows) }] : []
  })
  const others = [...byKind]
    .filter(([code]) => !pack.kinds.some((kind) => kind.code === code))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...known,
    ...others.map(([kindCode, rows]) => ({ kindCode, name: kindCode, isCover: false, ...spendOf(rows) })),
  ]
}

function fundFacts(db: ReadDb, period: Period, cells: readonly SpendCell[]): FundFact[] {
  const byFund = groupBy(cells, (cell) => cell.fund_id)
  const spent = new Map([...byFund].map(([fundId, rows]) => [fundId, spendOf(rows)]))
  const amounts = groupBy(db.all(fundAmounts(period)), (row) => row.fund_id)
  const nothing = spendOf([])
  const funds = db.all(fundList()).flatMap((fund): FundFact[] => {
    const given = (amounts.get(fund.id) ?? []).map((row) =>
      amountWithin({ fromOn: row.from_on, toOn: row.to_on, amountPence: row.amount_pence }, period),
    )
    const spend = spent.get(fund.id) ?? nothing
    const isIdle = given.length === 0 && spend.paidPence === 0 && spend.promisedPence === 0
    if (isIdle) return []
    return [
      {
        fundId: fund.id,
        name: fund.name,
        isExternal: fund.is_external === 1,
        budgetPence: sumPence(given),
        ...spend,
      },
    ]
  })
  const loose = spent.get(null)
  return loose && (loose.paidPence !== 0 || loose.promisedPence !== 0)
    ? [...funds, { fundId: null, name: null, isExternal: false, budgetPence: pence(0), ...loose }]
    : funds
}

function groupFacts(
  db: ReadDb,
  period: Period,
  time: readonly TimeCell[],
  headRows: readonly HeadRow[],
): GroupFact[] {
  const heads = new Map(headRows.filter((row) => row.is_all === 0).map((row) => [row.staff_group_id, row.heads]))
  const posts = new Map(db.all(postsByGroup(period)).map((row) => [row.staff_group_id, row]))
  const byGroup = groupBy(time, (cell) => cell.staff_group_id)
  const named: { id: string | null; name: string | null }[] = [...db.all(groupList()), { id: null, name: null }]
  return named.flatMap(({ id, name }): GroupFact[] => {
    const cells = byGroup.get(id) ?? []
    const post = id === null ? undefined : posts.get(id)
    if (cells.length === 0 && !post) return []
    return [
      {
        groupId: id,
        name,
        peopleInPost: post?.people ?? 0,
        postThousandthDays: post?.thousandth_days ?? 0,
        heads: heads.get(id) ?? 0,
        creditedMinutes: cells.reduce((sum, cell) => sum + cell.credited_minutes, 0),
        countedMinutes: cells.reduce((sum, cell) => sum + cell.counted_minutes, 0),
        timePence: sumPence(cells.map((cell) => pence(cell.time_pence))),
      },
    ]
  })
}

function eventFacts(
  db: ReadDb,
  period: Period,
  cells: readonly SpendCell[],
  time: readonly TimeCell[],
): EventFact[] {
  const spends = groupBy(cells, (cell) => cell.event_id)
  const times = groupBy(time, (cell) => cell.event_id)
  const heads = new Map(db.all(headsByEvent(period)).map((row) => [row.event_id, row.heads]))
  return db.all(eventsOfYear(period)).map((row) => {
    const held = times.get(row.event_id) ?? []
    return {
      eventId: row.event_id,
      title: fullEventTitle(row.activity_title, row.event_title),
      isCancelled: row.status === 'cancelled',
      providerName: row.provider_name,
      firstOn: row.first_on,
      lastOn: row.last_on,
      priorityId: row.priority_id,
      heads: heads.get(row.event_id) ?? 0,
      creditedMinutes: held.reduce((sum, cell) => sum + cell.credited_minutes, 0),
      timePence: sumPence(held.map((cell) => pence(cell.time_pence))),
      evidenceLevel: row.evidence_level,
      judgement: row.impact_judgement,
      decision: row.decision,
      measure: row.measure,
      unit: row.unit,
      baselineValue: row.baseline_value,
      targetValue: row.target_value,
      actualValue: row.actual_value,
      ...spendOf(spends.get(row.event_id) ?? []),
    }
  })
}

function priorityFacts(db: ReadDb, period: Period, clock: Clock, events: readonly EventFact[]): PriorityFact[] {
  const years = [academicYearOf(period.startsOn), academicYearOf(period.endsOn)] as const
  const byPriority = groupBy(events, (event) => event.priorityId)
  return db.all(prioritiesOfYears(years, earlierOf(period.endsOn, clock.today()))).map((row) => {
    const own = byPriority.get(row.id) ?? []
    const levels = own.flatMap((event) => (event.evidenceLevel === null ? [] : [event.evidenceLevel]))
    return {
      priorityId: row.id,
      academicYear: row.academic_year,
      code: row.code,
      title: row.title,
      level: row.level,
      measure: row.measure,
      unit: row.unit,
      direction: row.direction,
      baselineValue: row.baseline_value,
      targetValue: row.target_value,
      latestValue: row.latest_value,
      latestOn: row.latest_on,
      paidPence: sumPence(own.map((event) => event.paidPence)),
      promisedPence: sumPence(own.map((event) => event.promisedPence)),
      timePence: sumPence(own.map((event) => event.timePence)),
      evidenceLevel: levels.length === 0 ? null : Math.max(...levels),
    }
  })
}

function personFacts(db: ReadDb, period: Period): PersonFact[] {
  return db.all(peopleWhoTookPart(period)).map((row) => ({
    personId: row.person_id,
    name: personName(row),
    groupName: row.group_name,
    postTitle: row.post_title,
    creditedMinutes: row.credited_minutes,
    events: row.events,
  }))
}

import type { HandlersOf } from '../../../shared/kernel/channel'
import { pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import type { YearAsked, YearsKnown } from '../../../shared/kernel/years'
import type { budgetsContract } from '../../../shared/features/budgets/contract'
import type { FundInput } from '../../../shared/features/budgets/model'
import { monthChart, monthsFinding, monthTable } from '../../../shared/features/budgets/months'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import {
  codeTable,
  fundTable,
  kindTable,
  totalsTable,
  trainingCodeOf,
} from '../../../shared/features/reports/money'
import {
  allCash,
  codeTotal,
  fullCost,
  outsideCash,
  ownTimePence,
  percentGone,
} from '../../../shared/features/reports/rules'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import {
  deleteAmount,
  fundNamed,
  hasFund,
  insertAmount,
  insertFund,
  listFunds,
  setFundArchived,
  spendByMonth,
  updateAmount,
  updateFund,
  waitingInLedger,
} from './repository'

export interface BudgetsNeeds {
  readonly desk: SchoolDesk
  /** The facts that reports are made of: the budget page reads the same ones, so that it cannot differ from them. */
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
  /** Years in which anything happened, by both kinds of year. */
  readonly years: () => YearsKnown
}

export function budgetsHandlers(needs: BudgetsNeeds): HandlersOf<typeof budgetsContract> {
  const { desk, factsOf } = needs
  return {
    'funds.list': () => ({ funds: listFunds(desk.read) }),
    'funds.save': ({ id, ...input }) => ({ id: desk.write('funds.save', (db) => saveFund(db, id, input)) }),
    'funds.archive': ({ id, isArchived }) => {
      desk.write('funds.archive', (db) => setFundArchived(db, id, isArchived))
      return {}
    },
    'funds.saveAmount': ({ id, ...input }) => ({
      id: desk.write('funds.saveAmount', (db) => {
        if (!hasFund(db, input.fundId)) throw new Refusal('record.missing')
        if (id === undefined) return insertAmount(db, input)
        updateAmount(db, id, input)
        return id
      }),
    }),
    'funds.removeAmount': ({ id }) => {
      desk.write('funds.removeAmount', (db) => deleteAmount(db, id))
      return {}
    },
    'budget.view': ({ year }) => budgetView(desk.read, factsOf(desk.read, year)),
    'money.totals': ({ year }) => threeTotals(desk.read, factsOf(desk.read, year)),
    'money.years': () => needs.years(),
  }
}

function saveFund(db: WriteDb, id: string | undefined, input: FundInput): string {
  const holder = fundNamed(db, input.name)
  if (holder !== undefined && holder !== id)
    throw new Refusal('fund.name-taken', undefined, [{ path: 'name', code: 'fund.name-taken' }])
  if (id === undefined) return insertFund(db, input)
  updateFund(db, id, input)
  return id
}

function shortPeriod({ period }: ReportFacts) {
  return { label: period.label, startsOn: period.startsOn, endsOn: period.endsOn }
}

function budgetView(db: ReadDb, facts: ReportFacts) {
  const months = spendByMonth(db, facts.period)
  const spent: Pence = allCash(facts).withPromisedPence
  const budget = sumPence(facts.funds.map((fund) => fund.budgetPence))
  const finding = monthsFinding(spent, budget, facts.period, facts.today)
  return {
    period: shortPeriod(facts),
    today: facts.today,
    gonePercent: percentGone(facts.period, facts.today),
    funds: fundTable(facts),
    codes: codeTable(facts),
    kinds: kindTable(facts),
    months: monthChart(months, { period: facts.period, today: facts.today, budgetPence: budget, title: finding }),
    monthTable: monthTable(months, facts.period),
  }
}

function threeTotals(db: ReadDb, facts: ReportFacts) {
  const minutes = (of: (group: ReportFacts['groups'][number]) => number) =>
    facts.groups.reduce((sum, group) => sum + of(group), 0)
  return {
    period: shortPeriod(facts),
    trainingCode: trainingCodeOf(facts),
    code: codeTotal(facts),
    cash: allCash(facts),
    full: fullCost(facts),
    outside: outsideCash(facts),
    ownTimePence: pence(ownTimePence(facts)),
    creditedMinutes: minutes((group) => group.creditedMinutes),
    countedMinutes: minutes((group) => group.countedMinutes),
    coveredHoursExcluded: facts.coveredHoursExcluded,
    ledgerWaiting: waitingInLedger(db, facts.period),
    hasOtherMonths: facts.regime === 'maintained',
    table: totalsTable(facts),
  }
}

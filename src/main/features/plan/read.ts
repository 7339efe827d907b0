import type { Plan } from '../../../shared/features/plan/model'
import { daysOfPlan } from '../../../shared/features/plan/rules'
import type { Day } from '../../../shared/kernel/dates'
import { pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { sql, type ReadDb } from '../../db/handle'
import type { TrainingPlanRow } from '../../db/schema'
import { linesOf, stepsOf, versionsOf, type LineNeeds } from './repository'

/** A fund with what it has for the days of an academic year; null is money that no fund was named for. */
export interface FundOfYear {
  readonly fundId: string | null
  readonly budgetPence: Pence
}

export interface ReadNeeds extends LineNeeds {
  /** The funds of an academic year, as the budget reckons them. */
  readonly fundsOf: (db: ReadDb, academicYear: number) => readonly FundOfYear[]
}

/** A plan with everything that its page shows. */
export function readPlan(db: ReadDb, row: TrainingPlanRow, needs: ReadNeeds): Plan {
  const funds = fundsOfPlan(db, row, needs.fundsOf(db, row.academic_year))
  const budget = budgetOf(db, row, funds)
  return {
    id: row.id,
    academicYear: row.academic_year,
    title: row.title,
    state: row.state,
    words: row.words,
    ownBudgetPence: row.own_budget_pence === null ? null : pence(row.own_budget_pence),
    funds,
    budgetPence: budget.pence,
    budgetReachesTo: budget.reachesTo,
    lines: linesOf(db, row.id, needs),
    steps: stepsOf(db, row.id),
    versions: versionsOf(db, row.id),
  }
}

function fundsOfPlan(db: ReadDb, plan: TrainingPlanRow, ofYear: readonly FundOfYear[]): Plan['funds'] {
  const chosen = new Set(
    db.all(sql.selectFrom('plan_fund').select('fund_id').where('plan_id', '=', plan.id)).map((row) => row.fund_id),
  )
  const given = new Map(ofYear.map((fund) => [fund.fundId, fund.budgetPence]))
  return db
    .all(
      sql
        .selectFrom('fund')
        .select(['id', 'name', 'is_archived'])
        .orderBy('sort_order')
        .orderBy('name')
        .orderBy('id'),
    )
    .filter((fund) => fund.is_archived === 0 || chosen.has(fund.id))
    .map(({ id, name }) => ({
      id,
      name,
      budgetPence: given.get(id) ?? pence(0),
      isChosen: chosen.size === 0 || chosen.has(id),
    }))
}

/**
 * What was typed, else what the chosen funds have, be it nothing; null where nothing was entered for the year yet. An
 * academic year lies in two financial years: `reachesTo` is the last day with money while the second is not entered.
 */
function budgetOf(
  db: ReadDb,
  plan: TrainingPlanRow,
  funds: Plan['funds'],
): { readonly pence: Pence | null; readonly reachesTo: Day | null } {
  if (plan.own_budget_pence !== null) return { pence: pence(plan.own_budget_pence), reachesTo: null }
  const { startsOn, endsOn } = daysOfPlan(plan.academic_year)
  const chosen = new Set(funds.filter(({ isChosen }) => isChosen).map(({ id }) => id))
  const entered = db
    .all(
      sql
        .selectFrom('fund_amount')
        .select(['fund_id', 'to_on'])
        .where('from_on', '<=', endsOn)
        .where('to_on', '>=', startsOn)
        .orderBy('to_on', 'desc'),
    )
    .filter(({ fund_id: fundId }) => fundId !== null && chosen.has(fundId))
  const given = new Set(entered.map((row) => row.fund_id))
  const counted = funds.filter(({ id }) => given.has(id))
  const last = entered[0]?.to_on ?? null
  return {
    pence: counted.length === 0 ? null : sumPence(counted.map(({ budgetPence }) => budgetPence)),
    reachesTo: last !== null && last < endsOn ? last : null,
  }
}

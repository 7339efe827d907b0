import type { ChargeInput, RouteStepInput, Rules } from '../../../shared/features/requests/model'
import { pence } from '../../../shared/kernel/money'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** The steps that a new request goes through, in their order. */
export function routeOf(db: ReadDb): RouteStepInput[] {
  return db.all(sql.selectFrom('request_route').selectAll().orderBy('position').orderBy('id')).map((row) => ({
    id: row.id,
    title: row.title,
    role: row.role,
    personId: row.person_id,
    isCommentOnly: row.is_comment_only === 1,
    overPence: row.over_pence === null ? null : pence(row.over_pence),
  }))
}

/** What providers charge for places given back late, the longest notice first. */
export function chargesOf(db: ReadDb): ChargeInput[] {
  const rows = db.all(
    sql.selectFrom('charge_rule').selectAll().orderBy('provider_id').orderBy('under_days', 'desc').orderBy('id'),
  )
  return rows.map((row) => ({
    providerId: row.provider_id,
    underDays: row.under_days,
    isWorkingDays: row.is_working_days === 1,
    percent: row.percent,
  }))
}

/** How many days before the day wanted a request is to be made; null for no rule. */
export function noticeDaysOf(db: ReadDb): number | null {
  return db.first(sql.selectFrom('request_rule').select('notice_days'))?.notice_days ?? null
}

/** How the school decides. */
export function rulesOfSchool(db: ReadDb): Rules {
  return { steps: routeOf(db), noticeDays: noticeDaysOf(db), charges: chargesOf(db) }
}

/** Keeps how the school decides. Requests that are under way keep the steps that they began with. */
export function saveRules(db: WriteDb, rules: Rules): void {
  saveRoute(db, rules.steps)
  saveNotice(db, rules.noticeDays)
  db.run(sql.deleteFrom('charge_rule'))
  for (const charge of rules.charges)
    db.runOne(
      sql.insertInto('charge_rule').values({
        id: newId(),
        provider_id: charge.providerId,
        under_days: charge.underDays,
        is_working_days: charge.isWorkingDays ? 1 : 0,
        percent: charge.percent,
      }),
    )
}

function saveRoute(db: WriteDb, steps: readonly RouteStepInput[]): void {
  const standing = new Set(routeOf(db).map((step) => step.id))
  const kept = new Set(steps.map((step) => step.id))
  for (const id of standing)
    if (id !== null && !kept.has(id)) db.runOne(sql.deleteFrom('request_route').where('id', '=', id))
  steps.forEach((step, position) => {
    const values = {
      position,
      title: step.title,
      role: step.role,
      person_id: step.role === 'lineManager' ? null : step.personId,
      is_comment_only: step.isCommentOnly ? (1 as const) : (0 as const),
      over_pence: step.overPence,
    }
    if (step.id !== null && standing.has(step.id))
      db.runOne(sql.updateTable('request_route').set(values).where('id', '=', step.id))
    else db.runOne(sql.insertInto('request_route').values({ id: newId(), ...values }))
  })
}

function saveNotice(db: WriteDb, noticeDays: number | null): void {
  const kept = db.first(sql.selectFrom('request_rule').select(['id', 'notice_days']))
  if (kept === undefined) db.runOne(sql.insertInto('request_rule').values({ id: newId(), notice_days: noticeDays }))
  else if (kept.notice_days !== noticeDays)
    db.runOne(sql.updateTable('request_rule').set({ notice_days: noticeDays }).where('id', '=', kept.id))
}

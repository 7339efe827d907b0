import { stepsFor } from '../../../shared/features/requests/rules'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../shared/kernel/money'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { costOfRows, costRows, requestRow, stepsOf } from './repository'
import { routeOf } from './rules-of-school'
import { addSteps, nameDeciders } from './steps'

/** What people agree to when they agree to a request. */
export interface Weighty {
  readonly personId: string
  readonly costPence: Pence
  readonly wantedOn: Day | null
  readonly eventId: string | null
  readonly coverQuarterDays: number
}

/** What a request asks for, as it is kept. Throws Refusal `record.missing`. */
export function weightyOf(db: ReadDb, id: string): Weighty {
  const row = requestRow(db, id)
  return {
    personId: row.person_id,
    costPence: costOfRows(costRows(db, [id])),
    wantedOn: row.wanted_on,
    eventId: row.asked_event_id,
    coverQuarterDays: row.cover_quarter_days,
  }
}

/** "Cost £120.00 → £180.00; day 3 March 2026 → 10 March 2026". Empty where nothing that is agreed to has changed. */
export function changedWords(before: Weighty, after: Weighty): string {
  const dayWords = (on: Day | null) => (on === null ? 'not said' : formatDay(on))
  return [
    before.personId === after.personId ? '' : 'Somebody else asks',
    before.costPence === after.costPence
      ? ''
      : `Cost ${formatPence(before.costPence)} → ${formatPence(after.costPence)}`,
    before.wantedOn === after.wantedOn ? '' : `Day ${dayWords(before.wantedOn)} → ${dayWords(after.wantedOn)}`,
    before.coverQuarterDays === after.coverQuarterDays
      ? ''
      : `Cover ${before.coverQuarterDays / 4} → ${after.coverQuarterDays / 4} days`,
    before.eventId === after.eventId ? '' : 'Another event',
  ]
    .filter((words) => words !== '')
    .join('; ')
}

/**
 * Asks everybody again who agreed to a request that is no longer what they agreed to, puts in the steps that its cost
 * asks for now, and names anew who decides where somebody else asks. Returns whether anybody had agreed.
 */
export function askThoseWhoAgreed(
  db: WriteDb,
  id: string,
  before: Weighty,
  /** What the school pays in all, where that is more than the request asks for. */
  inAllPence?: Pence,
): boolean {
  const now = weightyOf(db, id)
  const steps = stepsOf(db, id)
  const agreed = steps.filter((step) => step.state === 'approved')
  const leftOut = new Set(
    db
      .all(
        sql
          .selectFrom('request_history')
          .select('request_step_id')
          .where('request_id', '=', id)
          .where('kind', '=', 'step-left-out'),
      )
      .map((row) => row.request_step_id),
  )
  // Whoever may comment and did not before it was agreed may do so again.
  const closed = steps.filter((step) => step.isCommentOnly && step.state === 'not-needed' && !leftOut.has(step.id))
  for (const step of [...agreed, ...(agreed.length > 0 ? closed : [])])
    db.runOne(sql.updateTable('request_step').set({ state: 'pending' }).where('id', '=', step.id))
  if (before.personId !== now.personId) nameDeciders(db, id, now.personId)
  const missing = stepsFor(routeOf(db), inAllPence ?? now.costPence).filter(
    ({ overPence, title, role }) =>
      overPence !== null && !steps.some((step) => step.title === title && step.role === role),
  )
  addSteps(db, id, missing, now.personId)
  if (requestRow(db, id).state === 'approved')
    db.runOne(sql.updateTable('request').set({ state: 'waiting', decided_on: null }).where('id', '=', id))
  return agreed.length > 0
}

import type { RouteStepInput } from '../../../shared/features/requests/model'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { note, refuseDecided, type Hand } from './history'
import { requestRow, stepsOf } from './repository'
import { routeOf } from './rules-of-school'

/** The school's route; while it has set none, its CPD leader decides alone. */
export function routeOrUsual(db: ReadDb): RouteStepInput[] {
  const route = routeOf(db)
  if (route.length > 0) return route
  const title = db.first(sql.selectFrom('school').select('cpd_leader_title'))?.cpd_leader_title ?? 'CPD leader'
  return [{ id: null, title, role: 'cpdLeader', personId: null, isCommentOnly: false, overPence: null }]
}

/** Who decides in a step; null where it is nobody in particular, or would be the person who asks. */
function deciderOf(db: ReadDb, step: RouteStepInput, applicantId: string): string | null {
  const manager = sql.selectFrom('person').select('line_manager_id').where('id', '=', applicantId)
  const byRole =
    step.role === 'lineManager'
      ? db.first(manager)?.line_manager_id
      : step.role === 'cpdLeader' && step.personId === null
        ? db.first(sql.selectFrom('school').select('cpd_leader_person_id'))?.cpd_leader_person_id
        : step.personId
  return byRole === undefined || byRole === applicantId ? null : byRole
}

/** Puts steps behind those that a request has, each with who decides in it. */
export function addSteps(
  db: WriteDb,
  requestId: string,
  steps: readonly RouteStepInput[],
  applicantId: string,
): void {
  const first = db.first(
    sql
      .selectFrom('request_step')
      .select((eb) => eb.fn.max('position').as('n'))
      .where('request_id', '=', requestId),
  )?.n
  steps.forEach((step, index) =>
    insertStep(db, requestId, (first ?? -1) + 1 + index, { ...step, personId: deciderOf(db, step, applicantId) }),
  )
}

/** Names anew who decides in the open steps of a request, after somebody else asks for it: by the school's route, else as it was. */
export function nameDeciders(db: WriteDb, requestId: string, applicantId: string): void {
  const route = routeOrUsual(db)
  for (const step of stepsOf(db, requestId)) {
    if (step.state !== 'pending') continue
    const ofRoute = route.find(({ title, role }) => title === step.title && role === step.role)
    const own = { ...step, personId: step.person?.id ?? null, overPence: null }
    const person_id = deciderOf(db, ofRoute ?? own, applicantId)
    db.runOne(sql.updateTable('request_step').set({ person_id }).where('id', '=', step.id))
  }
}

function insertStep(
  db: WriteDb,
  requestId: string,
  position: number,
  step: Pick<RouteStepInput, 'title' | 'role' | 'personId' | 'isCommentOnly'>,
): string {
  const id = newId()
  db.runOne(
    sql.insertInto('request_step').values({
      id,
      request_id: requestId,
      position,
      title: step.title,
      role: step.role,
      person_id: step.personId,
      is_comment_only: step.isCommentOnly ? 1 : 0,
      state: 'pending',
    }),
  )
  return id
}

/** Steps that nobody has decided are not needed any more. */
export function leaveOpenSteps(db: WriteDb, requestId: string): void {
  db.run(
    sql
      .updateTable('request_step')
      .set({ state: 'not-needed' })
      .where('request_id', '=', requestId)
      .where('state', '=', 'pending'),
  )
}

export interface StepInput {
  readonly id: string
  /** The step that it comes after; null for the first. */
  readonly afterStepId: string | null
  readonly title: string
  readonly role: RouteStepInput['role']
  readonly personId: string | null
  readonly isCommentOnly: boolean
}

/**
 * Puts a step into a request that is under way, behind what is decided. Throws Refusals `record.missing`,
 * `request.not-open`, `request.step-decided`.
 */
export function insertStepInto(db: WriteDb, input: StepInput, needs: Hand): string {
  const row = requestRow(db, input.id)
  refuseDecided(row)
  const steps = stepsOf(db, input.id)
  const at = input.afterStepId === null ? 0 : steps.findIndex((step) => step.id === input.afterStepId) + 1
  if (input.afterStepId !== null && at === 0) throw new Refusal('record.missing')
  if (steps.slice(at).some((step) => step.state === 'approved')) throw new Refusal('request.step-decided')
  steps.slice(at).forEach((step, index) =>
    db.runOne(
      sql
        .updateTable('request_step')
        .set({ position: at + 1 + index })
        .where('id', '=', step.id),
    ),
  )
  steps
    .slice(0, at)
    .forEach((step, index) =>
      db.runOne(sql.updateTable('request_step').set({ position: index }).where('id', '=', step.id)),
    )
  const step = { ...input, overPence: null }
  const id = insertStep(db, input.id, at, {
    ...step,
    personId: deciderOf(db, { ...step, id: null }, row.person_id),
  })
  note(db, input.id, {
    kind: 'step-added',
    happened_on: needs.today,
    person_id: needs.actingPersonId ?? null,
    request_step_id: id,
  })
  return id
}

/** Leaves an open step out, with the reason. Throws Refusals `request.step-decided`, `request.last-step`. */
export function leaveStepOut(
  db: WriteDb,
  { stepId, reason }: { readonly stepId: string; readonly reason: string },
  needs: Hand,
): void {
  const found = db.first(sql.selectFrom('request_step').select('request_id').where('id', '=', stepId))
  if (!found) throw new Refusal('record.missing')
  refuseDecided(requestRow(db, found.request_id))
  const steps = stepsOf(db, found.request_id)
  const step = steps.find(({ id }) => id === stepId)
  if (step?.state !== 'pending') throw new Refusal('request.step-decided')
  const others = steps.filter(
    ({ id, state, isCommentOnly }) => id !== stepId && state === 'pending' && !isCommentOnly,
  )
  if (!step.isCommentOnly && others.length === 0) throw new Refusal('request.last-step')
  db.runOne(sql.updateTable('request_step').set({ state: 'not-needed' }).where('id', '=', stepId))
  note(db, found.request_id, {
    kind: 'step-left-out',
    happened_on: needs.today,
    person_id: needs.actingPersonId ?? null,
    request_step_id: stepId,
    words: reason,
  })
}

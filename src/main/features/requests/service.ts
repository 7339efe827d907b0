import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { RequestInput, RouteStepInput } from '../../../shared/features/requests/model'
import { isOpen, stepsFor } from '../../../shared/features/requests/rules'
import { stateNames } from '../../../shared/features/requests/words'
import { isVatUsuallyRecoverable } from '../../../shared/features/costs/rules'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { formatPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { RequestHistoryRow, RequestRow } from '../../db/schema'
import { whoOnDay } from '../../db/staff-on-day'
import { costOfRows, costRows, requestRow, stepsOf } from './repository'
import { routeOf } from './rules-of-school'

/** Writes down what happened to a request. Never changed, never deleted. */
export function note(
  db: WriteDb,
  requestId: string,
  what: Pick<RequestHistoryRow, 'kind' | 'happened_on'> & Partial<RequestHistoryRow>,
): void {
  db.runOne(
    sql.insertInto('request_history').values({
      request_step_id: null,
      person_id: null,
      words: null,
      ...what,
      id: newId(),
      request_id: requestId,
    }),
  )
}

/** Refuses what is decided already. */
export function refuseDecided(row: RequestRow): void {
  if (!isOpen(row.state))
    throw new Refusal('request.not-open', { state: stateNames[row.state].toLocaleLowerCase('en-GB') })
}

function columnsOf(input: RequestInput) {
  return {
    person_id: input.personId,
    received_on: input.receivedOn,
    title: input.title,
    asked_event_id: input.eventId,
    type_code: input.typeCode,
    provider_name: input.providerName,
    wanted_on: input.wantedOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    duration_minutes: input.durationMinutes,
    reason: input.reason,
    expected_change: input.expectedChange,
    pupil_benefit: input.pupilBenefit,
    how_measured: input.howMeasured,
    measure_on: input.measureOn,
    sharing: input.sharing,
    cover_quarter_days: input.coverQuarterDays,
    cover_arranged: input.coverArranged,
    priority_id: input.priorityId,
    need_id: input.needId,
    opportunity_id: input.opportunityId,
    features_json: JSON.stringify(input.features),
  }
}

export interface SaveNeeds {
  readonly codes: FinanceCodes
  readonly today: Day
  /** Who writes it down. */
  readonly actingPersonId: string | undefined
}

/**
 * Takes a request in, with the steps of the school's route, or changes one that is not decided yet. One that was sent
 * back waits again; where money or days change after somebody agreed, those who agreed are asked again. Throws Refusals
 * `record.missing`, `request.not-open`, `request.same-event`, `input.invalid`, `day.order`.
 */
export function saveRequest(db: WriteDb, input: RequestInput, needs: SaveNeeds): string {
  check(db, input, needs)
  if (input.id !== null) return changeRequest(db, input.id, input, needs)
  const id = newId()
  const last = db.first(sql.selectFrom('request').select((eb) => eb.fn.max('number').as('n')))?.n ?? 0
  db.runOne(
    sql.insertInto('request').values({
      ...columnsOf(input),
      id,
      number: (last ?? 0) + 1,
      state: 'waiting',
      decided_on: null,
      booking_id: null,
    }),
  )
  setCosts(db, id, input)
  addSteps(db, id, stepsFor(routeOrUsual(db), costOfRows(costRows(db, [id]))), input.personId)
  note(db, id, { kind: 'asked', happened_on: input.receivedOn, person_id: input.personId })
  return id
}

function check(db: ReadDb, input: RequestInput, { codes, today }: SaveNeeds): void {
  const refuse = (code: 'input.invalid' | 'day.order' | 'request.ahead', path: string) => {
    throw new Refusal(code, undefined, [{ path, code }])
  }
  if (!whoOnDay(db, input.personId, input.receivedOn)) throw new Refusal('record.missing')
  if (input.receivedOn > today) refuse('request.ahead', 'receivedOn')
  if (input.measureOn !== null && input.wantedOn !== null && input.measureOn < input.wantedOn)
    refuse('day.order', 'measureOn')
  input.costs.forEach((cost, index) => {
    const kind = codes.kinds.find(({ code }) => code === cost.kindCode)
    if (!kind || kind.code === 'income') refuse('input.invalid', `costs.${index}.kindCode`)
  })
  if (input.eventId !== null) refuseSecondPlace(db, input)
}

/** Nobody asks for a place that they have. */
function refuseSecondPlace(db: ReadDb, { eventId, personId, receivedOn }: RequestInput): void {
  if (eventId === null) return
  const event = db.first(sql.selectFrom('event').select('id').where('id', '=', eventId))
  if (!event) throw new Refusal('record.missing')
  const place = sql.selectFrom('booking').select('id').where('event_id', '=', eventId)
  if (db.first(place.where('person_id', '=', personId).where('state', '<>', 'cancelled')))
    throw new Refusal('request.same-event', { name: whoOnDay(db, personId, receivedOn)?.name ?? '' }, [
      { path: 'eventId', code: 'request.same-event' },
    ])
}

function setCosts(db: WriteDb, requestId: string, { costs }: RequestInput): void {
  const kinds = new Map(db.all(sql.selectFrom('fund').select(['id', 'kind'])).map((fund) => [fund.id, fund.kind]))
  db.run(sql.deleteFrom('request_cost').where('request_id', '=', requestId))
  costs.forEach((cost, position) => {
    const kind = cost.fundId === null ? undefined : kinds.get(cost.fundId)
    if (cost.fundId !== null && kind === undefined) throw new Refusal('record.missing')
    db.runOne(
      sql.insertInto('request_cost').values({
        id: newId(),
        request_id: requestId,
        position,
        kind_code: cost.kindCode,
        description: cost.description,
        net_pence: cost.netPence,
        vat_pence: cost.vatPence,
        is_vat_recoverable: isVatUsuallyRecoverable(kind === undefined ? [] : [kind]) ? 1 : 0,
        fund_id: cost.fundId,
      }),
    )
  })
}

/** The school's route; while it has set none, its CPD leader decides alone. */
function routeOrUsual(db: ReadDb): RouteStepInput[] {
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

function addSteps(db: WriteDb, requestId: string, steps: readonly RouteStepInput[], applicantId: string): void {
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

interface Weighty {
  readonly costPence: Pence
  readonly wantedOn: Day | null
  readonly eventId: string | null
  readonly coverQuarterDays: number
}

const weightyOf = (row: RequestRow, costPence: Pence): Weighty => ({
  costPence,
  wantedOn: row.wanted_on,
  eventId: row.asked_event_id,
  coverQuarterDays: row.cover_quarter_days,
})

function changeRequest(db: WriteDb, id: string, input: RequestInput, needs: SaveNeeds): string {
  const row = requestRow(db, id)
  refuseDecided(row)
  const before = weightyOf(row, costOfRows(costRows(db, [id])))
  db.runOne(sql.updateTable('request').set(columnsOf(input)).where('id', '=', id))
  setCosts(db, id, input)
  const after = weightyOf(requestRow(db, id), costOfRows(costRows(db, [id])))
  const changed = changedWords(before, after)
  const steps = stepsOf(db, id)
  const agreed = steps.filter((step) => step.state === 'approved')
  if (changed !== '')
    for (const step of agreed)
      db.runOne(sql.updateTable('request_step').set({ state: 'pending' }).where('id', '=', step.id))
  const missing = stepsFor(routeOf(db), after.costPence).filter(
    ({ overPence, title, role }) =>
      overPence !== null && !steps.some((step) => step.title === title && step.role === role),
  )
  addSteps(db, id, missing, input.personId)
  if (row.state === 'returned' || (changed !== '' && agreed.length > 0)) {
    db.runOne(sql.updateTable('request').set({ state: 'waiting' }).where('id', '=', id))
    const person_id = needs.actingPersonId ?? input.personId
    note(db, id, {
      kind: 'asked-again',
      happened_on: needs.today,
      person_id,
      words: changed === '' ? null : changed,
    })
  }
  return id
}

/** "Cost £120.00 → £180.00; day 3 March 2026 → 10 March 2026". Empty where nothing that was agreed to has changed. */
function changedWords(before: Weighty, after: Weighty): string {
  const dayWords = (on: Day | null) => (on === null ? 'not said' : formatDay(on))
  return [
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

/** Somebody takes their request back. Throws Refusals `record.missing`, `request.not-open`. */
export function withdrawRequest(
  db: WriteDb,
  { id, reason }: { readonly id: string; readonly reason: string },
  { today, actingPersonId }: Omit<SaveNeeds, 'codes'>,
): void {
  const row = requestRow(db, id)
  if (row.state !== 'approved') refuseDecided(row)
  db.runOne(sql.updateTable('request').set({ state: 'withdrawn', decided_on: today }).where('id', '=', id))
  leaveOpenSteps(db, id)
  note(db, id, { kind: 'withdrawn', happened_on: today, person_id: actingPersonId ?? row.person_id, words: reason })
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
export function insertStepInto(db: WriteDb, input: StepInput, needs: Omit<SaveNeeds, 'codes'>): string {
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
  needs: Omit<SaveNeeds, 'codes'>,
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

/** Other funds pay than were wished for. Throws Refusals `record.missing`, `request.not-open`. */
export function changeFund(
  db: WriteDb,
  { id, fundId, reason }: { readonly id: string; readonly fundId: string; readonly reason: string | null },
  needs: Omit<SaveNeeds, 'codes'>,
): void {
  const row = requestRow(db, id)
  if (row.state !== 'approved') refuseDecided(row)
  const fund = db.first(sql.selectFrom('fund').select(['name', 'kind']).where('id', '=', fundId))
  if (!fund) throw new Refusal('record.missing')
  db.run(
    sql
      .updateTable('request_cost')
      .set({ fund_id: fundId, is_vat_recoverable: isVatUsuallyRecoverable([fund.kind]) ? 1 : 0 })
      .where('request_id', '=', id),
  )
  note(db, id, {
    kind: 'fund-changed',
    happened_on: needs.today,
    person_id: needs.actingPersonId ?? null,
    words: reason === null ? `To ${fund.name}` : `To ${fund.name}: ${reason}`,
  })
}

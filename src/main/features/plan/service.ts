import type { LineInput, PlanInput } from '../../../shared/features/plan/model'
import { daysOfPlan } from '../../../shared/features/plan/rules'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { yearLabel } from '../../../shared/kernel/years'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { PlanStepRow, TrainingPlanRow } from '../../db/schema'
import { lineRow, planOfYear, planRow } from './repository'

/** Who writes, and on which day. */
export interface Hand {
  readonly today: Day
  readonly byPersonId: string | null
}

/** Notes what happened to a plan. */
export function addStep(
  db: WriteDb,
  planId: string,
  step: Pick<PlanStepRow, 'kind' | 'words'> & { readonly on: Day },
  hand: Hand,
): void {
  const { kind, words, on } = step
  db.runOne(
    sql
      .insertInto('plan_step')
      .values({ id: newId(), plan_id: planId, happened_on: on, kind, person_id: hand.byPersonId, words }),
  )
}

/** Begins the plan of an academic year, empty. Throws Refusal `plan.year-taken`. */
export function beginPlan(db: WriteDb, year: number, hand: Hand): string {
  if (planOfYear(db, year)) throw new Refusal('plan.year-taken')
  const id = newId()
  db.runOne(
    sql.insertInto('training_plan').values({
      id,
      academic_year: year,
      title: `Staff training plan ${yearLabel(year)}`,
      state: 'draft',
      own_budget_pence: null,
      words: null,
    }),
  )
  addStep(db, id, { kind: 'begun', on: hand.today, words: null }, hand)
  return id
}

/** A plan whose lines may be changed. Throws Refusals `record.missing` and `plan.not-a-draft`. */
export function expectDraft(db: ReadDb, planId: string): TrainingPlanRow {
  const plan = planRow(db, planId)
  if (plan.state !== 'draft') throw new Refusal('plan.not-a-draft')
  return plan
}

/** Keeps title, budget, funds and words. Throws Refusals `record.missing` and `plan.not-a-draft`. */
export function savePlan(db: WriteDb, input: PlanInput): void {
  expectDraft(db, input.id)
  db.runOne(
    sql
      .updateTable('training_plan')
      .set({ title: input.title, own_budget_pence: input.ownBudgetPence, words: input.words })
      .where('id', '=', input.id),
  )
  db.run(sql.deleteFrom('plan_fund').where('plan_id', '=', input.id))
  for (const fundId of new Set(input.fundIds))
    db.runOne(sql.insertInto('plan_fund').values({ id: newId(), plan_id: input.id, fund_id: fundId }))
}

/** Takes a plan away with its lines. Throws Refusals `plan.was-approved` once it was sent for approval, `record.missing`. */
export function removePlan(db: WriteDb, id: string): void {
  planRow(db, id)
  const moved = sql.selectFrom('plan_step').select('id').where('plan_id', '=', id).where('kind', '<>', 'begun')
  if (db.first(moved)) throw new Refusal('plan.was-approved')
  for (const line of db.all(sql.selectFrom('plan_line').select('id').where('plan_id', '=', id)))
    dropLine(db, line.id)
  db.run(sql.deleteFrom('plan_fund').where('plan_id', '=', id))
  db.run(sql.deleteFrom('plan_step').where('plan_id', '=', id))
  db.runOne(sql.deleteFrom('training_plan').where('id', '=', id))
}

export interface Codes {
  readonly typology: Typology
  readonly codes: FinanceCodes
}

/**
 * Keeps a line; a new one stands last. Throws Refusals `plan.not-a-draft`, `plan.outside-year`, `input.invalid` (a kind
 * that no pack knows), `record.missing`.
 */
export function saveLine(db: WriteDb, input: LineInput, known: Codes): string {
  const plan = expectDraft(db, input.planId)
  checkLine(input, plan, known)
  const columns = columnsOf(input)
  if (input.id === null) return insertLine(db, input, columns)
  if (lineRow(db, input.id).plan_id !== plan.id) throw new Refusal('record.missing')
  db.runOne(sql.updateTable('plan_line').set(columns).where('id', '=', input.id))
  dropParts(db, input.id)
  addParts(db, input.id, input)
  return input.id
}

function insertLine(db: WriteDb, input: LineInput, columns: ReturnType<typeof columnsOf>): string {
  const id = newId()
  const last = db.first(
    sql
      .selectFrom('plan_line')
      .select((eb) => eb.fn.max<number | null>('rank').as('n'))
      .where('plan_id', '=', input.planId),
  )
  db.runOne(
    sql
      .insertInto('plan_line')
      .values({ id, plan_id: input.planId, rank: (last?.n ?? 0) + 1, ...columns, request_id: null }),
  )
  addParts(db, id, input)
  return id
}

function checkLine(input: LineInput, plan: TrainingPlanRow, { typology, codes }: Codes): void {
  const { startsOn, endsOn } = daysOfPlan(plan.academic_year)
  if (input.startsOn !== null && (input.startsOn < startsOn || input.startsOn > endsOn))
    throw new Refusal('plan.outside-year', undefined, [{ path: 'startsOn', code: 'plan.outside-year' }])
  if (input.typeCode !== null && !typology.types.some(({ code }) => code === input.typeCode))
    throw new Refusal('input.invalid', undefined, [{ path: 'typeCode', code: 'input.invalid' }])
  input.costs.forEach(({ kindCode }, index) => {
    if (kindCode === 'income' || !codes.kinds.some(({ code }) => code === kindCode))
      throw new Refusal('input.invalid', undefined, [{ path: `costs.${index}.kindCode`, code: 'input.invalid' }])
  })
}

function columnsOf(input: LineInput) {
  return {
    title: input.title,
    is_must: input.isMust ? (1 as const) : (0 as const),
    type_code: input.typeCode,
    priority_id: input.priorityId,
    is_whole_school: input.isWholeSchool ? (1 as const) : (0 as const),
    people_count: input.peopleCount,
    lead: input.lead,
    starts_on: input.startsOn,
    term: input.startsOn === null ? input.term : null,
    provider_id: input.providerId,
    opportunity_id: input.opportunityId,
    cover_quarter_days: input.coverQuarterDays,
    measure: input.measure,
    measure_unit: input.measureUnit,
    baseline_value: input.baselineValue,
    target_value: input.targetValue,
    note: input.note,
  }
}

function addParts(db: WriteDb, lineId: string, input: LineInput): void {
  const of = { plan_line_id: lineId }
  input.costs.forEach(({ kindCode, amountPence }, position) =>
    db.runOne(
      sql
        .insertInto('plan_line_cost')
        .values({ id: newId(), ...of, position, kind_code: kindCode, amount_pence: amountPence }),
    ),
  )
  for (const need_id of new Set(input.needIds))
    db.runOne(sql.insertInto('plan_line_need').values({ id: newId(), ...of, need_id }))
  for (const person_id of new Set(input.personIds))
    db.runOne(sql.insertInto('plan_line_person').values({ id: newId(), ...of, person_id }))
  for (const staff_group_id of new Set(input.groupIds))
    db.runOne(sql.insertInto('plan_line_group').values({ id: newId(), ...of, staff_group_id }))
}

const parts = ['plan_line_cost', 'plan_line_need', 'plan_line_person', 'plan_line_group'] as const

function dropParts(db: WriteDb, lineId: string): void {
  for (const table of parts) db.run(sql.deleteFrom(table).where('plan_line_id', '=', lineId))
}

function dropLine(db: WriteDb, id: string): void {
  dropParts(db, id)
  db.runOne(sql.deleteFrom('plan_line').where('id', '=', id))
}

/** Takes a line out; its event stays. Throws Refusals `record.missing` and `plan.not-a-draft`. */
export function removeLine(db: WriteDb, id: string): void {
  expectDraft(db, lineRow(db, id).plan_id)
  dropLine(db, id)
}

/** Moves a line among those of its kind; beyond the end it stays. Throws Refusals `record.missing` and `plan.not-a-draft`. */
export function moveLine(db: WriteDb, id: string, to: 'up' | 'down' | 'top' | 'bottom'): void {
  const line = lineRow(db, id)
  expectDraft(db, line.plan_id)
  const rows = db.all(
    sql
      .selectFrom('plan_line')
      .select(['id', 'rank'])
      .where('plan_id', '=', line.plan_id)
      .where('is_must', '=', line.is_must)
      .orderBy('rank')
      .orderBy('id'),
  )
  const at = rows.findIndex((row) => row.id === id)
  const last = rows.length - 1
  const place = { up: Math.max(0, at - 1), down: Math.min(last, at + 1), top: 0, bottom: last }[to]
  const ids = rows.map((row) => row.id).filter((one) => one !== id)
  ids.splice(place, 0, id)
  const ranks = rows.map((row) => row.rank)
  ids.forEach((one, index) => {
    // The ranks of this kind stay the same set, so that those of the other kind are not touched.
    const rank = ranks[index] ?? index
    if (rows.find((row) => row.id === one)?.rank !== rank)
      db.runOne(sql.updateTable('plan_line').set({ rank }).where('id', '=', one))
  })
}

/** Says that a line must happen, or that it is a wish. Throws Refusals `record.missing` and `plan.not-a-draft`. */
export function markMust(db: WriteDb, id: string, isMust: boolean): void {
  expectDraft(db, lineRow(db, id).plan_id)
  db.runOne(
    sql
      .updateTable('plan_line')
      .set({ is_must: isMust ? 1 : 0 })
      .where('id', '=', id),
  )
}

const moves = {
  submitted: { from: 'draft', to: 'for-approval' },
  returned: { from: 'for-approval', to: 'draft' },
  reopened: { from: 'approved', to: 'draft' },
} as const

/** Takes a step of a plan's life. Throws Refusals `plan.not-that-step`, `plan.empty`, `record.missing`. */
export function step(
  db: WriteDb,
  id: string,
  what: { readonly kind: keyof typeof moves; readonly words: string | null },
  hand: Hand,
): void {
  const { from, to } = moves[what.kind]
  if (planRow(db, id).state !== from) throw new Refusal('plan.not-that-step')
  if (what.kind === 'submitted') expectLines(db, id)
  db.runOne(sql.updateTable('training_plan').set({ state: to }).where('id', '=', id))
  addStep(db, id, { ...what, on: hand.today }, hand)
}

/** Throws Refusal `plan.empty`. */
export function expectLines(db: ReadDb, planId: string): void {
  if (!db.first(sql.selectFrom('plan_line').select('id').where('plan_id', '=', planId)))
    throw new Refusal('plan.empty')
}

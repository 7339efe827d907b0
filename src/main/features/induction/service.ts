import { addDays, daysBetween, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { BeginInput, InductionInput, StepInput } from '../../../shared/features/induction/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { whoOnDay } from '../../db/staff-on-day'
import { inductionRow, listInductions, stepRow, stepsOf } from './repository'

function refuse(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

/**
 * Begins the induction of a person. Throws Refusals `induction.open-already`, `induction.after-leaving` and
 * `record.missing`.
 */
export function beginInduction(db: WriteDb, input: BeginInput, today: Day): string {
  const name = staffOn(db, input.personId, input.startedOn, 'personId')
  const isOpen = listInductions(db, today, input.personId).some(({ state }) => state === 'open')
  if (isOpen) throw refuse('induction.open-already', 'personId', { name })
  const id = newId()
  db.runOne(
    sql.insertInto('induction').values({
      id,
      person_id: input.personId,
      started_on: input.startedOn,
      responsible_person_id: input.responsiblePersonId,
      note: input.note,
    }),
  )
  input.steps.forEach((step, index) => {
    insertStep(db, { ...step, inductionId: id }, (index + 1) * 10)
  })
  return id
}

/** The name of somebody who is at the school on a day. */
function staffOn(db: ReadDb, personId: string, on: Day, path: string): string {
  const person = whoOnDay(db, personId, on)
  if (!person) throw new Refusal('record.missing')
  if (!person.isStaff) throw refuse('induction.after-leaving', path, { name: person.name })
  return person.name
}

function insertStep(db: WriteDb, step: Omit<StepInput, 'id'>, position: number): string {
  const id = newId()
  db.runOne(
    sql.insertInto('induction_step').values({
      id,
      induction_id: step.inductionId,
      title: step.title,
      position,
      responsible_person_id: step.responsiblePersonId,
      due_on: step.dueOn,
      done_on: null,
      left_out_reason: null,
    }),
  )
  return id
}

/**
 * Changes an induction. When its first day moves, the days of its open steps move as far; returns how many did. Throws
 * Refusals `induction.after-leaving` and `record.missing`.
 */
export function saveInduction(db: WriteDb, input: InductionInput): number {
  const before = inductionRow(db, input.id)
  staffOn(db, before.person_id, input.startedOn, 'startedOn')
  db.runOne(
    sql
      .updateTable('induction')
      .set({
        started_on: input.startedOn,
        responsible_person_id: input.responsiblePersonId,
        note: input.note,
      })
      .where('id', '=', input.id),
  )
  const moved = daysBetween(before.started_on, input.startedOn)
  if (moved === 0) return 0
  let count = 0
  for (const step of stepsOf(db, input.id)) {
    if (step.due_on === null || step.done_on !== null || step.left_out_reason !== null) continue
    updateStep(db, step.id, { due_on: addDays(step.due_on, moved) })
    count += 1
  }
  return count
}

type StepChange = Partial<{
  title: string
  responsible_person_id: string | null
  due_on: Day | null
  done_on: Day | null
  left_out_reason: string | null
  position: number
}>

function updateStep(db: WriteDb, id: string, change: StepChange): void {
  db.runOne(sql.updateTable('induction_step').set(change).where('id', '=', id))
}

/** Adds a step at the end, or changes one. Throws Refusal `record.missing`. */
export function saveStep(db: WriteDb, input: StepInput): string {
  if (input.id !== undefined) {
    if (stepRow(db, input.id).induction_id !== input.inductionId) throw new Refusal('record.missing')
    const { title, responsiblePersonId, dueOn } = input
    updateStep(db, input.id, { title, responsible_person_id: responsiblePersonId, due_on: dueOn })
    return input.id
  }
  inductionRow(db, input.inductionId)
  const last = stepsOf(db, input.inductionId).at(-1)?.position ?? 0
  return insertStep(db, input, last + 10)
}

/**
 * Records when a step was done; with null it is open again. A step that was left out is taken in by it. Throws Refusals
 * `induction.ahead` and `record.missing`.
 */
export function tickStep(db: WriteDb, id: string, doneOn: Day | null, today: Day): void {
  if (doneOn !== null && doneOn > today) throw refuse('induction.ahead', 'doneOn')
  updateStep(db, id, { done_on: doneOn, left_out_reason: null })
}

/** Leaves a step out for a reason; with null it is open again. Throws Refusal `record.missing`. */
export function leaveOutStep(db: WriteDb, id: string, reason: string | null): void {
  updateStep(db, id, { left_out_reason: reason, ...(reason !== null && { done_on: null }) })
}

/** Moves a step one place; the first up and the last down stay where they are. Throws Refusal `record.missing`. */
export function moveStep(db: WriteDb, id: string, to: 'up' | 'down'): void {
  const step = stepRow(db, id)
  const steps = stepsOf(db, step.induction_id)
  const at = steps.findIndex((one) => one.id === id)
  const other = steps[at + (to === 'up' ? -1 : 1)]
  if (!other) return
  updateStep(db, id, { position: other.position })
  updateStep(db, other.id, { position: step.position })
}

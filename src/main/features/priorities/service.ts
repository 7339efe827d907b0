import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { PriorityInput, ReadingInput, Status } from '../../../shared/features/priorities/model'
import { isUnfinished } from '../../../shared/features/priorities/rules'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { PriorityRow } from '../../db/schema'
import { listPriorities } from './queries'

/** Adds or changes a priority. Throws Refusals `day.order` and `record.missing`. */
export function savePriority(db: WriteDb, input: PriorityInput): string {
  if (input.baselineOn !== null && input.targetOn !== null && input.targetOn < input.baselineOn) {
    throw new Refusal('day.order', undefined, [{ path: 'targetOn', code: 'day.order' }])
  }
  const columns = {
    academic_year: input.academicYear,
    level: input.level,
    code: input.code,
    title: input.title,
    success_criteria: input.successCriteria,
    team_id: input.level === 'team' ? input.teamId : null,
    lead_person_id: input.leadPersonId,
    status: input.status,
    measure: input.measure,
    unit: input.unit,
    direction: input.direction,
    baseline_value: input.baselineValue,
    baseline_on: input.baselineOn,
    target_value: input.targetValue,
    target_on: input.targetOn,
  }
  if (input.id !== undefined) {
    db.runOne(sql.updateTable('priority').set(columns).where('id', '=', input.id))
    return input.id
  }
  return insertPriority(db, { ...columns, sort_order: nextPlace(db, input.academicYear), is_archived: 0 })
}

function insertPriority(db: WriteDb, columns: Omit<PriorityRow, 'id'>): string {
  const id = newId()
  db.runOne(sql.insertInto('priority').values({ id, ...columns }))
  return id
}

function nextPlace(db: ReadDb, academicYear: number): number {
  const last = db.first(
    sql
      .selectFrom('priority')
      .select((eb) => eb.fn.max('sort_order').as('last'))
      .where('academic_year', '=', academicYear),
  )
  return (last?.last ?? 0) + 10
}

export function setStatus(db: WriteDb, id: string, status: Status): void {
  db.runOne(sql.updateTable('priority').set({ status }).where('id', '=', id))
}

export function setArchived(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('priority')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

/** Unfinished priorities of the year before that this year does not have yet: same level and title are the same one. */
export function toCarryOver(db: ReadDb, intoYear: number): PriorityRow[] {
  const rows = db.all(
    sql
      .selectFrom('priority')
      .selectAll()
      .where('academic_year', 'in', [intoYear - 1, intoYear])
      .orderBy('sort_order'),
  )
  const key = (row: PriorityRow) => `${row.level} ${row.title.toLowerCase()}`
  const there = new Set(rows.filter((row) => row.academic_year === intoYear).map(key))
  return rows.filter(
    (row) =>
      row.academic_year === intoYear - 1 &&
      row.is_archived === 0 &&
      isUnfinished(row.status) &&
      !there.has(key(row)),
  )
}

/**
 * Copies them into a year. Each starts from where it stood last: the latest reading becomes the baseline; the target
 * stays, its day is to be set anew; readings and events stay with the year they belong to. Returns how many were copied.
 */
export function carryOver(db: WriteDb, intoYear: number, today: Day): number {
  const latest = new Map(
    listPriorities(db, intoYear - 1, today, { withArchived: true }).map((line) => [line.id, line.latest]),
  )
  const carried = toCarryOver(db, intoYear)
  for (const { id, ...row } of carried) {
    const reading = latest.get(id)
    insertPriority(db, {
      ...row,
      academic_year: intoYear,
      status: 'not-started',
      baseline_value: reading?.value ?? row.baseline_value,
      baseline_on: reading?.readOn ?? row.baseline_on,
      target_on: null,
      sort_order: nextPlace(db, intoYear),
    })
  }
  return carried.length
}

/** Adds or changes a reading. The first one of a priority that has not started sets it in progress. */
export function saveReading(db: WriteDb, input: ReadingInput, today: Day): string {
  if (input.readOn > today) {
    throw new Refusal('priority.reading-ahead', undefined, [{ path: 'readOn', code: 'priority.reading-ahead' }])
  }
  const priority = db.first(sql.selectFrom('priority').select('status').where('id', '=', input.priorityId))
  if (!priority) throw new Refusal('record.missing')
  const columns = { priority_id: input.priorityId, read_on: input.readOn, value: input.value, note: input.note }
  if (priority.status === 'not-started') setStatus(db, input.priorityId, 'in-progress')
  if (input.id !== undefined) {
    db.runOne(sql.updateTable('priority_reading').set(columns).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('priority_reading').values({ id, ...columns }))
  return id
}

export function removeReading(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('priority_reading').where('id', '=', id))
}

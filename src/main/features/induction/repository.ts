import { sql as raw } from 'kysely'
import { addMonths, type Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReportTable } from '../../../shared/kernel/report-table'
import { stepTable } from '../../../shared/features/induction/as-table'
import { Refusal } from '../../../shared/kernel/result'
import type { Induction, InductionLine, Starter, Step } from '../../../shared/features/induction/model'
import { STARTER_MONTHS, stateOfInduction, stateOfStep } from '../../../shared/features/induction/rules'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personName, personNameSql } from '../../db/person-names'
import type { InductionRow, InductionStepRow } from '../../db/schema'
import { isStaffOn } from '../../db/staff-on-day'

interface InductionQueryRow extends InductionRow {
  person_name: string
  responsible_name: string | null
  is_staff: 0 | 1
}
interface StepQueryRow extends InductionStepRow {
  responsible_name: string | null
}

function inductionQuery(today: Day) {
  return sql
    .selectFrom('induction as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .leftJoin('person as r', 'r.id', 'i.responsible_person_id')
    .selectAll('i')
    .select([
      raw<string>`${raw.raw(personNameSql('p'))}`.as('person_name'),
      raw<string | null>`${raw.raw(personNameSql('r'))}`.as('responsible_name'),
      raw<0 | 1>`${isStaffOn(today, 'p')}`.as('is_staff'),
    ])
    .orderBy('i.started_on', 'desc')
    .orderBy('p.surname')
    .orderBy('i.id')
}

const stepQuery = sql
  .selectFrom('induction_step as s')
  .leftJoin('person as r', 'r.id', 's.responsible_person_id')
  .selectAll('s')
  .select(raw<string | null>`${raw.raw(personNameSql('r'))}`.as('responsible_name'))
  .orderBy('s.position')
  .orderBy('s.id')

/** Inductions of everybody or of one person, the newest first. */
export function listInductions(db: ReadDb, today: Day, personId?: string): InductionLine[] {
  const query = inductionQuery(today)
  const rows = db.all(personId === undefined ? query : query.where('i.person_id', '=', personId))
  const steps = groupBy(
    db.all(personId === undefined ? stepQuery : stepQuery.where('s.induction_id', 'in', idsOf(rows))),
    (step) => step.induction_id,
  )
  return rows.map((row) =>
    lineOf(
      row,
      (steps.get(row.id) ?? []).map((step) => rowToStep(step, today)),
      today,
    ),
  )
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

function rowToStep(row: StepQueryRow, today: Day): Step {
  const facts = { dueOn: row.due_on, doneOn: row.done_on, leftOutReason: row.left_out_reason }
  return {
    id: row.id,
    title: row.title,
    responsible: named(row.responsible_person_id, row.responsible_name),
    ...facts,
    state: stateOfStep(facts, today),
  }
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name }
}

function lineOf(row: InductionQueryRow, steps: readonly Step[], today: Day): InductionLine {
  const count = (...states: readonly Step['state'][]) => steps.filter(({ state }) => states.includes(state)).length
  const [next] = steps
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
  const state = stateOfInduction(steps, row.is_staff === 1, today)
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    startedOn: row.started_on,
    responsible: named(row.responsible_person_id, row.responsible_name),
    state,
    steps: steps.length - count('left-out'),
    done: count('done'),
    leftOut: count('left-out'),
    overdue: state === 'open' ? count('overdue') : 0,
    next: next ? { title: next.title, dueOn: next.dueOn } : null,
  }
}

/** One induction with its steps in order. Throws Refusal `record.missing`. */
export function inductionOf(db: ReadDb, id: string, today: Day): Induction {
  const row = db.first(inductionQuery(today).where('i.id', '=', id))
  if (!row) throw new Refusal('record.missing')
  const stepList = db.all(stepQuery.where('s.induction_id', '=', id)).map((step) => rowToStep(step, today))
  return { ...lineOf(row, stepList, today), note: row.note, stepList }
}

/** Who began within the last year, or will, is staff and has no induction; the newest first. */
export function listStarters(db: ReadDb, today: Day): Starter[] {
  const rows = db.all(
    statement(raw<{
      id: string
      forename: string
      surname: string
      known_as: string | null
      started_on: Day
      line_manager_id: string | null
      post: string | null
    }>`
      select p.id, p.forename, p.surname, p.known_as, p.started_on, p.line_manager_id,
        (select o.title from post_holding h join post o on o.id = h.post_id
          where h.person_id = p.id and (h.to_on is null or h.to_on >= ${today})
          order by h.is_main desc, h.fte_thousandths desc, h.id limit 1) as post
      from person p
      where p.is_archived = 0 and p.started_on > ${addMonths(today, -STARTER_MONTHS)} and ${isStaffOn(today, 'p')}
        and not exists (select 1 from induction i where i.person_id = p.id)
      order by p.started_on desc, p.surname, p.forename`),
  )
  return rows.map((row) => ({
    id: row.id,
    name: personName(row),
    post: row.post,
    startedOn: row.started_on,
    lineManagerId: row.line_manager_id,
  }))
}

/** Throws Refusal `record.missing`. */
export function inductionRow(db: ReadDb, id: string): InductionRow {
  const row = db.first(sql.selectFrom('induction').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** Throws Refusal `record.missing`. */
export function stepRow(db: ReadDb, id: string): InductionStepRow {
  const row = db.first(sql.selectFrom('induction_step').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The steps of an induction in order. */
export function stepsOf(db: ReadDb, inductionId: string): InductionStepRow[] {
  return db.all(
    sql
      .selectFrom('induction_step')
      .selectAll()
      .where('induction_id', '=', inductionId)
      .orderBy('position')
      .orderBy('id'),
  )
}

/** The steps of the newest induction of the person a document is about; null without a person or an induction. */
export function quotedSteps(db: ReadDb, today: Day, personId: string | null): ReportTable | null {
  if (personId === null) return null
  const [newest] = listInductions(db, today, personId)
  return newest ? stepTable(inductionOf(db, newest.id, today)) : null
}

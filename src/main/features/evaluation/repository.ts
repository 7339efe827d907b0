import type { EvaluationLine } from '../../../shared/features/evaluation/contract'
import { isBaselineLate, stateOf } from '../../../shared/features/evaluation/rules'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { EvaluationRow } from '../../db/schema'
import { spendOfEvents } from '../../db/spend-of-events'
import { eventTitle } from '../../db/event-titles'

export function evaluationRow(db: ReadDb, eventId: string): EvaluationRow | undefined {
  return db.first(sql.selectFrom('evaluation').selectAll().where('event_id', '=', eventId))
}

/** Inserts the evaluation of an event, or changes it. Returns its id. */
export function keepEvaluation(
  db: WriteDb,
  eventId: string,
  values: Partial<Omit<EvaluationRow, 'id' | 'event_id'>>,
): string {
  const existing = evaluationRow(db, eventId)
  if (existing) {
    db.runOne(sql.updateTable('evaluation').set(values).where('id', '=', existing.id))
    return existing.id
  }
  const id = newId()
  db.runOne(
    sql.insertInto('evaluation').values({ direction: 'up', is_baseline_late: 0, ...values, id, event_id: eventId }),
  )
  return id
}

export interface EventDays {
  readonly title: string
  readonly firstOn: Day | null
  readonly lastOn: Day | null
}

/** What an event is called and when it runs. */
export function eventDays(db: ReadDb, eventId: string): EventDays | undefined {
  const row = db.first(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('session as s', 's.event_id', 'e.id')
      .select((eb) => [
        eventTitle().as('title'),
        eb.fn.min<Day | null>('s.held_on').as('first_on'),
        eb.fn.max<Day | null>('s.held_on').as('last_on'),
      ])
      .where('e.id', '=', eventId)
      .groupBy('e.id'),
  )
  return row && { title: row.title, firstOn: row.first_on, lastOn: row.last_on }
}

/** Every event with a session in these days, cancelled ones and ideas left out, with its evaluation: the newest first. */
export function listEvaluations(
  db: ReadDb,
  days: { readonly startsOn: Day; readonly endsOn: Day },
  today: Day,
): EvaluationLine[] {
  const inYear = sql
    .selectFrom('session')
    .select('event_id')
    .where('held_on', '>=', days.startsOn)
    .where('held_on', '<=', days.endsOn)
  const rows = db.all(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .innerJoin('session as s', 's.event_id', 'e.id')
      .leftJoin('evaluation as v', 'v.event_id', 'e.id')
      .selectAll('v')
      .select((eb) => [
        'e.id as event',
        eventTitle().as('title'),
        eb.fn.min<Day>('s.held_on').as('first_on'),
        eb.fn.max<Day>('s.held_on').as('last_on'),
      ])
      .where('e.id', 'in', inYear)
      .where('e.is_archived', '=', 0)
      .where('e.status', 'in', ['planned', 'done'])
      .groupBy('e.id')
      .orderBy('last_on', 'desc')
      .orderBy('e.id'),
  )
  const spent = spendOfEvents(
    db,
    rows.map((row) => row.event),
  )
  return rows.map((row) => ({
    eventId: row.event,
    title: row.title,
    lastOn: row.last_on,
    state: stateOf({ lastOn: row.last_on, isPlanned: row.id !== null, judgement: row.impact_judgement }, today),
    question: row.question,
    measure: row.measure,
    unit: row.unit,
    direction: row.direction ?? 'up',
    baselineValue: row.baseline_value,
    isBaselineLate: isBaselineLate({
      firstOn: row.first_on,
      baselineValue: row.baseline_value,
      baselineRecordedOn: row.baseline_recorded_on,
      wasLate: row.is_baseline_late === 1,
    }),
    targetValue: row.target_value,
    actualValue: row.actual_value,
    evidenceLevel: row.evidence_level,
    impactJudgement: row.impact_judgement,
    decision: row.decision,
    paidPence: spent(row.event, 'paid'),
    promisedPence: spent(row.event, 'promised'),
  }))
}

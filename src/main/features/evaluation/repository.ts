import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { EvaluationRow } from '../../db/schema'

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
  db.runOne(sql.insertInto('evaluation').values({ direction: 'up', ...values, id, event_id: eventId }))
  return id
}

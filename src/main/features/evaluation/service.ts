import type { WriteDb } from '../../db/handle'
import { keepEvaluation } from './repository'

/** Keeps what should be different after an event, said when booking: the start of its evaluation. */
export function expectChange(db: WriteDb, eventId: string, text: string): void {
  keepEvaluation(db, eventId, { question: text })
}

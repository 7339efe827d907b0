import { sql, type WriteDb } from './handle'

/** Forgets what was typed and not yet saved in a form: when it is saved or let go, and when nobody can save it any more. */
export function clearDraft(db: WriteDb, form: string, recordId: string): void {
  db.run(sql.deleteFrom('draft').where('form', '=', form).where('record_id', '=', recordId))
}

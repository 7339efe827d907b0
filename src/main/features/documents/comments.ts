/** Notes to oneself beside the sections of a document. They are no part of its text: nothing prints, exports or freezes them. */
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { DocumentComment, NewComment } from '../../../shared/features/documents/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { sectionRow } from './repository'

/** The notes of a document, oldest first. */
export function commentsOf(db: ReadDb, documentId: string): DocumentComment[] {
  return db
    .all(sql.selectFrom('document_comment').selectAll().where('document_id', '=', documentId).orderBy('id'))
    .map((row) => ({
      id: row.id,
      sectionId: row.section_id,
      quote: row.quote,
      words: row.words,
      writtenOn: row.written_on,
      isDone: row.is_done === 1,
    }))
}

/** Notes something beside a section; returns its id. Throws Refusal `record.missing`. */
export function addComment(db: WriteDb, { sectionId, quote, words }: NewComment, today: Day): string {
  const { documentId } = sectionRow(db, sectionId)
  const id = newId()
  db.run(
    sql.insertInto('document_comment').values({
      id,
      document_id: documentId,
      section_id: sectionId,
      quote,
      words,
      written_on: today,
      is_done: 0,
    }),
  )
  return id
}

/** Words a note anew, or says that it is done or open again. Throws Refusal `record.missing`. */
export function changeComment(
  db: WriteDb,
  { id, words, isDone }: { readonly id: string; readonly words: string; readonly isDone: boolean },
): void {
  const changed = db.run(
    sql
      .updateTable('document_comment')
      .set({ words, is_done: isDone ? 1 : 0 })
      .where('id', '=', id),
  )
  if (changed === 0) throw new Refusal('record.missing')
}

/** Takes a note away. Throws Refusal `record.missing`. */
export function removeComment(db: WriteDb, id: string): void {
  if (db.run(sql.deleteFrom('document_comment').where('id', '=', id)) === 0) throw new Refusal('record.missing')
}

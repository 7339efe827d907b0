import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** By a section's key, the checksum of the template's wording that was last taken or decided on; null when it was gone. */
export function decidedWordings(db: ReadDb, documentId: string): ReadonlyMap<string, string | null> {
  const rows = db.all(
    sql
      .selectFrom('document_upstream')
      .select(['section_key', 'sha256'])
      .where('document_id', '=', documentId)
      .orderBy('section_key'),
  )
  return new Map(rows.map((row) => [row.section_key, row.sha256]))
}

/** Keeps what was decided on a section of the template. */
export function keepDecided(db: WriteDb, documentId: string, key: string, sha256: string | null): void {
  const changed = db.run(
    sql
      .updateTable('document_upstream')
      .set({ sha256 })
      .where('document_id', '=', documentId)
      .where('section_key', '=', key),
  )
  if (changed === 0)
    db.run(
      sql
        .insertInto('document_upstream')
        .values({ id: newId(), document_id: documentId, section_key: key, sha256 }),
    )
}

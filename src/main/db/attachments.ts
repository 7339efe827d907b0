import { createHash } from 'node:crypto'
import { Refusal } from '../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from './handle'

/** The largest file that is kept inside a school file. */
export const MOST_ATTACHMENT_BYTES = 10 * 1024 * 1024

/** Keeps bytes under their SHA-256 (once, however often they are used) and returns it. Throws Refusal `attachment.too-large`. */
export function keepAttachment(db: WriteDb, content: Uint8Array, mediaType: string): string {
  if (content.byteLength > MOST_ATTACHMENT_BYTES) throw new Refusal('attachment.too-large')
  const sha256 = createHash('sha256').update(content).digest('hex')
  db.run(
    sql
      .insertInto('attachment')
      .values({ sha256, media_type: mediaType, byte_count: content.byteLength, content })
      .onConflict((oc) => oc.column('sha256').doNothing()),
  )
  return sha256
}

/** The bytes kept under a SHA-256, or undefined. Never part of a list query. */
export function readAttachment(db: ReadDb, sha256: string): { mediaType: string; content: Uint8Array } | undefined {
  const row = db.first(sql.selectFrom('attachment').select(['media_type', 'content']).where('sha256', '=', sha256))
  return row && { mediaType: row.media_type, content: row.content }
}

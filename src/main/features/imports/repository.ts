import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RememberedHeaders } from '../../../shared/features/imports/column-match'
import type { FileShape, ImportKind, Mapping } from '../../../shared/features/imports/model'
import { normaliseHeader } from '../../../shared/features/imports/normalise'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

const zHeaders = z.record(z.string(), z.string())

/** What tells files of one source from others: their headers, in whatever order. */
function signatureOf(shape: FileShape): string {
  const names = shape.columns.map((column) => normaliseHeader(column.header)).sort()
  return createHash('sha256').update(names.join('\n')).digest('hex')
}

function storedMapping(db: ReadDb, kind: ImportKind, shape: FileShape) {
  return db.first(
    sql
      .selectFrom('import_mapping')
      .select(['id', 'mapping_json'])
      .where('kind', '=', kind)
      .where('header_signature', '=', signatureOf(shape)),
  )
}

/** Our field → their header, as chosen the last time a file with these headers came in; empty the first time. */
export function rememberedHeaders(db: ReadDb, kind: ImportKind, shape: FileShape): RememberedHeaders {
  const stored = storedMapping(db, kind, shape)
  return stored === undefined ? {} : zHeaders.parse(JSON.parse(stored.mapping_json))
}

function headersOf(shape: FileShape, mapping: Mapping): string {
  const keys = Object.keys(mapping).sort()
  return JSON.stringify(
    Object.fromEntries(keys.map((key) => [key, shape.columns[mapping[key] ?? -1]?.header ?? ''])),
  )
}

/** True when what is chosen is not what is remembered already. A file without a header row is never remembered. */
export function isWorthRemembering(db: ReadDb, kind: ImportKind, shape: FileShape, mapping: Mapping): boolean {
  return shape.headerRow > 0 && storedMapping(db, kind, shape)?.mapping_json !== headersOf(shape, mapping)
}

/** Keeps which columns were chosen, for the next file with these headers. */
export function rememberMapping(db: WriteDb, kind: ImportKind, shape: FileShape, mapping: Mapping): void {
  const mapping_json = headersOf(shape, mapping)
  const stored = storedMapping(db, kind, shape)
  if (stored) db.runOne(sql.updateTable('import_mapping').set({ mapping_json }).where('id', '=', stored.id))
  else {
    const row = { id: newId(), kind, header_signature: signatureOf(shape), mapping_json }
    db.runOne(sql.insertInto('import_mapping').values(row))
  }
}

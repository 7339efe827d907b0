import { zRichText, type RichText } from '../../../shared/kernel/rich-text'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import {
  zDocumentKind,
  type DocumentVersion,
  type ExportFormat,
  type LinkTarget,
} from '../../../shared/features/documents/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { DocumentRow, DocumentSectionRow, DocumentStepRow, DocumentVersionRow } from '../../db/schema'

/** A document's row. Throws Refusal `record.missing`. */
export function documentRow(db: ReadDb, id: string): DocumentRow {
  const row = db.first(sql.selectFrom('document').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** A section as it is worked on. */
export interface KeptSection {
  readonly id: string
  readonly documentId: string
  readonly key: string | null
  readonly title: string
  readonly body: RichText
  readonly isLeftOut: boolean
  readonly leftOutReason: string | null
}

function rowToSection(row: DocumentSectionRow): KeptSection {
  return {
    id: row.id,
    documentId: row.document_id,
    key: row.key,
    title: row.title,
    body: zRichText.parse(JSON.parse(row.body_json)),
    isLeftOut: row.is_left_out === 1,
    leftOutReason: row.left_out_reason,
  }
}

/** The sections of a document in their order. */
export function sectionsOfDocument(db: ReadDb, documentId: string): KeptSection[] {
  return db
    .all(
      sql
        .selectFrom('document_section')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('position')
        .orderBy('id'),
    )
    .map(rowToSection)
}

/** One section. Throws Refusal `record.missing`. */
export function sectionRow(db: ReadDb, id: string): KeptSection {
  const row = db.first(sql.selectFrom('document_section').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return rowToSection(row)
}

export function insertDocument(db: WriteDb, row: Omit<DocumentRow, 'id' | 'is_archived' | 'status'>): string {
  const id = newId()
  db.run(sql.insertInto('document').values({ id, status: 'draft', is_archived: 0, ...row }))
  return id
}

export function insertSection(
  db: WriteDb,
  section: { documentId: string; position: number; key: string | null; title: string; body: RichText },
): string {
  const id = newId()
  db.run(
    sql.insertInto('document_section').values({
      id,
      document_id: section.documentId,
      position: section.position,
      key: section.key,
      title: section.title,
      body_json: JSON.stringify(section.body),
      is_left_out: 0,
      left_out_reason: null,
    }),
  )
  return id
}

/** Numbers the sections from 0 in the given order; rows that stand right are not touched. */
export function orderSections(db: WriteDb, ids: readonly string[]): void {
  ids.forEach((id, position) =>
    db.run(
      sql.updateTable('document_section').set({ position }).where('id', '=', id).where('position', '<>', position),
    ),
  )
}

export function updateSection(db: WriteDb, id: string, change: Partial<Omit<DocumentSectionRow, 'id'>>): void {
  db.run(sql.updateTable('document_section').set(change).where('id', '=', id))
}

/** Takes a section out, with what was noted beside it. */
export function deleteSection(db: WriteDb, id: string): void {
  db.run(sql.deleteFrom('document_comment').where('section_id', '=', id))
  db.run(sql.deleteFrom('document_section').where('id', '=', id))
}

export function updateDocument(db: WriteDb, id: string, change: Partial<Omit<DocumentRow, 'id'>>): void {
  db.run(sql.updateTable('document').set(change).where('id', '=', id))
}

/** A step of a document's life. Steps are only ever added. */
export function addStep(
  db: WriteDb,
  step: { documentId: string; on: Day; what: DocumentStepRow['what']; note: string | null },
): void {
  db.run(
    sql.insertInto('document_step').values({
      id: newId(),
      document_id: step.documentId,
      happened_on: step.on,
      what: step.what,
      note: step.note,
    }),
  )
}

export function stepsOf(db: ReadDb, documentId: string): DocumentStepRow[] {
  return db.all(sql.selectFrom('document_step').selectAll().where('document_id', '=', documentId).orderBy('id'))
}

/** The approved versions, newest first, with their files. */
export function versionsOf(db: ReadDb, documentId: string): (DocumentVersion & { readonly id: string })[] {
  const rows = db.all(
    sql.selectFrom('document_version').selectAll().where('document_id', '=', documentId).orderBy('number', 'desc'),
  )
  return rows.map((row, index) => ({ id: row.id, ...rowToVersion(row, index > 0), files: filesOf(db, row.id) }))
}

function rowToVersion(row: DocumentVersionRow, isSuperseded: boolean): Omit<DocumentVersion, 'files'> {
  return {
    number: row.number,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    reviewOn: row.review_on,
    isSuperseded,
    sha256: row.sha256,
  }
}

function filesOf(db: ReadDb, versionId: string): DocumentVersion['files'] {
  return db.all(
    sql
      .selectFrom('document_file')
      .select(['format', 'file_name as fileName', 'sha256'])
      .where('document_version_id', '=', versionId)
      .orderBy('format'),
  )
}

/** The frozen text of a version. Throws Refusal `record.missing`. */
export function frozenText(db: ReadDb, documentId: string, number: number): RichText {
  return zRichText.parse(JSON.parse(frozenJson(db, documentId, number)))
}

/** The frozen text of a version as it was written, which its checksum is of. Throws Refusal `record.missing`. */
export function frozenJson(db: ReadDb, documentId: string, number: number): string {
  const row = db.first(
    sql
      .selectFrom('document_version')
      .select('text_json')
      .where('document_id', '=', documentId)
      .where('number', '=', number),
  )
  if (!row) throw new Refusal('record.missing')
  return row.text_json
}

export function insertVersion(db: WriteDb, row: Omit<DocumentVersionRow, 'id'>): string {
  const id = newId()
  db.run(sql.insertInto('document_version').values({ id, ...row }))
  return id
}

export function insertFile(
  db: WriteDb,
  file: { versionId: string; format: ExportFormat; fileName: string; sha256: string },
): void {
  db.run(
    sql.insertInto('document_file').values({
      id: newId(),
      document_version_id: file.versionId,
      format: file.format,
      file_name: file.fileName,
      sha256: file.sha256,
    }),
  )
}

/** Facts that documents quote and that have no other home, by name. */
export function factValues(db: ReadDb): ReadonlyMap<string, string> {
  return new Map(
    db.all(sql.selectFrom('document_fact').select(['name', 'value'])).map(({ name, value }) => [name, value]),
  )
}

/** Keeps such a fact; null takes it away. */
export function keepFact(db: WriteDb, name: string, value: string | null): void {
  const there = factValues(db).has(name)
  if (value === null) db.run(sql.deleteFrom('document_fact').where('name', '=', name))
  else if (there) db.run(sql.updateTable('document_fact').set({ value }).where('name', '=', name))
  else db.run(sql.insertInto('document_fact').values({ id: newId(), name, value }))
}

/** What a document is attached to. */
export function linksOf(db: ReadDb, documentId: string) {
  return db.all(sql.selectFrom('document_link').selectAll().where('document_id', '=', documentId).orderBy('id'))
}

/** The documents that are in use and attached to something; of a person, those about the person as well (no link). */
export function documentsAttachedTo(db: ReadDb, target: LinkTarget, targetId: string) {
  const linked = db.all(
    sql
      .selectFrom('document_link as l')
      .innerJoin('document as d', 'd.id', 'l.document_id')
      .select(['d.id', 'd.title', 'd.kind', 'd.status', 'l.id as linkId'])
      .where('l.target', '=', target)
      .where('l.target_id', '=', targetId)
      .where('d.is_archived', '=', 0)
      .orderBy('d.title')
      .orderBy('l.id'),
  )
  const about = target === 'person' ? documentsAbout(db, targetId) : []
  const rows = [...about.filter(({ id }) => !linked.some((one) => one.id === id)), ...linked]
  return rows.map(({ kind, ...row }) => ({ ...row, kind: zDocumentKind.parse(kind) }))
}

function documentsAbout(db: ReadDb, personId: string) {
  const rows = db.all(
    sql
      .selectFrom('document')
      .select(['id', 'title', 'kind', 'status'])
      .where('person_id', '=', personId)
      .where('is_archived', '=', 0)
      .orderBy('title')
      .orderBy('id'),
  )
  return rows.map((row) => ({ ...row, linkId: null }))
}

export function insertLink(db: WriteDb, documentId: string, target: LinkTarget, targetId: string): string {
  const id = newId()
  db.run(sql.insertInto('document_link').values({ id, document_id: documentId, target, target_id: targetId }))
  return id
}

/** Lets a document go of something; false when it was not attached. */
export function deleteLink(db: WriteDb, id: string): boolean {
  return db.run(sql.deleteFrom('document_link').where('id', '=', id)) > 0
}

import { addMonths, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { RichText } from '../../../shared/kernel/rich-text'
import type { Content } from '../../../shared/features/packs/content'
import type { Approval, TakenIn } from '../../../shared/features/documents/model'
import type { ReadDb, WriteDb } from '../../db/handle'
import { sha256OfText } from '../../lib/files'
import {
  addStep,
  deleteSection,
  documentRow,
  insertDocument,
  insertSection,
  insertVersion,
  orderSections,
  sectionRow,
  sectionsOfDocument,
  updateDocument,
  updateSection,
  versionsOf,
} from './repository'
import { templateSections } from './templates'
import { keepWordings } from './upstream'

/** What a new document is begun from. */
export interface Beginning {
  readonly template: Content<'template'> | undefined
  readonly packId: string | null
  readonly title: string
  readonly personId: string | null
}

/** Begins a document: the template's sections, or one empty one. Returns its id. */
export function createDocument(db: WriteDb, beginning: Beginning, today: Day): string {
  const { template, packId, title, personId } = beginning
  const id = insertDocument(db, {
    title,
    kind: template?.fields.kind ?? 'note',
    audience: template?.fields.audience ?? 'whole school',
    template_id: template?.id ?? null,
    template_pack_id: template ? packId : null,
    template_sha256: template ? sha256OfText(template.markdown) : null,
    review_months: template?.fields.reviewMonths ?? null,
    needs_approval: (template?.fields.needsApproval ?? false) ? 1 : 0,
    person_id: personId,
  })
  const empty = { key: null, title: 'First section', body: emptyText }
  const sections = template ? templateSections(template.markdown) : [empty]
  sections.forEach(({ key, title: heading, body }, position) =>
    insertSection(db, { documentId: id, position, key, title: heading, body }),
  )
  if (template) keepWordings(db, id, template.markdown)
  addStep(db, { documentId: id, on: today, what: 'begun', note: null })
  return id
}

/** Begins a document from sections that were read from a file; all of them are the school's own. Returns its id. */
export function takeIn(db: WriteDb, { title, kind, needsApproval, sections }: TakenIn, today: Day): string {
  const id = insertDocument(db, {
    title,
    kind,
    audience: 'whole school',
    template_id: null,
    template_pack_id: null,
    template_sha256: null,
    review_months: null,
    needs_approval: needsApproval ? 1 : 0,
    person_id: null,
  })
  sections.forEach((section, position) => insertSection(db, { documentId: id, position, key: null, ...section }))
  addStep(db, { documentId: id, on: today, what: 'begun', note: null })
  return id
}

export const emptyText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

/** A document whose working text may be changed. Throws Refusals `record.missing` and `document.not-a-draft`. */
function expectDraft(db: ReadDb, id: string): void {
  if (documentRow(db, id).status !== 'draft') throw new Refusal('document.not-a-draft')
}

/** Keeps a section's heading and text. Throws Refusals `record.missing` and `document.not-a-draft`. */
export function saveSection(db: WriteDb, input: { id: string; title: string; body: RichText }): void {
  expectDraft(db, sectionRow(db, input.id).documentId)
  updateSection(db, input.id, { title: input.title, body_json: JSON.stringify(input.body) })
}

/** Adds an empty section of the school's own; returns its id. */
export function addSection(
  db: WriteDb,
  input: { documentId: string; afterId: string | null; title: string },
): string {
  const { documentId, afterId, title } = input
  expectDraft(db, documentId)
  const ids = sectionsOfDocument(db, documentId).map((section) => section.id)
  const at = afterId === null ? 0 : ids.indexOf(afterId) + 1
  if (afterId !== null && at === 0) throw new Refusal('record.missing')
  const id = insertSection(db, { documentId, position: at, key: null, title, body: emptyText })
  orderSections(db, [...ids.slice(0, at), id, ...ids.slice(at)])
  return id
}

/** Moves a section to a place among the others, from 0; beyond the end is the end. */
export function moveSection(db: WriteDb, id: string, to: number): void {
  const { documentId } = sectionRow(db, id)
  expectDraft(db, documentId)
  const others = sectionsOfDocument(db, documentId)
    .map((section) => section.id)
    .filter((other) => other !== id)
  orderSections(db, [...others.slice(0, to), id, ...others.slice(to)])
}

/** Removes a section of the school's own. One of the template is left out instead: `document.section-of-template`. */
export function removeSection(db: WriteDb, id: string): void {
  const { documentId, key } = sectionRow(db, id)
  expectDraft(db, documentId)
  if (key !== null) throw new Refusal('document.section-of-template')
  deleteSection(db, id)
}

/** Marks a section as not for this school, with the reason; null takes it in again. */
export function leaveOut(db: WriteDb, id: string, reason: string | null): void {
  expectDraft(db, sectionRow(db, id).documentId)
  updateSection(db, id, { is_left_out: reason === null ? 0 : 1, left_out_reason: reason })
}

type Move = 'submitted' | 'returned' | 'reopened'

/** From which state each step leads, and to which. */
const moves = {
  submitted: { from: 'draft', to: 'for-approval' },
  returned: { from: 'for-approval', to: 'draft' },
  reopened: { from: 'approved', to: 'draft' },
} as const

/** Takes a step of a document's life. Throws Refusal `document.not-that-step` from a state that it does not lead from. */
export function step(db: WriteDb, id: string, what: Move, about: { today: Day; note: string | null }): void {
  const { from, to } = moves[what]
  if (documentRow(db, id).status !== from) throw new Refusal('document.not-that-step')
  updateDocument(db, id, { status: to })
  addStep(db, { documentId: id, on: about.today, what, note: about.note })
}

/**
 * Freezes the text of a document as its next version and returns it. A document that needs no approval by a meeting may
 * be approved from its draft. Throws Refusal `document.not-that-step` for one that is approved as it stands.
 */
export function approve(
  db: WriteDb,
  input: Approval,
  frozen: RichText,
): { readonly versionId: string; readonly number: number } {
  const row = documentRow(db, input.id)
  const isReady = row.status === 'for-approval' || (row.status === 'draft' && row.needs_approval === 0)
  if (!isReady) throw new Refusal('document.not-that-step')
  const number = (versionsOf(db, input.id)[0]?.number ?? 0) + 1
  const textJson = JSON.stringify(frozen)
  const versionId = insertVersion(db, {
    document_id: input.id,
    number,
    text_json: textJson,
    sha256: sha256OfText(textJson),
    approved_on: input.approvedOn,
    approved_by: input.approvedBy,
    approved_at: input.approvedAt,
    review_on: reviewDay(input, row.review_months),
  })
  updateDocument(db, input.id, { status: 'approved' })
  addStep(db, { documentId: input.id, on: input.approvedOn, what: 'approved', note: input.approvedAt })
  return { versionId, number }
}

/** When a version is looked at again: the day that was given, else so many months after its approval. */
export function reviewDay(input: Pick<Approval, 'approvedOn' | 'reviewOn'>, months: number | null): Day | null {
  return input.reviewOn ?? (months === null ? null : addMonths(input.approvedOn, months))
}

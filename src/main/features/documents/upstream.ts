/**
 * What a template says today against what a document took of it: new sections, other wordings, sections that are gone.
 * Each is taken or kept as the school has it, and what was decided is not asked again until the template changes once more.
 */
import { Refusal } from '../../../shared/kernel/result'
import { plainText, type RichText } from '../../../shared/kernel/rich-text'
import type { UpstreamChange } from '../../../shared/features/documents/model'
import type { ReadDb, WriteDb } from '../../db/handle'
import { sha256OfText } from '../../lib/files'
import { compareWords } from '../../lib/compare-texts'
import {
  deleteSection,
  documentRow,
  insertSection,
  orderSections,
  sectionsOfDocument,
  updateSection,
  type KeptSection,
} from './repository'
import { templateSections, type TemplateSection } from './templates'
import { decidedWordings, keepDecided } from './upstream-repository'

type Keyed<T> = T & { readonly key: string }

interface Difference {
  readonly key: string
  readonly what: UpstreamChange['what']
  readonly ours: KeptSection | undefined
  readonly theirs: Keyed<TemplateSection> | undefined
}

function wordingOf({ title, body }: { readonly title: string; readonly body: RichText }): string {
  return sha256OfText(JSON.stringify([title, body]))
}

function keyed(markdown: string): Keyed<TemplateSection>[] {
  return templateSections(markdown).flatMap((section) =>
    section.key === null ? [] : [{ ...section, key: section.key }],
  )
}

/** Notes the wordings that a document begins with. */
export function keepWordings(db: WriteDb, documentId: string, markdown: string): void {
  for (const section of keyed(markdown)) keepDecided(db, documentId, section.key, wordingOf(section))
}

/** Where the template differs and nobody has decided yet, in the template's order, what is gone at the end. */
export function differences(db: ReadDb, documentId: string, markdown: string): Difference[] {
  const decided = decidedWordings(db, documentId)
  const ours = new Map(sectionsOfDocument(db, documentId).map((section) => [section.key, section]))
  const fresh = keyed(markdown)
  const now = fresh.flatMap((theirs): Difference[] => {
    const { key } = theirs
    const own = ours.get(key)
    const sha256 = wordingOf(theirs)
    // What reads the same here as there needs no decision, whoever wrote it first.
    if (decided.get(key) === sha256 || (own && wordingOf(own) === sha256)) return []
    return [{ key, what: own ? 'changed' : 'new', ours: own, theirs }]
  })
  const keys = new Set(fresh.map(({ key }) => key))
  const gone = [...ours.values()].flatMap((own): Difference[] => {
    if (own.key === null || keys.has(own.key) || decided.get(own.key) === null) return []
    return [{ key: own.key, what: 'gone', ours: own, theirs: undefined }]
  })
  return [...now, ...gone]
}

/** What is new in the template, with the words marked: ours first, theirs after it. */
export function upstreamChanges(db: ReadDb, documentId: string, markdown: string): UpstreamChange[] {
  const decided = decidedWordings(db, documentId)
  return differences(db, documentId, markdown).map(({ key, what, ours, theirs }) => ({
    key,
    what,
    title: theirs?.title ?? ours?.title ?? '',
    ourTitle: ours?.title ?? null,
    isOursUntouched: ours !== undefined && decided.get(key) === wordingOf(ours),
    isLeftOut: ours?.isLeftOut ?? false,
    pieces: compareWords(ours && plainText(ours.body), theirs && plainText(theirs.body)),
  }))
}

/**
 * Takes a section as the template has it now, or keeps it as it is here. Throws Refusals `record.missing` where there is
 * nothing to decide (any more), and `document.not-a-draft` when the text stands still and is to be changed.
 */
export function decide(
  db: WriteDb,
  asked: { readonly documentId: string; readonly key: string; readonly isTaken: boolean },
  markdown: string,
): void {
  const { documentId, key, isTaken } = asked
  const found = differences(db, documentId, markdown).find((one) => one.key === key)
  if (!found) throw new Refusal('record.missing')
  if (isTaken) {
    if (documentRow(db, documentId).status !== 'draft') throw new Refusal('document.not-a-draft')
    take(db, documentId, found, markdown)
  }
  keepDecided(db, documentId, key, found.theirs ? wordingOf(found.theirs) : null)
}

function take(db: WriteDb, documentId: string, { ours, theirs }: Difference, markdown: string): void {
  if (theirs && ours) updateSection(db, ours.id, { title: theirs.title, body_json: JSON.stringify(theirs.body) })
  else if (ours) deleteSection(db, ours.id)
  else if (theirs) addInPlace(db, documentId, theirs, markdown)
}

/** A new section comes after the nearest of those before it in the template that is here, or at the beginning. */
function addInPlace(db: WriteDb, documentId: string, theirs: Keyed<TemplateSection>, markdown: string): void {
  const here = sectionsOfDocument(db, documentId)
  const keys = keyed(markdown).map(({ key }) => key)
  const before = keys.slice(0, keys.indexOf(theirs.key))
  const place = here.findLastIndex(({ key }) => key !== null && before.includes(key)) + 1
  const { key, title, body } = theirs
  const id = insertSection(db, { documentId, position: here.length, key, title, body })
  const ids = here.map((section) => section.id)
  orderSections(db, [...ids.slice(0, place), id, ...ids.slice(place)])
}

/** The library as pages see it: what packs bring and the school adds, each with where it came from. */
import { z } from 'zod'
import { zComparedSection } from '../../kernel/compared-text'
import { zDay } from '../../kernel/dates'
import { zRichText } from '../../kernel/rich-text'
import { zNeededText } from '../../kernel/texts'
import { zAcronym, zContentKind, zTerm, zTopic, zWebLink } from './content'
import { zSource } from './content-parts'

/** Who a text came from: the program, somebody who hands packs to schools, or the school itself. */
export const zLayer = z.enum(['built-in', 'handed', 'own'])
export type Layer = z.infer<typeof zLayer>

/** Where something came from. For the school's own wording of a text, the pack is the one that it was made from. */
export const zFrom = z.object({
  layer: zLayer,
  packId: z.string().nullable(),
  packTitle: z.string().nullable(),
  version: z.string().nullable(),
  dated: zDay.nullable(),
  /** Rules that change: to be checked before anybody relies on it. */
  isToBeChecked: z.boolean(),
  isHistory: z.boolean(),
})
export type From = z.infer<typeof zFrom>

/** Kinds that are read as a page of their own. */
export const zReadableKind = zContentKind.extract(['guide', 'case-study', 'checklist', 'questions', 'role'])
export type ReadableKind = z.infer<typeof zReadableKind>

/**
 * How a text that the school worded anew stands to the one beneath it: that reads as it did, was changed since (and nobody
 * has decided on it), or is in no pack any more.
 */
export const zTheirs = z.enum(['same', 'changed', 'gone'])
export type Theirs = z.infer<typeof zTheirs>

export const zLibraryLine = z.object({
  kind: zReadableKind,
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  topic: zTopic.nullable(),
  from: zFrom,
  /** Null for a text that stands in nobody’s words but its own pack’s. */
  theirs: zTheirs.nullable(),
})
export type LibraryLine = z.infer<typeof zLibraryLine>

export const zLibraryContents = z.object({
  lines: z.array(zLibraryLine),
  counts: z.object({ acronyms: z.int(), terms: z.int(), links: z.int() }),
})

export const zLibraryItem = zLibraryLine.extend({ text: zRichText, sources: z.array(zSource) })
export type LibraryItem = z.infer<typeof zLibraryItem>

/** Kinds that a school words anew. Roles are not: who holds a responsibility is kept by the points of one. */
export const zWordedKind = zReadableKind.exclude(['role'])
export type WordedKind = z.infer<typeof zWordedKind>

/** A text as it is written: Markdown, or the points of a list with an empty line between them (wording.ts). */
const zWords = {
  title: zNeededText(300),
  summary: zNeededText(4_000),
  text: zNeededText(200_000),
}
export const zOwnWording = z.object({ kind: zWordedKind, id: z.string(), ...zWords })
export const zWording = z.object({
  kind: zWordedKind,
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  text: z.string(),
  from: zFrom,
  theirs: zTheirs.nullable(),
})
export type Wording = z.infer<typeof zWording>

/** The school’s text beside the one that a pack brings now, ours first. */
export const zComparedWording = z.object({
  title: z.string(),
  /** Null where the school has no wording of its own, so that there is nothing to compare. */
  theirs: zTheirs.nullable(),
  /** Where theirs comes from now; null when it is in no pack any more. */
  theirsFrom: zFrom.nullable(),
  sections: z.array(zComparedSection),
})
export type ComparedWording = z.infer<typeof zComparedWording>

const listed = { id: z.string(), from: zFrom }
export const zListedAcronym = zAcronym.extend(listed)
export type ListedAcronym = z.infer<typeof zListedAcronym>
export const zListedTerm = zTerm.extend(listed)
export type ListedTerm = z.infer<typeof zListedTerm>
export const zListedLink = zWebLink.extend(listed)
export type ListedLink = z.infer<typeof zListedLink>

/** The lists of the library, which a school adds to. */
export const zListKind = zContentKind.extract(['acronym', 'term', 'link'])
export type ListKind = z.infer<typeof zListKind>

/** To a printer, or into a file. */
export const zPaperFormat = z.enum(['print', 'pdf', 'docx'])
export type PaperFormat = z.infer<typeof zPaperFormat>
/** What became of it: printed or not where a printer was asked for, else the name of the file. */
export const zOnPaper = z.object({ printed: z.boolean(), fileName: z.string().nullable() })
export type OnPaper = z.infer<typeof zOnPaper>

/** What a school adds to the lists. With `id`, its own entry of that id is written anew. */
const zOwnId = z.string().nullable().default(null)
export const zOwnAcronym = z.object({
  id: zOwnId,
  acronym: zNeededText(20),
  meaning: zNeededText(300),
  note: z.string().trim().max(600, 'input.too-long').default(''),
})
export const zOwnTerm = z.object({ id: zOwnId, term: zNeededText(300), meaning: zNeededText(4_000) })
export const zOwnLink = z.object({
  id: zOwnId,
  title: zNeededText(300),
  url: zNeededText(2_000).regex(/^https:\/\/[^\s]+$/i, 'library.not-an-address'),
  about: zNeededText(4_000),
})

export const zFound = z.object({
  kind: zContentKind,
  id: z.string(),
  title: z.string(),
  /** The words around what was found. */
  excerpt: z.string(),
})
export type Found = z.infer<typeof zFound>

export const zPackLine = z.object({
  packId: z.string(),
  title: z.string(),
  about: z.string(),
  version: z.string(),
  dated: zDay,
  licence: z.string(),
  layer: zLayer,
  isToBeChecked: z.boolean(),
  isHistory: z.boolean(),
  sources: z.array(zSource),
  /** How many things it brings. */
  count: z.int(),
})
export type PackLine = z.infer<typeof zPackLine>

/** What an added pack brought, against the edition before it where there was one. */
export const zPackAdded = z.object({
  packId: z.string(),
  title: z.string(),
  version: z.string(),
  replacedVersion: z.string().nullable(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type PackAdded = z.infer<typeof zPackAdded>

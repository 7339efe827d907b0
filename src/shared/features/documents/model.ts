/**
 * Documents of the school: policies, statements, guides, agreements. A document is a working text in sections; what is
 * approved is frozen as a version with its files, and the working text goes on from there (model, section 8).
 */
import { z } from 'zod'
import { zPiece } from '../../kernel/compared-text'
import { zDay } from '../../kernel/dates'
import { zReportTable } from '../../kernel/report-table'
import { zRichText } from '../../kernel/rich-text'
import { zNeededText, zOptionalText } from '../../kernel/texts'
import { zTemplate } from '../packs/content'
import { zFrom } from '../packs/library'

export const zDocumentKind = zTemplate.shape.kind
export type DocumentKind = z.infer<typeof zDocumentKind>

/** Where the working text stands. What is in force is the newest approved version, whatever the working text does. */
export const zDocumentStatus = z.enum(['draft', 'for-approval', 'approved'])
export type DocumentStatus = z.infer<typeof zDocumentStatus>

/** What stands in the way of a finished text. */
export const zUnfinished = z.object({
  /** Gaps that somebody still has to fill. */
  gaps: z.int(),
  /** Fields of the school's own that have no value yet, by name. */
  empty: z.array(z.string()),
  /** Fields that do not exist (any more), by name. */
  unknown: z.array(z.string()),
})
export type Unfinished = z.infer<typeof zUnfinished>

export const zDocumentLine = z.object({
  id: z.string(),
  title: z.string(),
  kind: zDocumentKind,
  audience: z.string(),
  status: zDocumentStatus,
  /** The version in force; null while none was approved. */
  version: z.int().nullable(),
  approvedOn: zDay.nullable(),
  reviewOn: zDay.nullable(),
  /** True when the day of its review has come. */
  isDue: z.boolean(),
  isArchived: z.boolean(),
  unfinished: zUnfinished,
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type DocumentLine = z.infer<typeof zDocumentLine>

/** What a merge field stands for just now. */
export const zFieldValue = z.object({
  name: z.string(),
  /** What it is: shown on hover. */
  title: z.string(),
  /** As it reads; null when the school has not recorded it. */
  text: z.string().nullable(),
  /** A whole table, for table fields. */
  table: zReportTable.nullable(),
  /** The page with what it is made of, or where it is recorded. */
  to: z.string().nullable(),
})
export type FieldValue = z.infer<typeof zFieldValue>

export const zDocumentSection = z.object({
  id: z.string(),
  /** The template's id of the section; null for one of the school's own. */
  key: z.string().nullable(),
  title: z.string(),
  body: zRichText,
  /** What the template says about writing it; null for none. */
  guidance: zRichText.nullable(),
  /** "Not for us": stays out of what is printed, with the reason kept. */
  isLeftOut: z.boolean(),
  leftOutReason: z.string().nullable(),
})
export type DocumentSection = z.infer<typeof zDocumentSection>

/** A version that was approved: its text and files never change. */
export const zDocumentVersion = z.object({
  number: z.int(),
  approvedOn: zDay,
  approvedBy: z.string(),
  /** The meeting, where there was one. */
  approvedAt: z.string().nullable(),
  reviewOn: zDay.nullable(),
  /** True for all but the newest. */
  isSuperseded: z.boolean(),
  /** Of the frozen text. */
  sha256: z.string(),
  files: z.array(z.object({ format: z.enum(['pdf', 'docx', 'txt']), fileName: z.string(), sha256: z.string() })),
})
export type DocumentVersion = z.infer<typeof zDocumentVersion>

/** A version opened to be read: as it was approved, with a check that nothing of it has changed since. */
export const zOpenedVersion = z.object({
  version: zDocumentVersion,
  text: zRichText,
  /** True while the text and every file still have the checksums of the day they were approved. */
  isIntact: z.boolean(),
})
export type OpenedVersion = z.infer<typeof zOpenedVersion>

/** One step of a document's life: status changes are rows, never overwritten. */
export const zDocumentStep = z.object({
  on: zDay,
  what: z.enum(['begun', 'submitted', 'returned', 'approved', 'reopened']),
  note: z.string().nullable(),
})

export const zLinkTarget = z.enum(['priority', 'event', 'person', 'report'])
export type LinkTarget = z.infer<typeof zLinkTarget>

/** Something of the trail that a document is attached to. */
export const zDocumentLink = z.object({
  id: z.string(),
  target: zLinkTarget,
  targetId: z.string(),
  title: z.string(),
  to: z.string(),
})

/** A note to oneself beside a section; never printed, exported or frozen. */
export const zDocumentComment = z.object({
  id: z.string(),
  sectionId: z.string(),
  /** The passage that it is about; null for the section as a whole. */
  quote: z.string().nullable(),
  words: z.string(),
  writtenOn: zDay,
  isDone: z.boolean(),
})
export type DocumentComment = z.infer<typeof zDocumentComment>

export const zNewComment = z.object({
  sectionId: z.string(),
  quote: zOptionalText(600),
  words: zNeededText(2_000),
})
export type NewComment = z.infer<typeof zNewComment>

export const zDocument = zDocumentLine.extend({
  reviewMonths: z.int().nullable(),
  needsApproval: z.boolean(),
  template: z
    .object({
      id: z.string(),
      title: z.string(),
      from: zFrom,
      /** How many of its sections wait for a decision. */
      changeCount: z.int(),
    })
    .nullable(),
  sections: z.array(zDocumentSection),
  comments: z.array(zDocumentComment),
  values: z.array(zFieldValue),
  versions: z.array(zDocumentVersion),
  steps: z.array(zDocumentStep),
  links: z.array(zDocumentLink),
})
export type Document = z.infer<typeof zDocument>

export const zTemplateLine = zTemplate.extend({
  from: zFrom,
  /** How many documents of the school were made from it. */
  used: z.int(),
  /** True when it quotes the name, the post or the record of one person. */
  isAboutPerson: z.boolean(),
})
export type TemplateLine = z.infer<typeof zTemplateLine>

export const zNewDocument = z.object({
  /** Null begins with one empty section. */
  templateId: z.string().nullable(),
  title: zNeededText(200),
  /** For a document about one person: an annual letter, an agreement. */
  personId: z.string().nullable().default(null),
  /** What the new document is attached to at once. */
  attachTo: z.object({ target: zLinkTarget, targetId: z.string() }).nullable().default(null),
})

/** A document that the school had already, as it was read from a file. */
export const zTakenIn = z.object({
  title: zNeededText(200),
  kind: zDocumentKind,
  needsApproval: z.boolean(),
  sections: z
    .array(z.object({ title: zNeededText(200), body: zRichText }))
    .min(1)
    .max(1_000),
})
export type TakenIn = z.infer<typeof zTakenIn>

export const zApproval = z.object({
  id: z.string(),
  approvedBy: zNeededText(120),
  approvedAt: zOptionalText(200),
  approvedOn: zDay,
  reviewOn: zDay.nullable().default(null),
  /** Approves although something is unfinished: the gaps stay to be seen. */
  withGaps: z.boolean().default(false),
})
export type Approval = z.infer<typeof zApproval>

/** A section that the template has changed since the document took it, and on which nobody has decided yet. */
export const zUpstreamChange = z.object({
  /** The template's id of the section. */
  key: z.string(),
  what: z.enum(['new', 'changed', 'gone']),
  /** The heading in the template; of a section that is gone, ours. */
  title: z.string(),
  /** Null for a section that is not in the document. */
  ourTitle: z.string().nullable(),
  /** True when nobody here has written in the section since it was taken. */
  isOursUntouched: z.boolean(),
  isLeftOut: z.boolean(),
  /** Ours first: what is removed stands only in ours, what is added only in the template. */
  pieces: z.array(zPiece),
})
export type UpstreamChange = z.infer<typeof zUpstreamChange>

/** Facts that have no other home in the binder and that documents quote. */
export const zDocumentFactName = z.enum(['school.headteacher', 'school.chairOfGovernors'])

export const zExportFormat = z.enum(['pdf', 'docx', 'txt'])
export type ExportFormat = z.infer<typeof zExportFormat>

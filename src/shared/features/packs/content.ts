/**
 * What a pack can bring, beside the data that the program works with (model.ts): texts and lists that a school reads,
 * adapts and prints. Every shape is strict: a key that is not known is a fault of the pack and is told.
 */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zLinkAddress } from '../../kernel/rich-text'
import { zContentId, zLine, zSource, zText } from './content-parts'
import { zFormSet, zFramework } from './form-content'
import type { PackData } from './data'
import { zQualificationSet } from './qualification-content'
import { binderPages, dividerKeys, partsToCome, type BinderPage, type PartToCome } from './pages'

/** Names inside a pack: forward slashes, no dots at the beginning, nothing that a Windows PC keeps for itself. */
export const zPackPath = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/, 'small letters, figures, hyphens, dots and slashes')
  .refine((path) => !path.includes('..'), 'no two dots in a row')
  .refine(
    (path) => !path.split('/').some((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(part)),
    'a name that Windows keeps for itself',
  )

/** What a pack says about itself. */
export const zManifest = z.strictObject({
  id: zContentId,
  title: zLine,
  about: zText,
  /** Rises with every edition: "2026.1" < "2026.2" < "2026.10". */
  version: z.string().regex(/^\d{1,5}(\.\d{1,5}){0,2}$/, 'figures with dots between them'),
  /** The day on which its content was last checked as a whole. */
  dated: zDay,
  licence: zLine,
  /** The first version of the program that understands it. */
  minimumAppVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** Rules that change: "check before relying on it" stands beside everything from this pack. */
  isToBeChecked: z.boolean(),
  /** Says how things were in a year that is over. */
  isHistory: z.boolean().default(false),
  sources: z.array(zSource),
})
export type Manifest = z.infer<typeof zManifest>

export const zTopic = z.enum([
  'basics',
  'people',
  'kinds',
  'planning',
  'methods',
  'evidence',
  'funding',
  'quality',
  'leading',
])
export type Topic = z.infer<typeof zTopic>

const zArticle = {
  id: zContentId,
  title: zLine,
  summary: zText,
  topic: zTopic,
  keywords: z.array(zLine).default([]),
  sources: z.array(zSource).default([]),
}
export const zPhase = z.enum(['primary', 'secondary', 'special', 'all-through', 'nursery'])

export const zGuide = z.strictObject(zArticle)
/** Invented, to show how something may go; said so wherever it is shown. */
export const zCaseStudy = z.strictObject({ ...zArticle, isIllustration: z.literal(true), phase: zPhase })

export const zTemplate = z.strictObject({
  id: zContentId,
  title: zLine,
  kind: z.enum([
    'policy',
    'statement',
    'role',
    'guide',
    'plan',
    'agreement',
    'protocol',
    'letter',
    'agenda',
    'record',
    'note',
  ]),
  audience: zLine,
  phases: z.array(zPhase).min(1),
  /** How often it is looked at again; null when nothing asks for it. */
  reviewMonths: z.int().min(1).max(120).nullable(),
  needsApproval: z.boolean(),
  summary: zText,
  sources: z.array(zSource).default([]),
})

export const zRole = z.strictObject({
  id: zContentId,
  title: zLine,
  corePurpose: zText,
  areas: z
    .array(
      z.strictObject({
        id: zContentId,
        title: zLine,
        responsibilities: z.array(z.strictObject({ id: zContentId, text: zText })).min(1),
      }),
    )
    .min(1),
  competencies: z.array(zText).default([]),
  learningNeeds: z.array(zText).default([]),
})

const zPoint = z.strictObject({ id: zContentId, text: zText, help: z.string().trim().max(4_000).default('') })
/** A point to tick; `weeks` after the first day it is due, where the list is worked through by a starter. */
const zTickPoint = zPoint.extend({ weeks: z.int().min(-12).max(104).optional() })
export const zChecklist = z.strictObject({
  id: zContentId,
  title: zLine,
  about: zText,
  items: z.array(zTickPoint).min(1),
})
export const zQuestionSet = z.strictObject({
  id: zContentId,
  title: zLine,
  about: zText,
  questions: z.array(zPoint).min(1),
})

export const zAcronym = z.strictObject({
  acronym: z.string().trim().min(1).max(20),
  meaning: zLine,
  note: z.string().trim().max(600).default(''),
  /** Met in older papers, no longer in use. */
  isHistoric: z.boolean().default(false),
})
export const zTerm = z.strictObject({ term: zLine, meaning: zText, seeAlso: z.array(zLine).default([]) })
export const zWebLink = z.strictObject({
  title: zLine,
  url: zLinkAddress,
  about: zText,
  topics: z.array(zLine).default([]),
  asOf: zDay,
})

/** What is counted for an entitlement, as far as a pack can say it; what each means: entitlements/model.ts. */
export const zPackCounts = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('everything') }),
  z.strictObject({ by: z.literal('training-days') }),
  z.strictObject({
    by: z.literal('types'),
    types: z.array(z.string().min(1).max(20)).min(1, 'input.required').max(60),
  }),
  z.strictObject({
    by: z.literal('pairs'),
    kinds: z.array(z.enum(['coaching', 'mentoring'])).min(1, 'input.required'),
  }),
  z.strictObject({ by: z.literal('induction') }),
  z.strictObject({ by: z.literal('ticks') }),
])

export const zEntitlementRule = z.strictObject({
  id: zContentId,
  title: zLine,
  who: z.strictObject({
    groups: z.union([z.literal('all'), z.array(zLine).min(1)]),
    postWords: z.array(zLine).default([]),
    isEarlyCareer: z.boolean().nullable().default(null),
    minFte: z.number().min(0).max(1).nullable().default(null),
  }),
  what: z.enum(['hours', 'days', 'activities', 'meetings', 'money', 'steps']),
  amount: z.number().positive(),
  unitNote: z.string().trim().max(300).default(''),
  per: z.enum(['academicYear', 'term', 'once']),
  isProRata: z.boolean(),
  by: zLine,
  why: zText,
  /** What is counted for it; left out where each school has to say. */
  counts: zPackCounts.optional(),
  /** An example for a school to change, and no rule of anybody’s. */
  isExample: z.boolean().default(false),
  note: z.string().trim().max(4_000).default(''),
  sources: z.array(zSource).default([]),
})

const zPage = z.enum(Object.keys(binderPages) as [BinderPage, ...BinderPage[]])
const zPart = z.enum(Object.keys(partsToCome) as [PartToCome, ...PartToCome[]])

/** What an entry leads to: a page, a text of the library, a document made of a template, or a part still to come. */
export const zOpens = z.union([
  z.strictObject({ page: zPage }),
  z.strictObject({
    library: z.strictObject({
      kind: z.enum(['guide', 'case-study', 'checklist', 'questions', 'role']),
      id: zContentId,
    }),
  }),
  z.strictObject({ template: zContentId }),
  z.strictObject({ comesWith: zPart }),
])
export type Opens = z.infer<typeof zOpens>

const zContentsEntry = z
  .strictObject({
    id: zContentId,
    /** What it is called in this order; left out, it goes by the name of what it opens. */
    title: zLine.optional(),
    note: zLine.optional(),
    opens: zOpens,
    /** Stands for the Word file of what it opens. */
    isWordVersion: z.boolean().default(false),
    /** A part that brings more to it than what it opens now. */
    later: zPart.optional(),
  })
  .refine(
    ({ title, opens }) => title !== undefined || !('comesWith' in opens),
    'what is still to come needs a title',
  )
export type ContentsEntry = z.infer<typeof zContentsEntry>

/** The whole binder in one order: that of a toolkit which a school knows, or our own. */
export const zContentsOrder = z
  .strictObject({
    id: zContentId,
    title: zLine,
    about: zText,
    sections: z
      .array(
        z.strictObject({
          id: zContentId,
          title: zLine,
          divider: z.enum(dividerKeys).optional(),
          entries: z.array(zContentsEntry).min(1),
        }),
      )
      .min(1),
  })
  .refine(({ sections }) => {
    const ids = sections.flatMap(({ entries }) => entries.map(({ id }) => id))
    return new Set(ids).size === ids.length
  }, 'two entries have the same id')
export type ContentsOrder = z.infer<typeof zContentsOrder>

/** What a pack's index files list, and what each thing is. `text` says that a Markdown file goes with it. */
export const contentKinds = {
  guide: { file: 'guides.json', list: 'guides', schema: zGuide, text: true },
  'case-study': { file: 'case-studies.json', list: 'caseStudies', schema: zCaseStudy, text: true },
  template: { file: 'templates.json', list: 'templates', schema: zTemplate, text: true },
  role: { file: 'roles.json', list: 'roles', schema: zRole, text: false },
  checklist: { file: 'checklists.json', list: 'checklists', schema: zChecklist, text: false },
  questions: { file: 'questions.json', list: 'sets', schema: zQuestionSet, text: false },
  acronym: { file: 'acronyms.json', list: 'acronyms', schema: zAcronym, text: false },
  term: { file: 'glossary.json', list: 'terms', schema: zTerm, text: false },
  link: { file: 'links.json', list: 'links', schema: zWebLink, text: false },
  entitlement: { file: 'entitlements.json', list: 'rules', schema: zEntitlementRule, text: false },
  framework: { file: 'frameworks.json', list: 'frameworks', schema: zFramework, text: false },
  qualification: {
    file: 'qualifications.json',
    list: 'qualifications',
    schema: zQualificationSet,
    text: false,
  },
  form: { file: 'forms.json', list: 'forms', schema: zFormSet, text: false },
  contents: { file: 'contents.json', list: 'orders', schema: zContentsOrder, text: false },
} as const satisfies Record<string, { file: string; list: string; schema: z.ZodType; text: boolean }>

export type ContentKind = keyof typeof contentKinds
export type ContentOf<K extends ContentKind> = z.infer<(typeof contentKinds)[K]['schema']>
export const contentKindNames = Object.keys(contentKinds) as ContentKind[]
export const zContentKind = z.enum(contentKindNames as [ContentKind, ...ContentKind[]])

/** One thing that a pack brings. The Markdown is '' for kinds without a text of their own. */
export interface Content<K extends ContentKind = ContentKind> {
  readonly kind: K
  readonly id: string
  readonly fields: ContentOf<K>
  readonly markdown: string
}

/** A pack that was read and found sound. */
export interface Pack {
  readonly manifest: Manifest
  readonly contents: readonly Content[]
  /** What it brings of the data that the program works with. */
  readonly data: PackData
}

/** An id made of words: "Continuing professional development" becomes "continuing-professional-development". */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** What each thing is known by in its pack; one acronym may stand for two things. */
export function contentIdOf(kind: ContentKind, fields: unknown): string {
  switch (kind) {
    case 'acronym': {
      const { acronym, meaning } = fields as ContentOf<'acronym'>
      return slugOf(`${acronym} ${meaning}`)
    }
    case 'term':
      return slugOf((fields as ContentOf<'term'>).term)
    case 'link':
      return slugOf((fields as ContentOf<'link'>).url.replace(/^https:\/\//i, ''))
    default:
      return (fields as { id: string }).id
  }
}

/** Negative when `a` is the earlier version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

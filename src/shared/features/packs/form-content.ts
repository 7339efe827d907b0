/** Frameworks of standards and forms that find needs, as packs bring them. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zContentId, zLine, zSource, zText } from './content-parts'

const zHelp = z.string().trim().max(1_000).default('')
const zGroups = z.union([z.literal('all'), z.array(zLine).min(1)]).default('all')

/** Steps of a scale, lowest first: figures that rise, each with its words. */
export const zLevels = z
  .array(z.strictObject({ level: z.int().min(0).max(10), label: zLine }))
  .min(2)
  .max(10)
  .refine(
    (levels) => levels.every(({ level }, index) => level > (levels[index - 1]?.level ?? -1)),
    'the levels rise, each once',
  )
export type Levels = z.infer<typeof zLevels>

/** A framework of standards: what is asked of people, each with a code, and the steps by which they stand to it. */
export const zFramework = z
  .strictObject({
    id: zContentId,
    name: zLine,
    about: zText,
    version: zLine,
    dated: zDay,
    /** Where its statements are from; empty for one that its writer made up. */
    sources: z.array(zSource).default([]),
    /** Headings only: whoever judges by it reads the source. */
    isShortened: z.boolean().default(false),
    statements: z
      .array(
        z.strictObject({
          code: z
            .string()
            .max(20)
            .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'letters, figures, dots and hyphens'),
          text: zText,
          section: zLine.optional(),
        }),
      )
      .min(1)
      .max(100),
    levels: zLevels,
    /** By whose names the staff groups go for whom it is meant: ids of groups, or everybody. */
    groups: zGroups,
    /** Higher ones are offered first. */
    weight: z.number().min(0).max(100).default(1),
  })
  .refine(
    ({ statements }) => new Set(statements.map(({ code }) => code.toLowerCase())).size === statements.length,
    'two statements have the same code',
  )
export type Framework = z.infer<typeof zFramework>

const zOptions = z
  .array(z.strictObject({ id: zContentId, label: zLine }))
  .min(2)
  .max(40)
  .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'two options have the same id')

const asked = { id: zContentId, text: zText, help: zHelp }

/** A question of a form. `framework` null: whoever uses the form chooses one. */
export const zQuestion = z.discriminatedUnion('kind', [
  /** How far something holds. `target`: what is aimed at, where less is a need. */
  z
    .strictObject({
      ...asked,
      kind: z.literal('scale'),
      levels: zLevels,
      target: z.int().min(0).max(10).nullable().default(null),
    })
    .refine(
      ({ levels, target }) => target === null || levels.some(({ level }) => level === target),
      'what is aimed at is one of the levels',
    ),
  z.strictObject({ ...asked, kind: z.literal('choice'), options: zOptions }),
  z.strictObject({ ...asked, kind: z.literal('many'), options: zOptions }),
  z.strictObject({ ...asked, kind: z.literal('words'), lines: z.int().min(1).max(20).default(3) }),
  z
    .strictObject({
      ...asked,
      kind: z.literal('number'),
      unit: z.string().trim().max(40).default(''),
      min: z.number().default(0),
      max: z.number().default(100_000),
    })
    .refine(({ min, max }) => min < max, 'the least is below the most'),
  /** For each statement of a framework: where one stands now, and, with `now-next`, where one wants to be next. */
  z.strictObject({
    ...asked,
    kind: z.literal('standing'),
    framework: zContentId.nullable(),
    asks: z.enum(['now', 'now-next']),
  }),
  /** Which statements of a framework. `means`: what a tick says. */
  z.strictObject({
    ...asked,
    kind: z.literal('pick'),
    framework: zContentId.nullable(),
    means: z.enum(['wants', 'can-share', 'other']).default('other'),
  }),
])
export type Question = z.infer<typeof zQuestion>

export const formKinds = [
  'staff-survey',
  'skills-audit',
  'cpd-audit',
  'arrangements-audit',
  'self-assessment',
  'other',
] as const
export const zFormKind = z.enum(formKinds)
export type FormKind = z.infer<typeof zFormKind>

/** A set of questions that a school puts to its people, on paper, in a small file or one by one. */
export const zFormSet = z
  .strictObject({
    id: zContentId,
    kind: zFormKind,
    title: zLine,
    about: zText,
    /** What stands above the questions, to whoever answers. */
    intro: zText,
    /** With names, without, or as the school decides. */
    names: z.enum(['never', 'always', 'either']),
    /** Leaders answer beside staff, and both are shown beside each other. */
    asksLeaders: z.boolean().default(false),
    /** Whose needs can be found by it. */
    groups: zGroups,
    minutes: z.int().min(1).max(240),
    sections: z
      .array(
        z.strictObject({
          id: zContentId,
          title: zLine,
          about: z.string().trim().max(1_000).default(''),
          questions: z.array(zQuestion).min(1).max(60),
        }),
      )
      .min(1)
      .max(20),
    sources: z.array(zSource).default([]),
  })
  .refine(({ sections }) => {
    const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id))
    return new Set(ids).size === ids.length
  }, 'two questions have the same id')
export type FormSet = z.infer<typeof zFormSet>

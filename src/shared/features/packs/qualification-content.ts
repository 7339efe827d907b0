/** Levels and kinds of qualifications, and what is no qualification, as packs bring them. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zContentId, zLine, zSource, zText } from './content-parts'

/** One set for one country and time: a school that works by another brings its own in a pack. */
export const zQualificationSet = z
  .strictObject({
    id: zContentId,
    title: zLine,
    about: zText,
    /** On which day it was last checked. */
    dated: zDay,
    sources: z.array(zSource).min(1),
    /** From the lowest to the highest; `higher` is what universities award at the same level, '' where they award none. */
    levels: z
      .array(
        z.strictObject({
          id: zContentId,
          label: zLine,
          examples: zLine,
          higher: z.string().trim().max(300).default(''),
        }),
      )
      .min(2),
    kinds: z
      .array(
        z.strictObject({
          id: zContentId,
          label: zLine,
          about: zText,
          suits: z.array(zLine).min(1),
          assessed: zText,
        }),
      )
      .min(1),
    /** What is awarded without being a qualification. */
    statuses: z.array(z.strictObject({ id: zContentId, label: zLine, about: zText })).default([]),
  })
  .refine(
    ({ levels, kinds, statuses }) =>
      [levels, kinds, statuses].every((list) => new Set(list.map(({ id }) => id)).size === list.length),
    'two of a list have the same id',
  )
export type QualificationSet = z.infer<typeof zQualificationSet>

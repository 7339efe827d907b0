/** The register of who knows what well enough to help others with it. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalText } from '../../kernel/texts'
import { zOrigin, zStandard } from './model'
import { plainWords, smallWords } from './rules'

export const expertiseSources = ['self', 'audit', 'nominated'] as const
export const zExpertiseSource = z.enum(expertiseSources)
export type ExpertiseSource = z.infer<typeof zExpertiseSource>

/** From 1 to 4; the same words as the levels of needs, without the lowest. */
export const zExpertiseLevel = z.int('input.required').min(1, 'number.invalid').max(4, 'number.invalid')

export const zExpertiseInput = z.object({
  id: zId.optional(),
  personId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  subject: zNeededLine(200),
  standard: zStandard.nullable().default(null),
  level: zExpertiseLevel,
  canTrain: z.boolean(),
  source: zExpertiseSource,
  fromOn: zDay,
  untilOn: zDay.nullable().default(null),
  note: zOptionalText(500),
})
export type ExpertiseInput = z.output<typeof zExpertiseInput>

/** What a form finds out about somebody's expertise. */
export const zNewExpertise = zExpertiseInput.omit({ id: true }).extend({ origin: zOrigin.nullable().default(null) })
export type NewExpertise = z.input<typeof zNewExpertise>

/**
 * What the register says already of what a form found: nothing (`new`), something else (`changed`), the same, what
 * somebody entered or corrected by hand (which stays), or something later than the form (which stays too).
 */
export const zWeighedExpertise = z.object({
  state: z.enum(['new', 'changed', 'same', 'by-hand', 'older']),
  wasLevel: zExpertiseLevel.nullable(),
})
export type WeighedExpertise = z.infer<typeof zWeighedExpertise>

export const zExpertiseLine = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  listName: z.string(),
  groupName: z.string().nullable(),
  subject: z.string(),
  standard: zStandard.nullable(),
  level: zExpertiseLevel,
  canTrain: z.boolean(),
  source: zExpertiseSource,
  fromOn: zDay,
  untilOn: zDay.nullable(),
  note: z.string().nullable(),
  /** Still at the school, and not ended by today. */
  isCurrent: z.boolean(),
})
export type ExpertiseLine = z.infer<typeof zExpertiseLine>

export const expertiseSourceNames: Readonly<Record<ExpertiseSource, string>> = {
  self: 'Said so themselves',
  audit: 'Skills audit',
  nominated: 'Named by others',
}

/** Whether expertise answers "who can train in …": every word that was typed begins a word of its subject or standard. */
export function answersWords(
  expertise: { readonly subject: string; readonly standard: { readonly label: string } | null },
  typed: string,
): boolean {
  const words = plainWords(typed).filter((word) => !smallWords.has(word))
  const said = plainWords(`${expertise.subject} ${expertise.standard?.label ?? ''}`)
  return words.every((word) => said.some((one) => one.startsWith(word)))
}

import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zOptionalLine, zOptionalText } from '../../kernel/texts'

/**
 * The five levels of evidence of Guskey (2002), in our words (domain, section 2). A higher level needs more time and
 * says more; level 3 asks whether the school made room for the change.
 */
export const evidenceLevels = [
  { level: 1, name: 'Staff reactions', means: 'What people thought of it: was it clear, useful, worth the time?' },
  { level: 2, name: 'Staff learning', means: 'What people know or can do now that they could not before' },
  {
    level: 3,
    name: 'Support and change in school',
    means: 'Whether time, leadership and routines made room for it to work',
  },
  { level: 4, name: 'Changed practice', means: 'What is seen in lessons or daily work some weeks later' },
  {
    level: 5,
    name: 'Pupils’ learning',
    means: 'What changed for pupils: attainment, confidence, attendance, wellbeing',
  },
] as const

export const zDirection = z.enum(['up', 'down'])
export const zEvidenceLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export const zJudgement = z.enum(['strong', 'some', 'none', 'too-early'])
export type Judgement = z.infer<typeof zJudgement>
export const zDecision = z.enum(['repeat', 'change', 'stop', 'share'])

const zValue = z.number().min(-1e9).max(1e9).nullable().default(null)

/** Before: what should be different, how it is measured, where it stands now and where it should be. */
export const zPlanInput = z.object({
  eventId: zId,
  question: zOptionalText(2000),
  measure: zOptionalLine(300),
  unit: zOptionalLine(40),
  direction: zDirection.default('up'),
  baselineValue: zValue,
  baselineOn: zDay.nullable().default(null),
  targetValue: zValue,
  targetOn: zDay.nullable().default(null),
})
export type PlanInput = z.infer<typeof zPlanInput>

/** After: what it is now, how we know, what else may have caused it, and what follows. */
export const zJudgeInput = z
  .object({
    eventId: zId,
    actualValue: zValue,
    actualOn: zDay.nullable().default(null),
    evidenceLevel: zEvidenceLevel.nullable().default(null),
    evidenceNote: zOptionalText(4000),
    otherCauses: zOptionalText(2000),
    impactJudgement: zJudgement.nullable().default(null),
    decision: zDecision.nullable().default(null),
    judgementReason: zOptionalText(2000),
    judgedByPersonId: zId.nullable().default(null),
    judgedOn: zDay.nullable().default(null),
  })
  .superRefine((input, context) => {
    const isClaim = input.impactJudgement !== null && input.impactJudgement !== 'too-early'
    if (isClaim && input.evidenceLevel === null)
      context.addIssue({ code: 'custom', path: ['evidenceLevel'], message: 'evaluation.no-evidence' })
  })
export type JudgeInput = z.infer<typeof zJudgeInput>

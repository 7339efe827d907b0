import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zNeededText, zOptionalText } from '../../kernel/texts'

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')
const zWho = z.string().nullable().default(null)
const zTitle = zNeededLine(300)

/** A step as typed: what, who sees to it, by when. */
export const zStepInput = z.object({
  id: zId.optional(),
  inductionId: zId,
  title: zTitle,
  responsiblePersonId: zWho,
  dueOn: zDay.nullable().default(null),
})
export type StepInput = z.output<typeof zStepInput>

export const zBeginInput = z.object({
  personId: zChosen,
  startedOn: zDay,
  responsiblePersonId: zWho,
  note: zOptionalText(500),
  steps: z
    .array(z.object({ title: zTitle, responsiblePersonId: zWho, dueOn: zDay.nullable().default(null) }))
    .min(1, 'induction.no-steps')
    .max(100),
})
export type BeginInput = z.output<typeof zBeginInput>

export const zInductionInput = z.object({
  id: zId,
  startedOn: zDay,
  responsiblePersonId: zWho,
  note: zOptionalText(500),
})
export type InductionInput = z.output<typeof zInductionInput>

/** Why a step is not for this person. */
export const zLeaveOutReason = zNeededText(300)

const zNamed = z.object({ id: z.string(), name: z.string() })

export const stepStates = ['open', 'overdue', 'done', 'left-out'] as const
export const zStepState = z.enum(stepStates)
export type StepState = z.infer<typeof zStepState>

export const zStep = z.object({
  id: z.string(),
  title: z.string(),
  responsible: zNamed.nullable(),
  dueOn: zDay.nullable(),
  doneOn: zDay.nullable(),
  leftOutReason: z.string().nullable(),
  state: zStepState,
})
export type Step = z.infer<typeof zStep>

export const zInductionState = z.enum(['open', 'finished', 'left'])
export type InductionState = z.infer<typeof zInductionState>

/** An induction in a list. */
export const zInductionLine = z.object({
  id: z.string(),
  person: zNamed,
  startedOn: zDay,
  responsible: zNamed.nullable(),
  /** Open while a step is; `left` when the person left before that. */
  state: zInductionState,
  /** Steps that are not left out. */
  steps: z.int(),
  done: z.int(),
  leftOut: z.int(),
  /** Open steps whose day has passed. */
  overdue: z.int(),
  /** The open step that is due first. */
  next: z.object({ title: z.string(), dueOn: zDay.nullable() }).nullable(),
})
export type InductionLine = z.infer<typeof zInductionLine>

export const zInduction = zInductionLine.extend({ note: z.string().nullable(), stepList: z.array(zStep) })
export type Induction = z.infer<typeof zInduction>

/** Somebody who began within the last year, or will, and has no induction. */
export const zStarter = zNamed.extend({
  post: z.string().nullable(),
  startedOn: zDay,
  lineManagerId: z.string().nullable(),
})
export type Starter = z.infer<typeof zStarter>

/** Steps to begin from: a checklist, or what somebody else had. */
export const zStepList = z.object({
  key: z.string(),
  title: z.string(),
  /** Where it comes from: "Toolkit core", "Amy Brown’s induction". */
  from: z.string(),
  steps: z.array(
    z.object({
      title: z.string(),
      /** Weeks after the first day by which it is to be done; null when nobody said. */
      weeks: z.int().nullable(),
    }),
  ),
})
export type StepList = z.infer<typeof zStepList>

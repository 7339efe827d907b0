import { z } from 'zod'
import { read, write } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zChart } from '../../kernel/report-table'
import { zYearAsked } from '../../kernel/years'
import { zDecision, zDirection, zEvidenceLevel, zJudgeInput, zJudgement, zPlanInput } from './model'

/** The evaluation of one event; without a plan every field is empty. */
export const zEvaluation = z.object({
  eventId: z.string(),
  eventTitle: z.string(),
  firstOn: zDay.nullable(),
  lastOn: zDay.nullable(),
  today: zDay,
  isHeld: z.boolean(),
  isBaselineLocked: z.boolean(),
  isBaselineLate: z.boolean(),
  question: z.string().nullable(),
  measure: z.string().nullable(),
  unit: z.string().nullable(),
  direction: zDirection,
  baselineValue: z.number().nullable(),
  baselineOn: zDay.nullable(),
  baselineRecordedOn: zDay.nullable(),
  targetValue: z.number().nullable(),
  targetOn: zDay.nullable(),
  actualValue: z.number().nullable(),
  actualOn: zDay.nullable(),
  evidenceLevel: zEvidenceLevel.nullable(),
  evidenceNote: z.string().nullable(),
  otherCauses: z.string().nullable(),
  impactJudgement: zJudgement.nullable(),
  decision: zDecision.nullable(),
  judgementReason: z.string().nullable(),
  judgedByPersonId: z.string().nullable(),
  judgedOn: zDay.nullable(),
})
export type Evaluation = z.infer<typeof zEvaluation>

const zEvaluationLine = z.object({
  eventId: z.string(),
  title: z.string(),
  lastOn: zDay.nullable(),
  state: z.enum(['judged', 'missing', 'due', 'waiting', 'planned', 'unplanned']),
  question: z.string().nullable(),
  measure: z.string().nullable(),
  unit: z.string().nullable(),
  direction: zDirection,
  baselineValue: z.number().nullable(),
  isBaselineLate: z.boolean(),
  targetValue: z.number().nullable(),
  actualValue: z.number().nullable(),
  evidenceLevel: zEvidenceLevel.nullable(),
  impactJudgement: zJudgement.nullable(),
  decision: zDecision.nullable(),
  paidPence: zPence,
  promisedPence: zPence,
})
export type EvaluationLine = z.infer<typeof zEvaluationLine>

export const evaluationContract = {
  'evaluation.get': read(
    'What an event was meant to change, and what it did',
    z.object({ eventId: zId }),
    zEvaluation,
  ),
  'evaluation.plan': write(
    'Keep what should be different, its measure, baseline and target',
    zPlanInput,
    z.object({ id: z.string() }),
  ),
  'evaluation.judge': write(
    'Keep what came of it: the actual, the evidence, the judgement and the decision',
    zJudgeInput,
    z.object({ id: z.string() }),
  ),
  'evaluation.list': read(
    'Every event of a year with where its evaluation stands, and all cash by the strongest evidence',
    z.object({ year: zYearAsked }),
    z.object({
      events: z.array(zEvaluationLine),
      /** What the evidence says of the year, as the governors' report says it. */
      sentence: z.string().nullable(),
      chart: zChart.nullable(),
      evidence: z.array(z.object({ level: z.int(), pence: zPence })),
    }),
  ),
}

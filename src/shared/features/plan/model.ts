/**
 * The training plan of an academic year: lines in the order in which the school would pay for them, each with what it
 * costs, whom it is for and how one will know that it helped.
 */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'
import { zEventStatus } from '../activities/model'
import { zRequestState } from '../requests/model'

export const planStates = ['draft', 'for-approval', 'approved'] as const
export const zPlanState = z.enum(planStates)
export type PlanState = z.infer<typeof zPlanState>

export const terms = ['autumn', 'spring', 'summer'] as const
export const zTerm = z.enum(terms)
export type Term = z.infer<typeof zTerm>

/** An academic year by its first calendar year. */
export const zAcademicYear = z.int().min(1990).max(2100)

const zAmount = zPence.min(0, 'pence.negative').max(1e11, 'pence.too-much')

/** What a line is expected to cost the school, of one kind: without VAT that it gets back. */
export const zLineCost = z.object({ kindCode: z.string().min(1, 'input.required').max(40), amountPence: zAmount })
export type LineCost = z.infer<typeof zLineCost>

const zIds = z.array(zId).max(2000).default([])

/** A line as it is typed. */
export const zLineInput = z.object({
  id: zId.nullable().default(null),
  planId: zId,
  title: zNeededLine(300),
  /** It happens whatever the money says: required by law, promised, or begun already. */
  isMust: z.boolean().default(false),
  typeCode: zOptionalLine(20),
  priorityId: zId.nullable().default(null),
  needIds: zIds,
  isWholeSchool: z.boolean().default(false),
  /** Whole staff groups. */
  groupIds: z.array(z.string().min(1).max(80)).max(60).default([]),
  personIds: zIds,
  /** How many people, where it is not everybody who is named. */
  peopleCount: z
    .int('number.invalid')
    .min(1, 'number.invalid')
    .max(10_000, 'number.invalid')
    .nullable()
    .default(null),
  lead: zOptionalLine(200),
  startsOn: zDay.nullable().default(null),
  /** Where no day is known yet. */
  term: zTerm.nullable().default(null),
  providerId: zId.nullable().default(null),
  opportunityId: zId.nullable().default(null),
  costs: z.array(zLineCost).max(20).default([]),
  /** Days of staff to be covered, in quarters of a day. */
  coverQuarterDays: z.int('number.invalid').min(0, 'number.invalid').max(40_000, 'number.invalid').default(0),
  measure: zOptionalText(1000),
  measureUnit: zOptionalLine(40),
  baselineValue: z.number().nullable().default(null),
  targetValue: z.number().nullable().default(null),
  note: zOptionalText(2000),
})
export type LineInput = z.output<typeof zLineInput>

export const zPlanInput = z.object({
  id: zId,
  title: zNeededLine(200),
  /** What the plan may cost, where it is not what the funds have. */
  ownBudgetPence: zAmount.nullable().default(null),
  /** The funds that it may use; all of them when empty. */
  fundIds: zIds,
  /** A few sentences of the school's own that stand at the head of the plan. */
  words: zOptionalText(4000),
})
export type PlanInput = z.output<typeof zPlanInput>

const zNamed = z.object({ id: z.string(), name: z.string() })

export const zLineNeed = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['raised', 'agreed', 'planned', 'met', 'partly', 'notMet', 'withdrawn']),
})

/** A line as it is shown. */
export const zPlanLine = z.object({
  id: z.string(),
  isMust: z.boolean(),
  title: z.string(),
  typeCode: z.string().nullable(),
  priorityId: z.string().nullable(),
  priorityTitle: z.string().nullable(),
  needs: z.array(zLineNeed),
  isWholeSchool: z.boolean(),
  groups: z.array(zNamed),
  people: z.array(zNamed),
  peopleCount: z.int().nullable(),
  /** How many people it is for; null where nobody has said. */
  heads: z.int().nullable(),
  /** How many of them in each staff group; those of no group under null. */
  byGroup: z.array(z.object({ groupId: z.string().nullable(), heads: z.int() })),
  lead: z.string().nullable(),
  startsOn: zDay.nullable(),
  /** Of the day, where there is one. */
  term: zTerm.nullable(),
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  opportunityId: z.string().nullable(),
  opportunityTitle: z.string().nullable(),
  requestId: z.string().nullable(),
  requestNumber: z.int().nullable(),
  requestState: zRequestState.nullable(),
  /** The event that was made of it, or of its request. */
  eventId: z.string().nullable(),
  eventTitle: z.string().nullable(),
  eventStatus: zEventStatus.nullable(),
  costs: z.array(zLineCost),
  costPence: zPence,
  coverQuarterDays: z.int(),
  measure: z.string().nullable(),
  measureUnit: z.string().nullable(),
  baselineValue: z.number().nullable(),
  targetValue: z.number().nullable(),
  note: z.string().nullable(),
})
export type PlanLine = z.infer<typeof zPlanLine>

/** A fund, and what it has for the days of the year. */
export const zPlanFund = zNamed.extend({ budgetPence: zPence, isChosen: z.boolean() })

export const zPlanStep = z.object({
  id: z.string(),
  happenedOn: zDay,
  kind: z.enum(['begun', 'submitted', 'returned', 'approved', 'reopened']),
  byName: z.string().nullable(),
  words: z.string().nullable(),
})

export const zVersionFormat = z.enum(['pdf', 'docx', 'xlsx', 'csv', 'json'])
export type VersionFormat = z.infer<typeof zVersionFormat>

export const zPlanVersion = z.object({
  id: z.string(),
  number: z.int(),
  approvedOn: zDay,
  approvedBy: z.string(),
  /** The meeting. */
  approvedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** A later version is in force. */
  isReplaced: z.boolean(),
  files: z.array(z.object({ format: zVersionFormat, fileName: z.string(), sha256: z.string() })),
})
export type PlanVersion = z.infer<typeof zPlanVersion>

export const zPlan = z.object({
  id: z.string(),
  academicYear: z.int(),
  title: z.string(),
  state: zPlanState,
  words: z.string().nullable(),
  ownBudgetPence: zPence.nullable(),
  funds: z.array(zPlanFund),
  /** What the plan may cost; null where no fund has anything for this year and nothing was typed. */
  budgetPence: zPence.nullable(),
  /** The last day of the year for which the funds that are counted have money; null where they reach to its end. */
  budgetReachesTo: zDay.nullable(),
  /** In their order: what must happen first. */
  lines: z.array(zPlanLine),
  steps: z.array(zPlanStep),
  /** Newest first. */
  versions: z.array(zPlanVersion),
})
export type Plan = z.infer<typeof zPlan>

export const zPlanShort = z.object({
  id: z.string(),
  academicYear: z.int(),
  title: z.string(),
  state: zPlanState,
  lines: z.int(),
  costPence: zPence,
})

/** Agreed needs that say the same. */
export const zCluster = z.object({
  key: z.string(),
  title: z.string(),
  importance: z.int(),
  dueOn: zDay.nullable(),
  priorityTitle: z.string().nullable(),
  needs: z.array(z.object({ id: z.string(), ownerName: z.string() })),
})
export type Cluster = z.infer<typeof zCluster>

export const zApproval = z.object({
  id: zId,
  approvedOn: zDay,
  approvedBy: zNeededLine(200),
  approvedAt: zOptionalLine(200),
  /** Why there is a new version; a first one needs none. */
  reason: zOptionalText(1000),
  /** Names of staff in what is kept for the meeting. */
  names: z.boolean().default(false),
})
export type Approval = z.output<typeof zApproval>

export const zRunInput = z.object({
  lineId: zId,
  /** The day of its first session; none where it is not known yet, and that of the line where nothing is said. */
  heldOn: zDay.nullable().optional(),
  durationMinutes: z
    .int('number.invalid')
    .min(1, 'number.invalid')
    .max(1440, 'number.invalid')
    .nullable()
    .default(null),
  /** What kind of activity it is, where the line does not say. */
  typeCode: zOptionalLine(20),
  /** Book the people who are named. */
  booksPeople: z.boolean().default(true),
})
export type RunInput = z.output<typeof zRunInput>

/** A line of the plan against what became of it. */
export const zActualLine = z.object({
  lineId: z.string(),
  title: z.string(),
  isMust: z.boolean(),
  /** Against the version that was approved last: taken out of the plan since, or added to it. */
  since: z.enum(['taken-out', 'added']).nullable(),
  /** True where the money did not reach it when the plan was approved, or does not now. */
  isBelow: z.boolean(),
  /** As approved; as it stands now in a plan that was never approved. */
  plannedPence: zPence,
  eventId: z.string().nullable(),
  status: zEventStatus.nullable(),
  firstOn: zDay.nullable(),
  booked: z.int(),
  attended: z.int(),
  paidPence: zPence,
  promisedPence: zPence,
  judgement: z.enum(['strong', 'some', 'none', 'too-early']).nullable(),
})
export type ActualLine = z.infer<typeof zActualLine>

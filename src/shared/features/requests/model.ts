/**
 * A request asks for development that somebody has to agree to. It is decided in the steps of the school's route; every
 * word of those who decide is kept. What is agreed becomes a booking with its costs.
 */
import { z } from 'zod'
import { zDay, zWallTime } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zNeededLine, zNeededText, zOptionalLine, zOptionalText } from '../../kernel/texts'
import { zNotNegative } from '../costs/model'
import { zBookingState } from '../activities/model'
import { minutesBetween } from '../activities/rules'

export const requestStates = ['waiting', 'returned', 'approved', 'booked', 'declined', 'withdrawn'] as const
export const zRequestState = z.enum(requestStates)
/** Where a request stands: being decided, sent back with a question, agreed, carried out, refused, taken back. */
export type RequestState = z.infer<typeof zRequestState>

export const stepRoles = ['lineManager', 'cpdLeader', 'budgetHolder', 'head', 'other'] as const
export const zStepRole = z.enum(stepRoles)
/** Who decides in a step: by the person who asks (their line manager), by the school (its CPD leader), or by name. */
export type StepRole = z.infer<typeof zStepRole>

export const stepStates = ['pending', 'approved', 'declined', 'commented', 'not-needed'] as const
export const zStepState = z.enum(stepStates)
export type StepState = z.infer<typeof zStepState>

export const decisionKinds = ['approve', 'approve-if', 'decline', 'ask-again', 'comment'] as const
export const zDecisionKind = z.enum(decisionKinds)
/** What somebody who decides can say. */
export type DecisionKind = z.infer<typeof zDecisionKind>

export const historyKinds = [
  'asked',
  'asked-again',
  ...decisionKinds,
  'step-added',
  'step-left-out',
  'fund-changed',
  'withdrawn',
  'booked',
  'ordered',
] as const
export const zHistoryKind = z.enum(historyKinds)
/** What can have happened to a request. */
export type HistoryKind = z.infer<typeof zHistoryKind>

/** The most quarter days of cover that one request can ask for: a school year of days. */
const MOST_QUARTER_DAYS = 4 * 200

/** One cost that is asked for, and the fund that it is wished from. */
export const zRequestCostInput = z.object({
  kindCode: z.string().min(1, 'input.required').max(40),
  description: zOptionalLine(200),
  netPence: zNotNegative,
  vatPence: zNotNegative,
  fundId: zId.nullable().default(null),
})
export type RequestCostInput = z.output<typeof zRequestCostInput>

/** A request as typed. What is asked for is an event that is there, or words with what is known of the day. */
export const zRequestInput = z
  .object({
    id: zId.nullable().default(null),
    personId: z.string({ error: 'input.required' }).pipe(zId),
    receivedOn: zDay,
    title: zNeededLine(300),
    eventId: zId.nullable().default(null),
    typeCode: zOptionalLine(20),
    providerName: zOptionalLine(200),
    wantedOn: zDay.nullable().default(null),
    startsAt: zWallTime.nullable().default(null),
    endsAt: zWallTime.nullable().default(null),
    durationMinutes: z.int().min(1, 'number.invalid').max(1440, 'number.invalid').nullable().default(null),
    reason: zOptionalText(2000),
    /** What will be different in practice, and what pupils will have of it. */
    expectedChange: zNeededText(2000),
    pupilBenefit: zNeededText(2000),
    howMeasured: zNeededLine(300),
    measureOn: zDay.nullable().default(null),
    sharing: zOptionalText(1000),
    coverQuarterDays: z
      .int('number.invalid')
      .min(0, 'number.invalid')
      .max(MOST_QUARTER_DAYS, 'number.invalid')
      .default(0),
    coverArranged: zOptionalLine(200),
    priorityId: zId.nullable().default(null),
    /** The need that it serves, and the opportunity of the catalogue that it asks for. */
    needId: zId.nullable().default(null),
    opportunityId: zId.nullable().default(null),
    costs: z.array(zRequestCostInput).max(40).default([]),
    /** The features of effective development that the applicant or the CPD leader finds in it, by their keys. */
    features: z.array(z.string().max(60)).max(40).default([]),
  })
  .superRefine((request, context) => {
    const { startsAt, endsAt } = request
    if (startsAt !== null && endsAt !== null && minutesBetween(startsAt, endsAt) === undefined)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'time.order' })
  })
export type RequestInput = z.output<typeof zRequestInput>

/** One step of the school's route. */
export const zRouteStepInput = z.object({
  id: zId.nullable().default(null),
  title: zNeededLine(80),
  role: zStepRole,
  /** Who decides, where it is a certain person. */
  personId: zId.nullable().default(null),
  /** Says something, decides nothing, and nobody waits for it. */
  isCommentOnly: z.boolean().default(false),
  /** Asked only of requests that cost more than this. */
  overPence: zNotNegative.nullable().default(null),
})
export type RouteStepInput = z.output<typeof zRouteStepInput>

/** What is charged for a place given back late: this part of the fee with less notice than so many days. */
export const zChargeInput = z.object({
  /** Whose terms; null for everybody without terms of their own. */
  providerId: zId.nullable().default(null),
  underDays: z.int('number.invalid').min(1, 'number.invalid').max(365, 'number.invalid'),
  /** Mondays to Fridays only. */
  isWorkingDays: z.boolean().default(false),
  percent: z.int('number.invalid').min(1, 'number.invalid').max(100, 'number.invalid'),
})
export type ChargeInput = z.output<typeof zChargeInput>

/** How a school decides. */
export const zRules = z.object({
  steps: z.array(zRouteStepInput).max(12).default([]),
  /** How many days before the day wanted a request is to be made; null for no rule. */
  noticeDays: z.int('number.invalid').min(0, 'number.invalid').max(365, 'number.invalid').nullable().default(null),
  charges: z.array(zChargeInput).max(60).default([]),
})
export type Rules = z.output<typeof zRules>

/** What somebody decides on requests, several at once with the same words. */
export const zDecideInput = z
  .object({
    ids: z.array(zId).min(1, 'input.required').max(200),
    kind: zDecisionKind,
    reason: zOptionalText(2000),
    decidedOn: zDay,
    /** Who decided, on paper or here. */
    decidedByPersonId: z.string({ error: 'input.required' }).pipe(zId),
  })
  .refine((decision) => decision.kind === 'approve' || decision.reason !== null, {
    path: ['reason'],
    message: 'input.required',
  })
export type DecideInput = z.output<typeof zDecideInput>

/** Where a request that was agreed becomes a place: an event that is there, or a new run of something. */
export const zBookInput = z
  .object({
    id: zId,
    eventId: zId.nullable().default(null),
    typeCode: zOptionalLine(20),
    heldOn: zDay.nullable().default(null),
    startsAt: zWallTime.nullable().default(null),
    endsAt: zWallTime.nullable().default(null),
    durationMinutes: z.int().min(1, 'number.invalid').max(1440, 'number.invalid').nullable().default(null),
    /** The day of the order: what is promised counts from then on. */
    orderedOn: zDay,
    orderNumber: zOptionalLine(80),
  })
  .superRefine((book, context) => {
    if (book.eventId !== null) return
    const needed = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'input.required' })
    if (book.typeCode === null) needed('typeCode')
    if (book.heldOn === null) needed('heldOn')
    const { startsAt, endsAt } = book
    if (startsAt !== null && endsAt !== null && minutesBetween(startsAt, endsAt) === undefined)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'time.order' })
    if (book.durationMinutes === null && (startsAt === null || endsAt === null))
      context.addIssue({ code: 'custom', path: ['durationMinutes'], message: 'session.no-length' })
  })
export type BookInput = z.output<typeof zBookInput>

/** An order for what a place costs that came free after it was booked. */
export const zOrderInput = z.object({ id: zId, orderedOn: zDay, orderNumber: zOptionalLine(80) })
export type OrderInput = z.output<typeof zOrderInput>

const zNamed = z.object({ id: z.string(), name: z.string() })

/** The place that a request became. */
export const zPlaceOfRequest = z.object({
  id: z.string(),
  eventId: z.string(),
  state: zBookingState,
  isEventCancelled: z.boolean(),
  /** There is a place, and something that it costs is expected and not ordered. */
  awaitsOrder: z.boolean(),
  /** Whoever took the place from the person who asked; null while it is theirs. */
  takenBy: zNamed.nullable(),
})

/** A request in the register. */
export const zRequestLine = z.object({
  id: z.string(),
  /** What people call it by: R12. */
  number: z.int(),
  person: zNamed,
  title: z.string(),
  receivedOn: zDay,
  wantedOn: zDay.nullable(),
  state: zRequestState,
  decidedOn: zDay.nullable(),
  /** Net and the VAT that does not come back, of all its costs. */
  costPence: zPence,
  coverQuarterDays: z.int(),
  providerName: z.string().nullable(),
  priorityTitle: z.string().nullable(),
  /** The step that it waits for, and who decides in it; null where it waits for nobody. */
  waitsFor: z
    .object({ stepId: z.string(), title: z.string(), role: zStepRole, person: zNamed.nullable() })
    .nullable(),
  /** Null until it is booked. */
  booking: zPlaceOfRequest.nullable(),
})
export type RequestLine = z.infer<typeof zRequestLine>

export const zRequestStep = z.object({
  id: z.string(),
  title: z.string(),
  role: zStepRole,
  person: zNamed.nullable(),
  isCommentOnly: z.boolean(),
  state: zStepState,
})
export type RequestStep = z.infer<typeof zRequestStep>

export const zHistoryLine = z.object({
  id: z.string(),
  kind: zHistoryKind,
  on: zDay,
  stepTitle: z.string().nullable(),
  byName: z.string().nullable(),
  words: z.string().nullable(),
})
export type HistoryLine = z.infer<typeof zHistoryLine>

export const zRequestCost = z.object({
  id: z.string(),
  kindCode: z.string(),
  kindName: z.string(),
  description: z.string().nullable(),
  netPence: zPence,
  vatPence: zPence,
  isVatRecoverable: z.boolean(),
  /** Net and the VAT that does not come back. */
  costPence: zPence,
  fund: zNamed.nullable(),
})
export type RequestCost = z.infer<typeof zRequestCost>

/** One request with its steps, its costs and all that was said of it. */
export const zRequestRecord = zRequestLine.extend({
  /** The event that was asked for; the one that it was booked on is that of its booking. */
  eventId: z.string().nullable(),
  eventTitle: z.string().nullable(),
  typeCode: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  durationMinutes: z.int().nullable(),
  reason: z.string().nullable(),
  expectedChange: z.string(),
  pupilBenefit: z.string(),
  howMeasured: z.string(),
  measureOn: zDay.nullable(),
  sharing: z.string().nullable(),
  coverArranged: z.string().nullable(),
  priorityId: z.string().nullable(),
  need: zNamed.nullable(),
  opportunity: zNamed.nullable(),
  features: z.array(z.string()),
  costs: z.array(zRequestCost),
  steps: z.array(zRequestStep),
  history: z.array(zHistoryLine),
  /** The event that it was booked on. */
  bookedEvent: zNamed.nullable(),
})
export type RequestRecord = z.infer<typeof zRequestRecord>

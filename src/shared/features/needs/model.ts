import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

/** Whose a need is. A post family is a staff group: the house keeps every post in one. */
export const ownerKinds = ['person', 'team', 'postFamily', 'school'] as const
export const zOwnerKind = z.enum(ownerKinds)
export type OwnerKind = z.infer<typeof zOwnerKind>

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')

export const zOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: zChosen }),
  z.object({ kind: z.literal('team'), teamId: zChosen }),
  z.object({ kind: z.literal('postFamily'), staffGroupId: zChosen }),
  z.object({ kind: z.literal('school') }),
])
export type Owner = z.infer<typeof zOwner>

/** Where a need was found. */
export const sources = [
  'review',
  'audit',
  'observation',
  'newRole',
  'induction',
  'statutory',
  'inspection',
  'ownAspiration',
  'survey',
  'walk',
  'voice',
  'meeting',
  'entitlement',
  'selfReview',
  'other',
] as const
export const zSource = z.enum(sources)
export type NeedSource = z.infer<typeof zSource>

export const states = ['raised', 'agreed', 'planned', 'met', 'partly', 'notMet', 'withdrawn'] as const
export const zState = z.enum(states)
export type NeedState = z.infer<typeof zState>
/** Still to be dealt with. */
export const openStates = ['raised', 'agreed', 'planned'] as const satisfies readonly NeedState[]

/** Where somebody stands with a thing; the words are in words.ts. */
export const zLevel = z.int('number.invalid').min(0, 'number.invalid').max(4, 'number.invalid')
/** 1 useful, 2 important, 3 essential. */
export const zImportance = z.int('input.required').min(1, 'number.invalid').max(3, 'number.invalid')

/** By what a standard is known: its code, and the id of its framework; null where only a code was given, as in a catalogue. */
export const zStandardRef = z.object({
  code: zNeededLine(60),
  framework: z.string().min(1).max(120).nullable().default(null),
})
export type StandardRef = z.infer<typeof zStandardRef>

/** A statement of a framework, with its words as they were shown when it was chosen. */
export const zStandard = zStandardRef.extend({ label: zNeededLine(300) })
export type Standard = z.infer<typeof zStandard>

/** What a need says, whoever has it. */
export const zNeedWords = z.object({
  title: zNeededLine(300),
  description: zOptionalText(2000),
  sourceCode: zSource,
  standard: zStandard.nullable().default(null),
  priorityId: z.string().nullable().default(null),
  nowLevel: zLevel.nullable().default(null),
  targetLevel: zLevel.nullable().default(null),
  impactOnPractice: zOptionalText(1000),
  impactOnPupils: zOptionalText(1000),
  importance: zImportance.default(2),
  dueOn: zDay.nullable().default(null),
  /** The kind of activity that would suit, of the typology. */
  typeCode: zOptionalLine(40),
})
export type NeedWords = z.output<typeof zNeedWords>

/** The record in which needs were found: a review, an answer to a form, a promise. */
export const zOrigin = z.object({ kind: zNeededLine(40), id: zNeededLine(80) })
export type Origin = z.infer<typeof zOrigin>

const zAgreed = z.object({
  /** Who agreed it; whoever works in the binder when left out. */
  byPersonId: z.string().nullable().default(null),
  on: zDay,
})

/** A need to be raised; `agreed` when it was agreed in the same breath, as in a review. */
export const zNewNeed = zNeedWords.extend({
  owner: zOwner,
  /** Today when left out. */
  raisedOn: zDay.nullable().default(null),
  origin: zOrigin.nullable().default(null),
  agreed: zAgreed.nullable().default(null),
})
export type NewNeed = z.input<typeof zNewNeed>

/** The same need raised for many at once. */
export const zRaiseInput = zNewNeed.omit({ owner: true }).extend({
  owners: z.array(zOwner).min(1, 'input.required').max(2000),
})
export type RaiseInput = z.output<typeof zRaiseInput>

/** A need as it is changed. */
export const zNeedInput = zNeedWords.extend({ id: zId, owner: zOwner })
export type NeedInput = z.output<typeof zNeedInput>

export const evidenceKinds = ['event', 'evaluation', 'document'] as const
export const zEvidencePoint = z.object({ kind: z.enum(evidenceKinds), id: zChosen })
export type EvidencePoint = z.infer<typeof zEvidencePoint>

/** Where a need can be moved to; `reopen` finds the state that it was in before it was closed. */
export const zMove = z.enum(['agreed', 'planned', 'met', 'partly', 'notMet', 'withdrawn', 'reopen'])
export type Move = z.infer<typeof zMove>

export const zMoveInput = z.object({
  ids: z.array(zId).min(1, 'input.required').max(5000),
  to: zMove,
  on: zDay,
  reason: zOptionalText(1000),
  evidence: zOptionalText(2000),
  evidencePoint: zEvidencePoint.nullable().default(null),
  /** Who agreed, when it is agreed; whoever works in the binder when left out. */
  agreedByPersonId: z.string().nullable().default(null),
})
export type MoveInput = z.output<typeof zMoveInput>

/**
 * How needs stand when a list is asked for: open, closed, open and past their day; to be met within a month with nothing
 * planned (`due`); planned, with every event done and nothing said of what came of it (`evidence`); or one state.
 */
export const zStandingAsked = z.enum([...states, 'open', 'closed', 'overdue', 'due', 'evidence'])
export type StandingAsked = z.infer<typeof zStandingAsked>

/** What a list of needs is narrowed to. */
export const zNeedFilter = z.object({
  /** Open needs, closed ones, or one state; all when left out. */
  state: zStandingAsked.optional(),
  ownerKind: zOwnerKind.optional(),
  personId: z.string().optional(),
  teamId: z.string().optional(),
  /** Of people whose main post is in the group, and of the group as a post family. */
  staffGroupId: z.string().optional(),
  sourceCode: zSource.optional(),
  /** A priority, or `none` for needs that serve none. */
  priorityId: z.string().optional(),
  standardCode: z.string().optional(),
  importance: zImportance.optional(),
  eventId: z.string().optional(),
  /** The needs that are the same as this one. */
  likeId: z.string().optional(),
  /** Needs that no event serves. */
  unserved: z.boolean().optional(),
  /** An academic year by its first calendar year: needs that stood open in it. */
  year: z.int().min(1990).max(2100).optional(),
  text: z.string().trim().max(200).default(''),
})
export type NeedFilter = z.output<typeof zNeedFilter>

/** Whose a need is, as it is shown. */
export const zOwnerShown = z.object({
  kind: zOwnerKind,
  /** Of the person, team or staff group; null for the school. */
  id: z.string().nullable(),
  name: z.string(),
  /** In order of surname, for lists. */
  listName: z.string(),
})
export type OwnerShown = z.infer<typeof zOwnerShown>

/** A need in a list. */
export const zNeedLine = z.object({
  id: z.string(),
  owner: zOwnerShown,
  /** The group of the person's main post, or the post family; null for teams and the school. */
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  /** The person is no longer at the school. */
  hasLeft: z.boolean(),
  title: z.string(),
  sourceCode: zSource,
  standard: zStandard.nullable(),
  priorityId: z.string().nullable(),
  priorityTitle: z.string().nullable(),
  nowLevel: zLevel.nullable(),
  targetLevel: zLevel.nullable(),
  importance: zImportance,
  raisedOn: zDay,
  dueOn: zDay.nullable(),
  state: zState,
  stateOn: zDay,
  agreedByName: z.string().nullable(),
  agreedOn: zDay.nullable(),
  /** Events that serve it and are not cancelled, and how many of them are done. */
  events: z.int(),
  eventsDone: z.int(),
  /** The first day from today on of an event that serves it. */
  nextOn: zDay.nullable(),
})
export type NeedLine = z.infer<typeof zNeedLine>

export const zNeedStep = z.object({
  id: z.string(),
  happenedOn: zDay,
  from: zState.nullable(),
  to: zState,
  byName: z.string().nullable(),
  reason: z.string().nullable(),
  evidence: z.string().nullable(),
  /** What the evidence points to; its title is null when it is gone. */
  point: zEvidencePoint.extend({ title: z.string().nullable(), route: z.string().nullable() }).nullable(),
})
export type NeedStep = z.infer<typeof zNeedStep>

export const zServing = z.object({
  eventId: z.string(),
  title: z.string(),
  status: z.enum(['idea', 'planned', 'done', 'cancelled']),
  firstOn: zDay.nullable(),
  /** Whether the person whose need it is has a place; null for needs of teams, groups and the school. */
  isBooked: z.boolean().nullable(),
  evaluationId: z.string().nullable(),
})
export type Serving = z.infer<typeof zServing>

/** A need with its history, the oldest step first. */
export const zNeed = zNeedLine.extend({
  description: z.string().nullable(),
  impactOnPractice: z.string().nullable(),
  impactOnPupils: z.string().nullable(),
  typeCode: z.string().nullable(),
  typeName: z.string().nullable(),
  agreedByPersonId: z.string().nullable(),
  origin: zOrigin.nullable(),
  steps: z.array(zNeedStep),
  servedBy: z.array(zServing),
})
export type Need = z.infer<typeof zNeed>

/** The way to a qualification for one of the support staff, in five steps; the words are in route-words.ts. */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zNeededLine, zOptionalLine } from '../../kernel/texts'
import { whichTalk, zChosen, zPromise, zWords } from './parts'

/** How the need for it came up. */
export const foundIns = ['plan', 'review', 'aspiration', 'starter', 'newRole', 'appraisal', 'audit'] as const
export const basicSkills = ['english', 'maths', 'ict'] as const
/** Where somebody stands with a basic skill: no help needed, a refresher beside it, or this before anything else. */
export const zBasic = z.enum(['secure', 'refresh', 'first'])
export type Basic = z.infer<typeof zBasic>
/** Ways to learn it without a course or a qualification. */
export const informalWays = ['shadowing', 'reading', 'network', 'enquiry', 'trainingDay'] as const
/** The cases in which a qualification may be the best way. */
export const cases = ['assurance', 'newDuties', 'specialist', 'notInHouse', 'progression', 'statutory'] as const
/** What has to be clear before anybody begins. */
export const practicalities = [
  'entry',
  'level',
  'progression',
  'assessment',
  'chances',
  'mentor',
  'release',
  'costs',
  'outcome',
  'impact',
] as const
export type Practicality = (typeof practicalities)[number]

const zPracticality = z.object({ isSeenTo: z.boolean().default(false), note: zWords() })
const notYet = { isSeenTo: false, note: null }
const zPractical = zPracticality.default(notYet)

/** What the practical side begins with: nothing of it is seen to. */
export const nothingSeenTo = {
  entry: notYet,
  level: notYet,
  progression: notYet,
  assessment: notYet,
  chances: notYet,
  mentor: notYet,
  release: notYet,
  costs: notYet,
  outcome: notYet,
  impact: notYet,
} as const satisfies Readonly<Record<Practicality, typeof notYet>>

/** What the basic skills begin with: nobody has said where somebody stands. */
export const noBasics = { english: null, maths: null, ict: null } as const

export const zPayer = z.enum(['school', 'person', 'other'])
export type Payer = z.infer<typeof zPayer>

/** A cost of it, hidden ones too, and who bears it. */
export const zRouteCost = z.object({
  what: zNeededLine(200),
  amountPence: z.int('input.required').min(0, 'number.invalid').max(10_000_000, 'number.invalid'),
  payer: zPayer,
})
export type RouteCost = z.output<typeof zRouteCost>

const zBasicOrNot = zBasic.nullable().default(null)
const zContentIdOrNot = z.string().max(80).nullable().default(null)

export const zRoute = z.object({
  kind: z.literal('route'),
  ...whichTalk,
  personId: zChosen,
  /** Who goes through it with them. */
  withPersonId: zChosen,
  /** What is to be learned, in a line. */
  title: zNeededLine(200),
  foundIn: z.enum(foundIns),
  /** The furthest step that was worked on. */
  step: z.int().min(1).max(5).default(1),
  // 2: what exactly is needed.
  situation: z.enum(['current', 'new']).nullable().default(null),
  role: zOptionalLine(200),
  roleAsks: zWords(),
  basics: z.object({ english: zBasicOrNot, maths: zBasicOrNot, ict: zBasicOrNot }).default(noBasics),
  basicsHelp: zWords(),
  aspiration: zWords(),
  impactOnPractice: zWords(),
  impactOnPupils: zWords(),
  // 3: which way.
  informal: z.array(z.enum(informalWays)).default([]),
  informalNote: zWords(),
  isInformalEnough: z.enum(['yes', 'partly', 'no']).nullable().default(null),
  cases: z.array(z.enum(cases)).default([]),
  /** Ids of the pack's kinds, levels and statuses. */
  qualificationKind: zContentIdOrNot,
  level: zContentIdOrNot,
  status: zContentIdOrNot,
  qualification: zOptionalLine(200),
  awardedBy: zOptionalLine(200),
  // 4: the practical side.
  practical: z
    .object({
      entry: zPractical,
      level: zPractical,
      progression: zPractical,
      assessment: zPractical,
      chances: zPractical,
      mentor: zPractical,
      release: zPractical,
      costs: zPractical,
      outcome: zPractical,
      impact: zPractical,
    })
    .default(nothingSeenTo),
  costs: z.array(zRouteCost).max(30).default([]),
  // 5: what both agree to, and how it is looked at afterwards.
  promises: z.array(zPromise).max(20).default([]),
  /** The clause on paying back; null when there is none. */
  repay: zWords(),
  measure: zWords(),
  sharing: zWords(),
  lookOn: zDay.nullable().default(null),
})
export type Route = z.output<typeof zRoute>

/**
 * What a school promises its people, and how that is counted. A rule says who is entitled to how much of what, per year,
 * per term or once, and what is counted for it. A rule holds from one academic year on, until another: what is changed
 * later begins with a later year, so that the statement of a year that is over stays true.
 */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zNeededText, zOptionalText } from '../../kernel/texts'
import { zPackCounts } from '../packs/content'
import { zSource } from '../packs/content-parts'

/** What is promised; see {@link amountUnits} for the unit of its amount. */
export const whats = ['hours', 'days', 'activities', 'meetings', 'money', 'steps'] as const
export const zWhat = z.enum(whats)
export type What = z.infer<typeof zWhat>

/** How the amount of a rule is kept: minutes, hundredths of a day, pence, or whole things. */
export const amountUnits: Readonly<Record<What, 'minutes' | 'day-hundredths' | 'pence' | 'things'>> = {
  hours: 'minutes',
  days: 'day-hundredths',
  activities: 'things',
  meetings: 'things',
  money: 'pence',
  steps: 'things',
}

export const zPer = z.enum(['academicYear', 'term', 'once'])
export type Per = z.infer<typeof zPer>

/**
 * What is counted for a rule. `everything`: all CPD that is credited, or paid. `training-days`: sessions on the school's
 * training days. `types` and `activities`: those alone. `pairs`: coaching or mentoring meetings of the person who is
 * coached or mentored. `induction`: steps of the person's induction. `ticks`: what the school ticks off for it.
 */
export const zCounts = z.discriminatedUnion('by', [
  ...zPackCounts.options,
  z.strictObject({
    by: z.literal('activities'),
    activityIds: z.array(z.string()).min(1, 'input.required').max(200),
  }),
])
export type Counts = z.infer<typeof zCounts>
export type CountsBy = Counts['by']

/** The ways of counting that fit what is promised. */
export const countsFor: Readonly<Record<What, readonly CountsBy[]>> = {
  hours: ['everything', 'training-days', 'types', 'activities'],
  days: ['training-days', 'everything', 'types', 'activities'],
  activities: ['everything', 'types', 'activities', 'ticks'],
  meetings: ['pairs', 'ticks'],
  money: ['everything', 'types', 'activities'],
  steps: ['ticks', 'induction'],
}

/** Whom a rule is for: by the posts that somebody holds. */
export const zWho = z.object({
  /** Null for every group. */
  groupIds: z.array(z.string()).min(1, 'input.required').max(60).nullable(),
  /** Whole words of which the title of the post has one; none for every post. */
  postWords: z.array(zNeededLine(60)).max(30).default([]),
  /** True: early career teachers alone; false: everybody but them. */
  isEarlyCareer: z.boolean().nullable().default(null),
  minFteThousandths: z.int().min(0, 'fte.invalid').max(1000, 'fte.invalid').nullable().default(null),
})
export type Who = z.infer<typeof zWho>

const ruleFacts = {
  title: zNeededLine(300),
  who: zWho,
  what: zWhat,
  /** In the unit of {@link amountUnits}. */
  amount: z.int('number.invalid').min(1, 'number.invalid').max(100_000_000, 'number.invalid'),
  per: zPer,
  isProRata: z.boolean(),
  /** For what is promised once: within so many weeks of starting; null for the end of the year. */
  withinWeeks: z.int('number.invalid').min(0, 'number.invalid').max(520, 'number.invalid').nullable().default(null),
  /** Null while nobody has said what counts: then nothing is counted, and it says so. */
  counts: zCounts.nullable(),
  why: zNeededText(4_000),
  note: zOptionalText(4_000),
  /** The statement in which it stands. */
  documentId: zId.nullable().default(null),
}

const zYear = z.int().min(1990, 'year.invalid').max(2100, 'year.invalid')

/** A rule as typed. With an id, what is typed holds from `fromYear` on; before it the rule stays as it was. */
export const zRuleInput = z
  .object({ id: zId.nullable().default(null), fromYear: zYear, ...ruleFacts })
  .superRefine((rule, context) => {
    const refuse = (path: keyof typeof rule, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (rule.counts !== null && !countsFor[rule.what].includes(rule.counts.by))
      refuse('counts', 'entitlement.counts-other')
    if (rule.per === 'once' && rule.isProRata) refuse('isProRata', 'entitlement.once-whole')
    if (rule.per !== 'once' && rule.withinWeeks !== null) refuse('withinWeeks', 'entitlement.weeks-once')
  })
export type RuleInput = z.output<typeof zRuleInput>

/** A rule that a pack offers and the school has not adopted for the year. */
export const zOfferedRule = z.object({
  packId: z.string(),
  packTitle: z.string(),
  ruleId: z.string(),
  title: z.string(),
  who: zWho,
  what: zWhat,
  amount: z.int(),
  per: zPer,
  isProRata: z.boolean(),
  withinWeeks: z.int().nullable(),
  counts: zCounts.nullable(),
  unitNote: z.string(),
  why: z.string(),
  note: z.string(),
  isExample: z.boolean(),
  isToBeChecked: z.boolean(),
  isHistory: z.boolean(),
  sources: z.array(zSource),
})
export type OfferedRule = z.infer<typeof zOfferedRule>

/** Where an adopted rule was copied from. */
export const zRuleOrigin = z.object({
  packId: z.string(),
  packTitle: z.string().nullable(),
  version: z.string(),
  /** The school has made something else of it. */
  isChangedHere: z.boolean(),
  /** What the pack says today, where that is something else; null also when the pack is no longer there. */
  now: zOfferedRule.nullable(),
  isToBeChecked: z.boolean(),
})

/** A rule as it is kept. */
export const zRule = z.object({
  ...ruleFacts,
  note: z.string().nullable(),
  id: z.string(),
  /** The id of its first version: ticks belong to that, so that a change does not lose them. */
  firstId: z.string(),
  sources: z.array(zSource),
  packId: z.string().nullable(),
  packVersion: z.string().nullable(),
  fromYear: z.int(),
  untilYear: z.int().nullable(),
})
export type Rule = z.infer<typeof zRule>

/** A rule on its page: with where it is from, and what stands in the way of removing it. */
export const zShownRule = zRule.extend({
  origin: zRuleOrigin.nullable(),
  documentTitle: z.string().nullable(),
  ticks: z.int(),
})
export type ShownRule = z.infer<typeof zShownRule>

/**
 * How a person stands with a rule. `met`: all of it received. `arranged`: with what is planned, all of it. `on-course`.
 * `behind`: less than should be by now. `short`: the time is over and it is not met. `ended`: the post ended before.
 * `unknown`: nobody has said what counts.
 */
export const zStanding = z.enum(['met', 'arranged', 'on-course', 'behind', 'short', 'ended', 'unknown'])
export type Standing = z.infer<typeof zStanding>

/** A record behind a number. */
export const zCountedRecord = z.object({
  kind: z.enum(['session', 'cost', 'meeting', 'step', 'tick']),
  /** `unmarked`: the day has gone and nobody has marked it, so it counts for nothing yet. */
  state: z.enum(['received', 'planned', 'unmarked']),
  on: zDay.nullable(),
  title: z.string(),
  /** Minutes, pence or 1, as the rule counts. */
  amount: z.int(),
  /** The page of the record. */
  route: z.string().nullable(),
})
export type CountedRecord = z.infer<typeof zCountedRecord>

/** A rule for a person, in numbers: minutes for hours and days, pence for money, else things. Null where unknown. */
export const zLine = z.object({
  ruleId: z.string(),
  entitled: z.int(),
  received: z.int().nullable(),
  planned: z.int().nullable(),
  /** What is neither received nor planned. */
  left: z.int().nullable(),
  /** What should be received or planned by now. */
  expected: z.int().nullable(),
  standing: zStanding,
  dueOn: zDay,
})
export type Line = z.infer<typeof zLine>

export const zDetailedLine = zLine.extend({ records: z.array(zCountedRecord) })
export type DetailedLine = z.infer<typeof zDetailedLine>

/** Whether more must be done for it: the list of people falling behind shows these. */
export const isBehind = (standing: Standing): boolean => standing === 'behind' || standing === 'short'

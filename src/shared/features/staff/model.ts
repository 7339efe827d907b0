import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zLine, zNeededLine, zOptionalLine } from '../../kernel/texts'

/** A person as typed into the form. */
export const zPersonInput = z.object({
  id: z.string().optional(),
  title: zOptionalLine(40),
  forename: zLine().max(120).default(''),
  surname: zNeededLine(120),
  knownAs: zOptionalLine(120),
  staffCode: zOptionalLine(40),
  userName: zOptionalLine(200),
  workEmail: zLine()
    .max(254)
    .regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'email.invalid')
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
  startedOn: zDay.nullable().default(null),
  lineManagerId: z.string().nullable().default(null),
  worksInBinder: z.boolean().default(false),
})
export type PersonInput = z.output<typeof zPersonInput>

/** Seven marks, Monday first. */
const zWorkingDays = z.string().regex(/^[01]{7}$/, 'weekdays.invalid')

/** What a holding says, whoever holds it. The post is one there is, or a title and a group to make one. */
const zHoldingFacts = z.object({
  postTitle: zNeededLine(160),
  staffGroupId: z.string().min(1, 'input.required'),
  /** Name of the team; made when there is none of that name. */
  teamName: zOptionalLine(120),
  fromOn: zDay,
  toOn: zDay.nullable().default(null),
  fteThousandths: z.int('number.invalid').min(0, 'fte.invalid').max(2000, 'fte.invalid'),
  weeklyMinutes: z
    .int('number.invalid')
    .min(0, 'number.invalid')
    .max(6000, 'number.invalid')
    .nullable()
    .default(null),
  workingDays: zWorkingDays.nullable().default(null),
  isMain: z.boolean().default(false),
})

export const zFirstPost = zHoldingFacts
export const zHoldingInput = zHoldingFacts.extend({ id: z.string().optional(), personId: z.string() })
export type HoldingInput = z.output<typeof zHoldingInput>
export type HoldingFactsInput = z.output<typeof zHoldingFacts>

/** A holding as shown: with the words behind its ids. */
export const zHolding = z.object({
  id: z.string(),
  postId: z.string(),
  postTitle: z.string(),
  staffGroupId: z.string(),
  staffGroupName: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  fromOn: zDay,
  toOn: zDay.nullable(),
  fteThousandths: z.int(),
  weeklyMinutes: z.int().nullable(),
  workingDays: z.string().nullable(),
  isMain: z.boolean(),
})
export type Holding = z.infer<typeof zHolding>

const zPersonLink = z.object({ id: z.string(), name: z.string() })

/** One line of the register. Posts, team, group and FTE are those of the day asked for; a leaver's are of the last day. */
export const zPersonLine = z.object({
  id: z.string(),
  name: z.string(),
  staffCode: z.string().nullable(),
  /** Titles of the posts held, the main one first. */
  posts: z.array(z.string()),
  teams: z.array(z.string()),
  staffGroupId: z.string().nullable(),
  staffGroupName: z.string().nullable(),
  fteThousandths: z.int(),
  lineManager: zPersonLink.nullable(),
  leftOn: zDay.nullable(),
  /** Credited this academic year, minutes. */
  creditedMinutes: z.int(),
  isNameMissing: z.boolean(),
})
export type PersonLine = z.infer<typeof zPersonLine>

/** One activity of a person's record this academic year. */
export const zCpdLine = z.object({
  eventId: z.string(),
  title: z.string(),
  firstOn: zDay,
  provisionCode: z.string(),
  priorityTitle: z.string().nullable(),
  creditedMinutes: z.int(),
})

export const zPerson = z.object({
  id: z.string(),
  title: z.string().nullable(),
  forename: z.string(),
  surname: z.string(),
  knownAs: z.string().nullable(),
  name: z.string(),
  staffCode: z.string().nullable(),
  userName: z.string().nullable(),
  workEmail: z.string().nullable(),
  startedOn: zDay.nullable(),
  leftOn: zDay.nullable(),
  isCurrent: z.boolean(),
  isNameMissing: z.boolean(),
  isArchived: z.boolean(),
  worksInBinder: z.boolean(),
  lineManager: zPersonLink.nullable(),
  manages: z.array(zPersonLink),
  /** Newest first. */
  holdings: z.array(zHolding),
  /** On the day asked for. */
  fteThousandths: z.int(),
  cpd: z.object({
    academicYear: z.int(),
    creditedMinutes: z.int(),
    /** Credited per full-time post of this person, minutes; null without a post in the year. */
    minutesPerFullTime: z.number().nullable(),
    lines: z.array(zCpdLine),
  }),
})
export type Person = z.infer<typeof zPerson>

export const zTeam = z.object({ id: z.string(), name: z.string(), members: z.int(), isArchived: z.boolean() })
export const zPost = z.object({
  id: z.string(),
  title: z.string(),
  staffGroupId: z.string(),
  staffGroupName: z.string(),
  holders: z.int(),
  isArchived: z.boolean(),
})

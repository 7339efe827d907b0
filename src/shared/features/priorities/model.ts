import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

/** From the widest to the nearest: the order in which they are shown. */
export const levels = ['national', 'authority', 'school', 'team'] as const
export const zLevel = z.enum(levels)
export type Level = z.infer<typeof zLevel>

export const statuses = ['not-started', 'in-progress', 'met', 'partly-met', 'not-met'] as const
export const zStatus = z.enum(statuses)
export type Status = z.infer<typeof zStatus>

export const zDirection = z.enum(['up', 'down'])
export type Direction = z.infer<typeof zDirection>

const zMeasured = z.number('number.invalid').min(-1e9, 'number.invalid').max(1e9, 'number.invalid')

/** A priority as typed. Its measure may come later; a value needs the day it was or will be read on only if known. */
export const zPriorityInput = z.object({
  id: z.string().optional(),
  academicYear: z.int().min(1990, 'year.invalid').max(2100, 'year.invalid'),
  level: zLevel,
  code: zOptionalLine(20),
  title: zNeededLine(300),
  successCriteria: zOptionalText(2000),
  teamId: z.string().nullable().default(null),
  leadPersonId: z.string().nullable().default(null),
  status: zStatus.default('not-started'),
  measure: zOptionalLine(200),
  unit: zOptionalLine(30),
  direction: zDirection.default('up'),
  baselineValue: zMeasured.nullable().default(null),
  baselineOn: zDay.nullable().default(null),
  targetValue: zMeasured.nullable().default(null),
  targetOn: zDay.nullable().default(null),
})
export type PriorityInput = z.output<typeof zPriorityInput>

export const zReadingInput = z.object({
  id: z.string().optional(),
  priorityId: z.string(),
  readOn: zDay,
  value: zMeasured,
  note: zOptionalText(500),
})
export type ReadingInput = z.output<typeof zReadingInput>

export const zReading = z.object({
  id: z.string(),
  readOn: zDay,
  value: z.number(),
  note: z.string().nullable(),
})
export type Reading = z.infer<typeof zReading>

/** One priority in a list. */
export const zPriorityLine = z.object({
  id: z.string(),
  academicYear: z.int(),
  level: zLevel,
  code: z.string().nullable(),
  title: z.string(),
  status: zStatus,
  leadName: z.string().nullable(),
  teamName: z.string().nullable(),
  measure: z.string().nullable(),
  unit: z.string().nullable(),
  direction: zDirection,
  baselineValue: z.number().nullable(),
  baselineOn: zDay.nullable(),
  targetValue: z.number().nullable(),
  targetOn: zDay.nullable(),
  /** The newest reading up to today. */
  latest: zReading.nullable(),
  /** How much of the way from baseline to target: 0.45, below 0 when it went the other way; null when not measured. */
  wayShare: z.number().nullable(),
  /** Events that serve it and are not cancelled. */
  events: z.int(),
  paidPence: zPence,
  promisedPence: zPence,
  isArchived: z.boolean(),
})
export type PriorityLine = z.infer<typeof zPriorityLine>

export const zServingEvent = z.object({
  eventId: z.string(),
  title: z.string(),
  status: z.enum(['idea', 'planned', 'done', 'cancelled']),
  firstOn: zDay.nullable(),
  people: z.int(),
  paidPence: zPence,
  promisedPence: zPence,
})

export const zPriority = zPriorityLine.extend({
  successCriteria: z.string().nullable(),
  teamId: z.string().nullable(),
  leadPersonId: z.string().nullable(),
  /** Oldest first. */
  readings: z.array(zReading),
  servedBy: z.array(zServingEvent),
})
export type Priority = z.infer<typeof zPriority>

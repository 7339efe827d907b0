/**
 * An activity is what is offered (a course, a programme, an INSET theme); an event is one run of it; an event has
 * sessions, each a day with wall times. A booking puts a person on an event; attendance is per session.
 */
import { z } from 'zod'
import { zDay, zWallTime } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'
import { minutesBetween } from './rules'

export const zEventStatus = z.enum(['idea', 'planned', 'done', 'cancelled'])
export const zProvision = z.enum(['within', 'cross', 'external'])
export const zBookingState = z.enum(['booked', 'waiting', 'cancelled'])
export type BookingState = z.infer<typeof zBookingState>
export const zAttendanceState = z.enum(['present', 'part', 'absent'])
export type AttendanceState = z.infer<typeof zAttendanceState>

/** What is offered. Type, source and level are codes of the typology. */
export const zActivityInput = z.object({
  id: zId.nullable().default(null),
  title: zNeededLine(300),
  reference: zOptionalLine(60),
  typeCode: z.string().min(1, 'input.required').max(20),
  provisionCode: zProvision,
  levelCode: z.string().min(1, 'input.required').max(20),
  providerId: zId.nullable().default(null),
  defaultMinutes: z.int().min(0).max(600_000).nullable().default(null),
  description: zOptionalText(4000),
})
export type ActivityInput = z.infer<typeof zActivityInput>

/** A day with wall times. Without a typed length it is computed from start and end. */
export const zSessionInput = z
  .object({
    id: zId.nullable().default(null),
    heldOn: zDay,
    startsAt: zWallTime.nullable().default(null),
    endsAt: zWallTime.nullable().default(null),
    durationMinutes: z.int().min(0).max(1440).nullable().default(null),
    isInsetDay: z.boolean().default(false),
  })
  .superRefine((session, context) => {
    const { startsAt, endsAt } = session
    if (startsAt !== null && endsAt !== null && minutesBetween(startsAt, endsAt) === undefined)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'time.order' })
    if (session.durationMinutes === null && (startsAt === null || endsAt === null))
      context.addIssue({ code: 'custom', path: ['durationMinutes'], message: 'session.no-length' })
  })
export type SessionInput = z.infer<typeof zSessionInput>

/** One run of an activity, with its sessions: those left out are taken away. */
export const zEventInput = z
  .object({
    id: zId.nullable().default(null),
    /** The activity it is a run of, or a new one made with it. */
    activityId: zId.nullable().default(null),
    newActivity: zActivityInput.nullable().default(null),
    title: zOptionalLine(300),
    status: z.enum(['idea', 'planned', 'done']),
    venue: zOptionalLine(200),
    ledBy: zOptionalLine(200),
    capacity: z.int().min(1).max(10_000).nullable().default(null),
    /** With fewer people booked it does not run. */
    minimumPeople: z
      .int('number.invalid')
      .min(1, 'number.invalid')
      .max(10_000, 'number.invalid')
      .nullable()
      .default(null),
    priorityId: zId.nullable().default(null),
    note: zOptionalText(4000),
    sessions: z.array(zSessionInput).max(200).default([]),
  })
  .refine(
    ({ capacity, minimumPeople }) => capacity === null || minimumPeople === null || minimumPeople <= capacity,
    { path: ['minimumPeople'], message: 'event.minimum-over-places' },
  )
  .refine((event) => event.activityId !== null || event.newActivity !== null, {
    path: ['activityId'],
    message: 'input.required',
  })
export type EventInput = z.infer<typeof zEventInput>

/** One cell of the attendance screen; a null state clears it. Without minutes the rule decides (see `creditedMinutes`). */
export const zMark = z.object({
  bookingId: zId,
  sessionId: zId,
  state: zAttendanceState.nullable(),
  creditedMinutes: z.int().min(0).max(1440).nullable().default(null),
})
export type Mark = z.infer<typeof zMark>

/**
 * Quick entry in one change: these people were at this, on this day. With an event the people are added to it; without
 * one the activity is found by its title or made, and a run of it on that day is found or made. `typeCode` is needed
 * only when the activity is new; source and level then follow from the type.
 */
export const zRecordInput = z
  .object({
    eventId: zId.nullable().default(null),
    activityId: zId.nullable().default(null),
    title: zOptionalLine(300),
    typeCode: z.string().max(20).nullable().default(null),
    providerName: zOptionalLine(200),
    heldOn: zDay.nullable().default(null),
    startsAt: zWallTime.nullable().default(null),
    endsAt: zWallTime.nullable().default(null),
    durationMinutes: z.int().min(0).max(1440).nullable().default(null),
    isInsetDay: z.boolean().default(false),
    priorityId: zId.nullable().default(null),
    /** What should be different afterwards: the start of an evaluation. */
    expectedChange: zOptionalText(2000),
    personIds: z.array(zId).min(1, 'input.required').max(2000),
    /** Who was expected and did not come: booked, and marked absent where the day has come. */
    absentIds: z.array(zId).max(2000).default([]),
  })
  .superRefine((record, context) => {
    if (record.eventId !== null) return
    const needed = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'input.required' })
    if (record.activityId === null && record.title === null) needed('title')
    if (record.activityId === null && record.title !== null && record.typeCode === null) needed('typeCode')
    if (record.heldOn === null) needed('heldOn')
    const { startsAt, endsAt } = record
    if (startsAt !== null && endsAt !== null && minutesBetween(startsAt, endsAt) === undefined)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'time.order' })
    if (record.durationMinutes === null && (startsAt === null || endsAt === null))
      context.addIssue({ code: 'custom', path: ['durationMinutes'], message: 'session.no-length' })
  })
export type RecordInput = z.infer<typeof zRecordInput>

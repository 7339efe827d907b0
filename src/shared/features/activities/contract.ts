import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zNeededText } from '../../kernel/texts'
import { zYearAsked } from '../../kernel/years'
import { bookingsContract } from './booking-contract'
import { zActivityInput, zEventInput, zEventStatus, zProvision, zRecordInput } from './model'

/** One line of a list of events. Credited minutes and heads are those of the year asked for; money is all of the event's. */
export const zEventLine = z.object({
  id: z.string(),
  activityId: z.string(),
  title: z.string(),
  activityTitle: z.string(),
  typeCode: z.string(),
  provisionCode: zProvision,
  levelCode: z.string(),
  status: zEventStatus,
  phase: z.enum(['idea', 'next', 'past', 'cancelled']),
  venue: z.string().nullable(),
  providerName: z.string().nullable(),
  priorityId: z.string().nullable(),
  priorityTitle: z.string().nullable(),
  capacity: z.int().nullable(),
  minimumPeople: z.int().nullable(),
  firstOn: zDay.nullable(),
  lastOn: zDay.nullable(),
  nextOn: zDay.nullable(),
  sessions: z.int(),
  /** Sessions that are over, on which someone booked has no mark. */
  sessionsToMark: z.int(),
  minutes: z.int(),
  isInset: z.boolean(),
  booked: z.int(),
  waiting: z.int(),
  attended: z.int(),
  creditedMinutes: z.int(),
  paidPence: zPence,
  promisedPence: zPence,
  /** Somebody said what came of it; a plan alone is no judgement. */
  isJudged: z.boolean(),
})
export type EventLine = z.infer<typeof zEventLine>

const zSession = z.object({
  id: z.string(),
  heldOn: zDay,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  durationMinutes: z.int(),
  isInsetDay: z.boolean(),
  marks: z.int(),
})
export type SessionLine = z.infer<typeof zSession>

const zActivity = z.object({
  id: z.string(),
  title: z.string(),
  reference: z.string().nullable(),
  typeCode: z.string(),
  provisionCode: zProvision,
  levelCode: z.string(),
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  defaultMinutes: z.int().nullable(),
  description: z.string().nullable(),
  isArchived: z.boolean(),
  events: z.int(),
  lastOn: zDay.nullable(),
})
export type ActivityLine = z.infer<typeof zActivity>

/** The whole of one event, except who came (attendance.grid). */
export const zEventDetail = zEventLine.extend({
  ownTitle: z.string().nullable(),
  ledBy: z.string().nullable(),
  note: z.string().nullable(),
  cancelReason: z.string().nullable(),
  isArchived: z.boolean(),
  academicYears: z.array(z.int()),
  activity: zActivity,
  sessionList: z.array(zSession),
  expectedChange: z.string().nullable(),
})
export type EventDetail = z.infer<typeof zEventDetail>

const zIdAnswer = z.object({ id: z.string() })

export const activitiesContract = {
  'activities.events': read(
    'Events by year, state, type, person or text: next session, booked, attended, hours, money',
    z.object({
      year: zYearAsked.optional(),
      phase: z.enum(['idea', 'next', 'past', 'cancelled']).optional(),
      typeCode: z.string().optional(),
      activityId: z.string().optional(),
      providerId: z.string().optional(),
      priorityId: z.string().optional(),
      text: z.string().max(200).optional(),
      /** Only what waits: sessions before today that nobody marked, or events of the next two weeks with nobody booked. */
      todo: z.enum(['mark', 'book']).optional(),
      /** With a year: what has no day yet belongs to none and is listed as well. */
      includeUndated: z.boolean().default(false),
      includeArchived: z.boolean().default(false),
    }),
    z.object({
      events: z.array(zEventLine),
      /** Of the whole file, whatever was asked for. */
      eventsInAll: z.int(),
      /** The newest day up to today on which anything was held, whatever was asked for. */
      lastHeldOn: zDay.nullable(),
    }),
  ),
  'activities.event': read('One event with its activity and sessions', z.object({ id: zId }), zEventDetail),
  'activities.list': read(
    'What is offered: activities with how often they ran',
    z.object({ includeArchived: z.boolean().default(false) }),
    z.object({ activities: z.array(zActivity) }),
  ),
  'activities.choices': read(
    'What to choose from when planning or recording: activities, providers, priorities of this year and the next',
    zNothing,
    z.object({
      today: zDay,
      activities: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          typeCode: z.string(),
          defaultMinutes: z.int().nullable(),
          providerName: z.string().nullable(),
        }),
      ),
      providers: z.array(z.object({ id: z.string(), name: z.string() })),
      priorities: z.array(z.object({ id: z.string(), title: z.string(), academicYear: z.int() })),
    }),
  ),
  'activities.ofPerson': read(
    'What one person went to, newest first',
    z.object({ personId: zId, year: zYearAsked.optional() }),
    z.object({
      creditedMinutes: z.int(),
      events: z.array(
        z.object({
          eventId: z.string(),
          title: z.string(),
          typeCode: z.string(),
          status: zEventStatus,
          firstOn: zDay.nullable(),
          lastOn: zDay.nullable(),
          bookingState: z.enum(['booked', 'waiting', 'cancelled']),
          postTitle: z.string().nullable(),
          sessions: z.int(),
          sessionsMarked: z.int(),
          creditedMinutes: z.int(),
        }),
      ),
    }),
  ),
  'activities.save': write('Keep an activity', zActivityInput, zIdAnswer),
  'activities.archive': write(
    'Put an activity away, or take it out again',
    z.object({ id: zId, isArchived: z.boolean() }),
    zNothing,
  ),
  'activities.saveEvent': write('Keep an event and its sessions', zEventInput, zIdAnswer),
  'activities.cancelEvent': write(
    'Cancel an event that nobody was credited for',
    z.object({ id: zId, reason: zNeededText(500) }),
    zNothing,
  ),
  'activities.archiveEvent': write(
    'Put an event away, or take it out again',
    z.object({ id: zId, isArchived: z.boolean() }),
    zNothing,
  ),
  'activities.record': write(
    'Quick entry: these people were at this, in one change',
    zRecordInput,
    z.object({
      eventId: z.string(),
      title: z.string(),
      isNewActivity: z.boolean(),
      isNewEvent: z.boolean(),
      booked: z.int(),
      /** Marks made: present, and absent. */
      marked: z.int(),
      absent: z.int(),
    }),
  ),
  ...bookingsContract,
}

/** What people could go to: an opportunity is a course or an offer of our own; its dates are when it runs. */
import { z } from 'zod'
import { zDay, zWallTime } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zRichText } from '../../kernel/rich-text'
import { zNeededLine, zOptionalLine } from '../../kernel/texts'
import { zStandardRef } from '../needs/model'

export const zProvisionCode = z.enum(['within', 'cross', 'external'])

/** How one takes part: in a room, live on a screen, online at one's own pace, or in more than one of these ways. */
export const zCourseMode = z.enum(['in-person', 'live-online', 'online', 'mixed'])
export type CourseMode = z.infer<typeof zCourseMode>

export const zDurationUnit = z.enum(['minutes', 'hours', 'days', 'weeks', 'years'])
export type DurationUnit = z.infer<typeof zDurationUnit>

const zPrice = zPence.min(0, 'pence.negative').max(1e9, 'pence.too-much').nullable().default(null)
const zWords = (longest: number) => z.array(zNeededLine(longest)).max(60).default([])

/** An address that a course is booked at: the web only. */
export const zBookingAddress = z
  .string()
  .trim()
  .max(600)
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || /^https?:\/\/[^\s]+$/i.test(text), 'address.invalid')
  .nullable()
  .default(null)

/** An opportunity as typed. Price: null is "not said", 0 is free. */
export const zOpportunityInput = z
  .object({
    id: zId.nullable().default(null),
    title: zNeededLine(300),
    typeCode: z.string().min(1, 'input.required').max(20),
    levelCode: z.string().min(1, 'input.required').max(20),
    provisionCode: zProvisionCode,
    providerId: zId.nullable().default(null),
    /** Who of our own staff would lead it. */
    expertPersonId: zId.nullable().default(null),
    mode: zCourseMode.nullable().default(null),
    about: zRichText.nullable().default(null),
    durationCount: z
      .number('number.invalid')
      .positive('number.invalid')
      .max(10_000, 'number.invalid')
      .nullable()
      .default(null),
    durationUnit: zDurationUnit.nullable().default(null),
    priceNetPence: zPrice,
    priceVatPence: zPrice,
    places: z
      .int('number.invalid')
      .min(1, 'number.invalid')
      .max(100_000, 'number.invalid')
      .nullable()
      .default(null),
    reference: zOptionalLine(80),
    bookingAddress: zBookingAddress,
    /** Staff groups that it is for; none is everybody. */
    groupIds: z.array(z.string().max(60)).max(60).default([]),
    /** Standards that it serves. */
    standards: z.array(zStandardRef).max(60).default([]),
    subjects: zWords(120),
    ages: zWords(120),
  })
  .superRefine((one, context) => {
    const needed = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'input.required' })
    if (one.durationCount !== null && one.durationUnit === null) needed('durationUnit')
    if (one.durationCount === null && one.durationUnit !== null) needed('durationCount')
    if (one.priceVatPence !== null && one.priceNetPence === null) needed('priceNetPence')
  })
export type OpportunityInput = z.infer<typeof zOpportunityInput>

/** One date of an opportunity. */
export const zDateInput = z
  .object({
    id: zId.nullable().default(null),
    opportunityId: zId,
    startsOn: zDay,
    endsOn: zDay.nullable().default(null),
    startsAt: zWallTime.nullable().default(null),
    endsAt: zWallTime.nullable().default(null),
    venue: zOptionalLine(300),
    ledBy: zOptionalLine(200),
    mode: zCourseMode.nullable().default(null),
    placesLeft: z.int('number.invalid').min(0, 'number.invalid').max(1_000_000).nullable().default(null),
    reference: zOptionalLine(80),
    bookingAddress: zBookingAddress,
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'day.order',
  })
export type DateInput = z.infer<typeof zDateInput>

export const zOpportunityDate = z.object({
  id: z.string(),
  startsOn: zDay,
  endsOn: zDay.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  venue: z.string().nullable(),
  ledBy: z.string().nullable(),
  mode: zCourseMode.nullable(),
  placesLeft: z.int().nullable(),
  reference: z.string().nullable(),
  bookingAddress: z.string().nullable(),
  eventId: z.string().nullable(),
})
export type OpportunityDate = z.infer<typeof zOpportunityDate>

/** One line of the catalogue. */
export const zOpportunityLine = z.object({
  id: z.string(),
  title: z.string(),
  typeCode: z.string(),
  levelCode: z.string(),
  provisionCode: zProvisionCode,
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  expertPersonId: z.string().nullable(),
  expertName: z.string().nullable(),
  mode: zCourseMode.nullable(),
  durationCount: z.number().nullable(),
  durationUnit: zDurationUnit.nullable(),
  priceNetPence: zPence.nullable(),
  priceVatPence: zPence.nullable(),
  places: z.int().nullable(),
  reference: z.string().nullable(),
  groupIds: z.array(z.string()),
  standards: z.array(zStandardRef),
  subjects: z.array(z.string()),
  ages: z.array(z.string()),
  sourceName: z.string().nullable(),
  isArchived: z.boolean(),
  dates: z.int(),
  /** The first date from today on. */
  nextOn: zDay.nullable(),
  lastOn: zDay.nullable(),
  /** Offers that it was in, and events that were made of it. */
  offers: z.int(),
  events: z.int(),
})
export type OpportunityLine = z.infer<typeof zOpportunityLine>

/** The whole of one opportunity. */
export const zOpportunity = zOpportunityLine.extend({
  about: zRichText.nullable(),
  bookingAddress: z.string().nullable(),
  dateList: z.array(zOpportunityDate),
  eventList: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      firstOn: zDay.nullable(),
      booked: z.int(),
      isCancelled: z.boolean(),
    }),
  ),
})
export type Opportunity = z.infer<typeof zOpportunity>

import { z } from 'zod'
import { read, write } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededText, zOptionalText } from '../../kernel/texts'
import { zAttendanceState, zBookingState, zMark } from './model'

const zClash = z.object({ eventId: z.string(), title: z.string(), heldOn: zDay, kind: z.enum(['time', 'day']) })

/** Someone who could be booked on an event or recorded for a day, with what speaks against it. */
export const zCandidate = z.object({
  personId: z.string(),
  name: z.string(),
  postTitle: z.string().nullable(),
  staffGroupId: z.string().nullable(),
  staffGroupName: z.string().nullable(),
  teamIds: z.array(z.string()),
  teamName: z.string().nullable(),
  bookingState: zBookingState.nullable(),
  clash: zClash.nullable(),
})
export type Candidate = z.infer<typeof zCandidate>

const zGridPerson = z.object({
  bookingId: z.string(),
  personId: z.string(),
  name: z.string(),
  /** Surname first, as the register is ordered. */
  listName: z.string(),
  postTitle: z.string().nullable(),
  teamName: z.string().nullable(),
  staffGroupName: z.string().nullable(),
  state: zBookingState,
  bookedOn: zDay,
  cancelledOn: zDay.nullable(),
  cancelReason: z.string().nullable(),
  substituteForName: z.string().nullable(),
  marks: z.array(z.object({ sessionId: z.string(), state: zAttendanceState, creditedMinutes: z.int() })),
})
export type GridPerson = z.infer<typeof zGridPerson>

const zBookingIds = z.array(zId).min(1, 'input.required').max(2000)

export const bookingsContract = {
  'bookings.candidates': read(
    'Who can be booked on an event, or recorded for a day: post, group, teams and clashes then',
    z.object({ eventId: zId.optional(), on: zDay.optional() }),
    z.object({ on: zDay, people: z.array(zCandidate) }),
  ),
  'bookings.book': write(
    'Book people on an event; over its capacity they wait',
    z.object({
      eventId: zId,
      personIds: z.array(zId).min(1, 'input.required').max(2000),
      /** What should be different afterwards: the start of an evaluation. */
      expectedChange: zOptionalText(2000),
    }),
    z.object({ booked: z.int(), waiting: z.int(), already: z.int() }),
  ),
  'bookings.cancel': write(
    'Cancel bookings, with the reason',
    z.object({ bookingIds: zBookingIds, reason: zNeededText(500) }),
    z.object({ cancelled: z.int(), waiting: z.int() }),
  ),
  'bookings.confirm': write(
    'Give people on the waiting list a place',
    z.object({ bookingIds: zBookingIds }),
    z.object({ confirmed: z.int() }),
  ),
  'bookings.substitute': write(
    'Someone else takes a booked place',
    z.object({ bookingId: zId, personId: zId }),
    z.object({ id: z.string() }),
  ),
  'attendance.grid': read(
    'People and sessions of an event with every mark',
    z.object({ eventId: zId }),
    z.object({
      today: zDay,
      sessions: z.array(
        z.object({
          id: z.string(),
          heldOn: zDay,
          startsAt: z.string().nullable(),
          endsAt: z.string().nullable(),
          durationMinutes: z.int(),
          isInsetDay: z.boolean(),
        }),
      ),
      people: z.array(zGridPerson),
      heads: z.int(),
      creditedMinutes: z.int(),
    }),
  ),
  'attendance.mark': write(
    'Mark many cells of the attendance screen in one change',
    z.object({ cells: z.array(zMark).min(1, 'input.required').max(20_000) }),
    z.object({ marked: z.int(), cleared: z.int() }),
  ),
}

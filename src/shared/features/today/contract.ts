import { z } from 'zod'
import { read, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'

/** Something that needs a person: what it is, how many, and the door to do it. The sentence is made in the window. */
export const zTask = z.object({
  kind: z.enum([
    'no-staff',
    'no-priorities',
    'no-activities',
    'no-funds',
    'attendance-unmarked',
    'nobody-booked',
    'evaluation-missing',
    'payment-late',
    'ledger-unmatched',
    'reading-missing',
    'names-missing',
    'document-review',
    'document-waiting',
    'induction-overdue',
    'meeting-unsaid',
    'request-waiting',
    'request-agreed',
    'request-order',
    'need-due',
    'need-evidence',
    'plan-waiting',
    'plan-unmeasured',
    'look-back-due',
    'review-due',
    'talk-unsigned',
    'round-to-close',
    'round-ending',
  ]),
  count: z.int(),
  pence: zPence.nullable(),
  /** The title of the only or the first one. */
  first: z.string().nullable(),
  route: z.string(),
})
export type Task = z.infer<typeof zTask>

export const zComing = z.object({
  eventId: z.string(),
  title: z.string(),
  heldOn: zDay,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  isInsetDay: z.boolean(),
  /** 2 of 4; both 1 for an event with one session. */
  position: z.int(),
  sessions: z.int(),
  booked: z.int(),
  ledBy: z.string().nullable(),
})
export type Coming = z.infer<typeof zComing>

export const zTodayView = z.object({
  today: zDay,
  academicYear: z.int(),
  tasks: z.array(zTask),
  coming: z.array(zComing),
  year: z.object({ heads: z.int(), people: z.int(), creditedMinutes: z.int(), events: z.int() }),
  money: z.object({
    startYear: z.int(),
    label: z.string(),
    budgetPence: zPence,
    paidPence: zPence,
    promisedPence: zPence,
    partOfYearGone: z.number(),
  }),
  /** Credited minutes ÷ full-time posts, by group with posts, in the order of the groups. */
  hoursByGroup: z.array(
    z.object({
      groupId: z.string(),
      name: z.string(),
      minutesPerPost: z.number().nullable(),
      creditedMinutes: z.int(),
    }),
  ),
  /** Paid and promised cash of this year's finished events, by the strongest evidence held; 0 is none. */
  evidence: z.array(z.object({ level: z.int().min(0).max(5), pence: zPence })),
})
export type TodayView = z.infer<typeof zTodayView>

export const todayContract = {
  'today.view': read('What is due, what is missing, what is coming and the year so far', zNothing, zTodayView),
}

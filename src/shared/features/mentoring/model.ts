import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zOptionalLine, zOptionalText } from '../../kernel/texts'

/** Coaching helps somebody think; mentoring passes on what the guide knows. */
export const pairKinds = ['coaching', 'mentoring'] as const
export const zPairKind = z.enum(pairKinds)
export type PairKind = z.infer<typeof zPairKind>

export const meetingStates = ['planned', 'held', 'missed'] as const
export const zMeetingState = z.enum(meetingStates)
export type MeetingState = z.infer<typeof zMeetingState>

const zChosen = z.string({ error: 'input.required' }).min(1, 'input.required')

/** A pair as typed. When it ended is recorded apart, because planned meetings go with it. */
export const zPairInput = z.object({
  id: zId.optional(),
  kind: zPairKind,
  /** The coach or mentor. */
  guidePersonId: zChosen,
  /** Who is coached or mentored. */
  personId: zChosen,
  focus: zOptionalLine(300),
  startedOn: zDay,
})
export type PairInput = z.output<typeof zPairInput>

/** The longest meeting of a pair, in minutes: a whole day. */
export const LONGEST_MEETING_MINUTES = 600
const zMeetingMinutes = z
  .int('input.required')
  .min(1, 'number.invalid')
  .max(LONGEST_MEETING_MINUTES, 'number.invalid')

export const zMeetingInput = z.object({
  id: zId.optional(),
  pairId: zId,
  heldOn: zDay,
  durationMinutes: zMeetingMinutes,
  state: zMeetingState,
  note: zOptionalText(500),
})
export type MeetingInput = z.output<typeof zMeetingInput>

export const zPlanInput = z.object({
  pairId: zId,
  firstOn: zDay,
  everyWeeks: z.int().min(1, 'number.invalid').max(12, 'number.invalid'),
  count: z.int().min(1, 'number.invalid').max(40, 'number.invalid'),
  durationMinutes: zMeetingMinutes,
})
export type PlanInput = z.output<typeof zPlanInput>

export const zMeeting = z.object({
  id: z.string(),
  heldOn: zDay,
  durationMinutes: z.int(),
  state: zMeetingState,
  note: z.string().nullable(),
})
export type Meeting = z.infer<typeof zMeeting>

const zNamed = z.object({ id: z.string(), name: z.string() })

/** A pair in a list. */
export const zPairLine = z.object({
  id: z.string(),
  kind: zPairKind,
  guide: zNamed,
  person: zNamed,
  focus: z.string().nullable(),
  startedOn: zDay,
  endedOn: zDay.nullable(),
  /** Not ended by today. */
  isRunning: z.boolean(),
  /** Who of the two has left the school while the pair was not ended. */
  leftName: z.string().nullable(),
  held: z.int(),
  missed: z.int(),
  /** Planned, from today on. */
  planned: z.int(),
  /** Planned for a day that has passed: nobody has said whether they met. */
  unsaid: z.int(),
  heldMinutes: z.int(),
  lastHeldOn: zDay.nullable(),
  nextOn: zDay.nullable(),
  /** How long their newest meeting was to last; what the next one starts from. */
  usualMinutes: z.int(),
})
export type PairLine = z.infer<typeof zPairLine>

/** A pair with its meetings, the newest first. */
export const zPair = zPairLine.extend({ meetings: z.array(zMeeting) })
export type Pair = z.infer<typeof zPair>

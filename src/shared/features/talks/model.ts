/**
 * Talks and notes in which needs are found: reviews of development, exercises of team meetings, learning walks, what
 * pupils and parents say, and the way to a qualification.
 */
import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zNeededLine } from '../../kernel/texts'
import { zState } from '../needs/model'
import { whichTalk, zChosen, zFoundNeed, zMaybeNumber, zNumberOf, zPromise, zWords } from './parts'
import { zRoute } from './route'

export const talkKinds = ['review', 'meeting', 'walk', 'voice', 'route'] as const
export const zTalkKind = z.enum(talkKinds)
export type TalkKind = z.infer<typeof zTalkKind>

/** A review of somebody's development: nothing about pay or how well they do their job. */
export const zReview = z.object({
  kind: z.literal('review'),
  ...whichTalk,
  personId: zChosen,
  /** Who held it with them. */
  withPersonId: zChosen,
  sinceLast: zWords(),
  strengths: zWords(),
  whatNext: zWords(),
  needs: z.array(zFoundNeed).max(20).default([]),
  promises: z.array(zPromise).max(20).default([]),
  lookOn: zDay.nullable().default(null),
})
export type Review = z.output<typeof zReview>

/** Something put forward in a team meeting, with how often it was voted for and ranked: figures, never names. */
export const zTopic = z.object({
  title: zNeededLine(200),
  votes: zMaybeNumber(10_000),
  firsts: zMaybeNumber(500),
  seconds: zMaybeNumber(500),
  thirds: zMaybeNumber(500),
})
export type MeetingTopic = z.output<typeof zTopic>

export const zMeeting = z.object({
  kind: z.literal('meeting'),
  ...whichTalk,
  /** Null where it was the whole staff. */
  teamId: z.string().nullable().default(null),
  /** The question that was put to them. */
  title: zNeededLine(200),
  present: zNumberOf(1, 500),
  votesEach: zNumberOf(1, 20),
  topics: z.array(zTopic).min(1, 'talks.topics-missing').max(60),
  outcome: zWords(),
})
export type Meeting = z.output<typeof zMeeting>

export const zSighting = z.object({
  what: zNeededLine(300),
  kind: z.enum(['strength', 'question']),
  /** In how many of the places. */
  seenIn: zMaybeNumber(200),
})

/** A learning walk: places, never who taught there. */
export const zWalk = z.object({
  kind: z.literal('walk'),
  ...whichTalk,
  /** What was looked for. */
  title: zNeededLine(200),
  placesSeen: zNumberOf(1, 200),
  where: zWords(),
  sightings: z.array(zSighting).max(60).default([]),
  followUp: zWords(),
})
export type Walk = z.output<typeof zWalk>

export const zPoint = z.object({
  said: zNeededLine(300),
  kind: z.enum(['good', 'better']),
  /** How many of them said so. */
  count: zMaybeNumber(5000),
})

/** What pupils or parents say, in summary: groups and numbers, never who said it. */
export const zVoice = z.object({
  kind: z.literal('voice'),
  ...whichTalk,
  whom: z.enum(['pupils', 'parents']),
  group: zNeededLine(120),
  asked: zNumberOf(1, 5000),
  how: z.enum(['talk', 'survey', 'council', 'written', 'other']),
  title: zNeededLine(200),
  points: z.array(zPoint).max(60).default([]),
  followUp: zWords(),
})
export type Voice = z.output<typeof zVoice>

/** What is kept of a talk; each kind has fields of its own. */
export const zTalk = z.discriminatedUnion('kind', [zReview, zMeeting, zWalk, zVoice, zRoute])
export type Talk = z.output<typeof zTalk>
export type TalkOf<K extends TalkKind> = Extract<Talk, { kind: K }>

/** A need that was raised from a talk, as it stands now. */
export const zRaisedHere = z.object({ id: z.string(), title: z.string(), state: zState })

/** A talk with the names of whom it is about and what became of it. */
export const zTalkRecord = z.object({
  id: z.string(),
  talk: zTalk,
  personName: z.string().nullable(),
  withName: z.string().nullable(),
  teamName: z.string().nullable(),
  /** The day on which both agreed to a review or a route; from then on it is not changed. */
  agreedOn: zDay.nullable(),
  lookedBackOn: zDay.nullable(),
  lookBack: z.string().nullable(),
  /** The day on which they had meant to look back, when they did. */
  lookedBackFor: zDay.nullable(),
  needs: z.array(zRaisedHere),
})
export type TalkRecord = z.infer<typeof zTalkRecord>

/** A talk in a list. */
export const zTalkLine = zTalkRecord.omit({ lookBack: true })
export type TalkLine = z.infer<typeof zTalkLine>

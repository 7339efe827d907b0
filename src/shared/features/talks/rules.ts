import type { Day } from '../../kernel/dates'
import type { ErrorCode } from '../../kernel/error-codes'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import type { NeedSource } from '../needs/model'
import type { Meeting, MeetingTopic, Talk, TalkKind, TalkRecord } from './model'
import type { FoundNeed } from './parts'
import type { Payer, Route } from './route'

/** Whether figures of so few people could give one of them away. */
export function isSmall(people: number): boolean {
  return people < SMALLEST_GROUP
}

/** Points of a topic: three for each time it was ranked first, two for second, one for third. Our own rule. */
export function pointsOf({ firsts, seconds, thirds }: Omit<MeetingTopic, 'title' | 'votes'>): number {
  return 3 * (firsts ?? 0) + 2 * (seconds ?? 0) + (thirds ?? 0)
}

/** A topic in the order of the result; those with the same points, votes and firsts share a place. */
export interface PlacedTopic extends MeetingTopic {
  readonly points: number
  readonly place: number
}

/**
 * The result of a team exercise. Votes make the short list, ranks put it in order: points first ({@link pointsOf}), then
 * votes, then how often it was first; what was put forward earlier stands first where all are the same. Without ranks the
 * votes alone decide. Our own rule, a Borda count of the first three.
 */
export function resultOf(topics: readonly MeetingTopic[]): PlacedTopic[] {
  const scored = topics.map((topic) => ({ ...topic, points: pointsOf(topic) }))
  const behind = (a: (typeof scored)[number], b: (typeof scored)[number]) =>
    b.points - a.points || (b.votes ?? 0) - (a.votes ?? 0) || (b.firsts ?? 0) - (a.firsts ?? 0)
  const ordered = scored.toSorted(behind)
  return ordered.map((topic) => ({ ...topic, place: ordered.findIndex((other) => behind(other, topic) === 0) + 1 }))
}

/** A fault of a talk that no single field shows. */
export interface Fault {
  readonly path: string
  readonly code: ErrorCode
  readonly facts?: Readonly<Record<string, number>>
}

/** What cannot be true of a talk; undefined when nothing is. */
export function faultOf(talk: Talk): Fault | undefined {
  switch (talk.kind) {
    case 'review':
    case 'route':
      return talk.personId === talk.withPersonId ? { path: 'withPersonId', code: 'talks.same-person' } : undefined
    case 'meeting':
      return faultOfMeeting(talk)
    case 'walk':
      return tooMany(
        talk.sightings.map(({ seenIn }) => seenIn),
        talk.placesSeen,
        {
          path: (index) => `sightings.${index}.seenIn`,
          code: 'talks.seen-too-often',
        },
      )
    case 'voice':
      return tooMany(
        talk.points.map(({ count }) => count),
        talk.asked,
        {
          path: (index) => `points.${index}.count`,
          code: 'talks.said-too-often',
        },
      )
  }
}

const sum = (counts: readonly (number | null)[]): number => counts.reduce<number>((all, one) => all + (one ?? 0), 0)

/** Nobody has more votes than they were given, and everybody ranks one topic first, one second and one third at most. */
function faultOfMeeting({ topics, present, votesEach }: Meeting): Fault | undefined {
  const most = present * votesEach
  const votes = sum(topics.map((topic) => topic.votes))
  if (votes > most) return { path: 'votesEach', code: 'talks.votes-too-many', facts: { votes, most } }
  const tooOften = topics.findIndex((topic) => (topic.votes ?? 0) > most)
  if (tooOften !== -1)
    return { path: `topics.${tooOften}.votes`, code: 'talks.votes-too-many', facts: { votes, most } }
  for (const rank of ['firsts', 'seconds', 'thirds'] as const) {
    const given = sum(topics.map((topic) => topic[rank]))
    if (given > present) return { path: 'present', code: 'talks.ranks-too-many', facts: { given, present } }
  }
  return undefined
}

function tooMany(
  counts: readonly (number | null)[],
  most: number,
  { path, code }: { readonly path: (index: number) => string; readonly code: ErrorCode },
): Fault | undefined {
  const index = counts.findIndex((count) => (count ?? 0) > most)
  return index === -1 ? undefined : { path: path(index), code, facts: { most } }
}

const asNeed = (title: string, importance = 2): FoundNeed => ({
  title,
  importance,
  impactOnPupils: null,
  dueOn: null,
})

/** Needs that a talk speaks of, the weightiest first: what can be raised from it. */
export function foundNeeds(talk: Talk): FoundNeed[] {
  switch (talk.kind) {
    case 'review':
      return talk.needs
    case 'meeting':
      return resultOf(talk.topics).map(({ title, place }) => asNeed(title, place === 1 ? 3 : 2))
    case 'walk':
      return often(talk.sightings.filter(({ kind }) => kind === 'question').map((seen) => [seen.what, seen.seenIn]))
    case 'voice':
      return often(talk.points.filter(({ kind }) => kind === 'better').map((point) => [point.said, point.count]))
    case 'route':
      return [{ ...asNeed(talk.title), impactOnPupils: talk.impactOnPupils?.slice(0, 1000) ?? null }]
  }
}

function often(lines: readonly (readonly [title: string, count: number | null])[]): FoundNeed[] {
  return lines.toSorted((a, b) => (b[1] ?? 0) - (a[1] ?? 0)).map(([title]) => asNeed(title))
}

/** By which source a need counts that was found in a talk. */
export function sourceOf(talk: Talk): NeedSource {
  if (talk.kind !== 'route') return talk.kind
  return talk.situation === 'new' ? 'newRole' : routeSources[talk.foundIn]
}

const routeSources = {
  plan: 'other',
  review: 'review',
  aspiration: 'ownAspiration',
  starter: 'induction',
  newRole: 'newRole',
  appraisal: 'other',
  audit: 'audit',
} as const satisfies Readonly<Record<Route['foundIn'], NeedSource>>

/** Whether two people agree to it and sign. */
export function isAgreedByTwo(kind: TalkKind): kind is 'review' | 'route' {
  return kind === 'review' || kind === 'route'
}

/** What a route costs, by who bears it, in pence. */
export function costsByPayer({ costs }: Pick<Route, 'costs'>): Readonly<Record<Payer, number>> {
  const of = (payer: Payer) =>
    sum(costs.filter((cost) => cost.payer === payer).map(({ amountPence }) => amountPence))
  return { school: of('school'), person: of('person'), other: of('other') }
}

/** The day on which somebody meant to look back at a talk; null where none was said. */
export function lookOnOf(talk: Talk): Day | null {
  return isAgreedByTwo(talk.kind) && 'lookOn' in talk ? talk.lookOn : null
}

/**
 * Whether two people are to look back at a talk by a day: what they found when they looked at what they had agreed before
 * counts no more once they agreed anew, for another day.
 */
export function isLookBackDue(
  { talk, agreedOn, lookedBackOn, lookedBackFor }: Omit<TalkRecord, 'lookBack'>,
  today: Day,
): boolean {
  const lookOn = lookOnOf(talk)
  if (agreedOn === null || lookOn === null || lookOn > today) return false
  return lookedBackOn === null || lookedBackFor !== lookOn
}

import type { Day } from '../../kernel/dates'
import { academicYearOf } from '../../kernel/years'

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5))
}

/**
 * Minutes from one wall time to a later one of the same day; undefined when the end does not come after the start. The
 * clock change happens at night on a Sunday, when no session runs, so a wall-time hour is an hour.
 */
export function minutesBetween(startsAt: string, endsAt: string): number | undefined {
  const minutes = minutesOf(endsAt) - minutesOf(startsAt)
  return minutes > 0 ? minutes : undefined
}

/** How long a session lasts, in minutes: as typed, else from its wall times, else unknown. */
export function sessionMinutes(session: {
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly durationMinutes: number | null
}): number | undefined {
  if (session.durationMinutes !== null) return session.durationMinutes
  if (session.startsAt === null || session.endsAt === null) return undefined
  return minutesBetween(session.startsAt, session.endsAt)
}

/**
 * Minutes credited for one session: all of it when present, half of it (rounded up) when there for a part, none when
 * absent; typed minutes count instead where someone was there.
 */
export function creditedMinutes(
  state: 'present' | 'part' | 'absent',
  durationMinutes: number,
  typedMinutes: number | null = null,
): number {
  if (state === 'absent') return 0
  if (typedMinutes !== null) return typedMinutes
  return state === 'present' ? durationMinutes : Math.ceil(durationMinutes / 2)
}

/** An hour of credit makes a head (model, section 5: people with at least one credited hour). */
export const HEAD_MINUTES = 60

/** Heads: how many people have at least one credited hour in all the marks given (model, section 5). */
export function heads(marks: Iterable<{ readonly personId: string; readonly creditedMinutes: number }>): number {
  const minutesByPerson = new Map<string, number>()
  for (const mark of marks) {
    minutesByPerson.set(mark.personId, (minutesByPerson.get(mark.personId) ?? 0) + mark.creditedMinutes)
  }
  return [...minutesByPerson.values()].filter((minutes) => minutes >= HEAD_MINUTES).length
}

/** The academic years (by first calendar year, ascending) that an event belongs to: those of its sessions. */
export function academicYearsOf(sessionDays: readonly Day[]): number[] {
  return [...new Set(sessionDays.map(academicYearOf))].sort((a, b) => a - b)
}

/** What an event is called away from its activity: after it, and after itself where it has a name of its own. */
export function fullEventTitle(activityTitle: string, eventTitle: string | null): string {
  return eventTitle === null || eventTitle === '' || eventTitle === activityTitle
    ? activityTitle
    : `${activityTitle}: ${eventTitle}`
}

export type EventPhase = 'idea' | 'next' | 'past' | 'cancelled'

/** Where an event stands on a day: still to come until its last session's day is over. Undated plans are to come. */
export function phaseOf(
  event: { readonly status: 'idea' | 'planned' | 'done' | 'cancelled'; readonly lastOn: Day | null },
  today: Day,
): EventPhase {
  if (event.status === 'cancelled' || event.status === 'idea') return event.status
  if (event.lastOn === null) return event.status === 'done' ? 'past' : 'next'
  return event.lastOn < today ? 'past' : 'next'
}

export interface WhenSession {
  readonly heldOn: Day
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** Whether one person can be at both: `time` when they overlap, `day` when they only share the day, else undefined. */
export function clashOf(one: WhenSession, other: WhenSession): 'time' | 'day' | undefined {
  if (one.heldOn !== other.heldOn) return undefined
  if (one.startsAt === null || one.endsAt === null || other.startsAt === null || other.endsAt === null) return 'day'
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt ? 'time' : 'day'
}

/** "Everyone": the whole school, a staff group or a team. */
export type Everyone =
  | { readonly kind: 'school' }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'team'; readonly teamId: string }

/** The people whom "everyone" means, in the order given. */
export function everyoneIn<P extends { readonly staffGroupId: string | null; readonly teamIds: readonly string[] }>(
  people: readonly P[],
  everyone: Everyone,
): P[] {
  if (everyone.kind === 'group') return people.filter((person) => person.staffGroupId === everyone.groupId)
  if (everyone.kind === 'team') return people.filter((person) => person.teamIds.includes(everyone.teamId))
  return [...people]
}

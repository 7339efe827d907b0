/** How this feature says things. */
import type { EventLine } from '../../../shared/features/activities/contract'
import { formatDay, formatDayShort, weekdayName, type Day } from '../../../shared/kernel/dates'
import { plural } from '../../lib/format'

/** "12 Sep 2026", "12 Sep to 3 Oct 2026", "No day yet". */
export function daysOf(event: Pick<EventLine, 'firstOn' | 'lastOn'>): string {
  const { firstOn, lastOn } = event
  if (firstOn === null || lastOn === null) return 'No day yet'
  if (firstOn === lastOn) return formatDayShort(firstOn)
  const isSameYear = firstOn.slice(0, 4) === lastOn.slice(0, 4)
  return `${formatDayShort(firstOn, !isSameYear)} to ${formatDayShort(lastOn)}`
}

/** "Monday 3 November 2025". */
export function longDay(on: Day): string {
  return `${weekdayName(on)} ${formatDay(on)}`
}

/** "15:30 to 17:00", "from 15:30" or nothing. */
export function timesOf(session: { readonly startsAt: string | null; readonly endsAt: string | null }): string {
  if (session.startsAt === null) return ''
  return session.endsAt === null ? `from ${session.startsAt}` : `${session.startsAt} to ${session.endsAt}`
}

/** "14 booked", "14 of 16 booked, 2 waiting", "3 booked, 2 more needed for it to run". */
export function bookedWords(event: Pick<EventLine, 'booked' | 'capacity' | 'minimumPeople' | 'waiting'>): string {
  const places = event.capacity === null ? `${event.booked}` : `${event.booked} of ${event.capacity}`
  const missing = event.minimumPeople === null ? 0 : event.minimumPeople - event.booked
  return [
    `${places} booked`,
    ...(event.waiting === 0 ? [] : [`${event.waiting} waiting`]),
    ...(missing > 0 ? [`${missing} more needed for it to run`] : []),
  ].join(', ')
}

export interface NextStep {
  readonly words: string
  /** The part of the event's page where it is taken. */
  readonly tab: 'people' | 'facts' | 'evaluation'
}

/** What the event asks for, most pressing first; undefined when there is nothing to do. */
export function nextStepOf(event: EventLine): NextStep | undefined {
  if (event.phase === 'cancelled' || event.phase === 'idea') return undefined
  if (event.sessions === 0) return { words: 'Give it a day', tab: 'facts' }
  if (event.booked === 0) return { words: 'Book people', tab: 'people' }
  if (event.sessionsToMark > 0)
    return { words: `Mark ${plural(event.sessionsToMark, 'session', 'sessions')}`, tab: 'people' }
  if (event.phase === 'past' && !event.isJudged) return { words: 'Judge', tab: 'evaluation' }
  return undefined
}

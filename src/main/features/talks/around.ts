import type { OutputFor } from '../../../shared/contract'
import { addDays, type Day } from '../../../shared/kernel/dates'
import { openStates } from '../../../shared/features/needs/model'
import type { TalkKind } from '../../../shared/features/talks/model'
import { sql, type ReadDb } from '../../db/handle'
import { daysOfYear, yearOfDay } from '../../db/school-years'

/** What somebody went to in days; the activities feature's. */
export type HistoryOf = (
  db: ReadDb,
  personId: string,
  days: { readonly startsOn: Day; readonly endsOn: Day },
) => OutputFor<'activities.ofPerson'>

/**
 * What somebody did and what they need, for the talk with them: since their last talk of that kind, else since the
 * academic year before the day began, so that a talk in September has something to look at.
 */
export function aroundTalk(
  db: ReadDb,
  { personId, on, kind }: { readonly personId: string; readonly on: Day; readonly kind: TalkKind },
  historyOf: HistoryOf,
): OutputFor<'talks.around'> {
  const last = db.first(
    sql
      .selectFrom('talk')
      .select('held_on')
      .where('kind', '=', kind)
      .where('person_id', '=', personId)
      .where('held_on', '<', on)
      .orderBy('held_on', 'desc'),
  )
  const year = yearOfDay(db, on, 'academic')
  const since = last?.held_on ?? daysOfYear(db, { ...year, startYear: year.startYear - 1 }).startsOn
  const { creditedMinutes, events } = historyOf(db, personId, { startsOn: since, endsOn: addDays(on, -1) })
  const needs = db.all(
    sql
      .selectFrom('need')
      .select(['id', 'title', 'state'])
      .where('person_id', '=', personId)
      .where('state', 'in', [...openStates])
      .orderBy('importance', 'desc')
      .orderBy('id'),
  )
  return {
    since,
    lastOn: last?.held_on ?? null,
    creditedMinutes,
    events: events
      .filter(({ creditedMinutes: minutes }) => minutes > 0)
      .map(({ eventId, title, lastOn, creditedMinutes: minutes }) => ({ id: eventId, title, lastOn, minutes })),
    needs,
  }
}

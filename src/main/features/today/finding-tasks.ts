/** What waits in the ways of finding needs: talks of two people, and rounds of forms. */
import { sql as raw } from 'kysely'
import { addDays, addMonths, type Day } from '../../../shared/kernel/dates'
import { academicYearOf } from '../../../shared/kernel/years'
import type { Task } from '../../../shared/features/today/contract'
import { statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import { daysOfYear } from '../../db/school-years'
import { isStaffOn } from '../../db/staff-on-day'
import { task, type Row } from './task'

/** How long after a talk both should have agreed to what was written down. */
const AGREE_WITHIN_DAYS = 14
/** How many days before its last day a round with sheets still to come is told of. */
const ENDING_WITHIN_DAYS = 7

/** Talks to look back at, to agree to or to hold, and rounds to close or about to end. */
export function findingTasks(db: ReadDb, today: Day): Task[] {
  return [
    ...lookBacksDue(db, today),
    ...task(
      'talk-unsigned',
      ...talks(
        db,
        raw`t.kind in ('review', 'route') and t.agreed_on is null
        and t.held_on <= ${addDays(today, -AGREE_WITHIN_DAYS)}
        and (t.kind = 'review' or json_extract(t.body_json, '$.step') = 5) and ${isStaffOn(today, 'p')}`,
      ),
    ),
    ...reviewsDue(db, today),
    ...rounds(
      db,
      'round-to-close',
      raw`r.is_anonymous = 1 and r.closes_on < ${today}
        and not exists (select 1 from survey_closing where round_id = r.id)`,
    ),
    ...rounds(
      db,
      'round-ending',
      raw`r.closes_on between ${today} and ${addDays(today, ENDING_WITHIN_DAYS)}
        and not exists (select 1 from survey_closing where round_id = r.id)
        and (select count(*) from survey_sheet where round_id = r.id)
          + (select count(*) from survey_slip where round_id = r.id)
          < (select count(*) from survey_asked where round_id = r.id)`,
    ),
  ]
}

type Where = ReturnType<typeof raw>

/** Reviews of development and ways to a qualification that both agreed to look back at by now (`isLookBackDue`). */
function lookBacksDue(db: ReadDb, today: Day): Task[] {
  return task(
    'look-back-due',
    ...talks(
      db,
      raw`t.agreed_on is not null
        and (t.looked_back_on is null or t.looked_back_for is not json_extract(t.body_json, '$.lookOn'))
        and json_extract(t.body_json, '$.lookOn') <= ${today} and ${isStaffOn(today, 'p')}`,
    ),
  )
}

/**
 * Staff without a review of development in this academic year, in a school that holds them: whoever had the last one a
 * year ago or longer, and whoever never had one though they were here in September, once the first of the year is held.
 */
function reviewsDue(db: ReadDb, today: Day): Task[] {
  const { startsOn } = daysOfYear(db, { kind: 'academic', startYear: academicYearOf(today) })
  const yearAgo = addMonths(today, -12)
  const row = db.first(
    statement(raw<Row>`
      select count(*) as count, min(${raw.raw(personNameSql('p'))}) as first from person p
        left join (select person_id, max(held_on) as last from talk where kind = 'review' group by person_id) t
          on t.person_id = p.id
      where p.is_archived = 0 and ${isStaffOn(today, 'p')} and coalesce(t.last, '') < ${startsOn}
        and case when t.last is null
          then coalesce(p.started_on, (select min(from_on) from post_holding where person_id = p.id), '') <= ${startsOn}
            and exists (select 1 from talk where kind = 'review' and held_on between ${startsOn} and ${today})
          else t.last <= ${yearAgo} end`),
  )
  return task('review-due', row, '/needs/reviews')
}

/** How many talks there are, whom the first is about, and the list they stand in. */
function talks(db: ReadDb, where: Where): [row: Row | undefined, route: string] {
  const row = db.first(
    statement(raw<Row & { kind: string | null }>`
      select count(*) as count, min(${raw.raw(personNameSql('p'))}) as first, min(t.kind) as kind
      from talk t join person p on p.id = t.person_id where ${where}`),
  )
  // Where there are of both kinds, the list of reviews.
  return [row, row?.kind === 'route' ? '/needs/routes' : '/needs/reviews']
}

/** Rounds by title; one alone is opened at once. */
function rounds(db: ReadDb, kind: Task['kind'], where: Where): Task[] {
  const row = db.first(
    statement(raw<Row & { id: string | null }>`
      select count(*) as count, min(r.title) as first, min(r.id) as id from survey_round r where ${where}`),
  )
  return task(kind, row, row?.count === 1 ? `/needs/forms/${row.id ?? ''}` : '/needs/forms')
}

import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { academicYearOf, periodOf } from '../../../shared/kernel/years'
import { minutesPerPost } from '../../../shared/features/reports/rules'
import type { Person } from '../../../shared/features/staff/model'
import { fteOn, fteThousandthDays, lastDayAtSchool } from '../../../shared/features/staff/rules'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'
import { holdingsOf, type HeldPost } from './holdings'
import { isCurrentOn } from './register'

/** One person as they stand on a day, with this academic year's CPD. Throws Refusal `record.missing`. */
export function personOn(db: ReadDb, id: string, on: Day): Person {
  const row = db.first(sql.selectFrom('person').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  const holdings = holdingsOf(db, id)
  const isCurrent = isCurrentOn(row, holdings, on)
  return {
    id: row.id,
    title: row.title,
    forename: row.forename,
    surname: row.surname,
    knownAs: row.known_as,
    name: personName(row),
    staffCode: row.staff_code,
    userName: row.user_name,
    workEmail: row.work_email,
    startedOn: row.started_on,
    leftOn: row.left_on,
    isCurrent,
    isNameMissing: row.is_name_missing === 1,
    isArchived: row.is_archived === 1,
    worksInBinder: row.works_in_binder === 1,
    lineManager: row.line_manager_id === null ? null : (linksOf(db, 'id', row.line_manager_id)[0] ?? null),
    manages: linksOf(db, 'line_manager_id', id, on),
    holdings: holdings.map(({ personId: _person, groupOrder: _order, ...holding }) => holding),
    fteThousandths: fteOn(holdings, (isCurrent ? null : lastDayAtSchool({ leftOn: row.left_on }, holdings)) ?? on),
    cpd: cpdOf(db, { id, startedOn: row.started_on, leftOn: row.left_on }, academicYearOf(on), holdings),
  }
}

function linksOf(
  db: ReadDb,
  column: 'id' | 'line_manager_id',
  value: string,
  currentOn?: Day,
): { id: string; name: string }[] {
  return db
    .all(
      sql
        .selectFrom('person')
        .select(['id', 'forename', 'surname', 'known_as'])
        .where(column, '=', value)
        .where('is_archived', '=', 0)
        .where(currentOn === undefined ? raw<boolean>`true` : isStaffOn(currentOn))
        .orderBy('surname')
        .orderBy('forename'),
    )
    .map((person) => ({ id: person.id, name: personName(person) }))
}

function cpdOf(
  db: ReadDb,
  person: Pick<Person, 'id' | 'startedOn' | 'leftOn'>,
  academicYear: number,
  holdings: readonly HeldPost[],
): Person['cpd'] {
  const period = periodOf({ kind: 'academic', startYear: academicYear }, 'maintained')
  const rows = db.all(
    sql
      .selectFrom('booking as b')
      .innerJoin('attendance as at', 'at.booking_id', 'b.id')
      .innerJoin('session as s', 's.id', 'at.session_id')
      .innerJoin('event as e', 'e.id', 'b.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('priority as p', 'p.id', 'e.priority_id')
      .select((eb) => [
        'e.id',
        'e.title as event_title',
        'a.title',
        'a.provision_code',
        'p.title as priority_title',
        eb.fn.min<Day>('s.held_on').as('first_on'),
        eb.fn.sum<number>('at.credited_minutes').as('minutes'),
      ])
      .where('b.person_id', '=', person.id)
      .where('s.held_on', '>=', period.startsOn)
      .where('s.held_on', '<=', period.endsOn)
      .groupBy('e.id')
      .having((eb) => eb(eb.fn.sum<number>('at.credited_minutes'), '>', 0))
      .orderBy('first_on', 'desc'),
  )
  const creditedMinutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const postThousandthDays = fteThousandthDays(holdings, person, period)
  return {
    academicYear,
    creditedMinutes,
    // The group formula (model, section 5) for a group of one.
    minutesPerFullTime: minutesPerPost({ creditedMinutes, postThousandthDays }, period),
    lines: rows.map((row) => ({
      eventId: row.id,
      title: fullEventTitle(row.title, row.event_title),
      firstOn: row.first_on,
      provisionCode: row.provision_code,
      priorityTitle: row.priority_title,
      creditedMinutes: row.minutes,
    })),
  }
}

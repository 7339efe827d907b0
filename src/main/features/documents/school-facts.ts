import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import type { ReportTable } from '../../../shared/kernel/report-table'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import { fullTimePosts } from '../../../shared/features/reports/rules'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'
import { joinedName, personName } from '../../db/person-names'
import { daysOfYear } from '../../db/school-years'

/** Who leads CPD; null when the school has not said. */
export function cpdLeaderName(db: ReadDb): string | null {
  const row = db.first(
    sql
      .selectFrom('school as s')
      .leftJoin('person as p', 'p.id', 's.cpd_leader_person_id')
      .select(['p.forename', 'p.surname', 'p.known_as']),
  )
  return row ? joinedName(row) : null
}

/** A person's name, and their main post of a day. */
export function personOn(db: ReadDb, id: string, on: Day): { name: string; post: string | null } | undefined {
  const person = db.first(sql.selectFrom('person').select(['forename', 'surname', 'known_as']).where('id', '=', id))
  if (!person) return undefined
  const post = db.first(
    sql
      .selectFrom('post_holding as h')
      .innerJoin('post as p', 'p.id', 'h.post_id')
      .select('p.title')
      .where('h.person_id', '=', id)
      .where((eb) => eb('h.from_on', '<=', on))
      .where((eb) => eb.or([eb('h.to_on', 'is', null), eb('h.to_on', '>=', on)]))
      .orderBy('h.is_main', 'desc')
      .orderBy('h.fte_thousandths', 'desc')
      .orderBy('h.id')
      .limit(1),
  )
  return { name: personName(person), post: post?.title ?? null }
}

/** Staff groups with their people and full-time posts in the year. */
export function staffGroupTable(facts: ReportFacts): ReportTable {
  return {
    key: 'staff-groups',
    title: 'Staff groups',
    columns: [
      { key: 'group', title: 'Group', kind: 'text' },
      { key: 'people', title: 'People', kind: 'count' },
      { key: 'posts', title: 'Full-time posts', kind: 'number' },
    ],
    rows: facts.groups
      .filter((group) => group.peopleInPost > 0)
      .map((group) => ({
        key: group.groupId ?? 'none',
        cells: {
          group: group.name ?? 'Group not known',
          people: group.peopleInPost,
          posts: Math.round(fullTimePosts(group, facts.period) * 10) / 10,
        },
      })),
    notes: [],
  }
}

/** The events of an academic year with their days, in order; those from a day of it on where one is given. */
export function calendarTable(db: ReadDb, startYear: number, from?: Day): ReportTable {
  const { startsOn, endsOn } = daysOfYear(db, { kind: 'academic', startYear })
  const rows = db.all(
    sql
      .selectFrom('session as s')
      .innerJoin('event as e', 'e.id', 's.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select(['s.id', 's.held_on', 's.starts_at', 'e.led_by', eventTitle().as('title')])
      .where('s.held_on', '>=', from !== undefined && from > startsOn ? from : startsOn)
      .where('s.held_on', '<=', endsOn)
      .where('e.status', '<>', 'cancelled')
      .where('e.is_archived', '=', 0)
      .orderBy('s.held_on')
      .orderBy('s.starts_at')
      .orderBy('s.id'),
  )
  return {
    key: 'calendar',
    title: 'The year’s events',
    columns: [
      { key: 'heldOn', title: 'Day', kind: 'day' },
      { key: 'title', title: 'Event', kind: 'text' },
      { key: 'ledBy', title: 'Led by', kind: 'text' },
    ],
    rows: rows.map((row) => ({
      key: row.id,
      cells: { heldOn: row.held_on, title: row.title, ledBy: row.led_by },
    })),
    notes: [],
  }
}

/** What a person took part in, oldest first; the total is the sum of the rows. */
export function recordTable(history: OutputFor<'activities.ofPerson'>): ReportTable {
  const attended = history.events.filter((event) => event.creditedMinutes > 0)
  return {
    key: 'person-record',
    title: 'What the person took part in',
    columns: [
      { key: 'firstOn', title: 'From', kind: 'day' },
      { key: 'title', title: 'Event', kind: 'text' },
      { key: 'creditedMinutes', title: 'Hours', kind: 'hours' },
    ],
    rows: attended.toReversed().map(({ eventId, firstOn, title, creditedMinutes }) => ({
      key: eventId,
      cells: { firstOn, title, creditedMinutes },
    })),
    totals: {
      key: 'all',
      cells: {
        firstOn: null,
        title: 'All',
        creditedMinutes: attended.reduce((sum, event) => sum + event.creditedMinutes, 0),
      },
    },
    notes: [],
  }
}

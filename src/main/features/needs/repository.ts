import { sql as raw, type RawBuilder } from 'kysely'
import { addDays, type Day } from '../../../shared/kernel/dates'
import { foldText } from '../../../shared/kernel/fold-text'
import { Refusal } from '../../../shared/kernel/result'
import { periodOf } from '../../../shared/kernel/years'
import { listName } from '../../../shared/features/staff/names'
import type { NeedFilter, NeedLine, NeedSource, OwnerShown } from '../../../shared/features/needs/model'
import { DUE_WITHIN_DAYS, sameKey } from '../../../shared/features/needs/rules'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personName, personNameSql } from '../../db/person-names'
import type { NeedRow } from '../../db/schema'
import { isStaffOn } from '../../db/staff-on-day'
import { standardIn } from '../../db/standards'

interface NeedQueryRow extends NeedRow {
  forename: string | null
  surname: string | null
  known_as: string | null
  is_staff: 0 | 1 | null
  team_name: string | null
  group_id: string | null
  group_name: string | null
  priority_title: string | null
  agreed_by_name: string | null
  events: number
  events_done: number
  next_on: Day | null
}

/**
 * The group of everybody's main post on a day; of who holds none then, of the one held last. A need of somebody counts
 * for that group.
 */
export function mainGroups(today: Day) {
  const isNow = raw`(h.from_on <= ${today} and coalesce(h.to_on, '9999-12-31') >= ${today})`
  return raw`(
    select person_id, staff_group_id from (
      select h.person_id, p.staff_group_id, row_number() over (
        partition by h.person_id
        order by ${isNow} desc, iif(${isNow}, '', coalesce(h.to_on, h.from_on)) desc,
          h.is_main desc, h.fte_thousandths desc, h.id) as place
      from post_holding h join post p on p.id = h.post_id)
    where place = 1)`
}

/** Needs with whose they are and what serves them: one query, however many there are. */
export function needQuery(today: Day, where: RawBuilder<unknown>) {
  return statement(raw<NeedQueryRow>`
    select n.*, w.forename, w.surname, w.known_as, ${isStaffOn(today, 'w')} as is_staff,
      t.name as team_name, g.id as group_id, g.name as group_name, r.title as priority_title,
      ${raw.raw(personNameSql('a'))} as agreed_by_name,
      coalesce(s.events, 0) as events, coalesce(s.events_done, 0) as events_done, s.next_on
    from need n
    left join person w on w.id = n.person_id
    left join team t on t.id = n.team_id
    left join ${mainGroups(today)} m on m.person_id = n.person_id
    left join staff_group g on g.id = coalesce(n.staff_group_id, m.staff_group_id)
    left join priority r on r.id = n.priority_id
    left join person a on a.id = n.agreed_by_person_id
    left join (
      select l.need_id, count(*) as events, sum(e.status = 'done') as events_done,
        sum(e.status in ('idea', 'planned')) as events_to_come,
        min(iif(e.status in ('idea', 'planned'),
          (select min(held_on) from session where event_id = e.id and held_on >= ${today}), null)) as next_on
      from need_event l join event e on e.id = l.event_id
      where e.status <> 'cancelled' group by l.need_id
    ) s on s.need_id = n.id
    where ${where}
    order by n.state in ('raised', 'agreed', 'planned') desc, n.importance desc, n.due_on is null, n.due_on,
      n.title collate nocase, w.surname, w.forename, n.id`)
}

function ownerOf(row: NeedQueryRow): OwnerShown {
  switch (row.owner_kind) {
    case 'person': {
      const person = { forename: row.forename ?? '', surname: row.surname ?? '', known_as: row.known_as }
      const listed = listName({ ...person, knownAs: row.known_as })
      return { kind: 'person', id: row.person_id, name: personName(person), listName: listed }
    }
    case 'team':
      return shownOwner('team', row.team_id, row.team_name ?? '')
    case 'postFamily':
      return shownOwner('postFamily', row.staff_group_id, row.group_name ?? '')
    case 'school':
      return shownOwner('school', null, 'Whole school')
  }
}

const shownOwner = (kind: OwnerShown['kind'], id: string | null, name: string): OwnerShown => ({
  kind,
  id,
  name,
  listName: name,
})

/** A need as it is listed. */
export function rowToNeed(row: NeedQueryRow): NeedLine {
  return {
    id: row.id,
    owner: ownerOf(row),
    groupId: row.group_id,
    groupName: row.group_name,
    hasLeft: row.owner_kind === 'person' && row.is_staff === 0,
    title: row.title,
    sourceCode: row.source_code as NeedSource,
    standard: standardIn(row),
    priorityId: row.priority_id,
    priorityTitle: row.priority_title,
    nowLevel: row.now_level,
    targetLevel: row.target_level,
    importance: row.importance,
    raisedOn: row.raised_on,
    dueOn: row.due_on,
    state: row.state,
    stateOn: row.state_on,
    agreedByName: row.agreed_by_name,
    agreedOn: row.agreed_on,
    events: row.events,
    eventsDone: row.events_done,
    nextOn: row.next_on,
  }
}

const isOpen = raw`n.state in ('raised', 'agreed', 'planned')`

function stateCondition(state: NeedFilter['state'], today: Day): RawBuilder<unknown>[] {
  switch (state) {
    case undefined:
      return []
    case 'open':
      return [isOpen]
    case 'closed':
      return [raw`not ${isOpen}`]
    case 'overdue':
      return [raw`${isOpen} and n.due_on < ${today}`]
    case 'due':
      return [raw`n.state in ('raised', 'agreed') and n.due_on <= ${addDays(today, DUE_WITHIN_DAYS)}`]
    case 'evidence':
      return [raw`n.state = 'planned' and s.events_done > 0 and s.events_to_come = 0`]
    default:
      return [raw`n.state = ${state}`]
  }
}

/** Needs that stood open in an academic year, or were closed in it. */
export function inYear(year: number): RawBuilder<unknown> {
  const { startsOn, endsOn } = periodOf({ kind: 'academic', startYear: year }, 'maintained')
  return raw`n.raised_on <= ${endsOn} and (${isOpen} or n.state_on >= ${startsOn})`
}

function conditions(filter: NeedFilter, today: Day): RawBuilder<unknown>[] {
  const equal = (column: string, value: string | number | undefined) =>
    value === undefined ? [] : [raw`${raw.ref(column)} = ${value}`]
  return [
    ...stateCondition(filter.state, today),
    ...equal('n.owner_kind', filter.ownerKind),
    ...equal('n.person_id', filter.personId),
    ...equal('n.team_id', filter.teamId),
    ...equal('g.id', filter.staffGroupId),
    ...equal('n.source_code', filter.sourceCode),
    ...(filter.priorityId === 'none' ? [raw`n.priority_id is null`] : equal('n.priority_id', filter.priorityId)),
    ...equal('n.standard_code', filter.standardCode),
    ...equal('n.importance', filter.importance),
    ...(filter.eventId === undefined
      ? []
      : [raw`n.id in (select need_id from need_event where event_id = ${filter.eventId})`]),
    ...(filter.unserved === true ? [raw`coalesce(s.events, 0) = 0`] : []),
    ...(filter.year === undefined ? [] : [inYear(filter.year)]),
  ]
}

/** The needs that a filter leaves: open ones first, then the most important, then by the day they are due. */
export function listNeeds(db: ReadDb, filter: NeedFilter, today: Day): NeedLine[] {
  const rows = db.all(needQuery(today, raw.join([raw`true`, ...conditions(filter, today)], raw` and `)))
  return likeOnly(db, withText(rows, filter.text).map(rowToNeed), filter.likeId)
}

function withText(rows: NeedQueryRow[], text: string): NeedQueryRow[] {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const hay = foldText(`${row.title} ${ownerOf(row).name} ${row.standard_label ?? ''} ${row.group_name ?? ''}`)
    return words.every((word) => hay.includes(word))
  })
}

function likeOnly(db: ReadDb, needs: NeedLine[], likeId: string | undefined): NeedLine[] {
  if (likeId === undefined) return needs
  const like = needs.find(({ id }) => id === likeId) ?? sayingOf(db, likeId)
  const key = sameKey(like)
  return needs.filter((need) => sameKey(need) === key)
}

function sayingOf(db: ReadDb, id: string) {
  const row = needRow(db, id)
  return {
    title: row.title,
    standard: standardIn(row),
  }
}

/** Throws Refusal `record.missing`. */
export function needRow(db: ReadDb, id: string): NeedRow {
  const row = db.first(sql.selectFrom('need').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

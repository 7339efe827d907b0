import { sql as raw, type RawBuilder } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import type { ReportTable } from '../../../shared/kernel/report-table'
import { pairTable } from '../../../shared/features/mentoring/as-table'
import { Refusal } from '../../../shared/kernel/result'
import type { Meeting, Pair, PairLine } from '../../../shared/features/mentoring/model'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import type { MentoringMeetingRow, MentoringPairRow } from '../../db/schema'
import { isStaffOn } from '../../db/staff-on-day'

/** What the next meeting lasts while the pair has had none. */
const FIRST_MEETING_MINUTES = 45

interface PairQueryRow extends MentoringPairRow {
  guide_name: string
  person_name: string
  guide_is_staff: 0 | 1
  person_is_staff: 0 | 1
  held: number
  missed: number
  planned: number
  unsaid: number
  held_minutes: number
  last_held_on: Day | null
  next_on: Day | null
  usual_minutes: number | null
}

/** Pairs with what their meetings come to: one query, however many pairs. */
function pairQuery(today: Day, where: RawBuilder<unknown>) {
  const isNewest = raw`held_on = (select max(held_on) from mentoring_meeting where pair_id = m.pair_id)`
  return statement(raw<PairQueryRow>`
    select p.*,
      ${raw.raw(personNameSql('g'))} as guide_name, ${raw.raw(personNameSql('h'))} as person_name,
      ${isStaffOn(today, 'g')} as guide_is_staff, ${isStaffOn(today, 'h')} as person_is_staff,
      coalesce(t.held, 0) as held, coalesce(t.missed, 0) as missed,
      coalesce(t.planned, 0) as planned, coalesce(t.unsaid, 0) as unsaid,
      coalesce(t.held_minutes, 0) as held_minutes, t.last_held_on, t.next_on, t.usual_minutes
    from mentoring_pair p
    join person g on g.id = p.guide_person_id
    join person h on h.id = p.person_id
    left join (
      select m.pair_id,
        sum(state = 'held') as held, sum(state = 'missed') as missed,
        sum(state = 'planned' and held_on >= ${today}) as planned,
        sum(state = 'planned' and held_on < ${today}) as unsaid,
        sum(iif(state = 'held', duration_minutes, 0)) as held_minutes,
        max(iif(state = 'held', held_on, null)) as last_held_on,
        min(iif(state = 'planned' and held_on >= ${today}, held_on, null)) as next_on,
        max(iif(${isNewest}, duration_minutes, null)) as usual_minutes
      from mentoring_meeting m group by m.pair_id
    ) t on t.pair_id = p.id
    where ${where}
    order by p.ended_on is not null, h.surname, h.forename, p.started_on, p.id`)
}

/** The pairs of everybody or, by `personId`, those in which somebody guides or is guided. */
export function listPairs(db: ReadDb, today: Day, personId?: string): PairLine[] {
  const where = personId === undefined ? raw`true` : raw`${personId} in (p.guide_person_id, p.person_id)`
  return db.all(pairQuery(today, where)).map((row) => rowToPair(row, today))
}

function rowToPair(row: PairQueryRow, today: Day): PairLine {
  const isRunning = row.ended_on === null || row.ended_on >= today
  const left = row.guide_is_staff === 0 ? row.guide_name : row.person_is_staff === 0 ? row.person_name : null
  return {
    id: row.id,
    kind: row.kind,
    guide: { id: row.guide_person_id, name: row.guide_name },
    person: { id: row.person_id, name: row.person_name },
    focus: row.focus,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    isRunning,
    leftName: isRunning ? left : null,
    held: row.held,
    missed: row.missed,
    planned: row.planned,
    unsaid: row.unsaid,
    heldMinutes: row.held_minutes,
    lastHeldOn: row.last_held_on,
    nextOn: row.next_on,
    usualMinutes: row.usual_minutes ?? FIRST_MEETING_MINUTES,
  }
}

/** One pair with its meetings, the newest first. Throws Refusal `record.missing`. */
export function pairOf(db: ReadDb, id: string, today: Day): Pair {
  const row = db.first(pairQuery(today, raw`p.id = ${id}`))
  if (!row) throw new Refusal('record.missing')
  return { ...rowToPair(row, today), meetings: meetingsOf(db, id).toReversed().map(rowToMeeting) }
}

function rowToMeeting(row: MentoringMeetingRow): Meeting {
  return {
    id: row.id,
    heldOn: row.held_on,
    durationMinutes: row.duration_minutes,
    state: row.state,
    note: row.note,
  }
}

/** The meetings of a pair, the oldest first. */
export function meetingsOf(db: ReadDb, pairId: string): MentoringMeetingRow[] {
  return db.all(
    sql.selectFrom('mentoring_meeting').selectAll().where('pair_id', '=', pairId).orderBy('held_on').orderBy('id'),
  )
}

/** Throws Refusal `record.missing`. */
export function pairRow(db: ReadDb, id: string): MentoringPairRow {
  const row = db.first(sql.selectFrom('mentoring_pair').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The running pairs, of everybody or of the person a document is about; null when there is none. */
export function quotedPairs(db: ReadDb, today: Day, personId: string | null): ReportTable | null {
  return pairTable(listPairs(db, today, personId ?? undefined))
}

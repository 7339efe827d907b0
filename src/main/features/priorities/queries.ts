import type { Day } from '../../../shared/kernel/dates'
import { pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { levels, type Priority, type PriorityLine, type Reading } from '../../../shared/features/priorities/model'
import { shareOfWay } from '../../../shared/features/priorities/rules'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import { sql, type ReadDb } from '../../db/handle'
import { joinedName } from '../../db/person-names'
import type { PriorityReadingRow } from '../../db/schema'
import { spendOfEvents } from '../../db/spend-of-events'

function priorityQuery() {
  return sql
    .selectFrom('priority as p')
    .leftJoin('person as l', 'l.id', 'p.lead_person_id')
    .leftJoin('team as t', 't.id', 'p.team_id')
    .selectAll('p')
    .select(['l.forename', 'l.surname', 'l.known_as', 't.name as team_name'])
}
type PriorityQueryRow = NonNullable<ReturnType<typeof firstPriority>>
const firstPriority = (db: ReadDb) => db.first(priorityQuery())

interface Spend {
  readonly events: number
  readonly paidPence: Pence
  readonly promisedPence: Pence
}
const nothingSpent: Spend = { events: 0, paidPence: pence(0), promisedPence: pence(0) }

/** The priorities of a year by level, in the school's own order. `upTo` is the last day whose readings count. */
export function listPriorities(
  db: ReadDb,
  academicYear: number,
  upTo: Day,
  options: { level?: string | undefined; withArchived: boolean },
): PriorityLine[] {
  const rows = db.all(
    priorityQuery().where('p.academic_year', '=', academicYear).orderBy('p.sort_order').orderBy('p.title'),
  )
  const readings = latestReadings(db, academicYear, upTo)
  const spends = spendByPriority(db, academicYear)
  return rows
    .filter((row) => (options.withArchived || row.is_archived === 0) && (options.level ?? row.level) === row.level)
    .map((row) => lineOf(row, readings.get(row.id) ?? null, spends.get(row.id) ?? nothingSpent))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

function lineOf(row: PriorityQueryRow, latest: Reading | null, spend: Spend): PriorityLine {
  return {
    id: row.id,
    academicYear: row.academic_year,
    level: row.level,
    code: row.code,
    title: row.title,
    status: row.status,
    leadName: joinedName(row),
    teamName: row.team_name,
    measure: row.measure,
    unit: row.unit,
    direction: row.direction,
    baselineValue: row.baseline_value,
    baselineOn: row.baseline_on,
    targetValue: row.target_value,
    targetOn: row.target_on,
    latest,
    wayShare: shareOfWay(row.baseline_value, row.target_value, latest?.value ?? null),
    events: spend.events,
    paidPence: spend.paidPence,
    promisedPence: spend.promisedPence,
    isArchived: row.is_archived === 1,
  }
}

function rowToReading(row: PriorityReadingRow): Reading {
  return { id: row.id, readOn: row.read_on, value: row.value, note: row.note }
}

/** Of two readings on one day the later written one counts. */
function latestReadings(db: ReadDb, academicYear: number, upTo: Day): Map<string, Reading> {
  const rows = db.all(
    sql
      .selectFrom('priority_reading as r')
      .innerJoin('priority as p', 'p.id', 'r.priority_id')
      .selectAll('r')
      .where('p.academic_year', '=', academicYear)
      .where('r.read_on', '<=', upTo)
      .orderBy('r.read_on')
      .orderBy('r.id'),
  )
  return new Map(rows.map((row) => [row.priority_id, rowToReading(row)]))
}

/** What each priority of a year has had and cost, whenever that was: an event may be paid for in another year. */
function spendByPriority(db: ReadDb, academicYear: number): Map<string, Spend> {
  const rows = db.all(
    eventQuery()
      .innerJoin('priority as p', 'p.id', 'e.priority_id')
      .select('e.priority_id')
      .where('p.academic_year', '=', academicYear),
  )
  const spent = spendOfEvents(
    db,
    rows.map((row) => row.id),
  )
  const found = new Map<string, Spend>()
  for (const row of rows) {
    if (row.priority_id === null) continue
    const so = found.get(row.priority_id) ?? nothingSpent
    found.set(row.priority_id, {
      events: so.events + (row.status === 'cancelled' ? 0 : 1),
      paidPence: pence(so.paidPence + spent(row.id, 'paid')),
      promisedPence: pence(so.promisedPence + spent(row.id, 'promised')),
    })
  }
  return found
}

/** Events with their first day and people booked, those put away too: they happened, and cost what they cost. */
function eventQuery() {
  return sql
    .selectFrom('event as e')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .select((eb) => [
      'e.id',
      'e.title as event_title',
      'a.title',
      'e.status',
      eb
        .selectFrom('session as s')
        .select((s) => s.fn.min<Day>('s.held_on').as('on'))
        .whereRef('s.event_id', '=', 'e.id')
        .as('first_on'),
      eb
        .selectFrom('booking as b')
        .select((b) => b.fn.countAll<number>().as('n'))
        .whereRef('b.event_id', '=', 'e.id')
        .where('b.state', '=', 'booked')
        .as('people'),
    ])
}

/** One priority with everything about it. Throws Refusal `record.missing`. */
export function priorityOf(db: ReadDb, id: string, upTo: Day): Priority {
  const row = db.first(priorityQuery().where('p.id', '=', id))
  if (!row) throw new Refusal('record.missing')
  const readings = db
    .all(
      sql.selectFrom('priority_reading').selectAll().where('priority_id', '=', id).orderBy('read_on').orderBy('id'),
    )
    .map(rowToReading)
  const events = db.all(eventQuery().where('e.priority_id', '=', id).orderBy('first_on', 'desc'))
  const spent = spendOfEvents(
    db,
    events.map((event) => event.id),
  )
  const servedBy = events.map((event) => ({
    eventId: event.id,
    title: fullEventTitle(event.title, event.event_title),
    status: event.status,
    firstOn: event.first_on,
    people: event.people ?? 0,
    paidPence: spent(event.id, 'paid'),
    promisedPence: spent(event.id, 'promised'),
  }))
  const spend: Spend = {
    events: servedBy.filter((event) => event.status !== 'cancelled').length,
    paidPence: sumPence(servedBy.map((event) => event.paidPence)),
    promisedPence: sumPence(servedBy.map((event) => event.promisedPence)),
  }
  const latest = readings.filter((reading) => reading.readOn <= upTo).at(-1) ?? null
  return {
    ...lineOf(row, latest, spend),
    successCriteria: row.success_criteria,
    teamId: row.team_id,
    leadPersonId: row.lead_person_id,
    readings,
    servedBy,
  }
}

/** Years with priorities. */
export function yearsWithPriorities(db: ReadDb): number[] {
  return db
    .all(sql.selectFrom('priority').select('academic_year').where('is_archived', '=', 0).distinct())
    .map((row) => row.academic_year)
}

import type { ActivityLine, SessionLine } from '../../../shared/features/activities/contract'
import type { ActivityInput, EventInput } from '../../../shared/features/activities/model'
import type { Day } from '../../../shared/kernel/dates'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { EventRow, SessionRow } from '../../db/schema'

/** Activities by title, with how often each ran. */
export function listActivities(db: ReadDb, filter: { includeArchived: boolean; id?: string }): ActivityLine[] {
  let query = sql
    .selectFrom('activity as a')
    .leftJoin('provider as p', 'p.id', 'a.provider_id')
    .selectAll('a')
    .select((eb) => [
      'p.name as provider_name',
      eb
        .selectFrom('event as e')
        .select((b) => b.fn.countAll<number>().as('v'))
        .whereRef('e.activity_id', '=', 'a.id')
        .where('e.status', '<>', 'cancelled')
        .as('events'),
      eb
        .selectFrom('event as e')
        .innerJoin('session as s', 's.event_id', 'e.id')
        .select((b) => b.fn.max<Day | null>('s.held_on').as('v'))
        .whereRef('e.activity_id', '=', 'a.id')
        .where('e.status', '<>', 'cancelled')
        .as('last_on'),
    ])
    .orderBy('a.title')
  if (filter.id !== undefined) query = query.where('a.id', '=', filter.id)
  if (!filter.includeArchived) query = query.where('a.is_archived', '=', 0)
  return db.all(query).map((row) => ({
    id: row.id,
    title: row.title,
    reference: row.reference,
    typeCode: row.type_code,
    provisionCode: row.provision_code,
    levelCode: row.level_code,
    providerId: row.provider_id,
    providerName: row.provider_name,
    defaultMinutes: row.default_minutes,
    description: row.description,
    isArchived: row.is_archived === 1,
    events: row.events ?? 0,
    lastOn: row.last_on,
  }))
}

/** The activity of a title, whatever the capitals, put away or not. */
export function activityByTitle(db: ReadDb, title: string): string | undefined {
  return db.first(
    sql
      .selectFrom('activity')
      .select('id')
      .where((eb) => eb(eb.fn<string>('lower', ['title']), '=', title.toLowerCase()))
      .orderBy('is_archived')
      .orderBy('id', 'desc')
      .limit(1),
  )?.id
}

/** Inserts an activity, or changes the one with the id. Returns its id. */
export function saveActivity(db: WriteDb, input: ActivityInput): string {
  const values = {
    title: input.title,
    reference: input.reference,
    type_code: input.typeCode,
    provision_code: input.provisionCode,
    level_code: input.levelCode,
    provider_id: input.providerId,
    default_minutes: input.defaultMinutes,
    description: input.description,
  }
  if (input.id !== null) {
    db.runOne(sql.updateTable('activity').set(values).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('activity').values({ id, ...values, is_archived: 0 }))
  return id
}

export function setActivityArchived(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('activity')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

export function setEventArchived(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('event')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

export function eventRow(db: ReadDb, id: string): EventRow | undefined {
  return db.first(sql.selectFrom('event').selectAll().where('id', '=', id))
}

/** Inserts an event, or changes the one with the id; its sessions are kept apart. Returns its id. */
export function saveEventRow(
  db: WriteDb,
  input: Omit<EventInput, 'sessions' | 'newActivity' | 'activityId'> & { readonly activityId: string },
): string {
  const values = {
    activity_id: input.activityId,
    title: input.title,
    status: input.status,
    venue: input.venue,
    led_by: input.ledBy,
    capacity: input.capacity,
    minimum_people: input.minimumPeople,
    priority_id: input.priorityId,
    note: input.note,
    cancel_reason: null,
  }
  if (input.id !== null) {
    db.runOne(sql.updateTable('event').set(values).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('event').values({ id, ...values, is_archived: 0 }))
  return id
}

export function setEventStatus(db: WriteDb, id: string, status: EventRow['status'], reason: string | null): void {
  db.runOne(sql.updateTable('event').set({ status, cancel_reason: reason }).where('id', '=', id))
}

/** The sessions of an event in order, with how many marks each has. */
export function listSessions(db: ReadDb, eventId: string): SessionLine[] {
  const query = sql
    .selectFrom('session as s')
    .selectAll('s')
    .select((eb) =>
      eb
        .selectFrom('attendance as t')
        .select((b) => b.fn.countAll<number>().as('v'))
        .whereRef('t.session_id', '=', 's.id')
        .as('marks'),
    )
    .where('s.event_id', '=', eventId)
    .orderBy('s.held_on')
    .orderBy('s.starts_at')
    .orderBy('s.id')
  return db.all(query).map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    durationMinutes: row.duration_minutes,
    isInsetDay: row.is_inset_day === 1,
    marks: row.marks ?? 0,
  }))
}

/** The day of an event's first session; undefined without one. */
export function firstDayOf(db: ReadDb, eventId: string): Day | undefined {
  return db.first(
    sql.selectFrom('session').select('held_on').where('event_id', '=', eventId).orderBy('held_on').limit(1),
  )?.held_on
}

export function insertSession(db: WriteDb, values: Omit<SessionRow, 'id'>): string {
  const id = newId()
  db.runOne(sql.insertInto('session').values({ id, ...values }))
  return id
}

export function updateSession(db: WriteDb, id: string, values: Omit<SessionRow, 'id'>): void {
  db.runOne(sql.updateTable('session').set(values).where('id', '=', id).where('event_id', '=', values.event_id))
}

export function deleteSession(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('session').where('id', '=', id))
}

/** How many marks say that someone was there (for at least a part) at an event. */
export function creditedMarks(db: ReadDb, eventId: string): number {
  const row = db.first(
    sql
      .selectFrom('session as s')
      .innerJoin('attendance as t', 't.session_id', 's.id')
      .select((eb) => eb.fn.countAll<number>().as('marks'))
      .where('s.event_id', '=', eventId)
      .where('t.state', '<>', 'absent'),
  )
  return row?.marks ?? 0
}

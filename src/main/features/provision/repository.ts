import { sql as raw } from 'kysely'
import { HEAD_MINUTES } from '../../../shared/features/activities/rules'
import type { Provider, ProviderInput } from '../../../shared/features/provision/model'
import { pence } from '../../../shared/kernel/money'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { linesMovedIn, spendOfLines, type DaySpan } from '../../db/spend-of-lines'

/** The two ends of a year, both inside. */
export type Span = DaySpan

/** Providers by name, with events that were not cancelled, heads and money of a span of days, or of all years. */
export function listProviders(db: ReadDb, span: Span | undefined, includeArchived: boolean): Provider[] {
  const events = new Map(db.all(eventCounts(span)).map((row) => [row.provider_id, row.events]))
  const headCounts = new Map(db.all(headsByProvider(span)).map((row) => [row.provider_id, row.heads]))
  const money = new Map(db.all(spendByProvider(span)).map((row) => [row.provider_id, row]))
  const spent = (id: string, state: 'paid' | 'promised') => pence(money.get(id)?.[state] ?? 0)
  let query = sql.selectFrom('provider').selectAll().orderBy('name')
  if (!includeArchived) query = query.where('is_archived', '=', 0)
  return db.all(query).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    contact: row.contact,
    workEmail: row.work_email,
    phone: row.phone,
    website: row.website,
    note: row.note,
    isArchived: row.is_archived === 1,
    events: events.get(row.id) ?? 0,
    heads: headCounts.get(row.id) ?? 0,
    paidPence: spent(row.id, 'paid'),
    promisedPence: spent(row.id, 'promised'),
  }))
}

/** Sessions of events that were not cancelled, with the provider of their activity. */
function sessionsOfProviders(span: Span | undefined) {
  const sessions = sql
    .selectFrom('session as s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .where('a.provider_id', 'is not', null)
    .where('e.status', '<>', 'cancelled')
  return span ? sessions.where('s.held_on', '>=', span.startsOn).where('s.held_on', '<=', span.endsOn) : sessions
}

function eventCounts(span: Span | undefined) {
  return sessionsOfProviders(span)
    .select(['a.provider_id', raw<number>`count(distinct e.id)`.as('events')])
    .groupBy('a.provider_id')
}

function headsByProvider(span: Span | undefined) {
  const people = sessionsOfProviders(span)
    .innerJoin('attendance as t', 't.session_id', 's.id')
    .innerJoin('booking as b', 'b.id', 't.booking_id')
    .select(['a.provider_id', 'b.person_id'])
    .groupBy(['a.provider_id', 'b.person_id'])
    .having((eb) => eb.fn.sum('t.credited_minutes'), '>=', HEAD_MINUTES)
  return sql
    .selectFrom(people.as('p'))
    .select((eb) => ['p.provider_id', eb.fn.countAll<number>().as('heads')])
    .groupBy('p.provider_id')
}

/** What was paid and promised for the events of each provider; without a span, in all years. */
function spendByProvider(span: Span | undefined) {
  const lines = span ? raw`l.id in ${linesMovedIn(span)} and l.event_id is not null` : raw`l.event_id is not null`
  // Added up by event first, so that a provider is looked up once for each event.
  return statement(raw<{ provider_id: string; paid: number; promised: number }>`
    with spend as materialized (
      select event_id, sum(paid_pence) as paid, sum(promised_pence) as promised
      from (${spendOfLines(lines, span)}) group by event_id
    )
    select a.provider_id, sum(s.paid) as paid, sum(s.promised) as promised
    from spend s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
    where a.provider_id is not null group by a.provider_id`)
}

/** Inserts a provider, or changes the one with the id. Returns its id. */
export function saveProvider(db: WriteDb, input: ProviderInput): string {
  const values = {
    name: input.name,
    kind: input.kind,
    contact: input.contact,
    work_email: input.workEmail,
    phone: input.phone,
    website: input.website,
    note: input.note,
  }
  if (input.id !== null) {
    db.runOne(sql.updateTable('provider').set(values).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('provider').values({ id, ...values, is_archived: 0 }))
  return id
}

export function archiveProvider(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('provider')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

/** The provider of a name, whatever the capitals; undefined when there is none. */
export function providerByName(db: ReadDb, name: string): string | undefined {
  return db.first(sql.selectFrom('provider').select('id').where('name', '=', name))?.id
}

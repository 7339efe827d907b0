import { sql as raw } from 'kysely'
import { HEAD_MINUTES } from '../../../shared/features/activities/rules'
import type { Provider, ProviderInput } from '../../../shared/features/provision/model'
import type { Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** The two ends of a year, both inside. */
export interface Span {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Providers by name, with events that were not cancelled, heads and money of a span of days. */
export function listProviders(db: ReadDb, span: Span, includeArchived: boolean): Provider[] {
  const events = new Map(db.all(eventCounts(span)).map((row) => [row.provider_id, row.events]))
  const headCounts = new Map(db.all(headsByProvider(span)).map((row) => [row.provider_id, row.heads]))
  const money = db.all(spendByProvider(span))
  const spent = (id: string, state: 'paid' | 'promised') =>
    pence(money.find((row) => row.provider_id === id && row.state === state)?.pence ?? 0)
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

function eventCounts({ startsOn, endsOn }: Span) {
  return sql
    .selectFrom('session as s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .select(['a.provider_id', raw<number>`count(distinct e.id)`.as('events')])
    .where('s.held_on', '>=', startsOn)
    .where('s.held_on', '<=', endsOn)
    .where('a.provider_id', 'is not', null)
    .where('e.status', '<>', 'cancelled')
    .groupBy('a.provider_id')
}

function headsByProvider({ startsOn, endsOn }: Span) {
  const people = sql
    .selectFrom('session as s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .innerJoin('attendance as t', 't.session_id', 's.id')
    .innerJoin('booking as b', 'b.id', 't.booking_id')
    .select(['a.provider_id', 'b.person_id'])
    .where('s.held_on', '>=', startsOn)
    .where('s.held_on', '<=', endsOn)
    .where('a.provider_id', 'is not', null)
    .where('e.status', '<>', 'cancelled')
    .groupBy(['a.provider_id', 'b.person_id'])
    .having((eb) => eb.fn.sum('t.credited_minutes'), '>=', HEAD_MINUTES)
  return sql
    .selectFrom(people.as('p'))
    .select((eb) => ['p.provider_id', eb.fn.countAll<number>().as('heads')])
    .groupBy('p.provider_id')
}

function spendByProvider({ startsOn, endsOn }: Span) {
  // Added up by event first: joined the other way round, the year would not reach the movements.
  return sql
    .with(
      (name) => name('s').materialized(),
      (qb) =>
        qb
          .selectFrom('spend_effect')
          .select((eb) => ['event_id', 'state', eb.fn.sum<number>('pence').as('pence')])
          .where('moved_on', '>=', startsOn)
          .where('moved_on', '<=', endsOn)
          .groupBy(['event_id', 'state']),
    )
    .selectFrom('s')
    .innerJoin('event as e', 'e.id', 's.event_id')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .select((eb) => ['a.provider_id', 's.state', eb.fn.sum<number>('s.pence').as('pence')])
    .where('a.provider_id', 'is not', null)
    .groupBy(['a.provider_id', 's.state'])
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

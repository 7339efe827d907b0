import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Opportunity, OpportunityDate, OpportunityLine } from '../../../shared/features/opportunities/model'
import { standardsOf } from '../../../shared/features/opportunities/standards'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { zRichText } from '../../../shared/kernel/rich-text'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'
import { personNameSql } from '../../db/person-names'
import type { OpportunityDateRow, OpportunityRow } from '../../db/schema'

const zTexts = z.array(z.string())

/** A list of texts as it is kept. */
export const textsOf = (json: string): string[] => (json === '[]' ? [] : zTexts.parse(JSON.parse(json)))

interface Names {
  readonly provider_name: string | null
  readonly expert_name: string | null
}

/** Everything of an opportunity but its text, which a list of thousands must not read. */
const lineColumns = [
  'o.id',
  'o.title',
  'o.type_code',
  'o.level_code',
  'o.provision_code',
  'o.provider_id',
  'o.expert_person_id',
  'o.mode',
  'o.duration_count',
  'o.duration_unit',
  'o.price_net_pence',
  'o.price_vat_pence',
  'o.places',
  'o.reference',
  'o.group_ids_json',
  'o.standards_json',
  'o.subjects_json',
  'o.ages_json',
  'o.source_name',
  'o.is_archived',
] as const
type LineRow = Pick<OpportunityRow, ColumnName<(typeof lineColumns)[number]>> & Names
type ColumnName<T extends string> = T extends `o.${infer Name extends keyof OpportunityRow}` ? Name : never

function withNames() {
  return sql
    .selectFrom('opportunity as o')
    .leftJoin('provider as r', 'r.id', 'o.provider_id')
    .leftJoin('person as x', 'x.id', 'o.expert_person_id')
    .select(['r.name as provider_name', raw<string | null>`${raw.raw(personNameSql('x'))}`.as('expert_name')])
}

interface Times {
  readonly dates: number
  readonly next_on: Day | null
  readonly last_on: Day | null
}

/** When opportunities run, by their id. */
function timesOf(db: ReadDb, today: Day): Map<string, Times> {
  const rows = db.all(
    sql
      .selectFrom('opportunity_date')
      .select((eb) => [
        'opportunity_id',
        eb.fn.countAll<number>().as('dates'),
        raw<Day | null>`min(iif(starts_on >= ${today}, starts_on, null))`.as('next_on'),
        eb.fn.max('starts_on').as('last_on'),
      ])
      .groupBy('opportunity_id'),
  )
  return new Map(rows.map((row) => [row.opportunity_id, row]))
}

/** How many rows of a table belong to each opportunity. */
function countsOf(db: ReadDb, table: 'offer_item' | 'opportunity_event'): Map<string, number> {
  const rows = db.all(
    sql
      .selectFrom(table)
      .select((eb) => ['opportunity_id', eb.fn.countAll<number>().as('n')])
      .groupBy('opportunity_id'),
  )
  return new Map(rows.map((row) => [row.opportunity_id, row.n]))
}

/** The catalogue in the order of titles. */
export function listOpportunities(
  db: ReadDb,
  today: Day,
  { includeArchived }: { readonly includeArchived: boolean },
): OpportunityLine[] {
  const times = timesOf(db, today)
  const offers = countsOf(db, 'offer_item')
  const events = countsOf(db, 'opportunity_event')
  let query = withNames().select(lineColumns).orderBy('o.title').orderBy('o.id')
  if (!includeArchived) query = query.where('o.is_archived', '=', 0)
  return db
    .all(query)
    .map((row) => rowToLine(row, times.get(row.id), offers.get(row.id) ?? 0, events.get(row.id) ?? 0))
}

function rowToLine(row: LineRow, times: Times | undefined, offers: number, events: number): OpportunityLine {
  return {
    id: row.id,
    title: row.title,
    typeCode: row.type_code,
    levelCode: row.level_code,
    provisionCode: row.provision_code,
    providerId: row.provider_id,
    providerName: row.provider_name,
    expertPersonId: row.expert_person_id,
    expertName: row.expert_name,
    mode: row.mode,
    durationCount: row.duration_count,
    durationUnit: row.duration_unit,
    priceNetPence: row.price_net_pence,
    priceVatPence: row.price_vat_pence,
    places: row.places,
    reference: row.reference,
    groupIds: textsOf(row.group_ids_json),
    standards: standardsOf(row.standards_json),
    subjects: textsOf(row.subjects_json),
    ages: textsOf(row.ages_json),
    sourceName: row.source_name,
    isArchived: row.is_archived === 1,
    dates: times?.dates ?? 0,
    nextOn: times?.next_on ?? null,
    lastOn: times?.last_on ?? null,
    offers,
    events,
  }
}

/** The dates of an opportunity in order, each with the event that was made of it. */
export function datesOf(db: ReadDb, opportunityId: string): OpportunityDate[] {
  const rows = db.all(
    sql
      .selectFrom('opportunity_date as d')
      .leftJoin('opportunity_event as m', 'm.date_id', 'd.id')
      .selectAll('d')
      .select('m.event_id')
      .where('d.opportunity_id', '=', opportunityId)
      .orderBy('d.starts_on')
      .orderBy('d.starts_at')
      .orderBy('d.id'),
  )
  return rows.map((row) => ({ ...rowToDate(row), eventId: row.event_id }))
}

function rowToDate(row: OpportunityDateRow): Omit<OpportunityDate, 'eventId'> {
  return {
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    venue: row.venue,
    ledBy: row.led_by,
    mode: row.mode,
    placesLeft: row.places_left,
    reference: row.reference,
    bookingAddress: row.booking_address,
  }
}

/** The events that were made of an opportunity, newest first. */
function eventsOf(db: ReadDb, opportunityId: string): Opportunity['eventList'] {
  const rows = db.all(
    sql
      .selectFrom('opportunity_event as m')
      .innerJoin('event as e', 'e.id', 'm.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select((eb) => [
        'e.id',
        'e.status',
        eventTitle().as('title'),
        eb
          .selectFrom('session as s')
          .select((b) => b.fn.min('s.held_on').as('v'))
          .whereRef('s.event_id', '=', 'e.id')
          .as('first_on'),
        eb
          .selectFrom('booking as b')
          .select((b) => b.fn.countAll<number>().as('v'))
          .whereRef('b.event_id', '=', 'e.id')
          .where('b.state', '=', 'booked')
          .as('booked'),
      ])
      .where('m.opportunity_id', '=', opportunityId)
      .orderBy('first_on', 'desc')
      .orderBy('e.id'),
  )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    firstOn: row.first_on,
    booked: row.booked ?? 0,
    isCancelled: row.status === 'cancelled',
  }))
}

/** The row of one opportunity. Throws Refusal `record.missing`. */
export function opportunityRow(db: ReadDb, id: string): OpportunityRow {
  const row = db.first(sql.selectFrom('opportunity').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** One opportunity with its text, its dates and its events. Throws Refusal `record.missing`. */
export function opportunityOf(db: ReadDb, id: string, today: Day): Opportunity {
  const row = db.first(
    withNames().select(lineColumns).select(['o.about_json', 'o.booking_address']).where('o.id', '=', id),
  )
  if (!row) throw new Refusal('record.missing')
  const dateList = datesOf(db, id)
  const eventList = eventsOf(db, id)
  const times = {
    dates: dateList.length,
    next_on: dateList.find(({ startsOn }) => startsOn >= today)?.startsOn ?? null,
    last_on: dateList.at(-1)?.startsOn ?? null,
  }
  return {
    ...rowToLine(row, times, offersWith(db, id), eventList.length),
    about: row.about_json === null ? null : zRichText.parse(JSON.parse(row.about_json)),
    bookingAddress: row.booking_address,
    dateList,
    eventList,
  }
}

function offersWith(db: ReadDb, id: string): number {
  const row = db.first(
    sql
      .selectFrom('offer_item')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('opportunity_id', '=', id),
  )
  return row?.n ?? 0
}

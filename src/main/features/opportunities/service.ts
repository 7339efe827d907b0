import type { EventInput } from '../../../shared/features/activities/model'
import type { DateInput, OpportunityInput } from '../../../shared/features/opportunities/model'
import { datesWords, durationMinutes } from '../../../shared/features/opportunities/words'
import { standardsJson } from '../../../shared/features/opportunities/standards'
import type { Typology } from '../../../shared/features/packs/model'
import { minutesBetween } from '../../../shared/features/activities/rules'
import { Refusal, type FieldError } from '../../../shared/kernel/result'
import { plainText, zRichText } from '../../../shared/kernel/rich-text'
import { sql, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { OpportunityDateRow, OpportunityRow } from '../../db/schema'
import { opportunityRow } from './catalogue'

/** Keeps an opportunity. Throws Refusals `input.invalid` (a code that the typology does not know), `opportunity.own-staff`. */
export function saveOpportunity(db: WriteDb, input: OpportunityInput, typology: Typology): string {
  const fields: FieldError[] = []
  const invalid = (path: string) => fields.push({ path, code: 'input.invalid' })
  if (!typology.types.some(({ code }) => code === input.typeCode)) invalid('typeCode')
  if (!typology.levels.some(({ code }) => code === input.levelCode)) invalid('levelCode')
  if (fields.length > 0) throw new Refusal('input.invalid', undefined, fields)
  if (input.expertPersonId !== null && input.provisionCode === 'external') {
    throw new Refusal('opportunity.own-staff', undefined, [
      { path: 'expertPersonId', code: 'opportunity.own-staff' },
    ])
  }
  const columns = columnsOf(input)
  if (input.id !== null) {
    db.runOne(sql.updateTable('opportunity').set(columns).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  const source = {
    source_name: null,
    source_id: null,
    source_code: null,
    source_provider: null,
    source_title: null,
  }
  db.runOne(sql.insertInto('opportunity').values({ id, ...columns, ...source, is_archived: 0 }))
  return id
}

type Typed = Omit<OpportunityRow, 'id' | 'is_archived' | `source_${string}`>

function columnsOf(input: OpportunityInput): Typed {
  return {
    title: input.title,
    type_code: input.typeCode,
    level_code: input.levelCode,
    provision_code: input.provisionCode,
    provider_id: input.providerId,
    expert_person_id: input.expertPersonId,
    mode: input.mode,
    about_json: input.about === null ? null : JSON.stringify(input.about),
    duration_count: input.durationCount,
    duration_unit: input.durationUnit,
    price_net_pence: input.priceNetPence,
    price_vat_pence: input.priceVatPence,
    places: input.places,
    reference: input.reference,
    booking_address: input.bookingAddress,
    group_ids_json: JSON.stringify(input.groupIds),
    standards_json: standardsJson(input.standards),
    subjects_json: JSON.stringify(input.subjects),
    ages_json: JSON.stringify(input.ages),
  }
}

/** Puts opportunities away, or takes them out again; answers how many were not so already. */
export function archiveOpportunities(db: WriteDb, ids: readonly string[], isArchived: boolean): number {
  let count = 0
  for (const id of ids) {
    count += db.run(
      sql
        .updateTable('opportunity')
        .set({ is_archived: isArchived ? 1 : 0 })
        .where('id', '=', id)
        .where('is_archived', '=', isArchived ? 0 : 1),
    )
  }
  return count
}

/** Keeps a date of an opportunity. Throws Refusal `record.missing`. */
export function saveDate(db: WriteDb, input: DateInput): string {
  opportunityRow(db, input.opportunityId)
  const columns = {
    opportunity_id: input.opportunityId,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    venue: input.venue,
    led_by: input.ledBy,
    mode: input.mode,
    places_left: input.placesLeft,
    reference: input.reference,
    booking_address: input.bookingAddress,
  }
  if (input.id !== null) {
    db.runOne(
      sql
        .updateTable('opportunity_date')
        .set(columns)
        .where('id', '=', input.id)
        .where('opportunity_id', '=', input.opportunityId),
    )
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('opportunity_date').values({ id, ...columns, source_key: null }))
  return id
}

/** Removes a date. Throws Refusals `opportunity.date-made`, `record.missing`. */
export function removeDate(db: WriteDb, id: string): void {
  const made = db.first(sql.selectFrom('opportunity_event').select('id').where('date_id', '=', id))
  if (made) throw new Refusal('opportunity.date-made')
  db.runOne(sql.deleteFrom('opportunity_date').where('id', '=', id))
}

export interface MakeEventNeeds {
  readonly schoolDayMinutes: number
  /** The activities feature's way of keeping an event. */
  readonly keepEvent: (db: WriteDb, event: EventInput) => string
}

/** What a table holds of a longer description. */
const longestDescription = 4000
const minutesOfADay = 1440

/**
 * Makes an event of an opportunity, on one of its dates, so that people can be booked: a run of the activity that was
 * made of it before, or of a new one. A course of several days gets its first day and says when it ends. Throws
 * Refusals `record.missing`, `opportunity.archived`, `opportunity.date-made`.
 */
export function makeEvent(
  db: WriteDb,
  { id, dateId }: { readonly id: string; readonly dateId: string | null },
  needs: MakeEventNeeds,
): { eventId: string; title: string } {
  const row = opportunityRow(db, id)
  if (row.is_archived === 1) throw new Refusal('opportunity.archived')
  const date = dateId === null ? undefined : dateToMake(db, id, dateId)
  const activityId = activityMadeBefore(db, row)
  const eventId = needs.keepEvent(db, {
    id: null,
    activityId,
    newActivity: activityId === null ? activityOf(row, needs.schoolDayMinutes) : null,
    title: null,
    status: 'planned',
    venue: date?.venue?.slice(0, 200) ?? null,
    ledBy: date?.led_by ?? null,
    capacity: row.provision_code === 'within' && row.places !== null && row.places <= 10_000 ? row.places : null,
    minimumPeople: null,
    priorityId: null,
    note: noteOf(row, date),
    sessions: date === undefined ? [] : [sessionOf(row, date, needs.schoolDayMinutes)],
  })
  db.runOne(
    sql
      .insertInto('opportunity_event')
      .values({ id: newId(), opportunity_id: id, date_id: dateId, event_id: eventId }),
  )
  return { eventId, title: row.title }
}

function dateToMake(db: WriteDb, opportunityId: string, dateId: string): OpportunityDateRow {
  const date = db.first(
    sql
      .selectFrom('opportunity_date')
      .selectAll()
      .where('id', '=', dateId)
      .where('opportunity_id', '=', opportunityId),
  )
  if (!date) throw new Refusal('record.missing')
  const made = db.first(sql.selectFrom('opportunity_event').select('id').where('date_id', '=', dateId))
  if (made) throw new Refusal('opportunity.date-made')
  return date
}

/** The activity of an event that was made of this before, as long as it still goes by its title. */
function activityMadeBefore(db: WriteDb, row: OpportunityRow): string | null {
  const made = db.first(
    sql
      .selectFrom('opportunity_event as m')
      .innerJoin('event as e', 'e.id', 'm.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select('a.id')
      .where('m.opportunity_id', '=', row.id)
      .where('a.title', '=', row.title)
      .where('a.is_archived', '=', 0)
      .orderBy('m.id', 'desc'),
  )
  return made?.id ?? null
}

function activityOf(row: OpportunityRow, schoolDayMinutes: number): NonNullable<EventInput['newActivity']> {
  const about = row.about_json === null ? null : plainText(zRichText.parse(JSON.parse(row.about_json)))
  return {
    id: null,
    title: row.title,
    reference: row.reference?.slice(0, 60) ?? null,
    typeCode: row.type_code,
    provisionCode: row.provision_code,
    levelCode: row.level_code,
    providerId: row.provider_id,
    defaultMinutes: minutesOf(row, schoolDayMinutes),
    description: about === null || about === '' ? null : about.slice(0, longestDescription),
  }
}

const minutesOf = (row: OpportunityRow, schoolDayMinutes: number): number | null =>
  durationMinutes({ durationCount: row.duration_count, durationUnit: row.duration_unit }, schoolDayMinutes)

/** The first day: its length from its times, else from what the course lasts, at most a school day for one day of several. */
function sessionOf(
  row: OpportunityRow,
  date: OpportunityDateRow,
  schoolDayMinutes: number,
): EventInput['sessions'][number] {
  const { starts_at: startsAt, ends_at: endsAt } = date
  const isTimed = startsAt !== null && endsAt !== null && minutesBetween(startsAt, endsAt) !== undefined
  const minutes = Math.min(minutesOf(row, schoolDayMinutes) ?? schoolDayMinutes, schoolDayMinutes, minutesOfADay)
  return {
    id: null,
    heldOn: date.starts_on,
    startsAt,
    endsAt: isTimed ? endsAt : null,
    durationMinutes: isTimed ? null : minutes,
    isInsetDay: false,
  }
}

/** What whoever books has to know. */
function noteOf(row: OpportunityRow, date: OpportunityDateRow | undefined): string | null {
  const address = date?.booking_address ?? row.booking_address
  const isLong = date !== undefined && date.ends_on !== null && date.ends_on !== date.starts_on
  const parts = [
    isLong
      ? `Runs ${datesWords({ startsOn: date.starts_on, endsOn: date.ends_on })}: add its other sessions.`
      : null,
    date?.reference == null ? null : `Reference ${date.reference}.`,
    address === null ? null : `Booked at ${address}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

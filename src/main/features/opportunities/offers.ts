import { sql as raw } from 'kysely'
import type {
  Answer,
  AnswersInput,
  OfferDetail,
  OfferInput,
  OfferLine,
} from '../../../shared/features/opportunities/offers'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { Refusal } from '../../../shared/kernel/result'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personListName } from '../../db/person-names'

/** Somebody who works here on a day, as far as an offer must know. */
export interface PersonHere {
  readonly personId: string
  readonly staffGroupId: string | null
  readonly teamIds: readonly string[]
}

/** Keeps an offer; the people are those named and those of the groups and teams on its day, each once. */
export function sendOffer(
  db: WriteDb,
  input: OfferInput,
  here: readonly PersonHere[],
  sentByPersonId: string | null,
  today: Day,
): { id: string; people: number } {
  if (input.sentOn > today) throw new Refusal('offer.ahead', undefined, [{ path: 'sentOn', code: 'offer.ahead' }])
  const groups = new Set(input.groupIds)
  const ofGroups = here.filter(({ staffGroupId }) => staffGroupId !== null && groups.has(staffGroupId))
  const teams = new Set(input.teamIds)
  const ofTeams = here.filter(({ teamIds }) => teamIds.some((id) => teams.has(id)))
  const people = new Set([...[...ofGroups, ...ofTeams].map(({ personId }) => personId), ...input.personIds])
  if (people.size === 0) throw new Refusal('offer.nobody', undefined, [{ path: 'groupIds', code: 'offer.nobody' }])
  const id = newId()
  const { kind, title, words, sentOn } = input
  const row = { id, kind, title, words, sent_on: sentOn, sent_by_person_id: sentByPersonId }
  db.runOne(sql.insertInto('offer').values(row))
  ;[...new Set(input.opportunityIds)].forEach((opportunity_id, position) =>
    db.runOne(sql.insertInto('offer_item').values({ id: newId(), offer_id: id, opportunity_id, position })),
  )
  for (const person_id of people)
    db.runOne(sql.insertInto('offer_person').values({ id: newId(), offer_id: id, person_id }))
  return { id, people: people.size }
}

/** Keeps answers; null takes one back. Throws Refusal `offer.not-sent` for what was not offered to that person. */
export function keepAnswers(db: WriteDb, { offerId, answers }: AnswersInput, today: Day): number {
  const items = new Set(
    db
      .all(sql.selectFrom('offer_item').select('opportunity_id').where('offer_id', '=', offerId))
      .map((row) => row.opportunity_id),
  )
  const people = new Set(
    db
      .all(sql.selectFrom('offer_person').select('person_id').where('offer_id', '=', offerId))
      .map((row) => row.person_id),
  )
  for (const { personId, opportunityId, answer, why } of answers) {
    if (!items.has(opportunityId) || !people.has(personId)) throw new Refusal('offer.not-sent')
    db.run(
      sql
        .deleteFrom('offer_answer')
        .where('offer_id', '=', offerId)
        .where('opportunity_id', '=', opportunityId)
        .where('person_id', '=', personId),
    )
    if (answer === null) continue
    const about = { offer_id: offerId, opportunity_id: opportunityId, person_id: personId }
    db.runOne(sql.insertInto('offer_answer').values({ id: newId(), ...about, answer, why, answered_on: today }))
  }
  return answers.length
}

interface AnswerRow {
  readonly offer_id: string
  readonly opportunity_id: string
  readonly person_id: string
  readonly answer: Answer
  readonly why: string | null
  readonly is_from_booking: number
}

/**
 * What people said, and what their bookings say: who was offered something and is booked on an event that was made of
 * it is booked, whatever was answered. An event answers the offers of the year before its last day, so that what
 * somebody went to in an earlier year answers nothing; one without sessions counts by the day of the booking once it is done,
 * else as to come.
 */
function answersOf(db: ReadDb, offerId: string | null): AnswerRow[] {
  const isAsked = offerId === null ? raw`1 = 1` : raw`i.offer_id = ${offerId}`
  const lastOn = raw`coalesce((select max(held_on) from session where event_id = e.id), iif(e.status = 'done', b.booked_on, f.sent_on))`
  return db.all(
    statement(raw<AnswerRow>`
      with booked as (
        select distinct i.offer_id, i.opportunity_id, b.person_id
        from offer_item i
        join opportunity_event m on m.opportunity_id = i.opportunity_id
        join event e on e.id = m.event_id and e.status <> 'cancelled'
        join booking b on b.event_id = e.id and b.state = 'booked'
        join offer_person p on p.offer_id = i.offer_id and p.person_id = b.person_id
        join offer f on f.id = i.offer_id
        where ${isAsked} and ${lastOn} between f.sent_on and date(f.sent_on, '+1 year')
      )
      select offer_id, opportunity_id, person_id, 'booked' as answer, null as why, 1 as is_from_booking from booked
      union all
      select i.offer_id, i.opportunity_id, i.person_id, i.answer, i.why, 0 from offer_answer i
      where ${isAsked} and not exists (
        select 1 from booked b where b.offer_id = i.offer_id and b.opportunity_id = i.opportunity_id
          and b.person_id = i.person_id)`),
  )
}

interface OfferRowFound {
  readonly id: string
  readonly kind: OfferLine['kind']
  readonly title: string
  readonly words: string | null
  readonly sent_on: Day
  readonly items: number
  readonly people: number
}

function offerRows(db: ReadDb, condition: ReturnType<typeof raw>): OfferRowFound[] {
  return db.all(
    statement(raw<OfferRowFound>`
      select f.id, f.kind, f.title, f.words, f.sent_on,
        (select count(*) from offer_item where offer_id = f.id) as items,
        (select count(*) from offer_person where offer_id = f.id) as people
      from offer f where ${condition} order by f.sent_on desc, f.id desc`),
  )
}

function rowToOffer(row: OfferRowFound, answers: readonly AnswerRow[]): OfferLine {
  const saying = (answer: Answer) =>
    new Set(answers.filter((one) => one.answer === answer).map((one) => one.person_id))
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    sentOn: row.sent_on,
    opportunities: row.items,
    people: row.people,
    interested: saying('interested').size,
    booked: saying('booked').size,
    no: saying('no').size,
    silent: row.people - new Set(answers.map((one) => one.person_id)).size,
  }
}

/** The offers of some days, newest first. */
export function listOffers(db: ReadDb, span: { readonly startsOn: Day; readonly endsOn: Day }): OfferLine[] {
  const answers = groupBy(answersOf(db, null), (row) => row.offer_id)
  return offerRows(db, raw`f.sent_on between ${span.startsOn} and ${span.endsOn}`).map((row) =>
    rowToOffer(row, answers.get(row.id) ?? []),
  )
}

/** One offer. Throws Refusal `record.missing`. */
export function offerOf(db: ReadDb, id: string, groupNameOf: (personId: string) => string | null): OfferDetail {
  const [row] = offerRows(db, raw`f.id = ${id}`)
  if (!row) throw new Refusal('record.missing')
  const answers = answersOf(db, id)
  const byPerson = groupBy(answers, (one) => one.person_id)
  const people = db.all(
    sql
      .selectFrom('offer_person as o')
      .innerJoin('person as p', 'p.id', 'o.person_id')
      .select(['p.id', 'p.forename', 'p.surname', 'p.known_as'])
      .where('o.offer_id', '=', id)
      .orderBy('p.surname')
      .orderBy('p.forename')
      .orderBy('p.id'),
  )
  return {
    ...rowToOffer(row, answers),
    words: row.words,
    items: db
      .all(
        sql
          .selectFrom('offer_item as i')
          .innerJoin('opportunity as o', 'o.id', 'i.opportunity_id')
          .select(['o.id', 'o.title'])
          .where('i.offer_id', '=', id)
          .orderBy('i.position'),
      )
      .map((item) => ({ opportunityId: item.id, title: item.title })),
    persons: people.map((person) => ({
      personId: person.id,
      name: personListName(person),
      groupName: groupNameOf(person.id),
      answers: (byPerson.get(person.id) ?? []).map((one) => ({
        opportunityId: one.opportunity_id,
        answer: one.answer,
        why: one.why,
        isFromBooking: one.is_from_booking === 1,
      })),
    })),
  }
}

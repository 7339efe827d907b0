import { addDays, earlierOf, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql } from '../../db/handle'
import type { MoneyNeeds } from './money'
import type { SamplePerson } from './people'
import type { PlacedEvent } from './trail'

/**
 * What happens to a booking or a cost afterwards, and makes real records awkward: a cost that two funds pay, a place
 * given up and credited, somebody waiting. It comes last, so that it changes no other record of the sample.
 */
export function fillAfterwards(
  needs: MoneyNeeds,
  events: readonly PlacedEvent[],
  funds: ReadonlyMap<string, string>,
  people: readonly SamplePerson[],
): void {
  const { afterwards } = needs.content
  for (const event of events) {
    const about = <T extends { readonly event: string }>(list: readonly T[]) =>
      list.filter((one) => one.event === event.content.title)
    for (const split of about(afterwards.splits)) shareWithFund(needs, event, split, funds.get(split.fund))
    for (const credit of about(afterwards.credits)) fillCredit(needs, event, credit)
    for (const place of about(afterwards.places)) fillPlace(needs, event, place, people)
  }
}

type Afterwards = MoneyNeeds['content']['afterwards']

/** The cost lines of one kind of an event. */
function linesOf({ db }: MoneyNeeds, event: PlacedEvent, kindCode: string) {
  return db.all(
    sql.selectFrom('cost_line').select('id').where('event_id', '=', event.id).where('kind_code', '=', kindCode),
  )
}

function shareWithFund(
  needs: MoneyNeeds,
  event: PlacedEvent,
  split: Afterwards['splits'][number],
  fundId: string | undefined,
): void {
  if (fundId === undefined) return
  for (const line of linesOf(needs, event, split.kind)) {
    needs.db.runOne(
      sql.insertInto('cost_fund').values({
        id: needs.chance.id(),
        cost_line_id: line.id,
        fund_id: fundId,
        weight: split.weight,
      }),
    )
  }
}

function fillCredit(needs: MoneyNeeds, event: PlacedEvent, credit: Afterwards['credits'][number]): void {
  const creditedOn = addDays(lastDay(event, needs.today), credit.daysAfter)
  if (creditedOn > needs.today) return
  for (const line of linesOf(needs, event, credit.kind)) {
    needs.db.runOne(
      sql.insertInto('cost_movement').values({
        id: needs.chance.id(),
        cost_line_id: line.id,
        kind: 'credited',
        moved_on: creditedOn,
        net_pence: pence(-credit.pence),
        vat_pence: pence(0),
        reference: credit.reference,
      }),
    )
  }
}

/** Books somebody of a group who is not on the event yet: a place given up before it began, or one waited for. */
function fillPlace(
  { db, chance, today }: MoneyNeeds,
  event: PlacedEvent,
  place: Afterwards['places'][number],
  people: readonly SamplePerson[],
): void {
  const first = event.sessions[0]?.heldOn ?? today
  if (place.state === 'waiting' && first <= today) return
  const cancelledOn = place.state === 'cancelled' ? addDays(first, -1) : null
  if (cancelledOn !== null && cancelledOn > today) return
  const booked = new Set(event.bookings.map((booking) => booking.person.id))
  const person = people.find(
    (one) => one.group === place.group && one.leftOn === null && one.startedOn <= first && !booked.has(one.id),
  )
  if (person === undefined) return
  db.runOne(
    sql.insertInto('booking').values({
      id: chance.id(),
      event_id: event.id,
      person_id: person.id,
      state: place.state,
      booked_on: earlierOf(addDays(first, -14), today),
      cancelled_on: cancelledOn,
      cancel_reason: cancelledOn === null ? null : place.reason,
      post_title: person.postTitle,
      team_name: person.teamName,
      staff_group_id: person.group,
      note: null,
    }),
  )
}

function lastDay(event: PlacedEvent, today: Day): Day {
  return event.sessions.at(-1)?.heldOn ?? today
}

import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { statement, type ReadDb } from '../../db/handle'
import type { EventRow, EvaluationRow } from '../../db/schema'

/** A line as far as its traces are looked for. */
interface Traced {
  readonly lineId: string
  /** All the lines of the plan that it is or was. */
  readonly lineIds: readonly string[]
  readonly requestId: string | null
}

/** Where lines of a plan have led to. */
export interface Traces {
  /** The line that an event was made of. */
  readonly lineOfEvent: ReadonlyMap<string, string>
  /** The line of a request. Its costs are known by it, whatever becomes of its place. */
  readonly lineOfRequest: ReadonlyMap<string, string>
  /** The line of the request that has a place. */
  readonly lineOfBooking: ReadonlyMap<string, string>
  /** The event to look at: of the request's place, else the one that was made of the line and is not cancelled. */
  readonly eventOf: ReadonlyMap<string, string>
  /** Lines of requests whose place was given back. */
  readonly givenBack: ReadonlySet<string>
}

const list = (ids: readonly string[]) => raw`(select value from json_each(${JSON.stringify(ids)}))`

/** Follows lines to the events that were made of them, and to the places of their requests that are of this plan. */
export function tracesOf(
  db: ReadDb,
  lines: readonly Traced[],
  isOfPlan: (line: { readonly requestId: string }) => boolean,
): Traces {
  const owner = new Map(lines.flatMap(({ lineId, lineIds }) => lineIds.map((id) => [id, lineId] as const)))
  const asked = new Map(
    lines.flatMap(({ lineId, requestId }) =>
      requestId !== null && isOfPlan({ requestId }) ? [[requestId, lineId] as const] : [],
    ),
  )
  const events = db.all(
    statement(raw<{ id: string; plan_line_id: string }>`
      select id, plan_line_id from event where plan_line_id in ${list([...owner.keys()])}
      order by status = 'cancelled' desc, id`),
  )
  const places = db.all(
    statement(raw<{ request_id: string; booking_id: string; event_id: string; is_given_back: 0 | 1 }>`
      select r.id as request_id, b.id as booking_id, b.event_id,
        r.given_back_on is not null or b.state = 'cancelled' as is_given_back
      from request r join booking b on b.id = r.booking_id where r.id in ${list([...asked.keys()])}`),
  )
  const lineOfEvent = new Map(events.map((row) => [row.id, owner.get(row.plan_line_id) ?? '']))
  const lineOfBooking = new Map(
    places.filter((row) => row.is_given_back === 0).map((row) => [row.booking_id, asked.get(row.request_id) ?? '']),
  )
  const eventOf = new Map([...lineOfEvent].map(([eventId, lineId]) => [lineId, eventId]))
  for (const row of places) eventOf.set(asked.get(row.request_id) ?? '', row.event_id)
  const givenBack = new Set(
    places.filter((row) => row.is_given_back === 1).map((row) => asked.get(row.request_id) ?? ''),
  )
  return { lineOfEvent, lineOfRequest: asked, lineOfBooking, eventOf, givenBack }
}

interface EventFact {
  readonly status: EventRow['status']
  readonly first_on: Day | null
  readonly judgement: EvaluationRow['impact_judgement']
}

/** Where some events stand, and how they were judged. */
export function eventFacts(db: ReadDb, eventIds: readonly string[]): Map<string, EventFact> {
  const rows = db.all(
    statement(raw<EventFact & { id: string }>`
      select e.id, e.status, v.impact_judgement as judgement,
        (select min(held_on) from session where event_id = e.id) as first_on
      from event e left join evaluation v on v.event_id = e.id where e.id in ${list(eventIds)}`),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

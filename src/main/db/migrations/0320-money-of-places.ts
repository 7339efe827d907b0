import { newId } from '../ids'
import type { Migration } from '../migrate'

/**
 * A cost knows the request whose place it pays for, and the day on which it was given up with that place; a request
 * knows when its place was given back. Where a place was passed on, its request follows it. A cost is given up where its
 * place is given back and it was not ordered anew; of an order that came down to nothing, nothing is expected.
 */
export const migration0320: Migration = {
  version: 320,
  name: 'money of places',
  up(database) {
    database.exec(`
      alter table request add column given_back_on text check (given_back_on is date(given_back_on));
      alter table cost_line add column request_id text references request (id);
      alter table cost_line add column given_up_on text check (given_up_on is date(given_up_on));
      create index cost_line_by_request on cost_line (request_id);
    `)
    const follow = database.prepare(`
      update request set booking_id = (select t.id from booking t where t.substitute_for_id = request.booking_id)
      where booking_id is not null
        and (select k.state from booking k where k.id = request.booking_id) = 'cancelled'
        and (select count(*) from booking t where t.substitute_for_id = request.booking_id) = 1
        and (select count(*) from request o where o.booking_id = request.booking_id) = 1
        and not exists (select 1 from request o join booking t on t.id = o.booking_id
          where t.substitute_for_id = request.booking_id)`)
    // A place can have been passed on again, and in a circle.
    for (let times = 0; times < MOST_HANDS && follow.run().changes > 0; times += 1);
    database.exec(`
      update request set given_back_on =
        coalesce((select k.cancelled_on from booking k where k.id = request.booking_id), decided_on, received_on)
      where booking_id is not null and (
        (select k.state from booking k where k.id = request.booking_id) = 'cancelled'
        or exists (select 1 from request o where o.booking_id = request.booking_id and ${lastBooked('o')} > ${lastBooked('request')}));

      update cost_line set request_id = (
        select r.id from request r where r.booking_id = cost_line.booking_id
          and (cost_line.note = 'Request R' || r.number
            or (select count(*) from request o where o.booking_id = r.booking_id) = 1)
        order by cost_line.note = 'Request R' || r.number desc limit 1)
      where booking_id is not null;

      update cost_line set given_up_on = (select g.moved_on from cost_movement g where g.id = ${lastGiveBack})
      where booking_id is not null
        and iif(request_id is not null,
          (select r.given_back_on is not null from request r where r.id = cost_line.request_id),
          (select k.state = 'cancelled' from booking k where k.id = cost_line.booking_id))
        and not exists (select 1 from cost_movement o where o.cost_line_id = cost_line.id and o.kind = 'committed'
          and o.net_pence + o.vat_pence > 0 and o.id > ${lastGiveBack});

      create unique index request_place on request (booking_id) where given_back_on is null;
    `)
    const cameToNothing = database.prepare<[], { id: string; given_up_on: string }>(`
      select id, given_up_on from cost_line
      where given_up_on is not null
        and (select g.kind from cost_movement g where g.id = ${lastGiveBack}) = 'committed'
        and (select sum(o.net_pence) = 0 and sum(o.vat_pence) = 0 from cost_movement o
          where o.cost_line_id = cost_line.id and o.kind = 'committed')`)
    const expectNothing = database.prepare(`
      insert into cost_movement (id, cost_line_id, kind, moved_on, net_pence, vat_pence, reference)
      values (?, ?, 'estimated', ?, 0, 0, '${GIVEN_BACK}')`)
    // A new key sorts after the estimates of the same day.
    for (const line of cameToNothing.all()) expectNothing.run(newId(), line.id, line.given_up_on)
  },
}

const MOST_HANDS = 20

const GIVEN_BACK = 'Place given back'

/** Keys rise with time: what came after it was done with the place that somebody had since. */
const lastGiveBack = `(select max(m.id) from cost_movement m
  where m.cost_line_id = cost_line.id and m.reference = '${GIVEN_BACK}')`

/** Keys rise with time: the request that was booked last has the place. */
const lastBooked = (request: string) =>
  `coalesce((select max(h.id) from request_history h where h.request_id = ${request}.id and h.kind = 'booked'), ${request}.id)`

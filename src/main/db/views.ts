import type { Database } from 'better-sqlite3'
import { estimated, movementSums, paidOf, promisedOf, SHARE, shareOut, splitByFund, stateOf } from './money-sql'

/*
 * The arithmetic of money, once, as views that every report and page reads (model, section 4). They are temporary:
 * made on every open, so that they always belong to this version of the application and never need a migration.
 *
 * For one cost line on one day, with all that was committed, invoiced, paid and credited up to that day (credits as
 * positive amounts), cost = net + irrecoverable VAT:
 *   owed     = max(committed, invoiced)          an invoice replaces the commitment it settles
 *   promised = max(0, owed − paid − credited)    still to pay
 *   total    = max(owed, paid) − credited
 *   paid     = total − promised                  a credit first reduces what is still to pay, then what was paid
 * The paid figure of a day is the step of this value on that day, so the days of any year add up exactly. What is
 * promised belongs to the day of the latest commitment or invoice. Income is a kind of its own and not spending.
 * A later estimate replaces an earlier one; everything else adds up.
 *
 * No window functions stand in `spend_effect`: each row looks its own line's few movements up in an index, so that a
 * filter by day, line or event reads only what it asks for instead of every line there ever was. A row may be zero (an
 * invoice pays nothing): filtering those out here would compute every amount twice.
 */

/** The four sums over the movements of the cost line `l` that fit `where`. */
const sums = (where: string) => `select ${movementSums()}
  from main.cost_movement x where x.cost_line_id = l.id and ${where}`

const PROMISED = promisedOf()
const PAID = paidOf()

const spendEffect = `
create temp view paid_step as
  select l.id as cost_line_id, l.event_id, l.booking_id, l.kind_code, l.finance_code, m.moved_on,
    (select ${PAID} from (${sums('x.moved_on <= m.moved_on')})) - (select ${PAID} from (${sums('x.moved_on < m.moved_on')})) as pence
  from main.cost_movement m join main.cost_line l on l.id = m.cost_line_id
  where l.kind_code <> 'income' and m.kind <> 'estimated' and not exists (
    select 1 from main.cost_movement y
    where y.cost_line_id = m.cost_line_id and y.moved_on = m.moved_on and y.kind <> 'estimated' and y.id < m.id);

create temp view promised_rest as
  select l.id as cost_line_id, l.event_id, l.booking_id, l.kind_code, l.finance_code, m.moved_on,
    (select ${PROMISED} from (${sums('1')})) as pence
  from main.cost_movement m join main.cost_line l on l.id = m.cost_line_id
  where l.kind_code <> 'income' and m.kind in ('committed', 'invoiced') and not exists (
    select 1 from main.cost_movement y
    where y.cost_line_id = m.cost_line_id and y.kind in ('committed', 'invoiced')
      and (y.moved_on > m.moved_on or (y.moved_on = m.moved_on and y.id > m.id)));

create temp view spend_effect as
  select cost_line_id, event_id, booking_id, kind_code, finance_code, moved_on, 'paid' as state, pence
  from paid_step
  union all
  select cost_line_id, event_id, booking_id, kind_code, finance_code, moved_on, 'promised', pence
  from promised_rest;
`

const lineState = `
create temp view cost_line_state as
  select l.id as cost_line_id,
    (select ${stateOf()} from (${sums('1')})) as state,
    ${estimated} as estimated_pence,
    (select ${PAID} from (${sums('1')})) as paid_pence,
    (select ${PROMISED} from (${sums('1')})) as promised_pence
  from main.cost_line l;
`

/* Nearly every cost has one fund or none and is not split at all; only the others pay for the window. */
const byFund = `
create temp view spend_by_fund as
  select e.cost_line_id, f.fund_id, e.moved_on, e.state, e.pence
  from spend_effect e left join main.cost_fund f on f.cost_line_id = e.cost_line_id
  where (select count(*) from main.cost_fund c where c.cost_line_id = e.cost_line_id) <= 1
  union all
  select cost_line_id, fund_id, moved_on, state, pence from (${splitByFund()});
`

/*
 * Who a cost was for. A cost of one booking is that person's. A shared cost of an event is divided by head (everybody
 * booked), by hours (credited minutes; equally while nobody has any) or by named weights. What is not shared, and what
 * has nobody to share it, belongs to nobody: its booking is null, so that the parts still add up to the whole.
 */
const byPerson = `
create temp view spend_recipient as
  select e.cost_line_id, e.event_id, e.moved_on, e.state, e.pence,
    coalesce(l.booking_id, b.id, s.booking_id) as booking_id,
    case
      when b.id is not null and l.share_basis = 'hours' then
        coalesce((select sum(a.credited_minutes) from main.attendance a where a.booking_id = b.id), 0)
      else coalesce(s.weight, 1)
    end as weight
  from spend_effect e join main.cost_line l on l.id = e.cost_line_id
  left join main.booking b
    on b.event_id = l.event_id and b.state = 'booked' and l.booking_id is null and l.share_basis in ('heads', 'hours')
  left join main.cost_share s on s.cost_line_id = l.id and l.booking_id is null and l.share_basis = 'named';

create temp view spend_recipient_weight as
  select cost_line_id, event_id, booking_id, moved_on, state, pence,
    iif(sum(weight) over part = 0, 1, weight) as weight,
    iif(sum(weight) over part = 0, count(*) over part, sum(weight) over part) as total
  from spend_recipient window part as (partition by event_id, cost_line_id, moved_on, state);

create temp view spend_person_part as
  select e.cost_line_id, e.event_id, e.booking_id, e.moved_on, e.state, e.pence,
    ${shareOut('e.booking_id', 'e.weight', 'e.total')}
  from spend_recipient_weight e window part as (partition by e.event_id, e.cost_line_id, e.moved_on, e.state);

create temp view spend_by_person as
  select p.cost_line_id, p.event_id, p.booking_id, b.person_id, p.moved_on, p.state, p.pence
  from (select cost_line_id, event_id, booking_id, moved_on, state, ${SHARE} from spend_person_part) p
  left join main.booking b on b.id = p.booking_id;
`

/** Makes the views on a connection. */
export function installViews(database: Database): void {
  for (const views of [spendEffect, lineState, byFund, byPerson]) database.exec(views)
}

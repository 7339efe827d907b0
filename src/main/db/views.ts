import type { Database } from 'better-sqlite3'

/**
 * The arithmetic of money, once, as views that every report and page reads (model, section 4). They are temporary:
 * made on every open, so that they always belong to this version of the application and never need a migration.
 *
 * For one cost line, in the order of its movements' days, with running sums of what was committed, invoiced, paid and
 * credited (credits as positive amounts), cost = net + irrecoverable VAT:
 *   owed     = max(committed, invoiced)          an invoice replaces the commitment it settles
 *   promised = max(0, owed − paid − credited)    still to pay
 *   total    = max(owed, paid) − credited
 *   paid     = total − promised                  a credit first reduces what is still to pay, then what was paid
 * The paid figure of a day is the step of this running value on that day, so the days of any year add up exactly.
 * What is promised belongs to the day of the latest commitment or invoice. Income is a kind of its own and not spending.
 * A split over funds gives spare pennies to the largest remainders, day by day, so the parts add up to the whole.
 */
const views = `
create temp view cost_running as
  select m.cost_line_id, m.id, m.moved_on, m.kind,
    row_number() over w as position,
    sum(case when m.kind = 'committed' then m.net_pence + iif(l.is_vat_recoverable, 0, m.vat_pence) else 0 end) over w as committed,
    sum(case when m.kind = 'invoiced' then m.net_pence + iif(l.is_vat_recoverable, 0, m.vat_pence) else 0 end) over w as invoiced,
    sum(case when m.kind = 'paid' then m.net_pence + iif(l.is_vat_recoverable, 0, m.vat_pence) else 0 end) over w as paid,
    -sum(case when m.kind = 'credited' then m.net_pence + iif(l.is_vat_recoverable, 0, m.vat_pence) else 0 end) over w as credited,
    sum(case when m.kind = 'estimated' then m.net_pence + iif(l.is_vat_recoverable, 0, m.vat_pence) else 0 end) over w as estimated
  from main.cost_movement m join main.cost_line l on l.id = m.cost_line_id
  window w as (partition by m.cost_line_id order by m.moved_on, m.id rows unbounded preceding);

create temp view cost_balance as
  select cost_line_id, id, moved_on, kind, position, estimated, committed, invoiced, credited, paid as paid_out,
    max(0, max(committed, invoiced) - paid - credited) as promised,
    max(max(committed, invoiced), paid) - credited - max(0, max(committed, invoiced) - paid - credited) as paid
  from cost_running;

create temp view cost_step as
  select cost_line_id, moved_on, kind, position, promised,
    paid - lag(paid, 1, 0) over (partition by cost_line_id order by position) as paid_step,
    row_number() over (partition by cost_line_id order by position desc) as from_last
  from cost_balance;

create temp view cost_line_state as
  select l.id as cost_line_id,
    case
      when b.position is null then 'estimated'
      when b.promised > 0 and b.paid > 0 then 'part-paid'
      when b.promised > 0 and b.invoiced > 0 then 'invoiced'
      when b.promised > 0 then 'committed'
      when b.paid = 0 and b.credited > 0 then 'credited'
      when b.paid_out <> 0 or b.credited <> 0 then 'paid'
      when b.committed <> 0 or b.invoiced <> 0 then 'paid'
      else 'estimated'
    end as state,
    coalesce(b.estimated, 0) as estimated_pence, coalesce(b.paid, 0) as paid_pence, coalesce(b.promised, 0) as promised_pence
  from main.cost_line l
  left join (
    select cb.*, row_number() over (partition by cost_line_id order by position desc) as from_last from cost_balance cb
  ) b on b.cost_line_id = l.id and b.from_last = 1;

create temp view spend_effect as
  select l.id as cost_line_id, l.event_id, l.booking_id, l.kind_code, l.finance_code, s.moved_on, 'paid' as state, s.paid_step as pence
  from cost_step s join main.cost_line l on l.id = s.cost_line_id where s.paid_step <> 0 and l.kind_code <> 'income'
  union all
  select l.id, l.event_id, l.booking_id, l.kind_code, l.finance_code,
    (select max(m.moved_on) from main.cost_movement m where m.cost_line_id = l.id and m.kind in ('committed', 'invoiced')),
    'promised', s.promised
  from cost_step s join main.cost_line l on l.id = s.cost_line_id where s.from_last = 1 and s.promised > 0 and l.kind_code <> 'income';

create temp view spend_fund_part as
  select e.cost_line_id, f.fund_id, e.moved_on, e.state, e.pence,
    abs(e.pence) * coalesce(f.weight, 1) / coalesce(w.total, 1) as whole,
    abs(e.pence) - sum(abs(e.pence) * coalesce(f.weight, 1) / coalesce(w.total, 1)) over (partition by e.cost_line_id, e.moved_on, e.state) as spare,
    row_number() over (partition by e.cost_line_id, e.moved_on, e.state
      order by abs(e.pence) * coalesce(f.weight, 1) % coalesce(w.total, 1) desc, f.id) as place
  from (select cost_line_id, moved_on, state, sum(pence) as pence from spend_effect group by cost_line_id, moved_on, state) e
  left join main.cost_fund f on f.cost_line_id = e.cost_line_id
  left join (select cost_line_id, sum(weight) as total from main.cost_fund group by cost_line_id) w on w.cost_line_id = e.cost_line_id;

create temp view spend_by_fund as
  select cost_line_id, fund_id, moved_on, state, iif(pence < 0, -1, 1) * (whole + iif(place <= spare, 1, 0)) as pence
  from spend_fund_part;
`

/** Makes the views on a connection. */
export function installViews(database: Database): void {
  database.exec(views)
}

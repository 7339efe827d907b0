-- spendCells ["2025-09-01","2026-08-31","2025-09-01","2025-09-01","2025-09-01","2025-09-01","2026-08-31","2026-08-31","2026-08-31","2026-08-31","2025-09-01","2026-08-31","2025-09-01","2026-08-31"]
with spend as materialized (select cost_line_id, event_id, kind_code, finance_code,
      (max(committed_until, invoiced_until, paid_out_until) - credited_until - max(0, max(committed_until, invoiced_until) - paid_out_until - credited_until)) - (max(committed_before, invoiced_before, paid_out_before) - credited_before - max(0, max(committed_before, invoiced_before) - paid_out_before - credited_before)) as paid_pence, iif(owed_on >= ? and owed_on <= ?, max(0, max(committed, invoiced) - paid_out - credited), 0) as promised_pence
    from (
      select l.id as cost_line_id, l.event_id, l.kind_code, l.finance_code, 
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'committed'), 0) as committed,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'invoiced'), 0) as invoiced,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'paid'), 0) as paid_out,
    -coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'credited'), 0) as credited, max(x.moved_on) filter (where x.kind in ('committed', 'invoiced')) as owed_on,
    
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'committed' and x.moved_on < ?), 0) as committed_before,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'invoiced' and x.moved_on < ?), 0) as invoiced_before,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'paid' and x.moved_on < ?), 0) as paid_out_before,
    -coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'credited' and x.moved_on < ?), 0) as credited_before,
    
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'committed' and x.moved_on <= ?), 0) as committed_until,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'invoiced' and x.moved_on <= ?), 0) as invoiced_until,
    coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'paid' and x.moved_on <= ?), 0) as paid_out_until,
    -coalesce(sum(x.net_pence + iif(l.is_vat_recoverable, 0, x.vat_pence)) filter (where x.kind = 'credited' and x.moved_on <= ?), 0) as credited_until
      from cost_line l cross join cost_movement x on x.cost_line_id = l.id
      where l.kind_code <> 'income' and l.id in (select cost_line_id from cost_movement
    where moved_on >= ? and moved_on <= ? and kind <> 'estimated')
      group by l.id
    )),
    split as materialized (
      select cost_line_id from cost_fund where cost_line_id in (select cost_line_id from spend)
      group by cost_line_id having count(*) > 1
    )
    select s.event_id, s.kind_code, s.finance_code, f.fund_id,
      sum(s.paid_pence) as paid_pence, sum(s.promised_pence) as promised_pence
    from spend s left join cost_fund f on f.cost_line_id = s.cost_line_id
    where s.cost_line_id not in (select cost_line_id from split)
    group by 1, 2, 3, 4
    union all
    select l.event_id, l.kind_code, l.finance_code, p.fund_id,
      sum(iif(p.state = 'paid', p.pence, 0)), sum(iif(p.state = 'promised', p.pence, 0))
    from (
  select cost_line_id, fund_id, moved_on, state, iif(pence < 0, -1, 1) * (whole + iif(place <= spare, 1, 0)) as pence from (
    select e.cost_line_id, f.fund_id, e.moved_on, e.state, e.pence,
      
    abs(e.pence) * f.weight / (select sum(w.weight) from main.cost_fund w where w.cost_line_id = e.cost_line_id) as whole,
    abs(e.pence) - sum(abs(e.pence) * f.weight / (select sum(w.weight) from main.cost_fund w where w.cost_line_id = e.cost_line_id)) over part as spare,
    row_number() over (part order by abs(e.pence) * f.weight % (select sum(w.weight) from main.cost_fund w where w.cost_line_id = e.cost_line_id) desc, f.fund_id) as place
    from spend_effect e join main.cost_fund f on f.cost_line_id = e.cost_line_id
    where (select count(*) from main.cost_fund c where c.cost_line_id = e.cost_line_id) > 1 and e.cost_line_id in (select cost_line_id from split)
    window part as (partition by e.cost_line_id, e.moved_on, e.state)
  )) p
    cross join cost_line l on l.id = p.cost_line_id
    where +p.moved_on >= ? and +p.moved_on <= ?
    group by 1, 2, 3, 4

-- fundList []
select "id", "name", "is_external", "is_archived" from "fund" order by "sort_order", "name"

-- fundAmounts ["2026-08-31","2025-09-01"]
select "fund_id", "from_on", "to_on", "amount_pence" from "fund_amount" where "from_on" <= ? and "to_on" >= ?

-- firstAndLastDay []
select (select min(day) from (select min(held_on) as day from session union all select min(moved_on) from cost_movement union all select min(from_on) from fund_amount union all select min(posted_on) from ledger_line where status = 'unmatched')) as "first_on", (select max(day) from (select max(held_on) as day from session union all select max(moved_on) from cost_movement union all select max(to_on) from fund_amount union all select max(posted_on) from ledger_line where status = 'unmatched')) as "last_on"

-- timeCells ["2025-09-01","2026-08-31",390]
with rate as (
      select staff_group_id, cast(round(annual_cost_pence * 1.0 / days_per_year) as integer) as day_pence,
        iif(row_number() over g = 1, '0000-01-01', valid_from) as from_on,
        coalesce(lead(valid_from) over g, '9999-12-31') as before_on
      from band_rate window g as (partition by staff_group_id order by valid_from)
    ),
    held as materialized (
      select a.booking_id, s.event_id, s.held_on, a.credited_minutes
      from session s join attendance a on a.session_id = s.id
      where s.held_on >= ? and s.held_on <= ? and a.credited_minutes > 0
    ),
    bought as materialized (
      select l.id, l.event_id, l.booking_id, l.share_basis, l.covered_minutes from cost_line l
      where l.covered_minutes > 0 and l.event_id in (select event_id from held) and (select max(coalesce(sum(iif(m.kind = 'committed', m.net_pence + m.vat_pence, 0)), 0), coalesce(sum(iif(m.kind = 'invoiced', m.net_pence + m.vat_pence, 0)), 0), coalesce(sum(iif(m.kind = 'paid', m.net_pence + m.vat_pence, 0)), 0)) + coalesce(sum(iif(m.kind = 'credited', m.net_pence + m.vat_pence, 0)), 0)
      from cost_movement m where m.cost_line_id = l.id) > 0
    ),
    taking_part as materialized (
      select b.id as booking_id, b.event_id, sum(a.credited_minutes) * 1.0 as credited
      from booking b join attendance a on a.booking_id = b.id
      where b.event_id in (select event_id from bought)
      group by b.id having sum(a.credited_minutes) > 0
    ),
    covered_booking as (
  select booking_id, sum(minutes) as minutes from (
    select booking_id, covered_minutes * 1.0 as minutes from bought where booking_id is not null
    union all
    select s.booking_id, l.covered_minutes * 1.0 * s.weight / (select sum(weight) from cost_share where cost_line_id = l.id)
    from bought l join cost_share s on s.cost_line_id = l.id
    where l.booking_id is null and l.share_basis = 'named'
  ) group by booking_id),
    event_factor as (
      select t.event_id, max(0, 1 - ce.minutes / max(1, sum(max(0, t.credited - coalesce(cb.minutes, 0))))) as factor
      from taking_part t
      join (
  select l.event_id, sum(l.covered_minutes) as minutes
  from bought l
  where l.booking_id is null
    and not (l.share_basis = 'named' and exists (select 1 from cost_share s where s.cost_line_id = l.id))
  group by l.event_id) ce on ce.event_id = t.event_id
      left join covered_booking cb on cb.booking_id = t.booking_id
      group by t.event_id
    ),
    counted as (
      select h.event_id, b.staff_group_id, coalesce(r.day_pence, 0) as day_pence, h.credited_minutes,
        h.credited_minutes * coalesce(max(0, t.credited - coalesce(cb.minutes, 0)) / t.credited * coalesce(ef.factor, 1), 1.0) as counted_minutes
      from held h
      join booking b on b.id = h.booking_id
      left join taking_part t on t.booking_id = h.booking_id
      left join covered_booking cb on cb.booking_id = h.booking_id
      left join event_factor ef on ef.event_id = h.event_id
      left join rate r on r.staff_group_id = b.staff_group_id and h.held_on >= r.from_on and h.held_on < r.before_on
    )
    select event_id, staff_group_id, sum(credited_minutes) as credited_minutes,
      cast(round(sum(counted_minutes)) as integer) as counted_minutes,
      cast(round(sum(counted_minutes) * day_pence / ?) as integer) as time_pence
    from counted group by event_id, staff_group_id, day_pence
    order by event_id, staff_group_id, day_pence

-- timeCellsAllHours ["2025-09-01","2026-08-31",390]
with rate as (
      select staff_group_id, cast(round(annual_cost_pence * 1.0 / days_per_year) as integer) as day_pence,
        iif(row_number() over g = 1, '0000-01-01', valid_from) as from_on,
        coalesce(lead(valid_from) over g, '9999-12-31') as before_on
      from band_rate window g as (partition by staff_group_id order by valid_from)
    ),
    held as materialized (
      select a.booking_id, s.event_id, s.held_on, a.credited_minutes
      from session s join attendance a on a.session_id = s.id
      where s.held_on >= ? and s.held_on <= ? and a.credited_minutes > 0
    ),
    bought as materialized (
      select l.id, l.event_id, l.booking_id, l.share_basis, l.covered_minutes from cost_line l
      where l.covered_minutes > 0 and l.event_id in (select event_id from held) and (select max(coalesce(sum(iif(m.kind = 'committed', m.net_pence + m.vat_pence, 0)), 0), coalesce(sum(iif(m.kind = 'invoiced', m.net_pence + m.vat_pence, 0)), 0), coalesce(sum(iif(m.kind = 'paid', m.net_pence + m.vat_pence, 0)), 0)) + coalesce(sum(iif(m.kind = 'credited', m.net_pence + m.vat_pence, 0)), 0)
      from cost_movement m where m.cost_line_id = l.id) > 0
    ),
    taking_part as materialized (
      select b.id as booking_id, b.event_id, sum(a.credited_minutes) * 1.0 as credited
      from booking b join attendance a on a.booking_id = b.id
      where b.event_id in (select event_id from bought)
      group by b.id having sum(a.credited_minutes) > 0
    ),
    covered_booking as (
  select booking_id, sum(minutes) as minutes from (
    select booking_id, covered_minutes * 1.0 as minutes from bought where booking_id is not null
    union all
    select s.booking_id, l.covered_minutes * 1.0 * s.weight / (select sum(weight) from cost_share where cost_line_id = l.id)
    from bought l join cost_share s on s.cost_line_id = l.id
    where l.booking_id is null and l.share_basis = 'named'
  ) group by booking_id),
    event_factor as (
      select t.event_id, max(0, 1 - ce.minutes / max(1, sum(max(0, t.credited - coalesce(cb.minutes, 0))))) as factor
      from taking_part t
      join (
  select l.event_id, sum(l.covered_minutes) as minutes
  from bought l
  where l.booking_id is null
    and not (l.share_basis = 'named' and exists (select 1 from cost_share s where s.cost_line_id = l.id))
  group by l.event_id) ce on ce.event_id = t.event_id
      left join covered_booking cb on cb.booking_id = t.booking_id
      group by t.event_id
    ),
    counted as (
      select h.event_id, b.staff_group_id, coalesce(r.day_pence, 0) as day_pence, h.credited_minutes,
        h.credited_minutes * 1.0 as counted_minutes
      from held h
      join booking b on b.id = h.booking_id
      
      left join rate r on r.staff_group_id = b.staff_group_id and h.held_on >= r.from_on and h.held_on < r.before_on
    )
    select event_id, staff_group_id, sum(credited_minutes) as credited_minutes,
      cast(round(sum(counted_minutes)) as integer) as counted_minutes,
      cast(round(sum(counted_minutes) * day_pence / ?) as integer) as time_pence
    from counted group by event_id, staff_group_id, day_pence
    order by event_id, staff_group_id, day_pence

-- headsByGroup ["2025-09-01","2026-08-31",60]
with credit as (
      select b.person_id, b.staff_group_id, sum(a.credited_minutes) as minutes
      from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
      where s.held_on >= ? and s.held_on <= ? and a.credited_minutes > 0
      group by b.person_id, b.staff_group_id
    ),
    head as (select person_id from credit group by person_id having sum(minutes) >= ?)
    select staff_group_id, 0 as is_all, count(*) as heads
    from credit where person_id in (select person_id from head) group by staff_group_id
    union all
    select null, 1, count(*) from head

-- headsByEvent ["2025-09-01","2026-08-31"]
with took_part as materialized (
      select distinct s.event_id, b.person_id
      from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
      where s.held_on >= ? and s.held_on <= ? and a.credited_minutes > 0
    )
    select event_id, count(*) as heads from took_part group by event_id

-- postsByGroup ["2025-09-01","2026-08-31"]
select staff_group_id, count(distinct person_id) as people,
      sum(fte_thousandths * cast(julianday(last_on) - julianday(first_on) + 1 as integer)) as thousandth_days
    from (
      select p.staff_group_id, h.person_id, h.fte_thousandths,
        max(h.from_on, coalesce(n.started_on, h.from_on), ?) as first_on,
        min(coalesce(h.to_on, '9999-12-31'), coalesce(n.left_on, '9999-12-31'), ?) as last_on
      from post_holding h join post p on p.id = h.post_id join person n on n.id = h.person_id
    )
    where last_on >= first_on
    group by staff_group_id

-- groupList []
select "id", "name" from "staff_group" order by "sort_order", "name"

-- peopleWhoTookPart ["2025-09-01","2026-08-31"]
select n.id as person_id, n.forename, n.surname, n.known_as, g.name as group_name, b.post_title,
      max(s.held_on || s.id) as last_place,
      sum(a.credited_minutes) as credited_minutes, count(distinct b.event_id) as events
    from session s join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
    join person n on n.id = b.person_id left join staff_group g on g.id = b.staff_group_id
    where s.held_on >= ? and s.held_on <= ? and a.credited_minutes > 0
    group by n.id order by n.surname collate nocase, n.forename collate nocase, n.id

-- eventsOfYear ["2025-09-01","2026-08-31","2025-09-01","2026-08-31","2025-09-01","2026-08-31"]
select e.id as event_id, a.title as activity_title, e.title as event_title, p.name as provider_name, e.priority_id, e.status,
      v.measure, v.unit, v.baseline_value, v.target_value, v.actual_value, v.evidence_level, v.impact_judgement, v.decision,
      (select min(s.held_on) from session s
        where s.event_id = e.id and s.held_on >= ? and s.held_on <= ? and ("e"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))) as first_on,
      (select max(s.held_on) from session s where s.event_id = e.id and ("e"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))) as last_on
    from event e join activity a on a.id = e.activity_id
    left join provider p on p.id = a.provider_id
    left join evaluation v on v.event_id = e.id
    where e.id in (
      select s.event_id from session s join event o on o.id = s.event_id
      where s.held_on >= ? and s.held_on <= ? and ("o"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))
      union all
      select l.event_id from cost_line l where l.event_id is not null and l.id in (select cost_line_id from cost_movement
    where moved_on >= ? and moved_on <= ? and kind <> 'estimated'))
    order by first_on is null, first_on, a.title collate nocase, e.id

-- evidenceOfYear ["2025-09-01","2026-08-31","2025-09-01","2026-08-31","2025-09-01","2026-08-31"]
select e.id as event_id, v.evidence_level,
      (select min(s.held_on) from session s
        where s.event_id = e.id and s.held_on >= ? and s.held_on <= ? and ("e"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))) as first_on,
      (select max(s.held_on) from session s where s.event_id = e.id and ("e"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))) as last_on
    from event e left join evaluation v on v.event_id = e.id
    where e.id in (
      select s.event_id from session s join event o on o.id = s.event_id
      where s.held_on >= ? and s.held_on <= ? and ("o"."status" in ('planned', 'done')
        or exists (select 1 from attendance x where x.session_id = s.id and x.credited_minutes > 0))
      union all
      select l.event_id from cost_line l where l.event_id is not null and l.id in (select cost_line_id from cost_movement
    where moved_on >= ? and moved_on <= ? and kind <> 'estimated'))

-- prioritiesOfYears ["2026-08-31",1,"2026-08-31",2025,2025,0]
select "p"."id", "p"."academic_year", "p"."code", "p"."title", "p"."level", "p"."measure", "p"."unit", "p"."direction", "p"."baseline_value", "p"."target_value", (select "r"."value" from "priority_reading" as "r" where "r"."priority_id" = "p"."id" and "r"."read_on" <= ? order by "r"."read_on" desc, "r"."id" desc limit ?) as "latest_value", (select max("r"."read_on") as "read_on" from "priority_reading" as "r" where "r"."priority_id" = "p"."id" and "r"."read_on" <= ?) as "latest_on" from "priority" as "p" where "p"."academic_year" >= ? and "p"."academic_year" <= ? and "p"."is_archived" = ? order by case p.level when 'national' then 1 when 'authority' then 2 when 'school' then 3 else 4 end, "p"."sort_order", "p"."title"

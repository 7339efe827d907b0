import type { Migration } from '../migrate'

/** The last day of a person at the school, as the step sees it. */
const lastDay = `coalesce(p.left_on,
  (select iif(count(*) = count(to_on), max(to_on), null) from post_holding where person_id = p.id), '9999-12-31')`

/** Posts that a person held on the day on which a round opened. */
const held = `post_holding h where h.person_id = p.id and h.from_on <= r.opens_on
  and coalesce(h.to_on, '9999-12-31') >= r.opens_on`

const mainGroup = `(select o.staff_group_id from post o where o.id =
  (select h.post_id from ${held} order by h.is_main desc, h.fte_thousandths desc, h.id limit 1))`

const isAmong = (value: string) => `${value} in (select value from json_each(r.audience_json, '$.ids'))`

/** Rounds whose people were worked out when the file was upgraded: the log has no values of them. */
const isWorkedOut = `exists (
  select 1 from survey_asked a join change_row c on c.table_name = 'survey_asked' and c.row_id = a.id
  where a.round_id = r.id and not exists (select 1 from change_row_personal v where v.change_row_id = c.id))`

/** Whether the log says that a person was in the archive before a round began. */
const wasArchived = `exists (
  select 1 from change_row c join change_row_personal v on v.change_row_id = c.id
  where c.table_name = 'person' and c.row_id = p.id and json_extract(v.after_json, '$.is_archived') = 1
    and c.id < (select min(b.id) from change_row b where b.table_name = 'survey_round' and b.row_id = r.id))`

/** Whether a change stands: undone, put back, undone again … an even number of times. */
const stands = `(
  with recursive chain (id, times) as (
    select c.id, 0
    union all select u.id, times + 1 from chain join change u on u.undoes_change_id = chain.id)
  select max(times) from chain) % 2 = 0`

/**
 * The log keeps nothing of answers without names but that they came; those from before their table was made came with no
 * change that could be undone. Lines of the register of expertise that a form found and somebody corrected later. Who was
 * asked by an earlier round and is in the archive today. For which day a talk was looked back at: agreed anew for
 * another, it is due again.
 */
export const migration0300: Migration = {
  version: 300,
  name: 'answers without names are not in the log',
  up(database) {
    database.exec(`
      delete from change_row_personal where change_row_id in (select id from change_row where table_name = 'survey_slip');
      delete from change_row where table_name = 'survey_slip' and operation = 'insert' and change_id in (
        select b.change_id from change_row b join change c on c.id = b.change_id
        where b.table_name = 'survey_round' and b.operation = 'insert'
          and c.channel not in ('school.create', 'school.openSample'));
      delete from change_row where table_name = 'survey_sheet'
        and not exists (select 1 from change_row_personal where change_row_id = change_row.id);

      update expertise set is_by_hand = 1 where is_by_hand = 0 and exists (
        select 1 from change_row r join change c on c.id = r.change_id
        where r.table_name = 'expertise' and r.row_id = expertise.id and r.operation = 'update'
          and c.channel = 'expertise.save' and ${stands});

      create temp table asked_late as
      select lower(hex(randomblob(16))) as id, r.id as round_id, p.id as person_id, ${mainGroup} as staff_group_id,
        (select json_group_array(distinct h.team_id) from ${held} and h.team_id is not null) as team_ids_json,
        r.opens_on as asked_on
      from survey_round r join person p
      where p.is_archived = 1 and coalesce(p.started_on, '') <= r.opens_on and ${lastDay} >= r.opens_on
        and not exists (select 1 from survey_asked where round_id = r.id and person_id = p.id)
        and ${isWorkedOut} and not ${wasArchived}
        and case json_extract(r.audience_json, '$.kind')
          when 'everybody' then 1
          when 'groups' then ${isAmong(mainGroup)}
          when 'teams' then exists (select 1 from ${held} and ${isAmong('h.team_id')})
          else ${isAmong('p.id')} end;
      insert into survey_asked (id, round_id, person_id, staff_group_id, team_ids_json, asked_on)
      select id, round_id, person_id, staff_group_id, team_ids_json, asked_on from temp.asked_late;
      insert into change_row (change_id, table_name, row_id, operation)
      select c.change_id, 'survey_asked', t.id, 'insert' from temp.asked_late t
      join change_row c on c.table_name = 'survey_round' and c.row_id = t.round_id and c.operation = 'insert' order by t.id;
      drop table temp.asked_late;

      alter table talk add column looked_back_for text check (looked_back_for is date(looked_back_for));
      update talk set looked_back_for = json_extract(body_json, '$.lookOn') where looked_back_on is not null;
    `)
  },
}

import type { Migration } from '../migrate'

/** The last day of a person at the school, as the step sees it. */
const lastDay = `coalesce(p.left_on,
  (select iif(count(*) = count(to_on), max(to_on), null) from post_holding where person_id = p.id), '9999-12-31')`

/** Posts that a person holds on the day on which a round opens. */
const held = `post_holding h where h.person_id = p.id and h.from_on <= r.opens_on
  and coalesce(h.to_on, '9999-12-31') >= r.opens_on`

const mainGroup = `(select o.staff_group_id from post o where o.id =
  (select h.post_id from ${held} order by h.is_main desc, h.fte_thousandths desc, h.id limit 1))`

const isAmong = (value: string) => `${value} in (select value from json_each(r.audience_json, '$.ids'))`

/** New rows belong to the change that began their round: the log says how each row came, and not when an answer did. */
const logged = (table: string) => `
  insert into change_row (change_id, table_name, row_id, operation)
  select c.change_id, '${table}', t.id, 'insert' from ${table} t
  join change_row c on c.table_name = 'survey_round' and c.row_id = t.round_id and c.operation = 'insert' order by t.id;`

/**
 * Whom a round asked, as it was then. Answers without names in a table of their own, by keys that say nothing of when
 * they came; the closing of such a round, after which they are summed up and nothing is added. What was found when
 * looking back stays when an agreement is taken back. Lines of the register of expertise that somebody entered or
 * corrected by hand.
 */
export const migration0280: Migration = {
  version: 280,
  name: 'whom rounds asked, and answers without names',
  rebuildsTables: true,
  up(database) {
    database.exec(`
      create table survey_asked (
        id text primary key not null,
        round_id text not null references survey_round (id),
        person_id text not null references person (id),
        staff_group_id text references staff_group (id),
        team_ids_json text not null check (json_valid(team_ids_json)),
        asked_on text not null check (asked_on is date(asked_on)),
        unique (round_id, person_id)
      ) strict;
      create index survey_asked_of_person on survey_asked (person_id);

      create table survey_slip (
        id text primary key not null,
        round_id text not null references survey_round (id),
        staff_group_id text references staff_group (id),
        file_sha256 text,
        answers_json text not null check (json_valid(answers_json)),
        unique (round_id, file_sha256)
      ) strict;

      create table survey_closing (
        id text primary key not null,
        round_id text not null unique references survey_round (id),
        closed_on text not null check (closed_on is date(closed_on))
      ) strict;

      insert into survey_asked (id, round_id, person_id, staff_group_id, team_ids_json, asked_on)
      select lower(hex(randomblob(16))), r.id, p.id, ${mainGroup},
        (select json_group_array(distinct h.team_id) from ${held} and h.team_id is not null), r.opens_on
      from survey_round r join person p
      where exists (select 1 from survey_sheet s where s.round_id = r.id and s.person_id = p.id)
        or (p.is_archived = 0 and coalesce(p.started_on, '') <= r.opens_on and ${lastDay} >= r.opens_on
          and case json_extract(r.audience_json, '$.kind')
            when 'everybody' then 1
            when 'groups' then ${isAmong(mainGroup)}
            when 'teams' then exists (select 1 from ${held} and ${isAmong('h.team_id')})
            else ${isAmong('p.id')} end);

      insert into survey_slip (id, round_id, staff_group_id, file_sha256, answers_json)
      select lower(hex(randomblob(16))), round_id, staff_group_id, file_sha256, answers_json
      from survey_sheet where person_id is null order by random();

      delete from change_row_personal where change_row_id in (
        select c.id from change_row c join change_row_personal v on v.change_row_id = c.id
        where c.table_name = 'survey_sheet' and json_extract(coalesce(v.after_json, v.before_json), '$.person_id') is null);
      delete from change_row where table_name = 'survey_sheet'
        and row_id in (select id from survey_sheet where person_id is null);
      ${logged('survey_asked')}
      ${logged('survey_slip')}

      create table survey_sheet_named (
        id text primary key not null,
        round_id text not null references survey_round (id),
        number integer not null check (number > 0),
        person_id text not null references person (id),
        staff_group_id text references staff_group (id),
        way text not null check (way in ('paper', 'file')),
        received_on text not null check (received_on is date(received_on)),
        file_sha256 text,
        answers_json text not null check (json_valid(answers_json)),
        unique (round_id, number),
        unique (round_id, person_id),
        unique (round_id, file_sha256)
      ) strict;
      insert into survey_sheet_named
      select id, round_id, number, person_id, staff_group_id, way, received_on, file_sha256, answers_json
      from survey_sheet where person_id is not null;
      drop table survey_sheet;
      alter table survey_sheet_named rename to survey_sheet;
      create index survey_sheet_of_person on survey_sheet (person_id);

      create table talk_kept (
        id text primary key not null,
        kind text not null check (kind in ('review', 'meeting', 'walk', 'voice', 'route')),
        held_on text not null check (held_on is date(held_on)),
        person_id text references person (id),
        with_person_id text references person (id),
        team_id text references team (id),
        body_json text not null check (json_valid(body_json)),
        agreed_on text check (agreed_on is date(agreed_on)),
        looked_back_on text check (looked_back_on is date(looked_back_on)),
        look_back text,
        check ((kind in ('review', 'route')) = (person_id is not null)),
        check ((person_id is null) = (with_person_id is null)),
        check (kind = 'meeting' or team_id is null),
        check (agreed_on is null or kind in ('review', 'route')),
        check ((looked_back_on is null) = (look_back is null))
      ) strict;
      insert into talk_kept
      select id, kind, held_on, person_id, with_person_id, team_id, body_json, agreed_on, looked_back_on, look_back
      from talk;
      drop table talk;
      alter table talk_kept rename to talk;
      create index talk_by_kind on talk (kind, held_on);
      create index talk_about on talk (person_id);

      alter table expertise add column is_by_hand integer not null default 0 check (is_by_hand in (0, 1));
      update expertise set is_by_hand = 1 where origin_kind is null;
    `)
  },
}

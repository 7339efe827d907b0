import type { Migration } from '../migrate'

/** People, the posts they hold (several at once, each dated) and teams. Leavers stay: archived, not deleted. */
export const migration0030: Migration = {
  version: 30,
  name: 'staff',
  up(database) {
    database.exec(`
      create table team (
        id text primary key not null,
        name text not null unique collate nocase,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table post (
        id text primary key not null,
        title text not null collate nocase,
        staff_group_id text not null references staff_group (id),
        is_archived integer not null default 0 check (is_archived in (0, 1)),
        unique (title, staff_group_id)
      ) strict;

      create table person (
        id text primary key not null,
        staff_code text unique,
        user_name text,
        title text,
        forename text not null,
        surname text not null,
        known_as text,
        work_email text,
        started_on text check (started_on is date(started_on)),
        left_on text check (left_on is date(left_on)),
        line_manager_id text references person (id) deferrable initially deferred,
        works_in_binder integer not null default 0 check (works_in_binder in (0, 1)),
        is_name_missing integer not null default 0 check (is_name_missing in (0, 1)),
        is_archived integer not null default 0 check (is_archived in (0, 1)),
        check (left_on is null or started_on is null or left_on >= started_on)
      ) strict;
      create index person_by_name on person (surname collate nocase, forename collate nocase);
      create index person_by_user_name on person (user_name collate nocase);
      create index person_by_email on person (work_email collate nocase);

      create table post_holding (
        id text primary key not null,
        person_id text not null references person (id),
        post_id text not null references post (id),
        team_id text references team (id),
        from_on text not null check (from_on is date(from_on)),
        to_on text check (to_on is date(to_on)),
        fte_thousandths integer not null check (fte_thousandths between 0 and 2000),
        weekly_minutes integer check (weekly_minutes between 0 and 6000),
        working_days text check (working_days is null or (length(working_days) = 7 and working_days glob '[01][01][01][01][01][01][01]')),
        is_main integer not null check (is_main in (0, 1)),
        check (to_on is null or to_on >= from_on)
      ) strict;
      create index post_holding_by_person on post_holding (person_id, from_on);
      create index post_holding_by_post on post_holding (post_id);
      create index post_holding_by_team on post_holding (team_id);

      create table import_mapping (
        id text primary key not null,
        kind text not null,
        header_signature text not null,
        mapping_json text not null,
        unique (kind, header_signature)
      ) strict;
    `)
  },
}

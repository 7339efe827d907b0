import type { Migration } from '../migrate'

/**
 * The file is the school. Name, authority, regime and roll are dated rows: becoming an academy in mid-year must not
 * rewrite what was reported before. `school` has one row of settings that have no history.
 */
export const migration0020: Migration = {
  version: 20,
  name: 'school',
  up(database) {
    database.exec(`
      create table school (
        id integer primary key not null check (id = 1),
        origin text not null check (origin in ('own', 'sample')),
        created_on text not null check (created_on is date(created_on)),
        cpd_leader_title text not null,
        cpd_leader_person_id text references person (id) deferrable initially deferred,
        logo_sha256 text references attachment (sha256),
        school_day_minutes integer not null check (school_day_minutes between 60 and 900),
        covered_hours_excluded integer not null check (covered_hours_excluded in (0, 1))
      ) strict;

      create table school_profile (
        id text primary key not null,
        valid_from text not null unique check (valid_from is date(valid_from)),
        name text not null check (length(name) between 1 and 200),
        urn text check (urn glob '[0-9]*'),
        authority_name text,
        phase text,
        regime text not null check (regime in ('maintained', 'academy')),
        pupils_on_roll integer check (pupils_on_roll between 0 and 20000)
      ) strict;

      create table staff_group (
        id text primary key not null,
        name text not null,
        sort_order integer not null,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table band_rate (
        id text primary key not null,
        staff_group_id text not null references staff_group (id),
        valid_from text not null check (valid_from is date(valid_from)),
        annual_cost_pence integer not null check (annual_cost_pence >= 0),
        days_per_year integer not null check (days_per_year between 1 and 366),
        basis text not null,
        unique (staff_group_id, valid_from)
      ) strict;
    `)
  },
}

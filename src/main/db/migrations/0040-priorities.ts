import type { Migration } from '../migrate'

/** Improvement priorities by academic year at four levels, each with its own measure and dated readings. */
export const migration0040: Migration = {
  version: 40,
  name: 'priorities',
  up(database) {
    database.exec(`
      create table priority (
        id text primary key not null,
        academic_year integer not null check (academic_year between 1990 and 2100),
        level text not null check (level in ('national', 'authority', 'school', 'team')),
        code text,
        title text not null check (length(title) between 1 and 300),
        success_criteria text,
        team_id text references team (id),
        lead_person_id text references person (id),
        status text not null check (status in ('not-started', 'in-progress', 'met', 'partly-met', 'not-met')),
        measure text,
        unit text,
        direction text not null default 'up' check (direction in ('up', 'down')),
        baseline_value real,
        baseline_on text check (baseline_on is date(baseline_on)),
        target_value real,
        target_on text check (target_on is date(target_on)),
        sort_order integer not null default 0,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;
      create index priority_by_year on priority (academic_year, level);

      create table priority_reading (
        id text primary key not null,
        priority_id text not null references priority (id),
        read_on text not null check (read_on is date(read_on)),
        value real not null,
        note text
      ) strict;
      create index priority_reading_by_priority on priority_reading (priority_id, read_on);
    `)
  },
}

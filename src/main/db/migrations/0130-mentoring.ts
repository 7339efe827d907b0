import type { Migration } from '../migrate'

/** Who coaches or mentors whom, with dated meetings; the induction of each starter, step by step; who carries which responsibility. */
export const migration0130: Migration = {
  version: 130,
  name: 'mentoring, induction and responsibilities',
  up(database) {
    database.exec(`
      create table mentoring_pair (
        id text primary key not null,
        kind text not null check (kind in ('coaching', 'mentoring')),
        guide_person_id text not null references person (id),
        person_id text not null references person (id),
        focus text,
        started_on text not null check (started_on is date(started_on)),
        ended_on text check (ended_on is date(ended_on)),
        check (guide_person_id <> person_id),
        check (ended_on is null or ended_on >= started_on)
      ) strict;
      create index mentoring_pair_of on mentoring_pair (person_id);
      create index mentoring_pair_by on mentoring_pair (guide_person_id);

      create table mentoring_meeting (
        id text primary key not null,
        pair_id text not null references mentoring_pair (id),
        held_on text not null check (held_on is date(held_on)),
        duration_minutes integer not null check (duration_minutes > 0),
        state text not null check (state in ('planned', 'held', 'missed')),
        note text
      ) strict;
      create index mentoring_meeting_of on mentoring_meeting (pair_id, held_on);

      create table induction (
        id text primary key not null,
        person_id text not null references person (id),
        started_on text not null check (started_on is date(started_on)),
        responsible_person_id text references person (id),
        note text
      ) strict;
      create index induction_of on induction (person_id);

      create table induction_step (
        id text primary key not null,
        induction_id text not null references induction (id),
        title text not null,
        position integer not null,
        responsible_person_id text references person (id),
        due_on text check (due_on is date(due_on)),
        done_on text check (done_on is date(done_on)),
        left_out_reason text,
        check (done_on is null or left_out_reason is null)
      ) strict;
      create index induction_step_of on induction_step (induction_id, position);

      create table responsibility_holder (
        id text primary key not null,
        role_id text not null,
        duty_id text not null,
        person_id text not null references person (id),
        from_on text not null check (from_on is date(from_on)),
        until_on text check (until_on is date(until_on)),
        note text,
        check (until_on is null or until_on >= from_on)
      ) strict;
      create index responsibility_holder_of on responsibility_holder (role_id, duty_id);
      create index responsibility_holder_by on responsibility_holder (person_id);
    `)
  },
}

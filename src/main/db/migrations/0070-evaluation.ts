import type { Migration } from '../migrate'

/** What an event was meant to change, and what it did: measure and baseline when booking, actual and judgement after. */
export const migration0070: Migration = {
  version: 70,
  name: 'evaluation',
  up(database) {
    database.exec(`
      create table evaluation (
        id text primary key not null,
        event_id text not null unique references event (id),
        question text,
        measure text,
        unit text,
        direction text not null default 'up' check (direction in ('up', 'down')),
        baseline_value real,
        baseline_on text check (baseline_on is date(baseline_on)),
        baseline_recorded_on text check (baseline_recorded_on is date(baseline_recorded_on)),
        target_value real,
        target_on text check (target_on is date(target_on)),
        actual_value real,
        actual_on text check (actual_on is date(actual_on)),
        evidence_level integer check (evidence_level between 1 and 5),
        evidence_note text,
        other_causes text,
        impact_judgement text check (impact_judgement in ('strong', 'some', 'none', 'too-early')),
        decision text check (decision in ('repeat', 'change', 'stop', 'share')),
        judgement_reason text,
        judged_by_person_id text references person (id),
        judged_on text check (judged_on is date(judged_on))
      ) strict;
    `)
  },
}

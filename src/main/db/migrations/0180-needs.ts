import type { Migration } from '../migrate'

/**
 * What people, teams, groups of posts and the school need, with every change of how it stands; the events that serve a
 * need; and who knows what well enough to help others with it.
 */
export const migration0180: Migration = {
  version: 180,
  name: 'needs and expertise',
  up(database) {
    database.exec(`
      create table need (
        id text primary key not null,
        owner_kind text not null check (owner_kind in ('person', 'team', 'postFamily', 'school')),
        person_id text references person (id),
        team_id text references team (id),
        staff_group_id text references staff_group (id),
        title text not null check (length(title) between 1 and 300),
        description text,
        source_code text not null,
        standard_code text,
        standard_label text,
        priority_id text references priority (id),
        now_level integer check (now_level between 0 and 4),
        target_level integer check (target_level between 0 and 4),
        impact_on_practice text,
        impact_on_pupils text,
        importance integer not null check (importance between 1 and 3),
        raised_on text not null check (raised_on is date(raised_on)),
        due_on text check (due_on is date(due_on)),
        state text not null check (state in ('raised', 'agreed', 'planned', 'met', 'partly', 'notMet', 'withdrawn')),
        state_on text not null check (state_on is date(state_on)),
        agreed_by_person_id text references person (id),
        agreed_on text check (agreed_on is date(agreed_on)),
        type_code text,
        origin_kind text,
        origin_id text,
        check ((owner_kind = 'person') = (person_id is not null)),
        check ((owner_kind = 'team') = (team_id is not null)),
        check ((owner_kind = 'postFamily') = (staff_group_id is not null)),
        check (standard_code is null or standard_label is not null),
        check ((origin_kind is null) = (origin_id is null))
      ) strict;
      create index need_of_person on need (person_id);
      create index need_of_team on need (team_id);
      create index need_of_group on need (staff_group_id);
      create index need_serving on need (priority_id);
      create index need_standing on need (state, due_on);
      create index need_found_in on need (origin_kind, origin_id);

      create table need_step (
        id text primary key not null,
        need_id text not null references need (id),
        happened_on text not null check (happened_on is date(happened_on)),
        from_state text,
        to_state text not null,
        by_person_id text references person (id),
        reason text,
        evidence text,
        evidence_kind text check (evidence_kind in ('event', 'evaluation', 'document')),
        evidence_id text,
        check ((evidence_kind is null) = (evidence_id is null)),
        check (to_state not in ('met', 'partly') or evidence is not null),
        check (to_state not in ('notMet', 'withdrawn') or reason is not null)
      ) strict;
      create index need_step_of on need_step (need_id);

      create table need_event (
        id text primary key not null,
        need_id text not null references need (id),
        event_id text not null references event (id),
        unique (need_id, event_id)
      ) strict;
      create index need_event_by_event on need_event (event_id);

      create table expertise (
        id text primary key not null,
        person_id text not null references person (id),
        subject text not null check (length(subject) between 1 and 200),
        standard_code text,
        standard_label text,
        level integer not null check (level between 1 and 4),
        can_train integer not null check (can_train in (0, 1)),
        source text not null check (source in ('self', 'audit', 'nominated')),
        from_on text not null check (from_on is date(from_on)),
        until_on text check (until_on is date(until_on)),
        note text,
        origin_kind text,
        origin_id text,
        check (until_on is null or until_on >= from_on),
        check (standard_code is null or standard_label is not null),
        check ((origin_kind is null) = (origin_id is null))
      ) strict;
      create index expertise_of on expertise (person_id);
    `)
  },
}

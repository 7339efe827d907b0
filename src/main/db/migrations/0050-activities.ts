import type { Migration } from '../migrate'

/**
 * An activity (a course, a programme) has events (one run), an event has sessions (a day with wall times), a booking
 * puts a person on an event, attendance is per session. A booking copies the post, team and staff group held then, so
 * that old reports stay true. Type, provision and level are codes of the typology in a pack.
 */
export const migration0050: Migration = {
  version: 50,
  name: 'activities',
  up(database) {
    database.exec(`
      create table provider (
        id text primary key not null,
        name text not null unique collate nocase,
        kind text,
        contact text,
        work_email text,
        phone text,
        website text,
        note text,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table activity (
        id text primary key not null,
        title text not null check (length(title) between 1 and 300),
        reference text,
        type_code text not null,
        provision_code text not null check (provision_code in ('within', 'cross', 'external')),
        level_code text not null,
        provider_id text references provider (id),
        default_minutes integer check (default_minutes between 0 and 600000),
        description text,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;
      create index activity_by_title on activity (title collate nocase);

      create table event (
        id text primary key not null,
        activity_id text not null references activity (id),
        title text,
        status text not null check (status in ('idea', 'planned', 'done', 'cancelled')),
        venue text,
        led_by text,
        capacity integer check (capacity > 0),
        priority_id text references priority (id),
        note text,
        cancel_reason text,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;
      create index event_by_activity on event (activity_id);
      create index event_by_priority on event (priority_id);

      create table session (
        id text primary key not null,
        event_id text not null references event (id),
        held_on text not null check (held_on is date(held_on)),
        starts_at text check (starts_at glob '[0-2][0-9]:[0-5][0-9]'),
        ends_at text check (ends_at glob '[0-2][0-9]:[0-5][0-9]'),
        duration_minutes integer not null check (duration_minutes between 0 and 1440),
        is_inset_day integer not null default 0 check (is_inset_day in (0, 1)),
        check (starts_at is null or ends_at is null or ends_at > starts_at)
      ) strict;
      create index session_by_event on session (event_id, held_on);
      create index session_by_day on session (held_on);

      create table booking (
        id text primary key not null,
        event_id text not null references event (id),
        person_id text not null references person (id),
        state text not null check (state in ('booked', 'waiting', 'cancelled')),
        booked_on text not null check (booked_on is date(booked_on)),
        cancelled_on text check (cancelled_on is date(cancelled_on)),
        cancel_reason text,
        post_title text,
        team_name text,
        staff_group_id text references staff_group (id),
        note text,
        substitute_for_id text references booking (id),
        unique (event_id, person_id)
      ) strict;
      create index booking_by_person on booking (person_id);
      create index booking_by_group on booking (staff_group_id);

      create table attendance (
        id text primary key not null,
        booking_id text not null references booking (id),
        session_id text not null references session (id),
        state text not null check (state in ('present', 'part', 'absent')),
        credited_minutes integer not null check (credited_minutes between 0 and 1440),
        unique (booking_id, session_id),
        check (state <> 'absent' or credited_minutes = 0)
      ) strict;
      create index attendance_by_session on attendance (session_id, booking_id, credited_minutes);
    `)
  },
}

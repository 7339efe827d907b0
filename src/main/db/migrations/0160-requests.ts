import type { Migration } from '../migrate'

/**
 * Requests for development with their costs, the steps in which each is decided and all that was said of it; and how
 * the school decides: its route, the notice it asks for, and what is charged for places given back late.
 */
export const migration0160: Migration = {
  version: 160,
  name: 'requests',
  up(database) {
    database.exec(`
      alter table event add column minimum_people integer check (minimum_people > 0);

      create table request (
        id text primary key not null,
        number integer not null unique,
        person_id text not null references person (id),
        received_on text not null check (received_on is date(received_on)),
        title text not null check (length(title) between 1 and 300),
        event_id text references event (id),
        type_code text,
        provider_name text,
        wanted_on text check (wanted_on is date(wanted_on)),
        starts_at text check (starts_at glob '[0-2][0-9]:[0-5][0-9]'),
        ends_at text check (ends_at glob '[0-2][0-9]:[0-5][0-9]'),
        duration_minutes integer check (duration_minutes between 1 and 1440),
        reason text,
        expected_change text not null,
        pupil_benefit text not null,
        how_measured text not null,
        measure_on text check (measure_on is date(measure_on)),
        sharing text,
        cover_quarter_days integer not null check (cover_quarter_days >= 0),
        cover_arranged text,
        priority_id text references priority (id),
        features_json text not null check (json_valid(features_json)),
        state text not null
          check (state in ('waiting', 'returned', 'approved', 'booked', 'declined', 'withdrawn')),
        decided_on text check (decided_on is date(decided_on)),
        booking_id text references booking (id),
        check ((state = 'booked') = (booking_id is not null))
      ) strict;
      create index request_by_state on request (state, received_on);
      create index request_of on request (person_id);
      create index request_by_event on request (event_id);
      create index request_by_priority on request (priority_id);
      create index request_by_booking on request (booking_id);
      create index request_wanted on request (wanted_on);

      create table request_cost (
        id text primary key not null,
        request_id text not null references request (id),
        position integer not null,
        kind_code text not null,
        description text,
        net_pence integer not null check (net_pence >= 0),
        vat_pence integer not null check (vat_pence >= 0),
        is_vat_recoverable integer not null check (is_vat_recoverable in (0, 1)),
        fund_id text references fund (id)
      ) strict;
      create index request_cost_of on request_cost (request_id, position);
      create index request_cost_by_fund on request_cost (fund_id);

      create table request_step (
        id text primary key not null,
        request_id text not null references request (id),
        position integer not null,
        title text not null,
        role text not null check (role in ('lineManager', 'cpdLeader', 'budgetHolder', 'head', 'other')),
        person_id text references person (id),
        is_comment_only integer not null check (is_comment_only in (0, 1)),
        state text not null check (state in ('pending', 'approved', 'declined', 'commented', 'not-needed'))
      ) strict;
      create index request_step_of on request_step (request_id, position);
      create index request_step_by_person on request_step (person_id);

      create table request_history (
        id text primary key not null,
        request_id text not null references request (id),
        request_step_id text references request_step (id),
        kind text not null check (kind in ('asked', 'asked-again', 'approve', 'approve-if', 'decline', 'ask-again',
          'comment', 'step-added', 'step-left-out', 'fund-changed', 'withdrawn', 'booked')),
        happened_on text not null check (happened_on is date(happened_on)),
        person_id text references person (id),
        words text
      ) strict;
      create index request_history_of on request_history (request_id);
      create index request_history_by_step on request_history (request_step_id);
      create index request_history_by_person on request_history (person_id);

      create table request_route (
        id text primary key not null,
        position integer not null,
        title text not null,
        role text not null check (role in ('lineManager', 'cpdLeader', 'budgetHolder', 'head', 'other')),
        person_id text references person (id),
        is_comment_only integer not null check (is_comment_only in (0, 1)),
        over_pence integer check (over_pence >= 0)
      ) strict;
      create index request_route_by_person on request_route (person_id);

      create table request_rule (
        id text primary key not null,
        notice_days integer check (notice_days >= 0)
      ) strict;

      create table charge_rule (
        id text primary key not null,
        provider_id text references provider (id),
        under_days integer not null check (under_days > 0),
        is_working_days integer not null check (is_working_days in (0, 1)),
        percent integer not null check (percent between 1 and 100)
      ) strict;
      create index charge_rule_by_provider on charge_rule (provider_id);
    `)
  },
}

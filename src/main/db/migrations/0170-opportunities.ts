import type { Migration } from '../migrate'

/**
 * What people could go to, when it runs, to whom it was offered and what they said; how good a provider is; and the
 * schools that share an event and its cost.
 */
export const migration0170: Migration = {
  version: 170,
  name: 'opportunities',
  up(database) {
    database.exec(`
      create table opportunity (
        id text primary key not null,
        title text not null,
        type_code text not null,
        level_code text not null,
        provision_code text not null check (provision_code in ('within', 'cross', 'external')),
        provider_id text references provider (id),
        expert_person_id text references person (id),
        mode text check (mode in ('in-person', 'live-online', 'online', 'mixed')),
        about_json text check (json_valid(about_json)),
        duration_count real check (duration_count > 0),
        duration_unit text check (duration_unit in ('minutes', 'hours', 'days', 'weeks', 'years')),
        price_net_pence integer check (price_net_pence >= 0),
        price_vat_pence integer check (price_vat_pence >= 0),
        places integer check (places > 0),
        reference text,
        booking_address text,
        group_ids_json text not null check (json_valid(group_ids_json)),
        standards_json text not null check (json_valid(standards_json)),
        subjects_json text not null check (json_valid(subjects_json)),
        ages_json text not null check (json_valid(ages_json)),
        source_name text,
        source_key text unique,
        is_archived integer not null default 0 check (is_archived in (0, 1)),
        check ((duration_count is null) = (duration_unit is null)),
        check (price_vat_pence is null or price_net_pence is not null)
      ) strict;
      create index opportunity_by on opportunity (provider_id);
      create index opportunity_expert on opportunity (expert_person_id);

      create table opportunity_date (
        id text primary key not null,
        opportunity_id text not null references opportunity (id),
        starts_on text not null check (starts_on is date(starts_on)),
        ends_on text check (ends_on is date(ends_on) and ends_on >= starts_on),
        starts_at text,
        ends_at text,
        venue text,
        led_by text,
        mode text check (mode in ('in-person', 'live-online', 'online', 'mixed')),
        places_left integer check (places_left >= 0),
        reference text,
        booking_address text,
        source_key text unique
      ) strict;
      create index opportunity_date_of on opportunity_date (opportunity_id, starts_on);

      create table opportunity_event (
        id text primary key not null,
        opportunity_id text not null references opportunity (id),
        date_id text,
        event_id text not null unique references event (id)
      ) strict;
      create index opportunity_event_of on opportunity_event (opportunity_id);

      create table offer (
        id text primary key not null,
        kind text not null check (kind in ('bulletin', 'booklet')),
        title text not null,
        words text,
        sent_on text not null check (sent_on is date(sent_on)),
        sent_by_person_id text references person (id)
      ) strict;

      create table offer_item (
        id text primary key not null,
        offer_id text not null references offer (id),
        opportunity_id text not null references opportunity (id),
        position integer not null,
        unique (offer_id, opportunity_id)
      ) strict;
      create index offer_item_of on offer_item (opportunity_id);

      create table offer_person (
        id text primary key not null,
        offer_id text not null references offer (id),
        person_id text not null references person (id),
        unique (offer_id, person_id)
      ) strict;
      create index offer_person_of on offer_person (person_id);

      create table offer_answer (
        id text primary key not null,
        offer_id text not null references offer (id),
        opportunity_id text not null references opportunity (id),
        person_id text not null references person (id),
        answer text not null check (answer in ('interested', 'booked', 'no')),
        why text,
        answered_on text not null check (answered_on is date(answered_on)),
        unique (offer_id, opportunity_id, person_id)
      ) strict;
      create index offer_answer_of on offer_answer (person_id);

      create table offer_reason (
        id text primary key not null,
        person_id text not null references person (id),
        academic_year integer not null,
        why text not null,
        unique (person_id, academic_year)
      ) strict;

      create table provider_check (
        id text primary key not null,
        provider_id text not null references provider (id),
        checked_on text not null check (checked_on is date(checked_on)),
        checked_by_person_id text references person (id),
        checklist_id text not null,
        note text
      ) strict;
      create index provider_check_of on provider_check (provider_id, checked_on);

      create table provider_check_answer (
        id text primary key not null,
        check_id text not null references provider_check (id),
        item_key text not null,
        answer text not null check (answer in ('yes', 'partly', 'no')),
        note text,
        unique (check_id, item_key)
      ) strict;

      create table partner_school (
        id text primary key not null,
        name text not null unique collate nocase,
        urn text,
        contact text,
        work_email text,
        note text,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table event_share (
        id text primary key not null,
        event_id text not null references event (id),
        partner_id text not null references partner_school (id),
        places integer not null check (places > 0),
        direction text not null check (direction in ('they-pay', 'we-pay')),
        cost_line_id text unique references cost_line (id),
        note text,
        unique (event_id, partner_id)
      ) strict;
    `)
  },
}

import type { Database } from 'better-sqlite3'
import type { Migration } from '../migrate'

/**
 * A course of a catalogue is known again by what the catalogue says of it, each in a column of its own, so that a renamed
 * one stays one; a date by what is its own within its course. And how the cost of a shared event was divided is kept, so
 * that a change of shares divides it anew.
 */
export const migration0260: Migration = {
  version: 260,
  name: 'courses known again',
  rebuildsTables: true,
  up(database) {
    database.exec(`
      create table opportunity_new (
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
        source_id text,
        source_code text,
        source_provider text,
        source_title text,
        is_archived integer not null default 0 check (is_archived in (0, 1)),
        check ((duration_count is null) = (duration_unit is null)),
        check (price_vat_pence is null or price_net_pence is not null),
        check ((source_title is null) = (source_code is null) and (source_title is null) = (source_provider is null)),
        check (source_id is null or source_title is not null)
      ) strict;

      insert into opportunity_new select id, title, type_code, level_code, provision_code, provider_id, expert_person_id,
        mode, about_json, duration_count, duration_unit, price_net_pence, price_vat_pence, places, reference,
        booking_address, group_ids_json, standards_json, subjects_json, ages_json, source_name, null, null, null, null,
        is_archived from opportunity;

      create table opportunity_date_new (
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
        source_key text,
        unique (opportunity_id, source_key)
      ) strict;

      insert into opportunity_date_new select d.id, d.opportunity_id, d.starts_on, d.ends_on, d.starts_at, d.ends_at,
        d.venue, d.led_by, d.mode, d.places_left, d.reference, d.booking_address,
        iif(substr(d.source_key, 1, length(o.source_key) + 1) = o.source_key || '|',
          substr(d.source_key, length(o.source_key) + 2), d.source_key)
        from opportunity_date d join opportunity o on o.id = d.opportunity_id;
    `)
    nameSources(database)
    database.exec(`
      drop table opportunity_date;
      drop table opportunity;
      alter table opportunity_new rename to opportunity;
      alter table opportunity_date_new rename to opportunity_date;
      create index opportunity_by on opportunity (provider_id);
      create index opportunity_expert on opportunity (expert_person_id);
      create index opportunity_date_of on opportunity_date (opportunity_id, starts_on);

      create table event_division (
        id text primary key not null,
        event_id text not null unique references event (id),
        total_pence integer not null check (total_pence >= 0),
        our_places integer not null check (our_places >= 0),
        expected_on text not null check (expected_on is date(expected_on))
      ) strict;
    `)
  },
}

interface Keyed {
  readonly id: string
  readonly source_key: string
  readonly provider: string | null
}

/** A key was "identifier|title", or "code|provider|title" where the catalogue gave no identifier. */
function nameSources(database: Database): void {
  const set = database.prepare(
    `update opportunity_new set source_id = ?, source_code = ?, source_provider = ?, source_title = ? where id = ?`,
  )
  const keyed = database.prepare<[], Keyed>(`
    select o.id, o.source_key, r.name as provider from opportunity o left join provider r on r.id = o.provider_id
    where o.source_key is not null`)
  for (const { id, source_key, provider } of keyed.all()) {
    const [first = '', second = '', ...rest] = source_key.split('|')
    const isIdentified = rest.length === 0 || /^[0-9a-f]{8}-/i.test(first)
    if (isIdentified) set.run(first, '', (provider ?? '').toLowerCase(), [second, ...rest].join('|'), id)
    else set.run(null, first, second, rest.join('|'), id)
  }
}

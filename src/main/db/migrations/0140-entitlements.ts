import type { Migration } from '../migrate'

/** What the school promises its people, from which year to which, and what it ticks off for them. */
export const migration0140: Migration = {
  version: 140,
  name: 'entitlements',
  up(database) {
    database.exec(`
      create table entitlement_rule (
        id text primary key not null,
        first_id text not null references entitlement_rule (id),
        position integer not null,
        title text not null,
        who_json text not null check (json_valid(who_json)),
        what text not null check (what in ('hours', 'days', 'activities', 'meetings', 'money', 'steps')),
        amount integer not null check (amount > 0),
        per text not null check (per in ('academicYear', 'term', 'once')),
        is_pro_rata integer not null check (is_pro_rata in (0, 1)),
        within_weeks integer check (within_weeks >= 0),
        counts_json text check (json_valid(counts_json)),
        why text not null,
        note text,
        document_id text references document (id),
        pack_id text,
        pack_rule_id text,
        pack_version text,
        pack_rule_json text check (json_valid(pack_rule_json)),
        from_year integer not null check (from_year between 1990 and 2100),
        until_year integer check (until_year >= from_year),
        check (per = 'once' or within_weeks is null),
        check (per <> 'once' or is_pro_rata = 0),
        unique (first_id, from_year)
      ) strict;
      create index entitlement_rule_in on entitlement_rule (document_id);

      create table entitlement_tick (
        id text primary key not null,
        rule_id text not null references entitlement_rule (id),
        person_id text not null references person (id),
        done_on text not null check (done_on is date(done_on)),
        note text
      ) strict;
      create index entitlement_tick_for on entitlement_tick (rule_id, person_id);
      create index entitlement_tick_of on entitlement_tick (person_id);
    `)
  },
}

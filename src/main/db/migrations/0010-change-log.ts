import type { Migration } from '../migrate'

/**
 * The log comes first because every other table is written through it: a change is one transaction, its rows say what
 * each touched record was before and after. What the log holds of people stands in a table of its own, so that an
 * erasure can empty it and leave the log whole. Attachments are content-addressed and never part of the log.
 */
export const migration0010: Migration = {
  version: 10,
  name: 'change-log',
  up(database) {
    database.exec(`
      create table change (
        id text primary key not null,
        at_utc text not null,
        sitting_id text not null,
        acting_person_id text,
        channel text not null,
        reason text,
        undoes_change_id text references change (id)
      ) strict;
      create index change_by_time on change (at_utc);
      create index change_by_sitting on change (sitting_id, id);
      create unique index change_undone_once on change (undoes_change_id) where undoes_change_id is not null;

      create table change_row (
        id integer primary key autoincrement,
        change_id text not null references change (id),
        table_name text not null,
        row_id text not null,
        operation text not null check (operation in ('insert', 'update', 'delete')),
        before_json text,
        after_json text
      ) strict;
      create index change_row_by_change on change_row (change_id);
      create index change_row_by_row on change_row (table_name, row_id);

      create table change_row_personal (
        change_row_id integer primary key not null references change_row (id),
        before_json text,
        after_json text
      ) strict;

      create table draft (
        form text not null,
        record_id text not null,
        body_json text not null,
        saved_at_utc text not null,
        primary key (form, record_id)
      ) strict;

      create table attachment (
        sha256 text primary key not null check (length(sha256) = 64),
        media_type text not null,
        byte_count integer not null check (byte_count between 0 and 10485760),
        content blob not null
      ) strict;
    `)
  },
}

import type { Migration } from '../migrate'

/**
 * Packs that somebody handed to this school (their bytes are attachments), and what the school itself wrote: its own
 * entries, and its own wording of something that a pack brings, with the edition that it was made from.
 */
export const migration0110: Migration = {
  version: 110,
  name: 'packs',
  up(database) {
    database.exec(`
      create table pack (
        id text primary key not null,
        pack_id text not null unique,
        version text not null,
        title text not null,
        dated text not null check (dated is date(dated)),
        added_on text not null check (added_on is date(added_on)),
        sha256 text not null references attachment (sha256)
      ) strict;

      create table own_content (
        id text primary key not null,
        kind text not null,
        content_id text not null,
        fields_json text not null check (json_valid(fields_json)),
        markdown text not null,
        based_on_pack_id text,
        based_on_version text,
        based_on_sha256 text,
        unique (kind, content_id),
        check ((based_on_pack_id is null) = (based_on_sha256 is null)),
        check ((based_on_pack_id is null) = (based_on_version is null))
      ) strict;
    `)
  },
}

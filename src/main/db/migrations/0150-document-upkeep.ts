import type { Migration } from '../migrate'

/**
 * What was decided on the wording of a document's template, section by section, so that nobody is asked twice; and what
 * people note beside a text for themselves, which is never printed.
 */
export const migration0150: Migration = {
  version: 150,
  name: 'upkeep of documents',
  up(database) {
    database.exec(`
      create table document_upstream (
        id text primary key not null,
        document_id text not null references document (id),
        section_key text not null,
        sha256 text,
        unique (document_id, section_key)
      ) strict;

      create table document_comment (
        id text primary key not null,
        document_id text not null references document (id),
        section_id text not null references document_section (id),
        quote text,
        words text not null,
        written_on text not null check (written_on is date(written_on)),
        is_done integer not null default 0 check (is_done in (0, 1))
      ) strict;
      create index document_comment_of on document_comment (document_id, section_id);
    `)
  },
}

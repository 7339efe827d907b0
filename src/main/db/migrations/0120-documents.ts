import type { Migration } from '../migrate'

/** The school's documents: a working text in sections, steps of its life, and versions that were approved, with files. */
export const migration0120: Migration = {
  version: 120,
  name: 'documents',
  up(database) {
    database.exec(`
      create table document (
        id text primary key not null,
        title text not null,
        kind text not null,
        audience text not null,
        status text not null check (status in ('draft', 'for-approval', 'approved')),
        template_id text,
        template_pack_id text,
        template_sha256 text,
        review_months integer check (review_months between 1 and 120),
        needs_approval integer not null check (needs_approval in (0, 1)),
        person_id text references person (id),
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table document_section (
        id text primary key not null,
        document_id text not null references document (id),
        position integer not null,
        key text,
        title text not null,
        body_json text not null check (json_valid(body_json)),
        is_left_out integer not null default 0 check (is_left_out in (0, 1)),
        left_out_reason text
      ) strict;
      create index document_section_of on document_section (document_id, position);

      create table document_step (
        id text primary key not null,
        document_id text not null references document (id),
        happened_on text not null check (happened_on is date(happened_on)),
        what text not null check (what in ('begun', 'submitted', 'returned', 'approved', 'reopened')),
        note text
      ) strict;
      create index document_step_of on document_step (document_id);

      create table document_version (
        id text primary key not null,
        document_id text not null references document (id),
        number integer not null check (number > 0),
        text_json text not null check (json_valid(text_json)),
        sha256 text not null,
        approved_on text not null check (approved_on is date(approved_on)),
        approved_by text not null,
        approved_at text,
        review_on text check (review_on is date(review_on)),
        unique (document_id, number)
      ) strict;

      create table document_file (
        id text primary key not null,
        document_version_id text not null references document_version (id),
        format text not null check (format in ('pdf', 'docx', 'txt')),
        file_name text not null,
        sha256 text not null references attachment (sha256),
        unique (document_version_id, format)
      ) strict;

      create table document_link (
        id text primary key not null,
        document_id text not null references document (id),
        target text not null check (target in ('priority', 'event', 'person', 'report')),
        target_id text not null,
        unique (document_id, target, target_id)
      ) strict;
      create index document_link_to on document_link (target, target_id);

      create table document_fact (
        id text primary key not null,
        name text not null unique,
        value text not null
      ) strict;
    `)
  },
}

import type { Migration } from '../migrate'

/**
 * Rounds of forms that find needs, each with its questions as they were asked, and the sheets that came back. A sheet of a
 * round without names holds nobody's id, and of its file only the SHA-256.
 */
export const migration0200: Migration = {
  version: 200,
  name: 'rounds of forms',
  up(database) {
    database.exec(`
      create table survey_round (
        id text primary key not null,
        title text not null check (length(title) between 1 and 200),
        form_id text not null,
        form_kind text not null,
        form_json text not null check (json_valid(form_json)),
        pack_id text,
        pack_version text,
        is_anonymous integer not null check (is_anonymous in (0, 1)),
        audience_json text not null check (json_valid(audience_json)),
        groups_json text not null check (json_valid(groups_json)),
        opens_on text not null check (opens_on is date(opens_on)),
        closes_on text check (closes_on is date(closes_on)),
        note text,
        check (closes_on is null or closes_on >= opens_on)
      ) strict;

      create table survey_sheet (
        id text primary key not null,
        round_id text not null references survey_round (id),
        number integer not null check (number > 0),
        person_id text references person (id),
        staff_group_id text references staff_group (id),
        way text not null check (way in ('paper', 'file')),
        received_on text not null check (received_on is date(received_on)),
        file_sha256 text,
        answers_json text not null check (json_valid(answers_json)),
        unique (round_id, number),
        unique (round_id, person_id),
        unique (round_id, file_sha256)
      ) strict;
      create index survey_sheet_of_person on survey_sheet (person_id);
    `)
  },
}

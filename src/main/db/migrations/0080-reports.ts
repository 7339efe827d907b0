import type { Migration } from '../migrate'

/** Report texts that people edit, and issued reports: figures, text and files are kept and never change (model, section 8). */
export const migration0080: Migration = {
  version: 80,
  name: 'reports',
  up(database) {
    database.exec(`
      create table report_text (
        id text primary key not null,
        report_kind text not null,
        year_kind text not null check (year_kind in ('academic', 'financial')),
        start_year integer not null,
        section text not null,
        body text not null,
        unique (report_kind, year_kind, start_year, section)
      ) strict;

      create table issued_report (
        id text primary key not null,
        report_kind text not null,
        year_kind text not null check (year_kind in ('academic', 'financial')),
        start_year integer not null,
        number integer not null check (number > 0),
        title text not null,
        issued_on text not null check (issued_on is date(issued_on)),
        issued_at_utc text not null,
        issued_by_person_id text references person (id),
        reason text,
        replaces_id text references issued_report (id),
        figures_json text not null,
        document_json text not null,
        unique (report_kind, year_kind, start_year, number)
      ) strict;

      create table issued_file (
        id text primary key not null,
        issued_report_id text not null references issued_report (id),
        format text not null,
        file_name text not null,
        sha256 text not null references attachment (sha256),
        unique (issued_report_id, format)
      ) strict;
    `)
  },
}

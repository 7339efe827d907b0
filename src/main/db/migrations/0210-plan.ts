import type { Migration } from '../migrate'

/** The training plan of an academic year: its lines with what they cost and whom they serve, and its approved versions. */
export const migration0210: Migration = {
  version: 210,
  name: 'the training plan',
  up(database) {
    database.exec(`
      create table training_plan (
        id text primary key not null,
        academic_year integer not null unique check (academic_year between 1990 and 2100),
        title text not null check (length(title) between 1 and 200),
        state text not null check (state in ('draft', 'for-approval', 'approved')),
        own_budget_pence integer check (own_budget_pence >= 0),
        words text
      ) strict;

      create table plan_fund (
        id text primary key not null,
        plan_id text not null references training_plan (id),
        fund_id text not null references fund (id),
        unique (plan_id, fund_id)
      ) strict;
      create index plan_fund_by_fund on plan_fund (fund_id);

      create table plan_line (
        id text primary key not null,
        plan_id text not null references training_plan (id),
        rank integer not null,
        is_must integer not null check (is_must in (0, 1)),
        title text not null check (length(title) between 1 and 300),
        type_code text,
        priority_id text references priority (id),
        is_whole_school integer not null check (is_whole_school in (0, 1)),
        people_count integer check (people_count between 1 and 10000),
        lead text,
        starts_on text check (starts_on is date(starts_on)),
        term text check (term in ('autumn', 'spring', 'summer')),
        provider_id text references provider (id),
        opportunity_id text references opportunity (id),
        request_id text references request (id),
        event_id text references event (id),
        cover_quarter_days integer not null check (cover_quarter_days between 0 and 40000),
        measure text,
        measure_unit text,
        baseline_value real,
        target_value real,
        note text,
        check (starts_on is null or term is null)
      ) strict;
      create index plan_line_of on plan_line (plan_id, rank);
      create index plan_line_by_priority on plan_line (priority_id);
      create index plan_line_by_provider on plan_line (provider_id);
      create index plan_line_by_opportunity on plan_line (opportunity_id);
      create index plan_line_by_request on plan_line (request_id);
      create index plan_line_by_event on plan_line (event_id);

      create table plan_line_cost (
        id text primary key not null,
        plan_line_id text not null references plan_line (id),
        position integer not null,
        kind_code text not null,
        amount_pence integer not null check (amount_pence >= 0)
      ) strict;
      create index plan_line_cost_of on plan_line_cost (plan_line_id, position);

      create table plan_line_need (
        id text primary key not null,
        plan_line_id text not null references plan_line (id),
        need_id text not null references need (id),
        unique (plan_line_id, need_id)
      ) strict;
      create index plan_line_need_by_need on plan_line_need (need_id);

      create table plan_line_person (
        id text primary key not null,
        plan_line_id text not null references plan_line (id),
        person_id text not null references person (id),
        unique (plan_line_id, person_id)
      ) strict;
      create index plan_line_person_by_person on plan_line_person (person_id);

      create table plan_line_group (
        id text primary key not null,
        plan_line_id text not null references plan_line (id),
        staff_group_id text not null references staff_group (id),
        unique (plan_line_id, staff_group_id)
      ) strict;
      create index plan_line_group_by_group on plan_line_group (staff_group_id);

      create table plan_step (
        id text primary key not null,
        plan_id text not null references training_plan (id),
        happened_on text not null check (happened_on is date(happened_on)),
        kind text not null check (kind in ('begun', 'submitted', 'returned', 'approved', 'reopened')),
        person_id text references person (id),
        words text
      ) strict;
      create index plan_step_of on plan_step (plan_id);
      create index plan_step_by_person on plan_step (person_id);

      create table plan_version (
        id text primary key not null,
        plan_id text not null references training_plan (id),
        number integer not null check (number >= 1),
        approved_on text not null check (approved_on is date(approved_on)),
        approved_by text not null,
        approved_at text,
        reason text,
        figures_json text not null,
        document_json text not null,
        sha256 text not null check (length(sha256) = 64),
        unique (plan_id, number)
      ) strict;

      create table plan_version_file (
        id text primary key not null,
        plan_version_id text not null references plan_version (id),
        format text not null check (format in ('pdf', 'docx', 'xlsx', 'csv', 'json')),
        file_name text not null,
        sha256 text not null references attachment (sha256),
        unique (plan_version_id, format)
      ) strict;
      create index plan_version_file_by_content on plan_version_file (sha256);
    `)
  },
}

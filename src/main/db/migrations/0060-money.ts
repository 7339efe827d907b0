import type { Migration } from '../migrate'

/**
 * A cost line is what we expect or owe; its movements say what happened and its state and amounts are derived from
 * them (model, section 4; the arithmetic is in views.ts). Funds and shares are child rows. A ledger line is what the
 * finance system says, kept as imported; it counts only when linked to a cost line or accepted as one.
 */
export const migration0060: Migration = {
  version: 60,
  name: 'money',
  up(database) {
    database.exec(`
      create table fund (
        id text primary key not null,
        name text not null unique collate nocase,
        kind text not null,
        reference text,
        is_external integer not null check (is_external in (0, 1)),
        allowed_use text,
        sort_order integer not null default 0,
        is_archived integer not null default 0 check (is_archived in (0, 1))
      ) strict;

      create table fund_amount (
        id text primary key not null,
        fund_id text not null references fund (id),
        from_on text not null check (from_on is date(from_on)),
        to_on text not null check (to_on is date(to_on)),
        amount_pence integer not null,
        note text,
        check (to_on >= from_on)
      ) strict;
      create index fund_amount_by_fund on fund_amount (fund_id, from_on);

      create table cost_line (
        id text primary key not null,
        event_id text references event (id),
        booking_id text references booking (id),
        kind_code text not null,
        description text not null check (length(description) between 1 and 300),
        expected_on text not null check (expected_on is date(expected_on)),
        net_pence integer not null,
        vat_pence integer not null,
        is_vat_recoverable integer not null check (is_vat_recoverable in (0, 1)),
        finance_code text,
        local_code text,
        supplier text,
        order_number text,
        covered_minutes integer not null default 0 check (covered_minutes >= 0),
        share_basis text not null default 'none' check (share_basis in ('none', 'heads', 'hours', 'named')),
        note text,
        check (booking_id is null or event_id is not null)
      ) strict;
      create index cost_line_by_event on cost_line (event_id);
      create index cost_line_by_booking on cost_line (booking_id);
      create index cost_line_by_day on cost_line (expected_on);
      create index cost_line_by_code on cost_line (finance_code);

      create table cost_movement (
        id text primary key not null,
        cost_line_id text not null references cost_line (id),
        kind text not null check (kind in ('estimated', 'committed', 'invoiced', 'paid', 'credited')),
        moved_on text not null check (moved_on is date(moved_on)),
        net_pence integer not null,
        vat_pence integer not null,
        reference text,
        check (iif(kind = 'credited', net_pence + vat_pence <= 0, kind = 'committed' or net_pence + vat_pence >= 0))
      ) strict;
      create index cost_movement_by_line on cost_movement (cost_line_id, moved_on, kind, net_pence, vat_pence);
      create index cost_movement_by_day on cost_movement (moved_on);

      create table cost_fund (
        id text primary key not null,
        cost_line_id text not null references cost_line (id),
        fund_id text not null references fund (id),
        weight integer not null check (weight > 0),
        unique (cost_line_id, fund_id)
      ) strict;
      create index cost_fund_by_fund on cost_fund (fund_id);

      create table cost_share (
        id text primary key not null,
        cost_line_id text not null references cost_line (id),
        booking_id text not null references booking (id),
        weight integer not null check (weight > 0),
        unique (cost_line_id, booking_id)
      ) strict;
      create index cost_share_by_booking on cost_share (booking_id);

      create table ledger_line (
        id text primary key not null,
        identity_hash text not null unique,
        document_number text,
        posted_on text not null check (posted_on is date(posted_on)),
        net_pence integer not null,
        vat_pence integer not null,
        gross_pence integer not null,
        supplier text,
        description text,
        cost_centre text,
        account_code text,
        source_name text not null,
        source_row integer not null,
        status text not null check (status in ('unmatched', 'linked', 'accepted', 'set-aside')),
        cost_line_id text references cost_line (id),
        movement_id text references cost_movement (id),
        check ((status in ('linked', 'accepted')) = (cost_line_id is not null))
      ) strict;
      create index ledger_line_by_status on ledger_line (status, posted_on);
      create index ledger_line_by_cost_line on ledger_line (cost_line_id) where cost_line_id is not null;
      create index ledger_line_by_movement on ledger_line (movement_id) where movement_id is not null;
    `)
  },
}

import type { Migration } from '../migrate'

/** Why a change was made is often about a person ("Ill"): it is kept apart, where an erasure can empty it. */
export const migration0250: Migration = {
  version: 250,
  name: 'reasons of changes kept apart',
  up(database) {
    database.exec(`
      create table change_reason (
        change_id text primary key not null references change (id),
        reason text
      ) strict;
      insert into change_reason (change_id, reason) select id, reason from change where reason is not null;
      alter table change drop column reason;
    `)
  },
}

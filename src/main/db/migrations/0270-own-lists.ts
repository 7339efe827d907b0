import type { Migration } from '../migrate'

/** The school's own layer of the lists that packs bring: entries that it added, and those that it gave other words. */
export const migration0270: Migration = {
  version: 270,
  name: 'own lists',
  up(database) {
    database.exec(`
      create table own_entry (
        id text primary key not null,
        list text not null check (list in ('types', 'kinds', 'codes')),
        code text not null,
        entry_json text not null check (json_valid(entry_json)),
        unique (list, code)
      ) strict;
    `)
  },
}

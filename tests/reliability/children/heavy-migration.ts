import type { Migration } from '../../../src/main/db/migrate'
import { schoolMigrations } from '../../../src/main/db/migrations/index'

const newest = schoolMigrations.at(-1)?.version ?? 0

/** A step that rebuilds a table, as later ones will: long enough to be killed in the middle. */
export const heavyMigration: Migration = {
  version: newest + 10,
  name: 'heavy',
  rebuildsTables: true,
  up(database) {
    database.exec('alter table team add column first_word text')
    database.exec("update team set first_word = substr(name, 1, instr(name, ' '))")
    database.exec(
      'create table team_new (id text primary key not null, name text not null, first_word text) strict',
    )
    database.exec('insert into team_new select id, name, first_word from team')
    database.exec('drop table team')
    database.exec('alter table team_new rename to team')
  },
}

export const withHeavyMigration: readonly Migration[] = [...schoolMigrations, heavyMigration]

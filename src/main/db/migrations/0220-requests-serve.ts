import type { Migration } from '../migrate'

/** Which need a request serves, and which opportunity it asks for. */
export const migration0220: Migration = {
  version: 220,
  name: 'requests serve needs',
  up(database) {
    database.exec(`
      alter table request add column need_id text references need (id);
      alter table request add column opportunity_id text references opportunity (id);
      create index request_by_need on request (need_id);
      create index request_by_opportunity on request (opportunity_id);
    `)
  },
}

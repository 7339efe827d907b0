import type { Migration } from '../migrate'

/**
 * What is asked of the movements of a year is which cost lines they belong to: with that in the index, the movements
 * themselves need not be read. Lines with bought cover are few and have an index of their own.
 */
export const migration0100: Migration = {
  version: 100,
  name: 'movements by day',
  up(database) {
    database.exec(`
      drop index cost_movement_by_day;
      create index cost_movement_by_day on cost_movement (moved_on, cost_line_id, kind);
      create index cost_line_with_cover on cost_line (event_id) where covered_minutes > 0;
    `)
  },
}

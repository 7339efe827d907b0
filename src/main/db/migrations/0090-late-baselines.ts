import type { Migration } from '../migrate'

/**
 * Whether a baseline was written down after the first session is decided on that day and kept: a session that is moved
 * later does not make it timely. Rows from before are judged by the sessions as they stand.
 */
export const migration0090: Migration = {
  version: 90,
  name: 'late baselines',
  up(database) {
    database.exec(`
      alter table evaluation add column is_baseline_late integer not null default 0 check (is_baseline_late in (0, 1));
      update evaluation set is_baseline_late = 1
        where baseline_recorded_on > (select min(held_on) from session where session.event_id = evaluation.event_id);
    `)
  },
}

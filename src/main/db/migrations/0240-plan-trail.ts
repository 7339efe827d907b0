import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Migration } from '../migrate'

/**
 * An event knows the line of the training plan that it was made of, so that the line may have another after one that
 * was cancelled, and its money stays known when the line is taken out (no foreign key for that reason). An approved
 * version keeps what its lines were called, and is sealed as a whole. What the plan holds of persons is logged apart.
 */
export const migration0240: Migration = {
  version: 240,
  name: 'events of the plan and sealed versions',
  up(database) {
    database.exec(`
      alter table event add column plan_line_id text;
      update event set plan_line_id = (select l.id from plan_line l where l.event_id = event.id order by l.id limit 1);
      create index event_by_plan_line on event (plan_line_id) where plan_line_id is not null;
      drop index plan_line_by_event;
      alter table plan_line drop column event_id;

      create temp table moved as select id from change_row
        where table_name in ('training_plan', 'plan_step', 'plan_version') and coalesce(before_json, after_json) is not null;
      insert into change_row_personal (change_row_id, before_json, after_json)
        select id, before_json, after_json from change_row where id in (select id from temp.moved);
      update change_row set before_json = null, after_json = null where id in (select id from temp.moved);
      drop table temp.moved;
    `)
    seal(database)
  },
}

interface VersionRow {
  readonly id: string
  readonly number: number
  readonly approved_on: string
  readonly approved_by: string
  readonly approved_at: string | null
  readonly reason: string | null
  readonly figures_json: string
  readonly document_json: string
}

interface OldLine {
  readonly pence: number
  readonly isAbove: boolean
}

function seal(database: Database): void {
  const keep = database.prepare('update plan_version set figures_json = ?, sha256 = ? where id = ?')
  for (const row of database.prepare('select * from plan_version').all() as VersionRow[]) {
    const figures = newFigures(database, row.figures_json)
    const { number, approved_on, approved_by, approved_at, reason, document_json } = row
    const whole = JSON.stringify([number, approved_on, approved_by, approved_at, reason, figures, document_json])
    keep.run(figures, createHash('sha256').update(whole, 'utf8').digest('hex'), row.id)
  }
}

/** The figures of a version with the titles of its lines; what was taken out since has none any more. */
function newFigures(database: Database, json: string): string {
  const figures = JSON.parse(json) as { totals: unknown; lines: Record<string, OldLine> | unknown[] }
  if (Array.isArray(figures.lines)) return json
  const line = database.prepare('select title, is_must, request_id from plan_line where id = ?')
  const lines = Object.entries(figures.lines).map(([lineId, { pence, isAbove }]) => {
    const now = line.get(lineId) as { title: string; is_must: number; request_id: string | null } | undefined
    const title = now?.title ?? 'A line that was taken out'
    return { lineId, title, isMust: now?.is_must === 1, requestId: now?.request_id ?? null, pence, isAbove }
  })
  return JSON.stringify({ totals: figures.totals, lines })
}

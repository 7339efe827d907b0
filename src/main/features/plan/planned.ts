import { sql, type ReadDb } from '../../db/handle'
import { zFigures, type Figures } from './figures'

/** What is or was planned in any year: every cost is of one plan, or of none. */
export interface Planned {
  /** The lines of all plans, as they stand and as they were approved last. */
  readonly lineIds: ReadonlySet<string>
  /** The plan that each request is in: where it stands now, else the newest that was approved with it. */
  readonly planOfRequest: ReadonlyMap<string, string>
}

/** The figures of the version of each plan that was approved last, by plan, the earliest year first. */
export function approvedFigures(db: ReadDb): Map<string, { number: number; lines: Figures['lines'] }> {
  const rows = db.all(
    sql
      .selectFrom('plan_version as v')
      .innerJoin('training_plan as p', 'p.id', 'v.plan_id')
      .select(['v.plan_id', 'v.number', 'v.figures_json'])
      .where((eb) =>
        eb(
          'v.number',
          '=',
          eb
            .selectFrom('plan_version as w')
            .select((w) => w.fn.max('w.number').as('n'))
            .whereRef('w.plan_id', '=', 'v.plan_id'),
        ),
      )
      .orderBy('p.academic_year'),
  )
  return new Map(
    rows.map((row) => [
      row.plan_id,
      { number: row.number, lines: zFigures.parse(JSON.parse(row.figures_json)).lines },
    ]),
  )
}

/** What all plans hold, with what was approved. */
export function plannedOf(db: ReadDb, approved: ReturnType<typeof approvedFigures>): Planned {
  const now = db.all(
    sql
      .selectFrom('plan_line as n')
      .innerJoin('training_plan as p', 'p.id', 'n.plan_id')
      .select(['n.id', 'n.plan_id', 'n.request_id'])
      .orderBy('p.academic_year'),
  )
  const then = [...approved].flatMap(([planId, { lines }]) =>
    lines.map((line) => ({ id: line.lineId, plan_id: planId, request_id: line.requestId })),
  )
  const all = [...then, ...now]
  return {
    lineIds: new Set(all.map(({ id }) => id)),
    planOfRequest: new Map(
      all.flatMap((line) => (line.request_id === null ? [] : [[line.request_id, line.plan_id] as const])),
    ),
  }
}

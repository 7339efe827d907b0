import { sql as raw } from 'kysely'
import type { Change } from '../../../shared/features/changes/contract'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { joinedName } from '../../db/person-names'
import { isOffered, undoneTimes } from '../../db/undo'

/** The newest changes, newest first; `before` is the id to continue from. */
export function listChanges(db: ReadDb, limit: number, before: string | undefined): Change[] {
  let query = sql
    .selectFrom('change as c')
    .leftJoin('person as p', 'p.id', 'c.acting_person_id')
    .leftJoin('change_reason as w', 'w.change_id', 'c.id')
    .select((eb) => [
      'c.id',
      'c.at_utc',
      'c.channel',
      'w.reason',
      'c.undoes_change_id',
      'p.forename',
      'p.surname',
      'p.known_as',
      raw<number>`${raw.raw(undoneTimes('c.id'))}`.as('undone_times'),
      raw<0 | 1>`${raw.raw(isOffered('c'))}`.as('is_offered'),
      eb
        .selectFrom('change_row')
        .whereRef('change_row.change_id', '=', 'c.id')
        .select((b) => b.fn.countAll<number>().as('n'))
        .as('row_count'),
    ])
    .orderBy('c.id', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('c.id', '<', before)
  return db.all(query).map((row) => ({
    id: row.id,
    atUtc: row.at_utc,
    channel: row.channel,
    actingName: joinedName(row),
    reason: row.reason,
    rowCount: row.row_count ?? 0,
    isUndone: row.undone_times % 2 === 1,
    isUndo: row.undoes_change_id !== null,
    canUndo: row.undone_times % 2 === 0 && row.is_offered === 1,
  }))
}

/** The channel of a change, for telling what was undone. */
export function channelOf(db: ReadDb, changeId: string): string | undefined {
  return db.first(sql.selectFrom('change').select('channel').where('id', '=', changeId))?.channel
}

interface RowChange {
  readonly table: string
  readonly rowId: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly fields: { name: string; before: string | null; after: string | null }[]
}

/** What one change did, field by field; fields that stayed the same are left out. At most 500 rows. */
export function listChangeRows(db: ReadDb, changeId: string): RowChange[] {
  const rows = db.all(
    sql
      .selectFrom('change_row as r')
      .leftJoin('change_row_personal as p', 'p.change_row_id', 'r.id')
      .select([
        'r.table_name',
        'r.row_id',
        'r.operation',
        'r.before_json',
        'r.after_json',
        'p.before_json as personal_before',
        'p.after_json as personal_after',
      ])
      .where('r.change_id', '=', changeId)
      .orderBy('r.id')
      .limit(500),
  )
  return rows.map((row) => ({
    table: row.table_name,
    rowId: row.row_id,
    operation: row.operation,
    fields: differences(row.before_json ?? row.personal_before, row.after_json ?? row.personal_after),
  }))
}

function differences(beforeJson: string | null, afterJson: string | null): RowChange['fields'] {
  const before = parse(beforeJson)
  const after = parse(afterJson)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => name !== 'id' && (before[name] ?? null) !== (after[name] ?? null))
    .map((name) => ({ name, before: asText(before[name]), after: asText(after[name]) }))
}

function parse(json: string | null): Record<string, unknown> {
  return json === null ? {} : (JSON.parse(json) as Record<string, unknown>)
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

export function readDraft(
  db: ReadDb,
  form: string,
  recordId: string,
): { body: unknown; savedAtUtc: string | null } {
  const row = db.first(
    sql.selectFrom('draft').selectAll().where('form', '=', form).where('record_id', '=', recordId),
  )
  return row ? { body: JSON.parse(row.body_json), savedAtUtc: row.saved_at_utc } : { body: null, savedAtUtc: null }
}

export function saveDraft(db: WriteDb, form: string, recordId: string, body: unknown, savedAtUtc: string): void {
  const body_json = JSON.stringify(body)
  db.run(
    sql
      .insertInto('draft')
      .values({ form, record_id: recordId, body_json, saved_at_utc: savedAtUtc })
      .onConflict((oc) => oc.columns(['form', 'record_id']).doUpdateSet({ body_json, saved_at_utc: savedAtUtc })),
  )
}

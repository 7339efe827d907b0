import type { Database } from 'better-sqlite3'
import type { RowRef } from './record-names'

/** Columns that carry the code of a kind of activity or of cost, by the list that the code is of. */
export const codeColumns = [
  ['types', 'activity', 'type_code'],
  ['types', 'request', 'type_code'],
  ['types', 'opportunity', 'type_code'],
  ['types', 'need', 'type_code'],
  ['types', 'plan_line', 'type_code'],
  ['kinds', 'cost_line', 'kind_code'],
  ['kinds', 'request_cost', 'kind_code'],
  ['kinds', 'plan_line_cost', 'kind_code'],
] as const

/**
 * The records that carry a kind which the school had made itself and which is not there after an undo, be it that the
 * undo took the kind away or that it put such a record back: no pack says what its code stands for, and a report would no
 * longer know whether it pays for cover.
 */
export function leftWithoutKind(database: Database, changeId: string): RowRef[] {
  const made = `select json_extract(after_json, '$.code') from change_row
    where change_id = @id and table_name = 'own_entry' and operation = 'insert'`
  return codeColumns.flatMap(([list, table, column]) =>
    database
      .prepare<{ id: string }, RowRef>(
        `select '${table}' as "table", id from main."${table}"
         where "${column}" glob 'own-*' and ("${column}" in (${made}) or id in (
             select row_id from change_row where change_id = @id and table_name = '${table}'))
           and "${column}" not in (select code from own_entry where list = '${list}')`,
      )
      .all({ id: changeId }),
  )
}

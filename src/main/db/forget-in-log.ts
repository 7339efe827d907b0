import { sql as raw } from 'kysely'
import { statement, type WriteDb } from './handle'
import type { Schema } from './schema'

/**
 * Empties what the log keeps of the values of some rows, this change's own among them: of every row of a table that had
 * a value in a column. That the rows were written stays, undoing it is refused from then on. For a table whose values are
 * personal.
 */
export function forgetInLog(
  db: WriteDb,
  table: keyof Schema,
  { column, value }: { readonly column: string; readonly value: string },
): void {
  const path = `$.${column}`
  db.run(
    statement(raw`
      delete from change_row_personal where change_row_id in (
        select r.id from change_row r join change_row_personal p on p.change_row_id = r.id
        where r.table_name = ${table}
          and coalesce(json_extract(p.after_json, ${path}), json_extract(p.before_json, ${path})) = ${value})`),
  )
}

import type { Database, Statement } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'
import { columnsOf } from './change-log'

/** One row that a change touched, as the log has it. */
export interface LoggedRow {
  readonly id: number
  readonly table_name: string
  readonly row_id: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly before_json: string | null
}

/** So many rows of a change are held at once: an import may be 100,000, and all of them together hundreds of megabytes. */
const ROWS_AT_ONCE = 1_000

/** Runs the statement that puts a row back; what it throws may be told better by who knows the row. */
type Guard = (
  database: Database,
  row: LoggedRow,
  before: Readonly<Record<string, unknown>>,
  work: () => number,
) => number

/**
 * Puts every row that a change touched back as it was, the last one first. Inside a change of its own. `guard` is
 * around each row that gets values back. Throws Refusal `undo.impossible` when a row is not there or when the values
 * it had were erased.
 */
export function replayBackwards(database: Database, changeId: string, guard: Guard): void {
  const rows = database.prepare(
    `select r.id, r.table_name, r.row_id, r.operation, coalesce(r.before_json, p.before_json) as before_json
       from change_row r left join change_row_personal p on p.change_row_id = r.id
     where r.change_id = ? and r.id < ? order by r.id desc limit ${ROWS_AT_ONCE}`,
  )
  const putBack = rowsPutter(database, guard)
  let part = rows.all(changeId, Number.MAX_SAFE_INTEGER) as LoggedRow[]
  while (part.length > 0) {
    for (const row of part) if (putBack(row) !== 1) throw new Refusal('undo.impossible')
    part = rows.all(changeId, part.at(-1)?.id) as LoggedRow[]
  }
}

/** Puts one row back after another, each statement prepared once; says how many rows of the file it changed. */
function rowsPutter(database: Database, guard: Guard): (row: LoggedRow) => number {
  const statements = new Map<string, Statement>()
  const run = (text: string, values: readonly unknown[]): number => {
    const statement = statements.get(text) ?? database.prepare(text)
    statements.set(text, statement)
    return statement.run(...values).changes
  }
  const columns = new Map<string, readonly string[]>()
  const columnsNow = (table: string): readonly string[] => {
    const known = columns.get(table) ?? columnsOf(database, table)
    columns.set(table, known)
    return known
  }
  return (row) => {
    if (row.operation === 'insert') return run(`delete from main."${row.table_name}" where id = ?`, [row.row_id])
    if (row.before_json === null) throw new Refusal('undo.impossible')
    const before = JSON.parse(row.before_json) as Record<string, unknown>
    // A column added since the change keeps what it has now (or its default).
    const names = columnsNow(row.table_name).filter((name) => name in before)
    return guard(database, row, before, () => run(...writing(row, names, before)))
  }
}

/** The statement that gives a row its values again, and those values. */
function writing(
  row: LoggedRow,
  names: readonly string[],
  before: Readonly<Record<string, unknown>>,
): [text: string, values: readonly unknown[]] {
  const table = `main."${row.table_name}"`
  const values = names.map((name) => before[name])
  if (row.operation === 'delete') {
    const list = names.map((name) => `"${name}"`).join(', ')
    return [`insert into ${table} (${list}) values (${names.map(() => '?').join(', ')})`, values]
  }
  const sets = names.map((name) => `"${name}" = ?`).join(', ')
  return [`update ${table} set ${sets} where id = ?`, [...values, row.row_id]]
}

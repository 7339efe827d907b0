import type { Database } from 'better-sqlite3'

/** Tables whose rows are not logged: the log itself, drafts, and content-addressed bytes. */
const unlogged: ReadonlySet<string> = new Set([
  'change',
  'change_reason',
  'change_row',
  'change_row_personal',
  'draft',
  'attachment',
])

/** Tables whose values are personal: the log keeps them apart, where an erasure can empty them. */
const personal: ReadonlySet<string> = new Set([
  'person',
  'booking',
  'attendance',
  'post_holding',
  'mentoring_pair',
  'mentoring_meeting',
  'induction',
  'induction_step',
  'entitlement_tick',
  'request',
  'request_history',
  'offer_person',
  'offer_answer',
  'offer_reason',
  'training_plan',
  'plan_step',
  'plan_version',
  'plan_line',
  'plan_line_person',
  'need',
  'need_step',
  'expertise',
  'talk',
  'survey_asked',
  'survey_sheet',
])

/**
 * Tables of which the log says that a row came or went and nothing of what was in it: answers without names, which
 * nobody may see by themselves. A row that came is taken back by its key; one that went cannot be put back.
 */
const unspoken: ReadonlySet<string> = new Set(['survey_slip'])

/** Those tables as a list for SQL. */
export const unspokenTables: string = [...unspoken].map((table) => `'${table}'`).join(', ')

/** The tables the log watches, from the file itself, so that a new table is logged from its first row. */
export function loggedTables(database: Database): string[] {
  const names = database
    .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
  return names.filter((name) => !unlogged.has(name))
}

/** Column names of a table, in order. */
export function columnsOf(database: Database, table: string): string[] {
  return database.prepare(`select name from pragma_table_info(?) order by cid`).pluck().all(table) as string[]
}

/**
 * Puts the log's triggers on the connection. They are temporary, made anew on every open from the tables as they
 * stand, so that a migration never has to think of them. A write outside a change fails on `change_row.change_id`
 * being NOT NULL: every write belongs to a change, enforced by the file.
 */
export function installChangeLog(database: Database): void {
  database.exec('create temp table if not exists change_now (change_id text not null)')
  const triggers = loggedTables(database).flatMap((table) => {
    const columns = columnsOf(database, table)
    return (['insert', 'update', 'delete'] as const).map((operation) => triggerFor(table, columns, operation))
  })
  // In one go: as many small transactions would take a third longer, on every open.
  database.transaction(() => database.exec(triggers.join(';\n')))()
}

/**
 * Runs inserts into one table and logs them with one statement instead of one trigger for each row: the same rows of
 * the log, at a third of the cost, for imports of many thousands. Only for a table that holds nothing personal and in
 * which `work` does nothing but insert. Inside a change; when `work` throws, the transaction takes all of it back.
 */
export function logInBulk(database: Database, table: string, work: () => void): void {
  if (personal.has(table) || unlogged.has(table) || unspoken.has(table))
    throw new Error(`${table} cannot be logged in bulk`)
  const columns = columnsOf(database, table)
  const last = database.prepare(`select coalesce(max(rowid), 0) from main."${table}"`).pluck().get() as number
  database.exec(`drop trigger temp."log_${table}_insert"`)
  work()
  database.exec(triggerFor(table, columns, 'insert'))
  database
    .prepare(
      `insert into main.change_row (change_id, table_name, row_id, operation, before_json, after_json)
       select (select change_id from temp.change_now), '${table}', "id", 'insert', null,
         json_object(${columns.map((c) => `'${c}', "${c}"`).join(', ')})
       from main."${table}" where rowid > ? order by rowid`,
    )
    .run(last)
}

function triggerFor(table: string, columns: readonly string[], operation: 'insert' | 'update' | 'delete'): string {
  const json = (side: 'old' | 'new') => `json_object(${columns.map((c) => `'${c}', ${side}."${c}"`).join(', ')})`
  const before = operation === 'insert' ? 'null' : json('old')
  const after = operation === 'delete' ? 'null' : json('new')
  const rowId = `${operation === 'delete' ? 'old' : 'new'}."id"`
  const now = '(select change_id from temp.change_now)'
  // An update that changes nothing is not a change.
  const when =
    operation === 'update' ? `when ${columns.map((c) => `old."${c}" is not new."${c}"`).join(' or ')}` : ''
  const bare = `insert into main.change_row (change_id, table_name, row_id, operation) values (${now}, '${table}', ${rowId}, '${operation}');`
  if (unspoken.has(table))
    return `create temp trigger "log_${table}_${operation}" after ${operation} on main."${table}" ${when} begin ${bare} end`
  const values = personal.has(table)
    ? `${bare}
       insert into main.change_row_personal (change_row_id, before_json, after_json) values (last_insert_rowid(), ${before}, ${after});`
    : `insert into main.change_row (change_id, table_name, row_id, operation, before_json, after_json)
       values (${now}, '${table}', ${rowId}, '${operation}', ${before}, ${after});`
  return `create temp trigger "log_${table}_${operation}" after ${operation} on main."${table}" ${when} begin ${values} end`
}

import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { columnsOf, loggedTables } from './change-log'
import { integrityProblems } from './integrity-check'
import { newestVersion, versionOf } from './migrate'
import { schoolMigrations } from './migrations/index'
import { sealOfVersion } from './plan-seal'
import { confirmSettings, SCHOOL_APPLICATION_ID } from './pragmas'
import type { PlanVersionRow } from './schema'

/** The outcome of one check: how many things it looked at, and what it found, at most twenty. */
export interface Check {
  readonly ok: boolean
  readonly checked: number
  readonly problems: string[]
}

export interface VerifyReport {
  readonly ok: boolean
  readonly checks: Readonly<Record<string, Check>>
}

const MOST_PROBLEMS = 20

function check(checked: number, problems: readonly string[]): Check {
  return { ok: problems.length === 0, checked, problems: problems.slice(0, MOST_PROBLEMS) }
}

/** The checks on an open connection that has the views, all but that of the settings. No value of a record is told, only tables and ids. */
function verifyDatabase(database: Database): VerifyReport {
  const integrity = wholeness(database)
  const checks: Record<string, Check> = { ...identity(database), integrity }
  // In a file that is not whole, further queries could fail or mislead.
  if (integrity.ok) {
    const version = versionOf(database)
    checks['foreignKeys'] = foreignKeys(database)
    checks['values'] = valuesParse(database)
    checks['log'] = logIsWhole(database)
    checks['attachments'] = attachmentsMatch(database)
    if (version >= 60) checks['money'] = moneyAddsUp(database)
    if (version >= 80) checks['issuedFiles'] = issuedFilesMatch(database)
    if (version >= 240) checks['approvedPlans'] = approvedPlansMatch(database)
  }
  return { ok: Object.values(checks).every((each) => each.ok), checks }
}

/** The checks for the file that is open here. */
export function verifyOpenFile(database: Database): VerifyReport {
  const report = verifyDatabase(database)
  const settings = settingsHeld(database)
  return { ok: report.ok && settings.ok, checks: { ...report.checks, settings } }
}

function settingsHeld(database: Database): Check {
  try {
    confirmSettings(database)
    return check(1, [])
  } catch (cause) {
    return check(1, [cause instanceof Error ? cause.message : 'settings'])
  }
}

/** Whose file it is and how new, without the views. */
export function identity(database: Database): Record<string, Check> {
  const id = Number(database.pragma('application_id', { simple: true }))
  const version = versionOf(database)
  const known = newestVersion(schoolMigrations)
  return {
    applicationId: check(1, id === SCHOOL_APPLICATION_ID ? [] : [`application id ${id}`]),
    schemaVersion: check(1, version > known ? [`version ${version}, known up to ${known}`] : []),
  }
}

/** SQLite's own full check: pages, indexes, NOT NULL, CHECK, UNIQUE and the types of STRICT tables. */
export function wholeness(database: Database): Check {
  try {
    return check(1, integrityProblems(database))
  } catch (cause) {
    return check(1, [cause instanceof Error ? cause.message : 'unreadable'])
  }
}

function foreignKeys(database: Database): Check {
  const broken = database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return check(
    tableNames(database).length,
    broken.map((row) => `${row.table} row ${row.rowid} points to no ${row.parent}`),
  )
}

function tableNames(database: Database): string[] {
  return database
    .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
}

/** What a column's name promises, as a condition that holds for a value in order. */
const promises: readonly (readonly [suffix: RegExp, condition: (column: string) => string])[] = [
  [/_json$/, (c) => `json_valid(${c})`],
  [/_on$|^valid_from$/, (c) => `${c} is date(${c})`],
  [/_at_utc$|^at_utc$/, (c) => `julianday(${c}) is not null and ${c} like '%Z'`],
  [/_pence$/, (c) => `abs(${c}) <= 9007199254740991`],
  [/^is_|^has_/, (c) => `${c} in (0, 1)`],
  [/^sha256$|_sha256$/, (c) => `length(${c}) = 64 and ${c} not glob '*[^0-9a-f]*'`],
]

/** Every row of every table: days are days, instants are instants, JSON parses, pence are exact integers, flags are flags. */
function valuesParse(database: Database): Check {
  const problems: string[] = []
  let checked = 0
  for (const table of tableNames(database)) {
    checked += Number(database.prepare(`select count(*) from main."${table}"`).pluck().get())
    for (const column of columnsOf(database, table)) {
      const promise = promises.find(([suffix]) => suffix.test(column))
      if (!promise) continue
      const quoted = `"${column}"`
      const wrong = Number(
        database
          .prepare(
            `select count(*) from main."${table}" where ${quoted} is not null and not coalesce((${promise[1](quoted)}), 0)`,
          )
          .pluck()
          .get(),
      )
      if (wrong > 0) problems.push(`${table}.${column}: ${wrong} rows cannot be read`)
    }
  }
  return check(checked, problems)
}

/**
 * The log is whole when every row of a watched table has its insert in the log, and the newest entry of a record says
 * whether it is still there.
 */
function logIsWhole(database: Database): Check {
  const problems: string[] = []
  let checked = 0
  for (const table of loggedTables(database)) {
    const count = (text: string) => Number(database.prepare(text).pluck().get(table))
    checked += Number(database.prepare(`select count(*) from main."${table}"`).pluck().get())
    const unlogged = count(
      `select count(*) from main."${table}" t where not exists (
         select 1 from change_row r where r.table_name = ? and r.row_id = cast(t.id as text) and r.operation = 'insert')`,
    )
    if (unlogged > 0) problems.push(`${table}: ${unlogged} rows that no change made`)
    const vanished = count(
      `select count(*) from (
         select r.row_id, r.operation, max(r.id) from change_row r where r.table_name = ? group by r.row_id) last
       where (last.operation = 'delete') = exists (select 1 from main."${table}" t where cast(t.id as text) = last.row_id)`,
    )
    if (vanished > 0) problems.push(`${table}: ${vanished} records are not as the log left them`)
  }
  return check(checked, problems)
}

/** Attachments are kept under the SHA-256 of their bytes. */
function attachmentsMatch(database: Database): Check {
  const problems: string[] = []
  let checked = 0
  const rows = database
    .prepare('select sha256, byte_count, content from attachment')
    .iterate() as IterableIterator<{
    sha256: string
    byte_count: number
    content: Buffer
  }>
  for (const row of rows) {
    checked += 1
    const actual = createHash('sha256').update(row.content).digest('hex')
    if (actual !== row.sha256 || row.content.byteLength !== row.byte_count) {
      problems.push(`attachment ${row.sha256} does not match its bytes`)
    }
  }
  return check(checked, problems)
}

/** The parts by fund add up to each effect of a cost line, and the effects to its state (model, section 4). */
function moneyAddsUp(database: Database): Check {
  const list = (text: string) => database.prepare(text).pluck().all() as string[]
  const splits = list(
    `select coalesce(e.cost_line_id, f.cost_line_id) from
       (select cost_line_id, moved_on, state, sum(pence) as pence from spend_effect group by 1, 2, 3) e
       full join (select cost_line_id, moved_on, state, sum(pence) as pence from spend_by_fund group by 1, 2, 3) f
         on f.cost_line_id = e.cost_line_id and f.moved_on is e.moved_on and f.state = e.state
     where e.pence is not f.pence`,
  )
  const states = list(
    `select s.cost_line_id from cost_line_state s join cost_line l on l.id = s.cost_line_id
       left join (select cost_line_id, sum(iif(state = 'paid', pence, 0)) as paid, sum(iif(state = 'promised', pence, 0)) as promised
                  from spend_effect group by 1) e on e.cost_line_id = s.cost_line_id
     where l.kind_code <> 'income' and (s.paid_pence <> coalesce(e.paid, 0) or s.promised_pence <> coalesce(e.promised, 0))`,
  )
  const checked = Number(database.prepare('select count(*) from cost_line').pluck().get())
  return check(checked, [
    ...splits.map((id) => `cost line ${id}: its funds do not add up to it`),
    ...states.map((id) => `cost line ${id}: its steps do not add up to its state`),
  ])
}

/** Every issued report has its files, and each is there under the SHA-256 that was issued (model, section 8). */
function issuedFilesMatch(database: Database): Check {
  const missing = database
    .prepare(
      `select f.file_name from issued_file f left join attachment a on a.sha256 = f.sha256 where a.sha256 is null`,
    )
    .pluck()
    .all() as string[]
  const changed = database
    .prepare(
      `select distinct table_name from change_row where table_name in ('issued_report', 'issued_file') and operation = 'update'`,
    )
    .pluck()
    .all() as string[]
  const checked = Number(database.prepare('select count(*) from issued_file').pluck().get())
  return check(checked, [
    ...missing.map((name) => `issued file ${name} has no bytes`),
    ...changed.map((table) => `${table}: an issued row was changed`),
  ])
}

/**
 * Every approved version of a plan is as it was sealed. One that is gone is none that was altered: files of before version
 * 240 let an approval be undone.
 */
function approvedPlansMatch(database: Database): Check {
  const versions = database.prepare('select * from plan_version').all() as PlanVersionRow[]
  const altered = versions.filter((version) => sealOfVersion(version) !== version.sha256)
  const counted = database.prepare(
    `select table_name from change_row where table_name in ('plan_version', 'plan_version_file')
       and operation = 'update' group by table_name`,
  )
  return check(versions.length, [
    ...altered.map(({ id }) => `plan version ${id} is not as it was approved`),
    ...(counted.pluck().all() as string[]).map((table) => `${table}: an approved row was changed`),
  ])
}

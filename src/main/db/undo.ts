import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'
import type { SchoolFile } from './school-file'
import { columnsOf, unspokenTables } from './change-log'
import { assertNoClosedRound } from './closed-rounds'
import { frozenAmong, frozenSince, isChangedSince } from './frozen'
import { leftWithoutKind } from './own-codes'
import { replayBackwards, type LoggedRow } from './replay'
import { MOST_NAMED, recordsInTheWay, type RowRef } from './record-names'

/** What a school begins with is no change to take back: without it the file would have no name, funding or rates. */
const BEGINNINGS = `('school.create', 'school.openSample')`

/**
 * What was issued or approved stays as it was: a correction is a new issue, a new version (model, section 8). So does the
 * closing of a round without names: opened, added to and closed again it would give a sheet away.
 */
const KEPT = `('issued_report', 'document_version', 'plan_version', 'survey_closing')`

/**
 * SQL for how often a change was undone, put back, undone again …: it stands where that is even. Each link of the chain
 * undoes the one before it, and none is undone twice.
 */
export const undoneTimes = (changeId: string): string => `(
  with recursive chain (id, times) as (
    select ${changeId}, 0
    union all select u.id, times + 1 from chain join change u on u.undoes_change_id = chain.id)
  select max(times) from chain)`

/**
 * SQL: a change `c` later than @id counts if it stands; an undo counts unless what it undid is later too, for then both
 * cancel out.
 */
const STANDS = `${undoneTimes('c.id')} % 2 = 0 and coalesce(c.undoes_change_id, '') < @id`

/**
 * SQL for whether undoing a change, by the name of its table in a query, is offered at all: nothing in it is kept for
 * good, and the log says enough of what it did (nothing of answers without names that went).
 */
export const isOffered = (change: string): string => `(${change}.channel not in ${BEGINNINGS}
  and exists (select 1 from change_row where change_id = ${change}.id)
  and not exists (select 1 from change_row where change_id = ${change}.id and (
    table_name in ${KEPT} or (operation <> 'insert' and table_name in (${unspokenTables})))))`

/**
 * Puts back what a change did, as a change of its own (which can itself be undone: that is "put back"). Rows are
 * replayed backwards. Throws Refusal `undo.later-changes` naming the records that a later, standing change has touched
 * since, `undo.frozen` naming those that were handed in, approved or closed since with what it touched, `undo.built-upon`
 * naming those made since that stand on its records or have their names by now, `undo.round-closed` where a closed round
 * rests on it, and `undo.impossible` when the personal values of the change were erased or the log has too little of it.
 * A change that was undone and put back is undone by taking back what put it back.
 */
export function undoChange(
  file: SchoolFile,
  asked: string,
  about: { channel: string; actingPersonId?: string | undefined },
): string {
  return file.withDatabase((database) => {
    assertKnown(database, asked)
    const changeId = lastOfChain(database, asked)
    assertNoClosedRound(database, changeId)
    assertNothingLater(database, changeId)
    const frozen = frozenSince(database, changeId, STANDS)
    if (frozen.length > 0) throw inTheWay('undo.frozen', database, frozen)
    const frozenBefore = new Set(frozenAmong(database, changeId).map(({ id }) => id))
    const replay = (then: (changeId: string) => string) =>
      file.write({ ...about, undoesChangeId: changeId }, (db) => {
        database.pragma('defer_foreign_keys = ON')
        replayBackwards(database, changeId, refusingTaken)
        assertAsFrozen(database, changeId, frozenBefore)
        const left = leftWithoutKind(database, changeId)
        if (left.length > 0) throw builtUpon(database, left)
        return then(db.changeId)
      })
    try {
      return replay((undoing) => undoing)
    } catch (cause) {
      if (!isForeignKey(cause)) throw cause
      // Once more, to ask SQLite before the end which rows are left without what they belong to; all of it goes back.
      return replay(() => {
        throw builtUpon(database, orphans(database))
      })
    }
  })
}

/** A change that fails on its end comes as a Refusal with what SQLite said as its cause (see errors.ts). */
function isForeignKey(thrown: unknown): boolean {
  const cause: unknown = thrown instanceof Refusal ? thrown.cause : thrown
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

function orphans(database: Database): RowRef[] {
  const broken = database.pragma('foreign_key_check') as { table: string; rowid: number }[]
  return broken.map(({ table, rowid }) => ({
    table,
    id: String(database.prepare(`select id from main."${table}" where rowid = ?`).pluck().get(rowid)),
  }))
}

function builtUpon(database: Database, rows: readonly RowRef[]): Refusal {
  return inTheWay('undo.built-upon', database, rows)
}

function inTheWay(
  code: 'undo.built-upon' | 'undo.later-changes' | 'undo.frozen',
  database: Database,
  rows: readonly RowRef[],
): Refusal {
  const { count, records } = recordsInTheWay(database, rows, MOST_NAMED)
  return new Refusal(code, { count }, undefined, records)
}

/**
 * The newest change that this sitting made or put back, that stands and can be undone: no undo, nothing
 * that is kept, and not the school itself.
 */
export function newestStandingChange(file: SchoolFile): string | undefined {
  // Of a change that put back, the one that stands again; null of an undo.
  const standing = `(
    with recursive back (id, undoes, times) as (
      select c.id, c.undoes_change_id, 0
      union all select t.id, t.undoes_change_id, times + 1 from back join change t on t.id = back.undoes)
    select iif(times % 2 = 0, id, null) from back where undoes is null)`
  return file.withDatabase(
    (database) =>
      database
        .prepare(
          `select ${standing} as standing from change c where sitting_id = ? and ${isOffered('c')}
             and not exists (select 1 from change u where u.undoes_change_id = c.id)
             and standing is not null
           order by id desc limit 1`,
        )
        .pluck()
        .get(file.sittingId) as string | undefined,
  )
}

/** The change itself, or the one that put it back last. Throws Refusal `undo.nothing` where it does not stand. */
function lastOfChain(database: Database, changeId: string): string {
  const chain = database
    .prepare(
      `with recursive chain (id) as (
         select ? union all select u.id from chain join change u on u.undoes_change_id = chain.id) select id from chain`,
    )
    .pluck()
    .all(changeId) as string[]
  if (chain.length % 2 === 0) throw new Refusal('undo.nothing')
  return chain.at(-1) ?? changeId
}

function assertKnown(database: Database, changeId: string): void {
  const known = database.prepare('select 1 from change where id = ?').get(changeId)
  if (!known) throw new Refusal('record.missing')
  const offered = database.prepare(`select 1 from change c where c.id = ? and ${isOffered('c')}`)
  if (!offered.get(changeId)) throw new Refusal('undo.impossible')
}

function assertNothingLater(database: Database, changeId: string): void {
  const later = database
    .prepare(
      `select r2.table_name as "table", r2.row_id as id from change_row r1
         join change_row r2 on r2.table_name = r1.table_name and r2.row_id = r1.row_id and r2.id > r1.id and r2.change_id <> r1.change_id
         join change c on c.id = r2.change_id
       where r1.change_id = @id and ${STANDS}
       group by r2.table_name, r2.row_id order by max(r2.id) desc`,
    )
    .all({ id: changeId }) as RowRef[]
  if (later.length > 0) throw inTheWay('undo.later-changes', database, later)
}

/** What is approved or closed again by an undo must be as it was then: refuses where its parts were changed since. */
function assertAsFrozen(database: Database, changeId: string, frozenBefore: ReadonlySet<string>): void {
  const again = frozenAmong(database, changeId).filter(({ id }) => !frozenBefore.has(id))
  const since = again.filter((record) => isChangedSince(database, record, { changeId, stands: STANDS }))
  if (since.length > 0) throw inTheWay('undo.later-changes', database, since)
}

/** Another record may have by now what must be there once only: a name, a code. SQLite says in which columns. */
function refusingTaken<T>(
  database: Database,
  row: LoggedRow,
  before: Readonly<Record<string, unknown>>,
  work: () => T,
): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_UNIQUE')) throw cause
    const columns = columnsOf(database, row.table_name).filter((name) =>
      cause.message.split(/[:,]/).some((part) => part.trim() === `${row.table_name}.${name}`),
    )
    const same = columns.map((name) => `"${name}" = ?`).join(' and ')
    const ids = database
      .prepare(`select id from main."${row.table_name}" where ${same === '' ? '0' : same} and id <> ?`)
      .pluck()
      .all(...columns.map((name) => before[name]), row.row_id) as string[]
    throw builtUpon(
      database,
      ids.map((id) => ({ table: row.table_name, id })),
    )
  }
}

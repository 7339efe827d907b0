import { sql, type ReadDb } from '../../db/handle'

/** Id and instant of the newest change; undefined for a file without one. */
export function newestChange(db: ReadDb): { id: string; at_utc: string } | undefined {
  return db.first(sql.selectFrom('change').select(['id', 'at_utc']).orderBy('id', 'desc').limit(1))
}

/** A sample school is made again at will: nobody needs to be reminded of copies. */
export function isSample(db: ReadDb): boolean {
  return db.first(sql.selectFrom('school').select('origin'))?.origin === 'sample'
}

/** When the first change was made. */
export function firstChangeAtUtc(db: ReadDb): string | undefined {
  return db.first(sql.selectFrom('change').select('at_utc').orderBy('id').limit(1))?.at_utc
}

/**
 * How many changes are newer than this one; null when the file does not have it, so that the two are not of one line.
 * Without an id (a backup from before the first change) all of them.
 */
export function countChangesSince(db: ReadDb, changeId: string | null): number | null {
  if (changeId !== null && !db.first(sql.selectFrom('change').select('id').where('id', '=', changeId))) return null
  let query = sql.selectFrom('change').select((eb) => eb.fn.countAll<number>().as('n'))
  if (changeId !== null) query = query.where('id', '>', changeId)
  return db.first(query)?.n ?? 0
}

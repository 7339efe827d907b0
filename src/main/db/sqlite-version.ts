import Database from 'better-sqlite3'

/** The version of the SQLite inside better-sqlite3 ("3.54.1"), which is not the one inside Node. */
export function sqliteVersion(): string {
  const database = new Database(':memory:')
  try {
    return String(database.prepare('select sqlite_version()').pluck().get())
  } finally {
    database.close()
  }
}

import type { Database, Statement } from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { Refusal } from '../../shared/kernel/result'
import { logInBulk } from './change-log'
import type { Schema } from './schema'

/**
 * Kysely writes the SQL, better-sqlite3 runs it, synchronously. One connection and no awaiting means that no other
 * call can step into the middle of a transaction and that using the wrong handle inside one cannot deadlock
 * (docs/decisions/0002-synchronous-sqlite.md).
 */
export const sql = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** SQL written by hand, as something a handle can run. For what the builder cannot say: windows, common tables. */
export function statement<R>(query: RawBuilder<R>): Compilable<R> {
  return { compile: () => query.compile(sql) }
}

/** A handle that can only read. Query functions take one first: `listPeople(db, filter)`. */
export interface ReadDb {
  /** Every row of a query. */
  all<R>(query: Compilable<R>): R[]
  /** The first row, or undefined. */
  first<R>(query: Compilable<R>): R | undefined
  /** Rows one by one, for exports too large to hold. */
  each<R>(query: Compilable<R>): IterableIterator<R>
}

/** Runs compiled queries on one connection and keeps prepared statements by their SQL. */
export class Runner {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.#database = database
  }

  all<R>(query: Compilable<R>): R[] {
    const { statement, parameters } = this.#prepare(query)
    return statement.all(...parameters) as R[]
  }

  first<R>(query: Compilable<R>): R | undefined {
    const { statement, parameters } = this.#prepare(query)
    return statement.get(...parameters) as R | undefined
  }

  each<R>(query: Compilable<R>): IterableIterator<R> {
    const { statement, parameters } = this.#prepare(query)
    return statement.iterate(...parameters) as IterableIterator<R>
  }

  run(query: Compilable<unknown>): number {
    const { statement, parameters } = this.#prepare(query)
    try {
      return statement.run(...parameters).changes
    } catch (cause) {
      // What is referred to must be found in use before it is deleted: reaching this is a bug, not a missing record.
      if (isForeignKey(cause) && /^delete/i.test(statement.source))
        throw new Error('a deletion was refused by the file', { cause })
      throw cause
    }
  }

  /** See `logInBulk`. */
  inBulk(table: keyof Schema, work: () => void): void {
    logInBulk(this.#database, table, work)
  }

  #prepare(query: Compilable<unknown>): { statement: Statement; parameters: readonly unknown[] } {
    const compiled = query.compile()
    let statement = this.#statements.get(compiled.sql)
    if (!statement) {
      statement = this.#database.prepare(compiled.sql)
      // A query written with a list of many values has a text of its own each time: keep the cache from growing.
      if (this.#statements.size > 500) this.#statements.clear()
      this.#statements.set(compiled.sql, statement)
    }
    return { statement, parameters: compiled.parameters }
  }
}

function isForeignKey(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

/**
 * A handle inside a transaction that is one change of the log. Only `SchoolFile.write` makes one; being a class with
 * private state, nothing else can be passed where it is asked for.
 */
export class WriteDb implements ReadDb {
  readonly #runner: Runner
  /** The id of the change that this transaction is. */
  readonly changeId: string

  constructor(runner: Runner, changeId: string) {
    this.#runner = runner
    this.changeId = changeId
  }

  all<R>(query: Compilable<R>): R[] {
    return this.#runner.all(query)
  }

  first<R>(query: Compilable<R>): R | undefined {
    return this.#runner.first(query)
  }

  each<R>(query: Compilable<R>): IterableIterator<R> {
    return this.#runner.each(query)
  }

  /** Runs an insert, update or delete; returns how many rows it changed. */
  run(query: Compilable<unknown>): number {
    return this.#runner.run(query)
  }

  /** As {@link run}; throws Refusal `record.missing` unless exactly one row changed. */
  runOne(query: Compilable<unknown>): void {
    if (this.run(query) !== 1) throw new Refusal('record.missing')
  }

  /** Runs many inserts into one table, and nothing else, logging them together (see `logInBulk`). */
  inBulk(table: keyof Schema, inserts: () => void): void {
    this.#runner.inBulk(table, inserts)
  }
}

import type { Compilable, RawBuilder } from 'kysely'
import { sql } from '../../db/handle'

/** SQL written by hand, as something a handle can run. For what the builder cannot say: windows, common tables. */
export function statement<R>(query: RawBuilder<R>): Compilable<R> {
  return { compile: () => query.compile(sql) }
}

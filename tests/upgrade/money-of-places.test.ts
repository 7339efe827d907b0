import BetterSqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate'
import { migration0320 } from '../../src/main/db/migrations/0320-money-of-places'
import { schoolMigrations } from '../../src/main/db/migrations/index'

/** Fills the columns of a table that were named, and whatever else it needs with anything. */
function filler(database: BetterSqlite.Database) {
  return (table: string, row: Readonly<Record<string, string | number | null>>) => {
    const columns = database
      .prepare('select name, type, "notnull" as needed from pragma_table_info(?)')
      .all(table) as {
      name: string
      type: string
      needed: 0 | 1
    }[]
    const anything = ({ name, type }: (typeof columns)[number]) =>
      name.endsWith('_on') ? '2025-11-03' : name.endsWith('_json') ? '[]' : type === 'INTEGER' ? 0 : 'x'
    const values = columns.map((column) => row[column.name] ?? (column.needed === 1 ? anything(column) : null))
    database.prepare(`insert into "${table}" values (${columns.map(() => '?').join()})`).run(...values)
  }
}

it('gives the costs of places to their requests, as far as they are known', () => {
  const database = new BetterSqlite(':memory:')
  migrate(database, schoolMigrations, 310)
  database.pragma('foreign_keys = OFF')
  const add = filler(database)
  const booking = (id: string, state: string, more: Record<string, string> = {}) =>
    add('booking', { id, event_id: 'E', person_id: id, state, ...more })
  const request = (number: number, bookingId: string) => {
    add('request', { id: `r${number}`, number, state: 'booked', booking_id: bookingId })
    add('request_history', { id: `h${number}`, request_id: `r${number}`, kind: 'booked' })
  }
  const cost = (id: string, bookingId: string, note: string | null) =>
    add('cost_line', { id, event_id: 'E', booking_id: bookingId, note, share_basis: 'none' })
  // Given back by the one, booked anew by the other.
  booking('ann', 'booked')
  request(1, 'ann')
  request(2, 'ann')
  cost('c1', 'ann', 'Request R1')
  cost('c2', 'ann', 'Request R2')
  cost('c-unknown', 'ann', null)
  add('cost_movement', {
    id: 'm1',
    cost_line_id: 'c1',
    kind: 'estimated',
    moved_on: '2025-11-17',
    reference: 'Place given back',
  })
  // Passed on, and passed on again.
  booking('bea', 'cancelled')
  booking('cat', 'cancelled', { substitute_for_id: 'bea' })
  booking('dan', 'booked', { substitute_for_id: 'cat' })
  request(3, 'bea')
  cost('c3', 'dan', 'Request R3')
  // Given back, and nobody's.
  booking('eve', 'cancelled', { cancelled_on: '2025-11-18', cancel_reason: 'Ill' })
  request(4, 'eve')
  cost('c4', 'eve', 'Typed by hand')
  // The step alone: the rows have no events and people to point to.
  migration0320.up(database)
  const rows = (text: string) => database.prepare(text).raw().all()
  expect(rows('select id, booking_id, given_back_on from request order by id')).toEqual([
    ['r1', 'ann', '2025-11-03'],
    ['r2', 'ann', null],
    ['r3', 'dan', null],
    ['r4', 'eve', '2025-11-18'],
  ])
  expect(rows('select id, request_id, given_up_on from cost_line order by id')).toEqual([
    ['c-unknown', null, null],
    ['c1', 'r1', '2025-11-17'],
    ['c2', 'r2', null],
    ['c3', 'r3', null],
    ['c4', 'r4', null],
  ])
})

import BetterSqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate'
import { migration0320 } from '../../src/main/db/migrations/0320-money-of-places'
import { schoolMigrations } from '../../src/main/db/migrations/index'
import { installViews } from '../../src/main/db/views'

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

/** Bookings, requests and costs as an earlier version wrote them; the rows have no events and people to point to. */
function earlierFile() {
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
    add('cost_line', { id, event_id: 'E', booking_id: bookingId, note, share_basis: 'none', net_pence: 65_000 })
  let movements = 0
  const moved = (line: string, kind: string, net: number, reference: string | null = null) => {
    movements += 1
    const id = `00${String(movements).padStart(2, '0')}`
    add('cost_movement', { id, cost_line_id: line, kind, moved_on: '2025-11-17', net_pence: net, reference })
  }
  const rows = (text: string) => database.prepare(text).raw().all()
  return { database, add, booking, request, cost, moved, rows }
}

const givenBack = 'Place given back'

it('gives the costs of places to their requests, as far as they are known', () => {
  const { database, booking, request, cost, moved, rows } = earlierFile()
  // Given back by the one, booked anew by the other.
  booking('ann', 'booked')
  request(1, 'ann')
  request(2, 'ann')
  cost('c1', 'ann', 'Request R1')
  cost('c2', 'ann', 'Request R2')
  cost('c-unknown', 'ann', null)
  moved('c1', 'estimated', 0, givenBack)
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
  migration0320.up(database)
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

it('takes for given up only what nobody has since ordered or taken up again', () => {
  const { database, booking, request, cost, moved, rows } = earlierFile()
  booking('ann', 'booked')
  request(1, 'ann')
  // Given back, booked again on the page of the event, and ordered anew.
  cost('anew', 'ann', 'Request R1')
  for (const net of [65_000, -65_000, 65_000]) moved('anew', 'committed', net, net < 0 ? givenBack : null)
  // Given back and booked again, not ordered yet.
  cost('again', 'ann', 'Request R1')
  for (const net of [65_000, -65_000]) moved('again', 'committed', net, net < 0 ? givenBack : null)
  // The same without a request, and one that nobody has.
  booking('bea', 'booked')
  cost('no-request', 'bea', null)
  for (const net of [65_000, -65_000]) moved('no-request', 'committed', net, net < 0 ? givenBack : null)
  booking('cat', 'cancelled')
  cost('nobody', 'cat', null)
  for (const net of [65_000, -65_000]) moved('nobody', 'committed', net, net < 0 ? givenBack : null)
  // Given back, ordered anew all the same: money that is promised is never hidden.
  booking('dan', 'cancelled', { cancelled_on: '2025-11-18', cancel_reason: 'Ill' })
  request(2, 'dan')
  cost('promised', 'dan', 'Request R2')
  for (const net of [65_000, -65_000, 65_000]) moved('promised', 'committed', net, net < 0 ? givenBack : null)
  migration0320.up(database)
  expect(rows('select id, given_up_on from cost_line order by id')).toEqual([
    ['again', null],
    ['anew', null],
    ['no-request', null],
    ['nobody', '2025-11-17'],
    ['promised', null],
  ])
})

it('counts what was given up for nothing as nothing', () => {
  const { database, booking, request, cost, moved, rows } = earlierFile()
  for (const [number, id, down] of [
    [1, 'all', -65_000],
    [2, 'half', -32_500],
  ] as const) {
    booking(id, 'cancelled', { cancelled_on: '2025-11-17', cancel_reason: 'Ill' })
    request(number, id)
    cost(id, id, `Request R${number}`)
    moved(id, 'estimated', 60_000)
    moved(id, 'committed', 65_000)
    moved(id, 'committed', down, givenBack)
  }
  booking('thought', 'cancelled', { cancelled_on: '2025-11-17', cancel_reason: 'Ill' })
  request(3, 'thought')
  cost('thought', 'thought', 'Request R3')
  moved('thought', 'estimated', 0, givenBack)
  migration0320.up(database)
  installViews(database)
  expect(
    rows('select cost_line_id, state, estimated_pence, promised_pence from cost_line_state order by cost_line_id'),
  ).toEqual([
    ['all', 'estimated', 0, 0],
    ['half', 'committed', 60_000, 32_500],
    ['thought', 'estimated', 0, 0],
  ])
  expect(rows('select cost_line_id, count(*) from cost_movement group by cost_line_id order by 1')).toEqual([
    ['all', 4],
    ['half', 3],
    ['thought', 1],
  ])
})

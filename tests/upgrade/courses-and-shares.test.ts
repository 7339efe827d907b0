import BetterSqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate'
import { schoolMigrations } from '../../src/main/db/migrations/index'

/** A file of a version with these rows, brought up to date. */
function upgraded(version: number, rows: (database: Database) => void): Database {
  const database = new BetterSqlite(':memory:')
  migrate(database, schoolMigrations, version)
  rows(database)
  migrate(database, schoolMigrations)
  return database
}

const listed = (database: Database, text: string) => database.prepare(text).all()

describe('a catalogue that came in before courses were known again', () => {
  const course = (id: string, title: string, key: string) =>
    `insert into opportunity (id, title, type_code, level_code, provision_code, provider_id, group_ids_json, standards_json,
       subjects_json, ages_json, source_name, source_key)
     values ('${id}', '${title}', 'COURSE', 'individual', 'external', 'p', '[]', '[]', '[]', '[]', 'Hub', '${key}');`
  const database = upgraded(250, (old) =>
    old.exec(`
      insert into provider (id, name) values ('p', 'Maths Hub');
      ${course('a', 'Mastery', '7|mastery')}
      ${course('b', 'Research | Practice', '8|research | practice')}
      ${course('c', 'Phonics', 'ph1|maths hub|phonics')}
      ${course('d', 'A | B', '2f1b6b0e-7a53-4a35-9a0f-3d3b8f1d2c11|a | b')}
      insert into opportunity_date (id, opportunity_id, starts_on, source_key) values
        ('x', 'a', '2026-01-14', '7|mastery|2026-01-14||hall'), ('y', 'a', '2026-01-15', 'run-9');
    `),
  )

  it('has courses with their identifiers, also where a title has a bar in it', () => {
    expect(
      listed(
        database,
        'select id, source_id, source_code, source_provider as provider, source_title from opportunity order by id',
      ),
    ).toEqual([
      { id: 'a', source_id: '7', source_code: '', provider: 'maths hub', source_title: 'mastery' },
      { id: 'b', source_id: '8', source_code: '', provider: 'maths hub', source_title: 'research | practice' },
      { id: 'c', source_id: null, source_code: 'ph1', provider: 'maths hub', source_title: 'phonics' },
      {
        id: 'd',
        source_id: '2f1b6b0e-7a53-4a35-9a0f-3d3b8f1d2c11',
        source_code: '',
        provider: 'maths hub',
        source_title: 'a | b',
      },
    ])
  })

  it('has dates by what is their own within their course', () => {
    expect(listed(database, 'select id, source_key from opportunity_date order by id')).toEqual([
      { id: 'x', source_key: '2026-01-14||hall' },
      { id: 'y', source_key: 'run-9' },
    ])
  })
})

describe('a shared cost that was divided before divisions were kept', () => {
  const line = (id: string, net: number, reckoned: number, kind = 'income', event = 'e') => `
    insert into cost_line (id, event_id, kind_code, description, expected_on, net_pence, vat_pence, is_vat_recoverable,
      covered_minutes, share_basis) values ('${id}', '${event}', '${kind}', 'x', '2025-12-01', ${net}, 0, 1, 0, 'none');
    insert into change_row (change_id, table_name, row_id, operation, after_json)
      values ('made', 'cost_line', '${id}', 'insert', '{"net_pence":${reckoned}}');`
  const share = (id: string, places: number, lineId: string | null, event = 'e') => `
    insert into partner_school (id, name, is_archived) values ('p${id}', '${id}', 0);
    insert into event_share (id, event_id, partner_id, places, direction, cost_line_id)
      values ('${id}', '${event}', 'p${id}', ${places}, 'they-pay', ${lineId === null ? 'null' : `'${lineId}'`});`
  const event = (id: string) => `insert into event (id, activity_id, status) values ('${id}', 'a', 'planned');`

  it('is divided as it was, where cost and amounts leave no doubt', () => {
    const database = upgraded(250, (old) =>
      old.exec(`
        insert into change (id, at_utc, sitting_id, channel) values ('made', '2025-11-20T10:00:00Z', 's', 'partners.divide');
        insert into activity (id, title, type_code, level_code, provision_code) values ('a', 'INSET', 'COURSE', 'individual', 'within');
        ${event('e')} ${line('cost', 100_00, 100_00, 'fee')}
        ${line('l1', 33_33, 33_33)} ${line('l2', 50_00, 33_33)} ${share('One', 1, 'l1')} ${share('Two', 1, 'l2')}
        ${event('f')} ${line('paid', 77_00, 77_00, 'fee', 'f')} ${line('l3', 50_00, 50_00, 'income', 'f')} ${share('Three', 3, 'l3', 'f')}
      `),
    )
    expect(
      listed(
        database,
        'select event_id, total_pence as total, our_places as ours, expected_on as day from event_division',
      ),
    ).toEqual([{ event_id: 'e', total: 100_00, ours: 1, day: '2025-12-01' }])
    expect(
      listed(
        database,
        `select r.change_id from change_row r join event_division d on d.id = r.row_id where r.table_name = 'event_division'`,
      ),
    ).toEqual([{ change_id: 'made' }])
    // What was reckoned, also of a line that somebody corrected since.
    expect(listed(database, 'select divided_pence as d from event_share order by id')).toEqual([
      { d: 33_33 },
      { d: 50_00 },
      { d: 33_33 },
    ])
  })
})

it('the log of requests calls the event that was asked for by its name of today', () => {
  const database = upgraded(220, (old) =>
    old.exec(`
      insert into change (id, at_utc, sitting_id, channel) values ('made', '2025-11-20T10:00:00Z', 's', 'requests.book');
      insert into change_row (id, change_id, table_name, row_id, operation) values (1, 'made', 'request', 'r', 'update');
      insert into change_row_personal values (1, '{"id":"r","event_id":null}', '{"id":"r","event_id":"e"}');
      insert into change_row (id, change_id, table_name, row_id, operation) values (2, 'made', 'booking', 'b', 'insert');
      insert into change_row_personal values (2, null, '{"id":"b","event_id":"e"}');
    `),
  )
  const rows = database
    .prepare('select before_json, after_json from change_row_personal order by change_row_id')
    .all()
  expect(rows).toEqual([
    { before_json: '{"id":"r","asked_event_id":null}', after_json: '{"id":"r","asked_event_id":"e"}' },
    { before_json: null, after_json: '{"id":"b","event_id":"e"}' },
  ])
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { binder } from '../fixtures/school'

/** A file of a released version, changed as its application would have, opened with today’s. */
function upgraded(name: string, asThen: (database: Database) => void = () => undefined) {
  const made = binder()
  const path = join(made.folder, 'old.cpdschool')
  writeFileSync(path, brotliDecompressSync(readFileSync(join(import.meta.dirname, 'files', name))))
  const database = new BetterSqlite(path)
  asThen(database)
  database.close()
  made.school.openAt(path)
  return made
}

interface OldSheet {
  readonly round_id: string
  readonly staff_group_id: string | null
  readonly answers_json: string
}

/** A change of an earlier version with the rows that it logged, each with its values kept apart. */
function logged(
  database: Database,
  change: { readonly id: string; readonly channel: string },
  rows: readonly { table: string; id: string; operation: 'insert' | 'update'; before?: object; after: object }[],
): void {
  database
    .prepare(`insert into change (id, at_utc, sitting_id, channel) values (?, '2025-10-01T09:00:00.000Z', 's', ?)`)
    .run(change.id, change.channel)
  for (const row of rows) {
    const { lastInsertRowid } = database
      .prepare('insert into change_row (change_id, table_name, row_id, operation) values (?, ?, ?, ?)')
      .run(change.id, row.table, row.id, row.operation)
    database
      .prepare('insert into change_row_personal (change_row_id, before_json, after_json) values (?, ?, ?)')
      .run(lastInsertRowid, row.before ? JSON.stringify(row.before) : null, JSON.stringify(row.after))
  }
}

const inserted = (table: string, after: object) => ({
  table,
  id: String(Object.entries(after).find(([name]) => name === 'id')?.[1]),
  operation: 'insert' as const,
  after,
})

/** A key as those that came later than every one in the file. */
const keyed = (number: number) => `ffffffff-0000-7000-8000-${String(number).padStart(12, '0')}`

/** The round without names of the sample, begun anew as another round with two sheets that were keyed in. */
function beginsRound(database: Database): void {
  const round = database.prepare('select * from survey_round where is_anonymous = 1').get() as object
  const sheet = database.prepare('select * from survey_sheet where person_id is null').get() as object
  const begun = { ...round, id: keyed(1), title: 'Second survey' }
  insertRow(database, 'survey_round', begun)
  logged(database, { id: keyed(10), channel: 'surveys.begin' }, [inserted('survey_round', begun)])
  for (const number of [1, 2]) {
    const came = { ...sheet, id: keyed(20 + number), round_id: keyed(1), number }
    insertRow(database, 'survey_sheet', came)
    logged(database, { id: keyed(30 + number), channel: 'surveys.saveSheet' }, [inserted('survey_sheet', came)])
  }
}

function insertRow(database: Database, table: string, row: object): void {
  const names = Object.keys(row)
  database
    .prepare(`insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
}

describe('answers without names of a file from before they had a table of their own', () => {
  it.each(['v0240.cpdschool.br', 'v0270.cpdschool.br'])(
    '%s keeps each of them, and sums up the same',
    async (name) => {
      let old: OldSheet[] = []
      const made = upgraded(name, (database) => {
        old = database.prepare('select * from survey_sheet where person_id is null').all() as OldSheet[]
      })
      expect(old).toHaveLength(34)
      const id = old[0]?.round_id ?? ''
      const now = made.desk.file.withDatabase((database) =>
        database.prepare('select * from survey_slip').all(),
      ) as OldSheet[]
      const whole = (sheets: readonly OldSheet[]) =>
        sheets.map((one) => JSON.stringify([one.round_id, one.staff_group_id, one.answers_json])).toSorted()
      expect(whole(now)).toEqual(whole(old))
      expect(await made.call('surveys.round', { id })).toMatchObject({ returned: 34 })
      await made.call('surveys.close', { id })
      const summary = JSON.stringify((await made.call('surveys.summary', { id })).blocks)
      expect(summary).toContain('34 of ')
      const asked = old.flatMap(({ answers_json: json }) => (JSON.parse(json) as { asked?: number }).asked ?? [])
      const mean = asked.reduce((sum, step) => sum + step, 0) / asked.length
      expect(summary).toContain(mean.toFixed(1))
    },
  )

  it('keep the beginning of their round from undo, and offer no undo of how they came', async () => {
    const made = upgraded('v0270.cpdschool.br', beginsRound)
    expect(await made.call('surveys.round', { id: keyed(1) })).toMatchObject({ returned: 2 })
    expect(await made.codeOf('changes.undo', { changeId: keyed(10) })).toBe('undo.built-upon')
    const { changes } = await made.call('changes.list', {})
    expect(changes.filter((one) => one.channel === 'surveys.saveSheet').map((one) => one.canUndo)).toEqual([
      false,
      false,
    ])
    expect(await made.codeOf('changes.undo', { changeId: keyed(31) })).toBe('undo.impossible')
    expect(await made.call('surveys.round', { id: keyed(1) })).toMatchObject({ returned: 2 })
  })
})

describe('what an earlier version kept', () => {
  it('counts a line of expertise that a form found as entered by hand once somebody corrected it', () => {
    const made = upgraded('v0270.cpdschool.br', (database) => {
      const person = database.prepare('select id from person limit 1').pluck().get()
      const line = { person_id: person, level: 3, can_train: 1, source: 'audit', from_on: '2025-10-01' }
      const origin = { origin_kind: 'surveyRound', origin_id: keyed(1) }
      for (const [number, subject] of ['Corrected', 'As found', 'Corrected and undone'].entries()) {
        const found = { id: keyed(40 + number), subject, ...line, ...origin }
        insertRow(database, 'expertise', found)
        const correction = {
          table: 'expertise',
          id: found.id,
          operation: 'update' as const,
          before: found,
          after: found,
        }
        const channel = number === 1 ? 'surveys.recordExpertise' : 'expertise.save'
        logged(database, { id: keyed(50 + number), channel }, [correction])
      }
      logged(database, { id: keyed(60), channel: 'changes.undo' }, [])
      database.prepare('update change set undoes_change_id = ? where id = ?').run(keyed(52), keyed(60))
    })
    const byHand = made.desk.file.withDatabase((database) =>
      database
        .prepare(`select subject from expertise where origin_kind = 'surveyRound' and is_by_hand = 1`)
        .pluck()
        .all(),
    )
    expect(byHand).toEqual(['Corrected'])
  })

  it('counts who was asked and is in the archive today, but not who was there when the round began', () => {
    let people: string[] = []
    const made = upgraded('v0270.cpdschool.br', (database) => {
      people = database
        .prepare(
          `select h.person_id from post_holding h join survey_round r on r.is_anonymous = 1
           where h.from_on <= r.opens_on and h.to_on is null and is_main = 1 order by 1 limit 3`,
        )
        .pluck()
        .all() as string[]
      const [before = '', since = ''] = people
      const archived = { table: 'person', operation: 'update' as const, before: {}, after: { is_archived: 1 } }
      logged(database, { id: keyed(70), channel: 'staff.archive' }, [{ ...archived, id: before }])
      beginsRound(database)
      logged(database, { id: keyed(71), channel: 'staff.archive' }, [{ ...archived, id: since }])
      for (const id of [before, since]) database.prepare('update person set is_archived = 1 where id = ?').run(id)
    })
    const asked = made.desk.file.withDatabase((database) =>
      database.prepare('select person_id from survey_asked where round_id = ?').pluck().all(keyed(1)),
    )
    expect(people.map((id) => asked.includes(id))).toEqual([false, true, true])
  })

  it('keeps the reasons of changes', async () => {
    const made = upgraded('v0240.cpdschool.br', (database) => {
      database
        .prepare(
          `insert into change (id, at_utc, sitting_id, channel, reason) values (?, '2025-10-01T09:00:00.000Z', 's', 'requests.decline', 'No cover that week')`,
        )
        .run(keyed(1))
    })
    const { changes } = await made.call('changes.list', {})
    expect(changes.map(({ reason }) => reason).filter((reason) => reason !== null)).toEqual(['No cover that week'])
  })
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

function sample(now?: string) {
  const b = binder(now === undefined ? {} : { now })
  b.school.createSampleAt(join(b.folder, 'Sample.cpdschool'))
  return b
}

describe('the sample school', () => {
  it('is the same every time on the same day', () => {
    const dump = () => {
      const { desk } = sample()
      return JSON.stringify([
        desk.read.all(sql.selectFrom('person').selectAll()),
        desk.read.all(sql.selectFrom('attendance').selectAll()),
        desk.read.all(sql.selectFrom('cost_movement').selectAll()),
      ])
    }
    expect(dump()).toBe(dump())
  })

  it.each(['2025-09-01T08:00:00Z', '2025-11-20T08:00:00Z', '2026-04-01T08:00:00Z', '2026-08-31T08:00:00Z'])(
    'is rich at %s: past and coming events, paid and promised money, every evidence level',
    (now) => {
      const b = sample(now)
      const today = b.school.status().today
      const count = (query: Parameters<typeof b.desk.read.all>[0]) => b.desk.read.all(query).length
      expect(count(sql.selectFrom('person').select('id'))).toBeGreaterThan(40)
      expect(count(sql.selectFrom('event').select('id').where('status', '=', 'done'))).toBeGreaterThan(15)
      expect(count(sql.selectFrom('attendance').select('id'))).toBeGreaterThan(300)
      expect(count(sql.selectFrom('spend_effect').select('pence').where('state', '=', 'paid'))).toBeGreaterThan(15)
      expect(
        new Set(
          b.desk.read
            .all(sql.selectFrom('evaluation').select('evidence_level').where('evidence_level', 'is not', null))
            .map((row) => row.evidence_level),
        ).size,
      ).toBe(5)
      expect(
        count(
          sql
            .selectFrom('ledger_line')
            .select('id')
            .where('status', '=', 'unmatched')
            .where('posted_on', '<=', today),
        ),
      ).toBe(5)
    },
  )

  it('opens again on the second visit and is one change that can be looked into', async () => {
    const b = binder()
    const first = await b.call('school.openSample', {})
    await b.call('school.close', {})
    expect((await b.call('school.openSample', {})).fileName).toBe(first.fileName)
    expect((await b.call('changes.list', {})).changes).toMatchObject([{ channel: 'school.openSample' }])
  })
})

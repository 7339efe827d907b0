import { expect, it } from 'vitest'
import { eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'

const year = { kind: 'academic', startYear: 2025 } as const

it('counts as taking part whoever has an hour in the year, however many sessions it took', async () => {
  const b = binderWithSchool()
  const group = { staffGroupId: 'teacher' }
  const { bookings } = eventWithPeople(b, { Ada: 59, Bea: 30, Cem: 60, Dee: 0 }, group)
  const later = eventWithPeople(b, { Eve: 30 }, { ...group, heldOn: day('2026-02-03') })
  // Bea has a second half hour, in another group.
  const bea = b.desk.read.first(
    sql
      .selectFrom('booking')
      .select('person_id')
      .where('id', '=', bookings['Bea'] ?? ''),
  )
  b.desk.write('test', (db) =>
    db.run(
      sql
        .updateTable('booking')
        .set({ person_id: bea?.person_id ?? '', staff_group_id: 'leadership' })
        .where('id', '=', later.bookings['Eve'] ?? ''),
    ),
  )
  const { report } = await b.call('reports.gather', { kind: 'governors', year })
  expect(report.totals).toMatchObject({ heads: 2, creditedMinutes: 179 })
  const fairness = report.blocks.flatMap((block) =>
    block.kind === 'table' && block.table.key === 'fairness' ? block.table.rows : [],
  )
  expect(fairness.map((row) => [row.key, row.cells['heads']])).toEqual([
    ['leadership', 1],
    ['teacher', 2],
  ])
})

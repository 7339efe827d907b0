import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

async function importStaff(made: TestBinder, name: string, content: string) {
  const path = join(made.folder, name)
  writeFileSync(path, content)
  const { token } = made.imports.take('staff', [path])
  const plan = await made.imports.plan({ token })
  const { rows } = made.imports.rows(token, undefined, 0, 10)
  made.imports.commit(token)
  return { plan, rows }
}

/** Everybody with each post they hold and its staff group. */
const register = (made: TestBinder): string[] =>
  made.desk.read
    .all(
      sql
        .selectFrom('post_holding as h')
        .innerJoin('person as n', 'n.id', 'h.person_id')
        .innerJoin('post as p', 'p.id', 'h.post_id')
        .select(['n.staff_code', 'n.forename', 'n.surname', 'p.title', 'p.staff_group_id'])
        .orderBy('n.staff_code'),
    )
    .map((row) => `${row.staff_code} ${row.forename} ${row.surname} ${row.title} (${row.staff_group_id})`)

it('reads who is early in a career from the career stage, once a post is there as well', async () => {
  const made = binderWithSchool()
  const first = 'Staff Code,Surname,Forename,Job Title,Staff Type\nADA,Ash,Ada,Class teacher,Teacher\n'
  await importStaff(made, 'first.csv', first)
  expect(register(made)).toEqual(['ADA Ada Ash Class teacher (teacher)'])
  const next = `Staff Code,Surname,Forename,Job Title,Staff Type,ECT Status
ADA,Ash,Ada,Class teacher,Teacher,ECT1
BEA,Bell,Bea,Teacher of Maths,,ECT year 2
CAL,Cole,Cal,Class teacher,Teacher,NQT
DEE,Day,Dee,Class teacher,Teacher,Completed
`
  const { rows } = await importStaff(made, 'next.csv', next)
  expect(rows[0]?.changes).toEqual([{ field: 'Staff group', from: 'Teachers', to: 'Early career teachers' }])
  const wanted = [
    'ADA Ada Ash Class teacher (ect)',
    'BEA Bea Bell Teacher of Maths (ect)',
    'CAL Cal Cole Class teacher (ect)',
    'DEE Dee Day Class teacher (teacher)',
  ]
  expect(register(made)).toEqual(wanted)
  const { plan } = await importStaff(made, 'again.csv', next)
  expect(plan).toMatchObject({ new: 0, changed: 0, same: 4 })
  expect(register(made)).toEqual(wanted)
})

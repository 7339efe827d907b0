import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

/** The plan of one staff file with this content. */
async function planOf(made: TestBinder, name: string, content: string) {
  return made.imports.plan({ token: made.imports.take('staff', [file(made, name, content)]).token })
}

function file(made: TestBinder, name: string, content: string): string {
  const path = join(made.folder, name)
  writeFileSync(path, content)
  return path
}

it('says whose row is refused', async () => {
  const made = binderWithSchool()
  const rows = 'Forename,Surname,Start date,Leaving date\nAnn,Bell,01/09/2024,31/08/2023\nBea,Cole,01/09/2024,\n'
  const plan = await planOf(made, 'staff.csv', rows)
  expect(plan.refused.map(({ row, who, code }) => [row, who, code])).toEqual([[2, 'Ann Bell', 'day.order']])
})

it('says whose row was refused while it was read, and shows no cell that may have slipped out of a column never read', async () => {
  const made = binderWithSchool()
  const rows = [
    'ID,Forename,Surname,Password,Start date',
    '1,Ann,Bell,Secret1,31/02/2024',
    '2,Bea,Cole,Secret2,01/09/2024,extra',
    // A comma is missing somewhere: the password may stand under Surname, or under Forename.
    '3,Dee,Secret3,01/09/2024',
    '4,"Eve "E" Fox",Fox,Secret4,01/09/2024',
  ]
  const plan = await planOf(made, 'staff.csv', `${rows.join('\n')}\n`)
  expect(plan.refused.map(({ row, who, code }) => [row, who ?? null, code])).toEqual([
    [2, 'Ann Bell', 'day.invalid'],
    [3, 'Bea Cole', 'row.too-many-fields'],
    [4, 'Dee', 'row.too-few-fields'],
    [5, null, 'row.quotes'],
  ])
  expect(JSON.stringify(plan)).not.toContain('Secret')
})

it('names those without a role, and refuses a file that names nobody in one sentence', async () => {
  const made = binderWithSchool()
  const plan = await planOf(made, 'users.csv', 'sourcedId,givenName,familyName\n1,Jean,Craig\n')
  expect(plan.refused.map(({ who, code }) => [who, code])).toEqual([['Jean Craig', 'role.missing']])
  const { token } = made.imports.take('staff', [file(made, 'menu.csv', 'Dish,Price\nSoup,3.50\nPie,4.20\n')])
  expect(await made.dispatch('imports.plan', { token, files: [{ options: {}, mapping: {} }] })).toMatchObject({
    ok: false,
    code: 'import.names-nobody',
    facts: { file: 'menu.csv', columns: 'Dish, Price' },
  })
})

describe('a list of pupils', () => {
  const refusedFor = async (name: string, text: string) => {
    const made = binderWithSchool()
    const { token } = made.imports.take('staff', [file(made, name, text)])
    return made.dispatch('imports.plan', { token, files: [{ options: {}, mapping: {} }] })
  }

  it('is refused as a whole, by its name or by a column that only pupils have', async () => {
    expect(await refusedFor('Student.csv', 'SIS ID,First Name,Last Name\n1,Ora,Klein\n')).toMatchObject({
      ok: false,
      code: 'import.lists-pupils',
      facts: { file: 'Student.csv', sign: 'its name' },
    })
    expect(await refusedFor('year-6.csv', 'UPN,Forename,Surname\nA1,Ora,Klein\n')).toMatchObject({
      code: 'import.lists-pupils',
      facts: { sign: 'its column “UPN”' },
    })
  })

  it('is known by its name after a second download or by another name for it, and no list of staff is taken for it', async () => {
    const text = 'ID,Username\n1,OKlein\n'
    for (const name of [
      'Student (1).csv',
      'Copy of students.csv',
      'Pupil list 2025-26.csv',
      'Year_6_pupils.csv',
      'PupilList.csv',
      'StudentEnrollment (2).csv',
      'Y6 pupils.csv',
      'KS2 pupils’ names.csv',
      'Pupils on roll.csv',
    ])
      expect(await refusedFor(name, text), name).toMatchObject({ code: 'import.lists-pupils' })
    for (const name of [
      'Student support staff.csv',
      'Pupil premium leads.csv',
      'StudentServices.csv',
      'Teacher (1).csv',
      'Year 6.csv',
    ])
      expect(await planOf(binderWithSchool(), name, text), name).toMatchObject({ new: 1 })
  })

  it('is told row by row where a column says who is what', async () => {
    const made = binderWithSchool()
    const plan = await planOf(
      made,
      'everybody.csv',
      'Student Number,Forename,Surname,Role\n13001,Ora,Klein,Student\n,Craig,Beane,Teacher\n',
    )
    expect(plan).toMatchObject({ new: 1, leftOut: { student: 1 } })
  })
})

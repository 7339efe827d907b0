import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'
import type { PlanAsked } from './service'

const samples = sharedData('sds-samples')
const sample = (...parts: string[]): string => join(samples ?? '', ...parts)

/** Everybody with the posts they hold, in the words of a reader. */
function register(made: TestBinder): string[] {
  const people = made.desk.read.all(sql.selectFrom('person').selectAll().orderBy('staff_code').orderBy('surname'))
  const held = made.desk.read.all(
    sql
      .selectFrom('post_holding')
      .innerJoin('post', 'post.id', 'post_holding.post_id')
      .leftJoin('team', 'team.id', 'post_holding.team_id')
      .select([
        'post_holding.person_id',
        'post.title',
        'post.staff_group_id',
        'team.name',
        'post_holding.fte_thousandths',
      ])
      .orderBy('team.name'),
  )
  return people.map((person) => {
    const posts = held
      .filter((h) => h.person_id === person.id)
      .map((h) => `${h.title} (${h.staff_group_id}${h.name === null ? '' : `, ${h.name}`})`)
    return [person.staff_code, person.forename, person.surname, person.user_name, person.work_email, ...posts]
      .filter(Boolean)
      .join(' ')
  })
}

async function importStaff(made: TestBinder, paths: readonly string[], asked: Omit<PlanAsked, 'token'> = {}) {
  const { token } = made.imports.take('staff', paths)
  const plan = await made.imports.plan({ token, ...asked })
  return { plan, rows: made.imports.rows(token, undefined, 0, 500).rows, done: made.imports.commit(token) }
}

function file(made: TestBinder, name: string, content: string): string {
  const path = join(made.folder, name)
  writeFileSync(path, content)
  return path
}

const codes = (list: readonly { readonly row: number; readonly code: string }[]): string[] =>
  list.map(({ row, code }) => `${row} ${code}`)

it('notes a row with a forename and no surname, as merged cells of a workbook leave it', async () => {
  const made = binderWithSchool()
  const path = join(made.folder, 'staff.csv')
  writeFileSync(path, 'Surname,Forename,Staff code\nJones,Ann,S1\n,Ben,S2\nCher,,S3\n')
  const { plan } = await importStaff(made, [path])
  expect(plan).toMatchObject({ new: 3, refused: [] })
  expect(codes(plan.noted)).toEqual(['3 name.half'])
  expect(plan.noted[0]?.message).toContain('no surname')
})

describe.skipIf(samples === undefined)(
  'School Data Sync samples, as they are (skipped where they are absent)',
  () => {
    it.each(['UK Format', 'SDS Format'])(
      '%s: two teachers, and the password column stays out of the file',
      async (format) => {
        const made = binderWithSchool()
        const { plan, done } = await importStaff(made, [sample(format, '25 Users', 'Teacher.csv')])
        expect(plan).toMatchObject({ read: 2, new: 2, changed: 0, same: 0, refused: [], noted: [], leftOut: {} })
        expect(done).toMatchObject({ new: 2, changed: 0, same: 0 })
        expect(register(made)).toEqual([
          '14001 Craig Beane CBeane Teacher (teacher)',
          '14002 Daisy Todd DTodd Teacher (teacher)',
        ])
        made.desk.file.checkpoint()
        expect(readFileSync(made.desk.file.path).includes('P@ssw0rd')).toBe(false)
      },
    )

    it.each(['UK Format', 'SDS Format'])(
      '%s: people without a name come in under their user name and are listed',
      async (format) => {
        const made = binderWithSchool()
        const { plan } = await importStaff(made, [sample(format, 'Min Required Attributes', 'Teacher.csv')])
        expect(plan).toMatchObject({ read: 2, new: 2, refused: [] })
        expect(codes(plan.noted)).toEqual(['2 name.missing', '3 name.missing'])
        expect(plan.noted[0]?.message).toContain('no name')
        const named = await importStaff(made, [sample(format, '25 Users', 'Teacher.csv')])
        expect(named.plan).toMatchObject({ new: 0, changed: 2, noted: [] })
        // Read again without names: a missing column clears nothing.
        const again = await importStaff(made, [sample(format, 'Min Required Attributes', 'Teacher.csv')])
        expect(again.plan).toMatchObject({ new: 0, changed: 0, same: 2 })
        expect(register(made)[0]).toBe('14001 Craig Beane CBeane Teacher (teacher)')
      },
    )

    it.each([
      ['UK Format', 'School DfE Number'],
      ['SDS Format', 'School SIS ID'],
    ])('%s with two schools: every row is refused until one is chosen', async (format, column) => {
      const made = binderWithSchool()
      const path = sample(format, '100 Users', 'Teacher.csv')
      const { plan, done } = await importStaff(made, [path])
      expect(plan).toMatchObject({
        read: 12,
        new: 0,
        refusedCount: 12,
        schools: {
          column,
          values: ['10001', '10002'],
          rows: [
            { count: 7, names: ['Craig Beane', 'Daisy Todd', 'Dana Mills'] },
            { count: 5, names: ['Hope Todd', 'Edna Doyle', 'Shawna Roy'] },
          ],
        },
      })
      expect(new Set(plan.refused.map((one) => one.code))).toEqual(new Set(['school.ambiguous']))
      expect(done.changeId).toBeNull()
      expect(register(made)).toEqual([])
      const chosen = await importStaff(made, [path], { where: [{ column, values: ['10001'] }] })
      expect(chosen.plan).toMatchObject({ read: 12, new: 7, refused: [], leftOut: { where: 5 } })
      expect(register(made)).toHaveLength(7)
      const both = await importStaff(made, [path], { where: [{ column, values: ['10001', '10002'] }] })
      expect(both.plan).toMatchObject({ new: 5, same: 7 })
    })

    it('v2.1: users joined with roles; students never read in, several roles are several posts, no role is refused', async () => {
      const made = binderWithSchool()
      const paths = [sample('SDS v2.1', 'users.csv'), sample('SDS v2.1', 'roles.csv')]
      for (const order of [paths, [...paths].reverse()]) {
        const { token } = made.imports.take('staff', order)
        const plan = await made.imports.plan({ token })
        expect(plan).toMatchObject({
          read: 8,
          new: 2,
          changed: 0,
          same: 0,
          leftOut: { student: 4 },
          refusedCount: 2,
        })
        expect(codes(plan.refused)).toEqual(['3 role.missing', '6 role.missing'])
        expect(JSON.stringify(made.imports.rows(token, undefined, 0, 100))).not.toContain('Hutch')
      }
      await importStaff(made, paths)
      expect(register(made)).toEqual([
        '114006 Jason Jonzer jjonzer@classrmtest31.org Professor (teacher, 110002)',
        '114007 Kristen Fein kfein@classrmtest31.org Teacher (teacher, 110003) Teacher (teacher, 110004)',
      ])
      expect((await importStaff(made, paths)).plan).toMatchObject({ new: 0, changed: 0, same: 2 })
      const chosen = await importStaff(made, paths, { where: [{ column: 'orgSourcedId', values: ['110002'] }] })
      expect(chosen.plan).toMatchObject({ same: 1, leftOut: { student: 4, where: 1 } })
      made.desk.file.checkpoint()
      expect(readFileSync(made.desk.file.path).includes('Smithee')).toBe(false)
    })

    it('v2.1 users alone: nothing tells who is staff, so nobody comes in', async () => {
      const { plan } = await importStaff(binderWithSchool(), [sample('SDS v2.1', 'users.csv')])
      expect(plan).toMatchObject({ new: 0, refusedCount: 8 })
      expect(new Set(plan.refused.map((one) => one.code))).toEqual(new Set(['role.missing']))
    })

    it('v2: staff of the chosen school by the role column, students counted', async () => {
      const made = binderWithSchool()
      const path = sample('SDS v2', 'users.csv')
      const all = await importStaff(made, [path])
      expect(all.plan).toMatchObject({
        read: 29,
        new: 0,
        refusedCount: 7,
        leftOut: { student: 22 },
        schools: { values: ['10001', '10002', '10003'] },
      })
      const chosen = await importStaff(made, [path], { where: [{ column: 'orgSourcedIds', values: ['10002'] }] })
      expect(chosen.plan).toMatchObject({ new: 4, refusedCount: 0 })
      expect(register(made).map((line) => line.split(' ').slice(-2).join(' '))).toEqual([
        'Teacher (teacher)',
        'Staff (other)',
        'Faculty (teacher)',
        'Aide (ta)',
      ])
    })

    it('takes an import back as a whole, unless a later change touched what it made', async () => {
      const made = binderWithSchool()
      const { done } = await importStaff(made, [sample('UK Format', '25 Users', 'Teacher.csv')])
      expect(register(made)).toHaveLength(2)
      made.desk.undo(done.changeId ?? '')
      expect(register(made)).toEqual([])
      const again = await importStaff(made, [sample('UK Format', '25 Users', 'Teacher.csv')])
      made.desk.write('test', (db) =>
        db.run(sql.updateTable('person').set({ known_as: 'Dee' }).where('staff_code', '=', '14002')),
      )
      expect(() => made.desk.undo(again.done.changeId ?? '')).toThrow('undo.later-changes')
    })
  },
)

const office = `Staff Code,Surname,Forename,Work Email,Post,Department,FTE,Start Date,Leave Date,Working days,Line manager,NI Number,Date of Birth
ALE,Lee,Ann,ann.lee@north.sch.uk,Headteacher,,1,01/09/2019,,Mon-Fri,,QQ123456C,01/02/1970
BOK,Okafor,Ben,ben@north.sch.uk,Teacher of Maths,Maths,0.6,1/9/2023,,"Mon, Tue, Wed","Lee, Ann",QQ123456D,03/04/1985
BOK,Okafor,Ben,ben@north.sch.uk,Head of Year,Pastoral,,,,,,,
CYW,Wójcik,Cyryl,not an address,Teaching assistant,,1,,,,,,
DDD,Davis,Dee,dee@north.sch.uk,Site manager,,1,31/02/2020,,,Nobody,,
`

describe('a staff list from the office', () => {
  it('reads posts, teams, hours, days and line managers, and refuses single rows by name', async () => {
    const made = binderWithSchool()
    const { plan, rows } = await importStaff(made, [file(made, 'staff.csv', office)])
    expect(plan).toMatchObject({ read: 5, new: 2, refusedCount: 2 })
    expect(plan.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, 'Work Email', 'email.invalid'],
      [6, 'Start Date', 'day.invalid'],
    ])
    expect(register(made)).toEqual([
      'ALE Ann Lee ann.lee@north.sch.uk Headteacher (leadership)',
      'BOK Ben Okafor ben@north.sch.uk Teacher of Maths (teacher, Maths) Head of Year (teacher, Pastoral)'.replace(
        'Teacher of Maths (teacher, Maths) Head of Year (teacher, Pastoral)',
        'Teacher of Maths (teacher, Maths) Head of Year (teacher, Pastoral)',
      ),
    ])
    expect(rows.find((row) => row.row === 2)).toMatchObject({
      status: 'new',
      label: 'Ann Lee',
      detail: 'Headteacher',
    })
    const ben = made.desk.read.first(sql.selectFrom('post_holding').selectAll().where('fte_thousandths', '=', 600))
    expect(ben).toMatchObject({ from_on: '2023-09-01', working_days: '1110000' })
    const managed = made.desk.read.first(
      sql.selectFrom('person').select('line_manager_id').where('staff_code', '=', 'BOK'),
    )
    expect(managed?.line_manager_id).toBeTruthy()
    made.desk.file.checkpoint()
    expect(readFileSync(made.desk.file.path).includes('QQ123456')).toBe(false)
  })

  it('changes what differs, clears nothing that is blank, and lists who is absent', async () => {
    const made = binderWithSchool()
    await importStaff(made, [file(made, 'staff.csv', office)])
    const next =
      'Staff Code,Surname,Forename,Work Email,Leave Date\nBOK,Okafor-Hill,Ben,,31/8/2026\nNEW,Novak,Nina,,\n'
    const { plan, rows } = await importStaff(made, [file(made, 'next.csv', next)])
    expect(plan).toMatchObject({ new: 1, changed: 1, same: 0, absent: { count: 1, names: ['Ann Lee'] } })
    expect(rows[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'Surname', from: 'Okafor', to: 'Okafor-Hill' },
        { field: 'Leave date', from: null, to: '2026-08-31' },
      ]),
    )
    expect(
      made.desk.read.first(sql.selectFrom('person').selectAll().where('staff_code', '=', 'BOK')),
    ).toMatchObject({
      work_email: 'ben@north.sch.uk',
      left_on: '2026-08-31',
    })
  })

  it('remembers columns matched by hand for the next file with these headers', async () => {
    const made = binderWithSchool()
    const path = file(made, 'odd.csv', 'Ref,Nom,Prenom\n1,Lee,Ann\n')
    const first = await importStaff(made, [path], { map: { staffCode: 'Ref', surname: 'Nom', forename: 'Prenom' } })
    expect(first.plan).toMatchObject({ new: 1 })
    const { token } = made.imports.take('staff', [path])
    const looked = await made.imports.inspect(token, [])
    expect(looked.files[0]).toMatchObject({ mapping: { staffCode: 0, surname: 1, forename: 2 }, remembered: true })
    expect(made.desk.newestStandingChange()).toBe(first.done.changeId)
  })

  it('refuses a column that is not there or must not be read, and names those that may be', async () => {
    const made = binderWithSchool()
    const path = file(made, 'staff.csv', office)
    const { token } = made.imports.take('staff', [path])
    await expect(
      made.imports.plan({ token, where: [{ column: 'NI Number', values: ['x'] }] }),
    ).rejects.toMatchObject({ code: 'import.column-unknown' })
    await expect(made.imports.plan({ token, map: { surname: 'Last' } })).rejects.toMatchObject({
      code: 'import.column-unknown',
      facts: { column: 'Last' },
    })
    await expect(made.imports.values(token, 0, { header: 'auto' }, 11)).rejects.toMatchObject({
      code: 'record.missing',
    })
  })

  it('can be followed, and stopped in the middle with the files still chosen', async () => {
    const told: unknown[] = []
    const made = binderWithSchool()
    const many = Array.from({ length: 40_000 }, (_, at) => `C${at},Name${at}`).join('\n')
    const { token } = made.imports.take('staff', [file(made, 'many.csv', `Staff Code,Surname\n${many}\n`)])
    const reading = made.imports.plan({ token }, (done, of) => {
      told.push([done, of])
      made.imports.stop(token)
    })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    expect(told).toEqual([[expect.any(Number), expect.any(Number)]])
    expect(await made.call('imports.stop', { token })).toEqual({})
    expect(await made.codeOf('imports.rows', { token })).toBe('import.expired')
    expect(await made.call('imports.inspect', { token })).toMatchObject({ files: [{ name: 'many.csv' }] })
  })

  it('is planned anew in place of a plan under way, can still be stopped, and the plan before it is not carried out', async () => {
    const made = binderWithSchool()
    const many = Array.from({ length: 40_000 }, (_, at) => `C${at},Name${at}`).join('\n')
    const { token } = made.imports.take('staff', [file(made, 'many.csv', `Staff Code,Surname\n${many}\n`)])
    await made.imports.plan({ token })
    const codeOf = (cause: unknown) => (cause as { code: string }).code
    let begun = () => undefined as void
    const isBegun = new Promise<void>((resolve) => (begun = resolve))
    const first = made.imports.plan({ token }, () => begun()).catch(codeOf)
    await isBegun
    let isTold = false
    const second = made.imports
      .plan({ token }, () => {
        if (isTold) return
        isTold = true
        // By now the first one has ended; another school, or a press on Stop, must still reach the second.
        made.imports.stop(token)
      })
      .catch(codeOf)
    expect(await first).toBe('cancelled')
    expect(await second).toBe('cancelled')
    expect(await made.codeOf('imports.commit', { token })).toBe('import.expired')
    expect(register(made)).toEqual([])
  })

  it('shows the values of a column through its channel, but of no withheld one', async () => {
    const made = binderWithSchool()
    const { token } = made.imports.take('staff', [file(made, 'staff.csv', office)])
    expect(await made.call('imports.values', { token, column: 5 })).toMatchObject({
      values: [
        { value: 'Maths', count: 1 },
        { value: 'Pastoral', count: 1 },
      ],
    })
    expect(await made.codeOf('imports.values', { token, column: 12 })).toBe('record.missing')
  })

  it('knows a file by its token only, and for a while', async () => {
    const made = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve(['/secret/place/staff.csv']) } })
    const chosen = await made.call('imports.choose', { kind: 'staff' })
    expect(JSON.stringify(chosen)).not.toContain('secret')
    expect(chosen.files).toEqual([{ name: 'staff.csv' }])
    expect(await made.codeOf('imports.plan', { token: chosen.token })).toBe('import.unreadable')
    expect(await made.codeOf('imports.commit', { token: chosen.token })).toBe('import.expired')
    await made.call('imports.discard', { token: chosen.token })
    expect(await made.codeOf('imports.inspect', { token: chosen.token })).toBe('import.expired')
    expect(await made.codeOf('imports.plan', { token: '../../etc' })).toBe('input.invalid')
  })
})

const uploads = sharedData('dfe-malformed-uploads')

describe.skipIf(uploads === undefined)(
  'odd and broken files from government upload tests (skipped where they are absent)',
  () => {
    it('go through each import without a crash, and without a change when they are refused', async () => {
      const names = readdirSync(uploads ?? '', { recursive: true, encoding: 'utf8' }).filter(
        (name) => /\.(csv|xlsx)$/.test(name) && statSync(join(uploads ?? '', name)).isFile(),
      )
      expect(names).toHaveLength(76)
      const made = binderWithSchool()
      for (const name of names) {
        for (const kind of ['staff', 'ledger', 'gias'] as const) {
          const before = made.desk.read.first(
            sql.selectFrom('change').select((eb) => eb.fn.countAll<number>().as('n')),
          )
          const { token } = made.imports.take(kind, [join(uploads ?? '', name)])
          const planned = await made.dispatch('imports.plan', { token, remember: false })
          const after = made.desk.read.first(
            sql.selectFrom('change').select((eb) => eb.fn.countAll<number>().as('n')),
          )
          expect(after, name).toEqual(before)
          if (planned.ok) {
            const done = await made.dispatch('imports.commit', { token })
            expect(done.ok, `${kind} ${name}`).toBe(true)
          } else expect(planned.code, `${kind} ${name}`).toMatch(/^(import\.|input\.)/)
        }
      }
    }, 240_000)
  },
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { ImportedPerson } from '../../../shared/features/staff/import-model'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'
import { builtInData } from '../packs/built-in'
import { staffImport } from './import'

const imports = staffImport(() => ({
  groups: builtInData().staffGroups.groups,
  earlyCareer: builtInData().careers.earlyCareer,
}))
const today = day('2025-11-20')

function take(binder: TestBinder, rows: readonly ImportedPerson[]) {
  return binder.desk.write('imports.commit', (db) => imports.apply(db, rows, today))
}
const plan = (binder: TestBinder, rows: readonly ImportedPerson[]) => imports.plan(binder.desk.read, rows, today)
const people = (binder: TestBinder) => binder.desk.read.all(sql.selectFrom('person').selectAll().orderBy('surname'))
const holdings = (binder: TestBinder) =>
  binder.desk.read.all(
    sql
      .selectFrom('post_holding as h')
      .innerJoin('post as p', 'p.id', 'h.post_id')
      .leftJoin('team as t', 't.id', 'h.team_id')
      .select([
        'p.title',
        'p.staff_group_id',
        't.name as team',
        'h.from_on',
        'h.to_on',
        'h.fte_thousandths',
        'h.is_main',
      ])
      .orderBy('p.title')
      .orderBy('h.from_on'),
  )

const jane: ImportedPerson = {
  row: 2,
  staffCode: 'JSM',
  forename: 'Jane',
  surname: 'Smith',
  workEmail: 'jane@northgate.sch.uk',
  lineManager: 'Patel, Ravi',
  posts: [{ title: 'Class teacher', team: 'Key stage 2', fteThousandths: 600 }],
}
const ravi: ImportedPerson = {
  row: 3,
  staffCode: 'RPA',
  forename: 'Ravi',
  surname: 'Patel',
  startedOn: day('2019-09-01'),
  posts: [{ title: 'Deputy headteacher', staffGroup: 'SLT' }],
}

describe('importing staff', () => {
  it('makes people, posts, teams and line managers, and the dry run says the same', () => {
    const binder = binderWithSchool()
    const dry = plan(binder, [jane, ravi])
    expect(people(binder)).toEqual([])
    const done = take(binder, [jane, ravi])
    expect(dry.outcomes.map((o) => [o.outcome, o.name, o.changes.length])).toEqual(
      done.outcomes.map((o) => [o.outcome, o.name, o.changes.length]),
    )
    expect(people(binder).map((p) => [p.surname, p.line_manager_id])).toEqual([
      ['Patel', null],
      ['Smith', done.outcomes[1]?.personId],
    ])
    expect(holdings(binder)).toEqual([
      {
        title: 'Class teacher',
        staff_group_id: 'teacher',
        team: 'Key stage 2',
        from_on: '1900-01-01',
        to_on: null,
        fte_thousandths: 600,
        is_main: 1,
      },
      {
        title: 'Deputy headteacher',
        staff_group_id: 'leadership',
        team: null,
        from_on: '2019-09-01',
        to_on: null,
        fte_thousandths: 1000,
        is_main: 1,
      },
    ])
  })

  it('lets a post without a start count in earlier years, from the day the person started where that is known', async () => {
    const binder = binderWithSchool()
    const lastYear = async () => {
      const { report } = await binder.call('reports.gather', {
        kind: 'governors',
        year: { kind: 'academic', startYear: 2024 },
      })
      const rows = report.blocks.flatMap((one) =>
        one.kind === 'table' && one.table.key === 'fairness' ? one.table.rows : [],
      )
      return rows.map((row) => [row.key, row.cells['posts']])
    }
    take(binder, [jane, ravi])
    const asOf = await binder.call('staff.list', { on: day('2025-03-14') })
    expect(asOf.people.map((p) => p.posts)).toEqual([['Deputy headteacher'], ['Class teacher']])
    expect(await lastYear()).toEqual([
      ['leadership', 1],
      ['teacher', 0.6],
    ])
    take(binder, [{ ...jane, startedOn: day('2025-09-01') }])
    expect(await lastYear()).toEqual([['leadership', 1]])
    const dated = { ...jane, posts: [{ ...jane.posts?.[0], fromOn: day('2025-10-01') }] }
    expect(plan(binder, [dated]).outcomes[0]?.changes).toEqual([
      { field: 'postFromOn', before: null, after: '2025-10-01' },
    ])
  })

  it('says whose posts have all ended, once for all their rows, and lists them as absent no more', () => {
    const binder = binderWithSchool()
    const ended = { ...jane, posts: [{ title: 'Class teacher', toOn: day('2025-07-18') }] }
    const note = { field: 'post', code: 'staff.posts-ended', facts: { on: '18 July 2025' } }
    expect(plan(binder, [ended, ravi]).outcomes.map((o) => o.notes.filter((n) => n.field === 'post'))).toEqual([
      [note],
      [],
    ])
    const goesOn = { ...jane, row: 4, posts: [{ title: 'Deputy headteacher', fromOn: day('2025-07-19') }] }
    expect(
      plan(binder, [ended, goesOn]).outcomes.flatMap((o) => o.notes.filter((n) => n.field === 'post')),
    ).toEqual([])
    take(binder, [ended])
    expect(plan(binder, [ravi]).absent).toEqual([])
  })

  it('changes nothing the second time, and undoes as a whole', () => {
    const binder = binderWithSchool()
    take(binder, [jane, ravi])
    expect(plan(binder, [jane, ravi]).outcomes.map((o) => o.outcome)).toEqual(['same', 'same'])
    const changeId = binder.desk.newestStandingChange()
    binder.desk.undo(changeId ?? '')
    expect(people(binder)).toEqual([])
    expect(holdings(binder)).toEqual([])
  })

  it('never clears what is missing or blank, and lists who is absent', () => {
    const binder = binderWithSchool()
    take(binder, [jane, ravi])
    const done = take(binder, [{ row: 2, staffCode: 'jsm', surname: 'Smith-Jones' }])
    expect(done.outcomes[0]).toMatchObject({ outcome: 'changed', matchedBy: 'staffCode' })
    expect(done.outcomes[0]?.changes.map((c) => c.field)).toEqual(['staffCode', 'surname'])
    expect(done.absent.map((a) => a.name)).toEqual(['Ravi Patel'])
    expect(people(binder)[1]).toMatchObject({
      forename: 'Jane',
      surname: 'Smith-Jones',
      work_email: 'jane@northgate.sch.uk',
    })
    expect(holdings(binder)).toHaveLength(2)
  })

  it('gives one person several posts, from one row or from a row each', () => {
    const binder = binderWithSchool()
    const rows: ImportedPerson[] = [
      {
        row: 2,
        staffCode: 'A',
        forename: 'Ada',
        surname: 'Okoro',
        posts: [{ title: 'Teaching assistant', fteThousandths: 500 }],
      },
      { row: 3, staffCode: 'A', forename: 'Ada', surname: 'Okoro', posts: [{ title: 'Midday supervisor' }] },
      {
        row: 4,
        userName: 'btodd',
        posts: [
          { title: 'Teacher', staffGroup: 'teacher' },
          { title: 'Professor', staffGroup: 'professor' },
        ],
      },
    ]
    const done = take(binder, rows)
    expect(done.outcomes.map((o) => o.outcome)).toEqual(['new', 'changed', 'new'])
    expect(holdings(binder).map((h) => [h.title, h.staff_group_id, h.fte_thousandths, h.is_main])).toEqual([
      ['Midday supervisor', 'midday', 0, 0],
      ['Professor', 'teacher', 0, 0],
      ['Teacher', 'teacher', 1000, 1],
      ['Teaching assistant', 'ta', 500, 1],
    ])
    expect(plan(binder, rows).outcomes.map((o) => o.outcome)).toEqual(['same', 'same', 'same'])
  })

  it('takes someone without a name in under their user name, and a later file names them', () => {
    const binder = binderWithSchool()
    const done = take(binder, [{ row: 2, staffCode: '14001', userName: 'CBeane' }])
    expect(done.outcomes[0]?.notes).toEqual([{ field: 'surname', code: 'name.missing' }])
    expect(people(binder)[0]).toMatchObject({ forename: '', surname: 'CBeane', is_name_missing: 1 })
    take(binder, [{ row: 2, staffCode: '14001', forename: 'Craig', surname: 'Beane' }])
    expect(people(binder)).toMatchObject([
      { forename: 'Craig', surname: 'Beane', user_name: 'CBeane', is_name_missing: 0 },
    ])
  })

  it('refuses what cannot be told apart or does not fit, and takes the rest', () => {
    const binder = binderWithSchool()
    take(binder, [
      { row: 2, staffCode: 'S1', forename: 'Sam', surname: 'Lee' },
      { row: 3, staffCode: 'S2', forename: 'Sam', surname: 'Lee' },
    ])
    const done = take(binder, [
      { row: 2, forename: 'Sam', surname: 'Lee' },
      { row: 3, staffCode: 'X', forename: 'Ann', surname: 'Bell' },
      { row: 4, staffCode: 'X', forename: 'Bob', surname: 'Cole' },
      { row: 5, title: 'Mr' },
      { row: 6, forename: 'Eve', surname: 'Dunn', startedOn: day('2025-09-01'), leftOn: day('2025-01-01') },
      {
        row: 7,
        forename: 'Eve',
        surname: 'Dunn',
        posts: [{ title: 'Cook', fromOn: day('2025-09-01'), toOn: day('2025-01-01') }],
      },
      { row: 8, staffCode: 'S3', forename: 'Sam', surname: 'Lee' },
    ])
    expect(done.outcomes.map((o) => o.refusal?.code ?? o.outcome)).toEqual([
      'staff.ambiguous',
      'new',
      'staff.code-twice',
      'staff.nameless',
      'day.order',
      'day.order',
      'new',
    ])
    expect(people(binder).map((p) => p.staff_code)).toEqual(['X', 'S1', 'S2', 'S3'])
    expect(done.newPosts).toEqual([])
  })

  it('keeps a leaver, ends their posts, and finds them again by name without making a second post', () => {
    const binder = binderWithSchool()
    take(binder, [ravi])
    const left: ImportedPerson = { ...ravi, leftOn: day('2025-08-31') }
    expect(take(binder, [left]).outcomes[0]?.outcome).toBe('changed')
    expect(holdings(binder)[0]?.to_on).toBe('2025-08-31')
    expect(plan(binder, [left]).outcomes[0]?.outcome).toBe('same')
    expect(plan(binder, []).absent).toEqual([])
  })

  it('notes a line manager or a group it does not know, and a loop', () => {
    const binder = binderWithSchool()
    const done = take(binder, [
      {
        row: 2,
        forename: 'Ann',
        surname: 'Bell',
        lineManager: 'Nobody Here',
        posts: [{ title: 'Falconer', staffGroup: 'Birds' }],
      },
      { row: 3, forename: 'Bob', surname: 'Cole', lineManager: 'Cy Dale' },
      { row: 4, forename: 'Cy', surname: 'Dale', lineManager: 'Bob Cole' },
    ])
    expect(done.outcomes.map((o) => o.notes.map((n) => n.code))).toEqual([
      ['staff.group-unknown', 'staff.manager-unknown'],
      [],
      ['staff.manager-loop'],
    ])
  })

  it('does not rename in one file whom an earlier row of it named, whatever the sign', () => {
    const binder = binderWithSchool()
    const rows: ImportedPerson[] = [
      { row: 2, forename: 'Bob', surname: 'Ng' },
      { row: 3, forename: 'Bob', surname: 'Ng', userName: 'u1' },
      { row: 4, surname: 'Lee', userName: 'u1' },
    ]
    const done = take(binder, rows)
    expect(done.outcomes.map((o) => o.refusal)).toEqual([
      null,
      null,
      { field: 'userName', code: 'staff.code-twice' },
    ])
    expect(people(binder)).toMatchObject([{ forename: 'Bob', surname: 'Ng', user_name: 'u1' }])
    expect(plan(binder, rows).newPeople).toEqual([])
    // A later file may: people marry.
    expect(take(binder, rows.slice(2)).outcomes[0]?.outcome).toBe('changed')
  })

  it('keeps the name of someone whom a file calls by the name they go by', () => {
    const binder = binderWithSchool()
    take(binder, [{ row: 2, forename: 'Margaret', surname: 'Lee', knownAs: 'Peggy' }])
    expect(take(binder, [{ row: 2, forename: 'Peggy', surname: 'Lee' }]).outcomes[0]?.outcome).toBe('same')
    expect(people(binder)).toMatchObject([{ forename: 'Margaret', known_as: 'Peggy' }])
  })

  it('finds whom a row is about', () => {
    const binder = binderWithSchool()
    take(binder, [jane])
    const found = (row: Omit<ImportedPerson, 'row'>) =>
      imports.findMatches(binder.desk.read, { row: 1, ...row }, today)
    expect(found({ workEmail: 'JANE@northgate.sch.uk' })).toMatchObject({ kind: 'one', by: 'workEmail' })
    expect(found({ forename: 'jane', surname: 'SMITH' })).toMatchObject({ kind: 'one', by: 'name' })
    expect(found({ staffCode: 'OTHER', forename: 'Jane', surname: 'Smith' })).toEqual({ kind: 'none' })
  })

  it('agrees with itself for any file: dry run and commit alike, nothing new the second time', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
    const days = fc.constantFrom(day('2023-09-01'), day('2024-01-08'), day('2025-08-31'), day('2025-12-01'))
    const post = fc.record({
      title: maybe(fc.constantFrom('Class teacher', 'TA', 'Cook')),
      staffGroup: maybe(fc.constantFrom('teacher', 'Catering', 'Birds')),
      team: maybe(fc.constantFrom('Red', 'Blue')),
      fteThousandths: maybe(fc.constantFrom(200, 1000)),
      toOn: maybe(days),
    })
    const person = fc.record({
      staffCode: maybe(fc.constantFrom('1', '2', '3', 'x')),
      userName: maybe(fc.constantFrom('u1', 'u2')),
      forename: maybe(fc.constantFrom('Ann', 'Bob')),
      surname: maybe(fc.constantFrom('Lee', 'Kay', 'Ng')),
      startedOn: maybe(days),
      leftOn: maybe(days),
      lineManager: maybe(fc.constantFrom('Ann Lee', '2', 'u1')),
      posts: maybe(fc.array(post, { maxLength: 1 })),
    })
    const shape = (p: ReturnType<typeof plan>) =>
      p.outcomes.map((o) => [o.outcome, o.name, o.changes, o.notes, o.refusal])
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), (file) => {
        // A school of its own for each file: what one leaves behind must not colour the next.
        const binder = binderWithSchool()
        const rows = file.map((facts, index) => ({ ...facts, row: index + 2 }))
        const dry = plan(binder, rows)
        const done = take(binder, rows)
        expect(shape(done)).toEqual(shape(dry))
        // What was refused waits to be put right: beside the people whom the other rows made it may read as somebody else.
        const taken = new Set(done.outcomes.filter((o) => o.outcome !== 'refused').map((o) => o.row))
        const again = plan(
          binder,
          rows.filter(({ row }) => taken.has(row)),
        )
        expect(again.newPeople).toEqual([])
        if (done.outcomes.some((o) => o.outcome === 'new'))
          binder.desk.undo(binder.desk.newestStandingChange() ?? '')
        expect(people(binder)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

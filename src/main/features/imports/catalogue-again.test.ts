import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

/** What an import would do with the rows of a file, and what it did. */
async function bring(b: TestBinder, heads: string, rows: readonly string[]) {
  const path = join(b.folder, 'courses.csv')
  writeFileSync(path, `${heads}\n${rows.join('\n')}\n`)
  return bringFiles(b, [path])
}

async function bringFiles(b: TestBinder, paths: readonly string[]) {
  const { token } = b.imports.take('catalogue', paths)
  const plan = await b.imports.plan({ token })
  const { rows } = await b.call('imports.rows', { token })
  b.imports.commit(token)
  return { plan, rows }
}

const courses = (b: TestBinder) =>
  b.desk.read
    .all(
      sql
        .selectFrom('opportunity as o')
        .leftJoin('opportunity_date as d', 'd.opportunity_id', 'o.id')
        .select(['o.title', 'd.starts_on', 'd.reference'])
        .orderBy('o.title')
        .orderBy('d.starts_on'),
    )
    .map(({ title, starts_on, reference }) => [title, starts_on, reference].filter(Boolean).join(' '))

const dated = 'Course ID,Event ID,Course,Provider,Start date,Run'
const listed = 'Course ID,Course,Provider,Start date'
const [one, other] = ['5e91e211-cd0a-ea11-a811-000d3a86d545', '7159562d-4b1a-44f3-b4d7-3e677b9898f2']

describe('a course of a catalogue that is renamed', () => {
  it('stays one course with its dates, and the preview says what it was called', async () => {
    const b = binderWithSchool()
    await bring(b, dated, [`${one},d1,Reading aloud,Hub,14/01/2026,A01`])
    const { plan, rows } = await bring(b, dated, [`${one},d1,Reading out loud,Hub,14/01/2026,A01`])
    expect(plan).toMatchObject({ new: 0, changed: 1, same: 0 })
    expect(rows[0]?.changes).toEqual([{ field: 'Title', from: 'Reading aloud', to: 'Reading out loud' }])
    expect(courses(b)).toEqual(['Reading out loud 2026-01-14 A01'])
    const again = await bring(b, dated, [`${one},d1,Reading out loud,Hub,14/01/2026,A01`])
    expect(again.plan).toMatchObject({ new: 0, changed: 0, same: 1 })
  })

  it('is known by the identifier that its provider gives it, with new dates too', async () => {
    const b = binderWithSchool()
    await bring(b, listed, ['C7,Reading aloud,Hub,14/01/2026', 'C8,Fractions,Hub,'])
    const { plan } = await bring(b, listed, ['C7,Stories,Hub,14/05/2026', 'C8,Fractions,Hub,'])
    expect(plan).toMatchObject({ new: 1, changed: 0, same: 1 })
    expect(courses(b)).toEqual(['Fractions', 'Stories 2026-01-14', 'Stories 2026-05-14'])
  })

  it('is not mistaken for another of the many that one identifier stands for', async () => {
    const b = binderWithSchool()
    const row = (id: string, title: string) => `${one},${id},${title},,14/01/2026,`
    await bring(b, dated, [row('d1', 'Meeting'), row('d2', 'Programming in Year 3')])
    await bring(b, dated, [row('d1', 'Meeting'), row('d2', 'Programming in Year 3'), row('d3', 'Robots')])
    expect(courses(b)).toHaveLength(3)
    await bring(b, dated, [row('d1', 'Meetings of hubs'), row('d3', 'Robots'), row('d4', 'Networks')])
    expect(courses(b)).toEqual([
      'Meetings of hubs 2026-01-14',
      'Networks 2026-01-14',
      'Programming in Year 3 2026-01-14',
      'Robots 2026-01-14',
    ])
  })

  it('is another one where its identifier stands for many and no date says otherwise: one has gone, one has come', async () => {
    const b = binderWithSchool()
    const row = (title: string) => `${one},${title},Hub,`
    await bring(b, listed, [row('Meeting'), row('Programming')])
    const { plan } = await bring(b, listed, [row('Meeting'), row('Robots')])
    expect(plan).toMatchObject({ new: 1, changed: 0, same: 1 })
    expect(courses(b)).toEqual(['Meeting', 'Programming', 'Robots'])
  })

  it('takes a date with it that belongs to another course now', async () => {
    const b = binderWithSchool()
    const rows = (title: string) => [`${one},${other},${title},,14/01/2026,`, `${one},d2,Robots,,15/01/2026,`]
    await bring(b, dated, [...rows('Meeting'), `${one},d3,Meeting,,16/01/2026,`])
    const { rows: told } = await bring(b, dated, [...rows('Robots'), `${one},d3,Meeting,,16/01/2026,`])
    expect(told[0]).toMatchObject({
      status: 'changed',
      changes: [{ field: 'Course', from: 'Meeting', to: 'Robots' }],
    })
    expect(courses(b)).toEqual(['Meeting 2026-01-16', 'Robots 2026-01-14', 'Robots 2026-01-15'])
  })

  it('takes nothing from a catalogue that counts from 1 as well', async () => {
    const b = binderWithSchool()
    await bring(b, 'Course ID,Course,Start date', ['1,Phonics,14/01/2026'])
    await bring(b, 'Course ID,Course,Start date', ['1,First aid,14/01/2026'])
    expect(courses(b)).toEqual(['First aid 2026-01-14', 'Phonics 2026-01-14'])
    await bring(b, 'Course ID,Course,Start date', ['1,Phonics and spelling,14/01/2026'])
    expect(courses(b)).toHaveLength(2)
  })
})

describe('a date without an identifier', () => {
  const heads = 'Course,Start date,Start time,Venue'
  const dates = (b: TestBinder) =>
    b.desk.read.all(
      sql.selectFrom('opportunity_date').select(['starts_on', 'starts_at', 'source_key']).orderBy('source_key'),
    )

  it('that was kept without its time is the same one when its time is read', async () => {
    const b = binderWithSchool()
    await bring(b, heads, ['Reading aloud,14/01/2026,,Hall'])
    const timed = [
      'Reading aloud,14/01/2026,9.30am,Hall',
      'Reading aloud,14/01/2026,1.30pm,Hall',
      'Reading aloud,14/01/2026,9.30am,Library',
    ]
    expect((await bring(b, heads, timed)).plan).toMatchObject({ new: 2, changed: 1 })
    expect(dates(b).map(({ source_key }) => source_key)).toEqual([
      '2026-01-14|09:30|hall',
      '2026-01-14|09:30|library',
      '2026-01-14|13:30|hall',
    ])
    expect((await bring(b, heads, timed)).plan).toMatchObject({ new: 0, changed: 0, same: 3 })
  })

  it('stays apart from one with a time where the file speaks of both', async () => {
    const b = binderWithSchool()
    const untimed = 'Reading aloud,14/01/2026,,Hall'
    await bring(b, heads, [untimed])
    const { plan } = await bring(b, heads, ['Reading aloud,14/01/2026,9.30am,Hall', untimed])
    expect(plan).toMatchObject({ new: 1, changed: 0, same: 1 })
    expect(dates(b)).toHaveLength(2)
  })
})

describe('the price of a course', () => {
  const priced = 'Course,Event ID,Start date,Price,VAT'
  const price = (b: TestBinder) =>
    b.desk.read.first(sql.selectFrom('opportunity').select(['price_net_pence as net', 'price_vat_pence as vat']))

  it('changes with its VAT: that of the old price does not stay', async () => {
    const b = binderWithSchool()
    const prices = 'Course,Price,VAT'
    await bring(b, prices, ['Reading aloud,100,20'])
    const { rows } = await bring(b, prices, ['Reading aloud,150,'])
    expect(rows[0]?.changes).toEqual([
      { field: 'Price', from: '£100.00', to: '£150.00' },
      { field: 'VAT', from: '£20.00', to: null },
    ])
    expect(price(b)).toEqual({ net: 150_00, vat: null })
    await bring(b, prices, ['Reading aloud,150,30'])
    expect(price(b)).toEqual({ net: 150_00, vat: 30_00 })
    expect((await bring(b, prices, ['Reading aloud,150,'])).plan).toMatchObject({ same: 1 })
    expect(price(b)).toEqual({ net: 150_00, vat: 30_00 })
  })

  it('takes no VAT of another price from a row about a date', async () => {
    const b = binderWithSchool()
    await bring(b, 'Course,Price,VAT', ['Reading aloud,100,'])
    await bring(b, priced, ['Reading aloud,7,14/01/2026,150,30'])
    expect(price(b)).toEqual({ net: 100_00, vat: null })
  })
})

describe('the numbers of two providers', () => {
  it('are their own: dates and courses of the same number stay apart, in one file and in two', async () => {
    const b = binderWithSchool()
    const hub = '12,7,Reading aloud,Hub,14/01/2026,H'
    const trust = '12,7,Fractions,Trust,15/01/2026,T'
    const { plan } = await bring(b, dated, [hub, trust])
    expect(plan).toMatchObject({ new: 2, refused: [] })
    expect(courses(b)).toEqual(['Fractions 2026-01-15 T', 'Reading aloud 2026-01-14 H'])
    expect((await bring(b, dated, [trust])).plan).toMatchObject({ same: 1 })
    expect((await bring(b, dated, [hub])).plan).toMatchObject({ same: 1 })
    const sameName = await bring(b, dated, ['12,7,Reading aloud,College,16/01/2026,C'])
    expect(sameName.plan).toMatchObject({ new: 1 })
    expect(courses(b)).toHaveLength(3)
  })

  it('are found again in a list of dates that names no provider', async () => {
    const b = binderWithSchool()
    await bring(b, 'Course ID,Course,Provider', ['12,Reading aloud,Hub'])
    await bring(b, 'Course ID,Event ID,Course,Start date', ['12,7,Reading aloud,14/01/2026'])
    expect(courses(b)).toEqual(['Reading aloud 2026-01-14'])
  })
})

const real = sharedData('ncce-cpd-courses')

describe.skipIf(real === undefined)('a real catalogue of two dates (skipped where it is absent)', () => {
  it('keeps a course whose title was changed between them as one', async () => {
    const b = binderWithSchool()
    const path = (name: string): string => join(real ?? '', name)
    await bringFiles(b, [path('courses/templates.json')])
    const before = courses(b).filter((title) => title.startsWith('Higher attainment'))
    await bringFiles(b, [path('local_templates/coursetemplateslistingbyprogramme.json')])
    const after = courses(b).filter((title) => title.startsWith('Higher attainment'))
    expect(before.some((title) => title.includes('in GCSE computer science - meeting'))).toBe(true)
    expect(after.filter((title) => title.includes('meeting the challenges of the exams - remote'))).toEqual([
      'Higher attainment in computer science - meeting the challenges of the exams - remote',
    ])
  })
})

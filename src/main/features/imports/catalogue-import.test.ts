import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { cleanHtml } from '../../../shared/features/opportunities/clean-html'
import { aboutText } from '../../../shared/features/opportunities/about-text'
import { zRichText } from '../../../shared/kernel/rich-text'
import { sql } from '../../db/handle'

const folder = sharedData('ncce-cpd-courses')
const real = (name: string): string => join(folder ?? '', name)
const dated = 'local_templates/courselistingfuturebyprogrammeidv2concisehfw.json'
const online = 'courses/online_occurrences.json'
const templates = 'courses/templates.json'

async function plan(b: TestBinder, paths: readonly string[]) {
  const { token } = b.imports.take('catalogue', paths)
  return { token, plan: await b.imports.plan({ token }) }
}

async function bring(b: TestBinder, paths: readonly string[]) {
  const { token, plan: planned } = await plan(b, paths)
  return { plan: planned, done: b.imports.commit(token) }
}

function file(b: TestBinder, name: string, content: string | Uint8Array): string {
  const path = join(b.folder, name)
  writeFileSync(path, content)
  return path
}

const all = (b: TestBinder) => b.desk.read.all(sql.selectFrom('opportunity').selectAll())
const dates = (b: TestBinder) =>
  b.desk.read.all(sql.selectFrom('opportunity_date').selectAll().orderBy('starts_on'))

describe.skipIf(folder === undefined)('a real catalogue, as it is (skipped where it is absent)', () => {
  it('loads its 293 dated courses and 164 online ones, changes nothing the second time, and is undone whole', async () => {
    const b = binderWithSchool()
    const { plan: first, done } = await bring(b, [real(dated), real(online)])
    expect(first).toMatchObject({ read: 457, new: 457, changed: 0, same: 0, refused: [], leftOut: {} })
    expect(dates(b)).toHaveLength(457)
    expect(dates(b).filter(({ mode }) => mode === 'online')).toHaveLength(164)
    expect((await plan(b, [real(online), real(dated)])).plan).toMatchObject({ new: 0, changed: 0, same: 457 })
    await b.call('changes.undo', { changeId: done.changeId ?? '' })
    expect([all(b), dates(b)]).toEqual([[], []])
  })

  it('reads days as they are written here, times, ages by their names, and cleans what Word has written', async () => {
    const b = binderWithSchool()
    await bring(b, [real(dated), real(online), real(templates)])
    const first = dates(b).find(({ reference, starts_on }) => reference === 'G01' && starts_on === '2021-12-02')
    expect(first).toMatchObject({
      ends_on: '2022-06-09',
      starts_at: '09:30',
      ends_at: '15:30',
      mode: 'live-online',
    })
    const crypto = all(b).find(({ title }) => title === 'Introduction to Encryption and Cryptography')
    expect(crypto).toMatchObject({ mode: 'online', type_code: 'ONLINE', duration_count: 6, duration_unit: 'weeks' })
    expect(JSON.parse(crypto?.ages_json ?? '')).toEqual([
      '11-14 years',
      '14-16 years',
      'Key stage 3',
      'Key stage 4',
    ])
    const about = aboutText(zRichText.parse(JSON.parse(crypto?.about_json ?? '')))
    expect(about).toContain('Caesar and Vigenère ciphers')
    expect(about).toContain('## What you will learn')
    for (const { about_json } of all(b)) {
      if (about_json === null) continue
      expect(zRichText.safeParse(JSON.parse(about_json)).success).toBe(true)
      expect(about_json).not.toMatch(/<\/?(p|span|div|o:p)\b|mso-|&nbsp;|javascript:/)
    }
  })

  it('leaves out what is marked “do not use”, and reads lists of codes for their names', async () => {
    const b = binderWithSchool()
    const details = await plan(b, [real('local_templates/coursedetails.json')])
    expect(details.plan).toMatchObject({ read: 1, new: 0, leftOut: { 'do-not-use': 1 } })
    const lists = [real('courses/attendance.json'), real('courses/age_groups.json'), real(online)]
    expect((await plan(b, lists)).plan).toMatchObject({
      new: 164,
      leftOut: { 'do-not-use': 2, 'code-list': 22 },
    })
  })
})

describe('a catalogue', () => {
  it('of a spreadsheet: words for lengths, prices and places; a change shows what it was', async () => {
    const b = binderWithSchool()
    const heads =
      'Course,Provider,Start date,End date,Duration,Price,VAT,Places left,Key stages,Staff groups,Standards'
    const path = (price: string, day: string) =>
      file(
        b,
        'courses.csv',
        `${heads}\nReading aloud,Ridgeway Hub,${day},,2 days,${price},36.00,12,KS1;KS2,Teachers;Pirates,TS3\nTalk partners,,,,90 minutes,Free,,,,,\n`,
      )
    const { plan: first } = await bring(b, [path('£180', '14/01/2026')])
    expect(first).toMatchObject({ read: 2, new: 2, refused: [] })
    expect(first.noted.map(({ code, column }) => [code, column])).toEqual([
      ['catalogue.left-blank', 'Staff groups'],
    ])
    expect(all(b).find(({ title }) => title === 'Reading aloud')).toMatchObject({
      price_net_pence: 18_000,
      price_vat_pence: 3_600,
      duration_count: 2,
      duration_unit: 'days',
      standards_json: '["TS3"]',
    })
    expect(all(b).find(({ title }) => title === 'Talk partners')?.price_net_pence).toBe(0)
    expect(await b.call('providers.list', {})).toMatchObject({ providers: [{ name: 'Ridgeway Hub' }] })
    const second = await plan(b, [path('£195', '14/01/2026')])
    expect(second.plan).toMatchObject({ new: 0, changed: 1, same: 1 })
    const { rows } = await b.call('imports.rows', { token: second.token, status: 'changed' })
    expect(rows[0]?.changes).toEqual([{ field: 'Price', from: '£180.00', to: '£195.00' }])
    expect((await plan(b, [path('', '14/01/2026')])).plan).toMatchObject({ changed: 0, same: 2 })
    // A code that was put to a framework by hand stays there when the file says it again.
    const id = all(b).find(({ title }) => title === 'Reading aloud')?.id ?? ''
    const kept = await b.call('opportunities.get', { id })
    const standards = [{ code: 'TS3', framework: 'teachers-standards' }]
    await b.call('opportunities.save', { ...kept, standards })
    expect((await bring(b, [path('', '14/01/2026')])).plan).toMatchObject({ changed: 0, same: 2 })
    expect(await b.call('opportunities.get', { id })).toMatchObject({ standards })
  })

  it('takes the VAT with a price that goes, and the last day with a course that is shortened', async () => {
    const b = binderWithSchool()
    const path = (row: string) =>
      file(b, 'courses.csv', `Course,Event ID,Start date,End date,Price,VAT\nReading aloud,${row}\n`)
    const courseOnly = (price: string) => file(b, 'prices.csv', `Course,Price,VAT\nReading aloud,${price},\n`)
    await bring(b, [path('7,14/01/2026,04/03/2026,£180,36.00')])
    expect(dates(b)).toMatchObject([{ ends_on: '2026-03-04' }])
    await bring(b, [courseOnly('Free')])
    expect(all(b)).toMatchObject([{ price_net_pence: 0, price_vat_pence: null }])
    const shorter = await plan(b, [path('7,14/01/2026,14/01/2026,,')])
    const { rows } = await b.call('imports.rows', { token: shorter.token, status: 'changed' })
    expect(rows[0]?.changes).toEqual([{ field: 'Last day', from: '2026-03-04', to: null }])
    b.imports.commit(shorter.token)
    expect(dates(b)).toMatchObject([{ ends_on: null }])
    expect((await plan(b, [path('7,14/01/2026,14/01/2026,,')])).plan).toMatchObject({ same: 1 })
  })

  it('reads times as people write them, and says which it could not read', async () => {
    const b = binderWithSchool()
    const rows = [
      'One,01/03/2026,9.30am,3.30 pm',
      'Two,02/03/2026,9am to 12 noon,',
      'Three,03/03/2026,1.30–3pm,',
      'Four,04/03/2026 09:15,,16:45:00',
      'Five,05/03/2026,after school,',
      'Six,06/03/2026 14:00,00:00,25.10',
      'Seven,07/03/2026,9.30-3.30,',
      'Eight,08/03/2026,9.15,4.45',
      'Nine,09/03/2026,22:00,01:00',
      'Ten,10/03/2026,6.30-8.30,',
    ]
    const { plan: done } = await bring(b, [
      file(b, 'courses.csv', `Course,Start date,Start time,End time\n${rows.join('\n')}\n`),
    ])
    expect(dates(b).map(({ starts_at, ends_at }) => [starts_at, ends_at])).toEqual([
      ['09:30', '15:30'],
      ['09:00', '12:00'],
      ['13:30', '15:00'],
      ['09:15', '16:45'],
      [null, null],
      [null, null],
      ['09:30', '15:30'],
      ['09:15', '16:45'],
      ['22:00', '01:00'],
      ['06:30', '08:30'],
    ])
    expect(done.noted.map(({ row, column, code }) => [row, column, code])).toEqual([
      [6, 'Start time', 'catalogue.left-blank'],
      [7, 'End time', 'catalogue.left-blank'],
    ])
  })

  it('knows live courses by the word, not by the letters of "delivery"', async () => {
    const b = binderWithSchool()
    const rows = ['Circle time,02/03/2026,Face to face delivery', 'Fractions,03/03/2026,Delivered live']
    await bring(b, [file(b, 'courses.csv', `Course,Start date,Delivery\n${rows.join('\n')}\n`)])
    expect(dates(b).map(({ mode }) => mode)).toEqual(['in-person', 'live-online'])
  })

  it('refuses a row with its field and a sentence, and takes the others', async () => {
    const b = binderWithSchool()
    const rows = [
      { Title: 'One', 'Start date': '31/02/2026' },
      { Title: 'Two', 'Start date': '02/03/2026', 'End date': '01/03/2026' },
      { Title: '', 'Start date': '02/03/2026' },
      { Title: 'Three', Price: 'about ten' },
      'not a course',
      { Title: 'Four', 'Age groups': '157430008;999999999', URL: 'javascript:alert(1)' },
      { Title: 'Five', Summary: 'x'.repeat(40_000) },
      { Title: 'Four', 'Age groups': '157430008;999999999', URL: 'javascript:alert(1)' },
      { Title: 'four', Price: '12' },
    ]
    const { plan: done } = await bring(b, [file(b, 'odd.json', JSON.stringify({ data: { rows } }))])
    expect(done.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'Start date', 'day.invalid'],
      [2, 'End date', 'day.order'],
      [3, 'Title', 'cell.required'],
      [4, 'Price', 'pence.invalid'],
      [5, null, 'row.not-a-record'],
      [7, 'Summary', 'row.cell-too-long'],
      [9, null, 'row.repeated'],
    ])
    expect(done.noted.map(({ code }) => code)).toContain('catalogue.code-unknown')
    expect(done).toMatchObject({ new: 1, leftOut: { repeated: 1 } })
    expect(all(b)).toMatchObject([{ title: 'Four', ages_json: '["Key stage 1"]', booking_address: null }])
  })

  it.each([
    ['{"data": [{"Title": "One"}, {"Title": "Tw', 'import.json-damaged'],
    ['[{"Title": "One",}]', 'import.json-damaged'],
    [`${'['.repeat(200_000)}`, 'import.json-damaged'],
    [`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'import.json-no-list'],
    ['{"title": "nothing here"}', 'import.json-no-list'],
    ['[]', 'import.empty'],
    [
      JSON.stringify([Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`k${n}`, n]))]),
      'import.too-many-columns',
    ],
    [JSON.stringify(Array.from({ length: 100_001 }, () => ({ Title: 'x' }))), 'import.too-many-rows'],
  ])('refuses a damaged or hostile file: %.40s', async (content, code) => {
    const b = binderWithSchool()
    await expect(plan(b, [file(b, 'bad.json', content)])).rejects.toMatchObject({ code })
  })

  it('says where a damaged file stops', async () => {
    const b = binderWithSchool()
    const content = '{\n"Entities": [\n{"Title": "One"},\n{"Title": "Two", "Start": oops}]}'
    await expect(plan(b, [file(b, 'bad.json', content)])).rejects.toMatchObject({
      facts: { line: 4, place: 'Entities, item 2, Start' },
    })
  })

  it('takes no harm from names that mean something to a program', async () => {
    const b = binderWithSchool()
    const content = '[{"Title": "One", "__proto__": {"polluted": "yes"}, "constructor": "x"}]'
    await bring(b, [file(b, 'names.json', content)])
    expect(all(b)).toHaveLength(1)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})

describe('formatted text', () => {
  it('keeps paragraphs, headings, lists, bold, italic and safe links, and nothing else', () => {
    const html =
      '<!DOCTYPE html><html><head><title>No</title><style>p{}</style></head><body id=Email><p class="MsoNormal" style="a>b">One &amp; <b>two</b>&nbsp;three<script>alert(1)</script></p><h2>Learn</h2><ul><li>First <a href="https://a.org/x?a=1&amp;b=2">here</a></li><li><p>Second <a href="javascript:x">no</a></p><ol><li>Deep</li></ol></li></ul><!-- <p>hidden</p> -->1 < 2'
    expect(cleanHtml(html)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'One & ' },
            { type: 'text', text: 'two', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' three' },
          ],
        },
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Learn' }] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'First ' },
                    {
                      type: 'text',
                      text: 'here',
                      marks: [{ type: 'link', attrs: { href: 'https://a.org/x?a=1&b=2' } }],
                    },
                  ],
                },
              ],
            },
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [{ type: 'text', text: 'Second no' }],
                },
                {
                  type: 'orderedList',
                  content: [
                    {
                      type: 'listItem',
                      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Deep' }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '1 < 2' }],
        },
      ],
    })
  })

  it('takes a long and broken text in one go', () => {
    expect(cleanHtml(`${'<p><b>'.repeat(20_000)}end`)?.content).toHaveLength(1)
    expect(cleanHtml('<'.repeat(32_000))?.content).toHaveLength(1)
    expect(cleanHtml('<p>&nbsp;</p><style>x')).toBeNull()
    const deep = cleanHtml(`${'<ul><li>a'.repeat(500)}`)
    expect(zRichText.safeParse(deep).success).toBe(true)
  })
})

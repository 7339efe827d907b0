import { inflateSync, deflateSync, crc32 } from 'node:zlib'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { readMarkdown } from '../../shared/kernel/markdown'
import type { ReportDocument } from '../../shared/kernel/report-table'
import { partsOfZip } from '../../../tests/fixtures/read-zip'
import { everyKindTable, sampleReport } from '../../../tests/fixtures/report-document'
import { writeDocx } from './docx'
import { describe as describeChart, type ChartPicture } from './docx-charts'
import { columnWidths } from './docx-table'
import { docxText } from './docx-text'
import { textWidthTwips } from './docx-style'
import { logoOf } from './logo'
import { writeJson } from './json'
import { naughtyTexts } from './naughty-texts.fixture'

/** A grey PNG of 4 by 4 pixels, made by hand. */
function smallPng(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 0, 0, 0, 0])
  const rows = Buffer.alloc(4 * 5, 0x80)
  for (let row = 0; row < 4; row++) rows[row * 5] = 0
  const pixels = deflateSync(rows)
  expect(inflateSync(pixels)).toHaveLength(20)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const picture: ChartPicture = {
  key: 'hours-by-group',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" width="600" height="200"><rect width="300" height="20" fill="#333"/></svg>',
  png: smallPng(),
  widthPx: 600,
  heightPx: 200,
}

async function html(bytes: Uint8Array): Promise<{ html: string; warnings: number }> {
  const result = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return { html: result.value, warnings: result.messages.filter((message) => message.type === 'error').length }
}

test('reads back with real headings, lists, tables and the picture', async () => {
  const { html: text, warnings } = await html(await writeDocx(sampleReport, [picture]))
  expect(warnings).toBe(0)
  expect(text).toContain('<h1>Did everyone get a fair share?</h1>')
  expect(text).toContain('<h2>Questions governors may ask</h2>')
  expect(text).toContain('<h3>Everything</h3>')
  expect(text).toContain('<ol><li>Is this fair?</li><li>What will change?</li></ol>')
  expect(text).toContain('<ul><li>Share what worked</li><li>Ask the assistants</li></ul>')
  expect(text.match(/<table>/g)).toHaveLength(3)
  expect(text.match(/<thead>/g)).toHaveLength(2)
  expect(text).toContain('−£3.50')
  expect(text).toContain('Hours are credited hours.')
  expect(text).toContain('<img')
  expect(text).toContain('Report of the CPD leader to the governing body')
})

test('a chart without a picture is told in words', async () => {
  const { html: text } = await html(await writeDocx(sampleReport, []))
  expect(text).not.toContain('<img')
  expect(text).toContain('Teachers: 14.2 hours of 15.0 hours; Teaching assistants: 6.1 hours of 10.0 hours.')
})

test('text that XML cannot hold does not break the file', async () => {
  const blocks = naughtyTexts.map((text) => ({ kind: 'paragraph' as const, text }))
  const { html: text, warnings } = await html(await writeDocx({ ...sampleReport, title: 'a\0b\ud83d', blocks }, []))
  expect(warnings).toBe(0)
  expect(text).toContain('&lt;script&gt;')
  expect(text).toContain('Łukasz')
})

test('column widths fill the text width exactly', () => {
  expect(columnWidths(everyKindTable).reduce((sum, width) => sum + width, 0)).toBe(textWidthTwips)
  const words = everyKindTable.columns.filter(({ kind }) => kind === 'text')
  const toBeFilledIn = columnWidths({ ...everyKindTable, columns: words, rows: [], totals: undefined })
  expect(toBeFilledIn.reduce((sum, width) => sum + width, 0)).toBe(textWidthTwips)
})

test('a chart is described with its unit and its parts', () => {
  const described = describeChart({
    key: 'f',
    title: 'F',
    kind: 'stacked-bars',
    unit: 'pounds',
    series: [
      { key: 'paid', title: 'Paid' },
      { key: 'left', title: 'Left' },
    ],
    points: [{ label: 'Main', values: { paid: 120_000, left: 80_000 } }],
  })
  expect(described).toBe('Main: paid £1,200, left £800.')
})

test('the JSON form keeps whole pence and minutes in keys that say so', () => {
  const report = JSON.parse(writeJson(sampleReport)) as {
    totals: Record<string, number>
    tables: Record<string, { rows: Record<string, unknown>[]; totals: Record<string, unknown> }>
  }
  expect(report.totals).toEqual({ allCashPaidPence: 1_687_000 })
  expect(Object.keys(report.tables)).toEqual(['groups', 'long', 'extra'])
  expect(report.tables['groups']?.rows[1]).toMatchObject({
    paidPence: -350,
    creditedMinutes: 20,
    reading: null,
    firstOn: '2026-03-29',
  })
  expect(report.tables['groups']?.totals).toMatchObject({ paidPence: 123_100 })
})

test('a text keeps its bold and italic words, its lists within lists and its quotes', async () => {
  const { text } = readMarkdown(
    'A **bold** and *quiet* word.\n\n1. **First**\n\n   More of it.\n2. Second\n   - inner\n\n> Said.\n\n1. Anew',
  )
  const document = { ...sampleReport, blocks: [{ kind: 'rich' as const, text }], moreTables: [] }
  const { html: made, warnings } = await html(await writeDocx(document, []))
  expect(warnings).toBe(0)
  expect(made).toContain('<p>A <strong>bold</strong> and <em>quiet</em> word.</p>')
  expect(made).toContain('<strong>First</strong>')
  expect(made).toContain('<p>More of it.</p>')
  expect(made).toContain('<li>Second<ul><li>inner</li></ul></li>')
  expect(made).toContain('<p>Said.</p>')
  // Each numbered list has numbers of its own, so that it begins at 1.
  let numbered = 0
  docxText(text.content, () => (numbered += 1))
  expect(numbered).toBe(2)
})

test('has contents with their pages, links, marked gaps, bold words in cells and the logo in its head', async () => {
  const { text } = readMarkdown('See [our page](https://a.example/x), by [[name]].')
  const blocks: ReportDocument['blocks'] = [
    { kind: 'heading', level: 1, text: 'Aims & ends' },
    { kind: 'rich', text },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: 'Roles' },
    { kind: 'list', ordered: false, items: ['One', 'Two'] },
    {
      kind: 'table',
      table: {
        key: 't',
        title: '',
        notes: [],
        columns: [{ key: 'a', title: 'Who', kind: 'text' }],
        rows: [
          {
            key: 'r',
            cells: { a: 'Head' },
            rich: { a: [{ type: 'text', text: 'Head', marks: [{ type: 'bold' }] }] },
          },
        ],
      },
    },
  ]
  const logo = logoOf('image/png', smallPng())
  expect(logo).toMatchObject({ widthMm: 10, heightMm: 10 })
  const bytes = await writeDocx({ ...sampleReport, blocks, hasContents: true }, [], logo)
  const parts = partsOfZip(bytes)
  const body = parts.get('word/document.xml') ?? ''
  const contents = /<w:sdt>.*<\/w:sdt>/s.exec(body)?.[0] ?? ''
  expect(contents).toContain('TOC \\h \\o &quot;1-1&quot;')
  expect([...contents.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, words]) => words)).toEqual([
    'Aims &amp; ends',
    '1',
    'Roles',
    '2',
  ])
  expect(parts.get('word/settings.xml')).not.toContain('updateFields')
  expect(body).toContain('<w:highlight w:val="yellow"/>')
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://a.example/x"')
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  expect([...parts].some(([name, xml]) => /header\d*\.xml$/.test(name) && xml.includes('<pic:pic'))).toBe(true)
  const { html: read } = await html(bytes)
  expect(read).toContain('<a href="https://a.example/x">our page</a>')
  expect(read).toContain('<td><p><strong>Head</strong></p></td>')
})

test('a letter has no title above its words', async () => {
  const blocks = [{ kind: 'paragraph' as const, text: 'Dear Ada,' }]
  const { html: read } = await html(await writeDocx({ ...sampleReport, blocks, isLetter: true }, []))
  expect(read).toBe('<p>Dear Ada,</p>')
})

test('a document of many pages leaves it to Word to count them, and names its headings all the same', async () => {
  const words = { kind: 'paragraph' as const, text: 'Learning is work. '.repeat(200) }
  const part = (text: string) => [{ kind: 'heading' as const, level: 1 as const, text }, words, words]
  const blocks = Array.from({ length: 50 }, (_, index) => part(`Part ${index + 1}`)).flat()
  const body = partsOfZip(await writeDocx({ ...sampleReport, blocks, hasContents: true }, [])).get(
    'word/document.xml',
  )
  const contents = /<w:sdt>.*<\/w:sdt>/s.exec(body ?? '')?.[0] ?? ''
  expect(contents).toContain('w:dirty="true"')
  expect(contents).toContain('>Part 50<')
})

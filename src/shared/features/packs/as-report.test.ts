import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { readMarkdown } from '../../kernel/markdown'
import { zReportDocument } from '../../kernel/report-table'
import { acronymsAsReport, blocksOf, itemAsReport, linksAsReport, termsAsReport } from './as-report'
import type { From, LibraryItem } from './library'

const sheet = { schoolName: 'Northgate Primary School', today: day('2026-11-22') }
const from: From = {
  layer: 'built-in',
  packId: 'toolkit',
  packTitle: 'The toolkit',
  version: '2026.1',
  dated: day('2026-11-01'),
  isToBeChecked: false,
  isHistory: false,
}

const item = (markdown: string, changes: Partial<LibraryItem> = {}): LibraryItem => ({
  kind: 'guide',
  id: 'a',
  title: 'A guide',
  summary: 'What it is about.',
  topic: 'basics',
  from,
  text: readMarkdown(markdown).text,
  sources: [],
  ...changes,
})
const blocks = (markdown: string) => blocksOf(readMarkdown(markdown).text.content)

describe('a text on paper', () => {
  it('has its headings one level up, its words without marks, and the address of a link behind its words', () => {
    expect(
      blocks(
        '## One\n\n### Two\n\nA **bold** [page](https://a.example/x) and [https://b.example/](https://b.example/).',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'heading', level: 2, text: 'Two' },
      { kind: 'paragraph', text: 'A bold page (https://a.example/x) and https://b.example/.' },
    ])
  })

  it('keeps items within items under the number of theirs', () => {
    expect(blocks('1. first\n2. second\n   - inner\n   - other')).toEqual([
      { kind: 'list', ordered: true, items: ['first', 'second\n– inner\n– other'] },
    ])
  })

  it('sets a column of amounts as figures, and leaves an empty cell empty', () => {
    const [block] = blocks(
      '| | Cost | Who |\n| --- | ---: | --- |\n| Cover | £1,200.50 | 3 people |\n| Travel |  | 4 |',
    )
    if (block?.kind !== 'table') throw new Error('no table')
    expect(block.table.columns.map(({ title, kind }) => [title, kind])).toEqual([
      ['', 'text'],
      ['Cost', 'number'],
      ['Who', 'text'],
    ])
    expect(block.table.rows.map(({ cells }) => Object.values(cells))).toEqual([
      ['Cover', '£1,200.50', '3 people'],
      ['Travel', '\u00a0', '4'],
    ])
  })

  it('says where it came from, its sources, and what to be careful of', () => {
    const report = itemAsReport(
      item('One.', {
        from: { ...from, isToBeChecked: true },
        sources: [{ title: 'The law', url: 'https://law.example/', asOf: day('2026-09-03') }],
      }),
      sheet,
    )
    expect(zReportDocument.parse(report)).toEqual(report)
    expect(report).toMatchObject({ title: 'A guide', subtitle: 'Guide', stamp: 'Printed 22 November 2026' })
    expect(report.blocks).toEqual([
      { kind: 'note', text: 'Check before relying on it. It says how things stood on 1 November 2026.' },
      { kind: 'lead', text: 'What it is about.' },
      { kind: 'paragraph', text: 'One.' },
      { kind: 'heading', level: 1, text: 'Sources' },
      { kind: 'list', ordered: false, items: ['The law, https://law.example/, looked at on 3 September 2026'] },
      {
        kind: 'note',
        text: 'From “The toolkit”, version 2026.1, dated 1 November 2026, comes with CPD Binder.',
      },
    ])
  })

  it('says of a case study that it is invented', () => {
    expect(itemAsReport(item('One.', { kind: 'case-study' }), sheet).subtitle).toMatch(/invented/)
  })

  it('gives a checklist boxes to tick, its help beneath each point', () => {
    const points = item('1. **Room booked?**\n\n   Ask the office.\n2. **Cover?**', { kind: 'checklist' })
    const table = itemAsReport(points, sheet).blocks.find((block) => block.kind === 'table')
    expect(
      table?.kind === 'table' && table.table.rows.map(({ cells, note }) => [cells['point'], cells['done'], note]),
    ).toEqual([
      ['Room booked?', '☐', 'Ask the office.'],
      ['Cover?', '☐', undefined],
    ])
  })
})

describe('a list on paper', () => {
  it('is one table, and says what is no longer in use', () => {
    const entry = { from, note: '', isHistoric: false }
    const report = acronymsAsReport(
      [
        { ...entry, id: 'a', acronym: 'CPD', meaning: 'Continuing professional development' },
        {
          ...entry,
          id: 'b',
          acronym: 'TTA',
          meaning: 'Teacher Training Agency',
          isHistoric: true,
          note: 'Until 2005',
        },
      ],
      sheet,
    )
    expect(zReportDocument.parse(report)).toEqual(report)
    const [block] = report.blocks
    expect(block?.kind === 'table' && block.table.rows.map(({ cells }) => cells['note'])).toEqual([
      '\u00a0',
      'No longer in use. Until 2005',
    ])
  })

  it('has the words of the glossary, and addresses beneath the names of their pages', () => {
    const terms = termsAsReport([{ id: 't', term: 'Cover', meaning: 'Who stands in.', seeAlso: [], from }], sheet)
    expect(JSON.stringify(terms.blocks)).toContain('Who stands in.')
    const links = linksAsReport(
      [
        {
          id: 'l',
          title: 'Acas',
          url: 'https://www.acas.org.uk/',
          about: 'Advice.',
          topics: [],
          asOf: day('2026-09-03'),
          from,
        },
      ],
      sheet,
    )
    const [block] = links.blocks
    expect(block?.kind === 'table' && block.table.rows[0]).toEqual({
      key: 'l',
      note: 'https://www.acas.org.uk/',
      cells: { title: 'Acas', about: 'Advice.', asOf: '2026-09-03' },
    })
  })
})

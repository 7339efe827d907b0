import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { readMarkdown } from '../../kernel/markdown'
import { zReportDocument, zReportTable } from '../../kernel/report-table'
import { plainText, zRichText } from '../../kernel/rich-text'
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
  theirs: null,
  text: readMarkdown(markdown).text,
  sources: [],
  ...changes,
})
const blocks = (markdown: string) => blocksOf(readMarkdown(markdown).text.content)

describe('a text on paper', () => {
  it('has its headings one level up, plain words as they are, and the address of a link behind its words', () => {
    expect(
      blocks(
        '## One\n\n### Two\n\nA [page](https://a.example/x) and [https://b.example/](https://b.example/).\n\n- first\n- second',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'heading', level: 2, text: 'Two' },
      {
        kind: 'rich',
        text: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'A ' },
                { type: 'text', text: 'page', marks: [{ type: 'link', attrs: { href: 'https://a.example/x' } }] },
                { type: 'text', text: ' (https://a.example/x)' },
                { type: 'text', text: ' and ' },
                {
                  type: 'text',
                  text: 'https://b.example/',
                  marks: [{ type: 'link', attrs: { href: 'https://b.example/' } }],
                },
                { type: 'text', text: '.' },
              ],
            },
          ],
        },
      },
      { kind: 'list', ordered: false, items: ['first', 'second'] },
    ])
  })

  it('keeps bold words, links, gaps, quotes, and lists within lists', () => {
    const made = blocks(
      'A **bold [page](https://a.example/x)** and {{school.name}} [[say what]].\n\n1. first\n2. second\n   - inner\n\n> said',
    )
    expect(made.map(({ kind }) => kind)).toEqual(['rich', 'rich', 'rich'])
    const [sentence, list, quote] = made.map((block) => (block.kind === 'rich' ? block.text : undefined))
    expect(zRichText.parse(sentence)).toEqual(sentence)
    const bold = [{ type: 'bold' }]
    expect(sentence?.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'A ' },
          { type: 'text', text: 'bold ', marks: bold },
          {
            type: 'text',
            text: 'page',
            marks: [...bold, { type: 'link', attrs: { href: 'https://a.example/x' } }],
          },
          { type: 'text', text: ' (https://a.example/x)' },
          { type: 'text', text: ' and ' },
          { type: 'text', text: '{{school.name}}' },
          { type: 'text', text: ' ' },
          { type: 'gap', attrs: { hint: 'say what' } },
          { type: 'text', text: '.' },
        ],
      },
    ])
    expect(list && plainText(list)).toBe('1. first\n2. second\n2. - inner')
    expect(quote?.content[0]?.type).toBe('blockquote')
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

  it('keeps the bold words, links and gaps of a table’s cells, and tells them in plain words as well', () => {
    const [block] = blocks('| What | Who |\n| --- | --- |\n| **Aim** high | [[name]] |')
    if (block?.kind !== 'table') throw new Error('no table')
    expect(zReportTable.parse(block.table)).toEqual(block.table)
    expect(block.table.rows).toEqual([
      {
        key: 'r0',
        cells: { c0: 'Aim high', c1: '[name]' },
        rich: {
          c0: [
            { type: 'text', text: 'Aim', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' high' },
          ],
          c1: [{ type: 'gap', attrs: { hint: 'name' } }],
        },
      },
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

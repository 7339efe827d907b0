import { describe, expect, it } from 'vitest'
import { headingParts, readMarkdown } from './markdown'
import { plainText, sectionsOf, zRichText } from './rich-text'

const read = (markdown: string) => readMarkdown(markdown).text.content

describe('a text of a pack', () => {
  it('becomes headings, paragraphs, lists, tables and quotes', () => {
    const { text, problems } = readMarkdown(
      [
        '## Our *aims* {#aims}',
        '',
        'A **bold** word, an *italic* one',
        'and a [page](https://example.org/a?b=1&c=2).',
        '',
        '- one',
        '- two',
        '  1. inner',
        '',
        '| Who | Hours |',
        '| --- | ---: |',
        '| Teachers | 30 |',
        '',
        '> Guidance: say who.',
      ].join('\n'),
    )
    expect(problems).toEqual([])
    expect(zRichText.parse(text)).toEqual(text)
    expect(text.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'table',
      'blockquote',
    ])
    expect(plainText(text)).toBe(
      [
        'Our aims',
        'A bold word, an italic one and a page.',
        '- one\n- two\n- 1. inner',
        'Who; Hours\nTeachers; 30',
        'Guidance: say who.',
      ].join('\n\n'),
    )
  })

  it('keeps marks, the address of a link, and characters that Markdown writes in another way', () => {
    expect(read('**Bold _and italic_** [x & y](https://example.org/a?b=1&c=2) 3 < 4 &amp; "so"')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Bold ', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'and italic', marks: [{ type: 'bold' }, { type: 'italic' }] },
          { type: 'text', text: ' ' },
          {
            type: 'text',
            text: 'x & y',
            marks: [{ type: 'link', attrs: { href: 'https://example.org/a?b=1&c=2' } }],
          },
          { type: 'text', text: ' 3 < 4 & "so"' },
        ],
      },
    ])
  })

  it('has fields for the school’s facts and gaps for what is still to be written', () => {
    expect(
      read('At {{school.name}} we [[say what you do]], **{{ year.label }}**.\n\n{{table.priorities}}'),
    ).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'At ' },
          { type: 'mergeField', attrs: { name: 'school.name' } },
          { type: 'text', text: ' we ' },
          { type: 'gap', attrs: { hint: 'say what you do' } },
          { type: 'text', text: ', ' },
          { type: 'mergeField', attrs: { name: 'year.label' } },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'tableField', attrs: { name: 'table.priorities' } },
    ])
  })

  it.each([
    ['<b>bold</b>', 1, /html/],
    ['one\n\n![a picture](https://example.org/a.png)', 3, /image/],
    ['# A title', 1, /level 2 to 4/],
    ['```\ncode\n```', 1, /code/],
    ['one\n\ntwo\n\n[run me](javascript:alert(1))', 5, /javascript/],
    ['[a file](file:///etc/passwd)', 1, /file:/],
    ['- [ ] tick me', 1, /checklist/],
    ['an empty {{ }} field', 1, /no name/],
  ])('is refused, with its line, for what the tree cannot hold: %j', (markdown, line, reason) => {
    const { problems } = readMarkdown(markdown)
    expect(problems.map((problem) => problem.line)).toContain(line)
    expect(problems.map((problem) => problem.reason).join(' ')).toMatch(reason)
  })

  it('has sections at its headings of level 2', () => {
    const sections = sectionsOf(readMarkdown('before\n\n## One\n\na\n\n### Inner\n\n## Two').text)
    expect(sections.map(({ title, content }) => [title, content.length])).toEqual([
      ['', 1],
      ['One', 2],
      ['Two', 0],
    ])
  })

  it('takes the id off a heading', () => {
    expect(headingParts('Our aims {#aims}')).toEqual({ title: 'Our aims', id: 'aims' })
    expect(headingParts('Our aims')).toEqual({ title: 'Our aims', id: undefined })
  })
})

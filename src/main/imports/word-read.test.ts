import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
} from 'docx'
import { afterAll, describe, expect, it } from 'vitest'
import { makeZip } from '../../../tests/fixtures/make-zip'
import { sourceParserHost } from '../../../tests/fixtures/parser-host'
import { plainText } from '../../shared/kernel/rich-text'
import { Refusal } from '../../shared/kernel/result'
import { wordLimits } from './parse-job'
import { readWordFile } from './parser-process'

const folder = mkdtempSync(join(tmpdir(), 'cpd-word-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const host = sourceParserHost()

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const line = (text: string, level?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, ...(level === undefined ? {} : { heading: level }) })
const item = (text: string, level: number, reference: 'dots' | 'numbers') =>
  new Paragraph({ text, numbering: { reference, level } })
const cell = (text: string, columnSpan?: number) =>
  new TableCell({ children: [line(text)], ...(columnSpan === undefined ? {} : { columnSpan }) })
const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat]) =>
  [0, 1].map((level) => ({ level, format, text: `%${level + 1}` }))

/** A policy as schools have them. */
function policy(): Document {
  return new Document({
    footnotes: { 1: { children: [line('As agreed in 2019.')] } },
    numbering: {
      config: [
        { reference: 'dots', levels: levels(LevelFormat.BULLET) },
        { reference: 'numbers', levels: levels(LevelFormat.DECIMAL) },
      ],
    },
    sections: [
      {
        footers: { default: new Footer({ children: [line('Page')] }) },
        children: [
          line('Policy for staff learning', HeadingLevel.TITLE),
          line('Agreed with the unions.'),
          line('Our aims', HeadingLevel.HEADING_1),
          new Paragraph({
            children: [
              new TextRun('We want '),
              new TextRun({ text: 'every', bold: true }),
              new TextRun({ text: ' adult', bold: true }),
              new TextRun(' to '),
              new TextRun({ text: 'learn', italics: true }),
              new TextRun({ text: ' well', underline: { type: UnderlineType.SINGLE } }),
              new FootnoteReferenceRun(1),
              new TextRun('. '),
              new ExternalHyperlink({ link: 'http://www.gov.uk/cpd', children: [new TextRun('See here')] }),
              new ExternalHyperlink({ link: 'file:///c:/x.docx', children: [new TextRun(' or there')] }),
            ],
          }),
          line('Why', HeadingLevel.HEADING_2),
          item('First', 0, 'dots'),
          item('Inside', 1, 'numbers'),
          item('Second', 0, 'dots'),
          line('Roles', HeadingLevel.HEADING_1),
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } })],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Who'), cell('What')] }),
              new TableRow({ children: [cell('Everybody', 2)] }),
            ],
          }),
          line('Evaluation', HeadingLevel.HEADING_1),
        ],
      },
    ],
  })
}

async function file(name: string, content: Document | Buffer | string): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, content instanceof Document ? await Packer.toBuffer(content) : content)
  return path
}

const read = (path: string) => readWordFile(host, { path, limits: wordLimits })

async function codeOf(path: string): Promise<string> {
  return read(path).then(
    () => 'read',
    (cause: unknown) => (cause instanceof Refusal ? cause.code : `crash: ${String(cause)}`),
  )
}

const wrapped = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`
const words = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const bare = (body: string) =>
  makeZip([
    { name: '_rels/.rels', data: relations },
    { name: 'word/document.xml', data: wrapped(body) },
  ])

describe('a Word document', () => {
  it('is read with headings as sections, lists, tables, bold, italic and links, and says what is left behind', async () => {
    const word = await read(await file('policy.docx', policy()))
    expect(word.title).toBe('Policy for staff learning')
    expect(word.sections.map(({ title }) => title)).toEqual(['', 'Our aims', 'Roles', 'Evaluation'])
    const [before, aims, roles] = word.sections.map(({ body }) => body.content)
    expect(before).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Agreed with the unions.' }] }])
    expect(aims?.[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'We want ' },
        { type: 'text', text: 'every adult', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' to ' },
        { type: 'text', text: 'learn', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' well. ' },
        { type: 'text', text: 'See here', marks: [{ type: 'link', attrs: { href: 'https://www.gov.uk/cpd' } }] },
        { type: 'text', text: ' or there' },
      ],
    })
    expect(aims?.[1]).toEqual({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Why' }] })
    const list = aims?.[2]
    expect(
      list?.type === 'bulletList' && list.content.map(({ content }) => content.map(({ type }) => type)),
    ).toEqual([['paragraph', 'orderedList'], ['paragraph']])
    expect(plainText({ type: 'doc', content: roles ?? [] })).toBe('Who; What\nEverybody; ')
    const lost = Object.fromEntries(word.lost.map(({ what, count }) => [what, count]))
    expect(lost).toEqual({ pictures: 1, footnotes: 1, links: 1, looks: 1, 'joined-cells': 1, 'headers-footers': 1 })
  })

  it('counts what Word has and the library passes over', async () => {
    const word = await read(
      await file(
        'tracked.docx',
        bare(
          `${words('One')}<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:p><wps:txbx><w:txbxContent>${words('Boxed')}</w:txbxContent></wps:txbx><m:oMath/></w:p>`,
        ),
      ),
    )
    expect(word.sections).toHaveLength(1)
    expect(plainText(word.sections[0]?.body ?? { type: 'doc', content: [] })).toContain('new')
    expect(plainText(word.sections[0]?.body ?? { type: 'doc', content: [] })).not.toContain('old')
    expect(word.lost).toEqual(
      expect.arrayContaining([
        { what: 'tracked-changes', count: 2 },
        { what: 'text-boxes', count: 1 },
        { what: 'equations', count: 1 },
      ]),
    )
  })

  it('is refused when it is damaged, something else, empty, locked, hostile or too large', async () => {
    const whole = await Packer.toBuffer(policy())
    expect(await codeOf(await file('cut.docx', whole.subarray(0, whole.length / 2)))).toBe('import.damaged')
    expect(await codeOf(await file('text.docx', 'Just words'))).toBe('import.not-word')
    expect(await codeOf(await file('nothing.docx', ''))).toBe('import.empty')
    expect(await codeOf(await file('blank.docx', bare('<w:p/>')))).toBe('import.empty')
    expect(await codeOf(await file('zip.docx', makeZip([{ name: 'a.txt', data: 'a' }])))).toBe('import.not-word')
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await codeOf(await file('old.doc', old))).toBe('import.old-word')
    expect(await codeOf(await file('broken.docx', bare('<w:p><w:r></w:p>')))).toBe('import.damaged')
    const bomb = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(30e6, 0x20) }])
    expect(await codeOf(await file('bomb.docx', bomb))).toBe('import.archive-unsafe')
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    const doctype = makeZip([{ name: 'word/document.xml', data: `${entity}${wrapped(words('&a;'))}` }])
    expect(await codeOf(await file('entity.docx', doctype))).toBe('import.archive-unsafe')
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(60_000)}${'</w:sdtContent></w:sdt>'.repeat(60_000)}`
    expect(['import.damaged', 'import.archive-unsafe']).toContain(await codeOf(await file('deep.docx', bare(deep))))
    const path = await file('large.docx', whole)
    const small = readWordFile(host, { path, limits: { bytes: 1_000 } })
    await expect(small).rejects.toThrow('import.too-large')
    expect(await codeOf(join(folder, 'not-there.docx'))).toBe('import.unreadable')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import type { Document, TemplateLine } from '../../src/shared/features/documents/model'
import { partsOfZip } from '../fixtures/read-zip'
import { binder, temporaryFolder, type TestBinder } from '../fixtures/school'
import { faultOfXml } from '../fixtures/well-formed'

/**
 * Every template of the packs, begun in the sample school: its text as approved (`npx vitest run tests/golden -u`
 * approves what it reads now; read the difference first), and its Word file opened again.
 */
it('every template makes the document that was approved, and Word’s file of it opens', async () => {
  const folder = temporaryFolder()
  let path = ''
  const made = binder({ host: { askSaveFile: () => Promise.resolve(path) } })
  await made.call('school.openSample', {})
  await made.call('documents.saveFact', { name: 'school.headteacher', value: 'Dr Ruth Ashby' })
  const exported = async (id: string, format: 'txt' | 'docx') => {
    path = join(folder, `${id}.${format}`)
    await made.call('documents.export', { id, version: null, format })
    return readFileSync(path)
  }
  const { templates } = await made.call('documents.templates', {})
  expect(templates).toHaveLength(23)
  for (const template of templates) {
    const { id } = await begin(made, template)
    const document = await made.call('documents.get', { id })
    const text = (await exported(id, 'txt')).toString('utf8').replaceAll('\r\n', '\n')
    await expect(golden(document, text)).toMatchFileSnapshot(`approved/documents/${template.id}.txt`)
    expectWritten(document, text)
    await expectWord(document, await exported(id, 'docx'), text)
  }
})

/** Begins a document; one that is about a person about the first of the sample's people who were anywhere. */
async function begin(made: TestBinder, { id, title, kind }: TemplateLine): Promise<{ id: string }> {
  const { people } = await made.call('staff.choices', {})
  const personId = kind === 'letter' ? (people[3]?.id ?? null) : null
  return made.call('documents.create', { templateId: id, title, personId })
}

/** A document as it is approved: what it is made of and what it lacks, then its words. */
function golden({ title, kind, sections, unfinished, values }: Document, text: string): string {
  const tables = values
    .filter(({ table }) => table !== null)
    .map(({ name, table }) => `${name} ${table?.rows.length}`)
  return [
    `${title} (${kind})`,
    `Sections: ${sections.map((section) => section.title).join(' | ')}`,
    `Tables of the school: ${tables.join(', ') || 'none'}`,
    `Gaps to fill in: ${unfinished.gaps}; facts that are missing: ${unfinished.empty.join(', ') || 'none'}`,
    '',
    text,
  ].join('\n')
}

function expectWritten({ title, unfinished, values, sections }: Document, text: string): void {
  expect([title, unfinished.unknown]).toEqual([title, []])
  expect([title, sections.length >= 7]).toEqual([title, true])
  expect([title, /\{\{|Guidance:|undefined|\[object/.exec(text)?.[0]]).toEqual([title, undefined])
  const missing = unfinished.empty.map((name) => values.find((value) => value.name === name)?.title)
  expect([title, missing.filter((words) => !text.includes(`[[${words}]]`))]).toEqual([title, []])
}

async function expectWord(document: Document, bytes: Buffer, text: string): Promise<void> {
  const { title, kind } = document
  const parts = partsOfZip(bytes)
  const faults = [...parts]
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, xml]) =>
      [faultOfXml(xml)].flatMap((fault) => (fault === undefined ? [] : [`${name}: ${fault}`])),
    )
  expect([title, faults]).toEqual([title, []])
  const body = parts.get('word/document.xml') ?? ''
  expect([title, body.match(/<w:highlight /g)?.length ?? 0]).toEqual([title, text.split('[[').length - 1])
  const read = await mammoth.convertToHtml({ buffer: bytes })
  expect([title, read.messages.filter(({ type }) => type === 'error')]).toEqual([title, []])
  const headings = [...read.value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, inner]) => wordsOf(inner ?? ''))
  const sections = document.sections.map((section) => section.title)
  expect([title, headings]).toEqual([title, kind === 'letter' ? sections.slice(1, -1) : sections])
  expect(read.value).not.toContain('{{')
}

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

import BetterSqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { plainText, type RichText } from '../../../shared/kernel/rich-text'

/** A binder whose hidden window draws nothing but tells what it was given; each drawing is another one. */
function drawing(): { readonly b: TestBinder; readonly printed: Uint8Array[] } {
  const { host, printed } = drawsNothing(() => b)
  const b: TestBinder = binderWithSchool({ host })
  return { b, printed }
}

const line = (...content: RichText['content'][number][]): RichText => ({ type: 'doc', content })

/** A note that quotes its approval and needs no meeting. */
async function note(b: TestBinder): Promise<string> {
  const { id } = await b.call('documents.create', { templateId: null, title: 'A note' })
  const [section] = (await b.call('documents.get', { id })).sections
  const body = line({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'We meet on Mondays. Approved at: ' },
      { type: 'mergeField', attrs: { name: 'document.approvedAt' } },
    ],
  })
  await b.call('documents.saveSection', { id: section?.id ?? '', title: 'When', body })
  return id
}

it('a version is read as it was approved, with its checksums worked out anew, and printed from the pages that were kept', async () => {
  const { b, printed } = drawing()
  const id = await note(b)
  // Without a meeting nothing is unfinished: the text says that there was none.
  await b.call('documents.approve', { id, approvedBy: 'The headteacher', approvedOn: day('2025-11-19') })
  const approved = (await b.call('changes.list', { limit: 1 })).changes[0]
  expect(approved).toMatchObject({ channel: 'documents.approve' })
  await b.call('documents.reopen', { id })
  await b.call('changes.undo', {})
  expect(await b.codeOf('changes.undo', { changeId: approved?.id })).toBe('undo.impossible')
  await b.call('documents.reopen', { id })
  const [section] = (await b.call('documents.get', { id })).sections
  const later = line({ type: 'paragraph', content: [{ type: 'text', text: 'We meet on Tuesdays.' }] })
  await b.call('documents.saveSection', { id: section?.id ?? '', title: 'When', body: later })

  const opened = await b.call('documents.version', { id, number: 1 })
  expect(plainText(opened.text)).toBe('When\n\nWe meet on Mondays. Approved at: none')
  expect(opened).toMatchObject({
    isIntact: true,
    version: { number: 1, approvedBy: 'The headteacher', approvedAt: null, approvedOn: '2025-11-19' },
  })
  expect(opened.version.files.map(({ format }) => format)).toEqual(['docx', 'pdf', 'txt'])
  await b.call('documents.print', { id, version: 1 })
  expect(printed.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['%PDF drawing 1'])
  expect(await b.codeOf('documents.version', { id, number: 2 })).toBe('record.missing')
})

it('what is approved as it stands is printed as its version, and as a working text once it is opened again', async () => {
  const { b, printed } = drawing()
  const id = await note(b)
  await b.call('documents.approve', { id, approvedBy: 'The headteacher', approvedOn: day('2025-11-19') })
  await b.call('documents.print', { id, version: null })
  expect(printed.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['%PDF drawing 1'])
  await b.call('documents.reopen', { id })
  await b.call('documents.print', { id, version: null })
  expect(printed.map((bytes) => new TextDecoder().decode(bytes))[1]).toMatch(/^%PDF drawing [23]$/)
})

it('a version that another program has changed is told as such', async () => {
  const { b } = drawing()
  const id = await note(b)
  await b.call('documents.approve', { id, approvedBy: 'The headteacher', approvedOn: day('2025-11-19') })
  const path = b.desk.file.path
  b.desk.clear()
  const database = new BetterSqlite(path)
  database.exec(`update document_version set text_json = replace(text_json, 'Mondays', 'Fridays')`)
  database.close()
  b.school.openAt(path)
  expect(await b.call('documents.version', { id, number: 1 })).toMatchObject({ isIntact: false })
})

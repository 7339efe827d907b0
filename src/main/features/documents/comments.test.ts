import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { binderWithSchool, temporaryFolder } from '../../../../tests/fixtures/school'

it('a note to oneself stands beside its section, is never printed, and goes with its section', async () => {
  const path = join(temporaryFolder(), 'note.txt')
  const b = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(path) } })
  const { id } = await b.call('documents.create', { templateId: null, title: 'A note' })
  const own = await b.call('documents.addSection', { documentId: id, afterId: null, title: 'Ours' })
  const note = { sectionId: own.id, quote: 'three hours', words: 'Ask Amina whether this is enough.' }
  const made = await b.call('documents.comment', note)
  const comments = async () => (await b.call('documents.get', { id })).comments
  expect(await comments()).toEqual([{ id: made.id, ...note, writtenOn: '2025-11-20', isDone: false }])
  await b.call('documents.export', { id, version: null, format: 'txt' })
  expect(readFileSync(path, 'utf8')).toContain('Ours')
  expect(readFileSync(path, 'utf8')).not.toContain('Amina')

  await b.call('documents.changeComment', { id: made.id, words: 'Asked.', isDone: true })
  expect(await comments()).toMatchObject([{ words: 'Asked.', isDone: true }])
  await b.call('documents.removeSection', { id: own.id })
  expect(await comments()).toEqual([])
  await b.call('changes.undo', {})
  expect(await comments()).toHaveLength(1)
  await b.call('documents.removeComment', { id: made.id })
  expect(await b.codeOf('documents.removeComment', { id: made.id })).toBe('record.missing')
  expect(await b.codeOf('documents.changeComment', { id: made.id, words: 'x', isDone: true })).toBe(
    'record.missing',
  )
  expect(await b.codeOf('documents.comment', { ...note, sectionId: 'none' })).toBe('record.missing')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { expect, it } from 'vitest'
import { binderWithSchool, temporaryFolder } from '../../../../tests/fixtures/school'
import { plainText } from '../../../shared/kernel/rich-text'

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })

it('a Word document is read, looked at, and taken in as a draft with sections of the school’s own', async () => {
  const path = join(temporaryFolder(), 'Our old policy.docx')
  const children = [new Paragraph('Agreed in 2019.'), heading('Aims'), new Paragraph('We learn.'), heading('Roles')]
  writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children }] })))
  const paths = [[path], []]
  const b = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve(paths.shift() ?? []) } })
  const word = await b.call('documents.readWord', {})
  expect(word).toMatchObject({ fileName: 'Our old policy.docx', title: null, lost: [] })
  expect(word.sections.map(({ title }) => title)).toEqual(['Introduction', 'Aims', 'Roles'])
  expect((await b.call('documents.list', {})).documents).toEqual([])
  expect(await b.codeOf('documents.readWord', {})).toBe('cancelled')

  const asked = { title: 'Our policy', kind: 'policy', needsApproval: true, sections: word.sections } as const
  const { id } = await b.call('documents.takeIn', asked)
  const taken = await b.call('documents.get', { id })
  expect(taken).toMatchObject({ status: 'draft', kind: 'policy', needsApproval: true, template: null })
  expect(taken.sections.map(({ title, body }) => [title, plainText(body)])).toEqual([
    ['Introduction', 'Agreed in 2019.'],
    ['Aims', 'We learn.'],
    ['Roles', ''],
  ])
  await b.call('changes.undo', {})
  expect((await b.call('documents.list', {})).documents).toEqual([])
  expect(await b.codeOf('documents.takeIn', { ...asked, sections: [] })).toBe('input.invalid')
})

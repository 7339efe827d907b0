import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { writePackFile } from './pack-file'
import { soundFiles } from './sound-pack.fixture'

/** A school that was handed a pack, and what its print window was given to draw. */
async function printingSchool(saveTo?: string) {
  const pack = join(temporaryFolder(), 'a.cpdpack')
  writeFileSync(pack, writePackFile(soundFiles()))
  const paper = drawsNothing(() => school)
  let suggested = ''
  const school: TestBinder = binderWithSchool({
    host: {
      askOpenFiles: () => Promise.resolve([pack]),
      askSaveFile: ({ suggestedName }) => {
        suggested = suggestedName
        return Promise.resolve(saveTo)
      },
      ...paper.host,
    },
  })
  await school.call('packs.add', {})
  return { school, drawn: paper.reports, suggested: () => suggested }
}

it('a text goes to a printer, with the school at its head and its pack at its foot', async () => {
  const { school, drawn } = await printingSchool()
  const answer = await school.call('library.print', { kind: 'checklist', id: 'day', format: 'print' })
  expect(answer).toEqual({ printed: true, fileName: null })
  expect(drawn[0]).toMatchObject({ title: 'Before the day', schoolName: 'Northgate Primary School' })
  expect(JSON.stringify(drawn[0]?.blocks)).toContain('From “Northshire’s own texts”, version 2026.2')
  expect(await school.codeOf('library.print', { kind: 'guide', id: 'none', format: 'print' })).toBe(
    'record.missing',
  )
})

it('a text in the school’s own wording is printed as the school worded it', async () => {
  const { school, drawn } = await printingSchool()
  const text = { kind: 'guide', id: 'what-counts' } as const
  await school.call('library.saveWording', { ...text, title: 'Ours', summary: 'With us.', text: 'Count the jam.' })
  await school.call('library.print', { ...text, format: 'print' })
  expect(drawn[0]?.title).toBe('Ours')
  const blocks = JSON.stringify(drawn[0]?.blocks)
  expect(blocks).toContain('Count the jam.')
  expect(blocks).not.toContain('Second')
  expect(blocks).toContain('own wording of a text from “Northshire’s own texts”, version 2026.2')
})

it('a text is written for Word and as a PDF, under its own name', async () => {
  const place = join(temporaryFolder(), 'chosen.docx')
  const { school, suggested } = await printingSchool(place)
  const ask = { kind: 'guide', id: 'what-counts' } as const
  expect(await school.call('library.print', { ...ask, format: 'docx' })).toEqual({
    printed: false,
    fileName: 'chosen.docx',
  })
  expect(suggested()).toBe('What counts.docx')
  expect(readFileSync(place).subarray(0, 2).toString()).toBe('PK')
  await school.call('library.print', { ...ask, format: 'pdf' })
  expect(readFileSync(place, 'utf8')).toMatch(/^%PDF/)
})

it('a whole list is printed in the order of its names, the school’s own among them', async () => {
  const { school, drawn } = await printingSchool()
  await school.call('library.saveAcronym', { acronym: 'CPA', meaning: 'Our own', id: null, note: '' })
  expect(await school.codeOf('library.printList', { kind: 'acronym', format: 'pdf' })).toBe('cancelled')
  const [block] = drawn[0]?.blocks ?? []
  const names = block?.kind === 'table' ? block.table.rows.map(({ cells }) => String(cells['acronym'])) : []
  expect(names.filter((name) => /^CP[AD]$/.test(name))).toEqual(expect.arrayContaining(['CPA', 'CPD']))
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en-GB')))
  for (const kind of ['term', 'link'] as const)
    expect(await school.call('library.printList', { kind, format: 'print' })).toMatchObject({ printed: true })
  expect(drawn.map(({ title }) => title)).toEqual(['Acronyms', 'Glossary', 'Web links'])
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { plainText, type RichText } from '../../../shared/kernel/rich-text'
import { writePackFile } from '../packs/pack-file'
import { manifest, soundFiles } from '../packs/sound-pack.fixture'

const first = '## Aims {#aims}\n\nWe learn.\n\n## Roles {#roles}\n\nThe head leads.\n\n## Old {#old}\n\nPaper.\n'
const second =
  '## Our aims {#aims}\n\nWe learn together.\n\n## Needs {#needs}\n\nWe ask.\n\n## Roles {#roles}\n\nThe head leads.\n'

/** A school whose authority hands it one edition of a policy after another. */
function schoolWith(...texts: readonly string[]): TestBinder {
  const folder = temporaryFolder()
  const paths = texts.map((text, index) => {
    const path = join(folder, `${index}.cpdpack`)
    const pack = { ...manifest, version: `2026.${index + 1}` }
    writeFileSync(
      path,
      writePackFile(soundFiles({ 'pack.json': JSON.stringify(pack), 'templates/policy.md': text })),
    )
    return path
  })
  return binderWithSchool({ host: { askOpenFiles: () => Promise.resolve(paths.splice(0, 1)) } })
}

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function begun(b: TestBinder): Promise<string> {
  await b.call('packs.add', {})
  const { id } = await b.call('documents.create', { templateId: 'policy', title: 'Our policy' })
  return id
}

const changesOf = async (b: TestBinder, id: string) =>
  (await b.call('documents.upstream', { id })).changes.map(({ key, what }) => `${key} ${what}`)
const titles = async (b: TestBinder, id: string) =>
  (await b.call('documents.get', { id })).sections.map(({ title }) => title)

it('a template that changes tells which sections are new, worded otherwise and gone, and each is taken over', async () => {
  const b = schoolWith(first, second)
  const id = await begun(b)
  expect(await changesOf(b, id)).toEqual([])
  await b.call('packs.add', {})
  const { template } = await b.call('documents.get', { id })
  expect(template?.changeCount).toBe(3)
  const { changes } = await b.call('documents.upstream', { id })
  expect(changes.map(({ key, what }) => `${key} ${what}`)).toEqual(['aims changed', 'needs new', 'old gone'])
  expect(changes[0]).toMatchObject({ title: 'Our aims', ourTitle: 'Aims', isOursUntouched: true })
  expect(changes[0]?.pieces.map(({ what, text }) => [what, text])).toEqual([
    ['same', 'We learn'],
    ['added', ' together'],
    ['same', '.'],
  ])
  for (const { key } of changes) await b.call('documents.decideUpstream', { id, key, isTaken: true })
  expect(await titles(b, id)).toEqual(['Our aims', 'Needs', 'Roles'])
  expect(plainText((await b.call('documents.get', { id })).sections[0]?.body ?? words(''))).toBe(
    'We learn together.',
  )
  expect(await changesOf(b, id)).toEqual([])
  await b.call('changes.undo', {})
  expect(await titles(b, id)).toEqual(['Our aims', 'Needs', 'Roles', 'Old'])
  expect(await changesOf(b, id)).toEqual(['old gone'])
})

it('what is kept as ours is not asked again until the template changes once more', async () => {
  const b = schoolWith(
    first,
    second,
    second.replace('together', 'together, daily').replace('We ask', 'We ask twice'),
  )
  const id = await begun(b)
  const [aims] = (await b.call('documents.get', { id })).sections
  await b.call('documents.saveSection', { id: aims?.id ?? '', title: 'Aims', body: words('We play.') })
  await b.call('packs.add', {})
  const { changes } = await b.call('documents.upstream', { id })
  expect(changes[0]).toMatchObject({ key: 'aims', isOursUntouched: false })
  for (const { key } of changes) await b.call('documents.decideUpstream', { id, key, isTaken: false })
  expect(await changesOf(b, id)).toEqual([])
  expect(await titles(b, id)).toEqual(['Aims', 'Roles', 'Old'])
  const again = { id, key: 'aims', isTaken: false }
  expect(await b.codeOf('documents.decideUpstream', again)).toBe('record.missing')
  await b.call('packs.add', {})
  expect(await changesOf(b, id)).toEqual(['aims changed', 'needs new'])
  // A text that stands still is not changed; that it stays as it is can be said at any time.
  await b.call('documents.submit', { id })
  expect(await b.codeOf('documents.decideUpstream', { ...again, isTaken: true })).toBe('document.not-a-draft')
  await b.call('documents.decideUpstream', again)
  expect(await changesOf(b, id)).toEqual(['needs new'])
})

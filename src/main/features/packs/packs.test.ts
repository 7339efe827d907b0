import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outsideHosts } from '../../../shared/kernel/outside-hosts'
import { plainText } from '../../../shared/kernel/rich-text'
import type { ContentOf } from '../../../shared/features/packs/content'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { readBuiltInPacks } from './built-in-content'
import { writePackFile } from './pack-file'
import { guide, manifest, soundFiles } from './sound-pack.fixture'

/** A school whose person chooses these files, one after the other. */
function schoolWith(...packs: readonly (ReadonlyMap<string, string> | string)[]): TestBinder {
  const folder = temporaryFolder()
  const paths = packs.map((pack, index) => {
    const path = join(folder, `${index}.cpdpack`)
    writeFileSync(path, typeof pack === 'string' ? pack : writePackFile(pack))
    return path
  })
  return binderWithSchool({
    host: {
      askOpenFiles: () => {
        const path = paths.shift()
        return Promise.resolve(path === undefined ? [] : [path])
      },
    },
  })
}

const edition = (version: string, changes: Readonly<Record<string, string | undefined>> = {}) =>
  soundFiles({ 'pack.json': JSON.stringify({ ...manifest, version }), ...changes })

const ours = async (b: TestBinder) =>
  (await b.call('packs.list', {})).packs
    .filter(({ layer }) => layer === 'handed')
    .map(({ packId, version }) => `${packId} ${version}`)

describe('the packs that ship with the program', () => {
  it('are sound, and each says where it comes from', () => {
    const packs = readBuiltInPacks()
    expect(packs.map(({ manifest: { id } }) => id)).toContain('england-2026')
  })

  it('have no web link that the program would not open', () => {
    const links = readBuiltInPacks().flatMap(({ contents }) => contents.filter(({ kind }) => kind === 'link'))
    const addresses = links.map(({ fields }) => (fields as ContentOf<'link'>).url)
    expect(addresses.filter((url) => !outsideHosts.has(new URL(url).hostname))).toEqual([])
  })
})

describe('a pack handed to a school', () => {
  it('is added, read, and taken out again; each is one change that can be undone', async () => {
    const b = schoolWith(edition('2026.2'))
    const added = await b.call('packs.add', {})
    expect(added).toMatchObject({ packId: 'northshire', version: '2026.2', replacedVersion: null, added: 5 })
    const item = await b.call('library.item', { kind: 'guide', id: 'what-counts' })
    expect(plainText(item.text)).toBe('First\n\nOne.\n\nSecond\n\nTwo.')
    expect(item.from).toMatchObject({ layer: 'handed', packTitle: 'Northshire’s own texts', version: '2026.2' })
    await b.call('changes.undo', {})
    expect(await ours(b)).toEqual([])
    expect(await b.codeOf('library.item', { kind: 'guide', id: 'what-counts' })).toBe('record.missing')
  })

  it('goes in the place of its earlier edition, says what changed, and never goes back by itself', async () => {
    const changed = { 'guides/what-counts.md': '## First\n\nOne, again.\n' }
    const b = schoolWith(edition('2026.2'), edition('2026.10', changed), edition('2026.9'))
    await b.call('packs.add', {})
    expect(await b.call('packs.add', {})).toMatchObject({
      replacedVersion: '2026.2',
      added: 0,
      changed: 1,
      removed: 0,
    })
    expect(await b.codeOf('packs.add', {})).toBe('pack.older')
    expect(await ours(b)).toEqual(['northshire 2026.10'])
    await b.call('changes.undo', {})
    expect(await ours(b)).toEqual(['northshire 2026.2'])
  })

  it.each([
    ['a fault in it', edition('2026.3', { 'guides/what-counts.md': '<b>' }), 'pack.faulty'],
    ['something else', 'PK\u0003\u0004', 'pack.not-a-pack'],
    ['bytes that changed on the way', writePackFile(edition('2026.3')).replace('Two.', 'Too.'), 'pack.damaged'],
    [
      'the id of a pack of the program',
      soundFiles({ 'pack.json': JSON.stringify({ ...manifest, id: 'england-2026' }) }),
      'pack.built-in',
    ],
    [
      'a need for a newer program',
      soundFiles({ 'pack.json': JSON.stringify({ ...manifest, version: '2027.1', minimumAppVersion: '9.0.0' }) }),
      'pack.needs-newer-program',
    ],
  ])('is refused for %s, and the edition before stays', async (_what, pack, code) => {
    const b = schoolWith(edition('2026.2'), pack)
    await b.call('packs.add', {})
    expect(await b.codeOf('packs.add', {})).toBe(code)
    expect(await ours(b)).toEqual(['northshire 2026.2'])
    expect(await b.codeOf('packs.add', {})).toBe('cancelled')
  })

  it('puts its wording over the program’s, and the school’s own over both', async () => {
    const over = (title: string) => ({
      'guides.json': JSON.stringify({ guides: [{ ...guide, title }] }),
    })
    const other = soundFiles({
      'pack.json': JSON.stringify({ ...manifest, id: 'zz-trust', title: 'The trust' }),
      ...over('What counts with us'),
    })
    const b = schoolWith(edition('2026.2'), other)
    await b.call('packs.add', {})
    await b.call('packs.add', {})
    const { lines } = await b.call('library.contents', {})
    const found = lines.filter(({ kind, id }) => kind === 'guide' && id === 'what-counts')
    expect(found.map(({ title, from }) => [title, from.packTitle])).toEqual([['What counts with us', 'The trust']])
    await b.call('packs.remove', { packId: 'zz-trust' })
    const item = await b.call('library.item', { kind: 'guide', id: 'what-counts' })
    expect(item.title).toBe('What counts')
  })
})

describe('a school’s own entries in the lists', () => {
  it('are kept, changed, told from the others, and removed', async () => {
    const b = binderWithSchool()
    const entry = { acronym: 'NOW', meaning: 'Northgate Open Week', note: '' } as const
    const { id } = await b.call('library.saveAcronym', entry)
    expect(await b.codeOf('library.saveAcronym', entry)).toBe('library.already-there')
    const again = await b.call('library.saveAcronym', { ...entry, id, note: 'Every June.' })
    const { acronyms } = await b.call('library.acronyms', {})
    expect(acronyms.find((acronym) => acronym.id === again.id)).toMatchObject({
      note: 'Every June.',
      from: { layer: 'own' },
    })
    await b.call('library.remove', { kind: 'acronym', id: again.id })
    expect(await b.codeOf('library.remove', { kind: 'acronym', id: again.id })).toBe('record.missing')
    expect(await b.codeOf('library.saveAcronym', { ...entry, id: 'another' })).toBe('record.missing')
  })

  it('of addresses are web addresses and carry the day on which they were written', async () => {
    const b = binderWithSchool()
    const link = { title: 'Ours', url: 'https://northgate.example/cpd', about: 'Our page.' } as const
    expect(await b.codeOf('library.saveLink', { ...link, url: 'javascript:alert(1)' })).toBe('input.invalid')
    const { id } = await b.call('library.saveLink', link)
    const { links } = await b.call('library.links', {})
    expect(links.find((one) => one.id === id)).toMatchObject({ asOf: '2025-11-20', topics: [] })
  })
})

describe('the glossary', () => {
  it('takes the school’s own words', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('library.saveTerm', { term: 'Golden hour', meaning: 'Our weekly hour of CPD.' })
    const { terms } = await b.call('library.terms', {})
    expect(terms.find((term) => term.id === id)).toMatchObject({ term: 'Golden hour', seeAlso: [] })
  })
})

describe('finding in the library', () => {
  it('finds every word, in titles first, however it is written', async () => {
    const b = schoolWith(
      edition('2026.2', {
        'guides/what-counts.md': '## Café time\n\nA word about mentoring and coaching.\n',
      }),
    )
    await b.call('packs.add', {})
    const find = async (words: string) =>
      (await b.call('library.find', { words })).found.map(({ kind, id }) => `${kind} ${id}`)
    expect(await find('coaching CAFE')).toContain('guide what-counts')
    expect((await find('what counts'))[0]).toBe('guide what-counts')
    expect(await find('  ')).toEqual([])
    const { found } = await b.call('library.find', { words: 'mentoring café' })
    expect(found.find(({ id }) => id === 'what-counts')?.excerpt).toContain('mentoring')
  })
})

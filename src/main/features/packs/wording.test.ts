import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { plainText } from '../../../shared/kernel/rich-text'
import { fromSentence } from '../../../shared/features/packs/words'
import { writePackFile } from './pack-file'
import { manifest, soundFiles } from './sound-pack.fixture'

const guideOf = (text: string) => ({ 'guides/what-counts.md': text })
const first = guideOf('## First\n\nOne.\n\n## Second\n\nTwo.\n')
const second = guideOf('## First\n\nOne and a half.\n\n## Third\n\nThree.\n\n## Second\n\nTwo.\n')
const third = guideOf('## First\n\nOne and three quarters.\n')
const pointsOf = (...texts: readonly string[]) => ({
  'checklists/day.json': JSON.stringify({
    id: 'day',
    title: 'Before the day',
    about: 'What to see to.',
    items: texts.map((text, index) => ({ id: `p${index}`, text, help: 'Ask.', weeks: index })),
  }),
})

/** A school whose authority hands it one edition after the other. */
async function schoolWith(...editions: readonly Readonly<Record<string, string>>[]): Promise<TestBinder> {
  const folder = temporaryFolder()
  const paths = editions.map((changes, index) => {
    const path = join(folder, `${index}.cpdpack`)
    const pack = JSON.stringify({ ...manifest, version: `2026.${index + 1}` })
    writeFileSync(path, writePackFile(soundFiles({ 'pack.json': pack, ...changes })))
    return path
  })
  const b = binderWithSchool({ host: { askOpenFiles: () => Promise.resolve(paths.splice(0, 1)) } })
  await b.call('packs.add', {})
  return b
}

const text = { kind: 'guide', id: 'what-counts' } as const
const list = { kind: 'checklist', id: 'day' } as const
const ours = { ...text, title: 'What counts here', summary: 'With us.', text: '## First\n\nOur **marmalade** way.' }

const shown = async (b: TestBinder) => plainText((await b.call('library.item', text)).text)
const inList = async (b: TestBinder) =>
  (await b.call('library.contents', {})).lines.find(({ kind, id }) => kind === text.kind && id === text.id)

describe('a text in the school’s own wording', () => {
  it('begins from the pack’s, is read and found in its place, and says what it was made from', async () => {
    const b = await schoolWith(first)
    const start = await b.call('library.wording', text)
    expect(start).toMatchObject({ title: 'What counts', summary: 'What counts as CPD.', theirs: null })
    expect(start.text).toBe('## First\n\nOne.\n\n## Second\n\nTwo.')
    expect(await b.call('library.saveWording', ours)).toEqual({ isOurs: true })
    const item = await b.call('library.item', text)
    expect(plainText(item.text)).toBe('First\n\nOur marmalade way.')
    expect(item).toMatchObject({ title: 'What counts here', theirs: 'same', from: { layer: 'own' } })
    expect(fromSentence(item.from)).toBe(
      'Your school’s own wording of a text from “Northshire’s own texts”, version 2026.1, dated 1 September 2026.',
    )
    expect(await inList(b)).toMatchObject({ title: 'What counts here', topic: 'basics', theirs: 'same' })
    const { found } = await b.call('library.find', { words: 'marmalade' })
    expect(found.map(({ title }) => title)).toEqual(['What counts here'])
    expect((await b.call('library.wording', text)).text).toBe(ours.text)
  })

  it('goes back to theirs and forward again, one change each', async () => {
    const b = await schoolWith(first)
    await b.call('library.saveWording', ours)
    await b.call('library.saveWording', { ...ours, text: 'Shorter.' })
    expect(await shown(b)).toBe('Shorter.')
    await b.call('changes.undo', {})
    expect(await shown(b)).toBe('First\n\nOur marmalade way.')
    await b.call('library.takeTheirs', text)
    expect(await shown(b)).toContain('Two.')
    expect((await inList(b))?.theirs).toBeNull()
    expect(await b.codeOf('library.takeTheirs', text)).toBe('record.missing')
    await b.call('changes.undo', {})
    expect(await shown(b)).toBe('First\n\nOur marmalade way.')
  })

  it('is nothing of the school’s own when it says what theirs says', async () => {
    const b = await schoolWith(first)
    const { title, summary, text: words } = await b.call('library.wording', text)
    const same = { ...text, title, summary, text: words }
    expect(await b.codeOf('library.saveWording', same)).toBe('library.same-as-theirs')
    await b.call('library.saveWording', ours)
    expect(await b.call('library.saveWording', same)).toEqual({ isOurs: false })
    expect((await inList(b))?.from.layer).toBe('handed')
    expect(await b.codeOf('library.keepOurs', text)).toBe('record.missing')
    expect(await b.call('library.compareWording', text)).toMatchObject({ theirs: null, sections: [] })
  })

  it.each([
    ['## Us\n\n<b>No</b>', 'library.text-cannot-hold'],
    ['# Us', 'library.text-cannot-hold'],
    ['Dear {{school.name}}', 'library.text-cannot-hold'],
    ['  ', 'input.invalid'],
  ])('that reads %j is refused, and nothing changes', async (words, code) => {
    const b = await schoolWith(first)
    expect(await b.codeOf('library.saveWording', { ...ours, text: words })).toBe(code)
    expect(await b.codeOf('library.saveWording', { ...ours, id: 'none' })).toBe('record.missing')
    expect((await inList(b))?.from.layer).toBe('handed')
  })
})

describe('a text whose pack has changed since', () => {
  it('is said to have, is compared, and kept as ours until it changes once more', async () => {
    const b = await schoolWith(first, second, third)
    await b.call('library.saveWording', ours)
    await b.call('packs.add', {})
    expect(await shown(b)).toContain('marmalade')
    expect(await inList(b)).toMatchObject({ theirs: 'changed', from: { version: '2026.1', dated: null } })
    const compared = await b.call('library.compareWording', text)
    expect(compared).toMatchObject({ title: 'What counts here', theirs: 'changed' })
    expect(compared.theirsFrom).toMatchObject({ version: '2026.2', packTitle: 'Northshire’s own texts' })
    expect(compared.sections.map(({ title, what }) => `${title} ${what}`)).toEqual([
      ' changed',
      'First changed',
      'Third added',
      'Second added',
    ])
    // Writing in it decides nothing.
    await b.call('library.saveWording', { ...ours, text: 'Ours still.' })
    expect((await inList(b))?.theirs).toBe('changed')
    await b.call('library.keepOurs', text)
    expect(await inList(b)).toMatchObject({ theirs: 'same', from: { layer: 'own', version: '2026.2' } })
    await b.call('changes.undo', {})
    expect((await inList(b))?.theirs).toBe('changed')
    await b.call('library.keepOurs', text)
    await b.call('packs.add', {})
    expect((await inList(b))?.theirs).toBe('changed')
    await b.call('library.takeTheirs', text)
    expect(await shown(b)).toBe('First\n\nOne and three quarters.')
    await b.call('changes.undo', {})
    expect(await shown(b)).toBe('Ours still.')
  })

  it('is not said to have when the edition says what it said', async () => {
    const b = await schoolWith(first, first)
    await b.call('library.saveWording', ours)
    await b.call('packs.add', {})
    expect((await inList(b))?.theirs).toBe('same')
  })

  it('stays when its pack is taken out, and can be removed', async () => {
    const b = await schoolWith(first)
    await b.call('library.saveWording', ours)
    await b.call('packs.remove', { packId: 'northshire' })
    expect(await inList(b)).toMatchObject({ theirs: 'gone', from: { packId: 'northshire', packTitle: null } })
    expect(await b.call('library.compareWording', text)).toMatchObject({ theirs: 'gone', sections: [] })
    expect(await b.codeOf('library.takeTheirs', text)).toBe('library.theirs-gone')
    expect(await b.codeOf('library.keepOurs', text)).toBe('library.theirs-gone')
    await b.call('library.saveWording', { ...ours, text: 'Still ours.' })
    expect(await shown(b)).toBe('Still ours.')
    await b.call('library.remove', text)
    expect(await inList(b)).toBeUndefined()
  })
})

describe('a checklist in the school’s own wording', () => {
  it('is written as points, which keep their weeks when they are worded anew', async () => {
    const b = await schoolWith(pointsOf('Room?', 'Lunch?', 'Register?'))
    const start = await b.call('library.wording', list)
    expect(start.text).toBe('Room?\nAsk.\n\nLunch?\nAsk.\n\nRegister?\nAsk.')
    const words = 'Projector?\n\nRoom?\nThe hall is cold.\n\nLunch for all?\n\nRegister?\nAsk.'
    await b.call('library.saveWording', { ...list, title: start.title, summary: start.summary, text: words })
    const item = await b.call('library.item', list)
    expect(plainText(item.text)).toContain('2. Room?\n2. The hall is cold.')
    expect((await b.call('library.wording', list)).text).toBe(words)
    const { lists } = await b.call('induction.lists', {})
    const steps = lists.find(({ key }) => key === 'checklist day')
    expect(steps).toMatchObject({ from: 'Your own wording' })
    expect(steps?.steps).toEqual([
      { title: 'Projector?', weeks: null },
      { title: 'Room?', weeks: 0 },
      { title: 'Lunch for all?', weeks: 1 },
      { title: 'Register?', weeks: 2 },
    ])
  })

  it('has at least one point, none longer than a pack may have', async () => {
    const b = await schoolWith(pointsOf('Room?'))
    const given = { ...list, title: 'Before', summary: 'What to see to.' }
    expect(await b.codeOf('library.saveWording', { ...given, text: 'x'.repeat(4_001) })).toBe('input.too-long')
    expect(await b.codeOf('library.saveWording', { ...given, text: ' \n ' })).toBe('input.invalid')
  })
})

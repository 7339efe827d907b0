import { describe, expect, it } from 'vitest'
import type { From, LibraryLine } from '../../../../shared/features/packs/library'
import { opensOutside } from '../../../lib/outside'
import { addedWords } from './added-words'
import { groupsOf } from './groups'
import { byLetter } from './letters'
import { markWords } from './mark-words'
import { placeOf } from './places'

const from: From = {
  layer: 'built-in',
  packId: 'p',
  packTitle: 'P',
  version: '1',
  dated: null,
  isToBeChecked: false,
  isHistory: false,
}
const line = (id: string, changes: Partial<LibraryLine> = {}): LibraryLine => ({
  kind: 'guide',
  id,
  title: id,
  summary: '',
  topic: 'basics',
  from,
  theirs: null,
  ...changes,
})

describe('the texts of the library', () => {
  it('stand by topic, then by kind; what is no longer so stands last and apart', () => {
    const groups = groupsOf([
      line('old', { from: { ...from, isHistory: true } }),
      line('case', { kind: 'case-study', topic: 'funding' }),
      line('list', { kind: 'checklist', topic: null }),
      line('money', { topic: 'funding' }),
      line('first'),
      line('second'),
    ])
    expect(groups.map(({ title, lines }) => [title, ...lines.map(({ id }) => id)])).toEqual([
      ['The basics', 'first', 'second'],
      ['Money', 'money'],
      ['Checklists', 'list'],
      ['Case studies', 'case'],
      ['How it was in earlier years', 'old'],
    ])
  })

  it('have a place of their own, entries of lists one in their list', () => {
    expect(placeOf({ kind: 'guide', id: 'a-b' })).toBe('/library/guide/a-b')
    expect(placeOf({ kind: 'link', id: 'www.a.example' })).toBe('/library/links?entry=www.a.example')
  })
})

describe('a list by letters', () => {
  it('is in the order of its names, figures apart', () => {
    const entries = ['NPQ', 'Éclair', 'ECT', '5-a-side', 'apples'].map((name) => ({ name }))
    expect(byLetter(entries).map((group) => [group.letter, ...group.entries.map(({ name }) => name)])).toEqual([
      ['0–9', '5-a-side'],
      ['A', 'apples'],
      ['E', 'Éclair', 'ECT'],
      ['N', 'NPQ'],
    ])
  })
})

describe('words that were asked for', () => {
  const marked = (excerpt: string, asked: string) =>
    markWords(excerpt, asked)
      .map(({ text, isMarked }) => (isMarked ? `<${text}>` : text))
      .join('')

  it('are marked wherever they stand, whatever their capitals, accents and apostrophes', () => {
    expect(marked('The school’s Café, café', 'CAFE schools')).toBe('The <school’s> <Café>, <café>')
    expect(marked('cover and covering', 'cover covering')).toBe('<cover> and <covering>')
  })

  it('leave a text whole when it has none of them', () => {
    expect(markWords('Nothing here', 'cover')).toEqual([{ text: 'Nothing here', isMarked: false }])
    expect(markWords('', 'cover')).toEqual([])
  })
})

describe('what adding a pack did', () => {
  const pack = { packId: 'p', title: 'Ours', version: '2', added: 1, changed: 0, removed: 0 }
  it('is told with its counts', () => {
    expect(addedWords({ ...pack, replacedVersion: null })).toBe('“Ours”, version 2, added: 1 text or entry.')
    expect(addedWords({ ...pack, replacedVersion: '1', changed: 3 })).toBe(
      '“Ours”, version 2, is in the place of version 1: 1 new, 3 changed.',
    )
    expect(addedWords({ ...pack, replacedVersion: '1', added: 0 })).toBe(
      '“Ours”, version 2, is in the place of version 1: nothing in it differs.',
    )
  })
})

describe('an address', () => {
  it.each([
    ['https://www.gov.uk/a?b=1', true],
    ['mailto:office@school.example', true],
    ['https://www.gov.uk.example.org/', false],
    ['https://www.gov.uk:8443/', false],
    ['https://somebody@www.gov.uk/', false],
    ['http://www.gov.uk/', false],
    ['file:///C:/Windows', false],
    ['not one', false],
  ])('%s opens outside: %s', (address, opens) => expect(opensOutside(address)).toBe(opens))
})

import { describe, expect, it } from 'vitest'
import { guide, manifest, soundFiles } from './sound-pack.fixture'
import { readPack } from './read-pack'

function problemsOf(changes: Readonly<Record<string, string | undefined>>): string[] {
  const read = readPack(soundFiles(changes))
  return read.ok ? [] : read.problems.map(({ file, at, reason }) => `${file} | ${at} | ${reason}`)
}

const entry = { id: 'staff', opens: { page: '/staff' } }
const orderOf = (...entries: readonly unknown[]) => ({
  'contents.json': JSON.stringify({
    orders: [{ id: 'ours', title: 'Ours', about: 'Ours.', sections: [{ id: 'a', title: 'A', entries }] }],
  }),
})

const guides = (...things: readonly unknown[]) => ({ 'guides.json': JSON.stringify({ guides: things }) })

describe('a pack', () => {
  it('is read with all that it brings; an acronym may stand for two things', () => {
    const read = readPack(soundFiles())
    expect(read.ok && read.pack.manifest.version).toBe('2026.2')
    expect(read.ok && read.pack.contents.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'guide what-counts',
      'template policy',
      'checklist day',
      'acronym cpd-continuing-professional-development',
      'acronym cpd-central-purchasing-department',
    ])
  })

  it.each([
    ['no manifest', { 'pack.json': undefined }, 'pack.json |  | the pack does not say what it is'],
    ['JSON cut off', { 'guides.json': '{"guides": [' }, 'guides.json |  | not JSON'],
    [
      'a version that cannot be ordered',
      { 'pack.json': JSON.stringify({ ...manifest, version: 'new' }) },
      'pack.json | version | figures',
    ],
    [
      'a key that nobody knows',
      { 'pack.json': JSON.stringify({ ...manifest, autorun: 'x' }) },
      'pack.json |  | Unrecognized key',
    ],
    ['a topic that is none', guides({ ...guide, topic: 'fun' }), 'guides.json | guides[0].topic |'],
    ['a title left out', guides({ ...guide, title: ' ' }), 'guides.json | guides[0].title |'],
    [
      'an entry for a page that is none',
      orderOf({ ...entry, opens: { page: '/nowhere' } }),
      'contents.json | orders[0].sections[0].entries[0].opens |',
    ],
    ['two entries with one id', orderOf(entry, entry), 'contents.json | orders[0] | two entries have the same id'],
    [
      'something to come without a title',
      orderOf({ id: 'later', opens: { comesWith: 'calendar' } }),
      'contents.json | orders[0].sections[0].entries[0] | what is still to come needs a title',
    ],
    ['something that is no thing', guides(7), 'guides.json | guides[0].id |'],
    ['the same thing twice', guides(guide, guide), 'guides.json | what-counts | this is here twice'],
    [
      'a text that is not there',
      guides({ ...guide, file: 'guides/none.md' }),
      'guides.json | guides[0].file | "guides/none.md" is not in the pack',
    ],
    ['a text without a file', guides({ ...guide, file: undefined }), 'guides.json | guides[0].file |'],
    ['a text that nobody names', { 'guides/more.md': 'x' }, 'guides/more.md |  | no index'],
    ['a name that climbs out', { '../evil.md': 'x' }, '../evil.md |  | not a name'],
    ['a name that Windows keeps', { 'guides/con.md': 'x' }, 'guides/con.md |  | not a name'],
    ['a name in capitals', { 'Guides.json': '{}' }, 'Guides.json |  | not a name'],
    [
      'HTML in a text',
      { 'guides/what-counts.md': 'one\n\n<script>x</script>' },
      'guides/what-counts.md | line 3 | a text cannot hold this: html',
    ],
    ['an empty text', { 'guides/what-counts.md': '\n' }, 'guides/what-counts.md |  | the text is empty'],
    [
      'a field in a guide',
      { 'guides/what-counts.md': 'At {{school.name}}' },
      'guides/what-counts.md |  | only a template has fields',
    ],
    [
      'a field that does not exist',
      { 'templates/policy.md': 'At {{school.motto}}' },
      'templates/policy.md |  | there is no field {{school.motto}}',
    ],
    [
      'a table field within a line',
      { 'templates/policy.md': 'See {{table.priorities}} here' },
      'templates/policy.md |  | the field {{table.priorities}} is a table',
    ],
    [
      'a checklist that is not there',
      { 'checklists.json': JSON.stringify({ checklists: ['checklists/none.json'] }) },
      'checklists/none.json |  | this file is named and is not in the pack',
    ],
    ['finance codes of another shape', { 'finance-codes.json': '{"codes": []}' }, 'finance-codes.json | source | '],
  ])('is refused, with file, place and reason, for %s', (_what, changes, told) => {
    expect(problemsOf(changes).join('\n')).toContain(told)
  })

  it('tells every fault and not only the first', () => {
    expect(
      problemsOf({ ...guides({ ...guide, topic: 'fun' }), 'templates/policy.md': '{{x}} <b>' }).length,
    ).toBeGreaterThanOrEqual(3)
  })
})

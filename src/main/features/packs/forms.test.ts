import { describe, expect, it } from 'vitest'
import { readBuiltInPacks } from './built-in-content'
import { readPack } from './read-pack'
import { soundFiles } from './sound-pack.fixture'

const levels = [
  { level: 0, label: 'No' },
  { level: 1, label: 'Yes' },
]
const scale = { id: 'time', text: 'There is time', kind: 'scale', levels, target: 1 }
const form = (questions: readonly unknown[]) => ({
  forms: [
    {
      id: 'ours',
      kind: 'staff-survey',
      title: 'Ours',
      about: 'What we ask.',
      intro: 'Please answer.',
      names: 'never',
      minutes: 5,
      sections: [{ id: 'one', title: 'One', questions }],
    },
  ],
})
const framework = (change: object) => ({
  frameworks: [
    {
      id: 'ours',
      name: 'Ours',
      about: 'What we ask of everybody.',
      version: '1',
      dated: '2026-09-01',
      statements: [{ code: 'A1', text: 'Is kind' }],
      levels,
      ...change,
    },
  ],
})

function problemsOf(files: Readonly<Record<string, unknown>>): string[] {
  const texts = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const read = readPack(soundFiles(Object.fromEntries(texts)))
  return read.ok ? [] : read.problems.map(({ file, at, reason }) => `${file} ${at}: ${reason}`)
}

describe('forms and frameworks of a pack', () => {
  it('are read with what was left out filled in', () => {
    const read = readPack(
      soundFiles({ 'forms.json': JSON.stringify(form([scale])), 'frameworks.json': JSON.stringify(framework({})) }),
    )
    const contents = read.ok ? read.pack.contents : []
    expect(contents.find(({ kind }) => kind === 'form')?.fields).toMatchObject({
      groups: 'all',
      asksLeaders: false,
    })
    expect(contents.find(({ kind }) => kind === 'framework')?.fields).toMatchObject({ id: 'ours', weight: 1 })
  })

  it('tell each fault with its place', () => {
    expect(problemsOf({ 'forms.json': form([{ ...scale, target: 4 }]) })).toEqual([
      'forms.json forms[0].sections[0].questions[0]: what is aimed at is one of the levels',
    ])
    expect(problemsOf({ 'forms.json': form([scale, scale]) })).toEqual([
      'forms.json forms[0]: two questions have the same id',
    ])
    expect(problemsOf({ 'forms.json': form([{ ...scale, levels: levels.toReversed() }]) })).toEqual([
      'forms.json forms[0].sections[0].questions[0].levels: the levels rise, each once',
    ])
    const twice = [
      { code: 'A1', text: 'Is kind' },
      { code: 'a1', text: 'Is fair' },
    ]
    expect(problemsOf({ 'frameworks.json': framework({ statements: twice }) })).toEqual([
      'frameworks.json frameworks[0]: two statements have the same code',
    ])
  })
})

it('the program brings the five forms, and each framework that a form asks by', () => {
  const contents = readBuiltInPacks().flatMap((pack) => pack.contents)
  const forms = contents.flatMap((content) => (content.kind === 'form' ? [content] : []))
  const frameworks = new Set(contents.flatMap(({ kind, id }) => (kind === 'framework' ? [id] : [])))
  expect(forms.map(({ fields }) => ('sections' in fields && 'names' in fields ? fields.kind : ''))).toEqual([
    'staff-survey',
    'skills-audit',
    'cpd-audit',
    'arrangements-audit',
    'self-assessment',
  ])
  const asked = [...JSON.stringify(forms).matchAll(/"framework":"([a-z0-9-]+)"/g)].map(([, id]) => id)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((id) => id === undefined || !frameworks.has(id))).toEqual([])
})

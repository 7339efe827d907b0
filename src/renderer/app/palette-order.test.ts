import { describe, expect, it } from 'vitest'
import { paletteOrder } from './palette-order'

const titled = (...titles: readonly string[]) => titles.map((title) => ({ title }))
const namesOf = (entries: readonly { readonly title: string }[]) => entries.map(({ title }) => title)

describe('the order of what Ctrl+K finds', () => {
  it('puts commands before texts that only hold the words, so that Enter does what was typed', () => {
    const groups = {
      records: [],
      commands: titled('Add a person'),
      reading: titled('Career progression for all staff', 'Coaching and mentoring'),
    }
    expect(namesOf(paletteOrder(groups, 'add a pers'))).toEqual([
      'Add a person',
      'Career progression for all staff',
      'Coaching and mentoring',
    ])
  })

  it('keeps the school’s own before commands, unless something bears exactly the name that was typed', () => {
    const groups = {
      records: titled('Web links for governors'),
      commands: titled('Web links'),
      reading: titled('Glossary'),
    }
    expect(namesOf(paletteOrder(groups, 'web li'))).toEqual(['Web links for governors', 'Web links', 'Glossary'])
    expect(namesOf(paletteOrder(groups, ' web  LINKS'))[0]).toBe('Web links')
    expect(namesOf(paletteOrder(groups, 'glossary'))[0]).toBe('Glossary')
  })

  it('leaves the order alone while nothing is typed', () => {
    const groups = { records: titled('–'), commands: titled('Add a person'), reading: [] }
    expect(namesOf(paletteOrder(groups, ' '))).toEqual(['–', 'Add a person'])
  })
})

import { expect, it } from 'vitest'
import { day } from '../../shared/kernel/dates'
import { initialsOf, termLine } from './school-words'

it.each([
  ['Hartwell Park Primary School', 'HP'],
  ['The Grove School', 'G'],
  ["St Mary's Church of England Primary School", 'SM'],
  ['Émile Zola Academy', 'ÉZ'],
])('shortens %s to %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

it('names the season of the school year', () => {
  expect(termLine(day('2025-11-20'), 2025)).toBe('Autumn term, 2025/26')
  expect(termLine(day('2026-03-31'), 2025)).toBe('Spring term, 2025/26')
  expect(termLine(day('2026-08-31'), 2025)).toBe('Summer term, 2025/26')
})

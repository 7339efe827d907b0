import { expect, it } from 'vitest'
import { KEPT_TITLE, withKept } from './kept-option'

const options = [{ value: 'a', title: 'School budget' }]

it('offers what is chosen though it is on the list no more, and nothing else', () => {
  expect(withKept(options, 'gone')).toEqual([...options, { value: 'gone', title: KEPT_TITLE }])
  expect(withKept(options, 'a')).toBe(options)
  expect(withKept(options, null)).toBe(options)
  expect(withKept(options, '')).toBe(options)
})

it('says nothing while the options are still to come', () => {
  expect(withKept([], 'a')).toEqual([])
})

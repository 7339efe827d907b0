import { expect, it } from 'vitest'
import { placesOf } from './find'

it('finds words whatever their capitals, one behind the other', () => {
  expect(placesOf('cpd', 'CPD is not Cpd-ish')).toEqual([0, 11])
  expect(placesOf('aa', 'aaaa')).toEqual([0, 2])
  expect(placesOf('', 'anything')).toEqual([])
  expect(placesOf('stanbul', 'İstanbul')).toEqual([])
})

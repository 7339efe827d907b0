import { describe, expect, it } from 'vitest'
import { matchOptions, parseNumber, parseWallTime } from './read-typed'

describe('parseNumber', () => {
  it.each([
    ['12', 0, 12],
    ['1,204', 0, 1204],
    ['0.6', 2, 0.6],
    ['.5', 1, 0.5],
    ['−3', 0, -3],
    [' 7 ', 0, 7],
  ])('reads %j with %i decimals as %j', (text, decimals, value) => expect(parseNumber(text, decimals)).toBe(value))

  it.each([
    ['', 0],
    ['-', 0],
    ['1.5', 0],
    ['0.625', 2],
    ['12 people', 0],
    ['1,2', 0],
    ['1e3', 0],
  ])('does not guess at %j', (text, decimals) => expect(parseNumber(text, decimals)).toBeUndefined())
})

describe('parseWallTime', () => {
  it.each([
    ['9:15', '09:15'],
    ['09.15', '09:15'],
    ['0915', '09:15'],
    ['15:30', '15:30'],
    ['3pm', '15:00'],
    ['3.30 pm', '15:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['9', '09:00'],
  ])('reads %j as %j', (text, time) => expect(parseWallTime(text)).toBe(time))

  it.each(['', '24:00', '9:60', '13 pm', '0 am', 'noon', '9:1', '99'])('refuses %j', (text) =>
    expect(parseWallTime(text)).toBeUndefined(),
  )
})

describe('matchOptions', () => {
  const options = [
    { value: '1', title: 'Northgate Learning', note: 'Leeds' },
    { value: '2', title: 'Leeds Teaching Hub' },
    { value: '3', title: 'St John Ambulance' },
  ]

  it('finds every word anywhere and puts what begins so first', () => {
    expect(matchOptions(options, 'leeds').map((option) => option.value)).toEqual(['2', '1'])
    expect(matchOptions(options, 'learning leeds').map((option) => option.value)).toEqual(['1'])
  })

  it('offers at most a hundred of a long list', () => {
    const many = Array.from({ length: 500 }, (_none, index) => ({
      value: String(index),
      title: `Provider ${index}`,
    }))
    expect(matchOptions(many, '')).toHaveLength(100)
    expect(matchOptions(many, 'provider 49')).toHaveLength(15)
  })
})

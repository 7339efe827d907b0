import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellText,
  filterRows,
  haystack,
  movedTo,
  rowsInSight,
  sortRows,
  type TableColumn,
} from './data-table-model'

interface Line {
  readonly name: string
  readonly net: number | null
}

const net: TableColumn<Line> = { key: 'net', title: 'Net', kind: 'money', value: (line) => line.net }
const name: TableColumn<Line> = { key: 'name', title: 'Name', kind: 'text', value: (line) => line.name }
const lines: readonly Line[] = [
  { name: 'Year 10', net: 500 },
  { name: 'year 9', net: null },
  { name: 'Éclair', net: -200 },
  { name: 'Zoë', net: 500 },
]

describe('sortRows', () => {
  it('sorts amounts as amounts, missing ones last whichever way, equals as they were', () => {
    expect(sortRows(lines, net, 'ascending').map((line) => line.name)).toEqual([
      'Éclair',
      'Year 10',
      'Zoë',
      'year 9',
    ])
    expect(sortRows(lines, net, 'descending').map((line) => line.name)).toEqual([
      'Year 10',
      'Zoë',
      'Éclair',
      'year 9',
    ])
  })

  it('sorts words as people do: 9 before 10, accents and capitals aside', () => {
    expect(sortRows(lines, name, 'ascending').map((line) => line.name)).toEqual([
      'Éclair',
      'year 9',
      'Year 10',
      'Zoë',
    ])
  })

  it('leaves the given list alone', () => {
    const before = [...lines]
    sortRows(lines, net, 'descending')
    expect(lines).toEqual(before)
  })
})

it('filters by every word typed, anywhere', () => {
  const hay = haystack(lines, (line) => line.name)
  expect(filterRows(lines, hay, 'YEAR 1').map((line) => line.name)).toEqual(['Year 10'])
  expect(filterRows(lines, hay, '  ')).toBe(lines)
})

it('writes money, hours and missing values as reports do', () => {
  expect(cellText('money', -1200)).toBe('−£12.00')
  expect(cellText('hours', 90)).toBe('1.5')
  expect(cellText('day', '2026-09-03')).toBe('3 Sep 2026')
  expect(cellText('count', null)).toBe('–')
})

it('always draws the rows that are in sight, and never one that does not exist', () => {
  fc.assert(
    fc.property(
      fc.nat(20_000),
      fc.integer({ min: 20, max: 90 }),
      fc.nat(2_000_000),
      fc.integer({ min: 0, max: 2_000 }),
      (count, height, top, view) => {
        const span = rowsInSight(count, height, top, view)
        expect(span.first).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(count)
        expect(span.first).toBeLessThanOrEqual(span.end)
        const firstSeen = Math.floor(top / height)
        const lastSeen = Math.min(count, Math.ceil((top + view) / height)) - 1
        if (firstSeen < count && firstSeen <= lastSeen) {
          expect(span.first).toBeLessThanOrEqual(firstSeen)
          expect(span.end).toBeGreaterThan(lastSeen)
        }
      },
    ),
  )
})

it('moves by the keys of a list and stays inside it', () => {
  expect(movedTo('ArrowDown', 9, 10, 5)).toBe(9)
  expect(movedTo('ArrowUp', 0, 10, 5)).toBe(0)
  expect(movedTo('PageDown', 2, 10, 5)).toBe(7)
  expect(movedTo('End', 2, 10, 5)).toBe(9)
  expect(movedTo('a', 2, 10, 5)).toBeUndefined()
})

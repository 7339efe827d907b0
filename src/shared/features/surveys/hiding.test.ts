import { describe, expect, it } from 'vitest'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import { hiddenOf, type Part } from './hiding'

const parts = (...sizes: readonly number[]): Part[] => sizes.map((size, index) => ({ key: String(index), size }))
const hidden = (...sizes: readonly number[]) => [...hiddenOf(parts(...sizes)).parts].toSorted()
const both = (of: readonly Part[]) => {
  const { parts: small, wholes } = hiddenOf(of)
  return [[...small].toSorted(), [...wholes].toSorted()]
}

describe('small groups', () => {
  it('are hidden, and where one alone would be found from the total, the next smallest with it', () => {
    expect(hidden(5, 6, 20)).toEqual([])
    expect(hidden(4, 6, 20)).toEqual(['0', '1'])
    expect(hidden(2, 3, 20)).toEqual(['0', '1'])
    expect(hidden(1, 2, 20)).toEqual(['0', '1', '2'])
    expect(hidden(0, 6, 20)).toEqual([])
    expect(hidden(0, 1, 20)).toEqual(['1', '2'])
  })

  it('are hidden within leaders and others too, and a small one of the two hides the other', () => {
    const school: Part[] = [
      { key: 'heads', size: 3, within: 'leaders' },
      { key: 'middle', size: 6, within: 'leaders' },
      { key: 'teachers', size: 20, within: 'others' },
      { key: 'office', size: 4, within: 'others' },
    ]
    expect(both(school)).toEqual([['heads', 'middle', 'office', 'teachers'], []])
    const one: Part[] = [
      { key: 'heads', size: 3, within: 'leaders' },
      { key: 'teachers', size: 20, within: 'others' },
      { key: 'office', size: 6, within: 'others' },
    ]
    expect(both(one)).toEqual([
      ['heads', 'office'],
      ['leaders', 'others'],
    ])
  })

  it('are not found from leaders and others where some did not give their group', () => {
    const school: Part[] = [
      { key: 'heads', size: 13, within: 'leaders' },
      { key: 'teachers', size: 6, within: 'others' },
      { key: 'assistants', size: 7, within: 'others' },
      { key: 'unsaid', size: 1 },
    ]
    // All without leaders and others is the one who did not say, and so is all without the others and the heads.
    expect(both(school)).toEqual([['heads', 'teachers', 'unsaid'], ['leaders']])
  })

  it('cannot be found by taking what is shown from any total that is shown', () => {
    for (let seed = 1; seed <= 600; seed += 1) {
      const groups = Array.from({ length: 5 }, (_, index): Part => {
        const size = (seed * (index + 3) * 7 + index * seed) % 9
        const within = index < 2 ? 'leaders' : 'others'
        return index === 4 && seed % 2 === 0 ? { key: 'unsaid', size } : { key: String(index), size, within }
      })
      expect(found(groups), JSON.stringify(groups.map(({ size }) => size))).toEqual([])
    }
  })
})

/**
 * The sizes below five of sets of parts that a reader can reckon. The sums that are shown, as rows over the parts; every
 * sum of some of them, added or taken away, that counts each part once or not at all is one that can be reckoned.
 */
function found(groups: readonly Part[]): number[] {
  const { parts: small, wholes } = hiddenOf(groups)
  const total = groups.reduce((sum, { size }) => sum + size, 0)
  if (total < SMALLEST_GROUP) return []
  const rowOf = (has: (part: Part) => boolean) => groups.map((part): number => (has(part) ? 1 : 0))
  const shown = [
    rowOf(() => true),
    ...['leaders', 'others']
      .filter((name) => !wholes.has(name))
      .map((name) => rowOf((part) => part.within === name)),
    ...groups.filter(({ key }) => !small.has(key)).map(({ key }) => rowOf((part) => part.key === key)),
  ]
  let sums = [groups.map(() => 0)]
  for (const row of shown)
    sums = sums.flatMap((sum) => [-1, 0, 1].map((times) => sum.map((value, at) => value + times * (row[at] ?? 0))))
  return sums
    .filter((sum) => sum.every((value) => value === 0 || value === 1))
    .map((sum) => sum.reduce<number>((size, value, at) => size + value * (groups[at]?.size ?? 0), 0))
    .filter((size) => size > 0 && size < SMALLEST_GROUP)
}

import { describe, expect, it } from 'vitest'
import { hiddenParts, hiddenWholes, SMALLEST_SHOWN, type Part } from './hiding'

const parts = (...sizes: readonly number[]): Part[] => sizes.map((size, index) => ({ key: String(index), size }))
const hidden = (...sizes: readonly number[]) => [...hiddenParts(parts(...sizes))].toSorted()

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
    expect([...hiddenParts(school)].toSorted()).toEqual(['heads', 'middle', 'office', 'teachers'])
    expect([...hiddenWholes(school)]).toEqual([])
    const one: Part[] = [
      { key: 'heads', size: 3, within: 'leaders' },
      { key: 'teachers', size: 20, within: 'others' },
      { key: 'office', size: 6, within: 'others' },
    ]
    expect([...hiddenWholes(one)].toSorted()).toEqual(['leaders', 'others'])
    expect([...hiddenParts(one)].toSorted()).toEqual(['heads', 'office'])
  })

  it('cannot be found by taking what is shown from any total that is shown', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const groups = Array.from({ length: 5 }, (_, index): Part => {
        const size = (seed * (index + 3) * 7 + index * seed) % 9
        return { key: String(index), size, within: index < 2 ? 'leaders' : 'others' }
      })
      const [small, wholes] = [hiddenParts(groups), hiddenWholes(groups)]
      const rest = (of: readonly Part[]) => of.reduce((sum, { key, size }) => sum + (small.has(key) ? size : 0), 0)
      const total = groups.reduce((sum, { size }) => sum + size, 0)
      const totals = [total >= SMALLEST_SHOWN ? groups : []]
      for (const whole of ['leaders', 'others'])
        if (!wholes.has(whole)) totals.push(groups.filter(({ within }) => within === whole))
      const found = totals.map(rest).filter((size) => size > 0 && size < SMALLEST_SHOWN)
      expect(found, JSON.stringify(groups.map(({ size }) => size))).toEqual([])
    }
  })
})

import { describe, expect, it } from 'vitest'
import { follow, isSame, saysMore } from './follow'

describe('a form whose record is changed beneath it', () => {
  const base = { name: 'Amy', phone: null, rows: [{ day: '2025-09-01' }] }

  it('shows the record where nobody typed, and keeps what was typed', () => {
    const now = { ...base, name: 'Amelia' }
    const { values, clashes } = follow(base, { ...base, phone: '01234' }, now)
    expect(values).toEqual({ ...now, phone: '01234' })
    expect(clashes).toEqual([])
  })

  it('keeps what was typed where the record changed too, and says so until it is told', () => {
    const typed = { ...base, name: 'Amie' }
    const first = follow(base, typed, { ...base, name: 'Amelia' })
    expect(first.values).toEqual(typed)
    expect(first.clashes).toEqual(['name'])
    const second = follow(first.base, first.values, { ...base, name: 'Ann' })
    expect(second.clashes).toEqual(['name'])
    expect(follow(second.base, second.values, base).clashes).toEqual([])
  })

  it('finds nothing to say where both became the same', () => {
    const now = { ...base, name: 'Amelia' }
    expect(follow(base, now, now)).toEqual({ values: now, base: now, clashes: [] })
  })

  it('takes a list as one field', () => {
    const now = { ...base, rows: [{ day: '2025-09-02' }] }
    expect(follow(base, base, now).values).toEqual(now)
    const typed = { ...base, rows: [...base.rows, { day: '2025-10-01' }] }
    expect(follow(base, typed, now).clashes).toEqual(['rows'])
  })

  it('takes an emptied field and one never filled in for the same', () => {
    expect(isSame({ a: '', b: [undefined] }, { b: [null] })).toBe(true)
    expect(isSame(0, null)).toBe(false)
    expect(isSame(false, null)).toBe(false)
    expect(isSame([], null)).toBe(false)
    expect(isSame([1, 2], [1])).toBe(false)
  })

  it('tells a draft that says more from one whose words were typed and taken back', () => {
    expect(saysMore({ base, typed: { ...base, name: 'Amelia' } })).toBe(true)
    expect(saysMore({ base, typed: { ...base, phone: '' } })).toBe(false)
    expect(saysMore(undefined)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import type { ImportedPerson, StaffImportPlan, StaffSnapshot } from './import-model'
import { planImportedStaff } from './import-plan'

const nobody: StaffSnapshot = {
  people: [],
  holdings: [],
  posts: [],
  teams: [],
  groups: [{ id: 'teacher', name: 'Teacher', synonyms: [] }],
  earlyCareer: { groups: [], stages: [] },
}

function plan(count: number, make: (index: number) => Omit<ImportedPerson, 'row'>): StaffImportPlan {
  let made = 0
  const rows = Array.from({ length: count }, (_, index) => ({ ...make(index), row: index + 2 }))
  return planImportedStaff(nobody, rows, day('2025-10-01'), () => `id${(made += 1)}`)
}

const outcomesOf = (planned: StaffImportPlan): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome } of planned.outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

// What each row costs must not depend on the rows before it: these took minutes when it did.
describe('a long and odd staff file', { timeout: 30_000 }, () => {
  const long = 20_000

  it('in which everybody has the same name', () => {
    expect(outcomesOf(plan(long, (i) => ({ staffCode: `C${i}`, forename: 'Ann', surname: 'Bell' })))).toEqual({
      new: long,
    })
    expect(outcomesOf(plan(long, (i) => ({ userName: `u${i}`, forename: 'Ann', surname: 'Bell' })))).toEqual({
      new: long,
    })
  })

  it('in which each person manages the next', () => {
    const chain = plan(long, (i) => ({
      staffCode: `C${i}`,
      surname: `S${i}`,
      ...(i > 0 && { lineManager: `C${i - 1}` }),
    }))
    expect(outcomesOf(chain)).toEqual({ new: long })
    const managed = chain.newPeople.filter((person) => person.lineManagerId !== null)
    expect(managed.length).toBeGreaterThan(long * 0.99 - 1)
    expect(chain.outcomes.slice(0, 200).every((one) => one.notes.length === 0)).toBe(true)
  })

  it('in which one person has more posts than anyone can have', () => {
    const posts = plan(long, (i) => ({ staffCode: 'C', surname: 'Bell', posts: [{ title: `Post ${i}` }] }))
    expect(posts.newHoldings.length).toBe(200)
    expect(posts.outcomes[200]?.refusal).toEqual({ field: 'post', code: 'staff.posts-too-many' })
    expect(posts.newPosts.length).toBe(200)
  })
})

describe('whom a row is about', () => {
  it('is not told by a weaker sign where codes differ, and is by one where a code is missing', () => {
    const found = plan(4, (i) => {
      const person = { forename: 'Ann', surname: 'Bell', workEmail: 'ann@school.example' }
      return (
        [{ ...person, staffCode: 'A' }, { ...person, staffCode: 'B' }, person, { ...person, userName: 'ann' }][i] ??
        person
      )
    })
    expect(found.outcomes.map((one) => one.refusal?.code ?? one.outcome)).toEqual([
      'new',
      'new',
      'staff.ambiguous',
      'staff.ambiguous',
    ])
  })
})

import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { CLUSTERS, MATRIX, partsByHand } from '../../../../tests/fixtures/needs-by-hand'
import { fillNeedsOf120 } from '../../../../tests/fixtures/needs-of-120'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { fillStaffOf120, NOW } from '../../../../tests/fixtures/staff-of-120'
import { balanceTable } from '../../../shared/features/needs/balance-tables'
import { balanceViews } from '../../../shared/features/needs/contract'
import { statement } from '../../db/handle'

function schoolOf120(): TestBinder {
  const b = binderWithSchool({ now: NOW })
  b.desk.write('test', (db) => {
    fillStaffOf120(db)
    fillNeedsOf120(db)
  })
  return b
}

const rowsOf = (b: TestBinder, text: string) =>
  b.desk.read.all(statement(raw<Record<string, string | number | null>>`${raw.raw(text)}`))

const byKey = <T extends { readonly key: unknown }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1))

describe('the balance of the needs of 120 people', () => {
  it('agrees with SQL written by hand: by priority, group and source', async () => {
    const b = schoolOf120()
    const balance = await b.call('needs.balance', {})
    expect(balance).toMatchObject({ startYear: 2023, thisYear: 2023 })
    expect(balance.whole.needs).toBeGreaterThan(200)
    const flat = (rows: typeof balance.byGroup) =>
      byKey(
        rows.map(({ key, needs, states, essential, unserved }) => ({ key, needs, ...states, essential, unserved })),
      )
    const group = `coalesce(group_id, owner_kind)`
    expect(flat(balance.byPriority)).toEqual(
      byKey(withKey(rowsOf(b, partsByHand(`coalesce(priority_id, 'none')`)))),
    )
    expect(flat(balance.byGroup)).toEqual(byKey(withKey(rowsOf(b, partsByHand(group)))))
    expect(flat(balance.bySource)).toEqual(byKey(withKey(rowsOf(b, partsByHand('source_code')))))
    expect(balance.byGroup.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['team', 'school', 'ta', 'teacher']),
    )
  })

  it('agrees with SQL written by hand: the same needs, who could help and what would fit', async () => {
    const b = schoolOf120()
    const { clusters } = await b.call('needs.balance', {})
    const ours = clusters
      .map(({ needId, open, owners, importance, unserved, opportunities, experts }) => ({
        needId,
        open,
        owners,
        importance,
        unserved,
        opportunities,
        experts: experts.length,
      }))
      .sort((a, b2) => (a.needId < b2.needId ? -1 : 1))
    expect(ours).toEqual(rowsOf(b, CLUSTERS))
    expect(ours.length).toBeGreaterThan(5)
    expect(ours.some(({ experts, opportunities }) => experts > 0 && opportunities > 0)).toBe(true)
    const [largest] = clusters
    const { needs } = await b.call('needs.list', { state: 'open', likeId: largest?.needId, year: 2023 })
    expect(needs).toHaveLength(largest?.open ?? 0)
  })

  it('agrees with SQL written by hand, to the penny: importance and cost', async () => {
    const b = schoolOf120()
    const { matrix, whole } = await b.call('needs.balance', {})
    const filled = matrix
      .filter(({ needs }) => needs > 0)
      .sort((a, c) => a.importance - c.importance || (a.band < c.band ? -1 : 1))
    expect(filled).toEqual(rowsOf(b, MATRIX))
    expect(new Set(filled.map(({ band }) => band)).size).toBe(4)
    const { raised, agreed, planned } = whole.states
    expect(matrix.reduce((sum, { needs }) => sum + needs, 0)).toBe(raised + agreed + planned)
  })

  it('keeps the standards of two frameworks apart that use the same code', async () => {
    const b = binderWithSchool({ now: NOW })
    const raise = (label: string, title: string) =>
      b.call('needs.raise', {
        sourceCode: 'review',
        owners: [{ kind: 'school' }],
        title,
        standard: { code: 'S1', label },
      })
    await raise('Safeguards pupils', 'Knowing the signs')
    await raise('Safeguards pupils', 'Whom to tell')
    const { ids } = await raise('Spends wisely', 'Buying well')
    const { clusters } = await b.call('needs.balance', {})
    expect(clusters.map(({ title, open }) => [title, open])).toEqual([
      ['Safeguards pupils', 2],
      ['Buying well', 1],
    ])
    expect((await b.call('needs.list', { likeId: ids[0] })).needs.map(({ title }) => title)).toEqual([
      'Buying well',
    ])
    const { standards } = await b.call('needs.standards', {})
    expect(standards.filter(({ code }) => code === 'S1').map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Safeguards pupils', 'Spends wisely']),
    )
  })

  it('knows a standard by its framework and code: worded anew it is the same, in another framework it is not', async () => {
    const b = binderWithSchool({ now: NOW })
    const raise = (framework: string | null, label: string, title: string) =>
      b.call('needs.raise', {
        sourceCode: 'review',
        owners: [{ kind: 'school' }],
        title,
        standard: { code: 'S1', framework, label },
      })
    await raise('teachers', 'Safeguards pupils', 'Knowing the signs')
    await raise('teachers', 'Keeps every pupil safe', 'Whom to tell')
    await raise('leaders', 'Safeguards pupils', 'Buying well')
    const course = { typeCode: 'COURSE', levelCode: 'individual', provisionCode: 'external' as const }
    const offer = (title: string, framework: string | null) =>
      b.call('opportunities.save', { ...course, title, standards: [{ code: 's1', framework }] })
    await offer('Chosen from a framework', 'leaders')
    await offer('A code of a catalogue', null)
    const { clusters } = await b.call('needs.balance', {})
    expect(clusters.map(({ title, open, opportunities }) => [title, open, opportunities])).toEqual([
      ['Safeguards pupils', 2, 1],
      ['Buying well', 1, 2],
    ])
    const { needs } = await b.call('opportunities.forNeeds', {})
    expect(needs.map(({ title, fitting }) => [title, fitting])).toEqual([
      ['Buying well', 2],
      ['Knowing the signs', 1],
      ['Whom to tell', 1],
    ])
  })

  it('has totals that are the sum of what is shown, and doors that lead to as many needs', async () => {
    const b = schoolOf120()
    const balance = await b.call('needs.balance', {})
    for (const view of balanceViews) {
      const { rows, totals, columns } = balanceTable(balance, view, false)
      for (const { key, kind } of columns.filter((column) => column.kind === 'count' || column.kind === 'pence')) {
        const total = totals?.cells[key]
        if (total === null) continue
        expect(
          rows.reduce((sum, row) => sum + Number(row.cells[key]), 0),
          `${view} ${key} ${kind}`,
        ).toBe(total)
      }
    }
    const [part] = balance.byPriority
    const { needs } = await b.call('needs.list', { year: 2023, priorityId: part?.key })
    expect(needs).toHaveLength(part?.needs ?? 0)
  })
})

const withKey = (rows: readonly Record<string, string | number | null>[]) =>
  rows.map((row) => ({ ...row, key: row['key'] }))
